package org.sizewright.ui.part;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Draws a prepared cell. */
final class DataCell<R> extends TableCell<R, Cell> {
    private final boolean number;
    private @Nullable Chip chip;
    private @Nullable Badge badge;

    DataCell(boolean number) {
        this.number = number;
        setOnMouseEntered(ignored -> showTip());
    }

    /** What there is to add, or the whole text where it is cut. */
    private void showTip() {
        Cell cell = getItem();
        if (cell == null) {
            setTooltip(null);
        } else if (cell.tip().isPresent()) {
            setTooltip(new Tooltip(cell.tip().get()));
        } else if (cell.mark().isPresent()) {
            setTooltip(new Tooltip(cell.text() + ", " + cell.mark().get().meaning()));
        } else {
            boolean cut =
                    lookup(".text") instanceof Text text && !text.getText().equals(getText());
            setTooltip(cut && cell.tone().isEmpty() ? new Tooltip(cell.text()) : null);
        }
    }

    @Override
    protected void updateItem(@Nullable Cell cell, boolean empty) {
        super.updateItem(cell, empty);
        setStyleClass("number", number);
        if (empty || cell == null) {
            setText(null);
            setGraphic(null);
            setStyleClass("unknown", false);
            return;
        }
        setStyleClass("unknown", cell.isUnknown());
        setAccessibleText(cell.text()
                + cell.mark().map(mark -> ", " + mark.meaning()).orElse("")
                + cell.tip().map(tip -> ", " + tip).orElse(""));
        if (cell.tone().isPresent()) {
            if (chip == null) {
                chip = new Chip(cell.text(), cell.tone().get());
            } else {
                chip.show(cell.text(), cell.tone().get());
            }
            setText(null);
            setGraphic(chip);
        } else {
            setText(cell.text());
            setGraphic(cell.mark().map(this::badge).orElse(null));
        }
    }

    private Badge badge(Cell.Mark mark) {
        Badge shown = badge == null ? new Badge(mark) : badge;
        shown.show(mark);
        badge = shown;
        return shown;
    }

    private void setStyleClass(String name, boolean on) {
        if (on != getStyleClass().contains(name)) {
            if (on) {
                getStyleClass().add(name);
            } else {
                getStyleClass().remove(name);
            }
        }
    }
}
