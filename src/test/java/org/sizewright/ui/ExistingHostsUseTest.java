package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.Evidence;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.library.Chassis;
import org.sizewright.library.Fact;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Origin;
import org.sizewright.quantity.Watts;
import org.sizewright.ui.cluster.ClusterView;
import org.sizewright.ui.look.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Brings hosts into a site and uses them in a cluster. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class ExistingHostsUseTest {
    private TrialWorkspace workspace;

    @Start
    void start(Stage stage) {
        workspace = new TrialWorkspace(new SampleReferences(), SamplePlans.standard());
        ClusterView view = new ClusterView(workspace);
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
    void anExportIsTakenOverEditedAndUsed(FxRobot robot) {
        press(robot, "#import-hosts");
        assertThat(workspace.state().plan().site().existingHosts())
                .as("a preview changes nothing")
                .isEmpty();
        press(robot, "#take-hosts");
        assertThat(hosts()).hasSize(7);

        select(robot, 0);
        press(robot, "#edit-host");
        robot.interact(() -> field(robot, "#host-freeslots").setText("2 double x16 Gen5 350 W"));
        press(robot, "#save-host");
        assertThat(hosts().stream()
                        .filter(host -> host.fittings().freeSlots().isPresent())
                        .map(InventoryHost::model))
                .as("equal hosts are changed together")
                .containsExactly("PowerEdge R760xa", "PowerEdge R760xa", "PowerEdge R760xa");

        select(robot, 0, 1, 2);
        press(robot, "#use-hosts");
        press(robot, "#make-group");
        HostGroup group = workspace
                .state()
                .plan()
                .liveOption()
                .clusters()
                .getFirst()
                .groups()
                .getLast();
        assertThat(group.origin())
                .isEqualTo(new Origin.Existing(
                        List.of(
                                "nh-esx-11.nordhafen.example",
                                "nh-esx-12.nordhafen.example",
                                "nh-esx-13.nordhafen.example"),
                        0));
        assertThat(workspace.edits)
                .startsWith("Take over 7 hosts", "Host nh-esx-11.nordhafen.example")
                .hasSize(3);
    }

    @Test
    void whatIsWrongInAFieldIsToldThereAndNothingChanges(FxRobot robot) {
        press(robot, "#add-host");
        robot.interact(() -> {
            field(robot, "#host-name").setText("esx01");
            field(robot, "#host-powersupplies").setText("many");
        });
        press(robot, "#save-host");
        assertThat(hosts()).isEmpty();
        assertThat(field(robot, "#host-powersupplies").getAccessibleHelp()).contains("write it like: 2 x 2400 W N+N");
        robot.interact(() -> field(robot, "#host-powersupplies").setText(""));
        press(robot, "#save-host");
        assertThat(hosts()).containsExactly(InventoryHost.named("esx01"));
    }

    @Test
    void whatWasTypedInAboutTheModelIsKept(FxRobot robot) {
        press(robot, "#add-host");
        robot.interact(() -> {
            field(robot, "#host-name").setText("esx01");
            field(robot, "#host-vendor").setText("Dell Technologies");
            field(robot, "#host-model").setText("PowerEdge R999");
            field(robot, "#host-powersupplies").setText("2 x 2400 W N+N");
            robot.lookup("#keep-model").queryAs(CheckBox.class).fire();
            field(robot, "#host-memoryslots").setText("32");
            field(robot, "#host-modelslots").setText("4 double x16 Gen5 350 W on Riser 2");
        });
        press(robot, "#save-host");
        assertThat(hosts()).hasSize(1);
        assertThat(workspace.kept).singleElement().isInstanceOfSatisfying(Chassis.class, record -> {
            assertThat(record.model()).isEqualTo("PowerEdge R999");
            assertThat(record.powerSupplies().asOptional()).contains(new Chassis.PowerSupplies(2, Watts.of(2400)));
            assertThat(record.details().redundancy().asOptional()).contains(Chassis.Redundancy.N_PLUS_N);
            assertThat(record.details().memorySlots()).isEqualTo(Fact.known(32, Evidence.TYPED, List.of()));
            assertThat(record.details().risersFor(2)).containsExactly("Riser 2");
        });
    }

    @Test
    void theFormSaysWhatTheLibraryKnowsOfTheModel(FxRobot robot) {
        press(robot, "#add-host");
        robot.interact(() -> {
            field(robot, "#host-vendor").setText("HPE");
            field(robot, "#host-model").setText("ProLiant DL380a Gen11");
        });
        assertThat(field(robot, "#host-freeslots").getAccessibleHelp())
                .isEqualTo("from the library: 4 double (second-hand)");
        robot.interact(() -> field(robot, "#host-freeslots").setText("none"));
        assertThat(field(robot, "#host-freeslots").getAccessibleHelp()).doesNotContain("library");
    }

    @Test
    void aPastedTableIsRead(FxRobot robot) {
        press(robot, "#paste-hosts");
        robot.interact(() -> robot.lookup("#pasted-hosts")
                .queryAs(TextArea.class)
                .setText("Host\tModel\tCPUs\tCores per CPU\tMemory GiB\nesx01\tR760\t2\t32\t512"));
        press(robot, "#read-pasted");
        press(robot, "#take-hosts");
        assertThat(hosts()).singleElement().satisfies(host -> {
            assertThat(host.memoryGib()).isEqualTo(Optional.of(512));
            assertThat(host.row().orElseThrow().file()).isEqualTo("pasted text");
        });
    }

    private List<InventoryHost> hosts() {
        return workspace.state().plan().site().existingHosts();
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private static void select(FxRobot robot, int... rows) {
        robot.interact(() -> {
            TableView<?> table = robot.lookup("#existing-hosts").queryAs(TableView.class);
            table.getSelectionModel().clearSelection();
            for (int row : rows) {
                table.getSelectionModel().select(row);
            }
        });
    }

    private static TextField field(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextField.class);
    }
}
