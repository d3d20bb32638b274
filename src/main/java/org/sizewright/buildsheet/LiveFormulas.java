package org.sizewright.buildsheet;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sizewright.delivery.supply.LicenceList;
import org.sizewright.figure.Bound;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Value;
import org.sizewright.sizing.Sizing;

/** Formulas of the sheets that are no figures, each with the result that it gives now. */
final class LiveFormulas {
    private final FigureBook figures;
    private final NumberFormats formats;
    private final Cell placement;
    private final Cell racks;
    private final Map<Cell, Set<Cell>> searchesUnder = new HashMap<>();

    LiveFormulas(FigureBook figures, Sizing sizing) {
        this.figures = figures;
        this.formats = new NumberFormats(figures);
        this.placement = sizing.cluster.current.cell();
        this.racks = sizing.site.current.cell();
    }

    /** The product of two cells; where one is no number, what it says instead. */
    Entry product(Cell left, Cell right) {
        return of(left, right, "*");
    }

    /** A cell times a number; where it is no number, what it says instead. */
    Entry times(Cell cell, int number) {
        String formula = orStale(
                List.of(cell),
                "IF(ISNUMBER(" + cell.name() + ")," + cell.name() + "*" + number + "," + cell.name() + ")");
        return figures.value(cell) instanceof Value.Known known
                ? Entry.formula(formula, known.number() * number, 0)
                : Entry.formula(formula, CellText.of(cell, figures));
    }

    /** The difference of two cells; where one is no number, what it says instead. */
    Entry difference(Cell from, Cell taken) {
        return of(from, taken, "-");
    }

    private Entry of(Cell left, Cell right, String operator) {
        String formula = orStale(
                List.of(left, right),
                "IF(ISNUMBER(" + left.name() + "),IF(ISNUMBER(" + right.name() + ")," + left.name() + operator
                        + right.name() + "," + right.name() + ")," + left.name() + ")");
        if (!(figures.value(left) instanceof Value.Known first)) {
            return Entry.formula(formula, CellText.of(left, figures));
        }
        if (!(figures.value(right) instanceof Value.Known second)) {
            return Entry.formula(formula, CellText.of(right, figures));
        }
        double result = operator.equals("*") ? first.number() * second.number() : first.number() - second.number();
        return Entry.formula(formula, result, result == Math.rint(result) ? 0 : 1);
    }

    /** Hosts x sockets x cores, each socket for so many at least. */
    Entry cores(Cell hosts, Cell sockets, Cell cores, LicenceList.CoreCount count) {
        String names = String.join(",", hosts.name(), sockets.name(), cores.name());
        String formula = orStale(
                List.of(hosts, sockets, cores),
                "IF(COUNT(" + names + ")=3," + hosts.name() + "*" + sockets.name() + "*MAX(" + cores.name() + ","
                        + count.minimum() + ")," + quoted(Value.UNKNOWN_TEXT) + ")");
        return count.total() instanceof Value.Known known
                ? Entry.formula(formula, known.number(), 0)
                : Entry.formula(formula, Value.UNKNOWN_TEXT);
    }

    /** A text around the number of a cell. */
    Entry words(String before, Cell cell, String after) {
        String formula = "IF(ISNUMBER(" + cell.name() + ")," + quoted(before) + "&" + cell.name() + "&" + quoted(after)
                + "," + quoted(before + Value.UNKNOWN_TEXT + after) + ")";
        String number = figures.value(cell) instanceof Value.Known known
                ? org.sizewright.figure.ValueText.number(known.number(), 9).replace(",", "")
                : Value.UNKNOWN_TEXT;
        return Entry.formula(formula, before + number + after);
    }

    /** A cell shown again, as "stale" once a search that it rests on no longer holds. */
    Entry whileCurrent(Cell cell) {
        Set<Cell> searches = searchesUnder(cell);
        boolean exact = figures.value(cell) instanceof Value.Known known && known.bound() == Bound.EXACT;
        int decimals = formats.decimals(cell.figure());
        if (searches.isEmpty() || !exact || decimals < 0 || cell.figure().kind() == Figure.Kind.SEARCHED) {
            return Entry.mirror(cell);
        }
        return Entry.formula(
                holds(searches, cell.name(), quoted(Staleness.STALE)),
                figures.value(cell).asNumber().orElseThrow(),
                decimals);
    }

