package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.plan.RuleOverride;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;
import org.sizewright.session.SessionState;
import org.sizewright.ui.checks.ChecksView;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.part.Why;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class ChecksViewTest {
    private static final SampleStates STATES = new SampleStates();

    private QuietWorkspace workspace;
    private ChecksView view;
    private SessionState state;
    private List<Finding> findings;

    @Start
    void start(Stage stage) {
        workspace = new QuietWorkspace(ignored -> {});
        view = new ChecksView(workspace, Runnable::run);
        state = STATES.calculated(Troubled.plan());
        findings = state.live().orElseThrow().findings();
        view.show(state);
        Scene scene = new Scene(new StackPane(view.view()), 1000, 700);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private ListView<?> list(FxRobot robot) {
        return robot.lookup("#checks-list").queryListView();
    }

    private void select(FxRobot robot, int row) {
        robot.interact(() -> list(robot).getSelectionModel().clearAndSelect(row));
    }

    private String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private void type(FxRobot robot, String id, String text) {
        TextField field = robot.lookup(id).queryAs(TextField.class);
        robot.interact(() -> field.setText(text));
    }

    @Test
    void everyFindingIsListedAndKindsAndWordsNarrowThem(FxRobot robot) {
        assertThat(list(robot).getItems()).hasSameSizeAs(findings).isNotEmpty();
        int errors = (int) state.live().orElseThrow().open(Severity.ERROR);
        assertThat(errors).isPositive();
        robot.clickOn("#checks-ERROR");
        assertThat(text(robot, "#checks-count")).isEqualTo(errors + " of " + findings.size());
        robot.clickOn("#checks-ERROR");
        type(robot, "#checks-search", "host-003");
        assertThat(list(robot).getItems()).hasSize(1);
    }

    @Test
    void aFindingLeadsToItsFieldAndItsFigure(FxRobot robot) {
        type(robot, "#checks-search", "host-103 power");
        select(robot, 0);
        Why why = workspace.explained.getLast();
        assertThat(why.inputs().getFirst().value()).isEqualTo("HOST-103");
        robot.interact(() -> why.sections().stream()
                .flatMap(section -> section.step().stream())
                .forEach(step -> step.action().run()));
        assertThat(workspace.asked).hasSize(2);
        assertThat(workspace.asked.get(0)).startsWith("go to /options/a/").endsWith("/typed/basePower");
        assertThat(workspace.asked.get(1)).startsWith("figure ");
    }

    @Test
    void aFindingIsAcceptedWithReasonAndNameAndTakenBack(FxRobot robot) {
        select(robot, 0);
        robot.clickOn("#checks-accept");
        assertThat(workspace.edits).isEmpty();
        type(robot, "#checks-reason", "Only a demonstration");
        type(robot, "#checks-by", "N. Name");
        robot.clickOn("#checks-accept");
        SessionState accepted = STATES.edited(state, workspace.edits.getFirst());
        assertThat(accepted.plan().overrides())
                .contains(new RuleOverride(
                        findings.getFirst().rule(), findings.getFirst().subject(), "Only a demonstration", "N. Name"))
                .hasSize(2);
        robot.interact(() -> view.show(accepted));
        assertThat(workspace.explained.getLast().sections().getLast().text()).isEqualTo("Only a demonstration");
        robot.clickOn("#checks-take-back");
        assertThat(STATES.edited(accepted, workspace.edits.getLast()).plan()).isEqualTo(state.plan());
    }

    @Test
    void aNewStateLeavesWhatIsBeingTyped(FxRobot robot) {
        select(robot, 0);
        type(robot, "#checks-reason", "Half a sen");
        robot.interact(() -> view.show(STATES.calculated(state.plan().withOverrides(List.of()))));
        assertThat(robot.lookup("#checks-reason").queryAs(TextField.class).getText())
                .isEqualTo("Half a sen");
    }

    @Test
    void aFindingThatIsFilteredAwayCanNoLongerBeAccepted(FxRobot robot) {
        select(robot, 0);
        assertThat(robot.lookup("#checks-accept").tryQuery()).isPresent();
        type(robot, "#checks-search", "host-003");
        assertThat(robot.lookup("#checks-accept").tryQuery()).isEmpty();
    }

    @Test
    void theListCopiesALinePerFinding(FxRobot robot) {
        robot.interact(() -> list(robot).requestFocus());
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        String[] copied = {""};
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0].lines()).hasSameSizeAs(findings);
        assertThat(copied[0]).startsWith("error\t" + findings.getFirst().subject() + "\t");
    }

    @Test
    void withoutFindingsAllIsClear(FxRobot robot) {
        robot.interact(() -> view.show(Troubled.clear(STATES)));
        assertThat(robot.lookup(".empty-state .title").queryAs(Label.class).getText())
                .isEqualTo("All clear");
        assertThat(robot.lookup("#checks-ERROR")
                        .queryAs(ToggleButton.class)
                        .getParent()
                        .getParent()
                        .isVisible())
                .isFalse();
    }
}
