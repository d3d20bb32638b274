package org.sizewright.ui.part;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** A line of texts that can be pressed like a button; unlike a button it lets its texts wrap. */
public final class PressBox extends HBox {
    private final Runnable action;

    public PressBox(double spacing, Runnable action, Node... children) {
        super(spacing, children);
        this.action = action;
        getStyleClass().add("press-box");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(event -> {
            requestFocus();
            action.run();
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                action.run();
                event.consume();
            }
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction wanted, Object... parameters) {
        if (wanted == AccessibleAction.FIRE) {
            action.run();
        } else {
            super.executeAccessibleAction(wanted, parameters);
        }
    }
}
