package org.sizewright.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sizewright.partition.Schemes;

class ExistingFirstTest {
    private static final HostSpec NEW = HostSpec.of("new", 4, Schemes.h100(), 64, 1024);
    private static final HostSpec THERE = HostSpec.of("there", 2, Schemes.h100(), 32, 512);

    /** New hosts come first in the plan, so that first fit fills them first. */
    private static PlacementProblem problem(int bought, int there, VmClass... vms) {
        return new PlacementProblem(
                List.of(new HostGroupSpec(NEW, bought, 2), new HostGroupSpec(THERE, there, 0)),
                List.of(vms),
                Policy.simple());
    }

    private static long on(Placement placement, int from, int to) {
        return placement.placed().stream()
                .filter(vm -> vm.host() >= from && vm.host() < to)
                .count();
    }

    @Test
    void machinesMoveToHostsThatAreThere() {
        PlacementProblem problem = problem(1, 1, Problems.whole("a", 2, 1));
        Placement found = FirstFitPlacer.standard().place(problem);
        assertThat(on(found, 0, 1)).isEqualTo(2);

        Placement filled = ExistingFirst.of(problem, found);

        assertThat(on(filled, 1, 2)).isEqualTo(2);
        assertThat(PlacementChecker.check(problem, filled)).isEmpty();
    }

    @Test
    void theLargestGoFirstAndWhatHasNoRoomStays() {
        PlacementProblem problem = problem(1, 1, Problems.whole("small", 2, 1), Problems.whole("large", 1, 2));

        Placement filled = ExistingFirst.of(problem, FirstFitPlacer.standard().place(problem));

        assertThat(filled.placed().stream().filter(vm -> vm.host() == 1).map(PlacedVm::vmClass))
                .containsExactly("large");
        assertThat(PlacementChecker.check(problem, filled)).isEmpty();
    }

    @Test
    void whereNothingIsThereNothingMoves() {
        PlacementProblem problem = new PlacementProblem(
                List.of(new HostGroupSpec(NEW, 2), new HostGroupSpec(THERE, 2)),
                List.of(Problems.whole("a", 5, 1)),
                Policy.simple());
        Placement found = FirstFitPlacer.standard().place(problem);

        assertThat(ExistingFirst.of(problem, found)).isSameAs(found);
    }

    @Test
    void whateverIsMovedTheCheckerAcceptsAndNothingMoreGoesToNewHosts() {
        for (int seed = 0; seed < 60; seed++) {
            PlacementProblem drawn = Problems.random(seed);
            Random random = new Random(seed);
            PlacementProblem problem = new PlacementProblem(
                    drawn.groups().stream()
                            .map(group -> new HostGroupSpec(group.host(), group.count(), random.nextInt(3)))
                            .toList(),
                    drawn.vms(),
                    drawn.policy());
            Placement found = FirstFitPlacer.standard().place(problem);

            Placement filled = ExistingFirst.of(problem, found);

            assertThat(PlacementChecker.check(problem, filled))
                    .as("seed %s", seed)
                    .isEmpty();
            assertThat(filled.placed()).hasSameSizeAs(found.placed());
            int[] turns = problem.groups().stream()
                    .flatMapToInt(group ->
                            java.util.stream.IntStream.range(0, group.count()).map(host -> group.turn()))
                    .toArray();
            for (int i = 0; i < found.placed().size(); i++) {
                assertThat(turns[filled.placed().get(i).host()])
                        .isLessThanOrEqualTo(turns[found.placed().get(i).host()]);
            }
        }
    }
}
