package org.sizewright.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** What the constructors of this package demand; the messages can be shown to the user. */
final class PlanChecks {
    private PlanChecks() {}

    static void id(String value) {
        if (!value.matches("[a-z][a-z0-9]*")) {
            throw new IllegalArgumentException(
                    "an id is a small letter followed by small letters and digits, not \"" + value + "\"");
        }
    }

    static void name(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " needs a name");
        }
    }

    static void between(String what, double min, double max, double value) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    what + " must be " + plain(min) + " to " + plain(max) + ", not " + plain(value));
        }
    }

    static <T> void unique(String what, Collection<T> items, Function<T, ?> key) {
        Set<Object> seen = new HashSet<>();
        for (T item : items) {
            Object id = key.apply(item);
            if (!seen.add(id)) {
                throw new IllegalArgumentException("two " + what + " have the id " + id);
            }
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
