package org.sizewright.ui.workloads;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import org.sizewright.figure.Cell;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Glossary;

/** Figures in a card that is not there while there are none. */
final class FiguresCard extends VBox {
    private final FigureTiles tiles;

    FiguresCard(String title, Consumer<Cell> explain) {
        tiles = new FigureTiles(explain);
        getChildren().setAll(new Card(title, tiles));
    }

    void show(List<Tile> shown) {
        tiles.show(shown);
        setVisible(!shown.isEmpty());
        setManaged(!shown.isEmpty());
    }

    /** Puts help beside the figures that name a term. */
    void explain(Glossary glossary) {
        tiles.explain(glossary);
    }
}
