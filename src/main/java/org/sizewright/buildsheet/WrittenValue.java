package org.sizewright.buildsheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Given;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;

/**
 * What stood in a cell for typing when the workbook was written, so that what somebody typed later can be told from what the plan
 * has become since.
 *
 * @param sheet id of its sheet
 * @param title of the sheet on its tab
 * @param id of its row
 * @param column heading of its column
 * @param text a number with every digit, a day as 2026-12-31, a text with line breaks as \n
 * @param place where the plan keeps it, where sheet, id and column do not say that; may be empty
 */
public record WrittenValue(String sheet, String title, String id, String column, String text, String place) {
    /** All of a build sheet, in reading order. */
    static List<WrittenValue> of(BuildSheet buildSheet) {
        List<WrittenValue> values = new ArrayList<>();
        for (Sheet sheet : buildSheet.sheets()) {
            for (Block block : sheet.blocks()) {
                if (block instanceof Block.Table table) {
                    add(values, sheet, table, buildSheet.figures());
                }
            }
        }
        return values;
    }

    private static void add(List<WrittenValue> values, Sheet sheet, Block.Table table, FigureBook figures) {
        OptionalInt ids = table.idColumn();
        if (ids.isEmpty()) {
            return;
        }
        for (List<Entry> row : table.rows()) {
            if (row.get(ids.getAsInt()) instanceof Entry.Text id) {
                for (int column = 0; column < row.size(); column++) {
                    String heading = table.columns().get(column).label();
                    typed(row.get(column), figures)
                            .ifPresent(typed -> values.add(new WrittenValue(
                                    sheet.id(), sheet.title(), id.text(), heading, typed.text(), typed.place())));
                }
            }
        }
    }

    private record Typed(String text, String place) {}

    private static Optional<Typed> typed(Entry entry, FigureBook figures) {
        return switch (entry) {
            case Entry.Typed typed -> Optional.of(new Typed(typed.text(), typed.place()));
            case Entry.Day day ->
                Optional.of(new Typed(day.day().map(LocalDate::toString).orElse(""), ""));
            case Entry.FigureCell home -> input(home.cell(), figures);
            default -> Optional.empty();
        };
    }

    /** An input of the plan that says where it is changed. */
    private static Optional<Typed> input(Cell cell, FigureBook figures) {
        return cell.figure().kind() == Figure.Kind.INPUT
                ? cell.figure()
                        .given(cell.row())
                        .flatMap(Given::path)
                        .map(path -> new Typed(
                                switch (figures.value(cell)) {
                                    case Value.Known known -> ValueText.exact(known.number());
                                    case Value.Unknown unknown -> unknown.cellText();
                                },
                                path))
                : Optional.empty();
    }
}
