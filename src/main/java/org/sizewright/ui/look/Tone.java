package org.sizewright.ui.look;

import java.util.Locale;

/** What a status says, apart from its words: shown as colour and icon together, never as colour alone. */
public enum Tone {
    OK(Icon.OK),
    WARN(Icon.WARN),
    ERROR(Icon.ERROR),
    INFO(Icon.INFO),
    NEUTRAL(Icon.NEUTRAL);

    private final Icon icon;

    Tone(Icon icon) {
        this.icon = icon;
    }

    public Icon icon() {
        return icon;
    }

    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
