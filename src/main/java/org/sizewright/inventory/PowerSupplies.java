package org.sizewright.inventory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sizewright.library.Chassis;
import org.sizewright.quantity.Watts;

/**
 * The power supplies of a host.
 *
 * @param redundancy how many of them may fail; empty = unknown
 */
public record PowerSupplies(int count, Watts each, Optional<Chassis.Redundancy> redundancy) {
    private static final Pattern TEXT = Pattern.compile(
            "(\\d{1,2})\\s*[x\\u00D7*]?\\s*(\\d{2,5})\\s*w?(?:atts?)?[\\s,(]*(n\\+n|n\\+1|1\\+1|2\\+2|3\\+3|2n|no redundancy|none|n)?\\)?");

    public PowerSupplies {
        InventoryChecks.between("the number of power supplies", 1, 32, count);
        redundancy.ifPresent(kind -> {
            if (spare(kind, count) >= count) {
                throw new IllegalArgumentException(
                        "with " + kind.word() + " at least two power supplies are needed, not " + count);
            }
        });
    }

    /**
     * Reads {@code 2 x 2400 W N+N}; without a word for redundancy that is unknown.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static PowerSupplies parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text.strip() + "\" is no power supply; write it like: 2 x 2400 W N+N");
        }
        int count = Integer.parseInt(matcher.group(1));
        return new PowerSupplies(
                count, Watts.of(Integer.parseInt(matcher.group(2))), redundancy(Optional.ofNullable(matcher.group(3))));
    }

    private static Optional<Chassis.Redundancy> redundancy(Optional<String> word) {
        return word.map(text -> switch (text) {
            case "n+1" -> Chassis.Redundancy.N_PLUS_1;
            case "none", "no redundancy", "n" -> Chassis.Redundancy.NONE;
            default -> Chassis.Redundancy.N_PLUS_N;
        });
    }

    /** How many of so many supplies are there for a failure. */
    public static int spare(Chassis.Redundancy redundancy, int count) {
        return switch (redundancy) {
            case NONE -> 0;
            case N_PLUS_1 -> 1;
            case N_PLUS_N -> (count + 1) / 2;
        };
    }

    /** The form that {@link #parse} reads. */
    public String toText() {
        return count + " x " + Math.round(each.value()) + " W"
                + redundancy
                        .map(kind -> kind == Chassis.Redundancy.NONE ? " no redundancy" : " " + kind.word())
                        .orElse("");
    }
}
