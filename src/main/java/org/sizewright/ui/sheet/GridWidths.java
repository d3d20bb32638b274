package org.sizewright.ui.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.sizewright.buildsheet.Column;

/** How wide the columns of a table are and how high its rows: numbers and words in full, sentences in what is left. */
final class GridWidths {
    /** Beyond this many rows a table scrolls in itself, its rows are all alike, and long sentences are shortened. */
    static final int MOST_FREE_ROWS = 80;

    /** Rows that are measured; the others hardly differ. */
    private static final int MEASURED = 200;

    /** Left and right of the text of a cell. */
    static final double PADDING = 20;

    private static final double CHIP_EXTRA = 30;
    private static final double CHARACTER = 6.3;
    private static final double WIDEST_WORDS = 300;
    private static final double NARROWEST_PROSE = 170;
    private static final double LINES_PADDING = 13;
    private static final double HEAD_LINE = 15;

    private final Page.Grid grid;
    private final double[] natural;
    private final String[] headings;
    private final Text probe = new Text();

    GridWidths(Page.Grid grid) {
        this.grid = grid;
        this.natural = new double[grid.heads().size()];
        this.headings = new String[grid.heads().size()];
        List<Page.Row> measured =
                grid.rows().subList(0, Math.min(MEASURED, grid.rows().size()));
        for (int i = 0; i < natural.length; i++) {
            natural[i] = natural(i, measured);
        }
    }

    private double natural(int column, List<Page.Row> measured) {
        Page.Head head = grid.heads().get(column);
        probe.setFont(Font.font("Inter", FontWeight.SEMI_BOLD, 12));
        double content = 0;
        headings[column] = head.kind() == Column.Kind.PROSE ? head.label() : inTwoLines(head.label());
        double heading = width(headings[column]);
        probe.setFont(Font.font("Inter", 12));
        for (Page.Row row : measured) {
            Item item = row.items().get(column);
            boolean marked = item.look() == Item.Look.STATUS || item.look() == Item.Look.TAG;
            content = Math.max(
                    content, width(item.text()) + (marked && !item.text().isEmpty() ? CHIP_EXTRA : 0));
        }
        double widest = head.kind() == Column.Kind.PROSE ? Math.max(120, head.width() * CHARACTER) : WIDEST_WORDS;
        double marks = head.tag().isPresent() ? 60 : 0;
        return Math.ceil(Math.max(Math.max(heading, marks), Math.min(widest, content)) + PADDING);
    }

    /** The heading as it is set: a long one on two lines. */
    String heading(int column) {
        return headings[column];
    }

    double headHeight() {
        boolean tags = grid.heads().stream().anyMatch(head -> head.tag().isPresent());
        boolean two = Arrays.stream(headings).anyMatch(heading -> heading.contains("\n"));
        return 18 + HEAD_LINE * (two ? 2 : 1) + (tags ? 19 : 0);
    }

    /** The columns in that much room; more than it, if they do not fit. */
    double[] columns(double room) {
        double[] widths = natural.clone();
        double left = room - Arrays.stream(widths).sum();
        if (left < 0) {
            double spare =
                    IntStream.range(0, widths.length).mapToDouble(this::give).sum();
            double part = spare == 0 ? 0 : Math.min(1, -left / spare);
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.floor(widths[i] - give(i) * part);
            }
        } else {
            Column.Kind growing = grid.heads().stream().anyMatch(head -> head.kind() == Column.Kind.PROSE)
                    ? Column.Kind.PROSE
                    : Column.Kind.TEXT;
            long many =
                    grid.heads().stream().filter(head -> head.kind() == growing).count();
            for (int i = 0; i < widths.length && many > 0; i++) {
                widths[i] += grid.heads().get(i).kind() == growing ? Math.floor(left / many) : 0;
            }
        }
        return widths;
    }

    /** How much narrower the column may become. */
    private double give(int column) {
        return grid.heads().get(column).kind() == Column.Kind.PROSE
                ? Math.max(0, natural[column] - NARROWEST_PROSE)
                : 0;
    }

    /** The heights of the rows for those columns; all alike in a long table. */
    double[] rows(double[] columns) {
        double[] heights = new double[grid.rows().size()];
        Arrays.fill(heights, GridRow.LOWEST);
        if (isLong()) {
            return heights;
        }
        probe.setFont(Font.font("Inter", 12));
        for (int row = 0; row < heights.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                String text = grid.rows().get(row).items().get(column).text();
                if (grid.heads().get(column).kind() == Column.Kind.PROSE && !text.isEmpty()) {
                    probe.setText(text);
                    probe.setWrappingWidth(Math.max(40, columns[column] - PADDING - 1));
                    heights[row] = Math.max(
                            heights[row], Math.ceil(probe.getLayoutBounds().getHeight()) + LINES_PADDING);
                }
            }
        }
        probe.setWrappingWidth(0);
        return heights;
    }

    boolean isLong() {
        return grid.rows().size() > MOST_FREE_ROWS;
    }

    private double width(String text) {
        probe.setText(text);
        return probe.getLayoutBounds().getWidth();
    }

    /** Broken at the space that is nearest to the middle. */
    private static String inTwoLines(String label) {
        int middle = label.length() / 2;
        if (label.length() <= 14) {
            return label;
        }
        int best = -1;
        for (int i = label.indexOf(' '); i >= 0; i = label.indexOf(' ', i + 1)) {
            if (best < 0 || Math.abs(i - middle) < Math.abs(best - middle)) {
                best = i;
            }
        }
        return best < 0 ? label : label.substring(0, best) + "\n" + label.substring(best + 1);
    }
}
