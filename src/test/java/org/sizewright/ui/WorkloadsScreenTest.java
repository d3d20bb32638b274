package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.plan.Option;
import org.sizewright.plan.Workload;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.chart.CurveChart;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.workloads.WorkloadsView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class WorkloadsScreenTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    /** Work for the background, done when a test says so. */
    private final List<Runnable> background = new ArrayList<>();

    private Bench bench;
    private WorkloadsView view;

    @Start
    void start(Stage stage) {
        bench = new Bench(SamplePlans.standard(), REFERENCES);
        Executor worker = background::add;
        view = new WorkloadsView(bench, worker);
        bench.add(view);
        Scene scene = new Scene(new StackPane(view.view()), 1600, 1000);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private LlmServing model() {
        return (LlmServing) bench.plan().workloads().getFirst();
    }

    private String sentence() {
        StringBuilder text = new StringBuilder();
        for (Node flow : view.view().lookupAll("TextFlow")) {
            ((TextFlow) flow).getChildren().forEach(node -> text.append(((Text) node).getText()));
        }
        return text.toString();
    }

    /** Moves the slider of tensor parallel to that stop. */
    private static void degree(FxRobot robot, int stop) {
        Slider slider = robot.lookup("#degree").queryAs(Slider.class);
        robot.interact(() -> slider.setValue(stop));
    }

    @Test
    void anEnteredLoadIsOneStepAndChangesTheSentence(FxRobot robot) {
        assertThat(sentence()).contains("150 wanted", "3 replicas = 6 GPUs");
        TextField field = robot.lookup("#concurrency").queryAs(TextField.class);
        robot.interact(field::requestFocus)
                .interact(field::selectAll)
                .write("40")
                .type(KeyCode.ENTER);
        assertThat(model().concurrency()).isEqualTo(40);
        assertThat(bench.steps()).containsExactly("Concurrent requests of Coding assistant");
        assertThat(sentence()).contains("40 wanted", "1 replica = 2 GPUs");
        robot.interact(bench::undo);
        assertThat(field.getText()).isEqualTo("150");
    }

    @Test
    void aNewStateLeavesAloneWhatIsBeingTyped(FxRobot robot) {
        TextField field = robot.lookup("#context").queryAs(TextField.class);
        robot.clickOn(field).interact(field::selectAll).write("16");
        robot.interact(() -> view.show(bench.state()));
        assertThat(field.getText()).isEqualTo("16");
        robot.write("384").type(KeyCode.ENTER);
        assertThat(model().contextTokens()).isEqualTo(16_384);
    }

    @Test
    void theStepsOfOneDragAreTakenBackAtOnce(FxRobot robot) {
        Slider slider = robot.lookup("#context-steps").queryAs(Slider.class);
        robot.interact(() -> {
            slider.setValueChanging(true);
            slider.setValue(14);
            slider.setValue(15);
            slider.setValueChanging(false);
        });
        assertThat(model().contextTokens()).isEqualTo(32_768);
        assertThat(bench.steps()).hasSize(1);
        robot.interact(bench::undo);
        assertThat(model().contextTokens()).isEqualTo(8192);
    }

    @Test
    void tensorParallelBelongsToTheLiveOption(FxRobot robot) {
        degree(robot, 2);
        WorkloadId id = WorkloadId.of("w1");
        assertThat(bench.plan().liveOption().assignment(id).orElseThrow().tensorParallel())
                .isEqualTo(4);
        assertThat(bench.plan().options().getLast().assignment(id).orElseThrow().tensorParallel())
                .isEqualTo(1);
        degree(robot, 0);
        assertThat(sentence()).contains("One replica on 1 GPU");
    }

    @Test
    void anEnteredSettingOfTheEngineGoesBackToItsDefault(FxRobot robot) {
        TextField field = robot.lookup("#utilisation").queryAs(TextField.class);
        assertThat(field.getText()).isEqualTo("90 %");
        robot.interact(field::requestFocus)
                .interact(field::selectAll)
                .write("80")
                .type(KeyCode.ENTER);
        assertThat(model().settings().utilisationPercent()).contains(80);
        Button back = robot.lookup(node -> node instanceof Button button
                        && button.isVisible()
                        && "GPU share: go back to the automatic value".equals(button.getAccessibleText()))
                .queryButton();
        robot.interact(back::fire);
        assertThat(model().settings().utilisationPercent()).isEmpty();
        assertThat(field.getText()).isEqualTo("90 %");
    }

    @Test
    void aNewWorkloadIsCarriedByEveryOptionAndUndoTakesItAway(FxRobot robot) {
        MenuButton add = robot.lookup("#add-workload").queryAs(MenuButton.class);
        robot.interact(() -> add.getItems().getFirst().fire());
        assertThat(bench.plan().workloads()).hasSize(4);
        WorkloadId id = bench.plan().workloads().getLast().id();
        for (Option option : bench.plan().options()) {
            assertThat(option.assignment(id)).isPresent();
        }
        assertThat(bench.steps()).hasSize(1);
        assertThat(robot.lookup("#workload-name").queryAs(TextField.class).getText())
                .isEqualTo("LLM serving");
        robot.interact(bench::undo);
        assertThat(bench.plan().workloads()).hasSize(3);
    }

    @Test
    void aCopyKeepsWhatTheOptionsDoWithTheOriginal(FxRobot robot) {
        robot.clickOn("#duplicate-workload");
        Workload copy = bench.plan().workloads().getLast();
        assertThat(copy.name()).isEqualTo("Coding assistant (copy)");
        assertThat(bench.plan().liveOption().assignment(copy.id()).orElseThrow().tensorParallel())
                .isEqualTo(2);
        robot.clickOn("#remove-workload");
        assertThat(bench.plan().workloads()).hasSize(3);
        assertThat(bench.plan().liveOption().assignment(copy.id())).isEmpty();
    }

    @Test
    void aWorkloadIsRenamedInItsTitle(FxRobot robot) {
        TextField name = robot.lookup("#workload-name").queryAs(TextField.class);
        robot.clickOn(name).interact(name::selectAll).write("Chat").type(KeyCode.ENTER);
        assertThat(model().name()).isEqualTo("Chat");
    }

    @Test
    void anotherWayOfSharingForgetsTheProfile(FxRobot robot) {
        ListView<?> list = robot.lookup("#workload-list").queryAs(ListView.class);
        robot.interact(() -> list.getSelectionModel().select(1));
        assertThat(sentence()).contains("H100XM-20C", "3 GPUs");
        robot.clickOn("#sharing-MIG");
        assertThat(((Workload.GpuVms) bench.plan().workloads().get(1)).sharing())
                .isEqualTo(Workload.GpuVms.Sharing.MIG);
        assertThat(sentence()).contains("3g.40gb").doesNotContain("H100XM");
    }

    @Test
    void aFigureIsExplainedByKeyboard(FxRobot robot) {
        Node tile = robot.lookup(node -> node.getAccessibleText() != null
                        && node.getAccessibleText().startsWith("Requests that fit: 53"))
                .query();
        robot.interact(tile::requestFocus);
        robot.type(KeyCode.ENTER);
        assertThat(bench.cells()).hasSize(1);
        assertThat(bench.cells().getFirst().figure().id()).isEqualTo("requests_per_replica");
    }

    @Test
    void otherGpusAreWorkedOutInTheBackgroundAndOnlyTheLatestQuestionCounts(FxRobot robot) {
        TableView<?> table = robot.lookup("#fit-table").queryAs(TableView.class);
        assertThat(table.getItems()).isEmpty();
        degree(robot, 2);
        assertThat(background).hasSize(4);
        background.subList(0, 2).forEach(Runnable::run);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(table.getItems()).isEmpty();
        background.subList(2, 4).forEach(Runnable::run);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(table.getItems()).hasSizeGreaterThan(200);
        robot.interact(() -> table.getSelectionModel().select(1));
        assertThat(bench.explained()).hasSize(1);
    }

    private void work() {
        List.copyOf(background).forEach(Runnable::run);
        background.clear();
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aRowOfTheSameGpuCanBeTaken(FxRobot robot) {
        work();
        TableView<?> table = robot.lookup("#fit-table").queryAs(TableView.class);
        TextField find = robot.lookup("#fit-find").queryAs(TextField.class);
        robot.interact(() -> find.setText("h100 sxm"));
        int four = titles(table).indexOf("H100 SXM 80GB 4");
        robot.interact(() -> table.getSelectionModel().select(four));
        robot.interact(() -> robot.lookup("#fit-use").queryButton().fire());
        assertThat(bench.plan()
                        .liveOption()
                        .assignment(WorkloadId.of("w1"))
                        .orElseThrow()
                        .tensorParallel())
                .isEqualTo(4);
    }

    @Test
    void anotherGpuIsExplainedInsteadOfTaken(FxRobot robot) {
        work();
        TableView<?> table = robot.lookup("#fit-table").queryAs(TableView.class);
        robot.interact(() -> robot.lookup("#fit-find").queryAs(TextField.class).setText("h200 sxm"));
        robot.interact(() -> table.getSelectionModel().select(1));
        robot.interact(() -> robot.lookup("#fit-use").queryButton().fire());
        assertThat(bench.steps()).isEmpty();
        assertThat(bench.explained().getLast().sections())
                .anySatisfy(section -> assertThat(section.text()).contains("H200", "H100"));
    }

    /** First column and GPUs of a replica. */
    private static List<String> titles(TableView<?> table) {
        return IntStream.range(0, table.getItems().size())
                .mapToObj(row -> text(table, 0, row) + " " + text(table, 1, row))
                .toList();
    }

    private static String text(TableView<?> table, int column, int row) {
        return ((Cell) table.getColumns().get(column).getCellData(row)).text();
    }

    @Test
    void curvesStandAtThePlanAndExplainAnotherLoad(FxRobot robot) {
        work();
        CurveChart chart = robot.lookup("#curve-requests").queryAs(CurveChart.class);
        robot.interact(() -> chart.point(53));
        assertThat(chart.pointedAt()).contains(53.0);
        Node plot = chart.lookup(".chart");
        assertThat(plot.getAccessibleText()).contains("53");
        robot.interact(plot::requestFocus);
        robot.type(KeyCode.ENTER);
        assertThat(bench.explained().getLast().text()).contains("53");
    }

    @Test
    void allMemoryIsShownInTheUnitThatTheUserChose(FxRobot robot) {
        assertThat(bench.memoryUnit()).isEqualTo(MemoryUnit.GIB);
        Node gb = robot.lookup("#memory-unit").query().lookupAll(".toggle-button").stream()
                .filter(node -> node.getAccessibleText().endsWith(" GB"))
                .findFirst()
                .orElseThrow();
        robot.clickOn(gb);
        assertThat(bench.memoryUnit()).isEqualTo(MemoryUnit.GB);
        assertThat(robot.lookup(node -> node.getAccessibleText() != null
                                && node.getAccessibleText().startsWith("Room for the cache:"))
                        .query()
                        .getAccessibleText())
                .contains(" GB")
                .doesNotContain("GiB");
    }

    @Test
    void anEstimateSaysWhatItWasHeldAgainst(FxRobot robot) {
        Node tile = robot.lookup(node -> node.getAccessibleText() != null
                        && node.getAccessibleText().startsWith("Activations at peak"))
                .query();
        robot.interact(tile::requestFocus);
        robot.type(KeyCode.ENTER);
        assertThat(bench.explained().getLast().sections())
                .anySatisfy(section -> assertThat(section.text()).contains("31 cases", "median error 0.16 %"));
    }

    @Test
    void helpOnAFieldOpensByKeyboard(FxRobot robot) {
        TextField field = robot.lookup("#context").queryAs(TextField.class);
        robot.clickOn(field).type(KeyCode.F1);
        assertThat(robot.listWindows()).hasSizeGreaterThan(1);
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.listWindows()).hasSize(1);
    }

    @Test
    void everyControlHasAnAccessibleName(FxRobot robot) {
        List<String> nameless = new ArrayList<>();
        robot.interact(() -> collect((Parent) view.view(), nameless));
        assertThat(nameless).isEmpty();
    }

    private static void collect(Parent parent, List<String> nameless) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            boolean active = node instanceof Control control && control.isFocusTraversable() && control.isVisible();
            boolean named = node.getAccessibleText() != null
                    && !node.getAccessibleText().isBlank();
            boolean worded = node instanceof Labeled labeled
                    && labeled.getText() != null
                    && !labeled.getText().isBlank();
            if (active && !named && !worded) {
                nameless.add(node.toString());
            }
            // what controls are built of is theirs to name
            if (node instanceof Parent inner && !active) {
                collect(inner, nameless);
            }
        }
    }
}
