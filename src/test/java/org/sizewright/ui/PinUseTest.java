package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.placement.PlacedVm;
import org.sizewright.plan.Pin;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.placement.PlacementView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Puts machines in their places by hand, by mouse and by keyboard. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class PinUseTest {
    private TrialWorkspace workspace;

    @Start
    void start(Stage stage) {
        workspace = new TrialWorkspace(new SampleReferences(), SamplePlans.standard());
        PlacementView view = new PlacementView(workspace, Runnable::run);
        view.show(workspace.state());
        workspace.onState(view::show);
        Scene scene = new Scene(new StackPane(view.view()), 1100, 900);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aMachineIsDraggedToAnotherGpuPinnedThereAndTakenBack(FxRobot robot) {
        Node from = machine(robot, "Notebooks-1");
        drag(robot, from, piece(robot, "xe9680-04, GPU 5"));

        assertThat(workspace.edits).containsExactly("Pin Notebooks-1 to xe9680-04, GPU 5");
        assertThat(pins()).singleElement().satisfies(pin -> {
            assertThat(pin.machine()).isEqualTo("w2");
            assertThat(pin.host()).isEqualTo(4);
            assertThat(pin.gpus()).extracting(Pin.Share::gpu).containsExactly(5);
        });
        assertThat(placed().host()).isEqualTo(3);
        assertThat(detail(machine(robot, "Notebooks-1")))
                .contains("xe9680-04, GPU 5")
                .contains("pinned by hand");
        assertThat(robot.lookup("1 machine is pinned").tryQuery()).isPresent();
        assertThat(robot.lookup("pinned by hand").tryQuery()).as("legend").isPresent();

        robot.interact(workspace::undo);
        assertThat(pins()).isEmpty();
        assertThat(robot.lookup("1 machine is pinned").tryQuery()).isEmpty();
    }

    @Test
    void aGpuThatCannotTakeItSaysWhyAndNothingChanges(FxRobot robot) {
        drag(robot, machine(robot, "Notebooks-1"), machine(robot, "Coding assistant-1"));

        assertThat(workspace.edits).isEmpty();
        assertThat(pins()).isEmpty();
        assertThat(workspace.refusals)
                .singleElement()
                .asString()
                .startsWith("Notebooks-1 cannot go there: xe9680-01, GPU ")
                .contains("is used as whole GPU");
    }

    @Test
    void byKeyboardAPlaceIsChosenFromAListAndGivenBack(FxRobot robot) {
        robot.clickOn(machine(robot, "Notebooks-1"));
        robot.type(KeyCode.M);
        assertThat(robot.lookup("Move Notebooks-1 to").tryQuery()).isPresent();
        robot.write("04 3");
        robot.type(KeyCode.ENTER);

        assertThat(workspace.edits).containsExactly("Pin Notebooks-1 to xe9680-04, GPU 3");
        assertThat(robot.lookup("#move-pane").query().isVisible()).isFalse();
        assertThat(placed().host()).isEqualTo(3);

        robot.clickOn(machine(robot, "Notebooks-1"));
        assertThat(workspace.whys.getLast().text()).startsWith("It was pinned by hand to xe9680-04, GPU 3");
        robot.type(KeyCode.U);
        assertThat(workspace.edits).last().isEqualTo("Unpin Notebooks-1");
        assertThat(pins()).isEmpty();
    }

    @Test
    void theMenuOfAMachinePinsItWhereItIs(FxRobot robot) {
        PlacedVm before = placed();
        robot.clickOn(machine(robot, "Notebooks-1"), MouseButton.SECONDARY);
        robot.clickOn("Pin here");

        assertThat(pins())
                .singleElement()
                .satisfies(pin -> assertThat(pin.host()).isEqualTo(before.host() + 1));
        assertThat(placed()).isEqualTo(before);
        robot.clickOn("#pins-c1");
        assertThat(workspace.whys.getLast().title()).isEqualTo("1 machine is pinned");
        robot.clickOn(machine(robot, "Notebooks-1"), MouseButton.SECONDARY);
        robot.clickOn("Unpin all");
        assertThat(pins()).isEmpty();
    }

    @Test
    void escapeLeavesTheListAndNothingChanges(FxRobot robot) {
        robot.clickOn(machine(robot, "Notebooks-1"));
        robot.type(KeyCode.M, KeyCode.ESCAPE);
        assertThat(robot.lookup("#move-pane").query().isVisible()).isFalse();
        assertThat(workspace.edits).isEmpty();
    }

    private void drag(FxRobot robot, Node from, Node to) {
        Point2D target = middle(to);
        Point2D start = middle(from);
        robot.moveTo(start).press(MouseButton.PRIMARY);
        robot.moveTo(start.add(12, 3)).moveTo(target).release(MouseButton.PRIMARY);
    }

    private static Point2D middle(Node node) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private static Node machine(FxRobot robot, String name) {
        return piece(robot, name + " on ");
    }

    private static Node piece(FxRobot robot, String text) {
        return robot.lookup(".piece").queryAll().stream()
                .filter(Node::isVisible)
                .filter(node -> detail(node).startsWith(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no stretch " + text));
    }

    private static String detail(Node node) {
        return Optional.ofNullable(node.getAccessibleText()).orElse("");
    }

    private List<Pin> pins() {
        return workspace.state().plan().liveOption().pins();
    }

    private PlacedVm placed() {
        return workspace.state().live().orElseThrow().placements().getFirst().placement().placed().stream()
                .filter(vm -> vm.vmClass().equals("w2") && vm.number() == 1)
                .findFirst()
                .orElseThrow();
    }
}
