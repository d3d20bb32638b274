package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.EnumSet;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.SampleReferences;
import org.sizewright.WindowPlans;
import org.sizewright.plan.Labels;
import org.sizewright.plan.RunTerms;
import org.sizewright.plan.WeeklyWindows;
import org.sizewright.plan.WeeklyWindows.Window;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.cluster.ClusterView;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.placement.PlacementView;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.workloads.WorkloadsView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Labels and windows by mouse and keyboard. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class WeekUseTest {
    private static final WorkloadId NOTEBOOKS = WorkloadId.of("w2");

    private TrialWorkspace workspace;
    private StackPane root;

    @Start
    void start(Stage stage) {
        workspace = new TrialWorkspace(new SampleReferences(), WindowPlans.standard());
        root = new StackPane(new HBox());
        Scene scene = new Scene(root, 1000, 700);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void open(FxRobot robot, Screen screen) {
        robot.interact(() -> {
            root.getChildren().setAll(screen.view());
            screen.show(workspace.state());
            workspace.onState(screen::show);
        });
    }

    @Test
    void trialsSayThatTheirMachinesAreThoseOfTheBusiestSlot(FxRobot robot) {
        open(robot, new PlacementView(workspace, Runnable::run));
        String cluster =
                workspace.state().plan().liveOption().clusters().getFirst().name();
        for (String[] each : new String[][] {
            {"Simulate arrivals", "#arrivals-slot"},
            {"Compare policies", "#policies-slot"},
            {"Profile advisor", "#profiles-slot"}
        }) {
            robot.clickOn(each[0]);
            Label slot = robot.lookup(each[1]).queryAs(Label.class);
            assertThat(slot.isVisible()).as(each[0]).isTrue();
            assertThat(slot.getText())
                    .as(each[0])
                    .startsWith("With the machines of " + cluster + " that run at ")
                    .endsWith("the busiest slot of the week.");
        }
    }

    private RunTerms terms() {
        return workspace.state().plan().workload(NOTEBOOKS).orElseThrow().terms();
    }

    @Test
    void windowsAreTypedAndWhatIsNoTimeIsRefused(FxRobot robot) {
        open(robot, new WorkloadsView(workspace, Runnable::run).withSelected(NOTEBOOKS));

        type(robot, "window-1-to", "25");
        assertThat(robot.lookup(".message").queryAllAs(Label.class).stream().map(Label::getText))
                .contains("A time is written as 08:30, from 00:00 to 24:00, not \"25\".");
        assertThat(terms().windows()).isEqualTo(WindowPlans.OFFICE);

        type(robot, "window-1-to", "19.30");
        fire(robot, "window-1-sat");
        assertThat(terms().windows().words()).isEqualTo("Mon\u2013Sat 08:00\u201319:30");

        fire(robot, "add-window");
        TextField from = robot.lookup("#window-2-from").queryAs(TextField.class);
        robot.interact(() -> from.setText("22"));
        type(robot, "window-2-to", "6");
        assertThat(terms().windows())
                .isEqualTo(WeeklyWindows.of(
                        Window.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), 8 * 60, 19 * 60 + 30),
                        Window.of(EnumSet.of(DayOfWeek.SUNDAY), 22 * 60, 6 * 60)));

        fire(robot, "window-2-remove");
        fire(robot, "runs-always");
        assertThat(terms().windows().isAlways()).isTrue();
        fire(robot, "runs-weekly");
        assertThat(terms().windows().words()).isEqualTo("Mon\u2013Sat 08:00\u201319:30");
    }

    @Test
    void labelsAreTypedOrTakenFromThoseInUse(FxRobot robot) {
        open(robot, new WorkloadsView(workspace, Runnable::run).withSelected(NOTEBOOKS));
        MenuButton menu = robot.lookup("#labels-menu").queryAs(MenuButton.class);

        robot.interact(() -> menu.getItems().getFirst().fire());
        assertThat(terms().labels()).isEqualTo(Labels.of("inference", "training"));
        type(robot, "labels", "x".repeat(50));
        assertThat(robot.lookup(".message").queryAllAs(Label.class).stream().map(Label::getText))
                .contains("A label has at most 40 letters.");
        type(robot, "labels", "");
        assertThat(terms().labels()).isEqualTo(Labels.NONE);
    }

    @Test
    void hostsGetLabels(FxRobot robot) {
        open(robot, new ClusterView(workspace));

        type(robot, "labels-g1", "gold, training");

        assertThat(workspace
                        .state()
                        .plan()
                        .liveOption()
                        .clusters()
                        .getFirst()
                        .groups()
                        .getFirst()
                        .labels())
                .isEqualTo(Labels.of("gold", "training"));
    }

    @Test
    void aSlotOfTheWeekIsChosenByKeyboard(FxRobot robot) {
        open(robot, new PlacementView(workspace, Runnable::run));
        Label slot = robot.lookup("#slot-c1").queryAs(Label.class);
        Node week = robot.lookup(".week-profile").query();
        assertThat(slot.getText()).startsWith("Sat 00:00").endsWith("the busiest slot");

        robot.interact(week::requestFocus);
        robot.type(KeyCode.HOME);

        Label changed = robot.lookup("#slot-c1").queryAs(Label.class);
        assertThat(changed.getText()).startsWith("Mon 00:00\u201306:00").doesNotContain("busiest");
        assertThat(robot.lookup(".week-profile").query().getAccessibleText()).contains("Mon 00:00\u201306:00");
    }

    private static void type(FxRobot robot, String id, String text) {
        TextField field = robot.lookup("#" + id).queryAs(TextField.class);
        robot.interact(() -> {
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup("#" + id)
                .queryAs(javafx.scene.control.ButtonBase.class)
                .fire());
    }
}
