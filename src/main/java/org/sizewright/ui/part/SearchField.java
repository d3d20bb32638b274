package org.sizewright.ui.part;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A field to search in what is beside it. Escape empties it, and only when it is empty does Escape mean what it means around it. */
public final class SearchField extends TextField {
    public SearchField() {
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }

    /** Names it, in the field and to a screen reader. */
    public SearchField named(String id, String name) {
        setId(id);
        setPromptText(name);
        setAccessibleText(name);
        return this;
    }
}
