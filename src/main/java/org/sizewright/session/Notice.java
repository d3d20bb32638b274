package org.sizewright.session;

/**
 * Something to tell the user.
 *
 * @param sentence what happened
 * @param advice what to do; may be empty
 */
public record Notice(Kind kind, String sentence, String advice) {
    /** How it went. */
    public enum Kind {
        DONE,
        REFUSED
    }

    public static Notice done(String sentence) {
        return new Notice(Kind.DONE, sentence, "");
    }

    public static Notice refused(String sentence, String advice) {
        return new Notice(Kind.REFUSED, sentence, advice);
    }
}
