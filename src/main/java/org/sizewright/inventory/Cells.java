package org.sizewright.inventory;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sizewright.quantity.Bytes;

/** Reads single cells of an inventory. */
final class Cells {
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern NUMBER = Pattern.compile("([0-9][0-9.,' ]*)\\s*([\\p{L}]*)");
    /** 524,288 or 524.288 or 524'288: groups of three behind one kind of mark. */
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:([.,' ])\\d{3})(?:\\1\\d{3})*");

    private Cells() {}

    static String line(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    /** A number and the word behind it. */
    record Number(double value, String unit) {}

    static Optional<Number> number(String text) {
        Matcher matcher = NUMBER.matcher(line(text));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        OptionalDouble value = plain(matcher.group(1).strip());
        return value.isPresent() ? Optional.of(new Number(value.getAsDouble(), matcher.group(2))) : Optional.empty();
    }

    private static OptionalDouble plain(String digits) {
        String text = GROUPED.matcher(digits).matches() ? digits.replaceAll("[.,' ]", "") : digits.replace(',', '.');
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException notOne) {
            return OptionalDouble.empty();
        }
    }

    /** A whole number from 1; empty for anything else. */
    static Optional<Integer> whole(String text) {
        return number(text)
                .filter(number -> number.value() == Math.rint(number.value())
                        && number.value() >= 0
                        && number.value() <= 1_000_000)
                .map(number -> (int) number.value());
    }

    /**
     * Memory: a unit in the cell goes before that of the column. GB and MB are read as GiB and MiB, as memory modules come in powers
     * of two; a number without any unit is not guessed.
     */
    static Optional<Bytes> memory(String text, Optional<MemoryUnit> column) {
        Optional<Number> number = number(text);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Optional<MemoryUnit> unit = switch (number.get().unit().toLowerCase(java.util.Locale.ROOT)) {
            case "" -> column;
            case "g", "gb", "gib" -> Optional.of(MemoryUnit.GIB);
            case "m", "mb", "mib" -> Optional.of(MemoryUnit.MIB);
            case "t", "tb", "tib" -> Optional.of(MemoryUnit.GIB);
            default -> Optional.empty();
        };
        boolean tera = number.get().unit().toLowerCase(java.util.Locale.ROOT).startsWith("t");
        double value = number.get().value() * (tera ? 1024 : 1);
        return unit.filter(each -> value <= 1e9).map(each -> each.of(value));
    }
}
