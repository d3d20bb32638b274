package org.sizewright.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.sizewright.figure.ValueText;

/**
 * Numbers as they are typed behind an option. All methods throw {@link IllegalArgumentException} with a sentence that names the
 * option and what may stand there.
 */
final class TypedNumber {
    private static final int QUOTED = 40;
    private static final String ENDINGS = "KMBT";

    private TypedNumber() {}

    static int whole(String option, String text, int least, int most) {
        return parse(text)
                .filter(number -> isWithin(number, least, most))
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::intValueExact)
                .orElseThrow(() -> refused(
                        option,
                        "a whole number from " + ValueText.number(least) + " to " + ValueText.number(most),
                        text));
    }

    private static boolean isWithin(BigDecimal number, long least, long most) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /** Any number that is not beyond all bounds; what it counts knows its range. */
    static double decimal(String option, String text) {
        return parse(text)
                .map(BigDecimal::doubleValue)
                .filter(number -> !Double.isInfinite(number))
                .orElseThrow(() -> refused(option, "a number", text));
    }

    /** Parameters or tokens, which may end in K, M, B or T: {@code 8B} are eight billion. */
    static double count(String option, String text, double most) {
        return Optional.of(text)
                .filter(TypedNumber::isCount)
                .flatMap(typed -> parse(plain(typed)))
                .map(BigDecimal::doubleValue)
                .filter(number -> number >= 1 && number <= most)
                .orElseThrow(
                        () -> refused(option, "a number from 1 to " + rounded(most) + ", such as 8B or 8e9", text));
    }

    /** Whether it begins like a number and not like a name. */
    static boolean isCount(String text) {
        return text.strip().matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?[kKmMbBtT]?");
    }

    static IllegalArgumentException refused(String option, String wanted, String text) {
        String shown = text.length() > QUOTED ? text.substring(0, QUOTED) + "…" : text;
        return new IllegalArgumentException(option + " must be " + wanted + ", not \"" + shown + "\"");
    }

    private static String plain(String text) {
        String typed = text.strip().toUpperCase(Locale.ROOT);
        int ending = ENDINGS.indexOf(typed.charAt(typed.length() - 1));
        return ending < 0 ? typed : typed.substring(0, typed.length() - 1) + "E" + 3 * (ending + 1);
    }

    private static String rounded(double number) {
        return number >= 1e15
                ? BigDecimal.valueOf(number).stripTrailingZeros().toString().replace("E+", "e")
                : ValueText.number(number);
    }

    private static Optional<BigDecimal> parse(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
