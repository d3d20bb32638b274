package org.sizewright.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sizewright.catalog.ImportResult.Imported;
import org.sizewright.catalog.ImportResult.Refused;
import org.sizewright.table.Cell;
import org.sizewright.table.Reading;
import org.sizewright.table.TextTable;

/**
 * Makes a list of servers of a foreign table, with an account of every row. Pure; whatever the cells hold, it does not throw.
 *
 * <p>Of several sheets it takes the one whose header names most fields. What it cannot read it says; what it does not know it keeps as
 * written. An unknown product never makes an import fail.
 */
public final class CatalogImporter {
    private static final int HEADER_WITHIN = 30;
    private static final int TITLE_LENGTH = 80;
    private static final Pattern PAGER = Pattern.compile(
            "(?:showing |displaying )?\\d[\\d,.]* ?(?:-|to) ?\\d[\\d,.]* of \\d[\\d,.]*(?: (?:items|entries|results|rows|systems))?"
                    + "|page \\d+(?: of \\d+)?|(?:display|show) \\d+(?: per page| entries| items)?|\\d+ (?:items )?per page"
                    + "|(?:previous|next|first|last)(?: page)?|(?:previous )?\\d+(?: \\d+)+(?: next)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FOOTNOTE =
            Pattern.compile("^(?:[*\\u2020\\u2021]|\\(\\d\\) |note:).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern MESSAGE = Pattern.compile(
            "^(?:source|export(?:ed)?|generated|created|copyright|\\u00A9|disclaimer|legend|total|synthetic)\\b.*",
            Pattern.CASE_INSENSITIVE);

    private final CatalogRules rules;

    private CatalogImporter(CatalogRules rules) {
        this.rules = Objects.requireNonNull(rules, "rules");
    }

    public static CatalogImporter of(CatalogRules rules) {
        return new CatalogImporter(rules);
    }

    /**
     * Imports the best sheet.
     *
     * @param tables the sheets of the file
     * @param fileName the file's name, for people
     * @param sha256 the file's hash, kept with the catalog
     */
    public ImportResult importTable(Reading.Tables tables, String fileName, String sha256) {
        Optional<Found> best = Optional.empty();
        for (TextTable table : tables.tables()) {
            Optional<Found> found = find(table);
            if (found.isPresent()
                    && (best.isEmpty()
                            || found.get().columns().score()
                                    > best.get().columns().score())) {
                best = found;
            }
        }
        return best.<ImportResult>map(found -> read(found, fileName, sha256))
                .orElseGet(() -> new Refused(
                        "%s has no row within the first %d that names columns for vendor, server and GPU."
                                .formatted(fileName, HEADER_WITHIN),
                        "Add a header row such as: Partners, System, NVIDIA GPU (Max), CPU (Max), Validation Type."));
    }

    private record Found(TextTable table, int header, Columns columns) {}

    private Optional<Found> find(TextTable table) {
        int last = Math.min(HEADER_WITHIN, table.rows().size());
        for (int index = 0; index < last; index++) {
            Optional<Columns> columns = Columns.of(table.rows().get(index), rules.headers());
            if (columns.isPresent()) {
                return Optional.of(new Found(table, index, columns.get()));
            }
        }
        return Optional.empty();
    }

    private Imported read(Found found, String fileName, String sha256) {
        List<TextTable.Row> rows = found.table().rows();
        String sheet = found.table().sheet();
        List<Note> notes = new ArrayList<>();
        List<RowDraft> drafts = new ArrayList<>();
        boolean titleSeen = false;
        for (TextTable.Row row : rows.subList(0, found.header())) {
            RowFate.Reason reason = above(row, titleSeen);
            titleSeen |= reason != RowFate.Reason.BLANK;
            drafts.add(new RowDraft.Skip(raw(sheet, row), reason));
        }
        TextTable.Row header = rows.get(found.header());
        drafts.add(new RowDraft.Header(raw(sheet, header)));
        Columns columns = checkForm(found.columns(), header, rows.subList(found.header() + 1, rows.size()));
        RowReader.VendorMemory vendors = new RowReader.VendorMemory();
        for (TextTable.Row row : rows.subList(found.header() + 1, rows.size())) {
            Optional<Columns> again = Columns.of(row, rules.headers());
            Optional<RowFate.Reason> reason =
                    again.isPresent() ? Optional.of(RowFate.Reason.REPEATED_HEADER) : remark(row, header);
            if (again.isPresent()) {
                // a pasted page may have its columns in another order
                columns = checkForm(again.get(), row, rows.subList(row.number(), rows.size()));
            }
            RowReader reader = new RowReader(rules, sheet, columns, vendors, notes);
            drafts.add(reason.<RowDraft>map(r -> new RowDraft.Skip(raw(sheet, row), r))
                    .orElseGet(() -> reader.read(row)));
        }
        List<RowFate> fates = Duplicates.resolve(drafts, notes);
        List<CatalogEntry> entries =
                fates.stream().flatMap(fate -> fate.entries().stream()).toList();
        return new Imported(fileName, sha256, sheet, entries, fates, notes);
    }

    /** A column named "form factor" may as well hold the server's height: it counts only if its values speak of PCIe or SXM. */
    private static Columns checkForm(Columns columns, TextTable.Row header, List<TextTable.Row> rows) {
        if (!columns.has(Field.GPU_FORM)) {
            return columns;
        }
        boolean speaks = rows.stream().anyMatch(row -> GpuNames.looksLikeForm(columns.text(row, Field.GPU_FORM)));
        return speaks ? columns : columns.without(Field.GPU_FORM, columns.text(header, Field.GPU_FORM));
    }

    private static RawRow raw(String sheet, TextTable.Row row) {
        return new RawRow(sheet, row.number(), row.texts());
    }

    private static RowFate.Reason above(TextTable.Row row, boolean titleSeen) {
        if (row.isBlank()) {
            return RowFate.Reason.BLANK;
        }
        String text = row.cells().stream()
                .filter(cell -> cell.origin() == Cell.Origin.OWN)
                .map(cell -> Cleaning.line(cell.text()))
                .collect(Collectors.joining(" "))
                .strip();
        boolean title = !titleSeen
                && text.length() <= TITLE_LENGTH
                && !MESSAGE.matcher(text).matches();
        return title ? RowFate.Reason.TITLE : RowFate.Reason.MESSAGE;
    }

    /** Why a row under the header holds no entry, if that is so. */
    private static Optional<RowFate.Reason> remark(TextTable.Row row, TextTable.Row header) {
        if (row.isBlank()) {
            return Optional.of(RowFate.Reason.BLANK);
        }
        if (repeats(row, header)) {
            return Optional.of(RowFate.Reason.REPEATED_HEADER);
        }
        Optional<Cell> only = RowReader.onlyCell(row);
        if (only.isEmpty()) {
            return Optional.empty();
        }
        String text = Cleaning.line(only.get().text());
        boolean across = row.cells().stream().anyMatch(cell -> cell.origin() == Cell.Origin.MERGED_ACROSS);
        if (PAGER.matcher(text).matches()) {
            return Optional.of(RowFate.Reason.PAGER);
        }
        if (FOOTNOTE.matcher(text).matches()) {
            return Optional.of(RowFate.Reason.FOOTNOTE);
        }
        boolean message =
                across || text.length() > TITLE_LENGTH || MESSAGE.matcher(text).matches();
        return message ? Optional.of(RowFate.Reason.MESSAGE) : Optional.empty();
    }

    private static boolean repeats(TextTable.Row row, TextTable.Row header) {
        int same = 0;
        for (int column = 0; column < row.cells().size(); column++) {
            Cell cell = Columns.own(row, column);
            if (!cell.isBlank()) {
                String key = Columns.key(cell.text());
                if (key.isEmpty() || !key.equals(Columns.key(header.cell(column).text()))) {
                    return false;
                }
                same++;
            }
        }
        return same > 1;
    }
}
