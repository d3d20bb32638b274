package org.sizewright.ui.compare;

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
import org.sizewright.ui.compare.Comparison.Column;
import org.sizewright.ui.compare.Comparison.Entry;
import org.sizewright.ui.compare.Comparison.Line;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.FrozenGrid;
import org.sizewright.ui.part.PressBox;

/** Properties below each other, options beside each other. Names and heads of the options stay in sight while the rest scrolls. */
final class CompareGrid {

    private final Texts texts;
    private final CompareViewModel model;
    private final FrozenGrid grid = new FrozenGrid(148, 174, "compare");

    CompareGrid(Texts texts, CompareViewModel model) {
        this.texts = texts;
        this.model = model;
    }

    Node node() {
        return grid.view();
    }

    void show(List<Column> columns, List<Line> lines) {
        // what is pressed keeps the focus by its place
        int focused = grid.focused();
        grid.begin(
                FrozenGrid.words("", "compare-head"),
                columns.stream().map(this::head).toList());
        String group = "";
        for (Line line : lines) {
            if (!line.group().equals(group)) {
                group = line.group();
                grid.startRow(FrozenGrid.words(group, "compare-group"));
                Region rest = new Region();
                rest.getStyleClass().add("compare-group");
                grid.add(rest, Math.max(1, columns.size()));
            }
            grid.startRow(FrozenGrid.words(line.label(), "compare-name"));
            for (int i = 0; i < columns.size(); i++) {
                grid.add(entry(columns.get(i), line, line.entries().get(i)));
            }
        }
        if (lines.isEmpty()) {
            grid.startRow(FrozenGrid.words(texts.get("compare.same"), "compare-name"), columns.size() + 1);
        }
        grid.focus(focused);
        grid.end();
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
