package org.sizewright.ui.platform;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.sizewright.rules.Severity;
import org.sizewright.rules.VersionConflict;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.platform.PlatformPage.Side;

/** The versions that have to go together, those that contradict in red, each contradiction with the change that clears it. */
final class VersionsPart extends VBox {
    private final Texts texts;
    private final Consumer<VersionConflict.Change> onApply;

    VersionsPart(Texts texts, Consumer<VersionConflict.Change> onApply) {
        super(8);
        this.texts = texts;
        this.onApply = onApply;
        setId("platform-versions");
        setAccessibleText(texts.get("platform.versions"));
    }

    void show(PlatformPage page) {
        boolean there = page.hasVersions() && !page.sides().isEmpty();
        setVisible(there);
        setManaged(there);
        if (!there) {
            return;
        }
        FlowPane sides = new FlowPane(6, 6);
        page.sides().forEach(side -> sides.getChildren().add(chip(side)));
        getChildren().setAll(sides);
        page.conflicts().forEach(conflict -> getChildren().add(line(conflict)));
    }

    private Node chip(Side side) {
        String value = side.value().isEmpty() ? texts.get("platform.notStated") : side.value();
        Chip chip = new Chip(side.side().title() + ": " + value, side.contradicts() ? Tone.ERROR : Tone.NEUTRAL);
        chip.setAccessibleText(
                side.contradicts() ? texts.get("platform.versions.contradicts", chip.getText()) : chip.getText());
        return chip;
    }

    private Node line(VersionConflict conflict) {
        boolean error = conflict.finding().severity() == Severity.ERROR;
        Label sentence = new Label(conflict.finding().sentence(), (error ? Icon.ERROR : Icon.WARN).node("small"));
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        VBox line = new VBox(4, sentence);
        line.setAlignment(Pos.CENTER_LEFT);
        conflict.change().ifPresentOrElse(change -> line.getChildren().add(button(change)), () -> {
            Label none = new Label(
                    texts.get("platform.versions.none", conflict.finding().remedy()));
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            none.setMinHeight(USE_PREF_SIZE);
            line.getChildren().add(none);
        });
        return line;
    }

    private Button button(VersionConflict.Change change) {
        Button button = new Button(texts.get("platform.versions.set", words(change)), Icon.OK.node("small"));
        button.getStyleClass().add("version-change");
        button.setWrapText(true);
        button.setMinHeight(USE_PREF_SIZE);
        button.setOnAction(ignored -> onApply.accept(change));
        return button;
    }

    private String words(VersionConflict.Change change) {
        List<String> steps = change.steps().stream()
                .map(step -> texts.get("platform.versions.step", step.side().title(), step.to()))
                .toList();
        return steps.stream().collect(Collectors.joining(", "));
    }
}
