package org.sizewright.figure;

import java.util.ArrayList;
import java.util.List;

/** The values of all figures of a book, by their places: figure, row, lane. Filled while figures are defined. */
final class Values {
    private final List<Figure> figures;
    private final List<Value[]> cells;

    Values() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    private Values(List<Figure> figures, List<Value[]> cells) {
        this.figures = figures;
        this.cells = cells;
    }

    /** As they are now, whatever is defined afterwards. */
    Values copy() {
        return new Values(new ArrayList<>(figures), new ArrayList<>(cells));
    }

    /** Takes over what is given, or evaluates all rows and lanes. */
    void add(Figure figure) {
        List<RowKey> rows = figure.rows().keys();
        List<Lane> lanes = figure.lanes();
        Value[] values = new Value[rows.size() * lanes.size()];
        for (int row = 0; row < rows.size(); row++) {
            if (figure.formula().isEmpty()) {
                values[row] = figure.given(row).value();
                continue;
            }
            Formula formula = figure.formula().get();
            for (int lane = 0; lane < lanes.size(); lane++) {
                values[row * lanes.size() + lane] =
                        new Evaluation(this, figure.rows(), row, lanes.get(lane)).of(figure.unit(), formula);
            }
        }
        figures.add(figure);
        cells.add(values);
    }

    Value of(Cell cell) {
        requireOwn(cell.figure());
        return of(cell.figure(), cell.figure().rows().position(cell.row()), cell.lane());
    }

    /** Of a figure of this book and a position among its rows. */
    Value of(Figure figure, int row, Lane lane) {
        Value[] values = cells.get(figure.position());
        return figure.isBanded() ? values[row * Lane.ALL.size() + lane.ordinal()] : values[row];
    }

    boolean holds(Figure figure) {
        return figure.position() < figures.size() && figures.get(figure.position()) == figure;
    }

    private void requireOwn(Figure figure) {
        if (!holds(figure)) {
            throw new IllegalArgumentException(figure + " belongs to another calculation");
        }
    }
}
