package org.sizewright.ui.part;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;

/** One term explained; its links to other terms lead on in the same card, with a way back. */
public final class TermCard extends VBox {
    private static final double WIDTH = 340;

    private final Texts texts;
    private final Function<String, Optional<Term>> terms;
    private final Label name = new Label();
    private final Label others = text("note");
    private final Label explanation = text("");
    private final Label sizing = text("");
    private final Label source = text("note");
    private final VBox why;
    private final Button back = new Button();
    private final Button close = new Button();
    private final FlowPane links = new FlowPane(4, 2);
    private final VBox linked;
    private final Deque<Term> before = new ArrayDeque<>();
    private Optional<Term> shown = Optional.empty();

    /** @param terms finds the terms that links lead to */
    public TermCard(Texts texts, Function<String, Optional<Term>> terms) {
        this.texts = texts;
        this.terms = terms;
        name.getStyleClass().add("title");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        iconButton(back, Icon.BACK, texts.get("glossary.back"));
        back.setId("glossary-back");
        back.setOnAction(ignored -> {
            fill(before.pop());
            requestFocus();
        });
        iconButton(close, Icon.CLOSE, texts.get("glossary.close"));
        close.setId("glossary-close");
        HBox head = new HBox(6, back, name, close);
        head.setAlignment(Pos.CENTER_LEFT);
        why = new VBox(2, heading(texts.get("glossary.sizing")), sizing);
        linked = new VBox(2, heading(texts.get("glossary.seeAlso")), links);
        links.setPrefWrapLength(WIDTH - 30);
        getStyleClass().add("term-card");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        getChildren().addAll(head, others, explanation, why, linked, source);
    }

    private static Label heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("section-title");
        return label;
    }

    private static Label text(String style) {
        Label label = new Label();
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static void iconButton(Button button, Icon icon, String words) {
        button.setGraphic(icon.node("small"));
        button.getStyleClass().addAll("flat", "tiny");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setMinWidth(Region.USE_PREF_SIZE);
    }

    /** Shows a term, as if none had been shown before. */
    public void show(Term term) {
        before.clear();
        fill(term);
    }

    /** The term in view. */
    public Optional<Term> shown() {
        return shown;
    }

    /** Called when the user is done with the card. */
    public void onClose(Runnable action) {
        close.setOnAction(ignored -> action.run());
    }

    private void fill(Term term) {
        shown = Optional.of(term);
        name.setText(term.name());
        present(back, !before.isEmpty());
        others.setText(String.join(", ", term.otherNames()));
        present(others, !term.otherNames().isEmpty());
        explanation.setText(term.explanation());
        sizing.setText(term.sizing());
        present(why, !term.sizing().isEmpty());
        List<Button> buttons = term.seeAlso().stream()
                .flatMap(id -> terms.apply(id).stream())
                .map(this::link)
                .toList();
        links.getChildren().setAll(buttons);
        present(linked, !buttons.isEmpty());
        source.setText(term.source().isEmpty() ? "" : texts.get("glossary.source", term.source()));
        present(source, !term.source().isEmpty());
        setAccessibleText(spoken(term));
    }

    private static String spoken(Term term) {
        return term.name() + ". " + term.explanation() + (term.sizing().isEmpty() ? "" : " " + term.sizing());
    }

    private Button link(Term to) {
        Button button = new Button(to.name());
        button.getStyleClass().add("link");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId("term-" + to.id());
        button.setOnAction(ignored -> {
            shown.ifPresent(before::push);
            fill(to);
            // the link that was pressed is gone
            requestFocus();
        });
        return button;
    }

    private static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }
}
