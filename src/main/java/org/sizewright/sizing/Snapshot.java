package org.sizewright.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sizewright.figure.Condition;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;

/**
 * The numbers that a search was made for, as a formula that says whether they still hold. Its cell is 1 while they do; in a
 * workbook where somebody changed an input it turns to 0, and what was found turns stale.
 */
final class Snapshot {
    /** Stands for unknown in the comparison; no count, memory or power is negative. */
    private static final double UNKNOWN = -1;

    private final FigureBook.Builder book;
    private final List<Condition> conditions = new ArrayList<>();

    Snapshot(FigureBook.Builder book) {
        this.book = book;
    }

    Snapshot with(Figure... figures) {
        for (Figure figure : figures) {
            for (RowKey row : figure.rows().keys()) {
                Formula now = figure.rows().isNone() ? figure : figure.at(Map.of(RowKey.SINGLE, row));
                conditions.add(now.orElse(constant(UNKNOWN, figure.unit())).equalTo(then(figure, row)));
            }
        }
        return this;
    }

    /** The same, for the best value only. */
    Snapshot withValueOf(Figure... figures) {
        for (Figure figure : figures) {
            for (RowKey row : figure.rows().keys()) {
                Formula now = figure.rows().isNone() ? figure : figure.at(Map.of(RowKey.SINGLE, row));
                conditions.add(now.inLane(Lane.VALUE)
                        .orElse(constant(UNKNOWN, figure.unit()))
                        .equalTo(constant(number(figure, row, Lane.VALUE), figure.unit())));
            }
        }
        return this;
    }

    Formula formula() {
        Formula yes = Formula.constant(1);
        return conditions.isEmpty() ? yes : Formula.when(new Condition.All(conditions), yes, Formula.constant(0));
    }

    private Formula then(Figure figure, RowKey row) {
        Formula value = constant(number(figure, row, Lane.VALUE), figure.unit());
        return figure.isBanded()
                ? new Formula.ByLane(
                        constant(number(figure, row, Lane.LOW), figure.unit()),
                        value,
                        constant(number(figure, row, Lane.HIGH), figure.unit()))
                : value;
    }

    private double number(Figure figure, RowKey row, Lane lane) {
        return book.value(figure, row, lane).asNumber().orElse(UNKNOWN);
    }

    private static Formula constant(double number, Unit unit) {
        return Formula.constant(number, unit);
    }
}
