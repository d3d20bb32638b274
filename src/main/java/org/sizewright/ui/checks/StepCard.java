package org.sizewright.ui.checks;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.plan.StepState;
import org.sizewright.plan.StepState.Status;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.SegmentedChoice;

/** Below the list: who does the selected step, how far it is, when, and a note. */
final class StepCard extends VBox {
    /** Whatever it shows, so that the list above does not jump. */
    private static final double HEIGHT = 142;

    private static final double NAME_HEIGHT = 24;

    private final Texts texts;
    private final ChecklistsViewModel model;
    private final SegmentedChoice<Status> status;
    private final TextField owner = new TextField();
    private final TextField date = new TextField();
    private final TextField note = new TextField();
    private final FieldFrame dateFrame;
    private final Button all;
    private final VBox form;
    private final VBox nothing;
    private Optional<String> shown = Optional.empty();
    private StepState state = StepState.NEW;

    StepCard(Texts texts, ChecklistsViewModel model) {
        this.texts = texts;
        this.model = model;
        status = new SegmentedChoice<>(texts.get("checks.step.status"), List.of(Status.values()), Status::title);
        status.setId("checks-step-status");
        status.onChoose(wanted -> model.change(now -> now.withStatus(wanted)));
        FieldFrame ownerFrame =
                field(owner, "owner", texts.get("checks.step.owner"), texts.get("checks.step.owner.prompt"));
        dateFrame = field(date, "date", texts.get("checks.step.date"), texts.get("checks.step.date.prompt"));
        FieldFrame noteFrame = field(note, "note", texts.get("checks.step.note"), texts.get("checks.step.note.prompt"));
        onCommit(owner, words -> model.change(now -> now.withOwner(words)));
        onCommit(date, this::commitDate);
        onCommit(note, words -> model.change(now -> now.withNote(words)));
        all = new Button(texts.get("checks.step.all"));
        all.setId("checks-step-all");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setTooltip(new Tooltip(texts.get("checks.step.all.help")));
        all.setOnAction(ignored -> model.ownAll(owner.getText()));
        HBox first = new HBox(10, named(texts.get("checks.step.status"), status), ownerFrame, level(all));
        HBox.setHgrow(ownerFrame, Priority.ALWAYS);
        dateFrame.setPrefWidth(150);
        dateFrame.setMinWidth(120);
        HBox second = new HBox(10, dateFrame, noteFrame);
        HBox.setHgrow(noteFrame, Priority.ALWAYS);
        form = new VBox(6, first, second);
        Label hint = new Label(texts.get("checks.step.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        nothing = new VBox(hint);
        nothing.setAlignment(Pos.CENTER);
        for (Region each : List.of(form, nothing)) {
            each.getStyleClass().add("card");
            VBox.setVgrow(each, Priority.ALWAYS);
        }
        getChildren().setAll(nothing);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    private static FieldFrame field(TextField field, String id, String name, String prompt) {
        field.setId("checks-step-" + id);
        field.setPromptText(prompt);
        FieldFrame frame = new FieldFrame(name, field);
        frame.setMinWidth(90);
        return frame;
    }

    private static VBox named(String name, Region control) {
        Label label = new Label(name);
        label.getStyleClass().add("field-name");
        label.setMinHeight(20);
        return new VBox(4, label, control);
    }

    /** Level with the fields, whose names are above them. */
    private static VBox level(Region control) {
        Region above = new Region();
        above.setMinHeight(NAME_HEIGHT);
        return new VBox(above, control);
    }

    private static void onCommit(TextField field, Consumer<String> commit) {
        field.setOnAction(ignored -> commit.accept(field.getText()));
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                commit.accept(field.getText());
            }
        });
    }

    private void commitDate(String words) {
        Optional<LocalDate> day = Optional.empty();
        if (!words.isBlank()) {
            try {
                day = Optional.of(LocalDate.parse(words.strip()));
            } catch (DateTimeParseException noDay) {
                dateFrame.setMessage(texts.get("checks.step.date.wrong"));
                return;
            }
        }
        dateFrame.clearMessage();
        Optional<LocalDate> wanted = day;
        model.change(now -> now.withDate(wanted));
    }

    /** Follows the selection; what is being typed stays as long as the same step is selected. */
    void show(ChecklistsPage page) {
        all.setText(texts.get("checks.step.all", page.rows().size()));
        all.setDisable(page.rows().isEmpty());
        if (page.selected().isEmpty()) {
            shown = Optional.empty();
            getChildren().setAll(nothing);
            return;
        }
        StepRow row = page.selected().get();
        boolean same = shown.equals(Optional.of(row.id()));
        StepState before = state;
        state = row.state();
        status.show(state.status());
        if (!same) {
            shown = Optional.of(row.id());
            dateFrame.clearMessage();
            owner.setText(state.owner());
            date.setText(day(state));
            note.setText(state.note());
            getChildren().setAll(form);
            return;
        }
        follow(owner, before.owner(), state.owner());
        follow(date, day(before), day(state));
        follow(note, before.note(), state.note());
    }

    private static String day(StepState state) {
        return state.date().map(LocalDate::toString).orElse("");
    }

    /** Shows what was changed elsewhere, such as by undo. */
    private static void follow(TextField field, String before, String now) {
        if (!before.equals(now) && !field.getText().strip().equals(now)) {
            field.setText(now);
        }
    }
}
