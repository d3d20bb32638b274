package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.MixedHostPlans;
import org.sizewright.SampleReferences;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostObjective;
import org.sizewright.plan.PlanEdit;
import org.sizewright.ui.cluster.ClusterView;
import org.sizewright.ui.look.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Works the cluster screen where several kinds of hosts are on AUTO. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class MixedHostsUseTest {
    private TrialWorkspace workspace;

    @Start
    void start(Stage stage) {
        workspace = new TrialWorkspace(new SampleReferences(), MixedHostPlans.twoKinds(HostObjective.FEWEST_HOSTS));
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
    void theObjectiveIsChosenAndTheAnswerFollowsWithItsReason(FxRobot robot) {
        assertThat(robot.lookup("#mix-c1").queryButton().getText()).startsWith("Fewest hosts: 3 × xe7745");

        robot.interact(() -> {
            ComboBox<?> box = (ComboBox<?>)
                    robot.lookup("#objective-c1").queryAs(Parent.class).lookup(".combo-box");
            box.getSelectionModel().select(HostObjective.LEAST_POWER.ordinal());
        });

        assertThat(workspace.edits).containsExactly("Hosts chosen by: Least power");
        assertThat(cluster().objective()).isEqualTo(HostObjective.LEAST_POWER);
        assertThat(robot.lookup("#mix-c1").queryButton().getText())
                .contains(" × small")
                .contains(" W");
        robot.clickOn("#mix-c1");
        assertThat(workspace.whys.getLast().toString()).contains("Of one kind only");
    }

    @Test
    void withOneGroupOnAutoThereIsNothingToChooseBy(FxRobot robot) {
        assertThat(robot.lookup("#objective-c1").query().isVisible()).isTrue();

        robot.interact(() -> workspace.edit(PlanEdit.of(
                "two small ones",
                plan -> plan.withOption(plan.liveOption()
                        .withCluster(
                                cluster().withGroup(cluster().groups().getLast().withCount(HostCount.of(2))))))));

        assertThat(robot.lookup("#objective-c1").query().isVisible()).isFalse();
        assertThat(robot.lookup("#mix-c1").queryButton().getParent().isVisible())
                .isFalse();
    }

    @Test
    void aKindIsTakenOutAgain(FxRobot robot) {
        robot.interact(() -> robot.lookup("#remove-group-g2").queryButton().fire());

        assertThat(cluster().groups())
                .singleElement()
                .satisfies(group -> assertThat(group.id()).isEqualTo(GroupId.of("g1")));
        assertThat(robot.lookup("#remove-group-g1").queryButton().isVisible()).isFalse();
    }

    private Cluster cluster() {
        return workspace.state().plan().liveOption().clusters().getFirst();
    }
}
