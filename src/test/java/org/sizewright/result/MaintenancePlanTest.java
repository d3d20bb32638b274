package org.sizewright.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.PinnedVm;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementProblems;
import org.sizewright.placement.Violation;
import org.sizewright.placement.maintenance.Departure;
import org.sizewright.placement.maintenance.HostMaintenance;
import org.sizewright.placement.maintenance.Way;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.Option;
import org.sizewright.plan.Pin;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Survival;

/** How hosts of a plan are emptied. */
class MaintenancePlanTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private static OptionResult live(Plan plan) {
        return Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never())
                .live();
    }

    /** The coding assistant has whole GPUs; the other machines have slices, which are vGPUs whatever is said. */
    private static Plan with(GpuAccess access) {
        Plan plan = SamplePlans.standard();
        Option option = plan.options().getFirst();
        for (Assignment assignment : option.assignments()) {
            option = option.withAssignment(assignment.withAccess(access));
        }
        Plan changed = plan.withOption(option);
        return access == GpuAccess.DIRECTPATH
                ? changed.withWorkload(changed.workloads().getFirst().withSurvival(Survival.MAY_STAY_DOWN))
                : changed;
    }

    @ParameterizedTest
    @EnumSource(GpuAccess.class)
    void everyMachineLeavesByItsAccessToAPlaceThatIsAllowed(GpuAccess access) {
        OptionResult result = live(with(access));
        ClusterPlacement placed = result.placements().getFirst();
        List<HostMaintenance> hosts = Objects.requireNonNull(
                result.maintenance().get(placed.cluster().cluster().id()));
        assertThat(hosts).hasSize(placed.problem().hostCount());
        int moved = 0;
        for (HostMaintenance host : hosts) {
            Set<PlacedVm> gone = new HashSet<>();
            List<PlacedVm> after = new ArrayList<>(placed.placement().placed());
            for (Departure departure : host.departures()) {
                boolean whole = departure.vm().vmClass().equals("w1");
                assertThat(departure.way()).isEqualTo(whole ? Way.of(access) : Way.VMOTION);
                assertThat(departure.target().isPresent())
                        .isEqualTo(departure.way() != Way.SHUT_DOWN
                                && departure.obstacle().isEmpty());
                if (departure.target().isPresent()) {
                    gone.add(departure.vm());
                    after.remove(departure.vm());
                    after.add(departure.target().get());
                    assertThat(departure.target().get().host()).isNotEqualTo(host.host());
                    moved++;
                }
            }
            assertThat(PlacementChecker.check(placed.problem(), new Placement(after, List.of(), List.of())))
                    .filteredOn(violation -> violation.kind() != Violation.Kind.ACCOUNT)
                    .isEmpty();
            assertThat(host.isPossible()).isTrue();
            assertThat(host.departures()).hasSize((int) placed.placement().placed().stream()
                    .filter(vm -> vm.host() == host.host())
                    .count());
        }
        assertThat(moved).isGreaterThan(10);
    }

    /** A pin is a wish for normal operation. */
    @Test
    void aPinnedMachineLeavesForTheMaintenanceAndComesBack() {
        Plan plan = with(GpuAccess.VGPU);
        ClusterPlacement free = live(plan).placements().getFirst();
        PlacedVm notebook = free.placement().placed().stream()
                .filter(vm -> vm.vmClass().equals("w2"))
                .findFirst()
                .orElseThrow();
        Pin pin = PlacementProblems.pin(
                free.cluster(),
                new PinnedVm(
                        notebook.vmClass(),
                        notebook.number(),
                        free.groupOf(notebook.host()),
                        free.numberInGroup(notebook.host()),
                        notebook.gpus()));

        OptionResult result = live(plan.withOption(plan.options().getFirst().withPin(pin)));

        ClusterPlacement placed = result.placements().getFirst();
        assertThat(placed.pinning().kept()).hasSize(1);
        List<Departure> departures =
                Objects.requireNonNull(result.maintenance()
                                .get(placed.cluster().cluster().id()))
                        .stream()
                        .flatMap(host -> host.departures().stream())
                        .toList();
        assertThat(departures).filteredOn(Departure::pinned).singleElement().satisfies(departure -> {
            assertThat(departure.vm()).isEqualTo(notebook);
            assertThat(departure.target().orElseThrow().host()).isNotEqualTo(notebook.host());
            assertThat(departure.comesBack())
                    .contains("Pinned to this host: it leaves for the maintenance and comes back.");
        });
        assertThat(departures)
                .filteredOn(departure -> !departure.pinned())
                .allSatisfy(departure -> assertThat(departure.comesBack()).isEmpty());
    }

    /** On a single host nothing can move: every machine that would have to blocks it, by name and with the reason. */
    @Test
    void whatFindsNoPlaceBlocksTheHost() {
        Plan plan = SamplePlans.standard();
        Option option = plan.options().getFirst();
        var cluster = option.clusters().getFirst();
        Plan alone = plan.withOption(
                option.withCluster(cluster.withGroup(cluster.groups().getFirst().withCount(HostCount.of(1)))));
        OptionResult result = live(alone);
        HostMaintenance host =
                Objects.requireNonNull(result.maintenance().get(cluster.id())).getFirst();
        assertThat(host.isPossible()).isFalse();
        assertThat(host.obstacles()).hasSameSizeAs(host.departures());
        assertThat(host.obstacles().getFirst().obstacle().orElseThrow().words())
                .isEqualTo("There is no host left to run it on.");
    }

    /** Static DirectPath names one device of one host: such machines do not restart. */
    @Test
    void staticDirectPathDoesNotRestart() {
        Plan plan = SamplePlans.standard();
        Option option = plan.options().getFirst();
        for (Assignment assignment : option.assignments()) {
            option = option.withAssignment(assignment.withAccess(GpuAccess.DIRECTPATH));
        }
        ClusterPlacement placed = live(plan.withOption(option)).placements().getFirst();
        assertThat(placed.resilience().isSurvived()).isFalse();
        assertThat(placed.resilience().verdict()).contains("it is proven that not everything can restart");
    }
}
