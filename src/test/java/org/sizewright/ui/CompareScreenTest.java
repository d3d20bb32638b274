package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.plan.OptionId;
import org.sizewright.ui.compare.CompareView;
import org.sizewright.ui.look.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class CompareScreenTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private Bench bench;

    @Start
    void start(Stage stage) {
        bench = new Bench(SamplePlans.standard(), REFERENCES);
        CompareView view = new CompareView(bench, Runnable::run);
        bench.add(view);
        Scene scene = new Scene(new StackPane(view.view()), 1200, 1000);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static String spoken(FxRobot robot, String id) {
        return robot.lookup("#" + id).query().getAccessibleText();
    }

    @Test
    void aFigureOfTheLiveOptionIsExplainedByTheWindowAndAnyOtherFromItsOwnFigures(FxRobot robot) {
        robot.clickOn("#entry-hosts-a");
        assertThat(bench.cells()).hasSize(1);
        robot.clickOn("#entry-hosts-b");
        assertThat(bench.cells()).hasSize(1);
        assertThat(bench.explained()).hasSize(2);
        assertThat(bench.explained().getLast().value()).isEqualTo("3");
        assertThat(bench.explained().getLast().text()).contains("option B");
        assertThat(bench.explained().getLast().sections())
                .anySatisfy(section -> assertThat(section.title()).isEqualTo("Proof"));
    }

    @Test
    void entriesAreReachedByKeyboard(FxRobot robot) {
        Node entry = robot.lookup("#entry-power-b").query();
        robot.interact(entry::requestFocus);
        robot.type(KeyCode.ENTER);
        assertThat(bench.explained()).hasSize(1);
        assertThat(bench.explained().getFirst().title()).contains("Power");
    }

    @Test
    void theBetterOptionOfALineIsMarked(FxRobot robot) {
        assertThat(spoken(robot, "entry-hosts-b")).contains("3").contains("Best");
        assertThat(spoken(robot, "entry-hosts-a")).contains("4").doesNotContain("Best");
        assertThat(spoken(robot, "entry-gpus-b")).doesNotContain("Best");
    }

    @Test
    void linesWithoutADifferenceShowOnlyWhenAskedFor(FxRobot robot) {
        Set<Node> before = robot.lookup("#entry-gpusPerHost-a").queryAll();
        assertThat(before).isEmpty();
        robot.clickOn("#only-differences");
        assertThat(robot.lookup("#entry-gpusPerHost-a").queryAll()).hasSize(1);
    }

    @Test
    void anotherOptionIsShownAndDuplicatedInOneStepEach(FxRobot robot) {
        robot.clickOn("#show-option-b");
        assertThat(bench.plan().live()).isEqualTo(OptionId.of("b"));
        robot.clickOn("#duplicate-option-b");
        assertThat(bench.plan().options()).hasSize(3);
        assertThat(bench.plan().options().getLast().id()).isEqualTo(OptionId.of("c"));
        assertThat(bench.plan().options().getLast().name()).isEqualTo("H200 NVL (copy)");
        assertThat(bench.plan().options().getLast().clusters())
                .isEqualTo(bench.plan().options().get(1).clusters());
        assertThat(bench.steps()).containsExactly("Show option B", "Duplicate option B");
        assertThat(spoken(robot, "entry-hosts-c")).contains("3");
    }
}
