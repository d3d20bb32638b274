package org.sizewright.ui.part;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The numbers at which a slider stops, rising. */
public record Stops(List<BigDecimal> values) {
    private static final int MOST = 10_000;

    public Stops {
        values = List.copyOf(values);
        if (values.size() < 2 || values.size() > MOST) {
            throw new IllegalArgumentException("a slider has 2 to " + MOST + " stops, not " + values.size());
        }
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i - 1).compareTo(values.get(i)) >= 0) {
                throw new IllegalArgumentException("the stops of a slider rise: " + values);
            }
        }
    }

    /** Equally far apart; the last stop is the most, also where the step does not meet it. */
    public static Stops steps(BigDecimal least, BigDecimal most, BigDecimal step) {
        List<BigDecimal> values = new ArrayList<>();
        for (BigDecimal value = least; value.compareTo(most) < 0 && values.size() <= MOST; value = value.add(step)) {
            values.add(value);
        }
        values.add(most);
        return new Stops(values);
    }

    /** The ends and all powers of two between them, as for lengths of contexts. */
    public static Stops powersOfTwo(long least, long most) {
        List<BigDecimal> values = new ArrayList<>(List.of(BigDecimal.valueOf(least)));
        for (long value = Math.max(1, Long.highestOneBit(least) * 2); value < most; value *= 2) {
            values.add(BigDecimal.valueOf(value));
        }
        values.add(BigDecimal.valueOf(most));
        return new Stops(values);
    }

    /** Every number up to 20, then ever wider steps of 5 to 10 %, as for counts of users or requests. */
    public static Stops growing(long least, long most) {
        List<BigDecimal> values = new ArrayList<>();
        for (long value = Math.max(1, least); value < most; value = next(value)) {
            values.add(BigDecimal.valueOf(value));
        }
        values.add(BigDecimal.valueOf(most));
        return new Stops(values);
    }

    private static long next(long value) {
        long ten = 1;
        while (value / ten >= 100) {
            ten *= 10;
        }
        long digits = value / ten;
        long step = value < 20 ? 1 : ten * (digits < 20 ? 1 : digits < 50 ? 2 : 5);
        return (value / step + 1) * step;
    }

    int last() {
        return values.size() - 1;
    }

    /** Where a number lies between the stops, counted from 0; numbers beyond the ends lie at the ends. */
    double positionOf(BigDecimal number) {
        for (int i = 1; i <= last(); i++) {
            if (number.compareTo(values.get(i)) <= 0) {
                double from = values.get(i - 1).doubleValue();
                double share = (number.doubleValue() - from) / (values.get(i).doubleValue() - from);
                return i - 1 + Math.max(0, share);
            }
        }
        return last();
    }
}
