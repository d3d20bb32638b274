package org.sizewright.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.chart.LabelPlacer.Box;
import org.sizewright.ui.chart.LabelPlacer.Segment;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;

/** Draws the curves to the size that there is; labels that would meet are moved or left out. */
final class PlotArea extends Region {
    private static final double SMALLEST_WIDTH = 200;
    private static final double SMALLEST_HEIGHT = 110;
    private static final double DOT = 9;

    private final Label yTitle = plain("chart-title");
    private final Label xTitle = plain("chart-title");
    private final AxisMarks xMarks;
    private final AxisMarks yMarks;
    private final Pane curves = new Pane();
    private final Rectangle clip = new Rectangle();
    private final List<Polygon> bands = new ArrayList<>();
    private final List<Polyline> lines = new ArrayList<>();
    private final List<Drawn> limits = new ArrayList<>();
    private final List<Drawn> markers = new ArrayList<>();
    private final Region here = new Region();
    private final Label hereLabel = plain("chart-label");
    private final Line hair = new Line();
    private final List<Region> dots = new ArrayList<>();
    private final Readout readout = new Readout();
    private @Nullable Curves shown;
    private @Nullable Frame frame;
    private Optional<Spoken.Reading> reading = Optional.empty();

    private record Drawn(Line line, Label label) {}

    PlotArea(Texts texts) {
        xMarks = new AxisMarks(texts.locale());
        yMarks = new AxisMarks(texts.locale());
        getStyleClass().add("chart");
        curves.setManaged(false);
        curves.setMouseTransparent(true);
        curves.setClip(clip);
        here.getStyleClass().add("chart-here");
        hereLabel.getStyleClass().add("here");
        hair.getStyleClass().add("chart-hair");
        for (Node node : List.of(here, hair)) {
            node.setManaged(false);
            node.setMouseTransparent(true);
        }
    }

    private static Label plain(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setManaged(false);
        label.setMouseTransparent(true);
        return label;
    }

    void show(Curves next) {
        shown = next;
        reading = Optional.empty();
        yTitle.setText(next.y().heading());
        xTitle.setText(next.x().heading());
        lines.clear();
        bands.clear();
        dots.clear();
        for (Curves.Line line : next.lines()) {
            Polygon band = new Polygon();
            band.getStyleClass().addAll("chart-band", line.fill().styleClass());
            band.setVisible(line.hasBand());
            bands.add(band);
            Polyline drawn = new Polyline();
            drawn.getStyleClass().addAll("chart-line", line.fill().styleClass());
            if (line.dashed()) {
                drawn.getStyleClass().add("dashed");
            }
            lines.add(drawn);
            Region dot = new Region();
            dot.getStyleClass().addAll("chart-dot", line.fill().styleClass());
            dot.setManaged(false);
            dot.setMouseTransparent(true);
            dots.add(dot);
        }
        curves.getChildren().setAll(bands);
        curves.getChildren().addAll(lines);
        replace(
                limits,
                next.limits().stream()
                        .map(limit -> drawn(limit.name(), limit.tone(), "chart-limit"))
                        .toList());
        replace(
                markers,
                next.markers().stream()
                        .map(mark -> drawn(mark.label(), mark.tone(), "chart-marker"))
                        .toList());
        hereLabel.setText(next.here().map(Curves.Here::label).orElse(""));
        readout.prepare(next.lines().stream().map(Curves.Line::fill).toList());
        List<Node> nodes = new ArrayList<>(yMarks.nodes());
        nodes.addAll(xMarks.nodes());
        limits.forEach(drawn -> nodes.add(drawn.line()));
        markers.forEach(drawn -> nodes.add(drawn.line()));
        nodes.addAll(List.of(curves, yTitle, xTitle));
        limits.forEach(drawn -> nodes.add(drawn.label()));
        markers.forEach(drawn -> nodes.add(drawn.label()));
        nodes.addAll(List.of(hereLabel, here, hair));
        nodes.addAll(dots);
        nodes.add(readout);
        getChildren().setAll(nodes);
        requestLayout();
    }

    private static void replace(List<Drawn> held, List<Drawn> by) {
        held.clear();
        held.addAll(by);
    }

