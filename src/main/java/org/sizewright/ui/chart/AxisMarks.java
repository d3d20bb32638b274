package org.sizewright.ui.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The grid lines and numbers of one axis; as many as have room. */
final class AxisMarks {
    private static final int MOST = 9;
    /** Between two numbers side by side. */
    private static final double GAP = 12;

    private final List<Label> numbers = new ArrayList<>();
    private final List<Region> lines = new ArrayList<>();
    private final Label ruler = number();
    private final DecimalFormat format;

    AxisMarks(Locale locale) {
        format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(locale));
        ruler.setVisible(false);
        for (int i = 0; i < MOST; i++) {
            numbers.add(number());
            Region line = new Region();
            line.getStyleClass().add("chart-grid");
            line.setManaged(false);
            line.setMouseTransparent(true);
            lines.add(line);
        }
    }

    private static Label number() {
        Label label = new Label();
        label.getStyleClass().add("chart-number");
        label.setManaged(false);
        label.setMouseTransparent(true);
        return label;
    }

    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>(lines);
        nodes.addAll(numbers);
        nodes.add(ruler);
        return nodes;
    }

    double widthOf(double tick) {
        ruler.setText(format.format(tick));
        return Math.ceil(ruler.prefWidth(-1));
    }

    double lineHeight() {
        ruler.setText("0");
        return Math.ceil(ruler.prefHeight(-1));
    }

    /** Ticks for an upright axis of that height. */
    List<Double> upright(Axis axis, Frame.Range range, double height) {
        int atMost = Math.clamp((long) (height / 34), 2, MOST);
        return Ticks.of(axis.scale(), range.least(), range.most(), axis.grain(), atMost);
    }

    /** Ticks for the axis below, with numbers that keep apart. */
    List<Double> below(Axis axis, Frame frame, double roomWidth) {
        List<Double> ticks = List.of();
        for (int atMost = MOST; atMost >= 2; atMost--) {
            ticks = Ticks.of(axis.scale(), frame.xs().least(), frame.xs().most(), axis.grain(), atMost);
            double free = 0;
            boolean apart = true;
            for (double tick : ticks) {
                double width = widthOf(tick);
                double start = startOf(frame.px(tick), width, roomWidth);
                apart &= start >= free;
                free = start + width + GAP;
            }
            if (apart) {
                return ticks;
            }
        }
        return ticks.isEmpty() ? ticks : List.of(ticks.getLast());
    }

    void layBelow(List<Double> ticks, Frame frame, double roomWidth) {
        double high = lineHeight();
        for (int i = 0; i < MOST; i++) {
            boolean used = i < ticks.size();
            show(i, used);
            if (used) {
                double x = frame.px(ticks.get(i));
                double width = widthOf(ticks.get(i));
                numbers.get(i).setText(format.format(ticks.get(i)));
                numbers.get(i).resizeRelocate(startOf(x, width, roomWidth), frame.bottom() + 4, width, high);
                lines.get(i).resizeRelocate(Math.round(x), frame.bottom(), 1, 4);
            }
        }
    }

    void layUpright(List<Double> ticks, Frame frame) {
        double high = lineHeight();
        for (int i = 0; i < MOST; i++) {
            boolean used = i < ticks.size();
            show(i, used);
            if (used) {
                double y = Math.round(frame.py(ticks.get(i)));
                double width = widthOf(ticks.get(i));
                numbers.get(i).setText(format.format(ticks.get(i)));
                numbers.get(i)
                        .resizeRelocate(Math.round(frame.left() - 8 - width), Math.round(y - high / 2), width, high);
                lines.get(i).resizeRelocate(frame.left(), y, frame.width(), 1);
            }
        }
    }

    void hide() {
        for (int i = 0; i < MOST; i++) {
            show(i, false);
        }
    }

    private void show(int index, boolean shown) {
        numbers.get(index).setVisible(shown);
        lines.get(index).setVisible(shown);
    }

    /** Centred below its place, as far as the edges allow. */
    private static double startOf(double x, double width, double roomWidth) {
        return Math.round(Math.clamp(x - width / 2, 0, Math.max(0, roomWidth - width)));
    }
}
