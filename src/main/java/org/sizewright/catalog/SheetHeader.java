package org.sizewright.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sizewright.catalog.ColumnMapping.SourceColumn;
import org.sizewright.table.Cell;
import org.sizewright.table.TextTable;

/**
 * A sheet with the header by which its columns are understood.
 *
 * @param table the sheet
 * @param index the header's place among the rows, -1 if there is none
 * @param signature names headers of this kind
 * @param guess what the header's words say
 * @param columns what is used
 */
record SheetHeader(TextTable table, int index, String signature, Columns guess, Columns columns) {
    static final int WITHIN = 30;
    private static final int SAMPLE_ROWS = 400;
    private static final int SAMPLES = 4;

    /** The header of a sheet: where the user says, else the first row that was mapped before or names enough columns. */
    static Optional<SheetHeader> find(TextTable table, CatalogRules rules, ImportChoices choices) {
        Optional<HeaderRow> said = choices.header().filter(row -> row.sheet().equals(table.sheet()));
        if (said.isPresent()) {
            int row = Math.min(said.get().row(), table.rows().size());
            return Optional.of(at(table, row - 1, rules, choices));
        }
        int last = Math.min(WITHIN, table.rows().size());
        for (int index = 0; index < last; index++) {
            TextTable.Row row = table.rows().get(index);
            if (columns(row, rules, choices).isPresent()) {
                return Optional.of(at(table, index, rules, choices));
            }
        }
        return Optional.empty();
    }

    /** The columns, if the row is a header: one that was mapped before, or one whose words are known. */
    static Optional<Columns> columns(TextTable.Row row, CatalogRules rules, ImportChoices choices) {
        if (choices.columns().isEmpty()) {
            return Columns.of(row, rules.headers());
        }
        Optional<Columns> chosen = chosen(row, Columns.signature(row), choices);
        return chosen.isPresent() ? chosen : Columns.of(row, rules.headers());
    }

    private static Optional<Columns> chosen(TextTable.Row row, String signature, ImportChoices choices) {
        return Optional.ofNullable(choices.columns().get(signature))
                .filter(ignored -> !signature.isEmpty())
                .map(byField -> Columns.chosen(row, byField));
    }

    private static SheetHeader at(TextTable table, int index, CatalogRules rules, ImportChoices choices) {
        TextTable.Row row =
                index < 0 ? new TextTable.Row(1, List.of()) : table.rows().get(index);
        String signature = index < 0 ? "no header, columns: " + table.width() : Columns.signature(row);
        Columns guess = Columns.match(row, rules.headers());
        Columns used = chosen(row, signature, choices)
                .orElseGet(() -> guess.withFormOnlyIfSpoken(
                        row, table.rows().subList(index + 1, table.rows().size())));
        return new SheetHeader(table, index, signature, guess, used);
    }

    List<TextTable.Row> rowsBelow() {
        return table.rows().subList(index + 1, table.rows().size());
    }

    Optional<TextTable.Row> row() {
        return index < 0 ? Optional.empty() : Optional.of(table.rows().get(index));
    }

    ColumnMapping mapping() {
        List<TextTable.Row> below =
                rowsBelow().subList(0, Math.min(SAMPLE_ROWS, rowsBelow().size()));
        List<SourceColumn> all = new ArrayList<>();
        for (int column = 0; column < table.width(); column++) {
            int at = column;
            String header =
                    row().map(row -> Cleaning.line(Columns.own(row, at).text())).orElse("");
            Set<String> samples = new LinkedHashSet<>();
            for (TextTable.Row row : below) {
                Cell cell = Columns.own(row, column);
                if (samples.size() < SAMPLES
                        && !cell.isBlank()
                        && !Columns.key(cell.text()).equals(Columns.key(header))
                        && RowReader.onlyCell(row).isEmpty()) {
                    samples.add(Cleaning.line(cell.text()));
                }
            }
            all.add(new SourceColumn(column, header, List.copyOf(samples)));
        }
        Map<Field, Integer> used = columns.byField();
        return new ColumnMapping(signature, table.sheet(), index + 1, all, guess.byField(), used);
    }
}
