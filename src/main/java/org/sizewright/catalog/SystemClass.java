package org.sizewright.catalog;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The class of system that NVIDIA certified. Only ever taken from a source, never derived from a model's name.
 *
 * @param kind the class as far as it is known
 * @param text the source's own wording, empty if unknown
 * @param origin where the class was taken from; empty if unknown, and in what was saved before origins were kept
 */
public record SystemClass(Kind kind, String text, Optional<ClassOrigin> origin) {
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
        Objects.requireNonNull(origin, "origin");
        if ((kind == Kind.UNKNOWN) != text.isEmpty()) {
            throw new IllegalArgumentException("a class is unknown exactly if the source has no word for it");
        }
    }

    /** A class whose origin is not known. */
    public SystemClass(Kind kind, String text) {
        this(kind, text, Optional.empty());
    }

    public boolean isKnown() {
        return kind != Kind.UNKNOWN;
    }

    /** The same class with this origin; unknown stays unknown. */
    public SystemClass from(ClassOrigin source) {
        return isKnown() ? new SystemClass(kind, text, Optional.of(source)) : this;
    }

    public SystemClass from(ClassOrigin.Source source, String sourceText, Optional<LocalDate> date) {
        return from(new ClassOrigin(source, sourceText, date));
    }

    /** True if both say the same, wherever they have it from. */
    public boolean saysTheSameAs(SystemClass other) {
        return kind == other.kind && text.equals(other.text);
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
