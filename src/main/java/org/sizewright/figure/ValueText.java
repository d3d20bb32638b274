package org.sizewright.figure;

/** Values as people read them, with unit and bound: "24.2 GiB", "≥ 12 kW", "unknown". */
public final class ValueText {
    private ValueText() {}

    /** Rounded for reading only: whole from 1,000 on, else one to four decimals. */
    public static String of(Value value, Unit unit) {
        return withUnit(number(value), value, unit);
    }

    /** Rounded to that many decimals. */
    public static String of(Value value, Unit unit, int decimals) {
        return withUnit(
                value instanceof Value.Known known
                        ? bound(known.bound()) + NumberText.readable(known.number(), decimals)
                        : number(value),
                value,
                unit);
    }

    /** Without the unit, for columns that carry it in their heading. */
    public static String number(Value value) {
        return switch (value) {
            case Value.Unknown unknown -> unknown.cellText();
            case Value.Known known -> bound(known.bound()) + NumberText.readable(known.number());
        };
    }

    /** All digits and no exponent, so that a spreadsheet reads back the same number. */
    public static String exact(double number) {
        return NumberText.plain(number);
    }

    /** A plain number with as many decimals as are worth reading. */
    public static String number(double number) {
        return NumberText.readable(number);
    }

    public static String number(double number, int decimals) {
        return NumberText.readable(number, decimals);
    }

    private static String withUnit(String number, Value value, Unit unit) {
        return value.isKnown() && !unit.symbol().isEmpty() ? number + " " + unit.symbol() : number;
    }

    private static String bound(Bound bound) {
        return switch (bound) {
            case EXACT -> "";
            case AT_LEAST -> "≥ ";
            case AT_MOST -> "≤ ";
            case INCOMPLETE -> "about ";
        };
    }
}
