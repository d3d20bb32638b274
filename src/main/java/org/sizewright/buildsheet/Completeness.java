package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Condition;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;

/**
 * Whether all parts of a number are known. Parts are the cells that a sum, a smallest or a largest gathers, anywhere under the
 * number: those are left out where they are unknown, so the number is then only a bound.
 */
final class Completeness {
    static final String COMPLETE = "complete";
    /** Arguments per COUNT; spreadsheets take 255. */
    private static final int ARGUMENTS = 200;

    private final FigureBook figures;
    private final Map<Cell, Set<Cell>> partsOf = new HashMap<>();
    private final Map<Cell, Set<Cell>> searchedUnder = new HashMap<>();

    Completeness(FigureBook figures) {
        this.figures = figures;
    }

    /** "complete", "2 of 3 parts known", "unknown" or "stale", as a formula over names. */
    Entry entry(Cell cell) {
        Set<Cell> parts = parts(cell);
        String name = cell.name();
        String number = quoted(COMPLETE);
        String words = COMPLETE;
        if (!parts.isEmpty()) {
            long known =
                    parts.stream().filter(part -> figures.value(part).isKnown()).count();
            String tail = " of " + parts.size() + " parts known";
            number = "IF(" + count(parts) + "=" + parts.size() + "," + quoted(COMPLETE) + "," + count(parts) + "&"
                    + quoted(tail) + ")";
            words = known == parts.size() ? COMPLETE : known + tail;
        }
        boolean searched = cell.figure().kind() == Figure.Kind.SEARCHED;
        Set<Cell> searchedUnder = searched ? Set.of() : searchedUnder(cell);
        String otherwise = searched
                ? "IF(" + name + "=" + quoted(Staleness.STALE) + "," + quoted(Staleness.STALE) + "," + quoted("unknown")
                        + ")"
                : quoted("unknown");
        if (!searchedUnder.isEmpty()) {
            // a sum over stale parts is only a bound, or no number at all: both for the same reason
            if (!parts.isEmpty()) {
                number = orStale(searchedUnder, number);
            }
            otherwise = orStale(searchedUnder, otherwise);
        }
        if (!figures.value(cell).isKnown()) {
            words = searched && CellText.of(cell, figures).equals(Staleness.STALE) ? Staleness.STALE : "unknown";
        }
        return Entry.formula("IF(ISNUMBER(" + name + ")," + number + "," + otherwise + ")", words);
    }

    private static String orStale(Set<Cell> searched, String otherwise) {
        List<String> stale = searched.stream()
                .map(under -> under.name() + "=" + quoted(Staleness.STALE))
                .toList();
        return "IF(OR(" + String.join(",", stale) + ")," + quoted(Staleness.STALE) + "," + otherwise + ")";
    }

    /** The results of searches that a number rests on, not those under them. */
    private Set<Cell> searchedUnder(Cell cell) {
        Set<Cell> known = searchedUnder.get(cell);
        if (known == null) {
            Set<Cell> found = new LinkedHashSet<>();
            for (Cell input : figures.explain(cell).inputs()) {
                if (input.figure().kind() == Figure.Kind.SEARCHED) {
                    found.add(input);
                } else {
                    found.addAll(searchedUnder(input));
                }
            }
            searchedUnder.put(cell, found);
            known = found;
        }
        return known;
    }

    /** A condition that holds while parts are missing; only for cells that have parts. */
    String isIncomplete(Cell cell) {
        Set<Cell> parts = parts(cell);
        return count(parts) + "<" + parts.size();
    }

    Set<Cell> parts(Cell cell) {
        Set<Cell> known = partsOf.get(cell);
        if (known == null) {
            Set<Cell> found = new LinkedHashSet<>();
            cell.figure().formula().ifPresent(formula -> collect(formula, cell.row(), cell.lane(), found));
            partsOf.put(cell, found);
            known = found;
        }
        return known;
    }

