package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.sizing.training.TrainingChange;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.MemoryText;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.LinkChip;

/** What would take less memory of a GPU, each change calculated and ready to be taken over. */
final class ChangesCard extends VBox {
    private final Texts texts;
    private final TuningDesk desk;
    private final VBox lines = new VBox(6);
    private List<TrainingChange> shown = List.of();
    private MemoryUnit unit = MemoryUnit.GIB;

    ChangesCard(Texts texts, TuningDesk desk) {
        this.texts = texts;
        this.desk = desk;
        Label note = new Label(texts.get("workloads.changes.note"));
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(new Card(texts.get("workloads.changes"), new VBox(8, note, lines)));
        setId("changes");
    }

    void show(List<TrainingChange> changes, MemoryUnit in) {
        setVisible(!changes.isEmpty());
        setManaged(!changes.isEmpty());
        if (changes.equals(shown) && unit == in) {
            return;
        }
        shown = List.copyOf(changes);
        unit = in;
        List<Node> made = new ArrayList<>();
        changes.forEach(change -> made.add(line(change)));
        lines.getChildren().setAll(made);
    }

    List<TrainingChange> shown() {
        return shown;
    }

    private Node line(TrainingChange change) {
        MemoryText memory = new MemoryText(texts, unit);
        String amount = memory.text(Math.abs(change.left()) * MemoryCard.GIB);
        String sentence = TuningDesk.sentence(change);
        String result = texts.get(change.isEnough() ? "workloads.changes.left" : "workloads.changes.lacks", amount);
        Label words = new Label(sentence);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        LinkChip chip = new LinkChip(
                result,
                change.isEnough() ? Tone.OK : Tone.ERROR,
                change.isEnough() ? Icon.OK : Icon.ERROR,
                () -> desk.explain(change));
        chip.setId("why-" + change.kind());
        chip.setAccessibleText(sentence + ", " + result);
        chip.setAccessibleHelp(texts.get("workloads.changes.explain"));
        chip.setTooltip(new Tooltip(texts.get("workloads.changes.explain")));
        Button apply = new Button(texts.get("workloads.changes.apply"));
        apply.setId("change-" + change.kind());
        apply.getStyleClass().add("flat");
        apply.setMinWidth(USE_PREF_SIZE);
        apply.setAccessibleText(texts.get("workloads.changes.apply") + ": " + sentence + ", " + result);
        apply.setOnAction(ignored -> desk.apply(change));
        HBox line = new HBox(10, words, chip, apply);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
