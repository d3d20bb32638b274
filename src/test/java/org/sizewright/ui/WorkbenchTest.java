package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window as the program puts it together: an edit shows its effect, files come and go, what is refused changes nothing. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
class WorkbenchTest {
    @TempDir
    private Path folder = Path.of("");

    private WorkbenchFixture fixture = none();

    @SuppressWarnings("NullAway") // set before each test by TestFX
    private static WorkbenchFixture none() {
        return null;
    }

    @Start
    void start(Stage stage) {
        fixture = new WorkbenchFixture();
        Scene scene = new Scene(fixture.workbench().root(), 1280, 720);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(fixture::close);
    }

    private void calculated() throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> !fixture.session().state().calculating());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String words(FxRobot robot, String id) {
        StringBuilder words = new StringBuilder();
        collect(robot.lookup(id).query(), words);
        return words.toString();
    }

    private static void collect(Node node, StringBuilder words) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            words.append(labeled.getText()).append(' ');
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }

    private void edit(FxRobot robot, int tokens) {
        robot.interact(() -> fixture.workbench().edit(PlanEdit.of("Change context", plan -> {
            LlmServing llm = (LlmServing) plan.workload(WorkloadId.of("w1")).orElseThrow();
            return plan.withWorkload(llm.withContextTokens(tokens));
        })));
    }

    @Test
    void editShowsItsEffectInTheStatusLineAndUndoTakesItBack(FxRobot robot) throws TimeoutException {
        calculated();
        assertThat(words(robot, "#status-vms")).contains("23 of 23");
        edit(robot, 32_768);
        calculated();
        assertThat(words(robot, "#status-vms")).doesNotContain("23 of 23");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        calculated();
        assertThat(words(robot, "#status-vms")).contains("23 of 23");
        assertThat(fixture.session().state().saved()).isTrue();
    }

    @Test
    void everyScreenOpensByKeyboard(FxRobot robot) throws TimeoutException {
        calculated();
        KeyCode[] digits = {
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9
        };
        String[] ids = {
            "catalog", "accelerators", "workloads", "cluster", "platform", "placement", "checks", "compare", "sheet"
        };
        for (int i = 0; i < digits.length; i++) {
            robot.push(KeyCode.CONTROL, digits[i]);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(robot.lookup("#rail-" + ids[i])
                            .query()
                            .getPseudoClassStates()
                            .toString())
                    .contains("selected");
        }
    }

    @Test
    void figureOfTheStatusLineIsExplained(FxRobot robot) throws TimeoutException {
        calculated();
        robot.clickOn("#status-power");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".why").lookup("42.4 kW").tryQuery()).isPresent();
    }

    @Test
    void brokenFileIsRefusedAndChangesNothing(FxRobot robot) throws IOException, TimeoutException {
        calculated();
        Path broken = folder.resolve("broken.json");
        Files.writeString(broken, "{ not a plan");
        var before = fixture.session().state().plan();
        robot.interact(() -> fixture.workbench().open(broken));
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> robot.lookup(".notices .refused").tryQuery().isPresent());
        assertThat(fixture.session().state().plan()).isSameAs(before);
    }

    @Test
    void buildSheetIsWrittenInTheBackground(FxRobot robot) throws TimeoutException {
        calculated();
        Path target = folder.resolve("sheet.xlsx");
        fixture.choose(target);
        robot.clickOn("#export");
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> Files.exists(target) && Files.size(target) > 10_000);
        assertThat(target).isRegularFile();
    }

    @Test
    void savedPlanIsTheSamePlan(FxRobot robot) throws TimeoutException {
        calculated();
        edit(robot, 4096);
        Path target = folder.resolve("plan.json");
        fixture.choose(target);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> fixture.session().state().saved());
        assertThat(target).isRegularFile();
        assertThat(fixture.session().state().file()).contains(target);
    }
}
