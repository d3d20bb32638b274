package org.sizewright.figure;

import org.sizewright.figure.Dimension.Base;

/**
 * The unit that a figure's cell holds.
 *
 * @param symbol as printed beside the number; empty for a plain count
 * @param dimension what it measures
 * @param factor how many coherent units (B, W, token, s, kg, U) one of it is
 */
public record Unit(String symbol, Dimension dimension, double factor) {
    public static final Unit COUNT = new Unit("", Dimension.NONE, 1);
    public static final Unit PERCENT = new Unit("%", Dimension.NONE, 0.01);
    public static final Unit BYTE = new Unit("B", Dimension.of(Base.BYTE), 1);
    public static final Unit MIB = new Unit("MiB", Dimension.of(Base.BYTE), 1 << 20);
    public static final Unit GIB = new Unit("GiB", Dimension.of(Base.BYTE), 1 << 30);
    public static final Unit GB = new Unit("GB", Dimension.of(Base.BYTE), 1e9);
    public static final Unit TIB = new Unit("TiB", Dimension.of(Base.BYTE), 1L << 40);
    public static final Unit TOKEN = new Unit("tokens", Dimension.of(Base.TOKEN), 1);
    public static final Unit BYTE_PER_TOKEN =
            new Unit("B/token", Dimension.of(Base.BYTE).dividedBy(Dimension.of(Base.TOKEN)), 1);
    public static final Unit WATT = new Unit("W", Dimension.of(Base.WATT), 1);
    public static final Unit KILOWATT = new Unit("kW", Dimension.of(Base.WATT), 1000);
    /** International-table BTU per hour: 1055.05585262 J in 3600 s. */
    public static final Unit BTU_PER_HOUR = new Unit("BTU/h", Dimension.of(Base.WATT), 1055.05585262 / 3600);

    public static final Unit RACK_UNIT = new Unit("U", Dimension.of(Base.RACK_UNIT), 1);
    public static final Unit KILOGRAM = new Unit("kg", Dimension.of(Base.KILOGRAM), 1);
    public static final Unit SECOND = new Unit("s", Dimension.of(Base.SECOND), 1);
    public static final Unit MILLISECOND = new Unit("ms", Dimension.of(Base.SECOND), 1e-3);
    public static final Unit MICROSECOND = new Unit("µs", Dimension.of(Base.SECOND), 1e-6);
    public static final Unit MICROSECOND_PER_TOKEN =
            new Unit("µs/token", Dimension.of(Base.SECOND).dividedBy(Dimension.of(Base.TOKEN)), 1e-6);
    public static final Unit PER_SECOND = new Unit("1/s", Dimension.NONE.dividedBy(Dimension.of(Base.SECOND)), 1);
    public static final Unit TOKEN_PER_SECOND =
            new Unit("tokens/s", Dimension.of(Base.TOKEN).dividedBy(Dimension.of(Base.SECOND)), 1);
    public static final Unit GB_PER_SECOND =
            new Unit("GB/s", Dimension.of(Base.BYTE).dividedBy(Dimension.of(Base.SECOND)), 1e9);
    public static final Unit FLOP_PER_TOKEN =
            new Unit("FLOP/token", Dimension.of(Base.FLOP).dividedBy(Dimension.of(Base.TOKEN)), 1);
    public static final Unit TERAFLOP = new Unit("TFLOP", Dimension.of(Base.FLOP), 1e12);
    public static final Unit TERAFLOP_PER_SECOND =
            new Unit("TFLOPS", Dimension.of(Base.FLOP).dividedBy(Dimension.of(Base.SECOND)), 1e12);

    public Unit {
        if (!Double.isFinite(factor) || factor <= 0) {
            throw new IllegalArgumentException("the factor of unit " + symbol + " must be above zero: " + factor);
        }
    }

    /** The unit of that dimension whose factor is one. */
    public static Unit coherent(Dimension dimension) {
        return dimension.isNone() ? COUNT : new Unit(dimension.symbol(), dimension, 1);
    }

    /** Whether a value of this unit can be added to one of the other. */
    public boolean measuresSameAs(Unit other) {
        return this == other || dimension.equals(other.dimension);
    }

    /** Whether values need no conversion to the other unit. */
    boolean sameScaleAs(Unit other) {
        return factor == other.factor && measuresSameAs(other);
    }

    /**
     * The number in the other unit. Multiplies or divides by one number, exactly as the workbook's cell does, so that both agree.
     *
     * @throws IllegalArgumentException if the units measure different things
     */
    public double convert(double number, Unit other) {
        requireSameMeasure(other);
        if (factor == other.factor) {
            return number;
        }
        return factor > other.factor ? number * (factor / other.factor) : number / (other.factor / factor);
    }

    /** The number in the unit of the same dimension whose factor is one, by the same arithmetic. */
    double toCoherent(double number) {
        return factor > 1 ? number * factor : number / (1 / factor);
    }

    void requireSameMeasure(Unit other) {
        if (!measuresSameAs(other)) {
            throw new IllegalArgumentException("cannot mix " + name() + " with " + other.name());
        }
    }

    private String name() {
        return symbol.isEmpty() ? "a count" : symbol;
    }
}
