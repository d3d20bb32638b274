package org.sizewright.ui.sheet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.buildsheet.Column;
import org.sizewright.buildsheet.Sheet;
import org.sizewright.buildsheet.Tag;

/** One sheet, prepared for showing. */
record Page(String id, String title, String purpose, Sheet.Group group, List<Part> parts) {
    Page {
        parts = List.copyOf(parts);
    }

    /** One block of the sheet. */
    sealed interface Part {}

    record Grid(String title, String note, List<Head> heads, List<Row> rows) implements Part {
        Grid {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }

        /** Headings and those rows, counted from 0, as text that pastes into a spreadsheet. */
        String toTsv(List<Integer> wanted) {
            StringBuilder text = new StringBuilder(
                    heads.stream().map(head -> field(head.label())).collect(Collectors.joining("\t")));
            for (int row : wanted) {
                text.append('\n')
                        .append(rows.get(row).items().stream()
                                .map(item -> field(item.text()))
                                .collect(Collectors.joining("\t")));
            }
            return text.append('\n').toString();
        }

        private static String field(String text) {
            return text.replaceAll("[\\t\\r\\n]+", " ");
        }
    }

    /**
     * The heading of a column.
     *
     * @param label with the unit
     * @param width wanted, in characters; 0 fits the content
     */
    record Head(String label, Column.Kind kind, int width, Optional<Tag> tag) {}

    /** @param total whether it stands under the table as its sum */
    record Row(List<Item> items, boolean total) {
        Row {
            items = List.copyOf(items);
        }
    }

    record Lines(String title, List<Line> lines) implements Part {
        Lines {
            lines = List.copyOf(lines);
        }
    }

    record Line(String label, Item item, String note) {}

    record Banner(Item item) implements Part {}

    record Note(String text) implements Part {}
}
