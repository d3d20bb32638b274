package org.sizewright.accuracy;

/** What the figures say about one measured figure of a case. */
public sealed interface Estimate {
    /** With the band that the estimate carries; equal to the value where the figure is exact. */
    record Known(double value, double low, double high) implements Estimate {
        public static Known exact(double value) {
            return new Known(value, value, value);
        }

        /** Two sides of a band, whichever is the lower. */
        public static Known of(double value, double one, double other) {
            return new Known(value, Math.min(one, other), Math.max(one, other));
        }
    }

    record NotPredicted(String reason) implements Estimate {}
}
