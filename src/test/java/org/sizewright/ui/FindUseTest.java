package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Servers are searched for from the catalog, ranked in another way, and taken into the plan. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
class FindUseTest {
    private static final String LIST = "Partners\tSystem\tNVIDIA GPU (Max)\tCPU (Max)\tValidation Type\n"
            + "HPE\tBig\tH200 NVL (8)\tCPU (2)\tQualified\n"
            + "HPE\tHalf\tH200 NVL (4)\tCPU (2)\tQualified\n"
            + "HPE\tSmall\tL4 (4)\tCPU (2)\tQualified\n";

    @TempDir
    private Path folder = Path.of("");

    private final WorkbenchFixture fixture = new WorkbenchFixture();

    @Start
    void start(Stage stage) {
        fixture.showOn(stage);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static void await(Callable<Boolean> until) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, until);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void fire(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
    }

    private void openList(FxRobot robot) throws Exception {
        Path list = Files.writeString(folder.resolve("list.txt"), LIST);
        robot.interact(() -> fixture.workbench().open(list));
        await(() -> robot.lookup("#intake-take")
                .tryQueryAs(Button.class)
                .filter(button -> !button.isDisabled())
                .isPresent());
        fire(robot, "#intake-take");
        await(() -> fixture.session().state().catalog().isPresent());
        robot.interact(() -> fixture.workbench().select("catalog"));
    }

    private static TableView<?> table(FxRobot robot, String id) {
        return robot.lookup(id).queryTableView();
    }

    private HostGroup group() {
        return fixture.session()
                .state()
                .plan()
                .liveOption()
                .clusters()
                .getFirst()
                .groups()
                .getFirst();
    }

    @Test
    void ranksAndTakesAServerIntoThePlan(FxRobot robot) throws Exception {
        openList(robot);
        fire(robot, "#catalog-find");
        await(() -> robot.lookup("#find-table").tryQuery().isPresent());
        assertThat(table(robot, "#find-table").getItems()).hasSize(2);
        assertThat(robot.lookup("#find-winner").queryLabeled().getText()).startsWith("HPE Big with H200 NVL");
        assertThat(robot.lookup("#find-decided").queryLabeled().getText()).startsWith("Decided by: Hosts: ");
        await(() -> robot.lookup("#find-flip").queryLabeled().getText().startsWith("What would put the next first"));

        robot.interact(() ->
                robot.lookup("#find-excluded-part").queryAs(ToggleButton.class).fire());
        assertThat(table(robot, "#find-excluded").getItems()).hasSize(1);
        robot.interact(() ->
                robot.lookup("#find-ranked-part").queryAs(ToggleButton.class).fire());
        robot.interact(
                () -> robot.lookup("#find-search").queryTextInputControl().setText("Half"));
        assertThat(table(robot, "#find-table").getItems()).hasSize(1);

        Button use = robot.lookup(
                        (Node node) -> node instanceof Button button && "Use in the plan".equals(button.getText()))
                .queryAs(Button.class);
        robot.interact(use::fire);
        await(() -> robot.lookup("#find").tryQuery().isEmpty());
        assertThat(group().server().value()).contains("half");
        assertThat(group().gpusPerHost()).isEqualTo(4);
        assertThat(group().count()).isInstanceOf(HostCount.Auto.class);
        robot.interact(() -> fixture.session().undo());
        assertThat(group().server().value()).doesNotContain("half");
    }

    @Test
    void isStoppedAndClosedByEscape(FxRobot robot) throws Exception {
        openList(robot);
        fire(robot, "#catalog-find");
        robot.interact(() -> {
            Button again = robot.lookup("#find-again").queryAs(Button.class);
            if (again.getText().equals("Stop")) {
                again.fire();
                assertThat(again.getText()).isEqualTo("Search again");
            }
            again.fire();
        });
        await(() -> robot.lookup("#find-table").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#find-table").query().requestFocus());
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#find").tryQuery()).isEmpty();
        assertThat(robot.lookup("#catalog-find").query().isVisible()).isTrue();
    }

    @Test
    void withoutAListItSaysSo(FxRobot robot) throws Exception {
        robot.interact(() -> fixture.workbench().select("cluster"));
        await(() -> robot.lookup("#cluster-find").tryQuery().isPresent());
        fire(robot, "#cluster-find");
        assertThat(robot.lookup("#find").tryQuery()).isEmpty();
        assertThat(robot.lookup((Node node) -> "No server list is open. Import one on the Catalog screen."
                                .equals(node.getAccessibleText()))
                        .tryQuery())
                .isPresent();
    }
}
