package org.sizewright.ui.checks;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.plan.RuleOverride;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.FieldFrame;

/** Below the list: the form that accepts the selected finding, or who accepted it and why. */
final class AcceptCard extends VBox {
    private static final double NAME_HEIGHT = 20;

    /** Whatever it shows, so that the list above does not jump. */
    private static final double HEIGHT = 106;

    private final Texts texts;
    private final FindingsViewModel model;
    private final TextField reason = new TextField();
    private final TextField by = new TextField();
    private final FieldFrame reasonFrame;
    private final FieldFrame byFrame;
    private final Label accepted = new Label();
    private final Card form;
    private final Card done;
    private final VBox nothing;
    private Optional<String> shown = Optional.empty();

    AcceptCard(Texts texts, FindingsViewModel model) {
        this.texts = texts;
        this.model = model;
        reason.setId("checks-reason");
        reason.setPromptText(texts.get("checks.accept.reasonPrompt"));
        reasonFrame = new FieldFrame(texts.get("checks.accept.reason"), reason);
        by.setId("checks-by");
        byFrame = new FieldFrame(texts.get("checks.accept.by"), by);
        byFrame.setPrefWidth(190);
        byFrame.setMinWidth(140);
        HBox.setHgrow(reasonFrame, Priority.ALWAYS);
        Button accept = new Button(texts.get("checks.accept"), Icon.OK.node());
        accept.setId("checks-accept");
        accept.setMinWidth(Region.USE_PREF_SIZE);
        accept.setOnAction(ignored -> accept());
        reason.setOnAction(ignored -> accept());
        by.setOnAction(ignored -> accept());
        // the button stands level with the fields, whose names are above them
        Region above = new Region();
        above.setMinHeight(NAME_HEIGHT);
        VBox beside = new VBox(4, above, accept);
        form = new Card("", new HBox(10, reasonFrame, byFrame, beside));
        accepted.setWrapText(true);
        accepted.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(accepted, Priority.ALWAYS);
        accepted.setMaxWidth(Double.MAX_VALUE);
        Button back = new Button(texts.get("checks.takeBack"), Icon.UNDO.node());
        back.setId("checks-take-back");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(ignored -> model.takeBack());
        HBox line = new HBox(10, accepted, back);
        line.setAlignment(Pos.CENTER_LEFT);
        done = new Card("", line);
        Label hint = new Label(texts.get("checks.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        nothing = new VBox(hint);
        nothing.setAlignment(Pos.CENTER);
        nothing.getStyleClass().add("card");
        for (Region each : List.of(form, done, nothing)) {
            VBox.setVgrow(each, Priority.ALWAYS);
        }
        getChildren().setAll(nothing);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    /** Follows the selection; what is being typed stays as long as the same finding is selected and open. */
    void show(FindingsPage page) {
        if (page.selected().isEmpty()) {
            shown = Optional.empty();
            getChildren().setAll(nothing);
        }
        page.selected().ifPresent(row -> {
            Optional<RuleOverride> override = row.finding().override();
            Optional<String> now = Optional.of(row.id() + override.isPresent());
            if (now.equals(shown)) {
                return;
            }
            shown = now;
            override.ifPresentOrElse(
                    found -> {
                        done.setTitle(texts.get("checks.accepted.title", found.by()));
                        accepted.setText(found.reason());
                        getChildren().setAll(done);
                    },
                    () -> {
                        form.setTitle(
                                page.acceptedTogether() == 0
                                        ? texts.get("checks.accept.title")
                                        : texts.get("checks.accept.titleMore", page.acceptedTogether()));
                        reason.clear();
                        reasonFrame.clearMessage();
                        byFrame.clearMessage();
                        by.setText(page.author());
                        getChildren().setAll(form);
                    });
        });
    }

    private void accept() {
        boolean hasReason = told(reasonFrame, reason, texts.get("checks.accept.noReason"));
        boolean hasName = told(byFrame, by, texts.get("checks.accept.noName"));
        if (hasReason && hasName) {
            model.accept(reason.getText(), by.getText());
        }
    }

    private static boolean told(FieldFrame frame, TextField field, String message) {
        boolean there = !field.getText().isBlank();
        if (there) {
            frame.clearMessage();
        } else {
            frame.setMessage(message);
            field.requestFocus();
        }
        return there;
    }
}
