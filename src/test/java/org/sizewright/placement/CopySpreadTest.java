package org.sizewright.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CopySpreadTest {
    private static PlacementProblem problem(int hosts, VmClass... vms) {
        HostSpec host = new HostSpec("h", 0, Optional.empty(), 32, 128, 0, Set.of());
        return new PlacementProblem(List.of(new HostGroupSpec(host, hosts)), List.of(vms), Policy.simple());
    }

    private static VmClass database(int machines, int copies) {
        return VmClass.of("w1-database", machines, new GpuNeed.None(), 4, 32).withCopies(copies);
    }

    @Test
    void equalPartsGoToDifferentHosts() {
        // two copies of two parts: first fit puts all four on the first host
        PlacementProblem problem = problem(2, database(4, 2));
        Placement packed = FirstFitPlacer.standard().place(problem);
        assertThat(CopySpread.together(problem, packed))
                .containsExactlyInAnyOrder(
                        new CopySpread.Together("w1-database", 1, 0, 2),
                        new CopySpread.Together("w1-database", 2, 0, 2));
        Placement spread = CopySpread.of(problem, packed);
        assertThat(CopySpread.together(problem, spread)).isEmpty();
        assertThat(PlacementChecker.check(problem, spread)).isEmpty();
        assertThat(spread.placed()).extracting(PlacedVm::host).containsExactlyInAnyOrder(0, 0, 1, 1);
    }

    @Test
    void whereThereIsNoRoomCopiesStayTogether() {
        PlacementProblem one = problem(1, database(2, 2));
        Placement packed = FirstFitPlacer.standard().place(one);
        assertThat(CopySpread.of(one, packed)).isEqualTo(packed);
        assertThat(CopySpread.together(one, packed))
                .singleElement()
                .satisfies(together -> assertThat(together.machines()).isEqualTo(2));
    }

    @Test
    void hostsInUseComeBeforeEmptyOnes() {
        VmClass other = VmClass.of("w2", 1, new GpuNeed.None(), 30, 8);
        PlacementProblem problem = problem(4, database(2, 2), other);
        Placement packed = new Placement(
                List.of(
                        new PlacedVm("w1-database", 1, 0, List.of()),
                        new PlacedVm("w1-database", 2, 0, List.of()),
                        new PlacedVm("w2", 1, 3, List.of())),
                List.of(),
                List.of());
        // the fourth host has 2 vCPU left, the database asks for 4
        assertThat(CopySpread.of(problem, packed).placed().get(1).host()).isEqualTo(1);
        PlacementProblem roomy =
                problem.withVms(List.of(database(2, 2), VmClass.of("w2", 1, new GpuNeed.None(), 8, 8)));
        assertThat(CopySpread.of(roomy, packed).placed().get(1).host()).isEqualTo(3);
    }

    @Test
    void spreadPlacementsStayAllowedAndNeverPutMoreCopiesTogether() {
        Random random = new Random(20261122);
        for (int i = 0; i < 200; i++) {
            int copies = 1 + random.nextInt(3);
            PlacementProblem problem = problem(
                    1 + random.nextInt(5),
                    database(copies * (1 + random.nextInt(4)), copies),
                    VmClass.of("w2", random.nextInt(8), new GpuNeed.None(), 1 + random.nextInt(16), 8));
            Placement packed = FirstFitPlacer.standard().place(problem);
            Placement spread = CopySpread.of(problem, packed);
            assertThat(PlacementChecker.check(problem, spread)).as("round " + i).isEmpty();
            assertThat(spread.refused()).isEqualTo(packed.refused());
            assertThat(machines(problem, spread)).as("round " + i).isLessThanOrEqualTo(machines(problem, packed));
        }
    }

    private static int machines(PlacementProblem problem, Placement placement) {
        return CopySpread.together(problem, placement).stream()
                .mapToInt(CopySpread.Together::machines)
                .sum();
    }
}
