package org.sizewright.ui.accel;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.ui.accel.SideBySide.Entry;
import org.sizewright.ui.accel.SideBySide.Line;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Badge;
import org.sizewright.ui.part.FrozenGrid;
import org.sizewright.ui.part.PressBox;

/** Properties below each other, GPUs beside each other. Names and heads stay in sight while the rest scrolls. */
final class SideGrid {
    private static final double BAR = 4;

    private final Texts texts;
    private final AcceleratorsViewModel model;
    private final FrozenGrid grid = new FrozenGrid(158, 136, "accel-grid");

    SideGrid(AcceleratorsViewModel model) {
        this.texts = model.words().texts();
        this.model = model;
    }

    Node node() {
        return grid.view();
    }

    void show(List<GpuRow> columns, List<Line> lines) {
        List<Region> heads = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            heads.add(head(columns.get(i), i));
        }
        grid.begin(FrozenGrid.words("", "accel-head"), heads);
        String group = "";
        for (Line line : lines) {
            if (!line.group().equals(group)) {
                group = line.group();
                grid.startRow(FrozenGrid.words(group, "accel-group"), columns.size() + 1);
            }
            Region name = FrozenGrid.words(line.label(), "accel-name");
            if (line.differs()) {
                name.getStyleClass().add("differs");
                name.setAccessibleText(texts.get("accel.differs.spoken", line.label()));
            }
            grid.startRow(name);
            for (int i = 0; i < columns.size(); i++) {
                grid.add(entry(columns.get(i), i, line, line.entries().get(i)));
            }
        }
        if (lines.isEmpty()) {
            grid.startRow(FrozenGrid.words(texts.get("accel.side.same"), "accel-name"), columns.size() + 1);
        }
        grid.end();
    }

    private Region head(GpuRow row, int index) {
        Label letter = letter(row, index);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button remove = new Button();
        remove.setGraphic(Icon.CLOSE.node("small"));
        remove.getStyleClass().addAll("flat", "tiny");
        remove.setId("side-remove-" + row.id());
        remove.setAccessibleText(texts.get("accel.side.remove.named", row.gpu().name()));
        remove.setTooltip(new Tooltip(texts.get("accel.side.remove")));
        remove.setOnAction(ignored -> model.toggle(row.accelerator()));
        HBox first = new HBox(6, letter, gap, remove);
        first.setAlignment(Pos.CENTER_LEFT);
        Label name = new Label(row.gpu().name());
        name.getStyleClass().add("strong");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        PressBox words = new PressBox(0, () -> model.select(row.accelerator()), name);
        words.setAccessibleText(row.gpu().name());
        VBox head = new VBox(4, first, words);
        head.getStyleClass().add("accel-head");
        head.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return head;
    }

    /** The letter of a GPU in the colour that it has wherever it stands beside others. */
    static Label letter(GpuRow row, int index) {
        Label letter = new Label(row.letter().orElse(""));
        letter.getStyleClass().addAll("accel-letter", Fill.work(index).styleClass());
        letter.setMinWidth(Region.USE_PREF_SIZE);
        return letter;
    }

    private Node entry(GpuRow column, int index, Line line, Entry entry) {
        Label value = new Label(entry.text());
        value.getStyleClass().add(entry.known() ? (line.differs() ? "strong" : "plain") : "muted");
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        HBox first = new HBox(6, value);
        first.setAlignment(Pos.CENTER_LEFT);
        entry.mark().ifPresent(mark -> {
            Badge badge = new Badge(mark);
            badge.setTooltip(new Tooltip(mark.meaning()));
            first.getChildren().add(badge);
        });
        if (entry.best()) {
            Label best = new Label(texts.get("accel.best"), Icon.FAVOURITE.node("small"));
            best.getStyleClass().addAll("note", "accel-best");
            best.setMinWidth(Region.USE_PREF_SIZE);
            first.getChildren().add(best);
        }
        VBox words = new VBox(3, first);
        entry.share().ifPresent(share -> words.getChildren().add(new Bar(share, index)));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        PressBox box = new PressBox(
                0,
                () -> line.measure()
                        .ifPresentOrElse(
                                measure -> model.explain(column.accelerator(), measure),
                                () -> model.select(column.accelerator())),
                words);
        box.setId("side-" + line.id() + "-" + column.id());
        box.setAccessibleText(
                texts.get("accel.spoken", line.label(), column.gpu().name(), entry.text())
                        + entry.mark().map(mark -> ", " + mark.meaning()).orElse("")
                        + (entry.best() ? ", " + texts.get("accel.best") : ""));
        box.getStyleClass().add("accel-entry");
        box.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return box;
    }

    /** A thin bar to scale: the largest value of the line fills it. */
    private static final class Bar extends Region {
        private final Region track = new Region();
        private final Region bar = new Region();
        private final double share;

        Bar(double share, int index) {
            this.share = share;
            track.getStyleClass().add("accel-bar-track");
            bar.getStyleClass().addAll(Fill.work(index).styleClass(), "accel-bar");
            getChildren().addAll(track, bar);
        }

        @Override
        protected double computePrefHeight(double width) {
            return BAR;
        }

        @Override
        protected double computeMinHeight(double width) {
            return BAR;
        }

        @Override
        protected void layoutChildren() {
            track.resizeRelocate(0, 0, getWidth(), BAR);
            bar.resizeRelocate(0, 0, Math.max(1, getWidth() * share), BAR);
        }
    }
}
