package org.sizewright.ui.sheet;

/** A row of a table as it is drawn: its height follows from the widths of the columns. */
final class GridRow {
    static final double LOWEST = 28;

    private final Page.Row row;
    private double height = LOWEST;

    GridRow(Page.Row row) {
        this.row = row;
    }

    Page.Row row() {
        return row;
    }

    double height() {
        return height;
    }

    void setHeight(double height) {
        this.height = height;
    }
}
