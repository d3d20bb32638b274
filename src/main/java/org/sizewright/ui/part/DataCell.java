package org.sizewright.ui.part;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** Draws a prepared cell. */
final class DataCell<R> extends TableCell<R, Cell> {
    private final boolean number;
    private @Nullable Chip chip;

    DataCell(boolean number) {
        this.number = number;
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
        setAccessibleText(cell.text());
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
            setGraphic(null);
        }
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
