package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.SamplePlans;
import org.sizewright.StatedSetup;
import org.sizewright.plan.Plan;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.session.SessionState;
import org.sizewright.ui.checks.ChecksView;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.part.Why;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The drawing of the versions: lines say which rule, boxes lead to the setting, the fix is one press away. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class VersionsUseTest {
    private static final SampleStates STATES = new SampleStates();

    private final List<Why> explained = new ArrayList<>();
    private QuietWorkspace workspace;
    private ChecksView view;
    private SessionState state;

    @Start
    void start(Stage stage) {
        workspace = new QuietWorkspace(explained::add);
        view = new ChecksView(workspace, Runnable::run).withVersions();
        Plan plan = SamplePlans.standard();
        state = STATES.calculated(plan.withOption(
                StatedSetup.with(plan.option(plan.live()).orElseThrow(), List.of("guest-release=20.1"))));
        view.show(state);
        Scene scene = new Scene(new StackPane(view.view()), 1000, 700);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theFixClearsTheContradiction(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".version-tie.tone-error").queryAll()).hasSize(1);
        assertThat(robot.lookup(".version-box.tone-error").queryAll()).hasSize(2);
        robot.clickOn(robot.lookup(".version-change").queryButton());
        state = STATES.edited(state, workspace.edits.getLast());
        robot.interact(() -> view.show(state));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".version-tie.tone-error").queryAll()).isEmpty();
        assertThat(state.plan().liveOption().setup().platform().written(PlatformSettings.GUEST_RELEASE))
                .contains("19.5");
    }

    @Test
    void aLineSaysItsRule(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(robot.lookup(".version-badge.tone-error").queryButton());
        assertThat(explained.getLast().inputs()).anyMatch(input -> input.value().equals("DRV-004"));
        Button fine = robot.lookup(".version-badge.tone-ok").queryButton();
        assertThat(fine.getAccessibleText()).contains("no rule speaks against it");
        robot.clickOn(fine);
        assertThat(explained.getLast().inputs()).isNotEmpty();
    }
}
