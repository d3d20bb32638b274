package org.sizewright.buildsheet.returned;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as they come back: real days of the workbook, and what people type as text. */
final class TypedDay {
    private static final String EXAMPLE = "write the day as 2026-12-31";
    private static final Pattern DOTS = Pattern.compile("(\\d{1,2})\\.\\s*(\\d{1,2})\\.\\s*(\\d{4})");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})");
    private static final List<DateTimeFormatter> WRITTEN_OUT = List.of(
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH));

    private TypedDay() {}

    /**
     * The day; none for an empty cell.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    static Optional<LocalDate> parse(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Matcher dots = DOTS.matcher(text);
            Matcher slashes = SLASHES.matcher(text);
            if (dots.matches()) {
                return Optional.of(day(dots.group(3), dots.group(2), dots.group(1)));
            }
            if (slashes.matches()) {
                return Optional.of(slashed(text, slashes.group(3), slashes.group(1), slashes.group(2)));
            }
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notIso) {
            return Optional.of(writtenOut(text));
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException("there is no such day; " + EXAMPLE, impossible);
        }
    }

    /** Day and month change places between countries. */
    private static LocalDate slashed(String text, String year, String one, String other) {
        int first = Integer.parseInt(one);
        int second = Integer.parseInt(other);
        if (first <= 12 && second <= 12 && first != second) {
            throw new IllegalArgumentException("\"" + text + "\" may be " + day(year, one, other) + " or "
                    + day(year, other, one) + "; " + EXAMPLE);
        }
        return first > 12 ? day(year, other, one) : day(year, one, other);
    }

    private static LocalDate writtenOut(String text) {
        for (DateTimeFormatter form : WRITTEN_OUT) {
            ParsePosition end = new ParsePosition(0);
            if (form.parseUnresolved(text, end) != null && end.getIndex() == text.length()) {
                return exactly(text, form);
            }
        }
        throw new IllegalArgumentException("it is no day; " + EXAMPLE);
    }

    private static LocalDate exactly(String text, DateTimeFormatter form) {
        try {
            return LocalDate.parse(text, form.withResolverStyle(ResolverStyle.STRICT));
        } catch (DateTimeParseException impossible) {
            throw new IllegalArgumentException("there is no such day; " + EXAMPLE, impossible);
        }
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
