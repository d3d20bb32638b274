package org.sizewright.ui.part;

import javafx.scene.control.Button;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Tone;

/** A chip that leads somewhere: it can be pressed, and reached by keyboard. */
public final class LinkChip extends Button {
    public LinkChip(String word, Tone tone, Icon icon, Runnable action) {
        super(word, icon.node());
        getStyleClass().setAll("button", "chip", tone.styleClass());
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(word);
        setOnAction(ignored -> action.run());
    }
}
