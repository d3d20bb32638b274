package org.sizewright.buildsheet;

/** What a word or line means for the reader. The colour never stands alone: the word says the same. */
public enum Tone {
    PLAIN,
    MUTED,
    INFORMATION,
    GOOD,
    CAUTION,
    BAD
}
