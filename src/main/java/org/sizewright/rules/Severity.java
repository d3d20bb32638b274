package org.sizewright.rules;

/** How much a finding weighs. Declared from the heaviest to the lightest. */
public enum Severity {
    /** The plan cannot work as it stands. */
    ERROR("error"),
    /** It may work, but not as most would want it. */
    WARNING("warning"),
    /** Something is not known that the plan rests on. */
    OPEN_ITEM("open item"),
    /** Worth knowing. */
    NOTE("note");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The severity of that word; throws {@link IllegalArgumentException} if there is none. */
    public static Severity parse(String word) {
        for (Severity severity : values()) {
            if (severity.word.equals(word)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("no severity is called \"" + word + "\"");
    }

    public String word() {
        return word;
    }
}
