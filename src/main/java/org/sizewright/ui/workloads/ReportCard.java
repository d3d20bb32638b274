package org.sizewright.ui.workloads;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Chip;

/** Says what became of a model's file; where it could not be read, with a form for its totals. */
final class ReportCard extends VBox {
    private final Texts texts;
    private final ModelDesk desk;

    ReportCard(Texts texts, ModelDesk desk) {
        this.texts = texts;
        this.desk = desk;
        setId("model-report");
        setSpacing(8);
        getStyleClass().add("card");
        desk.report().subscribe(this::show);
    }

    private void show(Optional<ModelReport> told) {
        setVisible(told.isPresent());
        setManaged(told.isPresent());
        getChildren().clear();
        told.ifPresent(this::fill);
    }

    private void fill(ModelReport told) {
        Label title = new Label(told.title());
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Chip chip = new Chip(word(told.tone()), told.tone());
        chip.setMinWidth(USE_PREF_SIZE);
        Button close = new Button();
        close.setId("close-report");
        close.setGraphic(Icon.CLOSE.node());
        close.getStyleClass().addAll("flat", "icon-only");
        close.setAccessibleText(texts.get("workloads.report.close"));
        close.setOnAction(ignored -> desk.close());
        HBox head = new HBox(8, chip, title, close);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        for (String sentence : told.sentences()) {
            Label line = new Label(sentence);
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
            getChildren().add(line);
        }
        told.form().ifPresent(form -> getChildren().add(new TotalsForm(texts, desk, form)));
        setAccessibleText(told.title() + ". " + String.join(" ", told.sentences()));
    }

    private String word(Tone tone) {
        return switch (tone) {
            case ERROR -> texts.get("workloads.report.tone.refused");
            case WARN -> texts.get("workloads.report.tone.differs");
            case INFO -> texts.get("workloads.report.tone.form");
            default -> texts.get("workloads.report.tone.read");
        };
    }
}
