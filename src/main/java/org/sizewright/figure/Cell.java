package org.sizewright.figure;

/** One number of a figure. Its name is fixed by ids, so that it survives every change of layout and title. */
public record Cell(Figure figure, RowKey row, Lane lane) {
    public Cell {
        if (figure.rows().position(row) < 0) {
            throw new IllegalArgumentException(figure + " has no row " + row.id());
        }
        if (lane != Lane.VALUE && !figure.isBanded()) {
            throw new IllegalArgumentException(figure + " is no estimate and has no " + lane.title());
        }
    }

    /** The name of the cell in the workbook, such as {@code calc_weights_w1_high}. */
    public String name() {
        String rowPart = figure.rows().isNone() ? "" : "_" + row.id();
        return figure + rowPart + lane.suffix();
    }

    /** The name of the range that holds all rows of this cell's figure in its lane. */
    public String rangeName() {
        return figure + "_all" + lane.suffix();
    }

    /** Title with the row, for people. */
    public String title() {
        return row.title().isEmpty() ? figure.title() : figure.title() + " · " + row.title();
    }
}
