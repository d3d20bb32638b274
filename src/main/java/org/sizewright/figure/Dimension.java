package org.sizewright.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a unit measures, as powers of base measures. Counts (GPUs, hosts, parameters, requests) have no dimension. */
public final class Dimension {
    /** The base measures that a sizing needs. */
    public enum Base {
        BYTE("B"),
        WATT("W"),
        TOKEN("token"),
        SECOND("s"),
        KILOGRAM("kg"),
        RACK_UNIT("U"),
        MONEY("money"),
        FLOP("FLOP");

        private final String symbol;

        Base(String symbol) {
            this.symbol = symbol;
        }
    }

    private static final Base[] BASES = Base.values();

    public static final Dimension NONE = new Dimension(new int[BASES.length]);

    /** By position of the base measure; never changed once it is here. */
    private final int[] powers;

    private Dimension(int[] powers) {
        this.powers = powers;
    }

    public static Dimension of(Base base) {
        int[] powers = new int[BASES.length];
        powers[base.ordinal()] = 1;
        return new Dimension(powers);
    }

    public Dimension times(Dimension other) {
        return combine(other, 1);
    }

    public Dimension dividedBy(Dimension other) {
        return combine(other, -1);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    private Dimension combine(Dimension other, int sign) {
        int[] sum = powers.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += sign * other.powers[i];
        }
        return new Dimension(sum);
    }

    /** Symbol of the coherent unit, such as {@code B/token}. */
    String symbol() {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (Base base : BASES) {
            int power = powers[base.ordinal()];
            if (power != 0) {
                String symbol = Math.abs(power) == 1 ? base.symbol : base.symbol + "^" + Math.abs(power);
                (power > 0 ? above : below).add(symbol);
            }
        }
        String numerator = above.isEmpty() ? "1" : String.join("·", above);
        return below.isEmpty() ? numerator : numerator + "/" + String.join("/", below);
    }

    @Override
    public boolean equals(Object object) {
        return this == object || object instanceof Dimension other && Arrays.equals(powers, other.powers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(powers);
    }

    @Override
    public String toString() {
        return symbol();
    }
}
