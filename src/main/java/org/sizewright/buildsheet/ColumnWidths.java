package org.sizewright.buildsheet;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.sizewright.figure.Bound;
import org.sizewright.figure.Cell;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;

/** Width of each column of a sheet in characters, over all of its blocks. */
final class ColumnWidths {
    static final int FILTER_BUTTON = 3;
    private static final int NARROWEST = 7;
    private static final int WIDEST_TEXT = 44;
    private static final int WIDEST_LABEL = 34;
    private static final int WIDTH_OF_LABELS = 22;
    private static final int WIDTH_OF_FACTS = 20;
    private static final int WIDTH_OF_NOTES = 40;

    private final int[] widths;

    private ColumnWidths(int[] widths) {
        this.widths = widths;
    }

    static ColumnWidths of(Layout.PlacedSheet sheet, FigureBook figures, NumberFormats formats) {
        int[] widths = new int[sheet.width()];
        Arrays.fill(widths, NARROWEST);
        for (Layout.Placed placed : sheet.blocks()) {
            switch (placed.block()) {
                case Block.Banner ignored -> {}
                case Block.Note ignored -> {}
                case Block.Facts facts -> {
                    widen(widths, 0, WIDTH_OF_LABELS, WIDEST_LABEL);
                    widen(widths, 1, WIDTH_OF_FACTS, WIDEST_TEXT);
                    if (facts.hasNotes()) {
                        widen(widths, 2, WIDTH_OF_NOTES, WIDEST_TEXT);
                    }
                    for (Block.Fact fact : facts.facts()) {
                        widen(widths, 0, fact.label().length(), WIDEST_LABEL);
                        widen(widths, 1, text(fact.entry(), figures, formats).length(), WIDEST_TEXT);
                        if (facts.hasNotes()) {
                            widen(widths, 2, fact.note().length(), WIDEST_TEXT);
                        }
                    }
                }
                case Block.Table table -> {
                    for (int column = 0; column < table.columns().size(); column++) {
                        widths[column] = Math.max(widths[column], ofColumn(table, column, figures, formats));
                    }
                }
            }
        }
        return new ColumnWidths(widths);
    }

    private static void widen(int[] widths, int column, int length, int widest) {
        widths[column] = Math.max(widths[column], Math.min(widest, length) + 3);
    }

    private static int ofColumn(Block.Table table, int index, FigureBook figures, NumberFormats formats) {
        Column column = table.columns().get(index);
        if (column.width() > 0) {
            return column.width();
        }
        int content = 0;
        for (List<Entry> row : table.rows()) {
            content = Math.max(content, text(row.get(index), figures, formats).length());
        }
        if (table.total().isPresent()) {
            content = Math.max(
                    content,
                    text(table.total().get().get(index), figures, formats).length());
        }
        return Math.max(heading(column.label()), Math.min(WIDEST_TEXT, content) + 3);
    }

    /** Headings wrap: their longest word must fit, and no more than three lines. */
    private static int heading(String label) {
        int longest = Arrays.stream(label.split(" ", -1))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return Math.max(longest, Math.ceilDiv(label.length(), 3)) + FILTER_BUTTON + 1;
    }

    int of(int column) {
        return widths[column];
    }

    int total() {
        return Arrays.stream(widths).sum();
    }

    /** What the reader sees of an entry. */
    static String text(Entry entry, FigureBook figures, NumberFormats formats) {
        return switch (entry) {
            case Entry.Empty ignored -> "";
            case Entry.Text text -> text.text();
            case Entry.Number number -> ValueText.number(number.number(), Math.max(0, number.decimals()));
            case Entry.Input input ->
                input.number().isPresent()
                        ? ValueText.number(input.number().getAsDouble(), input.decimals())
                        : Value.UNKNOWN_TEXT;
            case Entry.Typed typed -> typed.text();
            case Entry.Day day -> day.day().map(LocalDate::toString).orElse("");
            case Entry.Status status -> status.word();
            case Entry.Kind kind -> kind.tag().word();
            case Entry.FigureCell home -> text(home.cell(), figures, formats);
            case Entry.Mirror mirror -> text(mirror.cell(), figures, formats);
            case Entry.Link link -> link.text();
            case Entry.Formula formula ->
                switch (formula.result()) {
                    case Entry.Result.OfNumber number -> ValueText.number(number.number(), number.decimals());
                    case Entry.Result.OfText text -> text.text();
                };
        };
    }

    private static String text(Cell cell, FigureBook figures, NumberFormats formats) {
        int decimals = formats.decimals(cell.figure());
        return switch (figures.value(cell)) {
            case Value.Unknown ignored -> CellText.of(cell, figures);
            case Value.Known known ->
                "≥ ".repeat(known.bound() == Bound.EXACT ? 0 : 1)
                        + (decimals == NumberFormats.SCIENTIFIC
                                ? "0.000E+00"
                                // decimals that are zero are printed, too
                                : ValueText.number(known.number(), 0)
                                        + (decimals == 0 ? "" : "." + "0".repeat(decimals)));
        };
    }
}
