package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.plan.Growth;
import org.sizewright.plan.Option.Platform;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.compare.CompareView;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.workloads.WorkloadsView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Platforms and growth on the screen of options, and growth and storage on that of workloads. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class OutlookUseTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private Stage stage;
    private TrialWorkspace workspace;
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    private void compare(FxRobot robot, Plan plan) {
        robot.interact(() -> {
            workspace = new TrialWorkspace(REFERENCES, plan);
            CompareView view = new CompareView(workspace, waiting::add);
            workspace.onState(view::show);
            view.show(workspace.state());
            show(view.view());
        });
    }

    private void show(Node view) {
        Scene scene = new Scene(new StackPane(view), 1000, 700);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void work(FxRobot robot) {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
            robot.interact(() -> {});
        }
    }

    @Test
    void aPlatformBecomesAnOption(FxRobot robot) {
        compare(robot, SamplePlans.standard());
        assertThat(waiting).isEmpty();
        robot.interact(
                () -> robot.lookup("#part-platforms").<ToggleButton>query().fire());
        assertThat(waiting).hasSize(1);
        work(robot);
        Button inUse = robot.lookup("#add-platform-vsphere").queryButton();
        assertThat(inUse.isDisabled()).isTrue();
        Button add = robot.lookup("#add-platform-bare_metal").queryButton();
        robot.interact(add::fire);
        Plan plan = workspace.state().plan();
        assertThat(plan.options()).hasSize(3);
        assertThat(plan.option(OptionId.of("c")).orElseThrow().platform()).isEqualTo(Platform.BARE_METAL);
        assertThat(plan.live()).isEqualTo(OptionId.of("a"));
    }

    @Test
    void aCalculationOfGrowthCanBeStoppedAndAskedForAgain(FxRobot robot) {
        Plan plan = SamplePlans.standard();
        Workload work = plan.workloads().getFirst();
        compare(robot, plan.withWorkload(work.withTerms(work.terms().withGrowth(new Growth.Yearly(50)))));
        robot.interact(() -> robot.lookup("#part-growth").<ToggleButton>query().fire());
        robot.interact(() -> robot.lookup("#growth-stop").queryButton().fire());
        work(robot);
        assertThat(robot.lookup("#growth-hosts").tryQuery()).isEmpty();
        Button again = robot.lookup((Node node) ->
                        node instanceof Button button && button.getText().equals("Calculate"))
                .queryButton();
        robot.interact(again::fire);
        work(robot);
        assertThat(robot.lookup("#growth-buyHosts-2").tryQuery()).isPresent();
        assertThat(robot.lookup("#growth-hosts").tryQuery()).isPresent();
    }

    @Test
    void homesAreTypedInWithTheWorkload(FxRobot robot) {
        robot.interact(() -> {
            workspace = new TrialWorkspace(REFERENCES, SamplePlans.standard());
            WorkloadsView view = new WorkloadsView(workspace, Runnable::run).withSelected(WorkloadId.of("w2"));
            workspace.onState(view::show);
            view.show(workspace.state());
            show(view.view());
        });
        TextField home = robot.lookup("#outlook-home").query();
        robot.interact(() -> {
            home.setText("100");
            home.getOnAction().handle(new ActionEvent());
        });
        assertThat(workspace
                        .state()
                        .plan()
                        .workload(WorkloadId.of("w2"))
                        .orElseThrow()
                        .terms()
                        .disk()
                        .homeGb())
                .isEqualTo(Optional.of(100.0));
    }
}