    private static Drawn drawn(String text, Tone tone, String style) {
        Line line = new Line();
        line.getStyleClass().addAll(style, tone.styleClass());
        line.setManaged(false);
        line.setMouseTransparent(true);
        Label label = plain("chart-label");
        label.getStyleClass().add(tone.styleClass());
        label.setText(text);
        return new Drawn(line, label);
    }

    /** Puts the crosshair there, or takes it away. */
    void read(Optional<Spoken.Reading> at) {
        reading = at;
        at.ifPresent(readout::show);
        requestLayout();
    }

    /** The stop nearest to that place of the area. */
    Optional<Double> nearest(double pixel, List<Double> stops) {
        Frame drawn = frame;
        if (drawn == null) {
            return Optional.empty();
        }
        return stops.stream()
                .filter(stop -> drawn.px(stop) >= drawn.left() - 1 && drawn.px(stop) <= drawn.right() + 1)
                .min((a, b) -> Double.compare(Math.abs(drawn.px(a) - pixel), Math.abs(drawn.px(b) - pixel)));
    }

    @Override
    protected double computeMinWidth(double height) {
        return SMALLEST_WIDTH;
    }

    @Override
    protected double computeMinHeight(double width) {
        return SMALLEST_HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 420;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 220;
    }

    @Override
    protected void layoutChildren() {
        Curves drawn = shown;
        if (drawn == null || getWidth() < 60 || getHeight() < 60) {
            return;
        }
        Frame area = frameOf(drawn);
        frame = area;
        List<Segment> strokes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            lay(drawn.lines().get(i), lines.get(i), bands.get(i), area, strokes);
        }
        clip.setX(area.left());
        clip.setY(area.top() - 1);
        clip.setWidth(area.width() + 2);
        clip.setHeight(area.height() + 2);
        place(drawn, area, strokes);
        layCrosshair(drawn, area);
    }

    private Frame frameOf(Curves drawn) {
        double high = yMarks.lineHeight();
        double titleHigh = Math.ceil(yTitle.prefHeight(-1));
        double top = titleHigh + 6;
        double height = Math.max(20, getHeight() - top - high - titleHigh - 8);
        Frame.Range xs = Frame.xRange(drawn);
        Frame.Range ys = Frame.yRange(drawn);
        List<Double> ups = yMarks.upright(drawn.y(), ys, height);
        double left = ups.stream().mapToDouble(yMarks::widthOf).max().orElse(0) + 8;
        // half a dot of the last point stands beyond the area
        double width = Math.max(20, getWidth() - left - 8);
        Frame area = new Frame(
                left, top, width, height, drawn.x().scale(), xs, drawn.y().scale(), ys);
        yMarks.layUpright(ups, area);
        xMarks.layBelow(xMarks.below(drawn.x(), area, getWidth()), area, getWidth());
        yTitle.resizeRelocate(0, 0, Math.min(getWidth(), Math.ceil(yTitle.prefWidth(-1))), titleHigh);
        double wide = Math.min(getWidth(), Math.ceil(xTitle.prefWidth(-1)));
        xTitle.resizeRelocate(Math.round(area.right() - wide), getHeight() - titleHigh, wide, titleHigh);
        return area;
    }

    private static void lay(Curves.Line line, Polyline drawn, Polygon band, Frame area, List<Segment> strokes) {
        List<Double> path = new ArrayList<>();
        List<Double> outline = new ArrayList<>();
        for (Curves.Point point : line.points()) {
            double x = area.px(point.x());
            double y = area.py(point.value());
            if (!path.isEmpty()) {
                strokes.add(new Segment(path.get(path.size() - 2), path.getLast(), x, y));
            }
            path.addAll(List.of(x, y));
            outline.addAll(List.of(x, area.py(point.low())));
        }
        for (Curves.Point point : line.points().reversed()) {
            outline.addAll(List.of(area.px(point.x()), area.py(point.high())));
        }
        if (path.size() == 2) {
            // one point is drawn as a short stroke
            path.addAll(List.of(path.getFirst() + 1, path.get(1)));
        }
        drawn.getPoints().setAll(path);
        band.getPoints().setAll(outline);
    }

    private void place(Curves drawn, Frame area, List<Segment> strokes) {
        for (int i = 0; i < limits.size(); i++) {
            double y = Math.round(area.py(drawn.limits().get(i).at())) + 0.5;
            boolean inside = y >= area.top() - 1 && y <= area.bottom() + 1;
            Line line = limits.get(i).line();
            line.setVisible(inside);
            set(line, area.left(), y, area.right(), y);
            if (inside) {
                strokes.add(new Segment(area.left(), y, area.right(), y));
            }
        }
        for (int i = 0; i < markers.size(); i++) {
            double x = Math.round(area.px(drawn.markers().get(i).x())) + 0.5;
            boolean inside = x >= area.left() - 1 && x <= area.right() + 1;
            Line line = markers.get(i).line();
            line.setVisible(inside);
            set(line, x, area.top(), x, area.bottom());
            if (inside) {
                strokes.add(new Segment(x, area.top(), x, area.bottom()));
            }
        }
        LabelPlacer placer =
                new LabelPlacer(new Box(area.left() + 2, area.top(), area.width() - 2, area.height() - 2), strokes);
        layHere(drawn, area, placer);
        for (Drawn marker : markers) {
            put(
                    marker.label(),
                    marker.line().isVisible(),
                    placer,
                    size -> Spots.besideUpright(area, marker.line().getStartX(), size));
        }
        for (Drawn limit : limits) {
            put(
                    limit.label(),
                    limit.line().isVisible(),
                    placer,
                    size -> Spots.alongLevel(area, limit.line().getStartY(), size));
        }
    }

    private void layHere(Curves drawn, Frame area, LabelPlacer placer) {
        here.setVisible(drawn.here().isPresent());
        if (drawn.here().isEmpty()) {
            hereLabel.setVisible(false);
            return;
        }
        double x = area.px(drawn.here().get().x());
        double y = area.py(drawn.here().get().y());
        double size = 12;
        here.resizeRelocate(Math.round(x - size / 2), Math.round(y - size / 2), size, size);
        placer.take(new Box(x - size / 2, y - size / 2, size, size));
        put(hereLabel, true, placer, room -> Spots.round(x, y, size / 2 + 3, room));
    }

    private static void put(
            Label label, boolean wanted, LabelPlacer placer, java.util.function.Function<Box, List<Box>> spots) {
        Box size = new Box(0, 0, Math.ceil(label.prefWidth(-1)), Math.ceil(label.prefHeight(-1)));
        Optional<Box> found = wanted && !label.getText().isEmpty() ? placer.place(spots.apply(size)) : Optional.empty();
        label.setVisible(found.isPresent());
        found.ifPresent(
                box -> label.resizeRelocate(Math.round(box.x()), Math.round(box.y()), size.width(), size.height()));
    }

    private void layCrosshair(Curves drawn, Frame area) {
        hair.setVisible(reading.isPresent());
        readout.setVisible(reading.isPresent());
        double atX = reading.map(Spoken.Reading::x).orElse(0.0);
        for (int i = 0; i < dots.size(); i++) {
            Optional<Curves.Point> point =
                    reading.isPresent() ? drawn.lines().get(i).at(atX) : Optional.empty();
            Region dot = dots.get(i);
            dot.setVisible(point.isPresent());
            point.ifPresent(found ->
                    dot.resizeRelocate(area.px(found.x()) - DOT / 2, area.py(found.value()) - DOT / 2, DOT, DOT));
        }
        if (reading.isEmpty()) {
            return;
        }
        double x = Math.round(area.px(atX)) + 0.5;
        set(hair, x, area.top(), x, area.bottom());
        double wide = Math.ceil(readout.prefWidth(-1));
        double high = Math.ceil(readout.prefHeight(wide));
        double right = x + 10 + wide <= getWidth() ? x + 10 : x - 10 - wide;
        readout.resizeRelocate(
                Math.round(Math.clamp(right, 0, Math.max(0, getWidth() - wide))), area.top(), wide, high);
    }

    private static void set(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }
}
