package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.SamplePlans;
import org.sizewright.plan.Progress;
import org.sizewright.plan.StepKey;
import org.sizewright.plan.StepState.Status;
import org.sizewright.session.SessionState;
import org.sizewright.ui.checks.ChecksView;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.part.Why;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class ChecklistsUseTest {
    private static final SampleStates STATES = new SampleStates();
    private static final StepKey HUB = new StepKey("account-hub", "");

    private QuietWorkspace workspace;
    private ChecksView view;
    private SessionState state;

    @Start
    void start(Stage stage) {
        workspace = new QuietWorkspace(ignored -> {});
        view = new ChecksView(workspace, Runnable::run).withChecklists();
        state = STATES.calculated(SamplePlans.standard());
        view.show(state);
        Scene scene = new Scene(new StackPane(view.view()), 1000, 700);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private ListView<?> list(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#checks-steps").queryListView();
    }

    private void search(FxRobot robot, String words) {
        WaitForAsyncUtils.waitForFxEvents();
        TextField field = robot.lookup("#checks-steps-search").queryAs(TextField.class);
        robot.interact(() -> field.setText(words));
    }

    private void select(FxRobot robot, String words) {
        search(robot, words);
        robot.interact(() -> list(robot).getSelectionModel().clearAndSelect(0));
    }

    /** What the plan says after the latest edit, which the screen is shown as well. */
    private Progress applied(FxRobot robot) {
        state = STATES.edited(state, workspace.edits.getLast());
        robot.interact(() -> view.show(state));
        WaitForAsyncUtils.waitForFxEvents();
        return state.plan().liveOption().progress();
    }

    @Test
    void aPhaseAndWordsNarrowTheSteps(FxRobot robot) {
        int all = list(robot).getItems().size();
        robot.clickOn("#phase-BIOS");
        assertThat(list(robot).getItems()).hasSizeLessThan(all).isNotEmpty();
        search(robot, "sr-iov");
        assertThat(list(robot).getItems()).hasSize(1);
        assertThat(robot.lookup("#checks-steps-count").queryAs(Label.class).getText())
                .startsWith("1 of ");
    }

    @Test
    void aStepIsExplainedAndLeadsToItsSettingAndItsFindings(FxRobot robot) {
        select(robot, "activation key entitlement");
        Why why = workspace.explained.getLast();
        assertThat(why.inputs().getFirst().value()).isEqualTo("LIC-009");
        robot.interact(() -> why.sections().stream()
                .flatMap(section -> section.step().stream())
                .forEach(step -> step.action().run()));
        assertThat(workspace.asked).contains("go to /options/a/setup/platform/activation-key");
    }

    @Test
    void statusOwnerDateAndNoteAreEditedOneByOne(FxRobot robot) {
        select(robot, "application hub");
        robot.clickOn("in progress");
        assertThat(applied(robot).of(HUB).status()).isEqualTo(Status.IN_PROGRESS);
        type(robot, "#checks-step-owner", "Licence manager");
        assertThat(applied(robot).of(HUB).owner()).isEqualTo("Licence manager");
        type(robot, "#checks-step-date", "2026-12-01");
        assertThat(applied(robot).of(HUB).date()).isEqualTo(Optional.of(LocalDate.of(2026, 12, 1)));
        type(robot, "#checks-step-note", "Asked for");
        assertThat(applied(robot).of(HUB).note()).isEqualTo("Asked for");
    }

    @Test
    void aDayThatIsNoneIsTold(FxRobot robot) {
        select(robot, "application hub");
        type(robot, "#checks-step-date", "tomorrow");
        assertThat(workspace.edits).isEmpty();
        assertThat(robot.lookup("Year, month, day: 2026-12-31").tryQuery()).isPresent();
    }

    @Test
    void theSpaceBarMakesAStepDoneAndTheCountFollows(FxRobot robot) {
        select(robot, "application hub");
        robot.interact(() -> list(robot).requestFocus());
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        SessionState done = STATES.edited(state, workspace.edits.getFirst());
        assertThat(done.plan().liveOption().progress().of(HUB).status()).isEqualTo(Status.DONE);
        robot.interact(() -> view.show(done));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#checks-steps-done").queryAs(Label.class).getText())
                .startsWith("1 of ");
    }

    @Test
    void oneOwnerForAllThatIsShownAndOnlyTheirs(FxRobot robot) {
        select(robot, "mmio");
        int shown = list(robot).getItems().size();
        robot.interact(() ->
                robot.lookup("#checks-step-owner").queryAs(TextField.class).setText("Platform team"));
        robot.clickOn("#checks-step-all");
        SessionState owned = STATES.edited(state, workspace.edits.getLast());
        assertThat(owned.plan().liveOption().progress().states()).hasSize(shown);
        robot.interact(() -> view.show(owned));
        search(robot, "");
        ComboBox<?> owners = robot.lookup("#checks-steps-owner").queryComboBox();
        robot.interact(() -> owners.getSelectionModel().select(2));
        assertThat(list(robot).getItems()).hasSize(shown);
    }

    @Test
    void thePartsAreSwitchedInTheHead(FxRobot robot) {
        robot.clickOn("Findings");
        assertThat(robot.lookup("#checks-list").tryQuery()).isPresent();
        assertThat(robot.lookup("Checklists").queryAs(ToggleButton.class).isSelected())
                .isFalse();
        robot.clickOn("Checklists");
        assertThat(robot.lookup("#checks-steps").tryQuery()).isPresent();
    }

    private static void type(FxRobot robot, String id, String text) {
        TextField field = robot.lookup(id).queryAs(TextField.class);
        robot.interact(() -> {
            field.requestFocus();
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }
}
