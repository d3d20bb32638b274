package org.sizewright.ui.chart;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** The area of the curves in pixels and the ranges of values that it stands for. */
record Frame(double left, double top, double width, double height, Scale xScale, Range xs, Scale yScale, Range ys) {
    /** How much of an axis is left free above the highest value. */
    private static final double AIR = 1.08;

    record Range(double least, double most) {
        Range {
            if (!(least < most)) {
                throw new IllegalArgumentException("a range from " + least + " to " + most);
            }
        }
    }

    double px(double x) {
        return left + width * xScale.share(x, xs.least(), xs.most());
    }

    double py(double y) {
        return top + height * (1 - yScale.share(y, ys.least(), ys.most()));
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /** From the leftmost to the rightmost point, marker included. */
    static Range xRange(Curves curves) {
        List<Double> stops = curves.stops();
        double least = curves.x().least().orElse(stops.getFirst());
        double most = curves.x().most().orElse(stops.getLast());
        return wide(least, most, curves.x().scale());
    }

    /** From 0, or below the least on a logarithmic axis, to a little above all that is drawn. */
    static Range yRange(Curves curves) {
        double highest = curves.lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Curves.Point::high)
                .max()
                .orElse(1);
        double lowest = curves.lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Curves.Point::low)
                .min()
                .orElse(0);
        DoubleStream limits = curves.limits().stream().mapToDouble(Curves.Limit::at);
        OptionalDouble next = limits.filter(at -> at >= highest).min();
        double top =
                Math.max(next.orElse(highest), curves.here().map(Curves.Here::y).orElse(highest));
        boolean log = curves.y().scale().needsPositive();
        double least = curves.y().least().orElse(log ? lowest / AIR : Math.min(0, lowest));
        double most = curves.y().most().orElse(top * AIR);
        return wide(least, most, curves.y().scale());
    }

    private static Range wide(double least, double most, Scale scale) {
        if (least < most) {
            return new Range(least, most);
        }
        // one value only: it stands in the middle
        double about = least == 0 ? 1 : Math.abs(least) / 2;
        return scale.needsPositive() ? new Range(least / 2, least * 2) : new Range(least - about, least + about);
    }
}
