package org.sizewright.figure;

/** What an input accepts, both ends included, in the unit of its figure. */
public record Range(double min, double max) {
    public static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    public static final Range NOT_NEGATIVE = new Range(0, Double.POSITIVE_INFINITY);

    public Range {
        if (!(min <= max)) {
            throw new IllegalArgumentException("empty range: " + min + " to " + max);
        }
    }

    public static Range of(double min, double max) {
        return new Range(min, max);
    }

    public static Range atLeast(double min) {
        return new Range(min, Double.POSITIVE_INFINITY);
    }

    public boolean contains(double number) {
        return number >= min && number <= max;
    }
}
