package org.sizewright.ui.accel;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
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
import org.sizewright.ui.part.PressBox;

/** Properties below each other, GPUs beside each other. Names and heads stay in sight while the rest scrolls. */
final class SideGrid {
    private static final double NAMES = 158;
    private static final double LEAST = 136;
    private static final double BAR = 4;

    private final Texts texts;
    private final AcceleratorsViewModel model;
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final List<Region> heads = new ArrayList<>();
    private final List<Region> names = new ArrayList<>();

    SideGrid(AcceleratorsViewModel model) {
        this.texts = model.words().texts();
        this.model = model;
        grid.getStyleClass().add("accel-grid");
        scroll.getStyleClass().add("compare-frame");
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.setPrefHeight(200);
        scroll.setFocusTraversable(false);
        scroll.vvalueProperty().subscribe(this::stick);
        scroll.hvalueProperty().subscribe(this::stick);
        scroll.viewportBoundsProperty().subscribe(this::stick);
        grid.layoutBoundsProperty().subscribe(this::stick);
    }

    Node node() {
        return scroll;
    }

    void show(List<GpuRow> columns, List<Line> lines) {
        grid.getChildren().clear();
        heads.clear();
        names.clear();
        constrain(columns.size());
        Region corner = name("", "accel-head");
        heads.add(corner);
        grid.add(corner, 0, 0);
        for (int i = 0; i < columns.size(); i++) {
            Region head = head(columns.get(i), i);
            heads.add(head);
            grid.add(head, i + 1, 0);
        }
        int row = 1;
        String group = "";
        for (Line line : lines) {
            if (!line.group().equals(group)) {
                group = line.group();
                Region title = name(group, "accel-group");
                names.add(title);
                grid.add(title, 0, row, columns.size() + 1, 1);
                row++;
            }
            Region name = name(line.label(), "accel-name");
            if (line.differs()) {
                name.getStyleClass().add("differs");
                name.setAccessibleText(texts.get("accel.differs.spoken", line.label()));
            }
            names.add(name);
            grid.add(name, 0, row);
            for (int i = 0; i < columns.size(); i++) {
                grid.add(entry(columns.get(i), i, line, line.entries().get(i)), i + 1, row);
            }
            row++;
        }
        if (lines.isEmpty()) {
            grid.add(name(texts.get("accel.side.same"), "accel-name"), 0, row, columns.size() + 1, 1);
        }
        names.forEach(each -> each.setViewOrder(-1));
        heads.forEach(each -> each.setViewOrder(-2));
        corner.setViewOrder(-3);
        stick();
    }

    private void constrain(int columns) {
        List<ColumnConstraints> all = new ArrayList<>(List.of(new ColumnConstraints(NAMES, NAMES, NAMES)));
        for (int i = 0; i < columns; i++) {
            ColumnConstraints each = new ColumnConstraints(LEAST, LEAST, Double.MAX_VALUE);
            each.setHgrow(Priority.ALWAYS);
            each.setFillWidth(true);
            all.add(each);
        }
        grid.getColumnConstraints().setAll(all);
        grid.setMinWidth(NAMES + columns * LEAST);
    }

    /** Moves heads and names along with the scrolling, so that they seem to stand still. */
    private void stick() {
        double right = Math.max(0, grid.getWidth() - scroll.getViewportBounds().getWidth());
        double down = Math.max(0, grid.getHeight() - scroll.getViewportBounds().getHeight());
        double x = right * scroll.getHvalue();
        double y = down * scroll.getVvalue();
        names.forEach(each -> each.setTranslateX(x));
        heads.forEach(each -> each.setTranslateY(y));
        if (!heads.isEmpty()) {
            heads.getFirst().setTranslateX(x);
        }
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

    private static Region name(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return label;
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
