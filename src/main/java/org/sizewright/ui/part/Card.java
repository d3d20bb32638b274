package org.sizewright.ui.part;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A titled panel. */
public final class Card extends VBox {
    private final Label title;
    private final HBox head;

    public Card(String title, Node content) {
        this.title = new Label(title);
        this.title.getStyleClass().add("section-title");
        this.title.setWrapText(true);
        this.title.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(this.title, Priority.SOMETIMES);
        head = new HBox(this.title);
        head.getStyleClass().add("card-head");
        getStyleClass().add("card");
        getChildren().addAll(head, content);
        VBox.setVgrow(content, Priority.ALWAYS);
        setAccessibleText(title);
    }

    /** Adds controls or chips at the right end of the title. */
    public Card withActions(Node... actions) {
        if (head.getChildren().size() == 1) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            head.getChildren().add(gap);
        }
        head.getChildren().addAll(actions);
        return this;
    }

    public void setTitle(String text) {
        title.setText(text);
        setAccessibleText(text);
    }
}
