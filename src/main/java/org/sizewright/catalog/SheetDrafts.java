package org.sizewright.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.table.Cell;
import org.sizewright.table.TextTable;

/** Reads one sheet row by row into drafts, exactly one for each row. */
final class SheetDrafts {
    private final RowContext context;
    private final TextTable table;
    private final String file;
    private final Optional<SheetHeader> header;
    private final ClassOrigin origin;
    private final List<RowDraft> drafts = new ArrayList<>();
    private Optional<TextTable.Row> headerRow = Optional.empty();
    private Columns columns = new Columns(Map.of(), Map.of());
    private SystemClass otherwise;
    private boolean dataSinceHeading;

    /**
     * A list of one table per sheet: rows above the header are title and messages.
     *
     * @param shown the file's name in the rows, empty if the list is one file
     */
    static SheetDrafts ofList(RowContext context, SheetHeader header, String shown, ImportFile file) {
        Optional<LocalDate> date = context.choices.date().or(file::date);
        SystemClass filter = context.choices
                .filter()
                .map(wording -> SystemClass.parse(wording)
                        .from(ClassOrigin.Source.FILTER, "Filter of the export " + file.name(), date))
                .orElse(SystemClass.UNKNOWN);
        ClassOrigin column = new ClassOrigin(ClassOrigin.Source.COLUMN, "Column of " + file.name(), date);
        return new SheetDrafts(context, header.table(), Optional.of(header), shown, column, filter);
    }

    /** A document of several tables, each perhaps with the class as a heading. */
    static SheetDrafts ofDocument(RowContext context, TextTable table, ImportFile file) {
        ClassOrigin list = new ClassOrigin(ClassOrigin.Source.CERTIFIED_LIST, file.name(), file.date());
        SystemClass sheet =
                CategoryHeading.namesClass(table.sheet()) && !table.sheet().equals(file.name())
                        ? SystemClass.parse(table.sheet()).from(list)
                        : SystemClass.UNKNOWN;
        return new SheetDrafts(context, table, Optional.empty(), file.name(), list, sheet);
    }

    private SheetDrafts(
            RowContext context,
            TextTable table,
            Optional<SheetHeader> header,
            String file,
            ClassOrigin origin,
            SystemClass otherwise) {
        this.context = context;
        this.table = table;
        this.header = header;
        this.file = file;
        this.origin = origin;
        this.otherwise = otherwise;
    }

    List<RowDraft> read() {
        // a vendor is filled down within a sheet only
        context.lastVendor = "";
        header.ifPresentOrElse(this::readList, this::readDocument);
        return drafts;
    }

    private void readList(SheetHeader found) {
        boolean titleSeen = false;
        for (TextTable.Row row : table.rows().subList(0, Math.max(0, found.index()))) {
            RowFate.Reason reason = Remarks.above(row, titleSeen);
            titleSeen |= reason != RowFate.Reason.BLANK;
            skip(row, reason);
        }
        headerRow = found.row();
        headerRow.ifPresent(row -> drafts.add(new RowDraft.Header(raw(row))));
        columns = found.columns();
        for (TextTable.Row row : found.rowsBelow()) {
            Optional<Columns> again = SheetHeader.columns(row, context.rules, context.choices);
            if (again.isPresent()) {
                turnPage(row, again.get(), found.columns());
            } else if (heading(row).isPresent() && startsTable(row)) {
                skip(row, RowFate.Reason.TITLE);
            } else {
                Optional<RowFate.Reason> reason = Remarks.below(row, headerRow);
                reason.ifPresentOrElse(why -> skip(row, why), () -> readServer(row));
            }
        }
    }

    /** A pasted page repeats the header, perhaps with its columns in another order; a later one may be back in the first order. */
    private void turnPage(TextTable.Row row, Columns again, Columns first) {
        boolean same = headerRow
                .filter(header -> Columns.signature(header).equals(Columns.signature(row)))
                .isPresent();
        columns = same ? first : again.withFormOnlyIfSpoken(row, below(row));
        skip(row, RowFate.Reason.REPEATED_HEADER);
    }

