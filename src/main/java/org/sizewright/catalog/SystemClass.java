package org.sizewright.catalog;

import java.util.Objects;

/**
 * The class of system that NVIDIA certified. Only ever taken from a source, never derived from a model's name.
 *
 * @param kind the class as far as it is known
 * @param text the source's own wording, empty if unknown
 */
public record SystemClass(Kind kind, String text) {
    /** The classes that rules tell apart. */
    public enum Kind {
        DATA_CENTER,
        EDGE,
        WORKSTATION,
        /** a class with another name: see the text */
        OTHER,
        UNKNOWN
    }

    public static final SystemClass UNKNOWN = new SystemClass(Kind.UNKNOWN, "");

    public SystemClass {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        if ((kind == Kind.UNKNOWN) != text.isEmpty()) {
            throw new IllegalArgumentException("a class is unknown exactly if the source has no word for it");
        }
    }

    /** Reads the source's wording, such as {@code dataCenter} or {@code Data Center}. */
    public static SystemClass parse(String text) {
        String line = Cleaning.line(text);
        String letters = Cleaning.letters(line);
        if (letters.isEmpty()) {
            return UNKNOWN;
        }
        if (letters.contains("datacenter") || letters.contains("datacentre")) {
            return new SystemClass(Kind.DATA_CENTER, line);
        }
        if (letters.contains("edge")) {
            return new SystemClass(Kind.EDGE, line);
        }
        return new SystemClass(letters.contains("workstation") ? Kind.WORKSTATION : Kind.OTHER, line);
    }
}
