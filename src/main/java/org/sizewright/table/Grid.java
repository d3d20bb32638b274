package org.sizewright.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Collects the cells of one sheet in any order and keeps count against the limits. */
final class Grid {
    private static final int TRAILING_BLANKS = 100;

    private final String file;
    private final String sheet;
    private final Limits limits;
    private final TreeMap<Integer, List<Cell>> rows = new TreeMap<>();
    private int lastRow = -1;
    private final Tally tally;

    Grid(String file, String sheet, Limits limits, Tally tally) {
        this.file = file;
        this.sheet = sheet;
        this.limits = limits;
        this.tally = tally;
    }

    /** Notes that the file writes this row (from 0), be it blank. */
    void writes(int row) {
        lastRow = Math.max(lastRow, row);
    }

    /** Puts a text in a cell; row and column count from 0. */
    void put(int row, int column, String text) throws UnreadableException {
        put(row, column, Cell.of(text));
    }

    private void put(int row, int column, Cell cell) throws UnreadableException {
        if (cell.text().isEmpty()) {
            return;
        }
        check(row, column, cell.text());
        List<Cell> line = rows.computeIfAbsent(row, ignored -> new ArrayList<>());
        while (line.size() <= column) {
            line.add(Cell.EMPTY);
            tally.addCell();
        }
        line.set(column, cell);
        if (cell.origin() == Cell.Origin.OWN) {
            tally.addText(cell.text());
        }
    }

    /** Shows a merged region's text, which stands in its first cell, in all its cells. */
    void merge(int firstRow, int firstColumn, int lastRow, int lastColumn) throws UnreadableException {
        Cell anchor = cell(firstRow, firstColumn);
        if (anchor.isBlank()) {
            return;
        }
        // a region may reach down to the sheet's last possible row: nothing below the last filled row is of interest
        int bottom = Math.min(lastRow, rows.lastKey());
        int right = Math.min(lastColumn, limits.columns() - 1);
        tally.addMerged(Math.max(0L, bottom - firstRow + 1L) * Math.max(0, right - firstColumn + 1));
        for (int row = firstRow; row <= bottom; row++) {
            for (int column = firstColumn; column <= right; column++) {
                if (row != firstRow || column != firstColumn) {
                    Cell.Origin origin = column == firstColumn ? Cell.Origin.MERGED_DOWN : Cell.Origin.MERGED_ACROSS;
                    put(row, column, new Cell(anchor.text(), origin));
                }
            }
        }
    }

    private Cell cell(int row, int column) {
        List<Cell> line = rows.getOrDefault(row, List.of());
        return column < line.size() ? line.get(column) : Cell.EMPTY;
    }

    private void check(int row, int column, String text) throws UnreadableException {
        if (row >= limits.rows()) {
            throw new UnreadableException(
                    "%s has more than %,d rows in the sheet %s.".formatted(file, limits.rows(), sheet),
                    "Delete what is not part of the list, also stray cells far below it, and try again.");
        }
        if (column >= limits.columns()) {
            throw new UnreadableException(
                    "%s has more than %,d columns in the sheet %s.".formatted(file, limits.columns(), sheet),
                    "Delete what is not part of the list, also stray cells far to the right, and try again.");
        }
        if (text.length() > limits.cellLength()) {
            throw new UnreadableException(
                    "%s has a cell of more than %,d characters in row %d of the sheet %s."
                            .formatted(file, limits.cellLength(), row + 1, sheet),
                    "Check that row, for example for a quotation mark that is never closed, and try again.");
        }
    }

    /**
     * The table, or nothing if no cell is filled. Blank rows at the end count as rows if the file writes them and they are few; many
     * are the formatting of an empty rest.
     */
    Optional<TextTable> toTable() {
        while (!rows.isEmpty() && rows.lastEntry().getValue().stream().allMatch(Cell::isBlank)) {
            rows.pollLastEntry();
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<TextTable.Row> all = new ArrayList<>();
        int last = lastRow - rows.lastKey() <= TRAILING_BLANKS ? Math.max(lastRow, rows.lastKey()) : rows.lastKey();
        for (int row = 0; row <= last; row++) {
            all.add(new TextTable.Row(row + 1, rows.getOrDefault(row, List.of())));
        }
        return Optional.of(new TextTable(sheet, all));
    }
}
