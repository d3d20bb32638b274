package org.sizewright.catalog;

import java.util.List;

/**
 * What was looked for in the place of a word that nothing in the list has.
 *
 * @param typed the word as typed
 * @param shown the words of the list that were taken for it, as the list writes them, the most frequent first; never empty
 * @param kind how much was forgiven
 */
public record Correction(String typed, List<String> shown, Kind kind) {
    /** How much was forgiven. */
    public enum Kind {
        /** letters were mistyped; digits are as typed */
        TYPO,
        /** similar names, digits differ too: another product, perhaps */
        SIMILAR
    }

    public Correction {
        shown = List.copyOf(shown);
        if (shown.isEmpty()) {
            throw new IllegalArgumentException("nothing was taken for " + typed);
        }
    }
}
