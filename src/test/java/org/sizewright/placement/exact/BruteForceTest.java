package org.sizewright.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sizewright.placement.FirstFitPlacer;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.exact.ExactPlacer.Outcome;

/**
 * Small clusters drawn from seeds: every answer is that of brute force, and the checker and the second formulation accept it. All
 * 10,000 run with {@code -Dsizewright.clusters=10000}.
 */
class BruteForceTest {
    private static final int CLUSTERS = Integer.getInteger("sizewright.clusters", 200);

    private final ExactPlacer placer = ExactPlacer.load().orElseThrow();

    @Test
    void theFewestHostsAreThoseOfBruteForce() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(seed);
            PlacementProblem problem = SmallClusters.draw(random, 1 + random.nextInt(6));
            Outcome outcome = placer.cheapest(problem, List.of(HostChoice.any(1)), Budget.of(20, 60));
            assertThat(outcome.isProven()).as("seed %s", seed).isTrue();
            int fewest = BruteForce.fewestHosts(problem);
            assertThat(outcome.found().orElseThrow().cost()).as("seed %s", seed).isEqualTo(fewest);
            assertThat(PlacementChecker.check(
                            problem.withHosts(0, fewest),
                            new Placement(outcome.found().get().placed(), List.of(), List.of())))
                    .as("seed %s", seed)
                    .isEmpty();
        }
    }

    /** Machines that run stay where first fit put them, and others come: in place, and restarts after each host failure. */
    @Test
    void whatFitsBesideRunningMachinesIsWhatBruteForceFits() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(7_000_000 + seed);
            PlacementProblem drawn = SmallClusters.draw(random, 2 + random.nextInt(5));
            PlacementProblem problem = drawn.withHosts(0, 1 + random.nextInt(3));
            Placement first = new FirstFitPlacer(seed, 0).place(problem);
            List<PlacedVm> running =
                    first.placed().stream().filter(vm -> random.nextInt(3) > 0).toList();
            // numbers without gaps, as machines that run have them
            running = renumbered(running);
            Outcome outcome = placer.fit(
                    problem,
                    toPlace(problem, running),
                    first(running),
                    HostRooms.of(problem, running),
                    Budget.of(20, 60));
            assertThat(outcome.isProven()).as("seed %s", seed).isTrue();
            boolean fits = BruteForce.fits(problem, running);
            assertThat(outcome.found().isPresent()).as("seed %s", seed).isEqualTo(fits);
            assertThat(SecondOpinion.fits(
                            problem, toPlace(problem, running), HostRooms.of(problem, running), Budget.of(20, 60)))
                    .as("seed %s", seed)
                    .contains(fits);
            if (fits) {
                List<PlacedVm> all = new ArrayList<>(running);
                all.addAll(outcome.found().get().placed());
                assertThat(PlacementChecker.check(problem, new Placement(all, List.of(), List.of())))
                        .as("seed %s", seed)
                        .isEmpty();
            }
        }
    }

    private static List<PlacedVm> renumbered(List<PlacedVm> vms) {
        Map<String, Integer> numbers = new HashMap<>();
        return vms.stream()
                .map(vm ->
                        new PlacedVm(vm.vmClass(), numbers.merge(vm.vmClass(), 1, Integer::sum), vm.host(), vm.gpus()))
                .toList();
    }

    private static Map<String, Integer> toPlace(PlacementProblem problem, List<PlacedVm> running) {
        Map<String, Integer> wanted = new TreeMap<>();
        problem.vms().forEach(vm -> wanted.put(vm.id(), vm.count()));
        running.forEach(vm -> wanted.merge(vm.vmClass(), -1, Integer::sum));
        return wanted;
    }

    private static Map<String, Integer> first(List<PlacedVm> running) {
        Map<String, Integer> first = new TreeMap<>();
        running.forEach(vm -> first.merge(vm.vmClass(), vm.number() + 1, Math::max));
        return first;
    }
}
