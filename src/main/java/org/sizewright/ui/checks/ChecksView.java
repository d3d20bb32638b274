package org.sizewright.ui.checks;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.SegmentedChoice;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;

/** The checks of the option that is shown, part by part: what its rules found, the versions that have to go  * together, the steps that are to be done, and the ways to reach GPUs. */
public final class ChecksView implements Screen {
    private final StackPane root = new StackPane();
    private final StackPane mark = new StackPane();
    private final StackPane body = new StackPane();
    private final Label calculating = new Label();
    private final SegmentedChoice<ChecksPart> choice;
    private final ChecklistsPart checklists;
    private final AccessPart access;
    private final VersionsPart versions;
    private ChecksPart inView;
    private Optional<SessionState> state = Optional.empty();

    /** @param worker where checklists are prepared */
    public ChecksView(Workspace workspace, Executor worker) {
        Texts texts = workspace.texts();
        FindingsPart findings = new FindingsPart(workspace);
        checklists = new ChecklistsPart(workspace, worker, Platform::runLater, rule -> {
            findings.search(rule);
            bringUp(findings);
        });
        access = new AccessPart(workspace, worker, Platform::runLater);
        versions = new VersionsPart(workspace, worker, Platform::runLater);
        List<ChecksPart> parts = List.of(findings, versions, checklists, access);
        inView = findings;
        choice = new SegmentedChoice<>(texts.get("checks.parts"), parts, ChecksPart::title);
        choice.setId("checks-parts");
        choice.onChoose(this::bringUp);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox page = new VBox(10, head(texts), body);
        page.setPadding(new Insets(12, 14, 14, 14));
        root.getChildren().setAll(page);
        bringUp(findings);
    }

    /** The same with the checklists in view. */
    public ChecksView withChecklists() {
        bringUp(checklists);
        return this;
    }

    /** The same with the versions in view. */
    public ChecksView withVersions() {
        bringUp(versions);
        return this;
    }

    /** The same with the ways to reach GPUs in view. */
    public ChecksView withAccess() {
        bringUp(access);
        return this;
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void show(SessionState now) {
        state = Optional.of(now);
        calculating.setVisible(now.calculating());
        inView.show(now);
    }

    private void bringUp(ChecksPart part) {
        inView = part;
        choice.show(part);
        mark.getChildren().setAll(part.mark());
        body.getChildren().setAll(part.view());
        state.ifPresent(part::show);
    }

    private Node head(Texts texts) {
        Label title = new Label(texts.get("checks.title"));
        title.getStyleClass().add("screen-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        calculating.setText(texts.get("checks.calculating"));
        calculating.getStyleClass().add("muted");
        calculating.setVisible(false);
        mark.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(mark, Priority.ALWAYS);
        HBox head = new HBox(10, title, choice, mark, calculating);
        calculating.managedProperty().bind(calculating.visibleProperty());
        calculating.setMinWidth(Region.USE_PREF_SIZE);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(30);
        return head;
    }
}
