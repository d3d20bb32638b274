package org.sizewright.table;

import java.util.List;
import java.util.Objects;

/**
 * One sheet as a grid of text.
 *
 * <p>Rows are complete: the row at index i has the number i + 1, the number a spreadsheet shows. Blank rows between filled ones are
 * there, blank rows after the last filled one are not. In delimited text every record is a row, blank lines included; a leading
 * {@code sep=} line is not a row.
 *
 * @param sheet the sheet's name, or the file's name for delimited text
 * @param rows the rows from 1 on
 */
public record TextTable(String sheet, List<Row> rows) {
    /**
     * One row of the sheet.
     *
     * @param number the row's number as a spreadsheet shows it, from 1
     * @param cells the cells from column A on; rows may differ in length
     */
    public record Row(int number, List<Cell> cells) {
        public Row {
            if (number < 1) {
                throw new IllegalArgumentException("row numbers start at 1: " + number);
            }
            cells = List.copyOf(cells);
        }

        /** The cell in the column (from 0); the empty cell beyond the row's end. */
        public Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.EMPTY;
        }

        public boolean isBlank() {
            return cells.stream().allMatch(Cell::isBlank);
        }

        /** The texts as they stand, in column order. */
        public List<String> texts() {
            return cells.stream().map(Cell::text).toList();
        }
    }

    public TextTable {
        Objects.requireNonNull(sheet, "sheet");
        rows = List.copyOf(rows);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).number() != i + 1) {
                throw new IllegalArgumentException("row " + (i + 1) + " is missing in sheet " + sheet);
            }
        }
    }

    /** The number of columns of the longest row. */
    public int width() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }
}
