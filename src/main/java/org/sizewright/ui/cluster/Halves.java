package org.sizewright.ui.cluster;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Two parts: below each other, or side by side where both have room. */
final class Halves extends Region {
    /** From this width on the right part has room for two racks side by side. */
    private static final double WIDE = 1300;

    private static final double GAP = 12;
    /** How much of a wide screen the left part takes. */
    private static final double LEFT = 0.455;

    private final Region left;
    private final Region right;

    Halves(Region left, Region right) {
        this.left = left;
        this.right = right;
        getChildren().setAll(List.of(left, right));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(left.minWidth(-1), right.minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDE / 2;
    }

    @Override
    protected double computePrefHeight(double width) {
        return arrange(width < 0 ? computePrefWidth(-1) : width, false);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    private double arrange(double width, boolean place) {
        boolean wide = width >= WIDE;
        double leftWidth = wide ? Math.floor((width - GAP) * LEFT) : width;
        double rightWidth = wide ? width - GAP - leftWidth : width;
        double leftHeight = Math.ceil(left.prefHeight(leftWidth));
        double rightHeight = Math.ceil(right.prefHeight(rightWidth));
        if (place) {
            left.resizeRelocate(0, 0, leftWidth, leftHeight);
            right.resizeRelocate(wide ? leftWidth + GAP : 0, wide ? 0 : leftHeight + GAP, rightWidth, rightHeight);
        }
        return wide ? Math.max(leftHeight, rightHeight) : leftHeight + GAP + rightHeight;
    }
}
