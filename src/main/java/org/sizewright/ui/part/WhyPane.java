package org.sizewright.ui.part;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;

/**
 * Explains one figure or finding: value, formula with live numbers, and what went in. An input that was computed itself unfolds in
 * place; from there a link goes to it, and Back returns.
 */
public final class WhyPane extends VBox {
    /** How deep inputs unfold in place before the pane goes to them instead. */
    private static final int DEEPEST = 3;

    /** Values up to this length stay on one line. */
    private static final int SHORT = 16;

    /** What a long value leaves for the name beside it. */
    private static final double NAME = 90;

    private final Texts texts;
    private final VBox body = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final Button back = new Button();
    private final Deque<Why> earlier = new ArrayDeque<>();
    private Why shown;

    public WhyPane(Texts texts) {
        this.texts = texts;
        back.setGraphic(Icon.BACK.node());
        back.getStyleClass().addAll("flat", "icon-only");
        back.setAccessibleText(texts.get("why.back"));
        back.setTooltip(new Tooltip(texts.get("why.back")));
        back.setOnAction(ignored -> goBack());
        Label head = new Label(texts.get("why.title"));
        head.getStyleClass().add("section-title");
        HBox line = new HBox(6, back, head);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(30);
        line.getStyleClass().add("why-head");
        body.setSpacing(12);
        scroll.setContent(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getStyleClass().add("why");
        getChildren().addAll(line, scroll);
        setAccessibleText(texts.get("why.title"));
        shown = clear();
    }

    /** Explains this, and forgets what was followed before. */
    public void show(Why why) {
        earlier.clear();
        put(why);
    }

    /** Goes to an explanation; Back returns to the present one. */
    public void follow(Why why) {
        earlier.push(shown);
        put(why);
    }

    /** Says that nothing is selected. */
    public Why clear() {
        earlier.clear();
        Why nothing = Why.finding("", "", List.of());
        put(nothing);
        return nothing;
    }

    /** Whether it explains nothing at present. */
    public boolean isClear() {
        return shown.title().isEmpty();
    }

    /** Puts the keyboard to work here: the arrows scroll. */
    public void takeFocus() {
        scroll.requestFocus();
    }

    private void goBack() {
        if (!earlier.isEmpty()) {
            put(earlier.pop());
        }
    }

    private void put(Why why) {
        shown = why;
        back.setVisible(!earlier.isEmpty());
        back.setManaged(!earlier.isEmpty());
        body.getChildren().clear();
        if (why.title().isEmpty()) {
            body.getChildren()
                    .add(new EmptyState(
                            Icon.WHY, Tone.NEUTRAL, texts.get("why.empty.title"), texts.get("why.empty.text")));
            return;
        }
        Label title = wrapped(why.title(), "title");
        body.getChildren().add(title);
        fill(body, why, 0);
    }

    private void fill(VBox box, Why why, int depth) {
        if (!why.value().isEmpty()) {
            Label value = wrapped(why.value(), depth == 0 ? "figure" : "strong");
            if (why.value().length() <= SHORT) {
                // a number is not broken in its middle; the note beside it gives way
                value.setMinWidth(USE_PREF_SIZE);
            }
            HBox line = new HBox(8, value);
            line.setAlignment(Pos.BASELINE_LEFT);
            if (!why.valueNote().isEmpty()) {
                line.getChildren().add(wrapped(why.valueNote(), "muted"));
            }
            box.getChildren().add(line);
        }
        if (!why.text().isEmpty()) {
            box.getChildren().add(wrapped(why.text(), "why-text"));
        }
        if (!why.formula().isEmpty()) {
            VBox formula = new VBox(3);
            formula.getStyleClass().add("formula");
            why.formula().forEach(text -> formula.getChildren().add(wrapped(text, "mono")));
            formula.setAccessibleText(String.join("; ", why.formula()));
            box.getChildren().add(formula);
        }
        if (!why.inputs().isEmpty()) {
            VBox inputs = new VBox();
            inputs.getStyleClass().add("why-inputs");
            why.inputs().forEach(input -> inputs.getChildren().add(input(input, depth)));
            box.getChildren().add(inputs);
        }
        for (Why.Section section : why.sections()) {
            VBox content = new VBox(6, wrapped(section.text(), "why-text"));
            section.step().ifPresent(step -> {
                Button button = new Button(step.label());
                button.setOnAction(ignored -> step.action().run());
                content.getChildren().add(button);
            });
            box.getChildren().add(new Card(section.title(), content));
        }
    }

    private Region input(Why.Input input, int depth) {
        Label name = wrapped(input.name(), "muted");
        Label value = wrapped(input.value(), "strong");
        if (input.value().length() <= SHORT) {
            // a number that wraps is no number any more
            value.setMinWidth(USE_PREF_SIZE);
        } else {
            name.setMinWidth(Math.min(NAME, 7 * input.name().length()));
        }
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox first = new HBox(6, name, value);
        first.setAlignment(Pos.BASELINE_LEFT);
        VBox lines = new VBox(1, first);
        if (!input.source().isEmpty()) {
            lines.getChildren().add(wrapped(input.source(), "note"));
        }
        String spoken = input.name() + " " + input.value() + ", " + input.source();
        if (input.why().isEmpty()) {
            lines.setPadding(new Insets(4, 6, 5, 24));
            lines.setAccessibleText(spoken);
            return lines;
        }
        return new Unfolding(input, lines, spoken, depth);
    }

    /** An input that was computed: a line to press that unfolds it. */
    private final class Unfolding extends VBox {
        private final Why.Input input;
        private final PressBox row;
        private final VBox nested = new VBox(8);
        private final int depth;

        Unfolding(Why.Input input, VBox lines, String spoken, int depth) {
            this.input = input;
            this.depth = depth;
            HBox.setHgrow(lines, Priority.ALWAYS);
            row = new PressBox(6, this::press, Icon.COLLAPSED.node("small"), lines);
            row.getStyleClass().add("why-input");
            row.setAccessibleText(spoken);
            nested.setPadding(new Insets(2, 0, 6, 14));
            getChildren().add(row);
            describe(false);
        }

        private void press() {
            input.why().ifPresent(supplier -> {
                if (depth >= DEEPEST) {
                    follow(supplier.get());
                } else if (getChildren().contains(nested)) {
                    getChildren().remove(nested);
                    describe(false);
                } else {
                    unfold(supplier.get());
                }
            });
        }

        private void unfold(Why why) {
            nested.getChildren().clear();
            fill(nested, why, depth + 1);
            Button open = new Button(texts.get("why.open"));
            open.getStyleClass().add("link");
            open.setOnAction(event -> follow(why));
            nested.getChildren().add(open);
            getChildren().add(nested);
            describe(true);
        }

        private void describe(boolean open) {
            row.getChildren().set(0, (open ? Icon.EXPANDED : Icon.COLLAPSED).node("small"));
            row.setAccessibleHelp(texts.get(open ? "why.fold" : "why.unfold"));
        }
    }

    private static Label wrapped(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
