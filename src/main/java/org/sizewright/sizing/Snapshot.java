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
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;

/**
 * The numbers that a search was made for, as a formula that says whether they still hold. Its cell is 1 while they do; in a
 * workbook where somebody changed an input it turns to 0, and what was found turns stale.
 */
final class Snapshot {
    /** Stands for unknown in the comparison; no count, memory or power is negative. */
    private static final double UNKNOWN = -1;
    /** Conditions of about a hundred characters each, in formulas of at most 8,192. */
    private static final int MOST_CONDITIONS = 50;

    private final FigureBook.Builder book;
    private final List<Condition> conditions = new ArrayList<>();

    Snapshot(FigureBook.Builder book) {
        this.book = book;
    }

    /** These figures in all their lanes. */
    Snapshot with(Figure... figures) {
        for (Figure figure : figures) {
            figure.lanes().forEach(lane -> add(figure, lane));
        }
        return this;
    }

    /** These figures as far as their best value goes. */
    Snapshot withValueOf(Figure... figures) {
        for (Figure figure : figures) {
            add(figure, Lane.VALUE);
        }
        return this;
    }

    private void add(Figure figure, Lane lane) {
        Unit unit = figure.unit();
        for (RowKey row : figure.rows().keys()) {
            Formula now = figure.rows().isNone() ? figure : figure.at(Map.of(RowKey.SINGLE, row));
            double then = book.value(figure, row, lane).asNumber().orElse(UNKNOWN);
            conditions.add(
                    now.inLane(lane).orElse(Formula.constant(UNKNOWN, unit)).equalTo(Formula.constant(then, unit)));
        }
    }

    /**
     * Defines the figure. A formula of very many conditions is longer than a spreadsheet takes: then parts of it become figures
     * of their own, called {@code part1_of_id}, {@code part2_of_id}...
     */
    Figure define(String id, String title, Source... sources) {
        FigureBook.Scope all = book.single();
        if (conditions.size() <= MOST_CONDITIONS) {
            return all.searched(id, Unit.COUNT, title, allOf(conditions), sources);
        }
        List<Condition> parts = new ArrayList<>();
        for (int from = 0; from < conditions.size(); from += MOST_CONDITIONS) {
            int part = parts.size() + 1;
            Figure figure = all.searched(
                    "part" + part + "_of_" + id,
                    Unit.COUNT,
                    title + ", part " + part,
                    allOf(conditions.subList(from, Math.min(conditions.size(), from + MOST_CONDITIONS))),
                    sources);
            parts.add(figure.equalTo(Formula.constant(1)));
        }
        return all.searched(id, Unit.COUNT, title, allOf(parts), sources);
    }

    private static Formula allOf(List<Condition> conditions) {
        Formula yes = Formula.constant(1);
        return conditions.isEmpty()
                ? yes
                : Formula.when(new Condition.All(List.copyOf(conditions)), yes, Formula.constant(0));
    }
}
