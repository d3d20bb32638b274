package org.sizewright.ui.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.sizewright.delivery.access.AccessTrial;
import org.sizewright.delivery.access.AccessTrial.Works;
import org.sizewright.library.AccessFunction.Mode;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.AnswerGrid;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.screen.Workspace;

/** The ways to reach GPUs side by side: what each takes for a workload, what stands in its way, and what works with it. */
final class AccessPart implements ChecksPart {
    private static final double LEAST_WIDTH = 112;

    private final Texts texts;
    private final AccessViewModel model;
    private final ComboBox<AccessViewModel.Carried> workloads = new ComboBox<>();
    private final HBox mark;
    private final AnswerGrid grid;
    private final Label note;
    private final VBox filled;
    private final Node waiting;
    private final Node none;
    private final StackPane root = new StackPane();
    private boolean showing;

    /**
     * @param worker where ways are tried
     * @param owner where answers are delivered
     */
    AccessPart(Workspace workspace, Executor worker, Executor owner) {
        texts = workspace.texts();
        model = new AccessViewModel(workspace, worker, owner);
        grid = new AnswerGrid(texts, "access", LEAST_WIDTH, workspace::explain);
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
        note = new Label(texts.get("checks.access.note"));
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        filled = new VBox(10, note, grid.node());
        filled.setMinHeight(0);
        waiting = new EmptyState(
                Icon.CHECKS, Tone.NEUTRAL, texts.get("checks.access.wait.title"), texts.get("checks.access.wait.text"));
        none = new EmptyState(
                Icon.CHECKS, Tone.NEUTRAL, texts.get("checks.access.none.title"), texts.get("checks.access.none.text"));
        mark = head();
        root.setMinHeight(0);
        model.page().subscribe(this::render);
    }

    private HBox head() {
        workloads.setId("checks-access-workload");
        workloads.setAccessibleText(texts.get("checks.access.workload"));
        workloads.setConverter(new StringConverter<>() {
            @Override
            public String toString(AccessViewModel.Carried carried) {
                return carried == null ? "" : carried.name();
            }

            @Override
            public AccessViewModel.Carried fromString(String text) {
                throw new UnsupportedOperationException("workloads are chosen, not typed");
            }
        });
        workloads.setOnAction(ignored -> {
            if (!showing && workloads.getValue() != null) {
                model.choose(workloads.getValue().id());
            }
        });
        Label name = new Label(texts.get("checks.access.workload"));
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(workloads);
        HBox head = new HBox(8, name, workloads);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    @Override
    public String title() {
        return texts.get("checks.part.access");
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

    private void render(Optional<AccessViewModel.Page> page) {
        mark.setVisible(page.filter(shown -> shown.chosen().isPresent()).isPresent());
        if (page.isEmpty() || page.get().chosen().isEmpty()) {
            root.getChildren().setAll(page.isEmpty() ? waiting : none);
            return;
        }
        showing = true;
        workloads.getItems().setAll(page.get().workloads());
        workloads.setValue(page.get().chosen().get());
        showing = false;
        List<AnswerGrid.Head> heads = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            heads.add(head(
                    mode,
                    page.get()
                            .trials()
                            .flatMap(all -> all.stream()
                                    .filter(trial -> trial.mode() == mode)
                                    .findFirst())));
        }
        grid.show(
                heads,
                new AccessLines(texts, page.get().result().plan().library())
                        .of(page.get().trials()));
        root.getChildren().setAll(filled);
    }

    private AnswerGrid.Head head(Mode mode, Optional<AccessTrial> trial) {
        boolean inUse = trial.filter(AccessTrial::inUse).isPresent();
        Button use = new Button(texts.get(inUse ? "checks.access.inUse" : "checks.access.use"));
        use.setId("access-use-" + mode.word());
        use.setMaxWidth(Double.MAX_VALUE);
        use.setDisable(
                inUse || trial.filter(each -> each.outcome() instanceof Works).isEmpty());
        use.setAccessibleText(texts.get("checks.access.use.named", mode.title()));
        use.setOnAction(ignored -> trial.ifPresent(model::use));
        return new AnswerGrid.Head(mode.title(), AnswerGrid.head(mode.title(), "", inUse, use), inUse);
    }
}
