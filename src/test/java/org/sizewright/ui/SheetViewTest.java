package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.SamplePlans;
import org.sizewright.buildsheet.SampleSheet;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.sheet.SheetView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class SheetViewTest {
    private final RecordingWorkspace workspace = new RecordingWorkspace();
    private final SessionState calculated = SheetStates.calculated();
    private SheetView view;

    @Start
    void start(Stage stage) {
        view = new SheetView(workspace, ignored -> Optional.of(SampleSheet.of(SampleSheet.book(8192))), Runnable::run);
        Scene scene = new Scene(new StackPane(view.view()), 905, 600);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
        view.show(calculated);
    }

    @Test
    void theKeyboardChoosesASheetAndAFigureAndCopiesRows(FxRobot robot) {
        ListView<?> list = robot.lookup("#sheet-list").queryAs(ListView.class);
        robot.interact(list::requestFocus);
        robot.type(KeyCode.DOWN, 4);
        robot.clickOn("esx-01");
        robot.type(KeyCode.RIGHT);
        assertThat(text(robot, "#sheet-name")).isEqualTo("calc_host_heat_h1");
        assertThat(robot.lookup("#sheet-formula").queryAs(TextArea.class).getText())
                .startsWith("=IF(COUNT(in_host_power_h1)");
        assertThat(workspace.asked()).isEmpty();
        robot.type(KeyCode.ENTER);
        assertThat(workspace.asked()).containsExactly("explain calc_host_heat_h1");
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                2000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).startsWith("Host\tHeat, BTU/h\t").contains("\nesx-01\t19,108\t");
    }

    @Test
    void aClickExplainsAndTheLinkLeadsToTheHome(FxRobot robot) {
        ListView<?> list = robot.lookup("#sheet-list").queryAs(ListView.class);
        robot.interact(() -> list.getSelectionModel().select(1));
        robot.clickOn("≥ 11.20");
        assertThat(workspace.asked()).containsExactly("explain calc_power_total");
        assertThat(text(robot, "#sheet-name")).isEqualTo("calc_power_total");
        robot.clickOn("#sheet-home");
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(3);
        assertThat(text(robot, "#sheet-name")).isEqualTo("calc_power_total");
        assertThat(robot.lookup("#sheet-home").query().isVisible()).isFalse();
    }

    @Test
    void exportWaitsForTheResultOfTheLatestEdit(FxRobot robot) {
        Button export = robot.lookup("#sheet-export").queryButton();
        assertThat(text(robot, "#sheet-sum")).startsWith("Option A · 8 sheets · ");
        robot.clickOn(export);
        assertThat(workspace.asked()).containsExactly("export");
        robot.interact(() -> view.show(SheetStates.of(calculated.plan(), calculated.result(), true)));
        assertThat(export.isDisabled()).isTrue();
        assertThat(robot.lookup("#sheet-progress").query().isVisible()).isTrue();
        robot.interact(() -> view.show(calculated));
        assertThat(export.isDisabled()).isFalse();
    }

    @Test
    void aPlanThatNamesUnknownThingsLeadsToThem(FxRobot robot) {
        robot.interact(() -> view.show(SheetStates.unresolved()));
        robot.clickOn("Show");
        assertThat(workspace.asked()).containsExactly("go to /workloads/w1/model");
        robot.interact(() -> view.show(SheetStates.of(SamplePlans.standard(), Optional.empty(), false)));
        robot.clickOn("Go to the workloads");
        assertThat(workspace.asked()).contains("go to /workloads");
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }
}
