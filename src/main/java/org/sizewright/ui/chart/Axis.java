package org.sizewright.ui.chart;

import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * What is laid off along one side of a chart.
 *
 * @param unit may be empty
 * @param least where the axis begins; empty: as the values ask
 * @param most where the axis ends; empty: as the values ask
 * @param grain ticks of a linear axis are multiples of it, such as 1 for counts; 0 allows any
 * @param exact writes a value in full, without its unit, for the crosshair and for screen readers
 */
public record Axis(
        String title,
        String unit,
        Scale scale,
        OptionalDouble least,
        OptionalDouble most,
        double grain,
        DoubleFunction<String> exact) {
    public Axis {
        if (scale.needsPositive() && least.isPresent() && !(least.getAsDouble() > 0)) {
            throw new IllegalArgumentException("a logarithmic axis begins above 0: " + title);
        }
        if (least.isPresent() && most.isPresent() && !(least.getAsDouble() < most.getAsDouble())) {
            throw new IllegalArgumentException("the axis has no length: " + title);
        }
    }

    public static Axis of(String title, String unit, Scale scale, DoubleFunction<String> exact) {
        return new Axis(title, unit, scale, OptionalDouble.empty(), OptionalDouble.empty(), 0, exact);
    }

    public Axis between(double from, double to) {
        return new Axis(title, unit, scale, OptionalDouble.of(from), OptionalDouble.of(to), grain, exact);
    }

    /** With ticks at whole numbers only. */
    public Axis ofCounts() {
        return new Axis(title, unit, scale, least, most, 1, exact);
    }

    /** What stands beside the axis. */
    String heading() {
        return unit.isEmpty() || unit.equals(title) ? title : title + ", " + unit;
    }

    String text(double value) {
        return unit.isEmpty() ? exact.apply(value) : exact.apply(value) + " " + unit;
    }
}
