package org.sizewright.ui.part;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Texts;

/** Properties below each other, alternatives beside each other: what each says in a few words, explained when it is pressed. */
public final class AnswerGrid {
    /** A column: its head, and what it is called. */
    public record Head(String name, Region node, boolean live) {}

    private final Texts texts;
    private final String id;
    private final Consumer<Why> explain;
    private final FrozenGrid grid;

    public AnswerGrid(Texts texts, String id, double leastWidth, Consumer<Why> explain) {
        this.texts = texts;
        this.id = id;
        this.explain = explain;
        grid = new FrozenGrid(148, leastWidth, "compare");
    }

    public Node node() {
        return grid.view();
    }

    public void show(List<Head> heads, List<AnswerLine> lines) {
        int focused = grid.focused();
        grid.begin(
                FrozenGrid.words("", "compare-head"),
                heads.stream().map(Head::node).toList());
        String group = "";
        for (AnswerLine line : lines) {
            if (!line.group().equals(group)) {
                group = line.group();
                grid.startRow(FrozenGrid.words(group, "compare-group"));
                Region rest = new Region();
                rest.getStyleClass().add("compare-group");
                grid.add(rest, Math.max(1, heads.size()));
            }
            grid.startRow(FrozenGrid.words(line.label(), "compare-name"));
            for (int i = 0; i < heads.size(); i++) {
                grid.add(entry(heads.get(i), line, i));
            }
        }
        grid.focus(focused);
        grid.end();
    }

    private Node entry(Head head, AnswerLine line, int column) {
        AnswerLine.Entry entry = line.entries().get(column);
        VBox words = new VBox(1);
        if (entry.tone().isPresent()) {
            HBox chip = new HBox(new Chip(entry.value(), entry.tone().get()));
            chip.setAlignment(Pos.CENTER_LEFT);
            words.getChildren().add(chip);
        } else {
            words.getChildren().add(label(entry.value(), entry.known() ? "strong" : "muted"));
        }
        if (!entry.note().isEmpty()) {
            words.getChildren().add(label(entry.note(), "note"));
        }
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        PressBox box = new PressBox(0, () -> explain.accept(entry.why().get()), words);
        box.setId(id + "-" + line.id() + "-" + column);
        box.setAccessibleText(texts.get("compare.outlook.spoken", line.label(), head.name(), entry.value())
                + (entry.note().isEmpty() ? "" : ", " + entry.note()));
        box.getStyleClass().add("compare-entry");
        if (head.live()) {
            box.getStyleClass().add("live");
        }
        box.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return box;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A head of a name, a word below it, and further nodes. */
    public static Region head(String name, String below, boolean live, Node... more) {
        Label title = label(name, "title");
        VBox head = new VBox(7, title);
        if (!below.isEmpty()) {
            head.getChildren().add(label(below, "muted"));
        }
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        head.getChildren().add(space);
        head.getChildren().addAll(more);
        head.getStyleClass().add("compare-head");
        if (live) {
            head.getStyleClass().add("live");
        }
        head.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return head;
    }
}
