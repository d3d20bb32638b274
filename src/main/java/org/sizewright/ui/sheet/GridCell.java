package org.sizewright.ui.sheet;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.sizewright.buildsheet.Column;
import org.sizewright.ui.part.Chip;

/** Draws one prepared place of a table. */
final class GridCell extends TableCell<GridRow, Item> {
    private final Page.Head head;
    private final boolean wraps;
    private final Text prose = new Text();

    /** @param roomy whether rows are as high as their sentences need */
    GridCell(Page.Head head, boolean roomy) {
        this.head = head;
        this.wraps = roomy && head.kind() == Column.Kind.PROSE;
        prose.wrappingWidthProperty().bind(widthProperty().subtract(GridWidths.PADDING + 1));
    }

    @Override
    protected void updateItem(@Nullable Item item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().removeAll(Marks.STYLE_CLASSES);
        getStyleClass().removeAll("number", "centred");
        setText(null);
        setGraphic(null);
        setAccessibleText(null);
        if (empty || item == null) {
            return;
        }
        setAccessibleText(head.label() + ": " + item.text());
        if (head.kind() == Column.Kind.NUMBER || item.look() == Item.Look.NUMBER) {
            getStyleClass().add("number");
        } else if (head.kind() == Column.Kind.STATUS) {
            getStyleClass().add("centred");
        }
        if (item.look() == Item.Look.STATUS && !item.text().isEmpty()) {
            setGraphic(new Chip(item.text(), Marks.chipTone(item.tone())));
        } else if (item.look() == Item.Look.TAG && item.tag().isPresent()) {
            Label mark = Marks.mark(item.tag().get());
            mark.setMouseTransparent(true);
            setGraphic(mark);
        } else if (wraps && !item.text().isEmpty()) {
            getStyleClass().addAll(Marks.styleClasses(item));
            prose.getStyleClass().setAll("sheet-prose");
            prose.getStyleClass().addAll(Marks.styleClasses(item));
            prose.setText(item.text());
            setGraphic(prose);
        } else {
            getStyleClass().addAll(Marks.styleClasses(item));
            setText(item.text());
        }
    }
}
