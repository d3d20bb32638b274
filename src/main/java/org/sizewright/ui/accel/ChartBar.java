package org.sizewright.ui.accel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.part.Badge;

/** One line of a chart: name, bar to scale, value; a value that is unknown is a gap that says so. */
final class ChartBar extends ListCell<ChartRow> {
    static final double HEIGHT = 26;

    private static final double LETTER = 24;
    private static final double NAMES = 308;
    private static final double VALUES = 104;
    private static final double BAR = 14;

    private final AccelWords words;

    ChartBar(AccelWords words) {
        this.words = words;
        setPrefHeight(HEIGHT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ChartRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(new Drawing(row));
        String spoken = spoken(row);
        setAccessibleText(spoken);
        setTooltip(new Tooltip(spoken));
    }

    private String spoken(ChartRow row) {
        String spoken = words.texts()
                .get(
                        "accel.spoken",
                        words.title(row.measure()),
                        row.gpu().gpu().name(),
                        words.value(row.measure(), row.fact()));
        String others = row.others().stream().map(AccelWords::number).collect(Collectors.joining(", "));
        return spoken
                + words.mark(row.fact()).map(mark -> ", " + mark.meaning()).orElse("")
                + (others.isEmpty() ? "" : ": " + others);
    }

    /** Lays name, bar and value beside each other, the bar in what is left between them. */
    private final class Drawing extends Region {
        private final ChartRow row;
        private final Label name = new Label();
        private final Label letter;
        private final Label value = new Label();
        private final Region bar = new Region();
        private final List<Region> ticks = new ArrayList<>();
        private final @Nullable Badge badge;

        Drawing(ChartRow row) {
            this.row = row;
            letter = SideGrid.letter(row.gpu(), Math.max(0, row.place()));
            letter.setVisible(row.place() >= 0);
            name.setText(AccelWords.shortName(row.gpu().gpu()));
            name.getStyleClass().add(row.aside() ? "muted" : "plain");
            badge = words.mark(row.fact()).map(Badge::new).orElse(null);
            if (row.value().isPresent()) {
                value.setText(AccelWords.number(row.value().getAsDouble()));
                value.getStyleClass().add(row.aside() ? "muted" : "strong");
                bar.getStyleClass().add("accel-chart-bar");
                bar.getStyleClass()
                        .add(row.place() >= 0 ? Fill.work(row.place()).styleClass() : row.aside() ? "aside" : "plain");
                for (int i = 0; i < row.others().size(); i++) {
                    Region tick = new Region();
                    tick.getStyleClass().add("accel-chart-tick");
                    ticks.add(tick);
                }
            } else {
                value.setText(words.unknown());
                value.getStyleClass().add("accel-gap");
                bar.setVisible(false);
            }
            getChildren().addAll(letter, name, bar, value);
            getChildren().addAll(ticks);
            if (badge != null) {
                getChildren().add(badge);
            }
        }

        @Override
        protected double computePrefHeight(double width) {
            return HEIGHT;
        }

        @Override
        protected double computePrefWidth(double height) {
            return ChartBar.this.getWidth() - 16;
        }

        @Override
        protected void layoutChildren() {
            double middle = getHeight() / 2;
            place(letter, 0, middle, letter.prefWidth(-1));
            place(name, LETTER, middle, NAMES - LETTER - 8);
            double room = Math.max(20, getWidth() - NAMES - VALUES);
            double end = NAMES;
            if (row.value().isPresent()) {
                double length = Math.max(1, room * row.value().getAsDouble() / row.most());
                bar.resizeRelocate(NAMES, middle - BAR / 2, length, BAR);
                end += length;
                for (int i = 0; i < ticks.size(); i++) {
                    double at = NAMES + room * row.others().get(i) / row.most();
                    ticks.get(i).resizeRelocate(Math.round(at) - 1, middle - BAR / 2 - 2, 2, BAR + 4);
                    end = Math.max(end, at);
                }
                end += 8;
            }
            double width = value.prefWidth(-1);
            place(value, end, middle, width);
            if (badge != null) {
                place(badge, end + width + 6, middle, badge.prefWidth(-1));
            }
        }

        private void place(Region node, double x, double middle, double width) {
            double height = node.prefHeight(-1);
            node.resizeRelocate(Math.round(x), Math.round(middle - height / 2), width, height);
        }
    }
}
