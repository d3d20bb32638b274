package org.sizewright.ui.workloads;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.sizewright.figure.Cell;

/** The story of a workload in a sentence; its figures can be pressed. */
final class SentenceFlow {
    private final TextFlow flow = new TextFlow();
    private final Consumer<Cell> explain;

    SentenceFlow(Consumer<Cell> explain) {
        this.explain = explain;
        flow.setMinHeight(Region.USE_PREF_SIZE);
        flow.setLineSpacing(3);
    }

    TextFlow node() {
        return flow;
    }

    void show(List<Phrase> phrases) {
        flow.getChildren().clear();
        StringBuilder spoken = new StringBuilder();
        for (Phrase phrase : phrases) {
            Text text = new Text(phrase.text());
            text.getStyleClass().add(phrase.strong() ? "sentence-figure" : "sentence-text");
            phrase.cell().ifPresent(cell -> text.setOnMouseClicked(ignored -> explain.accept(cell)));
            flow.getChildren().add(text);
            spoken.append(phrase.text());
        }
        flow.setAccessibleText(spoken.toString());
        flow.setVisible(!phrases.isEmpty());
        flow.setManaged(!phrases.isEmpty());
    }
}
