package org.sizewright.catalog;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * The numbers from a least to a most, both included. An open end does not narrow.
 *
 * @param withUnknown whether entries pass whose number the list does not say
 */
public record NumberRange(OptionalInt least, OptionalInt most, boolean withUnknown) {
    public NumberRange {
        Objects.requireNonNull(least, "least");
        Objects.requireNonNull(most, "most");
        if (least.isPresent() && most.isPresent() && least.getAsInt() > most.getAsInt()) {
            throw new IllegalArgumentException("no number is from " + least.getAsInt() + " to " + most.getAsInt());
        }
    }

    public static NumberRange atLeast(int least) {
        return new NumberRange(OptionalInt.of(least), OptionalInt.empty(), false);
    }

    public static NumberRange of(int least, int most) {
        return new NumberRange(OptionalInt.of(least), OptionalInt.of(most), false);
    }

    public NumberRange withUnknown(boolean pass) {
        return new NumberRange(least, most, pass);
    }

    /** Whether a known number lies in it. */
    public boolean contains(int number) {
        return (least.isEmpty() || number >= least.getAsInt()) && (most.isEmpty() || number <= most.getAsInt());
    }

    /** Whether both ends are open, so that it says nothing. */
    public boolean isOpen() {
        return least.isEmpty() && most.isEmpty();
    }
}
