package org.sizewright.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.Schemes;
import org.sizewright.placement.GpuNeed.Joining;

class PinTargetsTest {
    private static final HostSpec BOARD =
            new HostSpec("board", 8, Optional.of(Schemes.h100()), 64, 512, 0, Set.of()).withLinks(GpuLinks.board());

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    private static VmClass joined(String id, int count, int gpus, Joining joining) {
        return VmClass.of(id, count, new GpuNeed.Whole(gpus, joining), 2, 8);
    }

    private static List<Integer> gpus(PinTargets.Target target) {
        return target.pin().orElseThrow().gpus().stream().map(GpuSlot::gpu).toList();
    }

    /** Machine 1 is on GPUs 0 and 1; one GPU of the last pair is in use. */
    @Test
    void joinedGpusArePinnedToTheirGroup() {
        PlacementProblem problem = Problems.of(
                BOARD,
                1,
                Policy.simple(),
                joined("pair", 1, 2, Joining.WHERE_LINKED),
                Problems.mig("mig", 1, "1g.10gb"));
        PinnedVm mig = new PinnedVm("mig", 1, 0, 0, List.of(new GpuSlot(7, PartitionMode.MIG, "1g.10gb", 0)));
        PlacementProblem pinned = problem.withPins(List.of(mig));
        Placement placement = FirstFitPlacer.standard().place(pinned);
        PinTargets targets = PinTargets.of(pinned, placement, "pair", 1);
        for (int gpu = 0; gpu < 6; gpu++) {
            assertThat(gpus(targets.at(0, gpu))).containsExactly(gpu / 2 * 2, gpu / 2 * 2 + 1);
        }
        assertThat(targets.at(0, 6).pin()).isEmpty();
        assertThat(targets.at(0, 6).reason())
                .isEqualTo("GPUs 6 and 7 of host 1 are joined, and it needs all of them; not all are free.");
    }

    @Test
    void hostsWhoseLinksCannotJoinThemSaySo() {
        HostSpec loose = HostSpec.of("loose", 8, Schemes.h100(), 64, 512);
        PlacementProblem problem = new PlacementProblem(
                List.of(new HostGroupSpec(BOARD, 1), new HostGroupSpec(loose, 1)),
                List.of(joined("pair", 1, 2, Joining.ALWAYS)),
                Policy.simple());
        PinTargets targets = PinTargets.of(problem, FirstFitPlacer.standard().place(problem), "pair", 1);
        assertThat(targets.open()).extracting(PinTargets.Target::host).containsOnly(0);
        assertThat(targets.at(1, 3).reason())
                .isEqualTo("host 2 has no links that join 2 GPUs, and it needs them joined.");
    }

    @Test
    void aHostWithoutGpusSaysSo() {
        PlacementProblem problem = new PlacementProblem(
                List.of(
                        new HostGroupSpec(BOARD, 1),
                        new HostGroupSpec(HostSpec.of("cpu", 0, Schemes.h100(), 64, 512), 1)),
                List.of(joined("one", 1, 1, Joining.ANY)),
                Policy.simple());
        PinTargets targets = PinTargets.of(problem, FirstFitPlacer.standard().place(problem), "one", 1);
        assertThat(targets.at(1, 0).reason()).isEqualTo("host 2 has no GPUs.");
    }

    @Test
    void oneCardIsOneCard() {
        PlacementProblem problem = Problems.of(
                HostSpec.of("host", 4, Schemes.h100(), 64, 512).withNics(Optional.of(2)),
                2,
                Policy.simple(),
                VmClass.of("three", 1, new GpuNeed.Whole(2).withNics(true), 2, 8),
                VmClass.of("four", 1, new GpuNeed.Whole(4).withNics(true), 2, 8));
        PinTargets targets = PinTargets.of(problem, FirstFitPlacer.standard().place(problem), "four", 1);
        assertThat(List.of(targets.at(0, 0).reason(), targets.at(1, 0).reason()))
                .containsExactlyInAnyOrder("host 1 has 1 network card beside GPUs free, and it needs 2.", "");
    }

    /** Whatever is offered holds: the others stay where they are, and the machine is pinned to the target. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyOpenTargetIsAPinThatHolds(long seed) {
        PlacementProblem problem = draw(new Random(seed));
        Placement placement = new FirstFitPlacer(7, 0).place(problem);
        for (PlacedVm vm : placement.placed()) {
            List<PinnedVm> others = new ArrayList<>();
            for (PlacedVm other : placement.placed()) {
                if (!other.equals(vm)) {
                    int group = problem.groupOf(other.host());
                    others.add(new PinnedVm(
                            other.vmClass(),
                            other.number(),
                            group,
                            other.host() - problem.firstHost(group),
                            other.gpus()));
                }
            }
            PinTargets targets = PinTargets.of(problem, placement, vm.vmClass(), vm.number());
            for (GpuSlot slot : vm.gpus()) {
                assertThat(targets.at(vm.host(), slot.gpu()).pin())
                        .as("%s, where it is", vm)
                        .isPresent();
            }
            for (PinTargets.Target target : targets.open()) {
                PinnedVm pin = target.pin().orElseThrow();
                List<PinnedVm> pins = new ArrayList<>(others);
                pins.add(pin);
                assertThat(Pinning.of(problem.withPins(pins)).unused())
                        .as("%s to %s", vm, target)
                        .isEmpty();
                if (target.gpu() >= 0) {
                    assertThat(pin.gpus()).extracting(GpuSlot::gpu).contains(target.gpu());
                }
            }
        }
    }

    private static PlacementProblem draw(Random random) {
        List<HostGroupSpec> groups = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            int gpus = List.of(0, 2, 4, 6, 8, 8).get(random.nextInt(6));
            HostSpec host = HostSpec.of("host" + i, gpus, Schemes.h100(), 128, 1024)
                    .withLinks(List.of(GpuLinks.none(), GpuLinks.pairs(), GpuLinks.board())
                            .get(random.nextInt(3)))
                    .withNics(random.nextBoolean() ? Optional.empty() : Optional.of(random.nextInt(gpus + 2)));
            groups.add(new HostGroupSpec(host, 1 + random.nextInt(2)));
        }
        List<VmClass> vms = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            vms.add(VmClass.of("vm" + i, 1 + random.nextInt(4), need(random), 1 + random.nextInt(8), 16));
        }
        Policy.Assignment assignment = Policy.Assignment.values()[random.nextInt(2)];
        return new PlacementProblem(groups, vms, Policy.simple().withAssignment(assignment));
    }

    private static GpuNeed need(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new GpuNeed.None();
            case 1 -> new GpuNeed.Mig(random.nextBoolean() ? "3g.40gb" : "1g.10gb");
            case 2 -> GpuNeed.Several.of(new GpuNeed.Mig("2g.20gb"), 2);
            default ->
                new GpuNeed.Whole(1 + random.nextInt(5), Joining.values()[random.nextInt(3)])
                        .withNics(random.nextInt(3) == 0);
        };
    }
}
