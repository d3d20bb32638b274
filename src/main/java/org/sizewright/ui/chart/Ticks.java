package org.sizewright.ui.chart;

import java.util.ArrayList;
import java.util.List;

/** Round numbers along a scale. */
final class Ticks {
    private static final double[] STEPS = {1, 2, 5};
    /** So that a multiple that the arithmetic misses by a hair still counts. */
    private static final double HAIR = 1e-9;

    private Ticks() {}

    /**
     * Round numbers from least to most, rising, at most so many.
     *
     * @param grain ticks of a linear scale are multiples of it; 0 allows any
     */
    static List<Double> of(Scale scale, double least, double most, double grain, int atMost) {
        if (!(least < most) || atMost < 1) {
            throw new IllegalArgumentException("no ticks from " + least + " to " + most + ", at most " + atMost);
        }
        List<Double> ticks = switch (scale) {
            case LINEAR -> linear(least, most, grain, atMost);
            case LOG -> log(least, most, atMost);
            case POWERS_OF_TWO -> powersOfTwo(least, most, atMost);
        };
        // a logarithmic range within one power has no tick of its own
        return ticks.size() >= 2 || scale == Scale.LINEAR ? ticks : linear(least, most, grain, atMost);
    }

    private static List<Double> linear(double least, double most, double grain, int atMost) {
        double step = Math.pow(10, Math.floor(Math.log10((most - least) / atMost)) - 1);
        for (int power = 0; power < 6; power++) {
            for (double each : STEPS) {
                double wide = each * step * Math.pow(10, power);
                long first = (long) Math.ceil(least / wide - HAIR);
                long last = (long) Math.floor(most / wide + HAIR);
                if (last - first + 1 <= atMost && wide >= grain * (1 - HAIR)) {
                    List<Double> ticks = new ArrayList<>();
                    for (long i = first; i <= last; i++) {
                        ticks.add(cleaned(i, wide));
                    }
                    return ticks;
                }
            }
        }
        return List.of();
    }

    /** The multiple of a step of one digit, without the dust of binary fractions. */
    private static double cleaned(long count, double step) {
        return step >= 1 ? count * Math.rint(step) : count / Math.rint(1 / step);
    }

    private static List<Double> log(double least, double most, int atMost) {
        for (double[] digits : new double[][] {STEPS, {1}}) {
            List<Double> ticks = decades(least, most, digits, 1);
            if (ticks.size() <= atMost && !ticks.isEmpty()) {
                return ticks;
            }
        }
        for (int stride = 2; stride < 40; stride++) {
            List<Double> ticks = decades(least, most, new double[] {1}, stride);
            if (ticks.size() <= atMost) {
                return ticks;
            }
        }
        return List.of();
    }

    private static List<Double> decades(double least, double most, double[] digits, int stride) {
        List<Double> ticks = new ArrayList<>();
        int first = (int) Math.floor(Math.log10(least));
        int last = (int) Math.floor(Math.log10(most) + HAIR);
        for (int power = first; power <= last; power++) {
            if (Math.floorMod(power, stride) != 0) {
                continue;
            }
            for (double digit : digits) {
                double tick = power >= 0 ? digit * Math.pow(10, power) : digit / Math.pow(10, -power);
                if (tick >= least * (1 - HAIR) && tick <= most * (1 + HAIR)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    private static List<Double> powersOfTwo(double least, double most, int atMost) {
        int first = (int) Math.ceil(Math.log(least) / Math.log(2) - HAIR);
        int last = (int) Math.floor(Math.log(most) / Math.log(2) + HAIR);
        int stride = 1;
        while ((last - first) / stride + 1 > atMost) {
            stride++;
        }
        List<Double> ticks = new ArrayList<>();
        // counted from the largest, which is the one that people look for
        for (int power = last; power >= first; power -= stride) {
            ticks.addFirst(Math.pow(2, power));
        }
        return ticks;
    }
}
