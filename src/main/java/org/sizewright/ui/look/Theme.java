package org.sizewright.ui.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import javafx.scene.Scene;

/** Light or dark: the base theme of the controls and the token block that goes with it. */
public enum Theme {
    LIGHT("light", new PrimerLight().getUserAgentStylesheet()),
    DARK("dark", new PrimerDark().getUserAgentStylesheet());

    private static final String SHEET = "/assets/style/sizewright.css";

    private final String styleClass;
    private final String base;

    Theme(String styleClass, String base) {
        this.styleClass = styleClass;
        this.base = base;
    }

    /** Gives the scene this theme, in place of the one it had. Popups of the scene follow it; a dialog is a scene of its own. */
    public void applyTo(Scene scene) {
        scene.setUserAgentStylesheet(base);
        scene.getStylesheets().setAll(List.of(sheet()));
        List<String> classes = scene.getRoot().getStyleClass();
        for (Theme theme : values()) {
            classes.remove(theme.styleClass);
        }
        classes.add(styleClass);
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** The name of the token block in the style sheet. */
    public String styleClass() {
        return styleClass;
    }

    private static String sheet() {
        URL url = Theme.class.getResource(SHEET);
        if (url == null) {
            throw new IllegalStateException("style sheet missing from the class path: " + SHEET);
        }
        return url.toExternalForm();
    }
}
