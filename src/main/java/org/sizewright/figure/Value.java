package org.sizewright.figure;

import java.util.OptionalDouble;

/** What a cell holds: a number in its figure's unit, or that it is unknown. Unknown is never zero. */
public sealed interface Value {
    /** A finite number, with the bound that it is if parts under it are unknown. */
    record Known(double number, Bound bound) implements Value {
        public Known {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a known value must be finite: " + number);
            }
        }
    }

    /**
     * Not known.
     *
     * @param cellText what the workbook's cell shows: "unknown", or another text that is no number
     * @param why what is missing, in words
     */
    record Unknown(String cellText, String why) implements Value {}

    String UNKNOWN_TEXT = "unknown";

    static Value of(double number) {
        return new Known(number, Bound.EXACT);
    }

    static Value unknown(String why) {
        return new Unknown(UNKNOWN_TEXT, why);
    }

    /** The result of arithmetic: unknown if it is no finite number. */
    static Value ofResult(double number, Bound bound, String otherwise) {
        return Double.isFinite(number) ? new Known(number, bound) : unknown(otherwise);
    }

    default boolean isKnown() {
        return this instanceof Known;
    }

    default OptionalDouble asNumber() {
        return this instanceof Known known ? OptionalDouble.of(known.number()) : OptionalDouble.empty();
    }
}
