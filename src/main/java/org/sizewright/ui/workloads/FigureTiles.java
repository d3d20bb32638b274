package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.figure.Cell;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.PressBox;

/** Figures side by side, each to be pressed for its explanation. */
final class FigureTiles extends VBox {
    private static final double LEAST = 138;

    private final FlowGrid grid = new FlowGrid(LEAST, 6);
    private final Consumer<Cell> explain;
    private List<Tile> shown = List.of();

    FigureTiles(Consumer<Cell> explain) {
        this.explain = explain;
        getChildren().setAll(grid);
    }

    void show(List<Tile> tiles) {
        if (sameWords(tiles) && !tiles.isEmpty()) {
            shown = List.copyOf(tiles);
            return;
        }
        shown = List.copyOf(tiles);
        if (grid.getChildrenUnmodifiable().size() == tiles.size()) {
            // what has the focus keeps it
            for (int i = 0; i < tiles.size(); i++) {
                fill((PressBox) grid.getChildrenUnmodifiable().get(i), tiles.get(i));
            }
            return;
        }
        List<PressBox> boxes = new ArrayList<>();
        for (int i = 0; i < tiles.size(); i++) {
            int index = i;
            PressBox box = new PressBox(0, () -> explain.accept(shown.get(index).cell()));
            box.getStyleClass().add("figure-tile");
            fill(box, tiles.get(i));
            boxes.add(box);
        }
        grid.show(boxes);
    }

    private boolean sameWords(List<Tile> tiles) {
        return words(tiles).equals(words(shown));
    }

    private static List<String> words(List<Tile> tiles) {
        return tiles.stream()
                .map(tile -> tile.label() + "\n" + tile.value() + "\n" + tile.note() + tile.known())
                .toList();
    }

    private static void fill(PressBox box, Tile tile) {
        VBox lines = new VBox(
                1,
                label(tile.label(), "field-name"),
                label(tile.value(), tile.known() ? "tile-value" : "tile-unknown"));
        if (!tile.note().isEmpty()) {
            lines.getChildren().add(label(tile.note(), "note"));
        }
        HBox.setHgrow(lines, Priority.ALWAYS);
        box.getChildren().setAll(lines);
        box.setAccessibleText(tile.label() + ": " + tile.value() + ", " + tile.note());
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
