package org.sizewright.quantity;

/** Electrical power in watts, finite and never negative. */
public record Watts(double value) implements Comparable<Watts> {
    public Watts {
        if (!Double.isFinite(value) || value < 0) {
            throw new IllegalArgumentException("power must be a number of watts, zero or more: " + value);
        }
    }

    public static Watts of(double value) {
        return new Watts(value);
    }

    public static Watts ofKilowatts(double kilowatts) {
        return new Watts(kilowatts * 1000);
    }

    public double toKilowatts() {
        return value / 1000;
    }

    @Override
    public int compareTo(Watts other) {
        return Double.compare(value, other.value);
    }
}
