package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Explanation;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Value;

/** Lays out the figures of one calculation as tables in which every cell has its home. */
public final class FigureTables {
    private static final int LONGEST_HOW = 280;
    private static final int LONGEST_IN_TRACE = 600;

    private final FigureBook figures;
    private final Completeness completeness;

    public FigureTables(FigureBook figures) {
        this.figures = figures;
        this.completeness = new Completeness(figures);
    }

    /**
     * One row per {@link RowKey}, one column per figure, three for an estimate. For many rows of few figures.
     *
     * @throws IllegalArgumentException if a figure has other rows
     */
    public Block.Table rowsDown(String title, Rows rows, List<Figure> of) {
        requireRows(rows, of);
        Block.Table.Builder table = Block.Table.titled(title).columns(Column.text(rows.title()));
        Set<String> used = new HashSet<>(Set.of(rows.title().toLowerCase(Locale.ROOT)));
        for (Figure figure : of) {
            for (Lane lane : inReadingOrder(figure)) {
                table.column(Column.number(heading(figure, lane, used), figure.unit())
                        .withTag(Tag.of(figure)));
            }
        }
        for (RowKey row : rows.keys()) {
            List<Entry> entries = new ArrayList<>();
            entries.add(Entry.text(row.title().isEmpty() ? row.id() : row.title()));
            for (Figure figure : of) {
                inReadingOrder(figure).forEach(lane -> entries.add(Entry.home(figure.cell(row, lane))));
            }
            table.row(entries);
        }
        return table.build();
    }

    /**
     * One row per figure, three for an estimate, and one column per {@link RowKey}, with the formula in words. For many figures of
     * few rows.
     *
     * @throws IllegalArgumentException if a figure has other rows
     */
    public Block.Table rowsAcross(String title, Rows rows, List<Figure> of) {
        return rowsAcross(title, rows, of, of);
    }

    /**
     * The same where only some of the figures have their home; the others stand elsewhere and are shown again.
     *
     * @throws IllegalArgumentException if a figure has other rows
     */
    public Block.Table rowsAcross(String title, Rows rows, List<Figure> of, List<Figure> homes) {
        requireRows(rows, of);
        Block.Table.Builder table = Block.Table.titled(title)
                .columns(
                        Column.prose("Figure", 34),
                        Column.status("Kind"),
                        Column.text("Unit"),
                        Column.prose("How", 52));
        Set<String> used = new HashSet<>(Set.of("figure", "unit", "kind", "how", "name in workbook"));
        for (RowKey row : rows.keys()) {
            String heading = row.title().isEmpty() ? row.id() : row.title();
            table.column(Column.number(
                    used.add(heading.toLowerCase(Locale.ROOT)) ? heading : heading + " (" + row.id() + ")"));
        }
        table.column(Column.text(Column.NAME));
        for (Figure figure : of) {
            for (Lane lane : inReadingOrder(figure)) {
                List<Entry> entries = new ArrayList<>();
                entries.add(Entry.text(figure.title() + laneWords(lane)));
                RowKey first = rows.keys().getFirst();
                entries.add(Entry.kind(figure));
                entries.add(Entry.unit(figure.unit()));
                entries.add(Entry.text(lane == Lane.VALUE ? how(figure.cell(first, lane)) : ""));
                rows.keys()
                        .forEach(row -> entries.add(
                                homes.contains(figure)
                                        ? Entry.home(figure.cell(row, lane))
                                        : Entry.mirror(figure.cell(row, lane))));
                entries.add(Entry.text(figure.cell(first, lane).rangeName(), Tone.MUTED));
                table.row(entries);
            }
        }
        return table.build();
    }

    /**
     * Figures with a single cell: name in the workbook, title, kind, value, unit, low, high, completeness, formula in words.
     *
     * @throws IllegalArgumentException if a figure has rows
     */
    public Block.Table singles(String title, List<Figure> of) {
        requireRows(Rows.NONE, of);
        boolean banded = of.stream().anyMatch(Figure::isBanded);
        Block.Table.Builder table = Block.Table.titled(title)
                .columns(
                        Column.prose("Figure", 34),
                        Column.status("Kind"),
                        Column.text("Unit"),
                        Column.prose("How", 52),
                        Column.number("Value"));
        if (banded) {
            table.columns(Column.number("Low"), Column.number("High"));
        }
        table.columns(Column.text("Completeness"), Column.text(Column.NAME));
        for (Figure figure : of) {
            List<Entry> entries = new ArrayList<>();
            entries.add(Entry.text(figure.title()));
            entries.add(Entry.kind(figure));
            entries.add(Entry.unit(figure.unit()));
            entries.add(Entry.text(how(figure.cell())));
            entries.add(Entry.home(figure.cell()));
            if (banded) {
                entries.add(figure.isBanded() ? Entry.home(figure.cell(RowKey.SINGLE, Lane.LOW)) : Entry.empty());
                entries.add(figure.isBanded() ? Entry.home(figure.cell(RowKey.SINGLE, Lane.HIGH)) : Entry.empty());
            }
            entries.add(completeness.entry(figure.cell()));
            entries.add(Entry.text(figure.cell().name(), Tone.MUTED));
            table.row(entries);
        }
        return table.build();
    }

