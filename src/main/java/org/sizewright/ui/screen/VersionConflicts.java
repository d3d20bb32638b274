package org.sizewright.ui.screen;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sizewright.rules.Severity;
import org.sizewright.rules.VersionConflict;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;

/** Versions that contradict, each in a sentence with the change that clears it. */
public final class VersionConflicts extends VBox {
    private final Texts texts;
    private final Consumer<VersionConflict.Change> onApply;

    /** @param onApply makes a change that was pressed */
    public VersionConflicts(Texts texts, Consumer<VersionConflict.Change> onApply) {
        super(8);
        this.texts = texts;
        this.onApply = onApply;
    }

    /** Shows these in place of those before. */
    public void show(List<VersionConflict> conflicts) {
        getChildren().setAll(conflicts.stream().map(this::line).toList());
        setManaged(!conflicts.isEmpty());
    }

    private Node line(VersionConflict conflict) {
        boolean error = conflict.finding().severity() == Severity.ERROR;
        Label sentence = new Label(conflict.finding().sentence(), (error ? Icon.ERROR : Icon.WARN).node("small"));
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        VBox line = new VBox(4, sentence);
        line.setAlignment(Pos.CENTER_LEFT);
        conflict.change().ifPresentOrElse(change -> line.getChildren().add(button(change)), () -> {
            Label none = new Label(texts.get("versions.none", conflict.finding().remedy()));
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            none.setMinHeight(USE_PREF_SIZE);
            line.getChildren().add(none);
        });
        return line;
    }

    private Button button(VersionConflict.Change change) {
        Button button = new Button(texts.get("versions.set", words(change)), Icon.OK.node("small"));
        button.getStyleClass().add("version-change");
        button.setWrapText(true);
        button.setMinHeight(USE_PREF_SIZE);
        button.setOnAction(ignored -> onApply.accept(change));
        return button;
    }

    private String words(VersionConflict.Change change) {
        return change.steps().stream()
                .map(step -> texts.get("versions.step", step.side().title(), step.to()))
                .collect(Collectors.joining(", "));
    }
}
