package org.sizewright.ui.workloads;

import java.util.Optional;
import java.util.OptionalDouble;
import org.sizewright.figure.Bound;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Given;
import org.sizewright.figure.Lane;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.MemoryText;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;

/** The figures of one workload as words. */
record RowFigures(Texts texts, FigureBook book, RowKey row, MemoryUnit unit) {
    /** With memory in GiB. */
    RowFigures(Texts texts, FigureBook book, RowKey row) {
        this(texts, book, row, MemoryUnit.GIB);
    }

    static Optional<RowKey> row(Rows rows, WorkloadId id) {
        return rows.keys().stream().filter(key -> key.id().equals(id.value())).findFirst();
    }

    Value value(Figure figure) {
        return book.value(figure, row);
    }

    /** What the library or the architect would have to say for the figure to be known; empty if it is. */
    Optional<String> missing(Figure figure) {
        return missing(book, figure.cell(row, Lane.VALUE));
    }

    /** The first fact under an unknown figure that nobody has given. */
    static Optional<String> missing(FigureBook book, Cell cell) {
        if (!(book.value(cell) instanceof Value.Unknown unknown)) {
            return Optional.empty();
        }
        Optional<Given> given = cell.figure().given(cell.row());
        if (given.isPresent()) {
            // an input that may be left open lacks nothing
            return given.get().path().isPresent() ? Optional.empty() : Optional.of(unknown.why());
        }
        return book.explain(cell).inputs().stream()
                .map(input -> missing(book, input))
                .flatMap(Optional::stream)
                .findFirst();
    }

    OptionalDouble number(Figure figure) {
        return value(figure).asNumber();
    }

    /** A count for a sentence; 0 where it is not known, so ask first. */
    long whole(Figure figure) {
        return Math.round(number(figure).orElse(0));
    }

    Cell cell(Figure figure) {
        return figure.cell(row, Lane.VALUE);
    }

    /** Words of the head sentence that stand for the figure. */
    Phrase phrase(String words, Figure figure) {
        return Phrase.figure(words, cell(figure));
    }

    /** The number without its unit. */
    String plain(Figure figure) {
        return ValueText.number(value(figure));
    }

    String plain(Figure figure, int decimals) {
        return ValueText.of(value(figure), Unit.COUNT, decimals);
    }

    String text(Figure figure) {
        return memory(figure).orElseGet(() -> ValueText.of(value(figure), figure.unit()));
    }

    String text(Figure figure, int decimals) {
        return memory(figure).orElseGet(() -> ValueText.of(value(figure), figure.unit(), decimals));
    }

    /** An amount of memory in the unit that the user chose; empty for what is no exact amount of memory. */
    private Optional<String> memory(Figure figure) {
        return figure.unit().equals(Unit.GIB)
                        && value(figure) instanceof Value.Known known
                        && known.bound() == Bound.EXACT
                ? Optional.of(memoryText().text(known.number() * MemoryCard.GIB))
                : Optional.empty();
    }

    MemoryText memoryText() {
        return new MemoryText(texts, unit);
    }

    /** "58.2 to 63.1 over the band", or nothing where all lanes agree. */
    Optional<String> band(Figure figure) {
        return band(figure, -1);
    }

    Optional<String> band(Figure figure, int decimals) {
        return book.band(figure, row)
                .filter(range -> range.min() < range.max())
                .map(range -> texts.get(
                        "workloads.band",
                        number(shown(figure, range.min()), decimals),
                        number(shown(figure, range.max()), decimals)));
    }

    /** The band, or nothing to say. */
    String note(Figure figure) {
        return range(figure)
                .map(range -> texts.get("workloads.total.band", range))
                .orElse("");
    }

    /** "100 to 300", or nothing where all lanes agree. */
    Optional<String> range(Figure figure) {
        return book.band(figure, row)
                .filter(range -> range.min() < range.max())
                .map(range -> texts.get("workloads.range", number(range.min(), -1), number(range.max(), -1)));
    }

    /** Half the width of the band against the value: 0.18 for ± 18 %. */
    OptionalDouble spread(Figure figure) {
        Optional<Range> range = book.band(figure, row);
        OptionalDouble middle = number(figure);
        return range.isEmpty() || middle.isEmpty() || middle.getAsDouble() <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((range.get().max() - middle.getAsDouble()) / middle.getAsDouble());
    }

    Tile tile(String label, Figure figure, String note) {
        return new Tile(label, text(figure), note, value(figure).isKnown(), cell(figure));
    }

    Tile tile(String label, Figure figure, int decimals, String note) {
        return new Tile(label, text(figure, decimals), note, value(figure).isKnown(), cell(figure));
    }

    /** The same amount in the other unit. */
    String otherUnit(Figure figure) {
        return switch (value(figure)) {
            case Value.Known known ->
                texts.get("workloads.gb", new MemoryText(texts, unit.other()).text(known.number() * MemoryCard.GIB));
            case Value.Unknown unknown -> unknown.why();
        };
    }

    private double shown(Figure figure, double number) {
        return figure.unit().equals(Unit.GIB) ? unit.of(number * MemoryCard.GIB) : number;
    }

    private static String number(double number, int decimals) {
        return decimals < 0 ? ValueText.number(number) : ValueText.number(number, decimals);
    }
}
