package org.sizewright.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sizewright.placement.FewestGpus;
import org.sizewright.placement.FirstFitPlacer;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementFigures;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy;
import org.sizewright.placement.VmClass;

class FewestGpusTest {
    private final HostSearch search = ProvenHosts.orFirstFit(1, () -> false);

    private Optional<FewestGpus> of(PlacementProblem problem) {
        Placement placement = new FirstFitPlacer(1, 5).place(problem);
        return FewestGpus.of(search, problem, PlacementFigures.of(problem, placement));
    }

    private static PlacementProblem on(int hosts, VmClass... vms) {
        return new PlacementProblem(
                List.of(new HostGroupSpec(HostSpec.of("host", 4, SmallClusters.H100, 16, 256), hosts)),
                List.of(vms),
                Policy.simple());
    }

    /** Seven 1g.10gb fit on a GPU; sixteen vCPUs of a host are enough for four of them. */
    @Test
    void hostsMayTakeMoreThanTheGpusNeed() {
        FewestGpus fewest = of(on(
                        4,
                        VmClass.of("slices", 14, new GpuNeed.Mig("1g.10gb"), 4, 8),
                        VmClass.of("whole", 1, new GpuNeed.Whole(2), 0, 8)))
                .orElseThrow();
        assertThat(fewest.whole()).isEqualTo(2);
        assertThat(fewest.atLeast()).isEqualTo(2);
        assertThat(fewest.isProven()).isTrue();
        assertThat(fewest.inUse()).isGreaterThan(4);
        assertThat(fewest.words())
                .startsWith("At least 4 GPUs of H100 are needed (2 whole, 2 for shares)")
                .contains("proven")
                .contains("The placement uses " + fewest.inUse() + ":");
    }

    /** On hosts of one GPU each that are never short, GPUs are hosts. */
    @Test
    void sharesTakeTheGpusThatBruteForceFinds() {
        for (int seed = 0; seed < 60; seed++) {
            PlacementProblem drawn = SmallClusters.draw(new Random(14_000_000L + seed), 5);
            HostSpec host = drawn.groups().getFirst().host();
            List<VmClass> shares = drawn.vms().stream()
                    .filter(vm -> vm.gpu() instanceof GpuNeed.Fraction)
                    .map(vm -> VmClass.of(vm.id(), vm.count(), vm.gpu(), 0, 0))
                    .toList();
            PlacementProblem single = new PlacementProblem(
                    List.of(new HostGroupSpec(
                            HostSpec.of("gpu", 1, host.geometry().orElseThrow(), 0, 0), 5)),
                    shares,
                    drawn.policy());
            if (shares.isEmpty()) {
                assertThat(of(single)).isEmpty();
                continue;
            }
            FewestGpus fewest = of(single).orElseThrow();
            assertThat(fewest.isProven()).as("seed %s", seed).isTrue();
            assertThat(fewest.atLeast()).as("seed %s", seed).isEqualTo(BruteForce.fewestHosts(single));
        }
    }
}
