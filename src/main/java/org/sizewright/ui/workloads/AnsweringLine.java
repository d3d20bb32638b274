package org.sizewright.ui.workloads;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.sizewright.plan.Retrieval;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;

/** Says that the language model which reads what is found is a workload of its own, and adds it. */
final class AnsweringLine extends HBox {
    private Optional<Retrieval> shown = Optional.empty();

    AnsweringLine(Texts texts, RetrievalDesk desk) {
        super(12);
        Label text = new Label(texts.get("workloads.retrieval.answering"));
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button add = new Button(texts.get("workloads.retrieval.answering.add"), Icon.ADD.node());
        add.setId("rag-add-answering");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(ignored -> shown.ifPresent(desk::addAnswering));
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(text, add);
    }

    void show(Retrieval work) {
        shown = Optional.of(work);
    }
}
