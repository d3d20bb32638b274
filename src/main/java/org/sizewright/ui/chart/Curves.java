package org.sizewright.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Tone;

/**
 * The contents of a chart: everything is computed before, nothing between the points.
 *
 * @param lines at least one
 * @param limits horizontal lines, such as sizes of GPUs
 * @param markers vertical lines, such as the load at which a line crosses a limit
 * @param here the point that the plan stands at
 */
public record Curves(Axis x, Axis y, List<Line> lines, List<Limit> limits, List<Marker> markers, Optional<Here> here) {
    public Curves {
        lines = List.copyOf(lines);
        limits = List.copyOf(limits);
        markers = List.copyOf(markers);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a chart of no line; show the reason instead");
        }
        for (Line line : lines) {
            for (Point point : line.points()) {
                if ((x.scale().needsPositive() && !(point.x() > 0))
                        || (y.scale().needsPositive() && !(point.low() > 0))) {
                    throw new IllegalArgumentException("a logarithmic axis has no place for 0: " + line.name());
                }
            }
        }
    }

    public static Curves of(Axis x, Axis y, List<Line> lines) {
        return new Curves(x, y, lines, List.of(), List.of(), Optional.empty());
    }

    public Curves withLimits(List<Limit> drawn) {
        return new Curves(x, y, lines, drawn, markers, here);
    }

    public Curves withMarkers(List<Marker> drawn) {
        return new Curves(x, y, lines, limits, drawn, here);
    }

    public Curves withHere(double atX, double atY, String label) {
        return new Curves(x, y, lines, limits, markers, Optional.of(new Here(atX, atY, label)));
    }

    /**
     * One line, from left to right; between two points it is drawn straight.
     *
     * @param dashed for what is compared with or lies outside of what was measured
     */
    public record Line(String name, Fill fill, List<Point> points, boolean dashed) {
        public Line {
            points = List.copyOf(points);
            if (points.isEmpty()) {
                throw new IllegalArgumentException("a line without points: " + name);
            }
            for (int i = 1; i < points.size(); i++) {
                if (!(points.get(i - 1).x() < points.get(i).x())) {
                    throw new IllegalArgumentException("points out of order: " + name);
                }
            }
        }

        public static Line of(String name, Fill fill, List<Point> points) {
            return new Line(name, fill, points, false);
        }

        public Line asDashed() {
            return new Line(name, fill, points, true);
        }

        boolean hasBand() {
            return points.stream().anyMatch(point -> point.low() < point.high());
        }

        Optional<Point> at(double atX) {
            return points.stream().filter(point -> point.x() == atX).findFirst();
        }
    }

    /** A value with its band; where there is none, low and high are the value. */
    public record Point(double x, double low, double value, double high) {
        public Point {
            if (!(low <= value && value <= high) || !Double.isFinite(x + low + high)) {
                throw new IllegalArgumentException("no point: " + low + ", " + value + ", " + high + " at " + x);
            }
        }

        public static Point of(double x, double value) {
            return new Point(x, value, value, value);
        }
    }

    /** A horizontal line with its name, such as the size of a GPU. */
    public record Limit(String name, double at, Tone tone) {}

    /** A vertical line with its label, such as "at 53 requests: next replica". Best a place where the lines have a point. */
    public record Marker(double x, String label, Tone tone) {}

    /** Where the plan stands. */
    public record Here(double x, double y, String label) {}

    /** Where the crosshair can stand: at the points, at the markers and where the plan stands; rising. */
    List<Double> stops() {
        DoubleStream points =
                lines.stream().flatMap(line -> line.points().stream()).mapToDouble(Point::x);
        DoubleStream marked = markers.stream().mapToDouble(Marker::x);
        DoubleStream own = here.stream().mapToDouble(Here::x);
        return DoubleStream.concat(points, DoubleStream.concat(marked, own))
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }
}
