package org.sizewright.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Survival;
import org.sizewright.plan.Workload.GpuVms;
import org.sizewright.plan.Workload.GpuVms.Sharing;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;

/** Plain machines that have whole GPUs to themselves. The hosts of the standard plan have eight H100 with 80 GB. */
class WholeGpuVmsTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private static OptionResult live(Plan plan) {
        return Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never())
                .live();
    }

    private static GpuVms machines(Plan plan) {
        return plan.workloads().stream()
                .filter(GpuVms.class::isInstance)
                .map(GpuVms.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Plan with(int gpus, int memoryGib, int count, GpuAccess access) {
        Plan plan = SamplePlans.standard();
        GpuVms vms = machines(plan);
        Assignment assignment = plan.liveOption().assignment(vms.id()).orElseThrow();
        return plan.withWorkload(vms.withSharing(Sharing.WHOLE)
                        .withGpuMemoryGib(memoryGib)
                        .withCount(count))
                .withOption(plan.liveOption()
                        .withAssignment(assignment
                                .withDevices(assignment.devices().withVgpus(gpus))
                                .withAccess(access)));
    }

    @ParameterizedTest
    @CsvSource({"1, 80, 1", "1, 81, 2", "2, 80, 2", "2, 300, 4", "4, 10, 4"})
    void machinesGetAsManyGpusAsAreAskedForOrHaveTheMemory(int asked, int memoryGib, int gpus) {
        Plan plan = with(asked, memoryGib, 3, GpuAccess.VGPU);
        OptionResult result = live(plan);
        ClusterPlacement placed = result.placements().getFirst();
        String id = machines(plan).id().value();
        GpuNeed need = placed.whole().vms().stream()
                .filter(vm -> vm.id().equals(id))
                .findFirst()
                .orElseThrow()
                .gpu();
        assertThat(need).isInstanceOf(GpuNeed.Whole.class);
        assertThat(need.gpus()).isEqualTo(gpus);
        assertThat(PlacementChecker.check(placed.whole(), placed.all())).isEmpty();
        RowKey row = new RowKey(id, machines(plan).name());
        var vms = result.sizing().demand.vms;
        assertThat(result.figures().value(vms.gpusAlone, row))
                .isInstanceOfSatisfying(
                        Value.Known.class, known -> assertThat(known.number()).isEqualTo(3.0 * gpus));
        assertThat(result.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR
                        && finding.subject().equals(row.title()))
                .isEmpty();
    }

    /** What is stated of the network cards beside GPUs limits how many machines with cards a host takes. */
    @ParameterizedTest
    @CsvSource({"8, 8", "4, 4", "1, 1", "0, 0"})
    void cardsBesideGpusAreCountedWhereTheyAreStated(int cards, int onOneHost) {
        Plan plan = carded(with(1, 80, 8, GpuAccess.VGPU), Optional.of(cards));
        ClusterPlacement placed = live(plan).placements().getFirst();
        String id = machines(plan).id().value();
        Map<Integer, Long> perHost = placed.placement().placed().stream()
                .filter(vm -> vm.vmClass().equals(id))
                .collect(Collectors.groupingBy(PlacedVm::host, Collectors.counting()));
        assertThat(perHost.values()).allMatch(machines -> machines <= onOneHost);
        assertThat(placed.placement().placed().stream()
                        .anyMatch(vm -> vm.vmClass().equals(id)))
                .isEqualTo(cards > 0);
        assertThat(PlacementChecker.check(placed.whole(), placed.all())).isEmpty();
    }

    @Test
    void cardsThatNobodyStatedAreNotCounted() {
        Plan plan = carded(with(1, 80, 8, GpuAccess.VGPU), Optional.empty());
        String id = machines(plan).id().value();
        assertThat(live(plan).placements().getFirst().placement().placed())
                .filteredOn(vm -> vm.vmClass().equals(id))
                .hasSize(8);
    }

    private static Plan carded(Plan plan, Optional<Integer> cards) {
        Option option = plan.liveOption();
        Assignment assignment = option.assignment(machines(plan).id()).orElseThrow();
        Option carded = option.withAssignment(
                assignment.withDevices(assignment.devices().withRdma(true)));
        for (Cluster cluster : option.clusters()) {
            for (HostGroup group : cluster.groups()) {
                Option before = carded;
                carded = cards.map(number -> before.withSetup(before.setup()
                                .with(group.id(), settings -> settings.with(HostSettings.GPU_NICS, number))))
                        .orElse(before);
            }
        }
        return plan.withOption(carded);
    }

    @Test
    void staticPassthroughStaysDownWithItsHost() {
        Plan plan = with(1, 80, 3, GpuAccess.DIRECTPATH);
        Plan mustRestart = plan.withWorkload(machines(plan).withSurvival(Survival.MUST_RESTART));
        assertThat(live(mustRestart).findings()).extracting(Finding::rule).contains("MODE-001");
        assertThat(live(with(1, 80, 3, GpuAccess.DYNAMIC_DIRECTPATH)).findings())
                .extracting(Finding::rule)
                .doesNotContain("MODE-001");
    }
}
