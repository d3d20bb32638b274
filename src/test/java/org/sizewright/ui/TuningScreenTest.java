package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.FineTunings;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.Figure;
import org.sizewright.library.TrainingObjective;
import org.sizewright.library.TrainingStack.Checkpointing;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.Plan;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingLayout.Sharding;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.workloads.WorkloadsView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Fine-tuning on the screen of workloads: added, changed in every group, explained, and made to fit. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class TuningScreenTest {
    private static final SampleReferences REFERENCES = new SampleReferences();
    private static final WorkloadId ID = WorkloadId.of("w3");

    private final List<Runnable> background = new ArrayList<>();
    private Bench bench;
    private WorkloadsView view;

    @Start
    void start(Stage stage) {
        Plan plan = SamplePlans.standard()
                .withWorkload(FineTunings.full().withId(ID))
                .withoutWorkload(WorkloadId.of("w1"))
                .withoutWorkload(WorkloadId.of("w2"));
        bench = new Bench(plan, REFERENCES);
        view = new WorkloadsView(bench, background::add);
        bench.add(view);
        Scene scene = new Scene(new StackPane(view.view()), 1600, 1000);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private FineTuning tuning() {
        return (FineTuning) bench.plan().workload(ID).orElseThrow();
    }

    private TrainingLayout layout() {
        return bench.plan().liveOption().assignment(ID).orElseThrow().training();
    }

    private static void press(FxRobot robot, String button) {
        ButtonBase found = robot.lookup(button).queryAs(ButtonBase.class);
        robot.interact(found::fire);
    }

    private static void enter(FxRobot robot, String field, String text) {
        TextField found = robot.lookup(field).queryAs(TextField.class);
        robot.interact(found::requestFocus);
        robot.interact(found::selectAll);
        robot.write(text).type(KeyCode.ENTER);
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.lookupAll(".label")
                .forEach(label -> words.append(((Label) label).getText()).append('\n'));
        return words.toString();
    }

    private void workInTheBackground() {
        List<Runnable> all = List.copyOf(background);
        background.clear();
        all.forEach(Runnable::run);
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void everyWayToBeginAddsARunThatTheOptionsCarry(FxRobot robot) throws IOException {
        MenuButton add = robot.lookup("#add-workload").queryAs(MenuButton.class);
        for (String id : List.of("add-lora", "add-qlora", "add-full", "add-aligned")) {
            MenuItem item = add.getItems().stream()
                    .filter(each -> id.equals(each.getId()))
                    .findFirst()
                    .orElseThrow();
            robot.interact(item::fire);
        }
        assertThat(bench.plan().workloads()).hasSize(5).allMatch(FineTuning.class::isInstance);
        assertThat(bench.plan().options())
                .allSatisfy(option -> assertThat(option.assignments()).hasSize(5));
        assertThat(((FineTuning) bench.plan().workloads().getLast()).goal().objective())
                .isEqualTo("dpo");
    }

    @Test
    void fieldsOfEveryGroupChangeThePlan(FxRobot robot) {
        enter(robot, "#tuningSequence", "8192");
        enter(robot, "#tuningBatch", "2");
        enter(robot, "#tuningSteps", "16");
        enter(robot, "#tuningLength", "85");
        assertThat(tuning().batch().sequence()).isEqualTo(8192);
        assertThat(tuning().batch().microBatch()).isEqualTo(2);
        assertThat(tuning().batch().microBatches()).isEqualTo(16);
        assertThat(tuning().batch().lengthShare()).isEqualTo(0.85);
        press(robot, "#tuningCheckpointing-SELECTIVE");
        assertThat(tuning().software().checkpointing()).isEqualTo(Checkpointing.SELECTIVE);
        press(robot, "#tuningFloat8-true");
        assertThat(tuning().software().float8()).isTrue();
        press(robot, "#tuningSharding-ZERO_3");
        Slider data = robot.lookup("#tuningData").queryAs(Slider.class);
        robot.interact(data::requestFocus);
        robot.interact(() -> data.setValue(3));
        assertThat(layout().sharding()).isEqualTo(Sharding.ZERO_3);
        assertThat(layout().data()).isEqualTo(8);
        assertThat(bench.steps()).anyMatch(step -> step.contains("Longest sequence"));
    }

    @Test
    void aWrongEntrySaysWhatIsTaken(FxRobot robot) {
        enter(robot, "#tuningBatch", "0");
        assertThat(tuning().batch().microBatch()).isEqualTo(1);
        assertThat(words(view.view())).contains("Enter a number from 1 to 100,000.");
    }

    @Test
    void theObjectiveDecidesWhatElseIsAsked(FxRobot robot) {
        assertThat(robot.lookup("#tuningReward").query().getParent().isVisible())
                .isFalse();
        ComboBox<TrainingObjective> objective = robot.lookup("#tuningObjective").query();
        TrainingObjective ppo = objective.getItems().stream()
                .filter(each -> each.id().equals("ppo"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> objective.setValue(ppo));
        assertThat(tuning().goal().objective()).isEqualTo("ppo");
        enter(robot, "#tuningReward", "7");
        assertThat(tuning().goal().reward()).isEqualTo(Optional.of(7e9));
        assertThat(words(view.view())).contains("While learning", "While judging answers", "While generating answers");
        assertThat(words(view.view())).contains("Learning takes", "Writing answers takes", "Judging them takes");
    }

    @Test
    void aTileOpensItsExplanation(FxRobot robot) {
        Node peak = robot.lookup((Node node) -> node.getAccessibleText() != null
                        && node.getAccessibleText().startsWith("Peak on a GPU: "))
                .query();
        robot.interact(peak::requestFocus);
        robot.type(KeyCode.ENTER);
        Figure figure = bench.cells().getLast().figure();
        assertThat(figure.id()).isEqualTo("train_peak");
    }

    @Test
    void aRunThatDoesNotFitIsMadeToFitByOneButton(FxRobot robot) {
        assertThat(words(view.view())).contains("Does not fit");
        workInTheBackground();
        press(robot, "#change-MORE_GPUS");
        assertThat(layout().sharding()).isEqualTo(Sharding.ZERO_3);
        assertThat(layout().gpus()).isGreaterThan(1);
        assertThat(words(view.view())).doesNotContain("Does not fit");
        assertThat(bench.steps()).hasSize(1);
    }

    @Test
    void whatAChangeLeavesOpensItsCalculation(FxRobot robot) {
        workInTheBackground();
        ButtonBase amount = robot.lookup("#why-MORE_GPUS").queryAs(ButtonBase.class);
        robot.interact(amount::requestFocus);
        robot.type(KeyCode.SPACE);
        Why why = bench.explained().getLast();
        assertThat(why.title()).contains("Left");
        assertThat(amount.getText()).contains(why.value());
        assertThat(why.inputs()).isNotEmpty();
        assertThat(why.text()).contains("Shard the run over");
        assertThat(layout().gpus()).isEqualTo(1);
        robot.interact(
                () -> why.sections().getLast().step().orElseThrow().action().run());
        assertThat(layout().gpus()).isGreaterThan(1);
    }

    private static void find(FxRobot robot, String typed) {
        TextField find = robot.lookup("#fit-find").queryAs(TextField.class);
        robot.interact(() -> find.setText(typed));
    }

    private TableView<?> table(FxRobot robot) {
        return robot.lookup("#tuning-fit #fit-table").queryAs(TableView.class);
    }

    private static List<String> line(TableView<?> table, int row) {
        return table.getVisibleLeafColumns().stream()
                .map(column -> ((Cell) column.getCellData(row)).text())
                .toList();
    }

    @Test
    void theTableShowsWhereTheRunFitsAndOnHowManyGpus(FxRobot robot) {
        workInTheBackground();
        TableView<?> table = table(robot);
        assertThat(table.getItems()).hasSizeGreaterThan(60);
        // 8 billion parameters at 16 bytes are 120 GiB: more than an H100 has, less than a B300
        assertThat(line(table, 0).get(1)).startsWith("\u2212");
        assertThat(line(table, 0).get(2)).isEqualTo("2");
        find(robot, "b300");
        List<String> large = line(table, 1);
        assertThat(large.get(0)).startsWith("B300");
        assertThat(large.get(1)).doesNotStartWith("\u2212");
        assertThat(large.get(2)).isEqualTo("1");
        assertThat(large.get(3)).contains("\u2013");
        assertThat(large).contains("Fits");
    }

    @Test
    void aLineExplainsItselfAndIsTakenOver(FxRobot robot) {
        workInTheBackground();
        TableView<?> table = table(robot);
        robot.interact(() -> table.getSelectionModel().clearAndSelect(0));
        Why why = bench.explained().getLast();
        assertThat(why.title()).contains("Left");
        assertThat(why.text()).contains("2 GPUs", "ZeRO 3");
        assertThat(why.sections()).anyMatch(section -> section.title().equals("Cheapest change"));
        robot.interact(
                () -> why.sections().getLast().step().orElseThrow().action().run());
        assertThat(layout()).isEqualTo(TrainingLayout.data(2, Sharding.ZERO_3));
        find(robot, "b300");
        robot.interact(() -> table.getSelectionModel().clearAndSelect(1));
        press(robot, "#tuning-fit #fit-use");
        assertThat(bench.explained().getLast().sections().getLast().text()).contains("change the GPU of the cluster");
        assertThat(layout().gpus()).isEqualTo(2);
    }

    @Test
    void ofASliceNobodyKnowsTheHours(FxRobot robot) {
        MenuButton add = robot.lookup("#add-workload").queryAs(MenuButton.class);
        MenuItem item = add.getItems().stream()
                .filter(each -> "add-qlora".equals(each.getId()))
                .findFirst()
                .orElseThrow();
        robot.interact(item::fire);
        workInTheBackground();
        find(robot, "h100 sxm 3g.40gb");
        TableView<?> table = table(robot);
        List<String> slice = line(table, table.getItems().size() - 1);
        assertThat(slice.get(0)).contains("3g.40gb");
        assertThat(slice.get(1)).doesNotStartWith("\u2212");
        assertThat(slice.get(2)).isEqualTo("1");
        assertThat(slice.get(3)).isEqualTo("\u2014");
    }

    @Test
    void theWizardLeadsFromTheModelToTheGpus(FxRobot robot) {
        press(robot, "#open-wizard");
        Node wizard = robot.lookup("#wizard").query();
        assertThat(wizard.lookup("#tuningObjective")).isNotNull();
        press(robot, "#wizard-next");
        assertThat(wizard.lookup("#tuningNames")).isNotNull();
        assertThat(wizard.lookup("#tuningObjective")).isNull();
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        enter(robot, "#tuningSequence", "8192");
        assertThat(tuning().batch().sequence()).isEqualTo(8192);
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        Slider data = (Slider) wizard.lookup("#tuningData");
        robot.interact(() -> data.setValue(1));
        assertThat(layout().data()).isEqualTo(2);
        assertThat(bench.steps()).hasSize(2);
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#wizard").tryQuery()).isEqualTo(Optional.empty());
    }

    @Test
    void anotherMethodTakesItsUsualOptimiser(FxRobot robot) {
        MenuButton add = robot.lookup("#add-workload").queryAs(MenuButton.class);
        MenuItem item = add.getItems().stream()
                .filter(each -> "add-lora".equals(each.getId()))
                .findFirst()
                .orElseThrow();
        robot.interact(item::fire);
        FineTuning lora = (FineTuning) bench.plan().workloads().getLast();
        enter(robot, "#tuningNames", "q_proj, v_proj");
        enter(robot, "#tuningRank", "32");
        FineTuning changed = (FineTuning) bench.plan().workload(lora.id()).orElseThrow();
        assertThat(changed.method().targets()).containsExactly("q_proj", "v_proj");
        assertThat(changed.method().rank()).contains(32);
        assertThat(words(view.view())).contains("13.63 million");
    }
}
