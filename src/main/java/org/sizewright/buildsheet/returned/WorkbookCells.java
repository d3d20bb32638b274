package org.sizewright.buildsheet.returned;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.util.CellReference;
import org.sizewright.buildsheet.Column;
import org.sizewright.buildsheet.WrittenSheet;
import org.sizewright.buildsheet.WrittenValue;
import org.sizewright.table.TextTable;

/** Finds the cells for typing of a workbook that came back. */
final class WorkbookCells {
    private static final Set<String> ID_HEADINGS = Set.of(Column.ID, Column.NAME);

    private final String file;
    private final List<TextTable> tables;
    private final List<TypedCell> cells = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    WorkbookCells(String file, List<TextTable> tables) {
        this.file = file;
        this.tables = tables;
    }

    ReturnedWorkbook read() {
        Optional<TextTable> asWritten = table(WrittenSheet.TITLE);
        if (asWritten.isEmpty()) {
            return new ReturnedWorkbook.Refused(
                    file
                            + " does not say what it was written with: it is no workbook of this program, or its hidden sheet \""
                            + WrittenSheet.TITLE + "\" was removed.",
                    "Choose a workbook that this program exported, saved as Excel workbook (.xlsx).");
        }
        Map<String, String> facts = new HashMap<>();
        List<WrittenValue> written = new ArrayList<>();
        boolean values = false;
        for (TextTable.Row row : asWritten.get().rows()) {
            if (values && !row.isBlank()) {
                written.add(new WrittenValue(
                        text(row, 0), text(row, 1), text(row, 2), text(row, 3), lines(row, 4), text(row, 5)));
            } else if (text(row, 0).equals(WrittenSheet.HEADINGS.getFirst())) {
                values = true;
            } else {
                facts.put(text(row, 0), text(row, 1));
            }
        }
        Map<String, List<WrittenValue>> bySheet = new LinkedHashMap<>();
        written.forEach(value -> bySheet.computeIfAbsent(value.title(), title -> new ArrayList<>())
                .add(value));
        bySheet.forEach((title, ofSheet) -> table(title)
                .ifPresentOrElse(
                        found -> sheet(found, ofSheet),
                        () -> remarks.add(new Remark(
                                title,
                                "The workbook has no sheet " + title + " any more: nothing was read from it.",
                                "If it was renamed, name it " + title + " again."))));
        return new ReturnedWorkbook.Read(
                file,
                facts.getOrDefault(WrittenSheet.PLAN, ""),
                facts.getOrDefault(WrittenSheet.OPTION, ""),
                cells,
                remarks);
    }

    private Optional<TextTable> table(String title) {
        return tables.stream()
                .filter(table -> table.sheet().strip().equalsIgnoreCase(title))
                .findFirst();
    }

    /**
     * A row under headings.
     *
     * @param section number of the headings on the sheet: tables with equal headings are different ones
     */
    private record Found(TextTable.Row row, Map<String, Integer> columns, int section) {
        /** What stands in it under this heading; empty if there is no such column. */
        Optional<String> text(String heading) {
            return Optional.ofNullable(columns.get(heading)).map(column -> WorkbookCells.text(row, column));
        }

        String id() {
            return ID_HEADINGS.stream()
                    .map(this::text)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse("");
        }
    }

    private void sheet(TextTable table, List<WrittenValue> written) {
        Map<String, List<WrittenValue>> byId = new LinkedHashMap<>();
        written.forEach(value ->
                byId.computeIfAbsent(value.id(), id -> new ArrayList<>()).add(value));
        Map<String, List<Found>> found = new LinkedHashMap<>();
        Map<String, Integer> columns = Map.of();
        List<Found> nameless = new ArrayList<>();
        int section = 0;
        for (TextTable.Row row : table.rows()) {
            Map<String, Integer> headings = headings(row);
            if (headings.keySet().stream().anyMatch(ID_HEADINGS::contains)) {
                columns = headings;
                section++;
                continue;
            }
            Found here = new Found(row, columns, section);
            if (byId.containsKey(here.id())) {
                found.computeIfAbsent(here.id(), same -> new ArrayList<>()).add(here);
            } else if (!columns.isEmpty()) {
                nameless.add(here);
            }
        }
        Set<String> missing = new LinkedHashSet<>();
        byId.forEach((id, values) -> {
            List<Found> rows = found.getOrDefault(id, List.of());
            if (!rows.isEmpty()) {
                values.forEach(value -> cell(table, value, rows, missing));
            }
        });
        missing.forEach(column -> remarks.add(new Remark(
                table.sheet(),
                "The sheet " + table.sheet() + " has no column " + column + " any more: nothing was read from it.",
                "Bring the column back under this heading, or enter what stood in it in the application.")));
        goneRows(table, byId.keySet(), found.keySet());
        nameless(table, nameless, byId, found);
    }

