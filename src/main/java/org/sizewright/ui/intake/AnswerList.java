package org.sizewright.ui.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.catalog.Conflict;
import org.sizewright.catalog.GpuAnswer;
import org.sizewright.catalog.GpuCandidate;
import org.sizewright.catalog.Question;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.SearchableChoice;

/** What the list leaves open, each with a choice; and the rows that contradict each other, each with the rows to choose from. */
final class AnswerList extends VBox {
    /** Nobody answers more at a time; the next ones come up when these are answered. */
    private static final int MOST = 20;

    private final IntakeViewModel model;
    private final Texts texts;
    private Optional<List<?>> shown = Optional.empty();

    /** One possible answer, as it reads. */
    private record Choice<T>(String text, Optional<T> value) {}

    AnswerList(IntakeViewModel model, Texts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
    }

    void showQuestions(List<Question> questions) {
        if (!isNew(questions)) {
            return;
        }
        int focused = focused();
        getChildren().clear();
        questions.stream().limit(MOST).forEach(question -> {
            switch (question) {
                case Question.Gpu gpu -> getChildren().add(withTyping(gpu));
                case Question.Vendor vendor -> getChildren().add(vendor(vendor));
            }
        });
        more(questions.size(), "intake.noQuestions");
        focus(focused);
    }

    void showConflicts(List<Conflict> conflicts) {
        if (!isNew(conflicts)) {
            return;
        }
        int focused = focused();
        getChildren().clear();
        conflicts.stream().limit(MOST).forEach(conflict -> getChildren().add(conflict(conflict)));
        more(conflicts.size(), "intake.noConflicts");
        focus(focused);
    }

    /** The same list again leaves the fields, and whoever is in one of them, alone. */
    private boolean isNew(List<?> list) {
        boolean changed = !shown.equals(Optional.of(list));
        shown = Optional.of(list);
        return changed;
    }

