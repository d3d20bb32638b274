package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.figure.Cell;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.part.PressBox;

/** Figures side by side, each to be pressed for its explanation. */
final class FigureTiles extends VBox {
    private static final double LEAST = 138;

    private final FlowGrid grid = new FlowGrid(LEAST, 6);
    private final Consumer<Cell> explain;
    private List<Tile> shown = List.of();
    private Optional<Glossary> glossary = Optional.empty();

    FigureTiles(Consumer<Cell> explain) {
        this.explain = explain;
        getChildren().setAll(grid);
    }

    void show(List<Tile> tiles) {
        if (sameWords(tiles) && !shown.isEmpty()) {
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
            box.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.F1) {
                    shown.get(index).term().ifPresent(term -> glossary.ifPresent(help -> help.keep(term, box)));
                    event.consume();
                }
            });
            fill(box, tiles.get(i));
            boxes.add(box);
        }
        grid.show(boxes);
    }

    /** Puts help beside the tiles that name a term. */
    void explain(Glossary help) {
        glossary = Optional.of(help);
        List<Tile> tiles = shown;
        shown = List.of();
        show(tiles);
    }

    private boolean sameWords(List<Tile> tiles) {
        return words(tiles).equals(words(shown));
    }

    private static List<String> words(List<Tile> tiles) {
        return tiles.stream()
                .map(tile -> tile.label() + "\n" + tile.value() + "\n" + tile.note() + tile.known())
                .toList();
    }

    private void fill(PressBox box, Tile tile) {
        HBox name = new HBox(3, label(tile.label(), "field-name"));
        name.setAlignment(Pos.CENTER_LEFT);
        tile.term()
                .ifPresent(term -> glossary.ifPresent(help -> {
                    Button mark = help.mark(term);
                    // by keyboard the way from figure to figure stays short; F1 on the figure opens the help
                    mark.setFocusTraversable(false);
                    name.getChildren().add(mark);
                }));
        VBox lines = new VBox(1, name, label(tile.value(), tile.known() ? "tile-value" : "tile-unknown"));
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