    private void collect(Formula formula, RowKey row, Lane lane, Set<Cell> found) {
        switch (formula) {
            case Figure figure -> found.addAll(parts(figure.cell(figure.rows().isNone() ? RowKey.SINGLE : row, lane)));
            case Formula.Ref ref -> {
                RowKey meant = ref.rowOf().get(row);
                if (meant != null) {
                    found.addAll(parts(ref.figure().cell(meant, lane)));
                }
            }
            case Formula.Over over -> {
                List<RowKey> rows = over.rowsOf().isEmpty()
                        ? over.figure().rows().keys()
                        : over.rowsOf().getOrDefault(row, List.of());
                for (RowKey gathered : rows) {
                    Cell part = over.figure().cell(gathered, lane);
                    // the many parts of one thing come from one record: they count only where one is missing
                    if (!over.figure().rows().isDetail() || !figures.value(part).isKnown()) {
                        found.add(part);
                    }
                    found.addAll(parts(part));
                }
            }
            case Formula.InLane inLane -> collect(inLane.part(), row, inLane.lane(), found);
            case Formula.Constant ignored -> {}
            case Formula.Missing ignored -> {}
            case Formula.Sum sum -> sum.parts().forEach(part -> collect(part, row, lane, found));
            case Formula.Difference difference -> {
                collect(difference.from(), row, lane, found);
                collect(difference.taken(), row, lane, found);
            }
            case Formula.Product product -> {
                collect(product.left(), row, lane, found);
                collect(product.right(), row, lane, found);
            }
            case Formula.Quotient quotient -> {
                collect(quotient.above(), row, lane, found);
                collect(quotient.below(), row, lane, found);
            }
            case Formula.Power power -> {
                collect(power.base(), row, lane, found);
                collect(power.exponent(), row, lane, found);
            }
            case Formula.Extreme extreme -> extreme.parts().forEach(part -> collect(part, row, lane, found));
            case Formula.Stepped stepped -> {
                collect(stepped.number(), row, lane, found);
                collect(stepped.step(), row, lane, found);
            }
            case Formula.If choice -> {
                collect(choice.condition(), row, lane, found);
                collect(choice.then(), row, lane, found);
                collect(choice.otherwise(), row, lane, found);
            }
            case Formula.OrElse orElse -> {
                collect(orElse.preferred(), row, lane, found);
                collect(orElse.fallback(), row, lane, found);
            }
            case Formula.ByLane byLane ->
                collect(
                        switch (lane) {
                            case LOW -> byLane.low();
                            case VALUE -> byLane.value();
                            case HIGH -> byLane.high();
                        },
                        row,
                        lane,
                        found);
        }
    }

    private void collect(Condition condition, RowKey row, Lane lane, Set<Cell> found) {
        switch (condition) {
            case Condition.Compare compare -> {
                collect(compare.left(), row, lane, found);
                collect(compare.right(), row, lane, found);
            }
            case Condition.All all -> all.parts().forEach(part -> collect(part, row, lane, found));
        }
    }

    /** How many of the parts are numbers, over ranges where all rows of a figure are parts. */
    private static String count(Set<Cell> parts) {
        Map<String, List<Cell>> byRange = new LinkedHashMap<>();
        parts.forEach(part -> byRange.computeIfAbsent(part.rangeName(), key -> new ArrayList<>())
                .add(part));
        List<String> all = new ArrayList<>();
        byRange.forEach((range, cells) -> {
            Rows rows = cells.getFirst().figure().rows();
            if (!rows.isNone() && cells.size() == rows.keys().size()) {
                all.add(range);
            } else {
                cells.forEach(cell -> all.add(cell.name()));
            }
        });
        List<String> counts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += ARGUMENTS) {
            counts.add("COUNT(" + String.join(",", all.subList(from, Math.min(all.size(), from + ARGUMENTS))) + ")");
        }
        return counts.size() == 1 ? counts.getFirst() : "(" + String.join("+", counts) + ")";
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
