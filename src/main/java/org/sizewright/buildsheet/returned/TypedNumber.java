package org.sizewright.buildsheet.returned;

import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.sizewright.figure.Value;

/** Numbers of inputs as they come back. */
final class TypedNumber {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(?:\\.\\d{1,30})?");

    private TypedNumber() {}

    /** Whether it is a number as a cell gives it, without marks between thousands. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /**
     * The number; none for an empty cell and "unknown".
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    static OptionalDouble parse(String text) {
        if (text.isEmpty() || text.equalsIgnoreCase(Value.UNKNOWN_TEXT)) {
            return OptionalDouble.empty();
        }
        if (!isNumber(text)) {
            throw new IllegalArgumentException("it is no number; an unknown one stays empty");
        }
        return OptionalDouble.of(Double.parseDouble(text));
    }
}
