package org.sizewright.buildsheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sizewright.figure.Bound;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Unit;

/** How many decimals are worth showing. All cells of a figure are shown alike. */
final class NumberFormats {
    /** Stands for the format with an exponent. */
    static final int SCIENTIFIC = -1;

    /** The same in every country, and what days are read back from. */
    static final String DAY = "yyyy-mm-dd";

    private static final double SCIENTIFIC_FROM = 1e13;

    private final FigureBook figures;
    private final Map<Figure, Integer> decimalsOf = new HashMap<>();

    NumberFormats(FigureBook figures) {
        this.figures = figures;
    }

    int decimals(Figure figure) {
        return decimalsOf.computeIfAbsent(figure, this::find);
    }

    private int find(Figure figure) {
        List<Double> numbers = figures.cells(figure).stream()
                .flatMapToDouble(cell -> figures.value(cell).asNumber().stream())
                .boxed()
                .toList();
        boolean whole = figure.unit().equals(Unit.COUNT)
                || figure.unit().equals(Unit.RACK_UNIT)
                || figure.formula().isEmpty()
                || figure.formula().get() instanceof Formula.Stepped;
        return decimals(numbers, !whole);
    }

    /**
     * Enough for the largest number, and for the smaller ones beside it.
     *
     * @param fractions whether fractions are to be expected even where all numbers are whole
     */
    static int decimals(List<Double> numbers, boolean fractions) {
        double size = numbers.stream().mapToDouble(Math::abs).max().orElse(0);
        if (size >= SCIENTIFIC_FROM) {
            return SCIENTIFIC;
        }
        boolean allWhole = numbers.stream().allMatch(number -> number == Math.rint(number));
        if (allWhole) {
            return fractions && size < 1000 ? 1 : 0;
        }
        double smallest = numbers.stream()
                .mapToDouble(Math::abs)
                .filter(number -> number > 0)
                .min()
                .orElse(0);
        if (size < 1000 && smallest < 0.1) {
            return smallest < 0.001 ? 6 : 4;
        }
        return size >= 1000 ? (smallest < 100 ? 1 : 0) : size >= 100 ? 1 : 2;
    }

    static String pattern(int decimals) {
        return decimals == SCIENTIFIC ? "0.000E+00" : decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    /** The same with the sign of a bound before it. */
    static String pattern(int decimals, Bound bound) {
        String sign = switch (bound) {
            case EXACT -> "";
            case AT_LEAST -> "\"≥ \"";
            case AT_MOST -> "\"≤ \"";
            case INCOMPLETE -> "\"about \"";
        };
        return sign + pattern(decimals);
    }
}
