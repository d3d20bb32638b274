package org.sizewright.ui.part;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Tone;

/** Stands where there is nothing to show yet, or where something failed: what is the matter, and what to do next. */
public final class EmptyState extends VBox {
    public EmptyState(Icon icon, Tone tone, String title, String text) {
        StackPane mark = new StackPane(icon.node("huge"));
        mark.getStyleClass().addAll("empty-mark", tone.styleClass());
        Label head = new Label(title);
        head.getStyleClass().add("title");
        head.setWrapText(true);
        Label body = new Label(text);
        body.getStyleClass().add("muted");
        body.setWrapText(true);
        body.setMaxWidth(420);
        body.setAlignment(Pos.CENTER);
        body.setMinHeight(USE_PREF_SIZE);
        body.setTextAlignment(TextAlignment.CENTER);
        getStyleClass().add("empty-state");
        getChildren().addAll(mark, head, body);
        setAccessibleText(title + ". " + text);
    }

    /** Adds a button for the next step; the first one is the main one. */
    public EmptyState withAction(String label, Runnable action) {
        Button button = new Button(label);
        if (getChildren().stream().noneMatch(Button.class::isInstance)) {
            button.getStyleClass().add("primary");
        }
        button.setOnAction(ignored -> action.run());
        getChildren().add(button);
        return this;
    }
}
