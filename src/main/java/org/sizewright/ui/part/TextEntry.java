package org.sizewright.ui.part;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Texts;

/** A name or a short text. */
public final class TextEntry extends LineField {
    private final Texts texts;
    private Consumer<String> onCommit = ignored -> {};
    private @Nullable Runnable onCleared;
    private UnaryOperator<String> reader = UnaryOperator.identity();

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

    /** Allows the field to be emptied and says what to do then. */
    public void onCleared(Runnable action) {
        onCleared = action;
    }

    /** How what was typed is read; it may throw {@link IllegalArgumentException} with a sentence for the user, without its full stop. */
    public void readBy(UnaryOperator<String> read) {
        reader = read;
    }

    public TextField field() {
        return line();
    }

    @Override
    void commit(String typed) {
        if (typed.equals(value()) && (onCleared != null || !typed.isEmpty())) {
            clearMessage();
            return;
        }
        if (typed.isEmpty()) {
            if (onCleared == null) {
                setMessage(texts.get("field.noText"));
                return;
            }
            clearMessage();
            setValue(typed);
            onCleared.run();
            return;
        }
        try {
            String read = reader.apply(typed);
            clearMessage();
            setValue(read);
            field().setText(read);
            onCommit.accept(read);
        } catch (IllegalArgumentException refused) {
            setMessage(texts.get("field.refused", String.valueOf(refused.getMessage())));
        }
    }
}
