package org.sizewright.ui.part;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Children in columns of equal width, as many as find room; for rows of fields that must not be cut in a narrow window. */
public final class FlowGrid extends Region {
    private final double least;
    private final double gap;

    /**
     * @param least how narrow a column may be, in pixels
     * @param gap between columns and between rows
     */
    public FlowGrid(double least, double gap, Node... children) {
        this.least = least;
        this.gap = gap;
        getChildren().setAll(children);
    }

    public void show(List<? extends Node> children) {
        getChildren().setAll(children);
    }

    /** What is shown, in its order. */
    public List<Node> shown() {
        return List.copyOf(getChildren());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return least;
    }

    @Override
    protected double computePrefWidth(double height) {
        int count = Math.max(1, getManagedChildren().size());
        return count * least + (count - 1) * gap;
    }

    @Override
    protected double computePrefHeight(double width) {
        return arrange(width < 0 ? computePrefWidth(-1) : width, false);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    private double arrange(double width, boolean place) {
        List<Node> nodes = getManagedChildren();
        if (nodes.isEmpty()) {
            return 0;
        }
        int columns = (int) Math.clamp((long) ((width + gap) / (least + gap)), 1, nodes.size());
        // equal rows look calmer than a full one and a rest
        int rows = (nodes.size() + columns - 1) / columns;
        columns = (nodes.size() + rows - 1) / rows;
        double column = Math.floor((width - (columns - 1) * gap) / columns);
        double y = 0;
        for (int first = 0; first < nodes.size(); first += columns) {
            List<Node> row = nodes.subList(first, Math.min(nodes.size(), first + columns));
            double height = row.stream()
                    .mapToDouble(node -> node.prefHeight(column))
                    .max()
                    .orElse(0);
            if (place) {
                for (int i = 0; i < row.size(); i++) {
                    row.get(i).resizeRelocate(i * (column + gap), y, column, height);
                }
            }
            y += height + gap;
        }
        return Math.ceil(y - gap);
    }
}