    /** The place of the field that the user is in, -1 if in none. */
    private int focused() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (int i = 0; i < getChildren().size(); i++) {
            for (Node node = owner; node != null; node = node.getParent()) {
                if (node == getChildren().get(i)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The field that took the place of the answered one is the next to answer. */
    private void focus(int place) {
        if (place >= 0 && place < getChildren().size()) {
            Node node = getChildren().get(place);
            Node first = node instanceof TypedAnswer typed ? typed.getChildren().getFirst() : node;
            if (first instanceof FieldFrame field) {
                field.focusControl();
            }
        }
    }

    private void more(int all, String none) {
        if (all == 0) {
            quiet(texts.get(none));
        } else if (all > MOST) {
            quiet(texts.get("intake.moreQuestions", all - MOST));
        }
    }

    private void quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        getChildren().add(label);
    }

    /** A name that nobody knows may be one that the list of known ones lacks: it can be typed. */
    private Node withTyping(Question.Gpu question) {
        SearchableChoice<Choice<GpuAnswer>> choice = gpu(question);
        return question.why() == Question.Why.UNKNOWN
                ? new TypedAnswer(choice, texts, typed -> model.answer(question, typed))
                : choice;
    }

    /** A choice, and below it a field to type what is not among its values. */
    private static final class TypedAnswer extends VBox {
        TypedAnswer(FieldFrame choice, Texts texts, Consumer<String> typed) {
            super(4);
            TextField field = new TextField();
            field.setPromptText(texts.get("intake.typeGpu"));
            field.setAccessibleText(texts.get("intake.typeGpu") + ": " + choice.name());
            field.getStyleClass().add("intake-typed");
            HBox.setHgrow(field, Priority.ALWAYS);
            Button use = new Button(texts.get("intake.useTyped"));
            use.setMinWidth(USE_PREF_SIZE);
            use.setDisable(true);
            use.setOnAction(ignored -> typed.accept(field.getText()));
            field.setOnAction(ignored -> typed.accept(field.getText()));
            field.textProperty().subscribe(text -> use.setDisable(text.isBlank()));
            HBox line = new HBox(6, field, use);
            getChildren().addAll(choice, line);
        }
    }

    private SearchableChoice<Choice<GpuAnswer>> gpu(Question.Gpu question) {
        List<Choice<GpuAnswer>> choices = new ArrayList<>();
        List<GpuCandidate> offered = new ArrayList<>(question.candidates());
        if (question.why() == Question.Why.UNKNOWN) {
            model.knownGpus().stream().filter(gpu -> !offered.contains(gpu)).forEach(offered::add);
        }
        question.answer()
                .filter(GpuAnswer.Meant.class::isInstance)
                .map(GpuAnswer.Meant.class::cast)
                .map(GpuAnswer.Meant::gpu)
                .filter(gpu -> !offered.contains(gpu))
                .ifPresent(offered::addFirst);
        offered.forEach(gpu -> choices.add(new Choice<>(gpu.text(), Optional.of(new GpuAnswer.Meant(gpu)))));
        choices.add(new Choice<>(texts.get("intake.leaveOpen"), Optional.of(new GpuAnswer.LeftOpen())));
        if (question.answered()) {
            choices.add(new Choice<>(texts.get("intake.askAgain"), Optional.empty()));
        }
        String name = question.formColumn().isEmpty()
                ? question.text()
                : texts.get("intake.withForm", question.text(), question.formColumn());
        String why = texts.get(
                switch (question.why()) {
                    case AMBIGUOUS -> "intake.q.ambiguous";
                    case UNKNOWN -> "intake.q.unknown";
                    case ASSUMED -> "intake.q.assumed";
                },
                question.candidates().isEmpty()
                        ? ""
                        : question.candidates().getFirst().text());
        SearchableChoice<Choice<GpuAnswer>> box = choice(
                name, choices, question.answer(), why + " " + model.words().rows(question.rows()));
        box.onChoose(chosen -> model.answer(question, chosen.value()));
        return box;
    }

    private SearchableChoice<Choice<String>> vendor(Question.Vendor question) {
        List<Choice<String>> choices = new ArrayList<>();
        choices.add(new Choice<>(texts.get("intake.asWritten"), Optional.empty()));
        model.vendors().forEach(vendor -> choices.add(new Choice<>(vendor, Optional.of(vendor))));
        SearchableChoice<Choice<String>> box = choice(
                question.text(),
                choices,
                question.vendor(),
                texts.get("intake.q.vendor") + " " + model.words().rows(question.rows()));
        box.onChoose(chosen -> model.answer(question, chosen.value()));
        return box;
    }

    private SearchableChoice<Choice<Conflict.Side>> conflict(Conflict conflict) {
        List<Choice<Conflict.Side>> choices = new ArrayList<>();
        conflict.sides().forEach(side -> choices.add(new Choice<>(model.words().side(side), Optional.of(side))));
        choices.add(new Choice<>(texts.get("intake.undecided"), Optional.empty()));
        Conflict.Side first = conflict.sides().getFirst();
        Optional<Conflict.Side> decided = conflict.decided()
                .flatMap(statement -> conflict.sides().stream()
                        .filter(side -> side.statement().equals(statement))
                        .findFirst());
        SearchableChoice<Choice<Conflict.Side>> box = choice(
                texts.get(
                        "intake.subject",
                        first.entry().model(),
                        first.entry().gpu().displayName()),
                choices,
                decided,
                texts.get(decided.isPresent() ? "intake.q.decided" : "intake.q.conflict"));
        box.onChoose(chosen -> model.decide(conflict, chosen.value()));
        return box;
    }

    private <T> SearchableChoice<Choice<T>> choice(
            String name, List<Choice<T>> choices, Optional<T> value, String note) {
        SearchableChoice<Choice<T>> box = new SearchableChoice<>(name, Choice::text);
        box.show(
                choices,
                value.flatMap(known -> choices.stream()
                        .filter(one -> one.value().equals(Optional.of(known)))
                        .findFirst()));
        box.setNote(note);
        box.setPrompt(texts.get("intake.notAnswered"));
        return box;
    }
}
