package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Survival;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.placement.PlacementView;

/** Draws the placement screen into target/gallery, to be looked at. */
class PlacementScreenTest {
    private static ScreenPictures pictures;

    @BeforeAll
    static void start() {
        pictures = new ScreenPictures();
    }

    @Test
    void asItRuns() throws IOException {
        draw("placement-screen", SamplePlans.standard(), root -> press(root, "proof-c1"));
    }

    @Test
    void provenAndSearched() throws IOException {
        draw("placement-auto", SamplePlans.standard().withLive(OptionId.of("b")), root -> press(root, "proof-c1"));
    }

    @Test
    void afterAFailure() throws IOException {
        draw("placement-failure", SamplePlans.standard(), root -> {
            Node node = root.lookup("#fail-c1");
            assertThat(node).isInstanceOf(ComboBox.class);
            ((ComboBox<?>) node).getSelectionModel().select(1);
        });
    }

    @Test
    void whatHasNoPlaceStandsOnTop() throws IOException {
        draw("placement-refused", hosts(SamplePlans.standard(), 1), root -> press(root, "survival-c1"));
    }

    @Test
    void manyHosts() throws IOException {
        draw("placement-many", many(), root -> press(root, "proof-c1"));
    }

    static Plan many() {
        Plan plan = SamplePlans.standard();
        for (Workload workload : plan.workloads()) {
            if (workload instanceof Workload.GpuVms vms) {
                plan = plan.withWorkload(new Workload.GpuVms(
                        vms.id(), vms.name(), vms.sharing(), 300, vms.gpuMemoryGib(), vms.vm(), vms.survival()));
            }
        }
        return hosts(
                plan.withWorkload(
                        plan.workload(WorkloadId.of("w1")).orElseThrow().withSurvival(Survival.MUST_RESTART)),
                64);
    }

    private static Plan hosts(Plan plan, int count) {
        var option = plan.liveOption();
        var cluster = option.cluster(ClusterId.of("c1")).orElseThrow();
        HostGroup group = cluster.groups().stream()
                .filter(each -> each.id().equals(GroupId.of("g1")))
                .findFirst()
                .orElseThrow();
        return plan.withOption(option.withCluster(cluster.withGroup(group.withCount(HostCount.of(count)))));
    }

    private static void draw(String name, Plan plan, Consumer<Parent> prepare) throws IOException {
        pictures.draw(name, Icon.PLACEMENT, "Placement", plan, PlacementView::new, prepare);
    }

    private static void press(Parent root, String id) {
        Node node = root.lookup("#" + id);
        assertThat(node).as(id).isInstanceOf(Button.class);
        ((Button) node).fire();
    }
}
