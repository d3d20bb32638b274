package org.sizewright.ui.part;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import org.sizewright.ui.look.Texts;

/** A name or a short text. */
public final class TextEntry extends LineField {
    private final Texts texts;
    private Consumer<String> onCommit = ignored -> {};

    public TextEntry(Texts texts, String name) {
        this(texts, name, new TextField());
    }

    private TextEntry(Texts texts, String name, TextField field) {
        super(name, field, field);
        this.texts = texts;
    }

    /** Shows a text, unless the user is typing another one; nobody is told. */
    public void show(String text) {
        showLine(text);
    }

    /** Called with a new text that is not blank, once for each change. */
    public void onCommit(Consumer<String> consumer) {
        onCommit = consumer;
    }

    public TextField field() {
        return line();
    }

    @Override
    void commit(String typed) {
        if (typed.isEmpty()) {
            setMessage(texts.get("field.noText"));
            return;
        }
        clearMessage();
        if (!typed.equals(value())) {
            setValue(typed);
            onCommit.accept(typed);
        }
    }
}
