package org.sizewright.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.sizewright.ui.look.Fill;

/** A week of seven days: when what runs, as bars, and above them the load, of which one slot can be chosen. */
public final class WeekChart extends GridPane {
    private static final double NAMES = 142;
    private static final double BAR = 13;

    /** A stretch in which something runs; both ends as parts of the week. */
    public record Bar(double from, double to) {}

    /** Something with its bars. */
    public record Row(String name, Fill fill, List<Bar> bars, String detail) {
        public Row {
            bars = List.copyOf(bars);
        }
    }

    /**
     * A stretch of a slot.
     *
     * @param load what is in use then
     * @param text what stands on it where there is room
     * @param detail the full sentence, for tooltip and screen reader
     */
    public record Step(String slot, double from, double to, double load, String text, boolean busiest, String detail) {}

    private final WeekProfile profile;
    private final String loadName;
    private final HBox days = new HBox();
    private List<Row> rows = List.of();

    /**
     * An empty week.
     *
     * @param name what is chosen, for screen readers
     * @param loadName what the steps count
     * @param dayNames Monday first
     */
    public WeekChart(String name, String loadName, List<String> dayNames) {
        this.loadName = loadName;
        profile = new WeekProfile(name);
        getStyleClass().add("week-chart");
        setHgap(10);
        setVgap(4);
        ColumnConstraints names = new ColumnConstraints(NAMES, NAMES, NAMES);
        ColumnConstraints week = new ColumnConstraints(200, 400, Double.MAX_VALUE, Priority.ALWAYS, HPos.LEFT, true);
        getColumnConstraints().setAll(names, week);
        for (String day : dayNames) {
            Label label = new Label(day);
            label.getStyleClass().addAll("note", "day");
            label.setMaxWidth(Double.MAX_VALUE);
            label.setMinWidth(0);
            label.setPrefWidth(1);
            HBox.setHgrow(label, Priority.ALWAYS);
            days.getChildren().add(label);
        }
        days.setMinHeight(Region.USE_PREF_SIZE);
    }

    public void onChoose(Consumer<String> consumer) {
        profile.onChoose(consumer);
    }

    /** Shows a week; {@code chosen} is the id of a slot. */
    public void show(List<Row> shown, List<Step> steps, String chosen) {
        profile.show(steps, chosen);
        if (shown.equals(rows) && !getChildren().isEmpty()) {
            return;
        }
        rows = List.copyOf(shown);
        getChildren().clear();
        add(days, 1, 0);
        Label load = new Label(loadName);
        load.getStyleClass().add("note");
        load.setWrapText(true);
        load.setMinWidth(NAMES);
        GridPane.setValignment(load, VPos.CENTER);
        addRow(1, load, profile);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Label name = new Label(row.name());
            name.setTooltip(new Tooltip(row.detail()));
            name.setMinWidth(0);
            name.setMaxWidth(NAMES);
            SegmentLane lane = new SegmentLane(row.name(), BAR, true);
            lane.setFocusTraversable(false);
            List<SegmentLane.Piece> pieces = new ArrayList<>();
            for (Bar bar : row.bars()) {
                pieces.add(
                        new SegmentLane.Piece(bar.from(), bar.to() - bar.from(), row.fill(), List.of(), row.detail()));
            }
            lane.show(pieces, 1);
            addRow(2 + i, name, lane);
        }
    }
}
