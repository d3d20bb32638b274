package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.placement.PlacementView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Works the placement screen by mouse and keyboard. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class PlacementUseTest {
    private final SampleReferences references = new SampleReferences();
    private TrialWorkspace workspace;
    private PlacementView view;

    @Start
    void start(Stage stage) {
        workspace = new TrialWorkspace(references, SamplePlans.standard());
        view = new PlacementView(workspace, Runnable::run);
        view.show(workspace.state());
        Scene scene = new Scene(new StackPane(view.view()), 1000, 700);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aMachineSaysWhereItIsAndWhyThere(FxRobot robot) {
        robot.clickOn(piece(robot, ".piece.work-1"));
        Why why = workspace.whys.getLast();
        assertThat(why.title()).isEqualTo("Coding assistant-1");
        assertThat(why.inputs().stream().map(Why.Input::value)).contains("xe9680-01", "0, 1", "H100XM-80C");
        assertThat(why.sections().stream().map(Why.Section::text))
                .anyMatch(text -> text.contains("all 2 must sit in one host"));
    }

    @Test
    void theOverviewSaysWhoRunsWhereToo(FxRobot robot) {
        robot.clickOn("Overview");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#overview-c1 .overview-name").queryAll()).hasSize(4);
        Node piece = robot.lookup("#overview-c1 .piece.work-1").query();
        assertThat(piece.getAccessibleText()).contains("xe9680-01");
        robot.clickOn(piece);
        assertThat(workspace.whys.getLast().title()).isEqualTo("Coding assistant-1");
        assertThat(piece.getPseudoClassStates().stream().map(String::valueOf)).contains("selected");
        robot.clickOn("Normal");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#overview-c1").tryQuery()).isEmpty();
    }

    /** A double click brings one GPU over the width of the card, and back. */
    @Test
    void aGpuIsEnlargedAndBack(FxRobot robot) {
        double normal = piece(robot, ".piece.work-1").getBoundsInParent().getWidth();
        doubleClick(piece(robot, ".piece.work-1"));
        assertThat(piece(robot, ".piece.work-1").getBoundsInParent().getWidth()).isGreaterThan(2 * normal);
        assertThat(robot.lookup("Large").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        doubleClick(piece(robot, ".piece.work-1"));
        assertThat(piece(robot, ".piece.work-1").getBoundsInParent().getWidth()).isEqualTo(normal);
    }

    /** As an event: on a slow machine two clicks of the robot are no double click. */
    private static void doubleClick(Node node) {
        WaitForAsyncUtils.asyncFx(() -> Event.fireEvent(
                node,
                new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        0,
                        0,
                        0,
                        0,
                        MouseButton.PRIMARY,
                        2,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theChipLeadsToTheProof(FxRobot robot) {
        robot.clickOn("#proof-c1");
        assertThat(workspace.whys.getLast().title()).isEqualTo("Entered: 4 hosts");
    }

    @Test
    void aFailureIsShownAndTakenBack(FxRobot robot) {
        assertThat(restarted(robot)).isZero();
        ComboBox<?> failures = robot.lookup("#fail-c1").queryComboBox();
        robot.interact(() -> failures.getSelectionModel().select(1));
        int machines = workspace
                .state()
                .live()
                .orElseThrow()
                .placements()
                .getFirst()
                .resilience()
                .failures()
                .getFirst()
                .restarted()
                .stream()
                .mapToInt(vm -> vm.gpus().size())
                .sum();
        assertThat(restarted(robot)).isEqualTo(machines).isPositive();
        assertThat(workspace.whys.getLast().title()).isEqualTo("If xe9680-01 fails");
        robot.clickOn("#back-c1");
        assertThat(restarted(robot)).isZero();
        assertThat(failures.getSelectionModel().getSelectedIndex()).isZero();
    }

    /** The plan tolerates one failure; two hosts can fail all the same. */
    @Test
    void aSecondHostFailsWithTheFirst(FxRobot robot) {
        assertThat(robot.lookup("#fail-too-c1").query().isVisible()).isFalse();
        robot.interact(() ->
                robot.lookup("#fail-c1").queryComboBox().getSelectionModel().select(3));
        ComboBox<?> second = robot.lookup("#fail-too-c1").queryComboBox();
        assertThat(second.isVisible()).isTrue();
        robot.interact(() -> second.getSelectionModel().select(1));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(workspace.whys.getLast().title()).isEqualTo("If xe9680-01 and xe9680-03 fail");
        robot.clickOn("#back-c1");
        assertThat(second.isVisible()).isFalse();
    }

    @Test
    void allFailuresStandInATableAndCanBeShown(FxRobot robot) {
        robot.clickOn("Host failures");
        WaitForAsyncUtils.waitForFxEvents();
        TableView<?> table = robot.lookup("#failures-table").queryTableView();
        int singles = table.getItems().size();
        assertThat(singles).isBetween(1, 4);
        robot.clickOn("Two hosts");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(table.getItems()).hasSizeBetween(1, 6);
        robot.interact(() -> table.getSelectionModel().select(0));
        assertThat(workspace.whys.getLast().title()).startsWith("If xe9680-0").endsWith(" fail");
        robot.clickOn("#failures-show");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#fail-too-c1").query().isVisible()).isTrue();
        assertThat(robot.lookup("#back-c1").tryQuery()).isPresent();
    }

    /** Whole GPUs as vGPUs move while they run; by DirectPath their machines are shut down. */
    @Test
    void theAccessToWholeGpusDecidesHowAHostIsEmptied(FxRobot robot) {
        robot.clickOn("Maintenance");
        TableView<?> table = robot.lookup("#maintenance-table").queryTableView();
        assertThat(table.getItems()).hasSizeGreaterThan(3);
        robot.interact(() -> table.getSelectionModel().select(0));
        assertThat(workspace.whys.getLast().title()).isEqualTo("Coding assistant-1");
        assertThat(workspace.whys.getLast().inputs().stream().map(Why.Input::value))
                .contains("vMotion");
        robot.clickOn("Dynamic DirectPath");
        assertThat(workspace.edits).contains("Access to whole GPUs of Coding assistant: Dynamic DirectPath I/O");
        robot.interact(() -> view.show(workspace.state()));
        robot.interact(() -> {
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().select(0);
        });
        assertThat(workspace.whys.getLast().inputs().stream().map(Why.Input::value))
                .contains("cold migration");
    }

    @Test
    void aFailureStaysShownWhileTheStateIsShownAgain(FxRobot robot) {
        robot.interact(() ->
                robot.lookup("#fail-c1").queryComboBox().getSelectionModel().select(2));
        long before = restarted(robot);
        robot.interact(() -> view.show(workspace.state()));
        assertThat(restarted(robot)).isEqualTo(before).isPositive();
    }

    @Test
    void controlAndCCopiesEveryShareOfAGpu(FxRobot robot) {
        robot.clickOn("#copy-placement");
        robot.interact(() -> Clipboard.getSystemClipboard().clear());
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        List<String> lines = robot.lookup("#copy-placement").tryQuery().stream()
                .flatMap(ignored -> clipboard(robot).lines())
                .toList();
        assertThat(lines.getFirst()).isEqualTo("Host\tGPU\tMode\tProfile\tStart\tVM\tPinned");
        assertThat(lines).contains("xe9680-01\t0\twhole GPU\tH100XM-80C\t0\tCoding assistant-1\t");
        long shares = workspace.state().live().orElseThrow().placements().getFirst().placement().placed().stream()
                .mapToLong(vm -> vm.gpus().size())
                .sum();
        assertThat(lines).hasSize((int) shares + 1);
    }

    @Test
    void onlyTheHostsInViewAreBuilt(FxRobot robot) {
        robot.interact(() -> view.show(TrialWorkspace.calculated(references, PlacementScreenTest.many(), 2)));
        assertThat(robot.lookup(".host-row").queryAll()).hasSizeBetween(3, 12);
    }

    @Test
    void withoutAResultItSaysSoAndComesBack(FxRobot robot) {
        SessionState state = workspace.state();
        robot.interact(() -> view.show(new SessionState(
                2,
                state.plan(),
                state.file(),
                true,
                Optional.empty(),
                Optional.empty(),
                state.library(),
                state.catalog(),
                Optional.empty(),
                true)));
        assertThat(robot.lookup(".empty-state").queryAll()).hasSize(1);
        assertThat(robot.lookup(".host-row").queryAll()).isEmpty();
        robot.interact(() -> view.show(state));
        assertThat(robot.lookup(".host-row").queryAll()).hasSizeGreaterThan(2);
    }

    private static String clipboard(FxRobot robot) {
        String[] text = {""};
        robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        return text[0];
    }

    private static long restarted(FxRobot robot) {
        return robot.lookup(".piece").queryAll().stream()
                .filter(node -> node.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("outlined")))
                .count();
    }

    /** The uppermost piece at the left. */
    private static Node piece(FxRobot robot, String query) {
        Stream<Node> pieces = robot.lookup(query).queryAll().stream();
        return pieces.min((one, other) -> {
                    Bounds a = one.localToScene(one.getBoundsInLocal());
                    Bounds b = other.localToScene(other.getBoundsInLocal());
                    int rows = Double.compare(a.getMinY(), b.getMinY());
                    return rows != 0 ? rows : Double.compare(a.getMinX(), b.getMinX());
                })
                .orElseThrow();
    }
}
