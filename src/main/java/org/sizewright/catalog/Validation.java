package org.sizewright.catalog;

import java.util.Set;

/** What the list says about NVIDIA's testing of a server with a GPU. The order is for display only. */
public enum Validation {
    /** NVIDIA-Certified */
    CERTIFIED,
    /** NGC-Ready, also "for Edge" */
    NGC_READY,
    /** Qualified by the server's maker under NVIDIA's programme */
    QUALIFIED,
    /** not stated, or not one of the known words */
    UNKNOWN;

    private static final Set<String> CERTIFIED_WORDS =
            Set.of("nvidiacertified", "certified", "nvidiacertifiedsystem", "nvidiacertifiedsystems");
    private static final Set<String> NGC_WORDS =
            Set.of("ngcready", "ngcreadyforedge", "ngcreadyedge", "nvidiangcready");
    private static final Set<String> QUALIFIED_WORDS = Set.of("qualified", "nvidiaqualified");

    /** Reads a cell; case, spaces and hyphens do not matter. */
    public static Validation parse(String text) {
        String letters = Cleaning.letters(text);
        if (CERTIFIED_WORDS.contains(letters)) {
            return CERTIFIED;
        }
        if (NGC_WORDS.contains(letters)) {
            return NGC_READY;
        }
        return QUALIFIED_WORDS.contains(letters) ? QUALIFIED : UNKNOWN;
    }
}
