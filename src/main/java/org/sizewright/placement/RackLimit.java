package org.sizewright.placement;

import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;

/** What a rack has only so much of. */
public enum RackLimit {
    /** what the feeds carry when one of them is lost, in W */
    POWER("power with one feed lost", "kW", 1000, 10),
    /** heat that can be taken away, in W */
    COOLING("cooling", "kW", 1000, 10),
    UNITS("rack units", "U", 1, 1),
    /** in kilograms */
    WEIGHT("weight", "kg", 1, 1);

    private final String words;
    private final String unit;
    private final double perUnit;
    private final double steps;

    RackLimit(String words, String unit, double perUnit, double steps) {
        this.words = words;
        this.unit = unit;
        this.perUnit = perUnit;
        this.steps = steps;
    }

    /** The limit in words. */
    public String words() {
        return words;
    }

    /** An amount in W, units or kilograms as people read it, such as {@code 10.2 kW}. */
    public String text(double amount) {
        return text(Math.round(amount / perUnit * 100) / 100.0, unit);
    }

    /** The same for what is missing: rounded up, so that it is enough. */
    public String atLeast(double amount) {
        return text(Math.ceil(Math.round(amount / perUnit * steps * 1e6) / 1e6) / steps, unit);
    }

    private static String text(double number, String unit) {
        return ValueText.number(Value.of(number)) + " " + unit;
    }
}
