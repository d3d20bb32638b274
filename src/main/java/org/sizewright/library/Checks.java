package org.sizewright.library;

import java.util.Collection;

/** What the constructors of records refuse; the sentence names the field as the files name it. */
final class Checks {
    private Checks() {}

    static void notBlank(String field, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("\"" + field + "\" is empty");
        }
    }

    static void atLeast(String field, long smallest, long value) {
        if (value < smallest) {
            throw new IllegalArgumentException(
                    "\"" + field + "\" is " + value + ", the smallest possible is " + smallest);
        }
    }

    static void between(String field, long smallest, long largest, long value) {
        atLeast(field, smallest, value);
        if (value > largest) {
            throw new IllegalArgumentException(
                    "\"" + field + "\" is " + value + ", more than " + largest + " is not plausible");
        }
    }

    static void positive(String field, double value) {
        if (!Double.isFinite(value) || value <= 0) {
            throw new IllegalArgumentException("\"" + field + "\" is " + value + ", it must be greater than zero");
        }
    }

    static void notEmpty(String field, Collection<?> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("\"" + field + "\" is empty");
        }
    }
}
