package org.sizewright.library.model;

/** What a layer does with each token by itself. */
public sealed interface Feed {
    /** @param gated three matrices instead of two */
    record Dense(int width, boolean gated) implements Feed {}

    /**
     * Some of many.
     *
     * @param perToken experts that a token visits
     * @param sharedWidth width of what every token visits besides; 0 if there is none
     */
    record Experts(int count, int perToken, int width, boolean gated, int sharedWidth) implements Feed {}

    /** The layer has no such part. */
    record None() implements Feed {}
}
