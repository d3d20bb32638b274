package org.sizewright.ui.part;

import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Tone;

/** A status in a word, an icon and a colour. */
public final class Chip extends Label {
    private @Nullable Tone shownTone;
    private @Nullable Icon shownIcon;

    public Chip(String word, Tone tone) {
        this(word, tone, tone.icon());
    }

    public Chip(String word, Tone tone, Icon icon) {
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
        show(word, tone, icon);
    }

    public void show(String word, Tone tone) {
        show(word, tone, tone.icon());
    }

    public void show(String word, Tone tone, Icon icon) {
        if (!word.equals(getText())) {
            setText(word);
            setAccessibleText(word);
        }
        // a table shows chips again and again as it scrolls; most often only the word is another
        if (tone == shownTone && icon == shownIcon) {
            return;
        }
        shownTone = tone;
        shownIcon = icon;
        setGraphic(icon.node());
        for (Tone each : Tone.values()) {
            getStyleClass().remove(each.styleClass());
        }
        getStyleClass().add(tone.styleClass());
    }
}
