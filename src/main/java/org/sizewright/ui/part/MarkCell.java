package org.sizewright.ui.part;

import java.util.function.Consumer;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A star that is set where the cell has a text; pressing it tells so. By keyboard the screen offers a key of its own. */
final class MarkCell<R> extends TableCell<R, Cell> {
    private final String title;
    private final Region star = new Region();

    MarkCell(String title, Consumer<R> onPress) {
        this.title = title;
        star.getStyleClass().add("star");
        getStyleClass().add("mark");
        setOnMousePressed(event -> {
            R row = getTableRow() == null ? null : getTableRow().getItem();
            if (row != null && event.getButton() == MouseButton.PRIMARY) {
                onPress.accept(row);
                // the row is not selected by the way
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Cell cell, boolean empty) {
        super.updateItem(cell, empty);
        if (empty || cell == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean set = !cell.text().isEmpty();
        star.getStyleClass().setAll(set ? "star-set" : "star");
        setAccessibleText(set ? title : "");
        setGraphic(star);
    }
}
