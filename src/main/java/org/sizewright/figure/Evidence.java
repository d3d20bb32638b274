package org.sizewright.figure;

/** How far a value can be trusted, from read in its source down to typed in by hand. */
public enum Evidence {
    /** Read in the named source. */
    VERIFIED("verified"),
    /** Read in somebody who cites the source. */
    SECOND_HAND("second-hand"),
    /** Derived from other facts or fitted. */
    INFERRED("inferred"),
    /** General knowledge of the field, not seen in a source. */
    RECALLED("recalled"),
    /** Sources print different values; one was taken. */
    CONFLICTING("conflicting"),
    /** Entered by the architect. */
    TYPED("typed in"),
    /** The result of a search, not of a formula. */
    COMPUTED("computed");

    private final String word;

    Evidence(String word) {
        this.word = word;
    }

    /** The word that files and screens use. */
    public String word() {
        return word;
    }

    /** The evidence of that word; throws {@link IllegalArgumentException} if there is none. */
    public static Evidence parse(String word) {
        for (Evidence evidence : values()) {
            if (evidence.word.equals(word)) {
                return evidence;
            }
        }
        throw new IllegalArgumentException("no kind of evidence is called \"" + word + "\"");
    }
}
