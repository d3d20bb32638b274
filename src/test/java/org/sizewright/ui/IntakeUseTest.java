package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sizewright.session.OpenCatalog;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A list is shown before anything of it is taken over, as the user meets it. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
class IntakeUseTest {
    private static final String HEADER = "Partners\tSystem\tNVIDIA GPU (Max)\tCPU (Max)\tValidation Type\n";

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

    private static void await(java.util.concurrent.Callable<Boolean> until) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, until);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Optional<OpenCatalog> catalog() {
        return fixture.session().state().catalog();
    }

    private boolean ready(FxRobot robot) {
        return robot.lookup("#intake-take")
                .tryQueryAs(Button.class)
                .filter(button -> !button.isDisabled())
                .isPresent();
    }

    @Test
    void takesOverOnlyWhatTheUserAgreesTo(FxRobot robot) throws TimeoutException {
        robot.interact(() -> fixture.workbench().open(WorkbenchFixture.CATALOG));
        await(() -> ready(robot));
        assertThat(catalog()).isEmpty();
        robot.interact(
                () -> robot.lookup("#intake-cancel").queryAs(Button.class).fire());
        assertThat(robot.lookup("#intake").tryQuery()).isEmpty();
        assertThat(catalog()).isEmpty();

        robot.interact(() -> fixture.workbench().open(WorkbenchFixture.CATALOG));
        await(() -> ready(robot));
        robot.interact(() -> robot.lookup("#intake-take").queryAs(Button.class).fire());
        await(() -> catalog().isPresent());
        assertThat(catalog().orElseThrow().catalog().name()).isEqualTo("sample-catalog-2026-layout.csv");

        // and the page comes back for the open catalog
        robot.interact(() -> fixture.workbench().reviewImport());
        await(() -> ready(robot));
    }

    @Test
    void showsTheRowsOfAFateAndTheirSum(FxRobot robot) throws Exception {
        Path file = Files.writeString(
                folder.resolve("list.txt"),
                HEADER + "HPE\tX1\tL4 (1)\tCPU (1)\tQualified\nHPE\tX2\tH100 (1)\tCPU (1)\tQualified\n"
                        + "1 - 2 of 2 items\n");
        robot.interact(() -> fixture.workbench().open(file));
        await(() -> ready(robot));
        assertThat(robot.lookup("#intake-sum").queryLabeled().getText())
                .isEqualTo("1 kept + 1 to check + 0 merged + 1 skipped + 1 header = 4 of 4 rows");
        robot.interact(
                () -> robot.lookup("#fate-CHECK").queryAs(ToggleButton.class).fire());
        assertThat(robot.lookup("#intake-rows").queryTableView().getItems()).hasSize(1);
    }

    @Test
    void pastesAListIntoTheCatalog(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            fixture.workbench().select("catalog");
            ClipboardContent content = new ClipboardContent();
            content.putString(HEADER + "HPE\tX1\tL4 (1)\tCPU (1)\tQualified\n");
            Clipboard.getSystemClipboard().setContent(content);
            fixture.workbench().root().requestFocus();
        });
        robot.press(KeyCode.SHORTCUT, KeyCode.V).release(KeyCode.V, KeyCode.SHORTCUT);
        await(() -> ready(robot));
        robot.interact(() -> robot.lookup("#intake-take").queryAs(Button.class).fire());
        await(() -> catalog().isPresent());
        assertThat(catalog().orElseThrow().catalog().entries()).hasSize(1);
    }
}
