package org.sizewright.ui.part;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Tone;

/** Labels and values below each other, each with a note under it if it needs one. A value can lead to its explanation. */
public final class FactGrid extends GridPane {
    /** A status behind a value. */
    public record Mark(String word, Tone tone) {}

    /**
     * One row.
     *
     * @param id what the handler gets
     * @param explained whether choosing the value leads somewhere
     */
    public record Fact(
            String id, String label, String value, Optional<String> note, Optional<Mark> mark, boolean explained) {
        public static Fact of(String id, String label, String value) {
            return new Fact(id, label, value, Optional.empty(), Optional.empty(), false);
        }

        public Fact withNote(String text) {
            return new Fact(id, label, value, Optional.of(text), mark, explained);
        }

        public Fact withMark(String word, Tone tone) {
            return new Fact(id, label, value, note, Optional.of(new Mark(word, tone)), explained);
        }

        public Fact withExplanation() {
            return new Fact(id, label, value, note, mark, true);
        }
    }

    private Consumer<Fact> handler = ignored -> {};

    public FactGrid() {
        getStyleClass().add("fact-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(60);
        names.setPercentWidth(38);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(names, values);
    }

    public void show(List<Fact> facts) {
        getChildren().clear();
        for (int row = 0; row < facts.size(); row++) {
            Fact fact = facts.get(row);
            Label name = new Label(fact.label());
            name.getStyleClass().add("muted");
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            name.setPadding(new Insets(2, 0, 2, 0));
            GridPane.setValignment(name, VPos.TOP);
            HBox value = value(fact);
            name.setLabelFor(value);
            addRow(row, name, value);
        }
    }

    /** Called with a fact that has an explanation when the user chooses it. */
    public void onSelect(Consumer<Fact> consumer) {
        handler = consumer;
    }

    private HBox value(Fact fact) {
        Label text = new Label(fact.value());
        text.getStyleClass().add("strong");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox first = new HBox(8, text);
        fact.mark().ifPresent(mark -> first.getChildren().add(new Chip(mark.word(), mark.tone())));
        VBox lines = new VBox(1, first);
        fact.note().ifPresent(note -> {
            Label line = new Label(note);
            line.getStyleClass().add("note");
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
            lines.getChildren().add(line);
        });
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox box = fact.explained()
                ? new PressBox(6, () -> handler.accept(fact), lines, Icon.COLLAPSED.node("small"))
                : new HBox(6, lines);
        box.getStyleClass().add("fact");
        box.setAccessibleText(fact.label() + ": " + fact.value()
                + fact.mark().map(m -> ", " + m.word()).orElse("")
                + fact.note().map(n -> ", " + n).orElse(""));
        return box;
    }
}
