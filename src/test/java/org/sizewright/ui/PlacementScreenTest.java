package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sizewright.MixedHostPlans;
import org.sizewright.Retrievals;
import org.sizewright.SamplePlans;
import org.sizewright.partition.PartitionMode;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.HostObjective;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Pin;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Survival;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.placement.PlacementView;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;

/** Draws the placement screen into target/gallery, to be looked at. */
class PlacementScreenTest {
    private static ScreenPictures pictures;

    @BeforeAll
    static void start() {
        pictures = new ScreenPictures();
    }

    @Test
    void asItRuns() throws IOException {
        draw(
                "placement-screen",
                SamplePlans.standard(),
                root -> root.lookupAll(".piece.work-3").stream().findFirst().ifPresent(PlacementScreenTest::click));
    }

    @Test
    void provenAndSearched() throws IOException {
        draw("placement-mixed", MixedHostPlans.twoKinds(HostObjective.LEAST_POWER), root -> press(root, "proof-c1"));
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
    void afterTheFailureOfTwo() throws IOException {
        draw("placement-failure-two", SamplePlans.standard(), root -> {
            ((ComboBox<?>) root.lookup("#fail-c1")).getSelectionModel().select(1);
            ((ComboBox<?>) root.lookup("#fail-too-c1")).getSelectionModel().select(2);
        });
    }

    @Test
    void allFailures() throws IOException {
        draw(
                "placement-failures",
                SamplePlans.standard(),
                workspace -> view(workspace).withFailures(),
                root -> {
                    root.lookupAll(".toggle-button").stream()
                            .map(ToggleButton.class::cast)
                            .filter(button -> button.getText().equals("Two hosts"))
                            .forEach(ToggleButton::fire);
                    ((TableView<?>) root.lookup("#failures-table"))
                            .getSelectionModel()
                            .select(0);
                });
    }

    @Test
    void aHostIsEmptied() throws IOException {
        draw(
                "placement-maintenance",
                SamplePlans.standard(),
                workspace -> view(workspace).withMaintenance(),
                root -> {
                    ((TableView<?>) root.lookup("#maintenance-table"))
                            .getSelectionModel()
                            .select(0);
                });
    }

    @Test
    void whatHasNoPlaceStandsOnTop() throws IOException {
        draw("placement-refused", hosts(SamplePlans.standard(), 1), root -> press(root, "survival-c1"));
    }

    @Test
    void machinesOfADatabaseHaveNoGpu() throws IOException {
        Plan plan = SamplePlans.standard().withWorkload(Retrievals.full().withId(WorkloadId.of("w3")));
        draw("placement-database", plan, root -> {
            assertThat(root.lookupAll(".label").stream().map(label -> String.valueOf(((Label) label).getText())))
                    .anyMatch(text -> text.contains("1 without GPU"));
        });
    }

    @Test
    void mixedAndStranded() throws IOException {
        draw("placement-stranded", stranded(), root -> {
            assertThat(root.lookupAll(".piece.stranded")).isNotEmpty();
            root.lookupAll(".piece.stranded").stream().findFirst().ifPresent(PlacementScreenTest::click);
        });
    }

    @Test
    void manyHosts() throws IOException {
        draw("placement-many", many(), root -> press(root, "proof-c1"));
    }

    @Test
    void severalClustersByProfile() throws IOException {
        draw("placement-clusters", two(), root -> {
            press(root, "survival-c2");
            root.lookupAll(".toggle-button").stream()
                    .map(ToggleButton.class::cast)
                    .filter(button -> button.getText().equals("By profile"))
                    .forEach(ToggleButton::fire);
        });
    }

    @Test
    void pinnedMachines() throws IOException {
        draw("placement-pins", pinned(), root -> {
            assertThat(root.lookupAll(".piece:locked")).hasSize(4);
            press(root, "pins-c1");
        });
    }

    @Test
    void choosingAPlace() throws IOException {
        draw("placement-move", pinned(), root -> {
            Node piece = root.lookupAll(".piece:locked").iterator().next();
            click(piece);
            piece.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "m", "m", KeyCode.M, false, false, false, false));
            assertThat(root.lookup("#move-pane").isVisible()).isTrue();
        });
    }

    /** Two machines on the last host, one of two GPUs, and a pin to a host that is not there. */
    static Plan pinned() {
        Plan plan = SamplePlans.standard();
        Option option = plan.liveOption();
        ClusterId cluster = ClusterId.of("c1");
        GroupId group = GroupId.of("g1");
        Pin.Place place = new Pin.Place(PartitionMode.EQUAL_SIZE, "H100XM-20C", 20);
        return plan.withOption(option.withPin(
                        new Pin(cluster, "w2", 3, group, 3, List.of(new Pin.Share(6, Optional.of(place)))))
                .withPin(new Pin(cluster, "w2", 5, group, 1, List.of(new Pin.Share(7, Optional.of(place)))))
                .withPin(new Pin(cluster, "w2", 9, group, 9, List.of(new Pin.Share(7, Optional.of(place)))))
                .withPin(new Pin(
                        cluster,
                        "w1",
                        2,
                        group,
                        3,
                        List.of(new Pin.Share(2, Optional.empty()), new Pin.Share(3, Optional.empty())))));
    }

    @Test
    void compact() throws IOException {
        draw("placement-compact", many(), root -> {
            press(root, "survival-c1");
            root.lookupAll(".toggle-button").stream()
                    .map(ToggleButton.class::cast)
                    .filter(button -> button.getText().equals("Compact"))
                    .forEach(ToggleButton::fire);
        });
    }

    /** One GPU a line. */
    @Test
    void large() throws IOException {
        draw(
                "placement-large",
                many(),
                root -> root.lookupAll(".toggle-button").stream()
                        .map(ToggleButton.class::cast)
                        .filter(button -> button.getText().equals("Large"))
                        .forEach(ToggleButton::fire));
    }

    /** All 64 hosts stand in the window, however small. */
    @Test
    void overview() throws IOException {
        draw("placement-overview", many(), root -> {
            press(root, "survival-c1");
            root.lookupAll(".toggle-button").stream()
                    .map(ToggleButton.class::cast)
                    .filter(button -> button.getText().equals("Overview"))
                    .forEach(ToggleButton::fire);
            root.applyCss();
            root.layout();
            Region overview = (Region) root.lookup("#overview-c1");
            assertThat(overview.getHeight()).isGreaterThanOrEqualTo(overview.getPrefHeight());
            assertThat(root.lookupAll(".overview-name")).hasSize(64);
        });
    }

    /** What a GPU is set to, and what it carries, stands under it. */
    @Test
    void captionsNameTheSetOfProfiles() throws IOException {
        draw(
                "placement-captions",
                stranded(),
                root -> assertThat(root.lookupAll(".gpu-strip .label").stream()
                                .map(label -> String.valueOf(((Label) label).getText())))
                        .anyMatch(text -> text.matches("GPU \\d: (MIG|mixed|mixed size) · .*(2g\\.20gb|10C).*")));
    }

    @Test
    void machinesArrive() throws IOException {
        draw("placement-arrivals", arriving(), workspace -> view(workspace).withArrivals(), root -> {
            assertThat(root.lookup("#arrivals-same")).isNotNull();
            press(root, "arrivals-back");
            root.lookupAll(".piece.work-3").stream().findFirst().ifPresent(PlacementScreenTest::click);
        });
    }

    @Test
    void machinesArriveWhereMixedSizeIsOpen() throws IOException {
        draw(
                "placement-arrivals-plan",
                SamplePlans.standard(),
                workspace -> view(workspace).withArrivals(),
                root -> {});
    }

    @Test
    void policiesSideBySide() throws IOException {
        draw(
                "placement-policies",
                arriving(),
                workspace -> view(workspace).withPolicies(),
                root -> press(root, "policies-best"));
    }

    @Test
    void profilesRanked() throws IOException {
        draw("placement-profiles", arriving(), workspace -> view(workspace).withProfiles(), root -> {});
    }

    /** More machines of several sizes than find room in every order. */
    static Plan arriving() {
        Plan plan = SamplePlans.standard();
        plan = plan.withWorkload(vms("w2", "Notebooks", 20, 20)).withWorkload(vms("w4", "Development", 20, 8));
        plan = plan.withWorkload(vms("w3", "Embedding and reranking", 8, 40));
        var option = plan.liveOption();
        var cluster = option.clusters().getFirst();
        return plan.withOption(
                option.withAssignment(new Assignment(WorkloadId.of("w4"), cluster.id(), 1, 1, 1, Optional.empty())));
    }

    private static Workload.GpuVms vms(String id, String name, int count, int gib) {
        return new Workload.GpuVms(
                WorkloadId.of(id),
                name,
                Workload.GpuVms.Sharing.TIME_SLICED,
                count,
                gib,
                new VmShape(4, 32),
                Survival.MAY_STAY_DOWN);
    }

    /** The second workload of machines on a cluster of its own. */
    static Plan two() {
        Plan plan = SamplePlans.standard();
        var option = plan.liveOption();
        Cluster first = option.clusters().getFirst();
        HostGroup other = plan.options().get(1).clusters().getFirst().groups().getFirst();
        HostGroup group = new HostGroup(
                GroupId.of("g2"),
                other.name(),
                other.server(),
                other.gpu(),
                other.gpusPerHost(),
                HostCount.auto(),
                other.sockets(),
                other.coresPerSocket(),
                other.vcpuPerCore(),
                other.memoryGib(),
                other.reservedMemoryGib(),
                other.typed());
        Cluster second =
                new Cluster(ClusterId.of("c2"), "Inference", 1, first.vgpuMode(), first.gpuPolicy(), List.of(group));
        return plan.withOption(
                new Option(option.id(), option.name(), option.platform(), List.of(first, second), option.assignments())
                        .withAssignment(new Assignment(WorkloadId.of("w3"), second.id(), 1, 1, 1, Optional.empty())));
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

    private static Plan stranded() {
        Plan plan = SamplePlans.standard();
        plan = plan.withWorkload(new Workload.GpuVms(
                WorkloadId.of("w3"),
                "Embedding and reranking",
                Workload.GpuVms.Sharing.MIG,
                10,
                16,
                new VmShape(8, 64),
                Survival.MUST_RESTART));
        plan = plan.withWorkload(new Workload.GpuVms(
                WorkloadId.of("w4"),
                "Development",
                Workload.GpuVms.Sharing.TIME_SLICED,
                7,
                10,
                new VmShape(4, 32),
                Survival.MAY_BE_EVICTED));
        var option = plan.liveOption();
        var cluster = option.clusters().getFirst();
        return plan.withOption(option.withCluster(cluster.withVgpuMode(Cluster.VgpuMode.MIXED_SIZE))
                .withAssignment(new Assignment(WorkloadId.of("w3"), cluster.id(), 1, 1, 1, Optional.of("2g.20gb")))
                .withAssignment(new Assignment(WorkloadId.of("w4"), cluster.id(), 1, 1, 1, Optional.empty())));
    }

    private static void click(Node node) {
        node.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                1,
                1,
                1,
                1,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                new PickResult(node, 1, 1)));
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

    private static PlacementView view(Workspace workspace) {
        return new PlacementView(workspace, Runnable::run);
    }

    private static void draw(String name, Plan plan, Consumer<Parent> prepare) throws IOException {
        draw(name, plan, PlacementScreenTest::view, prepare);
    }

    private static void draw(String name, Plan plan, Function<Workspace, Screen> build, Consumer<Parent> prepare)
            throws IOException {
        pictures.draw(name, Icon.PLACEMENT, "Placement", plan, build, prepare);
    }

    private static void press(Parent root, String id) {
        Node node = root.lookup("#" + id);
        assertThat(node).as(id).isInstanceOf(Button.class);
        ((Button) node).fire();
    }
}
