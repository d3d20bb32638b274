package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Plan;
import org.sizewright.session.CatalogDeskFile;
import org.sizewright.session.SessionState;
import org.sizewright.ui.catalog.CatalogView;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.part.Why;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class CatalogViewTest {
    private static final SampleStates STATES = new SampleStates();

    private QuietWorkspace workspace;
    private CatalogView view;
    private SessionState state;

    @Start
    void start(Stage stage) {
        workspace = new QuietWorkspace(ignored -> {});
        view = new CatalogView(workspace, CatalogDeskFile.inMemory());
        state = STATES.standard();
        view.show(state);
        Scene scene = new Scene(new StackPane(view.view()), 1200, 700);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void search(FxRobot robot, String text) {
        TextField field = robot.lookup("#catalog-search").queryAs(TextField.class);
        robot.interact(() -> field.setText(text));
    }

    private TableView<?> table(FxRobot robot) {
        return robot.lookup("#catalog-servers").queryTableView();
    }

    private String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private void select(FxRobot robot, int row) {
        robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(row));
    }

    private List<Why.Step> steps() {
        return workspace.explained.getLast().sections().stream()
                .flatMap(section -> section.step().stream())
                .filter(step -> !step.label().equals("Add to comparison"))
                .toList();
    }

    @Test
    void theHeadAccountsForTheRows(FxRobot robot) {
        assertThat(text(robot, "#catalog-account")).isEqualTo("230 rows: 200 kept · 4 merged · 2 skipped");
        assertThat(text(robot, "#catalog-count")).isEqualTo("224 of 224");
    }

    @Test
    void searchAndFacetsNarrowTheTableAndClearShowsAllAgain(FxRobot robot) {
        search(robot, "xe 9680");
        int found = table(robot).getItems().size();
        assertThat(found).isPositive().isLessThan(10);
        assertThat(text(robot, "#catalog-count")).isEqualTo(found + " of 224");
        search(robot, "no such server");
        assertThat(table(robot).getItems()).isEmpty();
        search(robot, "");
        robot.clickOn("#facet-CERTIFIED");
        assertThat(text(robot, "#catalog-count")).isEqualTo("100 of 224");
        robot.clickOn("#filter-validation");
        assertThat(text(robot, "#catalog-count")).isEqualTo("224 of 224");
    }

    @Test
    void aSelectedServerIsExplainedWithItsRowAsItStandsInTheFile(FxRobot robot) {
        search(robot, "xe7745 h200");
        select(robot, 0);
        Why why = workspace.explained.getLast();
        assertThat(why.title()).isEqualTo("PowerEdge XE7745 with H200 NVL");
        assertThat(why.inputs().getFirst().source()).contains("“PowerEdge XE7745”", "“H200 NVL”");
    }

    @Test
    void aServerWithOneGpuReplacesTheOneOfTheLiveOption(FxRobot robot) {
        search(robot, "xe7745 h200");
        select(robot, 0);
        assertThat(steps()).extracting(Why.Step::label).containsExactly("Use in option A", "Add to option A");
        robot.interact(() -> steps().getFirst().action().run());
        SessionState edited = STATES.edited(state, workspace.edits.getFirst());
        HostGroup group = group(edited.plan());
        assertThat(group.server().value()).isEqualTo("dell-technologies/poweredgexe7745/h200-nvl");
        assertThat(group.gpu().value()).isEqualTo("h200-nvl");
        assertThat(group.typed()).isEqualTo(HostGroup.Typed.NOTHING);
        int told = workspace.explained.size();
        robot.interact(() -> view.show(edited));
        assertThat(workspace.explained).hasSize(told + 1);
        assertThat(steps()).extracting(Why.Step::label).containsExactly("Add to option A");
    }

    @Test
    void aServerThatLeavesTheGpuOpenAsksWhichOne(FxRobot robot) {
        search(robot, "ne5260m5 a100");
        select(robot, 0);
        assertThat(steps())
                .extracting(Why.Step::label)
                .containsExactly("Use in option A", "Add to option A", "Use in option A", "Add to option A");
        robot.interact(() -> steps().get(2).action().run());
        Plan plan = workspace.edits.getFirst().change().apply(state.plan());
        assertThat(group(plan).gpu().value()).isEqualTo("a100-pcie-80");
    }

    @Test
    void everyRowThatWasNotPlainlyKeptIsListed(FxRobot robot) {
        robot.clickOn("#catalog-rest-part");
        assertThat(robot.lookup("#catalog-rest").queryListView().getItems()).hasSize(31);
        robot.interact(() -> robot.lookup("#catalog-rest")
                .queryListView()
                .getSelectionModel()
                .select(0));
        assertThat(workspace.explained.getLast().text()).contains("names the same server");
        robot.interact(() -> steps().getFirst().action().run());
        assertThat(robot.lookup("#catalog-servers").tryQuery()).isPresent();
        assertThat(table(robot).getSelectionModel().getSelectedIndices()).hasSize(1);
    }

    @Test
    void theTableCopiesWithItsTitles(FxRobot robot) {
        search(robot, "xe7745 h200");
        select(robot, 0);
        robot.interact(() -> table(robot).requestFocus());
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat(clipboard(robot))
                .startsWith("Favourite\tVendor\tServer\tGPU")
                .contains("PowerEdge XE7745\tH200 NVL");
    }

    @Test
    void withoutACatalogTheScreenOffersToImportOne(FxRobot robot) {
        robot.interact(() -> view.show(STATES.bare()));
        Button open = robot.lookup(".empty-state .button").queryButton();
        robot.interact(open::fire);
        assertThat(workspace.asked).containsExactly("file");
    }

    private static String clipboard(FxRobot robot) {
        String[] text = {""};
        robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        return text[0];
    }

    private static HostGroup group(Plan plan) {
        return plan.liveOption().clusters().getFirst().groups().getFirst();
    }
}
