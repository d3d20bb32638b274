package org.sizewright.ui.workloads;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Stands over a bar that is longer than its device: how far the device reaches, and by how much the bar goes beyond. */
final class Overrun extends Region {
    private static final double GAP = 2;

    private final Label limit = new Label();
    private final Label over = new Label();
    private double share = 1;

    Overrun() {
        limit.getStyleClass().add("overrun-limit");
        over.getStyleClass().add("overrun-over");
        getChildren().addAll(limit, over);
    }

    void show(Sheet.Overrun shown) {
        limit.setText(shown.limitWords());
        over.setText(shown.overWords());
        share = shown.limit() / shown.sum();
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(limit.prefHeight(-1), over.prefHeight(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double least = over.prefWidth(-1);
        // the words need room even where the excess is a sliver; the lines under them stay to scale as far as that
        // allows
        double end = Math.min(snapPositionX(width * share), width - least);
        limit.resizeRelocate(0, 0, Math.max(0, end - GAP), getHeight());
        over.resizeRelocate(end, 0, width - end, getHeight());
    }
}