    /** A number that the application found, as "stale" once a search no longer holds. */
    Entry computed(long number) {
        Set<Cell> both = both();
        String formula = holds(both, String.valueOf(number), quoted(Staleness.STALE));
        return holdNow(both) ? Entry.formula(formula, number, 0) : Entry.formula(formula, Staleness.STALE);
    }

    /** One text while both searches hold, else the other. */
    Entry bothCurrent(String current, String stale) {
        Set<Cell> both = both();
        return Entry.formula(holds(both, quoted(current), quoted(stale)), holdNow(both) ? current : stale);
    }

    /** One of two texts by a cell that is 1 or 0, else what the cell says. */
    Entry yesOrNo(Cell cell, String yes, String no) {
        String formula = "IF(ISNUMBER(" + cell.name() + "),IF(ROUND(" + cell.name() + ",6)=1," + quoted(yes) + ","
                + quoted(no) + ")," + cell.name() + ")";
        return Entry.formula(
                formula,
                figures.value(cell) instanceof Value.Known known
                        ? Math.rint(known.number()) == 1 ? yes : no
                        : CellText.of(cell, figures));
    }

    /**
     * "passed" or "failed"; "unknown" or "stale" where a cell is no number.
     *
     * @param reads the cells of the condition
     * @param condition over their names
     * @param holds whether it holds now
     */
    Entry check(List<Cell> reads, String condition, boolean holds) {
        Set<Cell> both = both();
        String otherwise = holds(both, quoted(Value.UNKNOWN_TEXT), quoted(Staleness.STALE));
        String names = String.join(",", reads.stream().map(Cell::name).toList());
        boolean known = reads.stream().allMatch(cell -> figures.value(cell).isKnown());
        return Entry.formula(
                orStale(
                        reads,
                        "IF(COUNT(" + names + ")=" + reads.size() + ",IF(" + condition + ",\"passed\",\"failed\"),"
                                + otherwise + ")"),
                known ? holds ? "passed" : "failed" : holdNow(both) ? Value.UNKNOWN_TEXT : Staleness.STALE);
    }

    /** The formula while all searches under those cells hold. */
    private String orStale(List<Cell> reads, String formula) {
        Set<Cell> searches = new LinkedHashSet<>();
        reads.forEach(cell -> searches.addAll(searchesUnder(cell)));
        return searches.isEmpty() ? formula : holds(searches, formula, quoted(Staleness.STALE));
    }

    private Set<Cell> both() {
        Set<Cell> both = new LinkedHashSet<>();
        both.add(placement);
        both.add(racks);
        return both;
    }

    private boolean holdNow(Set<Cell> searches) {
        return searches.stream().allMatch(cell -> figures.value(cell).asNumber().orElse(0) == 1);
    }

    private static String holds(Set<Cell> searches, String then, String otherwise) {
        List<String> names = searches.stream().map(Cell::name).toList();
        return "IF(COUNT(" + String.join(",", names) + ")=" + names.size() + ",IF(ROUND(" + String.join("*", names)
                + ",6)=1," + then + "," + otherwise + ")," + otherwise + ")";
    }

    /** Which searches that cell rests on. */
    private Set<Cell> searchesUnder(Cell cell) {
        Set<Cell> known = searchesUnder.get(cell);
        if (known != null) {
            return known;
        }
        Set<Cell> found = new LinkedHashSet<>();
        if (cell.figure().equals(placement.figure())) {
            found.add(placement);
        } else if (cell.equals(racks)) {
            found.add(racks);
        } else {
            figures.explain(cell).inputs().forEach(input -> found.addAll(searchesUnder(input)));
        }
        searchesUnder.put(cell, found);
        return found;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
