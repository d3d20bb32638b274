package org.sizewright.placement.advice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.Schemes;
import org.sizewright.placement.FirstFitPlacer;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.arrival.GpuChoice;

class PolicyComparisonTest {
    private static PolicyComparison compared(GpuGeometry gpu, int gpus, VmClass... classes) {
        PlacementProblem problem = ProfileAdvisorTest.cluster(gpu, 1, gpus, classes);
        return PolicyComparison.of(problem, FirstFitPlacer.standard().place(problem), 0, 1, 40, () -> true)
                .orElseThrow();
    }

    /** Two GPUs, a machine that wants a whole one and two with a third each: spread out, the small ones leave none. */
    @Test
    void breadthFirstLeavesNoWholeGpu() {
        VmClass whole = VmClass.of("big", 1, new GpuNeed.Whole(1), 1, 1);
        VmClass thirds = VmClass.of("small", 2, new GpuNeed.TimeSliced("16C"), 1, 1);
        PolicyComparison compared = compared(Schemes.l40s(), 2, whole, thirds);
        assertThat(compared.planned()).isEqualTo(new ClusterUse(3, 0, 1, 2, 0));
        PolicyComparison.Row best = compared.rows().getFirst();
        assertThat(best.choice()).isEqualTo(GpuChoice.LEAST_FREE);
        assertThat(best.refused()).isZero();
        assertThat(compared.rows().stream()
                        .filter(row -> row.choice() == GpuChoice.FEWEST_MACHINES)
                        .map(PolicyComparison.Row::refused))
                .as("two of six orders have both small ones first")
                .containsOnly(1);
        assertThat(best.inOrder().refused()).isZero();
        assertThat(compared.words())
                .isEqualTo(
                        "Same size, consolidation is best: as few refused as any, and at most 0 GiB stranded in 95 of"
                                + " 100 orders, 16 GiB with mixed size, consolidation. Placed by plan, all have a place.");
    }

    @Test
    void whereNothingDiffersItSaysSo() {
        PolicyComparison compared = compared(Schemes.a30(), 1, VmClass.of("w1", 6, new GpuNeed.Mig("1g.6gb"), 1, 1));
        assertThat(compared.rows().stream().map(PolicyComparison.Row::mode))
                .as("there is no vGPU")
                .containsOnly(PartitionMode.EQUAL_SIZE);
        assertThat(compared.winners()).hasSize(3);
        assertThat(compared.words()).startsWith("It makes no difference here: every way refuses 2");
    }

    @Test
    void unknownIdsLeaveOutMixedSize() {
        PolicyComparison compared =
                compared(Schemes.h100(), 1, VmClass.of("w1", 1, new GpuNeed.TimeSliced("10C"), 1, 1));
        assertThat(compared.mixedKnown()).isFalse();
        assertThat(compared.rows()).hasSize(3);
    }

    @Test
    void itEndsWhenNobodyWantsItAnyMore() {
        PlacementProblem problem = ProfileAdvisorTest.cluster(Schemes.a30(), 1, 1);
        assertThat(PolicyComparison.of(problem, FirstFitPlacer.standard().place(problem), 0, 1, 10, () -> false))
                .isEmpty();
    }
}
