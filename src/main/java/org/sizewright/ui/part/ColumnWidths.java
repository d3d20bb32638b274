package org.sizewright.ui.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The widths of the columns of a table, from what stands in them. */
final class ColumnWidths {
    /** The prepared cells of a table. */
    interface Cells {
        Cell at(int row, int column);
    }

    private static final double CHIP_EXTRA = 30;
    private static final double MARK_WIDTH = 34;
    private static final double MARK_EXTRA = 22;
    private static final double PADDING = 19;
    private static final double SCROLL_BAR = 16;
    private static final double WIDEST = 340;

    /** Columns of words may be cut down to this before the table scrolls sideways. */
    private static final double NARROWEST = 92;

    /** This share of a column's words should stand in full for as long as that is possible. */
    private static final double USUAL = 0.85;

    private static final int MEASURED_ROWS = 300;

    private final List<? extends Column<?>> columns;
    private final List<? extends TableColumn<?, ?>> viewColumns;
    private boolean measured;
    private double[] natural;
    private double[] usual;
    private boolean[] chips;

    /** @param viewColumns the same columns as the table shows them */
    ColumnWidths(List<? extends Column<?>> columns, List<? extends TableColumn<?, ?>> viewColumns) {
        this.columns = columns;
        this.viewColumns = viewColumns;
        natural = new double[columns.size()];
        usual = new double[columns.size()];
        chips = new boolean[columns.size()];
    }

    boolean isMeasured() {
        return measured;
    }

    /**
     * Measures what the columns need for these rows, at least as much as before.
     *
     * @return whether any needs more
     */
    boolean widen(int rows, Cells cells) {
        double[] before = natural;
        double[] usualBefore = usual;
        measure(rows, cells);
        for (int i = 0; i < before.length; i++) {
            natural[i] = Math.max(natural[i], before[i]);
            usual[i] = Math.max(usual[i], usualBefore[i]);
        }
        return !Arrays.equals(natural, before);
    }

    private void measure(int rows, Cells cells) {
        measured = true;
        natural = new double[columns.size()];
        usual = new double[columns.size()];
        chips = new boolean[columns.size()];
        Text probe = new Text();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() == Column.Kind.MARK) {
                natural[i] = MARK_WIDTH;
                usual[i] = MARK_WIDTH;
                continue;
            }
            probe.setFont(Font.font("Inter", FontWeight.SEMI_BOLD, 12));
            probe.setText(columns.get(i).title());
            double width = probe.getLayoutBounds().getWidth() + PADDING + 14;
            probe.setFont(Font.font("Inter", 13));
            Map<String, Double> seen = new HashMap<>();
            List<Double> widths = new ArrayList<>();
            for (int row = 0; row < Math.min(MEASURED_ROWS, rows); row++) {
                Cell cell = cells.at(row, i);
                chips[i] |= cell.tone().isPresent();
                double text = seen.computeIfAbsent(cell.text(), words -> {
                    probe.setText(words);
                    return probe.getLayoutBounds().getWidth();
                });
                double beside =
                        cell.tone().isPresent() ? CHIP_EXTRA : cell.mark().isPresent() ? MARK_EXTRA : 0;
                widths.add(text + beside + PADDING);
            }
            widths.sort(null);
            natural[i] = Math.ceil(Math.min(WIDEST, Math.max(width, widths.getLast())));
            usual[i] = Math.ceil(Math.clamp(widths.get((int) (USUAL * (widths.size() - 1))), width, natural[i]));
        }
    }

    /**
     * Gives the columns the width that their contents need. What is left is shared between those of words; what is lacking is taken
     * from them, first where only few rows need the width.
     */
    void share(double width) {
        if (!measured) {
            return;
        }
        double sum = 0;
        double words = 0;
        for (int i = 0; i < natural.length; i++) {
            if (viewColumns.get(i).isVisible()) {
                sum += natural[i];
                words += columns.get(i).kind() == Column.Kind.WORDS ? natural[i] : 0;
            }
        }
        double left = Math.max(0, width - SCROLL_BAR - sum);
        double lacking = Math.max(0, sum - width + SCROLL_BAR);
        double rare = 0;
        double common = 0;
        for (int i = 0; i < natural.length; i++) {
            if (isCut(i)) {
                rare += natural[i] - usual[i];
                common += Math.max(0, usual[i] - NARROWEST);
            }
        }
        double ofRare = rare > 0 ? Math.min(1, lacking / rare) : 0;
        double ofCommon = common > 0 ? Math.clamp((lacking - rare) / common, 0, 1) : 0;
        for (int i = 0; i < natural.length; i++) {
            boolean grows = columns.get(i).kind() == Column.Kind.WORDS && words > 0;
            double more = grows ? Math.floor(left * natural[i] / words) : 0;
            double less =
                    isCut(i) ? ofRare * (natural[i] - usual[i]) + ofCommon * Math.max(0, usual[i] - NARROWEST) : 0;
            viewColumns.get(i).setPrefWidth(natural[i] + more - Math.ceil(less));
        }
    }

    /** Whether a column may be narrower than its contents: chips and numbers are never cut. */
    private boolean isCut(int column) {
        return viewColumns.get(column).isVisible() && columns.get(column).kind() == Column.Kind.WORDS && !chips[column];
    }
}
