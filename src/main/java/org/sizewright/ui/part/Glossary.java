package org.sizewright.ui.part;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Theme;

/**
 * Help on the words of the field, opened from marks beside labels, from underlined words and by F1 in a field. Pointing at a mark shows
 * the card for as long as the pointer stays on the mark or the card; click, Enter, Space and F1 keep it open until Escape, its close button or
 * a click elsewhere. A term that the glossary does not have leaves no mark.
 */
public final class Glossary {
    private static final Duration BEFORE_OPENING = Duration.millis(450);
    private static final Duration BEFORE_CLOSING = Duration.millis(250);

    private final Texts texts;
    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final Popup popup = new Popup();
    private final TermCard card;
    private final PauseTransition opening = new PauseTransition(BEFORE_OPENING);
    private final PauseTransition closing = new PauseTransition(BEFORE_CLOSING);
    private @Nullable Node owner;
    private boolean kept;

    public Glossary(Texts texts, List<Term> entries) {
        this.texts = texts;
        entries.forEach(term -> terms.put(term.id(), term));
        card = new TermCard(texts, this::term);
        card.onClose(this::close);
        card.setOnMouseEntered(ignored -> closing.stop());
        card.setOnMouseExited(ignored -> leave());
        card.setOnMousePressed(ignored -> kept = true);
        popup.getContent().setAll(card);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.setOnHidden(ignored -> giveFocusBack());
        closing.setOnFinished(ignored -> close());
    }

    public Optional<Term> term(String id) {
        return Optional.ofNullable(terms.get(id));
    }

    /** A small mark that explains the term; it takes the focus, so that it can be opened by keyboard. */
    public Button mark(String id) {
        Button mark = new Button();
        mark.setGraphic(Icon.WHY.node("small"));
        mark.getStyleClass().addAll("flat", "tiny", "term-mark");
        mark.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return opens(mark, id);
    }

    /** A word in running text, underlined with dots, that explains itself. Plain text if the glossary does not have the term. */
    public Button word(String id, String text) {
        Button word = new Button(text);
        word.getStyleClass().addAll("flat", "term-word");
        word.setMinWidth(Region.USE_PREF_SIZE);
        Button opened = opens(word, id);
        word.setVisible(true);
        word.setManaged(true);
        if (term(id).isEmpty()) {
            word.getStyleClass().add("unknown");
            word.setFocusTraversable(false);
            word.setAccessibleRole(AccessibleRole.TEXT);
        }
        return opened;
    }

    /** Puts a mark behind the name of a field, and F1 inside of it explains the term. */
    public void explain(FieldFrame field, String id) {
        if (term(id).isEmpty()) {
            return;
        }
        Button mark = mark(id);
        // by keyboard there is F1; the way from field to field stays short
        mark.setFocusTraversable(false);
        field.addHelp(mark);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F1) {
                keep(id, field);
                event.consume();
            }
        });
    }

    /** Opens the card of a term below the node, until the user closes it. */
    public void keep(String id, Node below) {
        kept = true;
        open(id, below);
    }

    public void close() {
        opening.stop();
        closing.stop();
        popup.hide();
    }

    public boolean isOpen() {
        return popup.isShowing();
    }

    /** The term that the open card explains. */
    public Optional<Term> shown() {
        return isOpen() ? card.shown() : Optional.empty();
    }

    /** The card itself, whether open or not. */
    TermCard card() {
        return card;
    }

    private Button opens(Button button, String id) {
        Optional<Term> term = term(id);
        button.setVisible(term.isPresent());
        button.setManaged(term.isPresent());
        term.ifPresent(found -> {
            button.setId("help-" + id);
            button.setAccessibleText(texts.get("glossary.what", found.name()));
            button.setAccessibleHelp(found.explanation());
            button.setOnAction(ignored -> keep(id, button));
            button.addEventHandler(MouseEvent.MOUSE_ENTERED, ignored -> point(id, button));
            button.addEventHandler(MouseEvent.MOUSE_EXITED, ignored -> leave());
            button.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.F1) {
                    keep(id, button);
                    event.consume();
                }
            });
        });
        return button;
    }

    private void point(String id, Node at) {
        closing.stop();
        if (!isOpen()) {
            opening.setOnFinished(ignored -> {
                kept = false;
                open(id, at);
            });
            opening.playFromStart();
        }
    }

    private void leave() {
        opening.stop();
        if (isOpen() && !kept) {
            closing.playFromStart();
        }
    }

    private void open(String id, Node below) {
        opening.stop();
        closing.stop();
        Optional<Term> term = term(id);
        Scene scene = below.getScene();
        if (term.isEmpty() || scene == null || scene.getWindow() == null) {
            return;
        }
        popup.hide();
        owner = below;
        card.show(term.get());
        dressLike(scene);
        Bounds bounds = below.localToScreen(below.getBoundsInLocal());
        popup.show(below, bounds.getMinX(), bounds.getMaxY() + 4);
        keepOnScreen(bounds);
        if (kept) {
            card.requestFocus();
        }
    }

    /** A popup is a scene of its own and does not know the theme. */
    private void dressLike(Scene scene) {
        Parent root = popup.getScene().getRoot();
        for (Theme theme : Theme.values()) {
            root.getStyleClass().remove(theme.styleClass());
            if (scene.getRoot().getStyleClass().contains(theme.styleClass())) {
                root.getStyleClass().add(theme.styleClass());
            }
        }
    }

    /** Above the node where there is no room below it. */
    private void keepOnScreen(Bounds node) {
        Rectangle2D screen = Screen.getScreensForRectangle(node.getMinX(), node.getMinY(), 1, 1).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
        if (node.getMaxY() + 4 + popup.getHeight() > screen.getMaxY()) {
            popup.setY(Math.max(screen.getMinY(), node.getMinY() - 4 - popup.getHeight()));
        }
        if (popup.getX() + popup.getWidth() > screen.getMaxX()) {
            popup.setX(Math.max(screen.getMinX(), screen.getMaxX() - popup.getWidth()));
        }
    }

    private void giveFocusBack() {
        Node before = owner;
        owner = null;
        if (kept && before != null && before.isFocusTraversable()) {
            before.requestFocus();
        }
        kept = false;
    }
}
