package org.sizewright.ui.part;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Rows of names with equally wide columns beside them. Names and the heads of the columns stay in sight while the rest scrolls. */
public final class FrozenGrid {
    private final double nameWidth;
    private final double leastWidth;
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final List<Region> heads = new ArrayList<>();
    private final List<Region> names = new ArrayList<>();
    private int row;
    private int column;

    /**
     * @param nameWidth width of the names
     * @param leastWidth least width of a column
     * @param styleClass of the grid
     */
    public FrozenGrid(double nameWidth, double leastWidth, String styleClass) {
        this.nameWidth = nameWidth;
        this.leastWidth = leastWidth;
        grid.getStyleClass().add(styleClass);
        scroll.getStyleClass().add("compare-frame");
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.setPrefHeight(200);
        scroll.setFocusTraversable(false);
        scroll.vvalueProperty().subscribe(this::stick);
        scroll.hvalueProperty().subscribe(this::stick);
        scroll.viewportBoundsProperty().subscribe(this::stick);
        grid.layoutBoundsProperty().subscribe(this::stick);
    }

    public Node view() {
        return scroll;
    }

    /** Begins anew with these heads; the corner stands above the names. */
    public void begin(Region corner, List<? extends Region> columnHeads) {
        grid.getChildren().clear();
        heads.clear();
        names.clear();
        constrain(columnHeads.size());
        heads.add(corner);
        heads.addAll(columnHeads);
        for (int i = 0; i < heads.size(); i++) {
            grid.add(heads.get(i), i, 0);
        }
        row = 0;
    }

    /** Starts a row; what is added next stands beside this name, from left to right. */
    public void startRow(Region name) {
        startRow(name, 1);
    }

    /** Starts a row whose name reaches over so many columns, its own included. */
    public void startRow(Region name, int columns) {
        row++;
        column = columns;
        names.add(name);
        grid.add(name, 0, row, columns, 1);
    }

    public void add(Node node) {
        add(node, 1);
    }

    public void add(Node node, int columns) {
        grid.add(node, column, row, columns, 1);
        column += columns;
    }

    /** Ends what {@link #begin} began. */
    public void end() {
        names.forEach(each -> each.setViewOrder(-1));
        heads.forEach(each -> each.setViewOrder(-2));
        if (!heads.isEmpty()) {
            heads.getFirst().setViewOrder(-3);
        }
        stick();
    }

    /** The place of what has the focus, -1 if that is nothing of this grid. */
    public int focused() {
        for (int i = 0; i < grid.getChildren().size(); i++) {
            if (grid.getChildren().get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    /** Gives the focus to what stands at that place now, if anything does. */
    public void focus(int place) {
        if (place >= 0 && place < grid.getChildren().size()) {
            grid.getChildren().get(place).requestFocus();
        }
    }

    /** Words that fill their place and wrap. */
    public static Region words(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return label;
    }

    private void constrain(int columns) {
        List<ColumnConstraints> all = new ArrayList<>(List.of(new ColumnConstraints(nameWidth, nameWidth, nameWidth)));
        for (int i = 0; i < columns; i++) {
            ColumnConstraints each = new ColumnConstraints(leastWidth, leastWidth, Double.MAX_VALUE);
            each.setHgrow(Priority.ALWAYS);
            each.setFillWidth(true);
            all.add(each);
        }
        grid.getColumnConstraints().setAll(all);
        grid.setMinWidth(nameWidth + columns * leastWidth);
    }

    /** Moves heads and names along with the scrolling, so that they seem to stand still. */
    private void stick() {
        double right = Math.max(0, grid.getWidth() - scroll.getViewportBounds().getWidth());
        double down = Math.max(0, grid.getHeight() - scroll.getViewportBounds().getHeight());
        double x = right * scroll.getHvalue();
        double y = down * scroll.getVvalue();
        names.forEach(each -> each.setTranslateX(x));
        heads.forEach(each -> each.setTranslateY(y));
        if (!heads.isEmpty()) {
            heads.getFirst().setTranslateX(x);
        }
    }
}
