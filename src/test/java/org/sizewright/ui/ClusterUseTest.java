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
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.Evidence;
import org.sizewright.library.Chassis;
import org.sizewright.library.Fact;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanEdit;
import org.sizewright.quantity.Watts;
import org.sizewright.ui.cluster.ClusterView;
import org.sizewright.ui.look.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Works the cluster screen by mouse and keyboard. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class ClusterUseTest {
    private TrialWorkspace workspace;
    private ClusterView view;

    @Start
    void start(Stage stage) {
        workspace = new TrialWorkspace(new SampleReferences(), SamplePlans.standard());
        view = new ClusterView(workspace);
        workspace.onState(view::show);
        view.show(workspace.state());
        ScrollPane scroll = new ScrollPane(view.view());
        scroll.setFitToWidth(true);
        Scene scene = new Scene(scroll, 1800, 1000);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void whatWasTypedInAboutAServerIsKeptAsARecord(FxRobot robot) {
        robot.clickOn("#keep-server-g1");
        assertThat(workspace.kept).singleElement().isInstanceOfSatisfying(Chassis.class, chassis -> {
            assertThat(chassis.id().value()).isEqualTo("dell-poweredge-xe9680");
            assertThat(chassis.basePower()).isEqualTo(Fact.known(Watts.of(4600), Evidence.TYPED, List.of()));
            // what the library knew stays as it was
            assertThat(chassis.heightU().asOptional()).contains(6);
        });
        assertThat(workspace.edits).isEmpty();
    }

    @Test
    void hostsAreTypedInAndGoBackToAuto(FxRobot robot) {
        type(robot, "#hosts-g1", "5");
        assertThat(workspace.edits).containsExactly("Hosts of xe9680: 5");
        assertThat(group().count()).isEqualTo(HostCount.of(5));
        Node toAuto = robot.lookup(node -> node instanceof Button button
                        && "Hosts: go back to the automatic value".equals(button.getAccessibleText()))
                .query();
        robot.clickOn(toAuto);
        assertThat(group().count()).isEqualTo(HostCount.auto());
        int found = workspace
                .state()
                .live()
                .orElseThrow()
                .placements()
                .getFirst()
                .problem()
                .hostCount();
        assertThat(field(robot, "#hosts-g1").getText()).isEqualTo(String.valueOf(found));
        assertThat(found).isPositive();
    }

    @Test
    void aNewStateLeavesAloneWhatIsBeingTyped(FxRobot robot) {
        robot.doubleClickOn("#memory-g1").write("12");
        String typed = field(robot, "#memory-g1").getText();
        robot.interact(() -> workspace.edit(PlanEdit.of("elsewhere", plan -> plan)));
        assertThat(field(robot, "#memory-g1").getText()).isEqualTo(typed).contains("12");
    }

    @Test
    void addingAndRemovingARackIsOneEditEach(FxRobot robot) {
        robot.clickOn("#add-rack");
        assertThat(plan().site().racks()).hasSize(3);
        assertThat(plan().site().racks().get(2).name()).isEqualTo("Rack 3");
        assertThat(plan().site().racks().get(2).existing().units()).isZero();
        robot.interact(() -> robot.lookup("#remove-r1").queryButton().fire());
        assertThat(plan().site().racks()).hasSize(2);
        assertThat(workspace.edits).containsExactly("Add a rack", "Remove Rack 1");
    }

    @Test
    void anEmptiedLimitIsUnknownAndNotZero(FxRobot robot) {
        robot.interact(() -> field(robot, "#rack-load-r1").requestFocus());
        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        robot.type(KeyCode.DELETE, KeyCode.ENTER);
        assertThat(plan().site().racks().getFirst().maxLoad()).isEmpty();
        assertThat(workspace.edits).containsExactly("Most weight of Rack 1: unknown");
    }

    @Test
    void aTypedFactGivesWayToTheLibraryWhenItIsEmptied(FxRobot robot) {
        type(robot, "#height-g1", "7");
        assertThat(group().typed().heightU()).contains(7);
        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        robot.type(KeyCode.DELETE, KeyCode.ENTER);
        assertThat(group().typed().heightU()).isEqualTo(Optional.empty());
        assertThat(field(robot, "#height-g1").getText()).isEqualTo("6 U");
    }

    @Test
    void aFigureIsExplainedAndTheCatalogOpened(FxRobot robot) {
        Node figure = robot.lookup(".fact.press-box").queryAll().iterator().next();
        robot.interact(figure::requestFocus);
        robot.type(KeyCode.ENTER);
        assertThat(workspace.cells).hasSize(1);
        robot.clickOn("#change-server-g1");
        assertThat(workspace.places).containsExactly("catalog");
    }

    @Test
    void everyControlHasAnAccessibleName(FxRobot robot) {
        List<String> nameless = new ArrayList<>();
        robot.interact(() -> collect((Parent) view.view(), nameless));
        assertThat(nameless).isEmpty();
    }

    private Plan plan() {
        return workspace.state().plan();
    }

    @Test
    void theLimitThatBindsIsExplained(FxRobot robot) {
        robot.interact(() -> robot.lookup("#site-limits .press-box").query().requestFocus());
        robot.type(KeyCode.ENTER);
        assertThat(workspace.whys).last().satisfies(why -> {
            assertThat(why.title()).isEqualTo("Hosts per rack: xe9680");
            assertThat(why.value()).isEqualTo("2 hosts");
            // 22 kW less 0.8 kW that is there, and 4,600 W + 8 x 700 W per host
            assertThat(why.inputs()).anySatisfy(input -> {
                assertThat(input.name()).isEqualTo("Rack 1, power with one feed lost");
                assertThat(input.value()).isEqualTo("2 hosts");
                assertThat(input.source()).isEqualTo("21.2 kW of room, 10.2 kW per host");
            });
        });
    }

    private HostGroup group() {
        return plan().liveOption().clusters().getFirst().groups().getFirst();
    }

    private static TextField field(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(TextField.class);
    }

    private static void type(FxRobot robot, String query, String text) {
        robot.interact(() -> field(robot, query).requestFocus());
        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        robot.write(text).type(KeyCode.ENTER);
    }

    private static void collect(Parent parent, List<String> nameless) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            boolean named = node.getAccessibleText() != null
                    && !node.getAccessibleText().isBlank();
            boolean worded = node instanceof Labeled labeled
                    && labeled.getText() != null
                    && !labeled.getText().isBlank();
            if (node instanceof Control && node.isFocusTraversable() && !named && !worded) {
                nameless.add(node.toString());
            }
            if (node instanceof Parent inner && !(node instanceof Control)) {
                collect(inner, nameless);
            }
        }
    }
}
