package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.look.Tone;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class ShellTest {
    private final List<String> asked = new ArrayList<>();
    private final List<String> built = new ArrayList<>();
    private Shell shell;
    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        shell = new Shell(
                Texts.english(),
                List.of(
                        screen("catalog", Icon.CATALOG),
                        screen("cluster", Icon.CLUSTER),
                        screen("checks", Icon.CHECKS)),
                new Recording());
        shell.showPlan("Sample plan", "saved", List.of());
        shell.showSite("2 racks");
        shell.showOptions(List.of(new OptionTab("a", "A", "4 hosts"), new OptionTab("b", "B", "6 hosts")), "a");
        shell.showStatus(List.of(
                StatusSegment.of("hosts", "4", "hosts"),
                StatusSegment.of("open", "", "")
                        .withMark("2 warnings", Tone.WARN)
                        .atEnd()));
        Scene scene = new Scene(shell.root(), 1280, 720);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private ScreenSlot screen(String id, Icon icon) {
        return new ScreenSlot(id, icon, "The " + id, () -> {
            built.add(id);
            TextField field = new TextField();
            field.setId("field-" + id);
            Label label = new Label(id);
            label.setId("screen-" + id);
            return new VBox(label, field);
        });
    }

    @Test
    void controlAndADigitOpensThatScreenAndBuildsItOnce(FxRobot robot) {
        assertThat(built).containsExactly("catalog");
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        assertThat(shell.shownScreen()).isEqualTo("cluster");
        assertThat(robot.lookup("#rail-cluster").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        assertThat(built).containsExactly("catalog", "cluster");
    }

    @Test
    void aDigitBeyondTheScreensDoesNothing(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT8).release(KeyCode.DIGIT8, KeyCode.CONTROL);
        assertThat(shell.shownScreen()).isEqualTo("catalog");
    }

    @Test
    void pressingTheShownScreenLeavesItSelected(FxRobot robot) {
        robot.clickOn("#rail-checks").clickOn("#rail-checks");
        assertThat(shell.shownScreen()).isEqualTo("checks");
        assertThat(robot.lookup("#rail-checks").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }

    @Test
    void undoAndRedoByKeyboardButNotWhileTyping(FxRobot robot) {
        robot.clickOn("#rail-catalog");
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        robot.press(KeyCode.CONTROL, KeyCode.Y).release(KeyCode.Y, KeyCode.CONTROL);
        assertThat(asked).containsExactly("undo", "redo");
        robot.clickOn("#field-catalog").write("12");
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertThat(asked).containsExactly("undo", "redo");
    }

    @Test
    void undoSaysWhatItTakesBackAndIsOffWithoutAStep(FxRobot robot) {
        Button undo = robot.lookup("#undo").queryButton();
        assertThat(undo.isDisabled()).isTrue();
        robot.interact(() -> shell.showUndo(Optional.of("set users to 300")));
        assertThat(undo.isDisabled()).isFalse();
        assertThat(undo.getTooltip().getText()).contains("set users to 300");
    }

    @Test
    void theBarAsksForWhatIsPressed(FxRobot robot) {
        robot.clickOn("#option-b").clickOn("#site").clickOn("#export").clickOn("#status-hosts");
        assertThat(asked).containsExactly("option b", "site", "export", "status hosts");
    }

    @Test
    void theThemeTurnsTheWholeWindow(FxRobot robot) {
        robot.clickOn("#theme");
        assertThat(shell.root().getStyleClass()).contains("dark").doesNotContain("light");
        assertThat(asked).containsExactly("theme DARK");
    }

    @Test
    void theWhyPaneFoldsAwayAndLiesOverTheScreenInANarrowWindow(FxRobot robot) {
        assertThat(shell.why().getScene()).isNotNull();
        robot.type(KeyCode.F1);
        assertThat(shell.why().getScene()).isNull();
        robot.interact(() -> stage.setWidth(1000));
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.F1);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shell.why().getScene()).isNotNull();
        assertThat(shell.why().getParent().getStyleClass()).contains("over");
        robot.type(KeyCode.ESCAPE);
        assertThat(shell.why().getScene()).isNull();
    }

    @Test
    void everyControlHasAnAccessibleName(FxRobot robot) {
        List<String> nameless = new ArrayList<>();
        robot.interact(() -> collect(shell.root(), nameless));
        assertThat(nameless).isEmpty();
    }

    private static void collect(Parent parent, List<String> nameless) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            boolean active = node instanceof Button
                    || node instanceof ToggleButton
                    || node instanceof MenuButton
                    || (node instanceof Control control && control.isFocusTraversable());
            boolean named = node.getAccessibleText() != null
                    && !node.getAccessibleText().isBlank();
            boolean worded = node instanceof Labeled labeled
                    && labeled.getText() != null
                    && !labeled.getText().isBlank();
            boolean ownField = node.getId() != null && node.getId().startsWith("field-");
            if (active && !named && !worded && !ownField) {
                nameless.add(node.toString());
            }
            if (node instanceof Parent inner) {
                collect(inner, nameless);
            }
        }
    }

    /** Keeps what it was asked for. */
    private final class Recording implements ShellActions {
        @Override
        public void undo() {
            asked.add("undo");
        }

        @Override
        public void redo() {
            asked.add("redo");
        }

        @Override
        public void chooseOption(String id) {
            asked.add("option " + id);
        }

        @Override
        public void addOption() {
            asked.add("add");
        }

        @Override
        public void openSite() {
            asked.add("site");
        }

        @Override
        public void exportBuildSheet() {
            asked.add("export");
        }

        @Override
        public void themeChosen(Theme theme) {
            asked.add("theme " + theme);
        }

        @Override
        public void openStatus(String id) {
            asked.add("status " + id);
        }
    }
}
