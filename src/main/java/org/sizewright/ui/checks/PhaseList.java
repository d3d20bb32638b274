package org.sizewright.ui.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.library.ChecklistStep.Phase;
import org.sizewright.ui.checks.ChecklistsPage.Done;
import org.sizewright.ui.look.Texts;

/** The phases at the left, each with how far it is. */
final class PhaseList extends ScrollPane {
    private static final double WIDTH = 196;

    private final Texts texts;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Optional<Phase>, Line> lines = new LinkedHashMap<>();

    PhaseList(Texts texts, Consumer<Optional<Phase>> onChoose) {
        this.texts = texts;
        List<Line> all = new ArrayList<>();
        add(all, Optional.empty(), texts.get("checks.phases.all"), onChoose);
        for (Phase phase : Phase.values()) {
            add(all, Optional.of(phase), phase.title(), onChoose);
        }
        VBox box = new VBox(2);
        box.getStyleClass().addAll("setting-sections", "phase-list");
        box.getChildren().setAll(all);
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setMinHeight(0);
        setFocusTraversable(false);
        getStyleClass().add("card");
        setAccessibleText(texts.get("checks.phases"));
    }

    private void add(List<Line> all, Optional<Phase> phase, String title, Consumer<Optional<Phase>> onChoose) {
        Line line = new Line(phase, title, onChoose);
        lines.put(phase, line);
        all.add(line);
    }

    void show(ChecklistsPage page) {
        lines.forEach((phase, line) -> line.show(
                phase.isEmpty() ? page.total() : page.phases().getOrDefault(phase.get(), new Done(0, 0)),
                phase.equals(page.phase())));
    }

    /** A phase. */
    private final class Line extends ToggleButton {
        private final String title;
        private final Label count = new Label();
        private final ProgressBar bar = new ProgressBar(0);

        Line(Optional<Phase> phase, String title, Consumer<Optional<Phase>> onChoose) {
            this.title = title;
            setId("phase-" + phase.map(Phase::name).orElse("ALL"));
            setToggleGroup(group);
            Label name = new Label(title);
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            HBox.setHgrow(name, Priority.ALWAYS);
            count.getStyleClass().add("muted");
            count.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(6, name, count);
            row.setAlignment(Pos.BASELINE_LEFT);
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.setFocusTraversable(false);
            VBox both = new VBox(4, row, bar);
            setGraphic(both);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setMaxWidth(Double.MAX_VALUE);
            both.prefWidthProperty().bind(widthProperty().subtract(20));
            setOnAction(ignored -> {
                // pressing the shown one again must not leave none shown
                setSelected(true);
                onChoose.accept(phase);
            });
        }

        void show(Done done, boolean chosen) {
            String words = texts.get("checks.phases.done", done.settled(), done.all());
            count.setText(words);
            bar.setProgress(done.share());
            setAccessibleText(title + ", " + words);
            setSelected(chosen);
        }
    }
}
