package org.sizewright.figure;

/** Rounding to six decimals, half away from zero: what the workbook's {@code ROUND(x,6)} does. */
final class Rounding {
    private static final double SCALE = 1e6;
    /** From here on a double has no sixth decimal left to round. */
    private static final double EXACT_FROM = 1L << 33;

    private Rounding() {}

    static double toSixDecimals(double number) {
        if (Math.abs(number) >= EXACT_FROM) {
            return number;
        }
        return Math.copySign(Math.floor(Math.abs(number) * SCALE + 0.5) / SCALE, number);
    }
}