    private void readDocument() {
        boolean titleSeen = false;
        for (TextTable.Row row : table.rows()) {
            Optional<Columns> next = SheetHeader.columns(row, context.rules, context.choices);
            if (next.isPresent()) {
                startTable(row, next.get());
                continue;
            }
            Optional<String> heading = heading(row);
            if (heading.isPresent()) {
                otherwise = SystemClass.parse(heading.get()).from(origin);
                dataSinceHeading = false;
                skip(row, RowFate.Reason.TITLE);
                titleSeen = true;
            } else if (headerRow.isEmpty()) {
                RowFate.Reason reason = Remarks.above(row, titleSeen);
                titleSeen |= reason != RowFate.Reason.BLANK;
                skip(row, reason);
            } else {
                Optional<RowFate.Reason> reason = Remarks.below(row, headerRow);
                reason.ifPresentOrElse(why -> skip(row, why), () -> {
                    readServer(row);
                    dataSinceHeading = true;
                });
            }
        }
    }

    private void startTable(TextTable.Row row, Columns next) {
        boolean first = headerRow.isEmpty();
        boolean otherTable = headerRow
                .filter(before -> !Columns.signature(before).equals(Columns.signature(row)))
                .isPresent();
        if (otherTable && dataSinceHeading) {
            // a table with another header and no heading of its own belongs to no class named before
            otherwise = SystemClass.UNKNOWN;
        }
        if (!otherwise.isKnown()) {
            otherwise = named(next.text(row, Field.MODEL));
        }
        headerRow = Optional.of(row);
        columns = next.withFormOnlyIfSpoken(row, below(row));
        context.lastVendor = "";
        if (first) {
            drafts.add(new RowDraft.Header(raw(row)));
        } else {
            skip(row, RowFate.Reason.REPEATED_HEADER);
        }
    }

    /** A column name that says what class the systems under it are, such as "OVX Server". */
    private SystemClass named(String modelHeader) {
        return context.rules.categoryHeaders().contains(Columns.key(modelHeader))
                ? SystemClass.parse(modelHeader).from(origin)
                : SystemClass.UNKNOWN;
    }

    private Optional<String> heading(TextTable.Row row) {
        return RowReader.onlyCell(row)
                .map(Cell::text)
                .filter(text -> Remarks.below(row, Optional.empty())
                        .filter(reason -> reason != RowFate.Reason.MESSAGE || Remarks.isMessage(Cleaning.line(text)))
                        .isEmpty())
                .filter(text -> context.spellings.vendor(text).isEmpty())
                .flatMap(CategoryHeading::read)
                // between the rows of a table only what speaks of a class by itself, or stands across the columns, is a
                // heading
                .filter(text ->
                        headerRow.isEmpty() || CategoryHeading.namesClass(text) || isAcross(row) || startsTable(row));
    }

    private static boolean isAcross(TextTable.Row row) {
        return row.cells().stream().anyMatch(cell -> cell.origin() == Cell.Origin.MERGED_ACROSS);
    }

    /** True if a header follows, with nothing but blank rows and lone lines between. */
    private boolean startsTable(TextTable.Row row) {
        for (TextTable.Row next : below(row)) {
            if (SheetHeader.columns(next, context.rules, context.choices).isPresent()) {
                return true;
            }
            if (!next.isBlank() && RowReader.onlyCell(next).isEmpty()) {
                return false;
            }
        }
        return false;
    }

    private List<TextTable.Row> below(TextTable.Row row) {
        return table.rows().subList(row.number(), table.rows().size());
    }

    private void readServer(TextTable.Row row) {
        RowReader reader = new RowReader(context, columns, otherwise, origin);
        drafts.add(reader.read(row, raw(row)));
    }

    private void skip(TextTable.Row row, RowFate.Reason reason) {
        drafts.add(new RowDraft.Skip(raw(row), reason));
    }

    private RawRow raw(TextTable.Row row) {
        return new RawRow(file, table.sheet(), row.number(), row.texts());
    }
}
