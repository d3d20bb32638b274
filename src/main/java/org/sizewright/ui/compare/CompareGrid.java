package org.sizewright.ui.compare;

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
import org.sizewright.ui.compare.Comparison.Column;
import org.sizewright.ui.compare.Comparison.Entry;
import org.sizewright.ui.compare.Comparison.Line;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.PressBox;

/** Properties below each other, options beside each other. Names and heads of the options stay in sight while the rest scrolls. */
final class CompareGrid {
    private static final double NAMES = 148;
    private static final double LEAST = 174;

    private final Texts texts;
    private final CompareViewModel model;
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final List<Region> heads = new ArrayList<>();
    private final List<Region> names = new ArrayList<>();

    CompareGrid(Texts texts, CompareViewModel model) {
        this.texts = texts;
        this.model = model;
        grid.getStyleClass().add("compare");
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

    void show(List<Column> columns, List<Line> lines) {
        // what is pressed keeps the focus by its place
        int focused = focusedIndex();
        grid.getChildren().clear();
        heads.clear();
        names.clear();
        constrain(columns.size());
        Region corner = name("", "compare-head");
        heads.add(corner);
        grid.add(corner, 0, 0);
        for (int i = 0; i < columns.size(); i++) {
            Region head = head(columns.get(i));
            heads.add(head);
            grid.add(head, i + 1, 0);
        }
        int row = 1;
        String group = "";
        for (Line line : lines) {
            if (!line.group().equals(group)) {
                group = line.group();
                Region title = name(group, "compare-group");
                names.add(title);
                grid.add(title, 0, row);
                Region rest = new Region();
                rest.getStyleClass().add("compare-group");
                grid.add(rest, 1, row, Math.max(1, columns.size()), 1);
                row++;
            }
            Region name = name(line.label(), "compare-name");
            names.add(name);
            grid.add(name, 0, row);
            for (int i = 0; i < columns.size(); i++) {
                grid.add(entry(columns.get(i), line, line.entries().get(i)), i + 1, row);
            }
            row++;
        }
        if (lines.isEmpty()) {
            Label same = new Label(texts.get("compare.same"));
            same.getStyleClass().add("compare-name");
            same.setWrapText(true);
            grid.add(same, 0, row, columns.size() + 1, 1);
        }
        if (focused >= 0 && focused < grid.getChildren().size()) {
            grid.getChildren().get(focused).requestFocus();
        }
        names.forEach(each -> each.setViewOrder(-1));
        heads.forEach(each -> each.setViewOrder(-2));
        corner.setViewOrder(-3);
        stick();
    }

    private int focusedIndex() {
        for (int i = 0; i < grid.getChildren().size(); i++) {
            if (grid.getChildren().get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    private void constrain(int columns) {
        ColumnConstraints first = new ColumnConstraints(NAMES, NAMES, NAMES);
        List<ColumnConstraints> all = new ArrayList<>(List.of(first));
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

    private Region head(Column column) {
        Label letter = new Label(column.letter());
        letter.getStyleClass().add("compare-letter");
        letter.setMinWidth(Region.USE_PREF_SIZE);
        Label name = new Label(column.name());
        name.getStyleClass().add("title");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        HBox first = new HBox(8, letter, name);
        first.setAlignment(Pos.TOP_LEFT);
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        Chip verdict = new Chip(column.verdict().word(), column.verdict().tone());
        Button duplicate = new Button();
        duplicate.setGraphic(Icon.COPY.node());
        duplicate.getStyleClass().add("icon-only");
        duplicate.setId("duplicate-option-" + column.id());
        duplicate.setMinWidth(Region.USE_PREF_SIZE);
        duplicate.setAccessibleText(texts.get("compare.duplicate.named", column.letter()));
        duplicate.setTooltip(new Tooltip(texts.get("compare.duplicate")));
        duplicate.setOnAction(ignored -> model.duplicate(column));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox second = new HBox(6, verdict, gap, duplicate);
        second.setAlignment(Pos.CENTER_LEFT);
        Button show = new Button(texts.get(column.live() ? "compare.shown" : "compare.show"));
        show.setId("show-option-" + column.id());
        show.setDisable(column.live());
        show.setMaxWidth(Double.MAX_VALUE);
        show.setAccessibleText(texts.get("compare.show.named", column.letter(), column.name()));
        show.setOnAction(ignored -> model.showOption(column));
        VBox head = new VBox(7, first, space, second, show);
        head.getStyleClass().add("compare-head");
        if (column.live()) {
            head.getStyleClass().add("live");
        }
        head.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return head;
    }

    private static Region name(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return label;
    }

    private Node entry(Column column, Line line, Entry entry) {
        HBox first = new HBox(8);
        first.setAlignment(Pos.CENTER_LEFT);
        if (entry.tone().isPresent()) {
            first.getChildren().add(new Chip(entry.value(), entry.tone().get()));
        } else {
            Label value = new Label(entry.value());
            value.getStyleClass().add(entry.known() ? "strong" : "muted");
            value.setWrapText(true);
            value.setMinHeight(Region.USE_PREF_SIZE);
            first.getChildren().add(value);
        }
        if (entry.best()) {
            first.getChildren().add(new Chip(texts.get("compare.best"), Tone.OK, Icon.FAVOURITE));
        }
        VBox words = new VBox(1, first);
        if (!entry.note().isEmpty()) {
            Label note = new Label(entry.note());
            note.getStyleClass().add("note");
            note.setWrapText(true);
            note.setMinHeight(Region.USE_PREF_SIZE);
            words.getChildren().add(note);
        }
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        PressBox box = new PressBox(0, () -> model.explain(column, entry), words);
        box.setId("entry-" + line.id() + "-" + column.id());
        box.setAccessibleText(texts.get("compare.spoken", line.label(), column.letter(), entry.value())
                + (entry.best() ? ", " + texts.get("compare.best") : "")
                + (entry.note().isEmpty() ? "" : ", " + entry.note()));
        box.getStyleClass().add("compare-entry");
        if (column.live()) {
            box.getStyleClass().add("live");
        }
        box.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return box;
    }
}
