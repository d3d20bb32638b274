package org.sizewright.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds rows and columns in text that is only placed on pages. The columns are those of the first line with the most pieces, which in a
 * list is its header or a full row; every other piece goes to the column that it starts with, or else overlaps most. A line that follows
 * closer than the rows of the list do is the rest of wrapped cells.
 */
final class PageLayout {
    /**
     * A text drawn in one go.
     *
     * @param page from 1
     * @param left where it starts, in points from the left
     * @param right where it ends
     * @param baseline its baseline, in points from the top
     * @param size the font's size in points
     */
    record Piece(int page, double left, double right, double baseline, double size, String text) {}

    private record Line(List<Piece> pieces) {
        int page() {
            return pieces.getFirst().page();
        }

        double baseline() {
            return pieces.getFirst().baseline();
        }

        double size() {
            return pieces.getFirst().size();
        }
    }

    private record Span(double left, double right) {}

    /** Lines of wrapped text follow each other at about 1.2 times the font's size. */
    private static final double LINE_HEIGHT = 1.45;

    private final List<Line> lines;
    private final double rowPitch;

    private PageLayout(List<Line> lines) {
        this.lines = List.copyOf(lines);
        rowPitch = rowPitch(lines);
    }

    static PageLayout of(List<Piece> pieces) {
        List<Piece> ordered = new ArrayList<>(pieces);
        ordered.sort(Comparator.comparingInt(Piece::page).thenComparingDouble(Piece::baseline));
        List<Line> lines = new ArrayList<>();
        List<Piece> line = new ArrayList<>();
        for (Piece piece : ordered) {
            boolean same = !line.isEmpty()
                    && line.getFirst().page() == piece.page()
                    && Math.abs(line.getFirst().baseline() - piece.baseline()) < 0.35 * piece.size();
            if (!same && !line.isEmpty()) {
                lines.add(line(line));
                line = new ArrayList<>();
            }
            line.add(piece);
        }
        lines.add(line(line));
        return new PageLayout(lines);
    }

    private static Line line(List<Piece> pieces) {
        pieces.sort(Comparator.comparingDouble(Piece::left));
        return new Line(List.copyOf(pieces));
    }

    /** The table, or nothing if there is no line with more than one piece. */
    Optional<TextTable> toTable(String file, Limits limits) throws UnreadableException {
        Line widest = Collections.max(
                lines, Comparator.comparingInt(line -> line.pieces().size()));
        if (widest.pieces().size() < 2) {
            throw new UnreadableException(
                    "%s holds text but no table.".formatted(file), "Export the list as Excel (.xlsx) or CSV.");
        }
        List<Span> columns = widest.pieces().stream()
                .map(piece -> new Span(piece.left(), piece.right()))
                .toList();
        Grid grid = new Grid(file, file, limits, new Tally(file, limits));
        int number = -1;
        List<StringBuilder> row = List.of();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!continuesRow(i, columns)) {
                put(grid, number, row);
                number++;
                row = cells(columns.size());
            }
            for (Piece piece : line.pieces()) {
                StringBuilder cell = row.get(column(piece, columns));
                cell.append(cell.isEmpty() ? "" : " ").append(piece.text());
            }
        }
        put(grid, number, row);
        return grid.toTable();
    }

    private static List<StringBuilder> cells(int count) {
        List<StringBuilder> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cells.add(new StringBuilder());
        }
        return cells;
    }

    private static void put(Grid grid, int number, List<StringBuilder> row) throws UnreadableException {
        for (int column = 0; column < row.size(); column++) {
            grid.put(number, column, row.get(column).toString());
        }
    }

    private static int column(Piece piece, List<Span> columns) {
        int best = 0;
        double most = -1;
        for (int i = 0; i < columns.size(); i++) {
            Span span = columns.get(i);
            if (Math.abs(piece.left() - span.left()) < 0.6 * piece.size()) {
                return i;
            }
            double overlap = Math.min(piece.right(), span.right()) - Math.max(piece.left(), span.left());
            if (overlap > most) {
                most = overlap;
                best = i;
            }
        }
        if (most > 0) {
            return best;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).left() <= piece.left()) {
                best = i;
            }
        }
        return best;
    }

    private boolean continuesRow(int index, List<Span> columns) {
        if (index == 0) {
            return false;
        }
        Line line = lines.get(index);
        Line before = lines.get(index - 1);
        if (line.page() != before.page() || before.pieces().size() < 2) {
            return false;
        }
        double gap = line.baseline() - before.baseline();
        if (gap > LINE_HEIGHT * line.size()) {
            return false;
        }
        boolean startsRow = line.pieces().stream().anyMatch(piece -> column(piece, columns) < 2);
        return !startsRow || gap < 0.8 * rowPitch;
    }

    /** The usual distance of two lines on one page, in points. */
    private static double rowPitch(List<Line> lines) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).page() == lines.get(i - 1).page()) {
                gaps.add(lines.get(i).baseline() - lines.get(i - 1).baseline());
            }
        }
        Collections.sort(gaps);
        return gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 2);
    }
}
