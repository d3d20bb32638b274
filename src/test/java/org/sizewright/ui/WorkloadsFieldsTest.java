package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.Figure;
import org.sizewright.figure.RowKey;
import org.sizewright.library.ModelId;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.Traffic;
import org.sizewright.plan.Traffic.RequestKind;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.OptionResult;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.workloads.WorkloadsView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class WorkloadsFieldsTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private final List<Runnable> background = new ArrayList<>();
    private Bench bench;
    private WorkloadsView view;

    @Start
    void start(Stage stage) {
        bench = new Bench(SamplePlans.standard(), REFERENCES);
        view = new WorkloadsView(bench, background::add);
        bench.add(view);
        Scene scene = new Scene(new StackPane(view.view()), 1600, 1000);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private LlmServing model() {
        return (LlmServing) bench.plan().workloads().getFirst();
    }

    private Traffic load() {
        return model().traffic().orElseThrow();
    }

    private Assignment assignment() {
        return bench.plan().liveOption().assignment(WorkloadId.of("w1")).orElseThrow();
    }

    private static void preset(FxRobot robot, String id) {
        MenuButton presets = robot.lookup("#load-presets").queryAs(MenuButton.class);
        MenuItem item = presets.getItems().stream()
                .filter(each -> ("preset-" + id).equals(each.getId()))
                .findFirst()
                .orElseThrow();
        robot.interact(item::fire);
    }

    /** Presses a button, also one that has to be scrolled to. */
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

    private void readInTheBackground() {
        // the latest thing to do is the file
        background.removeLast().run();
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.lookupAll(".label")
                .forEach(label -> words.append(((Label) label).getText()).append('\n'));
        return words.toString();
    }

    @Test
    void aPresetMakesTheLoadAndEveryStageShowsItsResult(FxRobot robot) {
        preset(robot, "chat");
        assertThat(bench.steps()).containsExactly("Load as in Chat of Coding assistant");
        assertThat(load().users()).isEqualTo(100);
        enter(robot, "#load-users-number", "3600");
        enter(robot, "#load-active-number", "50");
        enter(robot, "#load-per-hour-number", "20");
        enter(robot, "#load-first-token-number", "2");
        enter(robot, "#load-per-token-number", "20");
        // 3600 users x 50 % x 20 an hour = 10 a second; 2 s + 400 tokens x 20 ms = 10 s; Little: 100 in work
        assertThat(robot.lookup(tile("Active users: 1,800")).tryQuery()).isPresent();
        assertThat(robot.lookup(tile("Requests per second: 10")).tryQuery()).isPresent();
        assertThat(robot.lookup(tile("A request stays: 10")).tryQuery()).isPresent();
        Node inWork = robot.lookup(tile("Requests in work: 100")).query();
        robot.interact(inWork::requestFocus);
        robot.type(KeyCode.ENTER);
        assertThat(bench.cells().getLast().figure().id()).isEqualTo("requests_in_work");
    }

    private static Predicate<Node> tile(String words) {
        return node ->
                node.getAccessibleText() != null && node.getAccessibleText().startsWith(words);
    }

    @Test
    void sharesOfTheKindsStayAHundredPercent(FxRobot robot) {
        preset(robot, "coding-agent");
        enter(robot, "#kind-share-0", "40");
        assertThat(load().kinds()).extracting(RequestKind::sharePercent).containsExactly(40.0, 60.0);
        press(robot, "#add-kind");
        assertThat(load().kinds()).hasSize(3);
        assertThat(load().kinds().stream()
                        .mapToDouble(RequestKind::sharePercent)
                        .sum())
                .isBetween(99.9, 100.1);
        press(robot, "#kind-remove-2");
        assertThat(load().kinds()).extracting(RequestKind::sharePercent).containsExactly(40.0, 60.0);
        enter(robot, "#kind-output-1", "900");
        assertThat(load().kinds().getLast().outputTokens()).isEqualTo(900);
    }

    @Test
    void goingBackToTypedRequestsKeepsWhatTheLoadCameTo(FxRobot robot) {
        preset(robot, "chat");
        OptionResult live = bench.state().live().orElseThrow();
        Figure figure = live.sizing().demand.llm.traffic.requestsInWork;
        RowKey row = figure.rows().keys().getFirst();
        double inWork = live.figures().value(figure, row).asNumber().orElseThrow();
        Traffic before = load();
        press(robot, "#load-typed");
        assertThat(model().traffic()).isEmpty();
        assertThat((double) model().concurrency()).isEqualTo(inWork);
        press(robot, "#load-people");
        assertThat(model().traffic()).contains(before);
    }

    @Test
    void aDragIsOneStepOfTheHistory(FxRobot robot) {
        preset(robot, "chat");
        int steps = bench.steps().size();
        drag(robot, "#load-users", 30, 40, 50);
        assertThat(load().users()).isGreaterThan(30);
        assertThat(bench.steps()).hasSize(steps + 1);
        drag(robot, "#pipeline", 1, 3);
        assertThat(assignment().pipelineParallel()).isEqualTo(4);
        drag(robot, "#precision", 0, 1, 2);
        assertThat(bench.steps()).hasSize(steps + 3);
        robot.interact(bench::undo);
        assertThat(model().weights().value()).isEqualTo("fp8");
        robot.interact(bench::undo);
        assertThat(assignment().pipelineParallel()).isEqualTo(1);
        assertThat(assignment().tensorParallel()).isEqualTo(2);
    }

    /** Presses, moves and releases without leaving the slider. */
    private static void drag(FxRobot robot, String id, int... stops) {
        Slider slider = robot.lookup(id).queryAs(Slider.class);
        robot.interact(() -> {
            Event.fireEvent(slider, mouse(MouseEvent.MOUSE_PRESSED));
            for (int stop : stops) {
                slider.setValue(stop);
            }
            Event.fireEvent(slider, mouse(MouseEvent.MOUSE_RELEASED));
        });
    }

    private static MouseEvent mouse(EventType<MouseEvent> type) {
        return new MouseEvent(
                type,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                null);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aModelOnASliceIsNotSplit(FxRobot robot) {
        ComboBox<Object> slices = (ComboBox<Object>) robot.lookup("#slice").queryAs(ComboBox.class);
        Object slice = slices.getItems().stream()
                .filter(each -> slices.getConverter().toString(each).startsWith("MIG 7g.80gb "))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> slices.setValue(slice));
        assertThat(assignment().profile()).contains("7g.80gb");
        assertThat(assignment().gpus()).isEqualTo(1);
        assertThat(bench.steps()).hasSize(1);
        assertThat(robot.lookup("#degree").query().isDisabled()).isTrue();
        robot.interact(() -> slices.setValue(slices.getItems().getFirst()));
        assertThat(assignment().profile()).isEmpty();
    }

    @Test
    void whatTheLogSaysGoesBeforeTheEstimateUntilItIsCleared(FxRobot robot) {
        enter(robot, "#pool", "31.5");
        assertThat(model().settings().measuredPoolGib()).contains(31.5);
        enter(robot, "#block", "32");
        assertThat(model().settings().blockTokens()).contains(32);
        TextField pool = robot.lookup("#pool").queryAs(TextField.class);
        robot.interact(pool::requestFocus);
        robot.interact(pool::clear);
        robot.type(KeyCode.ENTER);
        assertThat(model().settings().measuredPoolGib()).isEmpty();
    }

    @Test
    void aDroppedConfigurationIsKeptAndChosenAndItsIndexCompared(FxRobot robot, @TempDir Path folder)
            throws IOException {
        Path config = ModelFolder.llama(folder);
        robot.interact(() -> view.takeFiles(List.of(config)));
        readInTheBackground();
        assertThat(model().model()).isEqualTo(ModelId.of("new-llama-8b"));
        assertThat(bench.state().library().model(ModelId.of("new-llama-8b"))).isPresent();
        Node report = robot.lookup("#model-report").query();
        assertThat(words(report))
                .contains(
                        "Model new-llama-8b",
                        "8.03 billion parameters in 32 layers",
                        "family llama",
                        "Believe the index",
                        "+1\u00a0%");
        press(robot, "#close-report");
        assertThat(report.isVisible()).isFalse();
    }

    @Test
    void withoutWorkloadsAFileStillAnswersAndAddsItsModel(FxRobot robot, @TempDir Path folder) throws IOException {
        robot.interact(() -> bench.edit(PlanEdit.of(
                "Remove all",
                plan -> plan.withoutWorkload(WorkloadId.of("w1"))
                        .withoutWorkload(WorkloadId.of("w2"))
                        .withoutWorkload(WorkloadId.of("w3")))));
        Path unknown = ModelFolder.unknown(folder);
        robot.interact(() -> view.takeFiles(List.of(unknown)));
        readInTheBackground();
        assertThat(words(robot.lookup("#model-report").query())).contains("novel-7b was not taken");
        Path known = ModelFolder.llama(folder);
        robot.interact(() -> view.takeFiles(List.of(known)));
        readInTheBackground();
        assertThat(model().model()).isEqualTo(ModelId.of("new-llama-8b"));
        assertThat(model().name()).isEqualTo("new-llama-8b");
    }

    @Test
    void anUnknownFamilyAsksForItsTotals(FxRobot robot, @TempDir Path folder) throws IOException {
        Path config = ModelFolder.unknown(folder);
        robot.interact(() -> view.takeFiles(List.of(config)));
        readInTheBackground();
        Node report = robot.lookup("#model-report").query();
        assertThat(words(report)).contains("novel-7b was not taken", "novel_family");
        assertThat(robot.lookup("#totals-layers").queryAs(TextField.class).getText())
                .isEqualTo("32");
        press(robot, "#keep-totals");
        assertThat(words(report)).contains("Parameters is missing");
        enter(robot, "#totals-parameters", "0.5");
        press(robot, "#keep-totals");
        assertThat(words(report)).contains("contradict each other");
        enter(robot, "#totals-parameters", "7.24");
        press(robot, "#keep-totals");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(model().model()).isEqualTo(ModelId.of("novel-7b"));
        assertThat(bench.state()
                        .library()
                        .model(ModelId.of("novel-7b"))
                        .orElseThrow()
                        .totals()
                        .orElseThrow()
                        .parameters())
                .isEqualTo(7_240_000_000L);
    }

    @Test
    void theWizardAsksFourQuestionsAboutTheSameModel(FxRobot robot) {
        press(robot, "#open-wizard");
        Node wizard = robot.lookup("#wizard").query();
        press(robot, "#wizard-next");
        TextField requests = (TextField) wizard.lookup("#concurrency");
        robot.interact(requests::requestFocus);
        robot.interact(requests::selectAll);
        robot.write("40").type(KeyCode.ENTER);
        assertThat(model().concurrency()).isEqualTo(40);
        assertThat(sentence(wizard)).contains("40 wanted");
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        assertThat(wizard.lookup("#context")).isNotNull();
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        Slider degree = (Slider) wizard.lookup("#degree");
        robot.interact(() -> degree.setValue(2));
        assertThat(assignment().tensorParallel()).isEqualTo(4);
        press(robot, "#wizard-back");
        assertThat(wizard.lookup("#context")).isNotNull();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#wizard").tryQuery()).isEqualTo(Optional.empty());
    }

    private static String sentence(Node node) {
        StringBuilder text = new StringBuilder();
        node.lookupAll("TextFlow")
                .forEach(flow -> ((TextFlow) flow).getChildren().forEach(each -> text.append(((Text) each).getText())));
        return text.toString();
    }
}
