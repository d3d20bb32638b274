package org.sizewright.ui.workloads;

import java.util.Optional;
import java.util.OptionalDouble;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Texts;

/** The figures of one workload as words. */
record RowFigures(Texts texts, FigureBook book, RowKey row) {
    static Optional<RowKey> row(Rows rows, WorkloadId id) {
        return rows.keys().stream().filter(key -> key.id().equals(id.value())).findFirst();
    }

    Value value(Figure figure) {
        return book.value(figure, row);
    }

    OptionalDouble number(Figure figure) {
        return value(figure).asNumber();
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
        return ValueText.of(value(figure), figure.unit());
    }

    String text(Figure figure, int decimals) {
        return ValueText.of(value(figure), figure.unit(), decimals);
    }

    /** "58.2 to 63.1 over the band", or nothing where all lanes agree. */
    Optional<String> band(Figure figure) {
        return band(figure, -1);
    }

    Optional<String> band(Figure figure, int decimals) {
        return book.band(figure, row)
                .filter(range -> range.min() < range.max())
                .map(range ->
                        texts.get("workloads.band", number(range.min(), decimals), number(range.max(), decimals)));
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

    /** The same amount in decimal gigabytes. */
    String gigabytes(Figure figure) {
        return switch (value(figure)) {
            case Value.Known known ->
                texts.get(
                        "workloads.gb",
                        ValueText.of(
                                new Value.Known(figure.unit().convert(known.number(), Unit.GB), known.bound()),
                                Unit.GB,
                                1));
            case Value.Unknown unknown -> unknown.why();
        };
    }

    private static String number(double number, int decimals) {
        return decimals < 0 ? ValueText.number(number) : ValueText.number(number, decimals);
    }
}
