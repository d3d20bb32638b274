package org.sizewright.ui.part;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** A line of text. Taken when the user leaves the field or presses Enter; Escape brings the last one back. */
abstract class LineField extends FieldFrame {
    private final TextField line;
    private String value = "";

    /** @param content what is below the name: the line, alone or among others */
    LineField(String name, TextField line, Region content) {
        super(name, content);
        this.line = line;
        line.setOnAction(ignored -> commit(typed()));
        line.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                commit(typed());
            }
        });
        line.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                line.setText(value);
                line.selectAll();
                clearMessage();
                event.consume();
            }
        });
    }

    /** Takes what was typed, or says why not. */
    abstract void commit(String typed);

    /** Shows a text, unless the user is typing another one; nobody is told. */
    final void showLine(String text) {
        boolean typing = (line.isFocused() || isInvalid()) && !typed().equals(value);
        value = text;
        if (!typing) {
            line.setText(text);
            clearMessage();
        }
    }

    /** The text that was shown or taken last. */
    final String value() {
        return value;
    }

    final void setValue(String taken) {
        value = taken;
    }

    final TextField line() {
        return line;
    }

    private String typed() {
        return line.getText() == null ? "" : line.getText().strip();
    }
}
