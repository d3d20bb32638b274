package org.sizewright.buildsheet.returned;

import java.util.Map;
import org.sizewright.buildsheet.WrittenValue;

/**
 * A cell for typing as it came back.
 *
 * @param written what stood in it when the workbook was written
 * @param text what stands in it now, without spaces around it
 * @param where sheet and cell, such as {@code Checklist!G12}
 * @param row what stands in its row, by heading
 */
record TypedCell(WrittenValue written, String text, String where, Map<String, String> row) {
    TypedCell {
        row = Map.copyOf(row);
    }

    /** What stands in the row under this heading; empty if there is no such column. */
    String beside(String heading) {
        return row.getOrDefault(heading, "");
    }
}
