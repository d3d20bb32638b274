package org.sizewright.ui.look;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the window, by key. A key that is missing is a bug and throws; a test finds missing and unused keys. */
public final class Texts {
    private static final String BUNDLE = "org.sizewright.ui.texts";

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The English texts, which are the only ones so far. */
    public static Texts english() {
        return new Texts(ResourceBundle.getBundle(BUNDLE, Locale.ROOT), Locale.ENGLISH);
    }

    /** @throws java.util.MissingResourceException if there is no such key */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** The text with {0}, {1} ... replaced; numbers are written the way of the text's language. */
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    public Locale locale() {
        return locale;
    }
}
