package org.sizewright.plan.setting;

import java.util.regex.Pattern;

/**
 * Something that is set on a platform, on hosts or on machines.
 *
 * @param key as saved plans write it; it never changes its meaning
 * @param title what it is called within a sentence
 * @param help what it is, and where to look it up
 * @param wish whether it is what the customer wants rather than how something is: a wish that is not stated is none, and no rule
 *     asks for it
 */
public record Setting<T>(String key, Topic topic, String title, String help, ValueKind<T> kind, boolean wish) {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*");

    public Setting {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("\"" + key + "\" is no key of a setting");
        }
    }

    static <T> Setting<T> of(String key, Topic topic, String title, ValueKind<T> kind, String help) {
        return new Setting<>(key, topic, title, help, kind, false);
    }

    static <T> Setting<T> wish(String key, Topic topic, String title, ValueKind<T> kind, String help) {
        return new Setting<>(key, topic, title, help, kind, true);
    }

    /** What it is called at the beginning of a line; names such as vSphere keep their small letter. */
    public String heading() {
        String words = plain();
        return words.length() > 1 && Character.isUpperCase(words.charAt(1))
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What it is called without an article. */
    public String plain() {
        return title.startsWith("the ") ? title.substring(4) : title;
    }

    /** The setting with its value, checked against the kind. */
    public T cast(Object value) {
        return kind.type().cast(value);
    }

    @Override
    public String toString() {
        return key;
    }
}