    private void cell(TextTable table, WrittenValue value, List<Found> rows, Set<String> missing) {
        Set<String> texts = new LinkedHashSet<>();
        List<TypedCell> here = new ArrayList<>();
        for (Found row : rows) {
            Integer column = row.columns().get(value.column());
            if (column == null) {
                missing.add(value.column());
                continue;
            }
            TypedCell cell = new TypedCell(
                    value,
                    lines(row.row(), column),
                    table.sheet() + "!" + CellReference.convertNumToColString(column)
                            + row.row().number(),
                    words(row));
            texts.add(cell.text());
            here.add(cell);
        }
        if (texts.size() > 1) {
            remarks.add(new Remark(
                    here.getLast().where(),
                    "The row of " + value.id() + " stands there more than once, and under " + value.column()
                            + " the rows differ: \"" + String.join("\", \"", texts) + "\". None was taken.",
                    "Keep one of the rows."));
        } else if (!here.isEmpty()) {
            cells.add(here.getFirst());
        }
    }

    private void goneRows(TextTable table, Set<String> ids, Set<String> found) {
        List<String> gone = ids.stream().filter(id -> !found.contains(id)).toList();
        if (!gone.isEmpty()) {
            remarks.add(new Remark(
                    table.sheet(),
                    (gone.size() == 1 ? "One row is" : gone.size() + " rows are")
                            + " not in the sheet any more, or lost their id: "
                            + String.join(", ", gone.stream().limit(5).toList()) + (gone.size() > 5 ? "..." : "")
                            + ". The plan keeps what it has for them.",
                    "Nothing, if they were deleted on purpose."));
        }
    }

    /** Rows that somebody added, or whose id was typed over, under headings where something would be taken. */
    private void nameless(
            TextTable table, List<Found> rows, Map<String, List<WrittenValue>> byId, Map<String, List<Found>> found) {
        for (Found row : rows) {
            boolean taken =
                    found.values().stream().flatMap(List::stream).anyMatch(other -> other.section() == row.section());
            List<String> typed = byId.values().stream()
                    .flatMap(List::stream)
                    .map(WrittenValue::column)
                    .distinct()
                    .map(row::text)
                    .flatMap(Optional::stream)
                    .filter(text -> !text.isEmpty())
                    .toList();
            if (taken && !typed.isEmpty()) {
                String id = row.id();
                remarks.add(new Remark(
                        table.sheet() + "!" + row.row().number(),
                        "Row " + row.row().number() + " has "
                                + (id.isEmpty()
                                        ? "no id"
                                        : "the id " + id + ", which the workbook was not written with")
                                + ": \"" + String.join("\", \"", typed) + "\" was not taken.",
                        "Enter it in the application, or in the row that it belongs to."));
            }
        }
    }

    private static Map<String, Integer> headings(TextTable.Row row) {
        Map<String, Integer> headings = new LinkedHashMap<>();
        for (int column = 0; column < row.cells().size(); column++) {
            String heading = text(row, column);
            if (!heading.isEmpty()) {
                headings.putIfAbsent(heading, column);
            }
        }
        return headings;
    }

    private static Map<String, String> words(Found found) {
        Map<String, String> words = new HashMap<>();
        found.columns().forEach((heading, column) -> words.put(heading, text(found.row(), column)));
        return words;
    }

    private static String text(TextTable.Row row, int column) {
        return row.cell(column).text().strip();
    }

    private static String lines(TextTable.Row row, int column) {
        return text(row, column).replace("\r\n", "\n").replace('\r', '\n');
    }
}
