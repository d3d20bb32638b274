package org.sizewright.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.placement.FirstFitPlacer;
import org.sizewright.placement.GpuLinks;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.GpuNeed.Joining;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy;
import org.sizewright.placement.VmClass;

/** Machines whose GPUs are joined, on small clusters, against every place that there is. */
class LinkedClustersTest {
    private static final int CLUSTERS = Integer.getInteger("sizewright.clusters", 200);

    private static final GpuGeometry GPU = new GpuGeometry(
            "GPU",
            80 * 1024,
            Optional.empty(),
            Optional.of(PartitionScheme.equalSize(80, List.of(Slice.inRow("40C", 40, 2)))),
            Optional.empty());

    private static ExactPlacer placer;

    @BeforeAll
    static void load() {
        placer = ExactPlacer.load().orElseThrow();
    }

    private static PlacementProblem draw(Random random, int machines) {
        GpuLinks links = List.of(GpuLinks.board(), GpuLinks.pairs(), new GpuLinks(List.of(2, 4)), GpuLinks.none())
                .get(random.nextInt(4));
        int gpus = List.of(8, 4, 8, 6).get(random.nextInt(4));
        HostSpec host = new HostSpec("host", gpus, Optional.of(GPU), 64, 512, 0, Set.of()).withLinks(links);
        List<VmClass> vms = new ArrayList<>();
        int left = machines;
        while (left > 0) {
            int count = 1 + random.nextInt(left);
            vms.add(VmClass.of("v" + vms.size(), count, need(random, host), random.nextInt(12), 8));
            left -= count;
        }
        return new PlacementProblem(List.of(new HostGroupSpec(host, 0)), vms, Policy.simple());
    }

    private static GpuNeed need(Random random, HostSpec host) {
        if (random.nextInt(4) == 0) {
            return new GpuNeed.TimeSliced("40C");
        }
        while (true) {
            GpuNeed.Whole whole = new GpuNeed.Whole(
                    List.of(1, 2, 2, 3, 4, 8).get(random.nextInt(6)), Joining.values()[random.nextInt(3)]);
            if (whole.gpus() <= host.gpus() && host.links().allows(whole)) {
                return whole;
            }
        }
    }

    /** On fresh hosts the sizes of groups divide each other, so that counting GPUs is enough. */
    @Test
    void theFewestHostsAreThoseOfBruteForceAndOfGpusThatLieAnywhere() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(3_000_000 + seed);
            PlacementProblem problem = draw(random, 1 + random.nextInt(5));
            int fewest = RunningMachines.fewest(placer, problem, seed);
            assertThat(BruteForce.fewestHosts(loose(problem)))
                    .as("seed %s", seed)
                    .isEqualTo(fewest);
        }
    }

    /**
     * A board of eight with pairs on GPUs of both halves, or of one: frankdenneman.nl/2026-03-31-Topology-Aware-Multi-GPU-VM-Placement,
     * "The Alternative".
     */
    @Test
    void aBusyPairBlocksItsHalf() {
        HostSpec board = new HostSpec("board", 8, Optional.of(GPU), 64, 512, 0, Set.of()).withLinks(GpuLinks.board());
        PlacementProblem problem = new PlacementProblem(
                List.of(new HostGroupSpec(board, 1)),
                List.of(
                        VmClass.of("pair", 2, new GpuNeed.Whole(2, Joining.WHERE_LINKED), 1, 1),
                        VmClass.of("four", 1, new GpuNeed.Whole(4, Joining.WHERE_LINKED), 1, 1)),
                Policy.simple());
        assertThat(new FirstFitPlacer(0, 0).place(problem).isComplete()).isTrue();
        for (int second : new int[] {2, 4, 6}) {
            List<PlacedVm> running = List.of(pair(1, 0), pair(2, second));
            Map<String, Integer> wanted = RunningMachines.toPlace(problem, running);
            Map<Integer, HostRoom> rooms = HostRooms.of(problem, running);
            boolean fits = second == 2;
            ExactPlacer.Outcome outcome =
                    placer.fit(problem, wanted, RunningMachines.first(running), rooms, Budget.of(20, 60));
            assertThat(outcome.found().isPresent()).isEqualTo(fits);
            assertThat(outcome.impossible()).isEqualTo(!fits);
            assertThat(SecondOpinion.fits(problem, wanted, rooms, Budget.of(20, 60)))
                    .contains(fits);
            assertThat(BruteForce.fits(problem, running)).isEqualTo(fits);
            assertThat(new FirstFitPlacer(0, 20).place(problem, running).isComplete())
                    .isEqualTo(fits);
            assertThat(BruteForce.fits(loose(problem), running)).isTrue();
        }
    }

    private static PlacedVm pair(int number, int gpu) {
        return new PlacedVm(
                "pair",
                number,
                0,
                List.of(
                        new GpuSlot(gpu, PartitionMode.FULL, PartitionScheme.WHOLE, 0),
                        new GpuSlot(gpu + 1, PartitionMode.FULL, PartitionScheme.WHOLE, 0)));
    }

    /** Beside machines that run where they are. */
    @Test
    void whatFitsBesideRunningMachinesIsWhatBruteForceFits() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(4_000_000 + seed);
            PlacementProblem drawn = draw(random, 3 + random.nextInt(4));
            PlacementProblem problem = drawn.withHosts(0, 1 + random.nextInt(2));
            RunningMachines.beside(placer, problem, random, seed);
        }
    }

    @Test
    void restartsKeepToTheGroups() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(5_000_000 + seed);
            PlacementProblem problem = draw(random, 2 + random.nextInt(5)).withHosts(0, 2 + random.nextInt(2));
            RunningMachines.restarts(placer, problem, seed);
        }
    }

    /** The same GPUs without links, for machines whose GPUs may lie anywhere. */
    private static PlacementProblem loose(PlacementProblem problem) {
        HostGroupSpec group = problem.groups().getFirst();
        return new PlacementProblem(
                List.of(new HostGroupSpec(group.host().withLinks(GpuLinks.none()), group.count())),
                problem.vms().stream()
                        .map(vm -> vm.gpu() instanceof GpuNeed.Whole whole
                                ? vm.withGpu(new GpuNeed.Whole(whole.gpus()))
                                : vm)
                        .toList(),
                problem.policy());
    }
}