    /**
     * Inputs and facts, one row per cell: name, title, value, unit, accepted range, source with date and evidence, and where it is
     * changed.
     *
     * @throws IllegalArgumentException if a figure is calculated
     */
    public Block.Table assumptions(String title, List<Figure> of) {
        Block.Table.Builder table = Block.Table.titled(title)
                .columns(
                        Column.prose("Assumption", 40),
                        Column.status("Kind"),
                        Column.number("Value"),
                        Column.text("Unit"),
                        Column.number("Min"),
                        Column.number("Max"),
                        Column.prose("Source", 60),
                        Column.text("As of"),
                        Column.text("Evidence"),
                        Column.text(Column.NAME));
        for (Figure figure : of) {
            for (Cell cell : figures.cells(figure)) {
                Source source = figure.given(cell.row())
                        .orElseThrow(() -> new IllegalArgumentException(figure + " is calculated, not assumed"))
                        .source();
                table.row(
                        Entry.text(cell.title()),
                        Entry.kind(figure),
                        Entry.home(cell),
                        Entry.unit(figure.unit()),
                        limit(figure.range().min()),
                        limit(figure.range().max()),
                        Entry.text(
                                source.where().isBlank() || source.evidence() == Evidence.TYPED
                                        ? source.title()
                                        : source.title() + ", " + source.where()),
                        Entry.text(source.asOf()),
                        figures.value(cell) instanceof Value.Unknown unknown
                                        && unknown.cellText().equals(Value.UNKNOWN_TEXT)
                                ? Entry.text("—", Tone.MUTED)
                                : Entry.text(source.evidence().word()),
                        Entry.text(cell.name(), Tone.MUTED));
            }
        }
        return table.build();
    }

    /** How each cell comes about: name, title, value, unit, formula in words and with numbers, what it reads, sources. */
    public Block.Table trace(String title, List<Cell> cells) {
        Block.Table.Builder table = Block.Table.titled(title)
                .columns(
                        Column.text(Column.NAME),
                        Column.prose("Figure", 34),
                        Column.status("Kind"),
                        Column.number("Value"),
                        Column.text("Unit"),
                        Column.prose("Formula", 42),
                        Column.prose("With numbers", 36),
                        Column.prose("Reads", 30),
                        Column.prose("Sources", 40));
        for (Cell cell : cells) {
            Explanation why = figures.explain(cell);
            String laneWords = cell.figure().isBanded() ? laneWords(cell.lane()) : "";
            table.row(
                    Entry.linkToCell(cell.name(), cell),
                    Entry.text(cell.title() + laneWords),
                    Entry.kind(cell.figure()),
                    Entry.mirror(cell),
                    Entry.unit(cell.figure().unit()),
                    Entry.text(why.formula().isEmpty() ? "given" : shortened(why.formula(), LONGEST_IN_TRACE)),
                    Entry.text(shortened(why.numbers(), LONGEST_IN_TRACE)),
                    Entry.text(shortened(why.inputs().stream().map(Cell::name).toList())),
                    Entry.text(why.sources().stream()
                            .map(Source::toLine)
                            .distinct()
                            .collect(Collectors.joining("; "))));
        }
        return table.build();
    }

    /** Whether all parts of that cell are known, as a live formula. */
    public Entry completeness(Cell cell) {
        return completeness.entry(cell);
    }

    private String how(Cell cell) {
        Explanation why = figures.explain(cell);
        if (!why.formula().isEmpty()) {
            return shortened(why.formula(), LONGEST_HOW);
        }
        return why.sources().stream()
                .limit(1)
                .map(source -> source.evidence() == Evidence.TYPED ? Evidence.TYPED.word() : source.toLine())
                .collect(Collectors.joining());
    }

    /** The whole formula stands in the cell. */
    private static String shortened(String formula, int longest) {
        return formula.length() <= longest ? formula : formula.substring(0, longest) + "…";
    }

    private static String shortened(List<String> names) {
        int shown = 12;
        String text = String.join(", ", names.stream().limit(shown).toList());
        return names.size() <= shown ? text : text + " and " + (names.size() - shown) + " more";
    }

    private static Entry limit(double limit) {
        return Double.isInfinite(limit)
                ? Entry.text("—", Tone.MUTED)
                : Entry.number(limit, Math.max(0, NumberFormats.decimals(List.of(limit), false)));
    }

    private static List<Lane> inReadingOrder(Figure figure) {
        return figure.isBanded() ? List.of(Lane.VALUE, Lane.LOW, Lane.HIGH) : List.of(Lane.VALUE);
    }

    private static String laneWords(Lane lane) {
        return lane == Lane.VALUE ? "" : ", " + lane.title();
    }

    private static String heading(Figure figure, Lane lane, Set<String> used) {
        String heading = figure.title() + laneWords(lane);
        String key = heading + "," + figure.unit().symbol();
        return used.add(key.toLowerCase(Locale.ROOT)) ? heading : heading + " (" + figure.id() + ")";
    }

    private static void requireRows(Rows rows, List<Figure> of) {
        for (Figure figure : of) {
            if (!figure.rows().equals(rows)) {
                throw new IllegalArgumentException(figure + " has other rows than the table");
            }
        }
    }
}
