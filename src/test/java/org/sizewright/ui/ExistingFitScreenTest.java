package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.ExistingHostPlans;
import org.sizewright.SampleReferences;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.Pin;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.placement.PlacementView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Whether everything fits on the hosts that are there, and how it is said what runs there today. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class ExistingFitScreenTest {
    private TrialWorkspace workspace;

    @Start
    void start(Stage stage) {
        workspace = new TrialWorkspace(new SampleReferences(), ExistingHostPlans.nordhafen());
        PlacementView view = new PlacementView(workspace, Runnable::run);
        view.show(workspace.state());
        workspace.onState(view::show);
        Scene scene = new Scene(new StackPane(view.view()), 1100, 900);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theChipSaysItAndTheWhyPaneSaysWhyNotAndWhatWouldDo(FxRobot robot) {
        assertThat(robot.lookup("Does not fit what is there: 1 host more").tryQuery())
                .isPresent();
        robot.clickOn("#there-c1");

        assertThat(workspace.whys.getLast().text())
                .contains("The 18 machines do not fit on the 3 hosts that are there")
                .contains("1 more host like AI-Pilot");
    }

    @Test
    void allThatRunsOnTheHostsThatAreThereIsPinnedInOneStep(FxRobot robot) {
        long there = workspace.state().live().orElseThrow().placements().getFirst().placement().placed().stream()
                .filter(vm -> vm.host() < 3)
                .count();
        Node machine = robot.lookup(".piece").queryAll().stream()
                .filter(Node::isVisible)
                .filter(node ->
                        Optional.ofNullable(node.getAccessibleText()).orElse("").startsWith("Notebooks-"))
                .findFirst()
                .orElseThrow();
        robot.clickOn(machine, MouseButton.SECONDARY);
        robot.clickOn("Pin all where they are");

        assertThat(workspace.edits).containsExactly("Pin " + there + " machines of AI-Pilot where they are");
        assertThat(pins())
                .hasSize((int) there)
                .allSatisfy(pin -> assertThat(pin.group()).isEqualTo(GroupId.of("g1")));
        assertThat(robot.lookup(there + " machines are pinned").tryQuery()).isPresent();

        robot.interact(workspace::undo);
        assertThat(pins()).isEmpty();
    }

    private List<Pin> pins() {
        return workspace.state().plan().liveOption().pins();
    }
}
