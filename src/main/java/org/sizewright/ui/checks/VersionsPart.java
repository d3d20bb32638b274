package org.sizewright.ui.checks;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.screen.VersionConflicts;
import org.sizewright.ui.screen.Workspace;

/** The versions that have to go together, drawn: what contradicts is red and can be cleared below. */
final class VersionsPart implements ChecksPart {
    private final Texts texts;
    private final VersionsViewModel model;
    private final VersionDrawing drawing;
    private final VersionConflicts conflicts;
    private final Chip mark = new Chip("", Tone.OK);
    private final StackPane root = new StackPane();
    private final Node filled;
    private final Node waiting;

    /**
     * @param worker where changes of versions are tried
     * @param owner where answers are delivered
     */
    VersionsPart(Workspace workspace, Executor worker, Executor owner) {
        texts = workspace.texts();
        model = new VersionsViewModel(workspace, worker, owner);
        drawing = new VersionDrawing(texts, model);
        conflicts = new VersionConflicts(texts, model::apply);
        Label note = new Label(texts.get("checks.versions.note"));
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        Card card = new Card(texts.get("checks.versions.map"), new VBox(12, drawing, legend()));
        VBox content = new VBox(10, note, card, conflicts);
        content.setPadding(new Insets(0, 6, 8, 0));
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        filled = scroll;
        waiting = new EmptyState(
                Icon.CHECKS,
                Tone.NEUTRAL,
                texts.get("checks.versions.wait.title"),
                texts.get("checks.versions.wait.text"));
        mark.setId("checks-versions-mark");
        root.setMinHeight(0);
        model.page().subscribe(this::render);
    }

    private Node legend() {
        FlowPane legend = new FlowPane(14, 4);
        legend.getChildren()
                .setAll(List.of(
                        meaning(Tone.OK, texts.get("checks.versions.legend.together")),
                        meaning(Tone.WARN, texts.get("checks.versions.legend.warning")),
                        meaning(Tone.ERROR, texts.get("checks.versions.legend.error")),
                        meaning(Tone.NEUTRAL, texts.get("checks.versions.legend.open"))));
        return legend;
    }

    private static Label meaning(Tone tone, String words) {
        Label label = new Label(words, tone.icon().node("small"));
        label.getStyleClass().addAll("note", "version-meaning", tone.styleClass());
        return label;
    }

    @Override
    public String title() {
        return texts.get("checks.part.versions");
    }

    @Override
    public Node mark() {
        return mark;
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void show(SessionState state) {
        model.show(state);
    }

    private void render(Optional<VersionsViewModel.Page> page) {
        mark.setVisible(page.isPresent());
        root.getChildren().setAll(page.isPresent() ? filled : waiting);
        page.ifPresent(shown -> {
            int bad = shown.map().conflicts().size();
            mark.show(
                    bad == 0 ? texts.get("checks.versions.fine") : texts.get("checks.versions.bad", bad),
                    bad == 0 ? Tone.OK : Tone.ERROR);
            drawing.show(shown);
            conflicts.show(shown.map().conflicts());
        });
    }
}
