package org.sizewright.ui.part;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A lane with a limit marked on it; above the mark stands what the limit is and, behind it, by how much it is passed. */
final class LimitMark extends Region {
    private static final double GAP = 4;

    private final SegmentLane lane;
    private final Label name = new Label();
    private final Label excess = new Label();
    private final Region line = new Region();
    private final Region over = new Region();
    private Optional<StackedBar.Limit> limit = Optional.empty();
    private double sum;
    private double length = 1;

    LimitMark(SegmentLane lane) {
        this.lane = lane;
        name.getStyleClass().add("bar-limit-name");
        excess.getStyleClass().add("bar-excess");
        line.getStyleClass().add("bar-limit");
        over.getStyleClass().add("bar-over");
        line.setMouseTransparent(true);
        over.setMouseTransparent(true);
        getChildren().addAll(lane, over, line, name, excess);
    }

    /** @param end how long the lane is, in the unit of the sizes */
    void show(Optional<StackedBar.Limit> shown, double used, double end) {
        limit = shown;
        sum = used;
        length = end;
        name.setText(shown.map(StackedBar.Limit::label).orElse(""));
        excess.setText(isPassed() ? shown.map(StackedBar.Limit::excess).orElse("") : "");
        name.setVisible(shown.isPresent());
        line.setVisible(shown.isPresent());
        excess.setVisible(isPassed());
        over.setVisible(isPassed());
        requestLayout();
    }

    /** What stands above the lane. */
    String words() {
        return excess.getText().isEmpty() ? name.getText() : name.getText() + "; " + excess.getText();
    }

    private boolean isPassed() {
        return limit.isPresent() && sum > limit.get().at();
    }

    private double markAt(double width) {
        return 1 + (width - 2) * limit.map(StackedBar.Limit::at).orElse(0.0) / length;
    }

    private double nameEnd(double width) {
        return Math.max(name.prefWidth(-1), Math.min(width, markAt(width) - (isPassed() ? GAP : 0)));
    }

    private double excessStart(double width) {
        return Math.min(markAt(width) + GAP, width - excess.prefWidth(-1));
    }

    /** The words stand in one row where they have room side by side. */
    private int rows(double width) {
        if (limit.isEmpty()) {
            return 0;
        }
        return isPassed() && nameEnd(width) + GAP > excessStart(width) ? 2 : 1;
    }

    private double rowHeight() {
        return Math.ceil(name.prefHeight(-1)) + 2;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(lane.prefWidth(-1), limit.isPresent() ? name.prefWidth(-1) : 0);
    }

    @Override
    protected double computeMinWidth(double height) {
        return lane.minWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return rows(width < 0 ? prefWidth(-1) : width) * rowHeight() + lane.prefHeight(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        int rows = rows(width);
        double top = rows * rowHeight();
        double high = lane.prefHeight(-1);
        lane.resizeRelocate(0, top, width, high);
        if (limit.isEmpty()) {
            return;
        }
        double mark = Math.round(markAt(width));
        double nameWide = Math.min(width, Math.ceil(name.prefWidth(-1)));
        double row = rowHeight() - 2;
        name.resizeRelocate(Math.max(0, Math.round(nameEnd(width) - nameWide)), 0, nameWide, row);
        double excessWide = Math.min(width, Math.ceil(excess.prefWidth(-1)));
        excess.resizeRelocate(Math.max(0, Math.floor(excessStart(width))), (rows - 1) * rowHeight(), excessWide, row);
        line.resizeRelocate(Math.min(mark, width - 2), top - 3, 2, high + 6);
        double end = 1 + (width - 2) * sum / length;
        over.resizeRelocate(mark, top + 1, Math.max(0, end - mark), high - 2);
    }
}
