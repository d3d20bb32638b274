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
        figures.add(figure);
        cells.add(
                figure.rows().keys().isEmpty()
                        ? new Value[0]
                        : figure.formula()
                                .map(formula -> evaluated(figure, formula))
                                .orElseGet(() -> given(figure)));
    }

    private static Value[] given(Figure figure) {
        Value[] all = new Value[figure.rows().keys().size()];
        for (int row = 0; row < all.length; row++) {
            all[row] = figure.given(row).value();
        }
        return all;
    }

    private Value[] evaluated(Figure figure, Formula formula) {
        int rows = figure.rows().keys().size();
        List<Lane> lanes = figure.lanes();
        Value[] all = new Value[rows * lanes.size()];
        for (int lane = 0; lane < lanes.size(); lane++) {
            Evaluation evaluation = new Evaluation(this, figure.rows(), lanes.get(lane));
            for (int row = 0; row < rows; row++) {
                all[row * lanes.size() + lane] = evaluation.of(figure.unit(), formula, row);
            }
        }
        return all;
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
