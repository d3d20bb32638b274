package org.sizewright.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.Schemes;
import org.sizewright.placement.arrival.ArrivalEvent;
import org.sizewright.placement.arrival.ArrivalRun;
import org.sizewright.placement.arrival.ArrivalSimulation;
import org.sizewright.placement.arrival.GpuChoice;

/**
 * Machines with several vGPUs. Two of one machine may lie on one GPU: docs.nvidia.com/vgpu/knowledge-base/latest/vgpu-features.html
 * (Guest VM 0); sizes may differ: NVIDIA AI Enterprise 8.1, Multi-vGPU.
 */
class SeveralVgpusTest {
    private final HostSpec oneGpu = HostSpec.of("l40s", 1, Schemes.l40s(), 64, 512);
    private final HostSpec twoGpus = HostSpec.of("l40s", 2, Schemes.l40s(), 64, 512);

    private static GpuNeed vgpus(String... profiles) {
        return GpuNeed.Several.of(
                List.of(profiles).stream().map(GpuNeed.TimeSliced::new).toList());
    }

    private static VmClass machines(int count, GpuNeed need) {
        return VmClass.of("several", count, need, 4, 16);
    }

    private static Placement place(HostSpec host, int hosts, VmClass vms) {
        PlacementProblem problem = Problems.of(host, hosts, Policy.simple(), vms);
        Placement placement = FirstFitPlacer.standard().place(problem);
        assertThat(PlacementChecker.check(problem, placement)).isEmpty();
        return placement;
    }

    @Test
    void twoHalvesOfOneMachineMayLieOnOneGpu() {
        Placement placement = place(oneGpu, 1, machines(1, vgpus("24C", "24C")));
        assertThat(placement.placed().getFirst().gpus())
                .containsExactly(
                        new GpuSlot(0, PartitionMode.EQUAL_SIZE, "24C", 0),
                        new GpuSlot(0, PartitionMode.EQUAL_SIZE, "24C", 24));
    }

    /** At same size a GPU of 48 GB carries either 24C or 16C. */
    @Test
    void differentSizesTakeAGpuEachWhereGpusHaveOneSize() {
        assertThat(place(twoGpus, 1, machines(1, vgpus("24C", "16C"))).isComplete())
                .isTrue();
        Placement refused = place(oneGpu, 1, machines(1, vgpus("24C", "16C")));
        assertThat(refused.refused().getFirst().reason())
                .isEqualTo(new RefusedVm.Reason(
                        RefusedVm.Binding.HOST_SIZE,
                        "It needs 16C + 24C on one host, more than the GPUs of even an empty host carry."));
    }

    /**
     * A 4g.40gb starts at 0 only, a 2g.20gb at 0, 2 and 4. Where others want the 3g.40gb at 4, the small share would go to 0; it must not
     * come first.
     */
    @Test
    void aShareWithOneStartFindsItsPlace() {
        HostSpec h100 = HostSpec.of("h100", 1, Schemes.h100(), 27, 122);
        PlacementProblem asked = Problems.of(
                h100,
                0,
                Policy.simple(),
                VmClass.of("halves", 2, new GpuNeed.Mig("3g.40gb"), 7, 46),
                machines(1, GpuNeed.Several.of(List.of(new GpuNeed.Mig("2g.20gb"), new GpuNeed.Mig("4g.40gb")))));
        assertThat(HostCountSearch.first().search(asked, 0, 9).proof().range()).isEqualTo("2");
    }

    /** 3 machines x 2 x 24C = 6 halves, 4 on a host of two GPUs. */
    @Test
    void theHostsFollowTheShares() {
        HostSearch.Answer answer = HostCountSearch.standard()
                .search(Problems.of(twoGpus, 0, Policy.simple(), machines(3, vgpus("24C", "24C"))), 0, 9);
        assertThat(answer.proof().range()).isEqualTo("2");
    }

    @Test
    void aMachineThatLacksAShareIsFound() {
        PlacementProblem problem = Problems.of(twoGpus, 1, Policy.simple(), machines(1, vgpus("24C", "16C")));
        PlacedVm wrong = new PlacedVm(
                "several",
                1,
                0,
                List.of(
                        new GpuSlot(0, PartitionMode.EQUAL_SIZE, "24C", 0),
                        new GpuSlot(1, PartitionMode.EQUAL_SIZE, "24C", 0)));
        assertThat(PlacementChecker.check(problem, new Placement(List.of(wrong), List.of(), List.of())))
                .extracting(Violation::words)
                .anyMatch(words -> words.contains("lacks 1 of 16C"));
    }

    @Test
    void arrivingMachinesTakeAllTheirSharesOrNone() {
        PlacementProblem problem = Problems.of(twoGpus, 1, Policy.simple(), machines(0, vgpus("24C", "24C", "24C")));
        ArrivalRun run = new ArrivalSimulation(problem, PartitionMode.EQUAL_SIZE, GpuChoice.LEAST_FREE)
                .run(List.of(new ArrivalEvent.Arrival("several"), new ArrivalEvent.Arrival("several")));
        assertThat(run.machines().get(0)).isInstanceOf(ArrivalRun.Machine.Running.class);
        assertThat(run.machines().get(1)).isInstanceOf(ArrivalRun.Machine.Refused.class);
        assertThat(run.figures().consumedGib()).isEqualTo(72);
    }

    @Test
    void aMachineKeepsToOneKindOfShare() {
        assertThat(vgpus("16C", "24C")).isEqualTo(vgpus("24C", "16C"));
        assertThat(vgpus("24C", "24C", "16C").profile()).isEqualTo("16C + 2 x 24C");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> GpuNeed.Several.of(List.of(new GpuNeed.Mig("1g.10gb"), new GpuNeed.TimeSliced("24C"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
