package org.sizewright.ui.part;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.sizewright.ui.look.Texts;

/** A name or a short text. Taken when the user leaves the field or presses Enter; Escape brings the last one back. */
public final class TextEntry extends FieldFrame {
    private final Texts texts;
    private final TextField field;
    private String value = "";
    private Consumer<String> onCommit = ignored -> {};

    public TextEntry(Texts texts, String name) {
        this(texts, name, new TextField());
    }

    private TextEntry(Texts texts, String name, TextField field) {
        super(name, field);
        this.texts = texts;
        this.field = field;
        field.setOnAction(ignored -> commit());
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                commit();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                field.setText(value);
                field.selectAll();
                clearMessage();
                event.consume();
            }
        });
    }

    /** Shows a text, unless the user is typing another one; nobody is told. */
    public void show(String text) {
        boolean typing = (field.isFocused() || isInvalid()) && !typed().equals(value);
        value = text;
        if (!typing) {
            field.setText(text);
            clearMessage();
        }
    }

    /** Called with a new text that is not blank, once for each change. */
    public void onCommit(Consumer<String> consumer) {
        onCommit = consumer;
    }

    public TextField field() {
        return field;
    }

    private String typed() {
        return field.getText() == null ? "" : field.getText().strip();
    }

    private void commit() {
        String typed = typed();
        if (typed.isEmpty()) {
            setMessage(texts.get("field.noText"));
            return;
        }
        clearMessage();
        if (!typed.equals(value)) {
            value = typed;
            onCommit.accept(typed);
        }
    }
}
