package org.sizewright.ui.part;

import javafx.scene.control.Label;
import org.sizewright.ui.look.Tone;

/** A letter or two beside a value that say how far it can be trusted. */
public final class Badge extends Label {
    public Badge(Cell.Mark mark) {
        getStyleClass().add("badge");
        setMinWidth(USE_PREF_SIZE);
        show(mark);
    }

    public void show(Cell.Mark mark) {
        setText(mark.letters());
        setAccessibleText(mark.meaning());
        for (Tone each : Tone.values()) {
            getStyleClass().remove(each.styleClass());
        }
        getStyleClass().add(mark.tone().styleClass());
    }
}
