package org.sizewright.ui.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Explanation;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;

/** Turns the explanation of a figure into what the Why pane shows: formula, live numbers, inputs to unfold, sources. */
public final class FigureWhy {
    /** A formula over a whole plan can read hundreds of cells; so many are listed. */
    private static final int MOST_INPUTS = 24;

    private final Texts texts;
    private final FigureBook book;

    private FigureWhy(Texts texts, FigureBook book) {
        this.texts = texts;
        this.book = book;
    }

    /** @throws IllegalArgumentException if the cell belongs to another book */
    public static Why of(Texts texts, FigureBook book, Cell cell) {
        return new FigureWhy(texts, book).why(cell);
    }

    private Why why(Cell cell) {
        Explanation explained = book.explain(cell);
        List<String> formula = new ArrayList<>();
        if (!explained.formula().isEmpty()) {
            formula.add(explained.formula());
            if (!explained.numbers().equals(explained.formula())) {
                formula.add(explained.numbers());
            }
        }
        List<Cell> read = explained.inputs();
        List<Why.Input> inputs = read.stream()
                .limit(MOST_INPUTS)
                .map(input -> input(input, cell))
                .collect(Collectors.toCollection(ArrayList::new));
        if (read.size() > MOST_INPUTS) {
            inputs.add(Why.Input.given(
                    texts.get("explain.more"),
                    String.valueOf(read.size() - MOST_INPUTS),
                    texts.get("explain.more.note")));
        }
        Why why = Why.figure(
                title(cell),
                ValueText.of(explained.value(), cell.figure().unit()),
                note(cell, explained.value()),
                formula,
                inputs);
        if (explained.value() instanceof Value.Unknown unknown) {
            why = why.withText(unknown.why());
        }
        if (!explained.sources().isEmpty()) {
            why = why.withSection(Why.Section.of(
                    texts.get("explain.sources"),
                    explained.sources().stream().map(Source::toLine).collect(Collectors.joining("\n"))));
        }
        return why;
    }

    private static String title(Cell cell) {
        return cell.lane() == Lane.VALUE
                ? cell.title()
                : cell.title() + ", " + cell.lane().title();
    }

    /** The band of an estimate, and decimal gigabytes beside binary ones. */
    private String note(Cell cell, Value value) {
        List<String> notes = new ArrayList<>();
        Unit unit = cell.figure().unit();
        if (unit.equals(Unit.GIB) && value instanceof Value.Known known) {
            notes.add("= "
                    + ValueText.of(new Value.Known(Unit.GIB.convert(known.number(), Unit.GB), known.bound()), Unit.GB));
        }
        if (cell.lane() == Lane.VALUE) {
            book.band(cell.figure(), cell.row())
                    .filter(range -> range.min() < range.max())
                    .ifPresent(range -> notes.add(
                            texts.get("explain.band", ValueText.number(range.min()), ValueText.number(range.max()))));
        }
        return String.join("; ", notes);
    }

    /** The row is named only where it is another one than that of the figure above. */
    private Why.Input input(Cell cell, Cell above) {
        Figure figure = cell.figure();
        String name = cell.row().equals(above.row()) && cell.lane() == above.lane() ? figure.title() : title(cell);
        String value = ValueText.of(book.value(cell), figure.unit());
        Optional<String> source =
                figure.given(cell.row()).map(given -> given.source().toLine());
        return source.map(line -> Why.Input.given(name, value, line))
                .orElseGet(() -> Why.Input.computed(name, value, "", () -> why(cell)));
    }
}
