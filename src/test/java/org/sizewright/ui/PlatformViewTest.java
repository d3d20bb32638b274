package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.SamplePlans;
import org.sizewright.StatedSetup;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.WorkloadId;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.Picked;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Software;
import org.sizewright.plan.setting.UseSettings;
import org.sizewright.rules.Finding;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.platform.PlatformView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class PlatformViewTest {
    private static final SampleStates STATES = new SampleStates();

    private QuietWorkspace workspace;
    private PlatformView view;
    private SessionState state;

    @Start
    void start(Stage stage) {
        workspace = new QuietWorkspace(ignored -> {});
        view = new PlatformView(workspace, Runnable::run);
        state = STATES.calculated(plan());
        view.show(state);
        Scene scene = new Scene(new StackPane(view.view()), 905, 600);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    /** The sample, of which the memory modules and the vSphere release are not stated. */
    private static Plan plan() {
        Plan plan = SamplePlans.standard();
        Option option = plan.option(plan.live()).orElseThrow();
        return plan.withOption(StatedSetup.with(option, List.of("dimms=", "vsphere=")));
    }

    private Option option(SessionState of) {
        return of.plan().option(of.plan().live()).orElseThrow();
    }

    private GroupId group() {
        return option(state).clusters().getFirst().groups().getFirst().id();
    }

    private Node field(FxRobot robot, String place) {
        return robot.lookup("#setting-options-" + option(state).id() + "-setup-" + place)
                .query();
    }

    private void edited(FxRobot robot) {
        state = STATES.edited(state, workspace.edits.getLast());
        robot.interact(() -> view.show(state));
    }

    @Test
    void aTextIsTakenAndEmptiedAgain(FxRobot robot) {
        TextField entry = robot.from(field(robot, "platform-vsphere"))
                .lookup(".text-field")
                .queryAs(TextField.class);
        robot.clickOn(entry).write("latest").push(KeyCode.ENTER);
        assertThat(workspace.edits).isEmpty();
        assertThat(robot.from(field(robot, "platform-vsphere"))
                        .lookup(".message")
                        .queryAs(Label.class)
                        .getText())
                .contains("latest");
        robot.interact(entry::clear);
        robot.clickOn(entry).write("8.0 U3 P06").push(KeyCode.ENTER);
        edited(robot);
        assertThat(option(state).setup().platform().written(PlatformSettings.VSPHERE))
                .contains("8.0 U3 P06");
        robot.interact(entry::clear);
        robot.clickOn(entry).push(KeyCode.ENTER);
        edited(robot);
        assertThat(option(state).setup().platform().get(PlatformSettings.VSPHERE))
                .isEmpty();
    }

    @Test
    void onlyWhatRulesWaitForIsShownOnDemand(FxRobot robot) {
        assertThat(robot.lookup("#platform-waiting").queryAs(Label.class).getText())
                .contains("waited for");
        robot.interact(() ->
                List.copyOf(robot.lookup("#platform-which")
                                .queryAs(Parent.class)
                                .lookupAll(".toggle-button"))
                        .stream()
                        .map(ToggleButton.class::cast)
                        .filter(button -> button.getText().equals("Waited for"))
                        .forEach(ToggleButton::fire));
        assertThat(robot.lookup(".awaited").queryAll())
                .hasSameSizeAs(robot.lookup("#platform-fields .field").queryAll())
                .isNotEmpty();
    }

    @Test
    void anOpenItemLeadsToItsField(FxRobot robot) {
        String place = "/setup/hosts/" + group() + "/dimms";
        Finding open = state.live().orElseThrow().findings().stream()
                .filter(finding ->
                        finding.path().filter(path -> path.endsWith(place)).isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(ScreenEntry.idFor(open.path().orElseThrow())).isEqualTo(ScreenEntry.PLATFORM);
        robot.interact(() -> view.goTo(open.path().orElseThrow()));
        TextField entry = robot.from(field(robot, "hosts-" + group() + "-dimms"))
                .lookup(".text-field")
                .queryAs(TextField.class);
        assertThat(entry.isFocused()).isTrue();
        assertThat(workspace.explained.getLast().inputs().getFirst().value()).contains("HOST-009");
        robot.write("16").push(KeyCode.ENTER);
        edited(robot);
        assertThat(option(state).setup().of(group()).get(HostSettings.DIMMS)).contains(16);
    }

    @Test
    void aChoiceBecomesUnknownAgain(FxRobot robot) {
        ComboBox<?> choice = (ComboBox<?>) field(robot, "platform-edition").lookup(".combo-box");
        robot.interact(() -> choice.getSelectionModel().select(0));
        edited(robot);
        assertThat(option(state).setup().platform().get(PlatformSettings.EDITION))
                .isEmpty();
    }

    @Test
    void softwareIsTickedAndDroppedByKeyboard(FxRobot robot) {
        WorkloadId workload = option(state).assignments().getFirst().workload();
        robot.interact(() -> view.goTo("/options/" + option(state).id() + "/setup/machines/" + workload + "/software"));
        MenuButton menu =
                (MenuButton) field(robot, "machines-" + workload + "-software").lookup(".menu-button");
        assertThat(menu.isFocused()).isTrue();
        assertThat(menu.getText()).isEqualTo("not stated");
        robot.push(KeyCode.SPACE).push(KeyCode.DOWN).push(KeyCode.ENTER);
        edited(robot);
        assertThat(option(state).setup().of(workload).get(UseSettings.SOFTWARE))
                .contains(Picked.of(List.of(Software.NCCL)));
        robot.interact(() -> menu.getItems().stream()
                .filter(item -> item.getText().equals("Triton Inference Server"))
                .forEach(MenuItem::fire));
        edited(robot);
        assertThat(menu.getAccessibleText()).isEqualTo("Software: NCCL, Triton Inference Server");
        for (int left = 2; left > 0; left--) {
            robot.interact(() -> robot.from(field(robot, "machines-" + workload + "-software"))
                    .lookup(".filter-chip .button")
                    .<Button>query()
                    .fire());
            edited(robot);
        }
        assertThat(option(state).setup().of(workload).get(UseSettings.SOFTWARE)).isEmpty();
        assertThat(menu.isFocused()).isTrue();
    }

    @Test
    void wordsFindSettingsOfEverySection(FxRobot robot) {
        robot.interact(
                () -> robot.lookup("#platform-search").queryAs(TextField.class).setText("power supplies"));
        assertThat(robot.lookup("#platform-fields .field-name").queryAll()).isNotEmpty();
        robot.interact(
                () -> robot.lookup("#platform-search").queryAs(TextField.class).setText("no such thing"));
        assertThat(robot.lookup(".empty-state").queryAll()).hasSize(1);
    }
}
