package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sizewright.catalog.SystemClass;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Another export is set against the open list, from the catalog and while it is imported. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
class DifferenceUseTest {
    private static final String HEADER = "Partners\tSystem\tNVIDIA GPU (Max)\tCPU (Max)\tValidation Type\n";
    private static final String OLD =
            HEADER + "HPE\tX1\tL4 (1)\tCPU (1)\tQualified\nHPE\tX2\tL40S (2)\tCPU (1)\tQualified\n";
    private static final String NEW =
            HEADER + "HPE\tX1\tL4 (3)\tCPU (1)\tQualified\nHPE\tX3\tL40S (2)\tCPU (1)\tQualified\n";

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
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, until);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Path list(String name, String text, String day) throws java.io.IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(day + "T12:00:00Z")));
        return file;
    }

    private void takeOver(FxRobot robot, Path file) throws TimeoutException {
        robot.interact(() -> fixture.workbench().open(file));
        await(() -> isReady(robot));
        fire(robot, "#intake-take");
        await(() -> fixture.session().state().catalog().isPresent());
    }

    private static boolean isReady(FxRobot robot) {
        return robot.lookup("#intake-take")
                .tryQueryAs(Button.class)
                .filter(button -> !button.isDisabled())
                .isPresent();
    }

    private static void fire(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
    }

    private static int rows(FxRobot robot) {
        return robot.lookup("#difference-table").queryTableView().getItems().size();
    }

    @Test
    void setsAnotherExportAgainstTheOpenList(FxRobot robot) throws Exception {
        takeOver(robot, list("new.txt", NEW, "2026-11-02"));
        fixture.choose(list("old.txt", OLD, "2026-05-02"));
        robot.interact(() -> fixture.workbench().select("catalog"));
        fire(robot, "#catalog-difference");
        await(() -> robot.lookup("#difference").tryQuery().isPresent());
        // the open list is the newer one by its date
        assertThat(robot.lookup("#difference-all").queryLabeled().getText()).isEqualTo("All 3");
        assertThat(robot.lookup("#difference-added").queryLabeled().getText()).isEqualTo("1 added");
        robot.interact(() ->
                robot.lookup("#difference-changed").queryAs(ToggleButton.class).fire());
        assertThat(rows(robot)).isEqualTo(1);
        assertThat(robot.lookup("#difference-plans").queryListView().getItems()).hasSize(1);

        robot.interact(() ->
                robot.lookup("#difference-removed").queryAs(ToggleButton.class).fire());
        String before =
                robot.lookup("#difference-table").queryTableView().getItems().toString();
        fire(robot, "#difference-swap");
        await(() -> !robot.lookup("#difference-table")
                .queryTableView()
                .getItems()
                .toString()
                .equals(before));
        assertThat(rows(robot)).isEqualTo(1);
        robot.interact(
                () -> robot.lookup("#difference-search").queryTextInputControl().setText("x2"));
        assertThat(rows(robot)).isZero();

        robot.interact(() -> robot.lookup("#difference-table").query().requestFocus());
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#difference").tryQuery()).isEmpty();
        assertThat(robot.lookup("#catalog-difference").query().isVisible()).isTrue();
    }

    @Test
    void theImportSaysWhatDiffersAndTakesTheClassOfOneServer(FxRobot robot) throws Exception {
        takeOver(robot, list("old.txt", OLD, "2026-05-02"));
        robot.interact(() -> {
            try {
                fixture.workbench().open(list("new.txt", NEW, "2026-11-02"));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        await(() -> isReady(robot) && robot.lookup("#intake-difference").query().isVisible());
        assertThat(robot.lookup("#intake-difference").queryLabeled().getText())
                .isEqualTo("+1 \u22121 ~1 against the open list");
        fire(robot, "#intake-difference");
        await(() -> robot.lookup("#difference").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#difference").tryQuery()).isEmpty();
        assertThat(robot.lookup("#intake").query().isVisible()).isTrue();

        robot.interact(() -> {
            robot.lookup("#part-CLASS").queryAs(ToggleButton.class).fire();
            robot.lookup("#intake-rows").queryTableView().getSelectionModel().select(1);
        });
        robot.interact(() -> singleClass(robot).setValue("edge"));
        await(() -> isReady(robot));
        fire(robot, "#intake-take");
        await(() -> fixture.session()
                .state()
                .catalog()
                .filter(open -> open.catalog().name().equals("new.txt"))
                .isPresent());
        assertThat(fixture.session().state().catalog().orElseThrow().catalog().entries())
                .extracting(entry -> entry.systemClass().kind())
                .containsExactly(SystemClass.Kind.EDGE, SystemClass.Kind.UNKNOWN);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> singleClass(FxRobot robot) {
        return robot.lookup("#intake-single-class").queryAs(ComboBox.class);
    }
}
