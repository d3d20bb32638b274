package org.sizewright.ui.accel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.ui.part.PressBox;

/** Lines of bars to one scale below a ruler, names at the left. What can be pressed is a button. */
final class ScaleGrid extends Region {
    private static final double NAMES = 148;
    private static final double RULER = 20;
    private static final double LINE = 30;
    private static final double HIGHEST = 44;
    private static final double SPACE = 5;

    /**
     * A bar from {@code start}, {@code size} long, in units of the scale.
     *
     * @param labels from long to short; the first that fits is shown, or none
     * @param styles style classes
     * @param spoken for tooltip and screen reader
     * @param action what pressing it does; without one it is only a drawing
     */
    record Bar(
            String id,
            double start,
            double size,
            List<String> labels,
            List<String> styles,
            String spoken,
            Optional<Runnable> action) {}

    /** @param action what pressing the name does */
    record Line(String id, String name, String note, String spoken, List<Bar> bars, Optional<Runnable> action) {}

    private record Drawn(Labeled node, Bar bar) {}

    private record DrawnLine(Region name, List<Drawn> bars) {}

    private record Tick(Label label, Region line, double at) {}

    private double units = 1;
    private final List<DrawnLine> lines = new ArrayList<>();
    private final List<Tick> ticks = new ArrayList<>();

    /**
     * @param length of the scale, in units
     * @param step between two numbers of the ruler
     */
    void show(double length, int step, List<Line> shown) {
        String focused = getChildren().stream()
                .filter(Node::isFocused)
                .map(node -> node.getId() == null ? "" : node.getId())
                .findFirst()
                .orElse("");
        units = length;
        lines.clear();
        ticks.clear();
        getChildren().clear();
        for (int at = 0; at <= length; at += step) {
            Label label = new Label(String.valueOf(at));
            label.getStyleClass().add("accel-tick");
            Region line = new Region();
            line.getStyleClass().add("accel-scale-line");
            line.setMouseTransparent(true);
            ticks.add(new Tick(label, line, at));
            getChildren().addAll(line, label);
        }
        for (Line line : shown) {
            lines.add(draw(line));
        }
        // what is pressed keeps the focus by its name
        getChildren().stream()
                .filter(node -> !focused.isEmpty() && focused.equals(node.getId()))
                .findFirst()
                .ifPresent(Node::requestFocus);
        requestLayout();
    }

    private DrawnLine draw(Line line) {
        Label name = new Label(line.name());
        name.getStyleClass().add("strong");
        Label note = new Label(line.note());
        note.getStyleClass().add("note");
        VBox words = new VBox(name, note);
        Region head = line.action()
                .<Region>map(action -> {
                    PressBox box = new PressBox(0, action, words);
                    box.setAccessibleText(line.spoken());
                    Tooltip.install(box, new Tooltip(line.spoken()));
                    return box;
                })
                .orElse(words);
        head.setId("scale-" + line.id());
        getChildren().add(head);
        List<Drawn> bars = new ArrayList<>();
        // the order of the children is the order of the tab key and of a screen reader: from left to right
        List<Bar> fromLeft = line.bars().stream()
                .sorted(Comparator.comparingDouble(Bar::start))
                .toList();
        for (Bar bar : fromLeft) {
            Labeled node = bar.action()
                    .<Labeled>map(action -> {
                        Button button = new Button();
                        button.setOnAction(ignored -> action.run());
                        button.getStyleClass().add("accel-start");
                        return button;
                    })
                    .orElseGet(() -> {
                        Label label = new Label();
                        label.getStyleClass().add("accel-block");
                        return label;
                    });
            node.getStyleClass().addAll(bar.styles());
            node.setId("scale-" + line.id() + "-" + bar.id());
            node.setAccessibleText(bar.spoken());
            node.setTooltip(new Tooltip(bar.spoken()));
            bars.add(new Drawn(node, bar));
            getChildren().add(node);
        }
        return new DrawnLine(head, bars);
    }

    @Override
    protected double computePrefHeight(double width) {
        return RULER + lines.size() * (LINE + SPACE) + 4;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 520;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 300;
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - NAMES - 8;
        double high = lines.isEmpty()
                ? LINE
                : Math.floor(Math.clamp((getHeight() - RULER) / lines.size() - SPACE, LINE, HIGHEST));
        for (Tick tick : ticks) {
            double x = Math.round(NAMES + room * tick.at() / units);
            double width = tick.label().prefWidth(-1);
            tick.label().resizeRelocate(Math.round(x - width / 2), 0, width, RULER - 3);
            tick.line().resizeRelocate(x, RULER - 2, 1, lines.size() * (high + SPACE));
        }
        double y = RULER;
        for (DrawnLine line : lines) {
            double height = line.name().prefHeight(NAMES - 8);
            line.name().resizeRelocate(0, Math.round(y + (high - height) / 2), NAMES - 8, height);
            for (Drawn drawn : line.bars()) {
                double left = Math.round(NAMES + room * drawn.bar().start() / units) + 1;
                double right = Math.round(
                        NAMES + room * (drawn.bar().start() + drawn.bar().size()) / units);
                double width = Math.max(2, right - left);
                fit(drawn, width);
                drawn.node().resizeRelocate(left, y + 1, width, high - 2);
            }
            y += high + SPACE;
        }
    }

    private static void fit(Drawn drawn, double width) {
        for (String text : drawn.bar().labels()) {
            drawn.node().setText(text);
            if (drawn.node().prefWidth(-1) <= width) {
                return;
            }
        }
        drawn.node().setText("");
    }
}
