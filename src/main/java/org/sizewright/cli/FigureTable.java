package org.sizewright.cli;

import java.util.Optional;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Explanation;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;

/**
 * Figures line by line: what, how much (memory in GiB and GB), over which band, how far it can be trusted; on request with formula
 * and sources.
 */
final class FigureTable {
    private static final String LINE = "%-46s %26s  %-28s %s";

    private final Console console;
    private final FigureBook book;
    private final boolean explained;
    private final EvidenceOf evidence;
    /** Of the last unknown figure of the section: the next with the same need not repeat it. */
    private String reason = "";

    /** @param explained whether formula, numbers and sources follow each line */
    FigureTable(Console console, FigureBook book, boolean explained) {
        this.console = console;
        this.book = book;
        this.explained = explained;
        evidence = new EvidenceOf(book);
        console.print("");
        console.print(LINE.formatted("", "", "over the band", "evidence"));
    }

    /** A heading with the row's figures below. */
    void section(String title, RowKey row, Figure... figures) {
        console.print("");
        console.print(title);
        reason = "";
        more(row, figures);
    }

    /** Further figures of the section. */
    void more(RowKey row, Figure... figures) {
        for (Figure figure : figures) {
            line(figure, row);
        }
    }

    private void line(Figure figure, RowKey row) {
        Cell cell = figure.cell(row, Lane.VALUE);
        Value value = book.value(cell);
        console.print(LINE.formatted(
                        "  " + figure.title(),
                        both(value, figure.unit()),
                        band(figure, row),
                        evidence.weakest(cell).word())
                .stripTrailing());
        if (value instanceof Value.Unknown unknown && !unknown.why().equals(reason)) {
            reason = unknown.why();
            console.print("      " + reason);
        }
        if (explained) {
            explain(cell);
        }
    }

    private void explain(Cell cell) {
        Explanation why = book.explain(cell);
        if (!why.formula().isEmpty()) {
            console.print("      = " + why.formula());
            console.print("      = " + why.numbers());
        }
        for (Source source : why.sources()) {
            console.print("      source: " + source.toLine());
        }
    }

    private String band(Figure figure, RowKey row) {
        if (!figure.isBanded() || !book.value(figure, row).isKnown()) {
            return "";
        }
        return book.band(figure, row)
                .map(band -> band.min() < band.max()
                        ? ValueText.number(band.min()) + " to " + ValueText.number(band.max())
                        : "")
                .orElseGet(() -> ValueText.number(book.value(figure.cell(row, Lane.HIGH))));
    }

    /** Memory in both units, since data sheets and tools differ in them by 7 %. */
    private static String both(Value value, Unit unit) {
        String text = ValueText.of(value, unit);
        Optional<Unit> other = unit.equals(Unit.GIB)
                ? Optional.of(Unit.GB)
                : unit.equals(Unit.GB) ? Optional.of(Unit.GIB) : Optional.empty();
        if (value instanceof Value.Known known && other.isPresent()) {
            return text + " = " + ValueText.of(Value.of(unit.convert(known.number(), other.get())), other.get());
        }
        return text;
    }
}
