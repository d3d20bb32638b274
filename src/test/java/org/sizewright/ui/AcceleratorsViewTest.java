package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.library.MathFormat;
import org.sizewright.ui.accel.AcceleratorsView;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.part.Why;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class AcceleratorsViewTest {
    private static final SampleStates STATES = new SampleStates();

    private QuietWorkspace workspace;
    private AcceleratorsView view;

    @Start
    void start(Stage stage) {
        workspace = new QuietWorkspace(ignored -> {});
        view = new AcceleratorsView(workspace);
        view.show(STATES.standard());
        Scene scene = new Scene(new StackPane(view.view()), 1200, 700);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private TableView<?> table(FxRobot robot) {
        return robot.lookup("#accel-table").queryTableView();
    }

    private String count(FxRobot robot) {
        return robot.lookup("#accel-count").queryAs(Label.class).getText();
    }

    private void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(TextField.class).setText(text));
    }

    private Why told() {
        return workspace.explained.getLast();
    }

    @Test
    void wordsProfileAndFormatNarrowTheTableAndSayHowMany(FxRobot robot) {
        assertThat(count(robot)).isEqualTo("60 of 60");
        type(robot, "#accel-search", "hopper");
        type(robot, "#accel-profile", "3g.71gb");
        assertThat(table(robot).getItems()).hasSize(3);
        type(robot, "#accel-search", "");
        type(robot, "#accel-profile", "");
        ComboBox<Optional<MathFormat>> format = robot.lookup("#accel-format").queryComboBox();
        robot.interact(() -> format.setValue(Optional.of(MathFormat.FP4)));
        int found = table(robot).getItems().size();
        assertThat(found).isPositive().isLessThan(20);
        assertThat(count(robot)).isEqualTo(found + " of 60");
        robot.interact(
                () -> robot.lookup("#accel-undecided").queryAs(Button.class).fire());
        assertThat(told().title()).isEqualTo("No FP4 throughput is known");
        assertThat(told().inputs()).extracting(Why.Input::value).containsOnly("unknown");
    }

    @Test
    void aSelectedGpuIsExplainedWithItsServersAndItsUseInThePlan(FxRobot robot) {
        type(robot, "#accel-search", "h100xm");
        robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(0));
        assertThat(told().title()).isEqualTo("H100 SXM5 80GB");
        assertThat(told().sections().stream()
                        .filter(section -> section.title().equals("In the catalog"))
                        .map(Why.Section::text))
                .singleElement()
                .asString()
                .isEqualTo("No row names exactly this GPU; 21 rows leave their GPU open and may mean it.");
        assertThat(told().sections().stream()
                        .filter(section -> section.title().equals("In this plan"))
                        .map(Why.Section::text))
                .singleElement()
                .asString()
                .contains("Option A");
    }

    @Test
    void enterPutsAtMostFiveSideBySide(FxRobot robot) {
        robot.interact(() -> table(robot).requestFocus());
        for (int row = 0; row < 6; row++) {
            int chosen = row;
            robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(chosen));
            robot.type(KeyCode.ENTER);
        }
        assertThat(told().title()).isEqualTo("Five stand side by side already");
        robot.interact(
                () -> robot.lookup("#accel-side-show").queryAs(Button.class).fire());
        assertThat(robot.lookup(".accel-head").queryAll()).hasSize(6);
        Node entry = robot.lookup(".accel-entry").nth(0).query();
        robot.interact(entry::requestFocus);
        robot.type(KeyCode.ENTER);
        assertThat(told().title()).startsWith("Memory of ");
    }

    @Test
    void chartsExplainAnUnknownAsUnknown(FxRobot robot) {
        robot.interact(() -> view.withCharts(List.of()));
        ListView<?> bars = robot.lookup("#accel-chart").queryListView();
        robot.interact(() -> robot.lookup("#accel-chart-kinds .toggle-button").<ToggleButton>queryAll().stream()
                .filter(button -> button.getText().equals("Throughput"))
                .findFirst()
                .orElseThrow()
                .fire());
        robot.interact(() -> bars.getSelectionModel().selectLast());
        assertThat(told().value()).isEqualTo("unknown");
        assertThat(told().title()).contains(" of ");
    }

    @Test
    void instancesArePlacedTakenOutAndRefusedWithAReason(FxRobot robot) {
        robot.interact(() -> view.withPartitioning("a100-sxm-40"));
        press(robot, "scale-3g.20gb-4");
        assertThat(told().value()).isEqualTo("4 of 8 slices");
        press(robot, "scale-7g.40gb-0");
        assertThat(told().text()).isEqualTo("7g.40gb cannot start at 0: 3g.20gb at 4 to 8 lies in the way.");
        press(robot, "scale-1g.5gb-0");
        assertThat(told().inputs()).hasSize(2);
        press(robot, "scale-3g.20gb-4");
        assertThat(told().value()).isEqualTo("1 of 8 slices");
        ListView<?> geometries = robot.lookup("#accel-geometries").queryListView();
        robot.interact(() -> geometries.getSelectionModel().selectFirst());
        assertThat(told().value()).isEqualTo("8 of 8 slices");
        assertThat(told().inputs()).hasSize(1);
    }

    /** NVIDIA's tables for 48 GB: a second 16C only at 32, so between two of them 16 GB stay open for smaller ones. */
    @Test
    void mixedSizesKeepToThePlacementIds(FxRobot robot) {
        robot.interact(() -> view.withPartitioning("l40s"));
        press(robot, "scale-L40S-16C-0");
        press(robot, "scale-L40S-16C-32");
        assertThat(told().value()).isEqualTo("32 of 48 GB");
        press(robot, "scale-L40S-48C-0");
        assertThat(told().text()).contains("L40S-16C at 0 to 16 lies in the way");
    }

    @Test
    void startsFollowEachOtherFromLeftToRightLineByLine(FxRobot robot) {
        robot.interact(() -> view.withPartitioning("a100-sxm-40"));
        List<Node> stops = robot.lookup(".accel-start").queryAll().stream().toList();
        assertThat(stops).hasSizeGreaterThan(10);
        for (int i = 1; i < stops.size(); i++) {
            Node before = stops.get(i - 1);
            Node after = stops.get(i);
            assertThat(after.isFocusTraversable()).isTrue();
            boolean sameLine = Math.abs(after.getLayoutY() - before.getLayoutY()) < 1;
            assertThat(sameLine ? after.getLayoutX() > before.getLayoutX() : after.getLayoutY() > before.getLayoutY())
                    .as(before.getId() + " then " + after.getId())
                    .isTrue();
        }
    }

    @Test
    void theLegendNamesEveryLetter(FxRobot robot) {
        assertThat(robot.lookup("#accel-legend .badge").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList())
                .containsExactly("S", "I", "R", "\u2260", "T", "own");
    }

    @Test
    void whatIsOnlyDetailIsInTheWhyPane(FxRobot robot) {
        type(robot, "#accel-search", "L40S");
        robot.interact(() -> table(robot).getSelectionModel().select(0));
        Why details = told().inputs().stream()
                .filter(input -> input.name().equals("Video, supply and identity"))
                .findFirst()
                .flatMap(Why.Input::why)
                .orElseThrow()
                .get();
        assertThat(details.inputs())
                .extracting(Why.Input::name)
                .contains("Power connector", "Video encoders (NVENC)", "Year of release", "PCI ids");
        assertThat(details.inputs())
                .filteredOn(input -> input.name().equals("PCI ids"))
                .singleElement()
                .satisfies(input -> assertThat(input.value()).startsWith("10de:"));
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(".accel-start").queryAll().stream()
                .filter(node -> id.equals(node.getId()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError(id))
                .fire());
    }
}
