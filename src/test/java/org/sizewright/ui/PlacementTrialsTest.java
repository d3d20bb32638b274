package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.SampleReferences;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.placement.PlacementView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Tries the machines of a plan in other ways, by mouse and keyboard. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class PlacementTrialsTest {
    private final SampleReferences references = new SampleReferences();
    private TrialWorkspace workspace;
    private PlacementView view;

    @Start
    void start(Stage stage) {
        workspace = new TrialWorkspace(references, PlacementScreenTest.arriving());
        view = new PlacementView(workspace, Runnable::run);
        view.show(workspace.state());
        Scene scene = new Scene(new StackPane(view.view()), 1000, 760);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void stepsLeadBackAndOn(FxRobot robot) {
        robot.clickOn("Simulate arrivals");
        assertThat(position(robot)).isEqualTo("51 of 51");
        robot.clickOn("#arrivals-back");
        assertThat(position(robot)).isEqualTo("50 of 51");
        robot.clickOn("#arrivals-first");
        assertThat(position(robot)).isEqualTo("0 of 51");
        assertThat(pieces(robot)).isZero();
        assertThat(robot.lookup("#arrivals-back").query().isDisabled()).isTrue();
        robot.clickOn("#arrivals-next");
        assertThat(pieces(robot)).as("two whole GPUs in each of two drawings").isEqualTo(4);
        robot.interact(() -> slider(robot).requestFocus());
        robot.type(KeyCode.RIGHT);
        assertThat(position(robot)).isEqualTo("2 of 51");
        assertThat(slider(robot).getAccessibleText()).isEqualTo("Events so far: 2 of 51");
        robot.clickOn("#arrivals-last");
        assertThat(position(robot)).isEqualTo("51 of 51");
        assertThat(robot.lookup("#arrivals-slot").query().isVisible())
                .as("everything always runs")
                .isFalse();
    }

    @Test
    void theChartIsNamedByWhatItShows(FxRobot robot) {
        robot.clickOn("Simulate arrivals");
        assertThat(charts(robot)).anyMatch(text -> text.startsWith("Machines refused over random orders"));
        robot.clickOn("Stranded");
        assertThat(charts(robot))
                .anyMatch(text -> text.startsWith("GPU memory stranded over random orders"))
                .noneMatch(text -> text.startsWith("Machines refused over random orders"));
    }

    private static java.util.List<String> charts(FxRobot robot) {
        return robot.lookup("#arrivals-trials").query().lookupAll("*").stream()
                .map(node -> String.valueOf(node.getAccessibleText()))
                .toList();
    }

    @Test
    void machinesAreAddedShutDownAndTakenBack(FxRobot robot) {
        robot.clickOn("Simulate arrivals");
        robot.interact(() -> robot.lookup("#arrivals-add")
                .queryAs(MenuButton.class)
                .getItems()
                .getLast()
                .fire());
        assertThat(position(robot)).isEqualTo("52 of 52");
        assertThat(robot.lookup("#arrivals-shut-down").query().isDisabled()).isTrue();
        robot.interact(() -> slider(robot).setValue(3));
        robot.clickOn(robot.lookup("#arrivals-same .piece.work-1")
                .queryAll()
                .iterator()
                .next());
        assertThat(workspace.whys.getLast().title()).startsWith("Coding assistant-");
        robot.type(KeyCode.DELETE);
        assertThat(position(robot)).isEqualTo("4 of 53");
        assertThat(pieces(robot)).as("one of three has left both drawings").isEqualTo(8);
        robot.clickOn("#arrivals-undo").clickOn("#arrivals-undo");
        assertThat(position(robot)).isEqualTo("51 of 51");
        assertThat(robot.lookup("#arrivals-undo").query().isDisabled()).isTrue();
    }

    @Test
    void aSeedGivesAnOrderAndTheWorstOneIsLoaded(FxRobot robot) {
        robot.clickOn("Simulate arrivals").clickOn("Performance");
        Button worst = robot.lookup("#arrivals-worst-same").queryAs(Button.class);
        assertThat(worst.getText()).matches("Same size, worst: [1-9]\\d* refused");
        String refused = worst.getText().replaceAll(".*: ", "");
        robot.interact(worst::fire);
        assertThat(robot.lookup(".chip").queryAll().stream().map(chip -> ((Label) chip).getText()))
                .contains(refused);
        TextField seed = robot.lookup("#arrivals-seed .text-field").queryAs(TextField.class);
        assertThat(seed.getText()).isNotEqualTo("0");
        robot.doubleClickOn(seed).write("7").type(KeyCode.ENTER);
        assertThat(robot.lookup("Random").query().getPseudoClassStates().toString())
                .contains("selected");
    }

    @Test
    void whoLeavesIsPartOfTheScript(FxRobot robot) {
        robot.clickOn("Simulate arrivals");
        TextField leaving = robot.lookup("#arrivals-leaving .text-field").queryAs(TextField.class);
        robot.doubleClickOn(leaving).write("100").type(KeyCode.ENTER);
        assertThat(position(robot)).isEqualTo("102 of 102");
        assertThat(pieces(robot)).as("all have left").isZero();
    }

    @Test
    void policiesHaveARowEachAndAReason(FxRobot robot) {
        robot.clickOn("Compare policies");
        TableView<?> table = robot.lookup("#policies-table").queryTableView();
        assertThat(table.getItems())
                .as("by plan, and two modes with three rules")
                .hasSize(7);
        robot.interact(() -> table.getSelectionModel().select(1));
        assertThat(workspace.whys.getLast().title()).isEqualTo("Same size, Consolidation");
        robot.clickOn("#policies-best");
        assertThat(workspace.whys.getLast().text()).startsWith("Same size, consolidation is best");
    }

    @Test
    void profilesAreTickedAndReplaced(FxRobot robot) {
        robot.clickOn("Profile advisor");
        TableView<?> table = robot.lookup("#profiles-table").queryTableView();
        int before = table.getItems().size();
        robot.interact(() -> table.getSelectionModel().select(0));
        assertThat(workspace.whys.getLast().title()).isEqualTo("H100XM-20C: Offer");
        robot.interact(() -> robot.lookup(".check-box").queryAllAs(CheckBox.class).stream()
                .filter(box -> box.getText().equals("H100XM-20C"))
                .forEach(CheckBox::fire));
        assertThat(table.getItems()).hasSize(before - 1);
        assertThat(words(robot)).contains("Offer", "40C").anyMatch(text -> text.startsWith("40 GiB, 20 GiB more"));
        ComboBox<?> by = robot.lookup("#profiles-by .combo-box").queryComboBox();
        robot.interact(() -> by.getSelectionModel().select(0));
        assertThat(words(robot))
                .anyMatch(text -> text.startsWith("20 machines with H100XM-80C in place of H100XM-20C"));
        TextField need = robot.lookup("#profiles-need .text-field").queryAs(TextField.class);
        robot.doubleClickOn(need).eraseText(8).write("50").type(KeyCode.ENTER);
        assertThat(words(robot)).contains("Offer").anyMatch(text -> text.startsWith("80 GiB, 30 GiB more"));
    }

    private static Set<String> words(FxRobot robot) {
        return robot.lookup(".label").queryAll().stream()
                .map(label -> String.valueOf(((Label) label).getText()))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Slider slider(FxRobot robot) {
        return robot.lookup("#arrivals-position").queryAs(Slider.class);
    }

    private static String position(FxRobot robot) {
        return words(robot).stream()
                .filter(text -> text.matches("\\d+ of \\d+"))
                .findFirst()
                .orElseThrow();
    }

    /** Stretches with machines in both drawings. */
    private static long pieces(FxRobot robot) {
        return robot.lookup(".piece").queryAll().stream()
                .filter(PlacementTrialsTest::isWork)
                .count();
    }

    private static boolean isWork(Node node) {
        return node.getStyleClass().stream().anyMatch(name -> name.startsWith("work-"));
    }
}
