package org.sizewright.figure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

    public static final Dimension NONE = new Dimension(Map.of());

    private final Map<Base, Integer> powers;

    private Dimension(Map<Base, Integer> powers) {
        this.powers = Map.copyOf(powers);
    }

    public static Dimension of(Base base) {
        return new Dimension(Map.of(base, 1));
    }

    public Dimension times(Dimension other) {
        return combine(other, 1);
    }

    public Dimension dividedBy(Dimension other) {
        return combine(other, -1);
    }

    public boolean isNone() {
        return powers.isEmpty();
    }

    private Dimension combine(Dimension other, int sign) {
        Map<Base, Integer> sum = new EnumMap<>(Base.class);
        sum.putAll(powers);
        other.powers.forEach((base, power) -> sum.merge(base, sign * power, Integer::sum));
        sum.values().removeIf(power -> power == 0);
        return new Dimension(sum);
    }

    /** Symbol of the coherent unit, such as {@code B/token}. */
    String symbol() {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (Base base : Base.values()) {
            int power = powers.getOrDefault(base, 0);
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
        return object instanceof Dimension other && powers.equals(other.powers);
    }

    @Override
    public int hashCode() {
        return powers.hashCode();
    }

    @Override
    public String toString() {
        return symbol();
    }
}
