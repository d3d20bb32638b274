package org.sizewright.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Legend;

/**
 * Lines of a quantity over another, with bands, limits, marked places and the point that the plan stands at. The mouse or the arrow
 * keys move a crosshair from point to point, which reads out the exact values; Home and End jump, up and down go from mark to mark,
 * Enter and click choose the place, Escape takes the crosshair away. It draws what it is given and computes nothing between points.
 */
public final class CurveChart extends VBox {
    private String name;
    private final Spoken spoken;
    private final PlotArea plot;
    private final Legend legend = new Legend(List.of());
    private final Label reason = new Label();
    private @Nullable Curves curves;
    private List<Double> stops = List.of();
    private Optional<Double> at = Optional.empty();
    private DoubleConsumer onChoose = ignored -> {};

    /** @param name what the chart shows, for screen readers */
    public CurveChart(Texts texts, String name) {
        this.name = name;
        spoken = new Spoken(texts);
        plot = new PlotArea(texts);
        reason.getStyleClass().add("muted");
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        StackPane.setAlignment(reason, Pos.CENTER);
        StackPane frame = new StackPane(plot, reason);
        frame.getStyleClass().add("chart-frame");
        VBox.setVgrow(frame, Priority.ALWAYS);
        setSpacing(6);
        getChildren().addAll(legend, frame);
        plot.setFocusTraversable(true);
        plot.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        plot.setAccessibleHelp(texts.get("chart.help"));
        plot.setOnMouseMoved(event -> plot.nearest(event.getX(), stops).ifPresent(this::point));
        plot.setOnMouseExited(ignored -> clearPoint());
        plot.setOnMousePressed(ignored -> plot.requestFocus());
        plot.setOnMouseClicked(event -> plot.nearest(event.getX(), stops).ifPresent(onChoose::accept));
        plot.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        showNothing("");
    }

    /** For a chart that shows one quantity or another; what is shown next is named so. */
    public void setName(String changed) {
        name = changed;
    }

    /** Shows these curves; the crosshair stays where it is if there is still a point. */
    public void show(Curves next) {
        curves = next;
        stops = next.stops();
        legend.show(
                next.lines().size() < 2
                        ? List.of()
                        : next.lines().stream()
                                .map(line -> new Legend.Entry(line.name(), line.fill()))
                                .toList());
        present(true);
        plot.show(next);
        Optional<Double> before = at.filter(stops::contains);
        clearPoint();
        before.ifPresent(this::point);
    }

    /** Says why there is nothing to draw. */
    public void showNothing(String why) {
        curves = null;
        stops = List.of();
        at = Optional.empty();
        reason.setText(why);
        present(false);
        plot.setAccessibleText(why.isEmpty() ? name : name + ": " + why);
    }

    /** Puts the crosshair on the point at x; a place without one is ignored. Nobody is told. */
    public void point(double x) {
        Curves shown = curves;
        if (shown == null || !stops.contains(x)) {
            return;
        }
        at = Optional.of(x);
        Spoken.Reading reading = spoken.reading(shown, x);
        plot.read(Optional.of(reading));
        plot.setAccessibleText(name + ": " + reading.sentence());
    }

    /** Takes the crosshair away. */
    public void clearPoint() {
        at = Optional.empty();
        plot.read(Optional.empty());
        Curves shown = curves;
        if (shown != null) {
            plot.setAccessibleText(spoken.summary(name, shown));
        }
    }

    /** Where the crosshair stands. */
    public Optional<Double> pointedAt() {
        return at;
    }

    /** Called with the place that the user chose by click or Enter. */
    public void onChoose(DoubleConsumer consumer) {
        onChoose = consumer;
    }

    private void present(boolean drawn) {
        boolean named = drawn && !legend.getChildren().isEmpty();
        legend.setVisible(named);
        legend.setManaged(named);
        plot.setVisible(drawn);
        reason.setVisible(!drawn);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && at.isEmpty()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> step(-1);
            case RIGHT -> step(1);
            case PAGE_DOWN -> step(-Math.max(1, stops.size() / 8));
            case PAGE_UP -> step(Math.max(1, stops.size() / 8));
            case HOME -> stops.stream().findFirst().ifPresent(this::point);
            case END -> stops.stream().reduce((first, last) -> last).ifPresent(this::point);
            case UP -> toMark(true);
            case DOWN -> toMark(false);
            case ENTER, SPACE -> at.ifPresent(onChoose::accept);
            case ESCAPE -> clearPoint();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** The first step goes to where the plan stands, else to the first point. */
    private void step(int by) {
        if (stops.isEmpty()) {
            return;
        }
        if (at.isEmpty()) {
            Curves shown = curves;
            double start = shown == null
                    ? stops.getFirst()
                    : shown.here().map(Curves.Here::x).orElse(stops.getFirst());
            point(start);
            return;
        }
        point(stops.get(Math.clamp((long) stops.indexOf(at.get()) + by, 0, stops.size() - 1)));
    }

    private void toMark(boolean upwards) {
        Curves shown = curves;
        if (shown == null) {
            return;
        }
        double from = at.orElse(upwards ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        List<Double> marks = stops.stream()
                .filter(stop -> shown.markers().stream().anyMatch(marker -> marker.x() == stop)
                        || shown.here().filter(own -> own.x() == stop).isPresent())
                .filter(stop -> upwards ? stop > from : stop < from)
                .toList();
        if (!marks.isEmpty()) {
            point(upwards ? marks.getFirst() : marks.getLast());
        }
    }
}
