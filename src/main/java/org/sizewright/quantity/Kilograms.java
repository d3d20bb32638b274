package org.sizewright.quantity;

/** Weight as it loads a rack, in kilograms, finite and never negative. */
public record Kilograms(double value) implements Comparable<Kilograms> {
    public Kilograms {
        if (!Double.isFinite(value) || value < 0) {
            throw new IllegalArgumentException("weight must be a number of kilograms, zero or more: " + value);
        }
    }

    public static Kilograms of(double value) {
        return new Kilograms(value);
    }

    @Override
    public int compareTo(Kilograms other) {
        return Double.compare(value, other.value);
    }
}
