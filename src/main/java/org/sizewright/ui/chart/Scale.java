package org.sizewright.ui.chart;

/** How numbers lie along an axis. */
public enum Scale {
    LINEAR,
    /** Equal factors are equally far apart; ticks at 1, 2 and 5 times powers of ten. */
    LOG,
    /** Equal factors are equally far apart; ticks at powers of two, as lengths of contexts are chosen. */
    POWERS_OF_TWO;

    /** Whether only numbers above zero have a place here. */
    public boolean needsPositive() {
        return this != LINEAR;
    }

    /** Where the value lies between the ends of a range: 0 at the least, 1 at the most, beyond them outside of it. */
    double share(double value, double least, double most) {
        if (this == LINEAR) {
            return (value - least) / (most - least);
        }
        return Math.log(value / least) / Math.log(most / least);
    }
}
