package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sizewright.plan.Plan;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A workbook is exported, filled in, and taken back through the window. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
class ReturnedUseTest {
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

    private static void fillIn(Path book) throws IOException {
        try (InputStream in = Files.newInputStream(book);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            XSSFSheet sheet = workbook.getSheet("Checklist");
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.toString().equals("Owner")) {
                        sheet.getRow(row.getRowNum() + 1)
                                .getCell(cell.getColumnIndex())
                                .setCellValue("Ada");
                        sheet.getRow(row.getRowNum() + 2)
                                .getCell(cell.getColumnIndex())
                                .setCellValue("Grace");
                        sheet.getRow(row.getRowNum() + 2)
                                .getCell(cell.getColumnIndex() + 1)
                                .setCellValue("nearly");
                    }
                }
            }
            try (OutputStream out = Files.newOutputStream(book)) {
                workbook.write(out);
            }
        }
    }

    private static int rows(FxRobot robot) {
        return robot.lookup("#returned-table").queryTableView().getItems().size();
    }

    @Test
    void whatWasTypedIsTakenOrLeftAndUndoneAtOnce(FxRobot robot) throws Exception {
        Path book = folder.resolve("book.xlsx");
        fixture.choose(book);
        await(() -> !fixture.session().state().calculating());
        robot.interact(() -> fixture.workbench().select("sheet"));
        robot.interact(() -> fixture.workbench().exportBuildSheet());
        assertThat(robot.lookup("#notice-stop").tryQuery()).isPresent();
        await(() ->
                Files.exists(book) && robot.lookup("#notice-stop").tryQuery().isEmpty());
        fillIn(book);
        Plan before = fixture.session().state().plan();

        fire(robot, "#sheet-take-back");
        await(() -> robot.lookup("#returned").tryQuery().isPresent());
        assertThat(rows(robot)).isEqualTo(2);
        assertThat(robot.lookup("#returned-remarks").queryListView().getItems()).hasSize(1);
        assertThat(robot.lookup("#returned-take").queryLabeled().getText()).isEqualTo("Take over 2 changes");
        robot.push(KeyCode.SPACE);
        assertThat(robot.lookup("#returned-take").queryLabeled().getText()).isEqualTo("Take over 1 change");
        fire(robot, "#returned-take");

        assertThat(robot.lookup("#returned").tryQuery()).isEmpty();
        assertThat(fixture.session()
                        .state()
                        .plan()
                        .liveOption()
                        .progress()
                        .states()
                        .values())
                .extracting(state -> state.owner())
                .containsExactly("Grace");
        assertThat(fixture.session().state().undoLabel().orElseThrow()).isEqualTo("1 change from book.xlsx");
        robot.interact(() -> fixture.session().undo());
        assertThat(fixture.session().state().plan()).isEqualTo(before);

        fire(robot, "#sheet-take-back");
        await(() -> robot.lookup("#returned").tryQuery().isPresent());
        fire(robot, "#returned-none");
        assertThat(robot.lookup("#returned-take").queryAs(Button.class).isDisabled())
                .isTrue();
        robot.interact(() -> robot.lookup("#returned-table").query().requestFocus());
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#returned").tryQuery()).isEmpty();
        assertThat(fixture.session().state().plan()).isEqualTo(before);
    }
}
