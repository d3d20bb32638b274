package org.sizewright.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.sizewright.placement.FailureReplay;
import org.sizewright.placement.FirstFitPlacer;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.exact.ExactPlacer.Outcome;

/** Machines that run and stay, and others that come: what fits beside them is held against brute force. */
final class RunningMachines {
    private RunningMachines() {}

    /** The fewest hosts of the only group are those of brute force, and everybody accepts the placement; returns them. */
    static int fewest(ExactPlacer placer, PlacementProblem problem, int seed) {
        Outcome outcome = placer.cheapest(problem, List.of(HostChoice.any(1)), Budget.of(20, 60));
        int fewest = BruteForce.fewestHosts(problem);
        assertThat(outcome.isProven()).as("seed %s", seed).isTrue();
        assertThat(outcome.found().orElseThrow().cost()).as("seed %s", seed).isEqualTo(fewest);
        PlacementProblem enough = problem.withHosts(0, fewest);
        accepted(enough, outcome.found().get().placed(), seed);
        assertThat(SecondOpinion.fits(
                        enough, toPlace(enough, List.of()), HostRooms.of(enough, List.of()), Budget.of(20, 60)))
                .as("seed %s", seed)
                .contains(true);
        return fewest;
    }

    /** Two of three machines that first fit places run where it put them; the others come. Returns whether they fit. */
    static boolean beside(ExactPlacer placer, PlacementProblem problem, Random random, int seed) {
        List<PlacedVm> running = renumbered(new FirstFitPlacer(seed, 0)
                .place(problem).placed().stream()
                        .filter(vm -> random.nextInt(3) > 0)
                        .toList());
        Map<String, Integer> wanted = toPlace(problem, running);
        Map<Integer, HostRoom> rooms = HostRooms.of(problem, running);
        Outcome outcome = placer.fit(problem, wanted, first(running), rooms, Budget.of(20, 60));
        boolean fits = BruteForce.fits(problem, running);
        assertThat(outcome.isProven()).as("seed %s", seed).isTrue();
        assertThat(outcome.found().isPresent()).as("seed %s", seed).isEqualTo(fits);
        assertThat(SecondOpinion.fits(problem, wanted, rooms, Budget.of(20, 60)))
                .as("seed %s", seed)
                .contains(fits);
        if (fits) {
            List<PlacedVm> come = outcome.found().get().placed();
            List<PlacedVm> all = new ArrayList<>(running);
            all.addAll(come);
            accepted(problem, all, seed);
            assertThat(RestartCheck.faults(problem, wanted, rooms, come))
                    .as("seed %s", seed)
                    .isEmpty();
        }
        return fits;
    }

    /** What first fit and the exact engine restart after each host failure is allowed. */
    static void restarts(ExactPlacer placer, PlacementProblem problem, int seed) {
        Placement placement = new FirstFitPlacer(seed, 5).place(problem);
        assertThat(PlacementChecker.check(problem, placement))
                .as("seed %s", seed)
                .isEmpty();
        for (HostFailure failure :
                FailureReplay.standard().replay(problem, placement, 1).failures()) {
            HostFailure exact = new ExactReplay(placer, problem, placement, Budget.of(20, 60)).improved(failure);
            assertThat(PlacementChecker.check(problem, placement, failure))
                    .as("seed %s", seed)
                    .isEmpty();
            assertThat(PlacementChecker.check(problem, placement, exact))
                    .as("seed %s", seed)
                    .isEmpty();
        }
    }

    static void accepted(PlacementProblem problem, List<PlacedVm> placed, int seed) {
        assertThat(PlacementChecker.check(problem, new Placement(placed, List.of(), List.of())))
                .as("seed %s", seed)
                .isEmpty();
    }

    /** Numbers without gaps, as machines that run have them. */
    private static List<PlacedVm> renumbered(List<PlacedVm> vms) {
        Map<String, Integer> numbers = new HashMap<>();
        return vms.stream()
                .map(vm ->
                        new PlacedVm(vm.vmClass(), numbers.merge(vm.vmClass(), 1, Integer::sum), vm.host(), vm.gpus()))
                .toList();
    }

    static Map<String, Integer> toPlace(PlacementProblem problem, List<PlacedVm> running) {
        Map<String, Integer> wanted = new TreeMap<>();
        problem.vms().forEach(vm -> wanted.put(vm.id(), vm.count()));
        running.forEach(vm -> wanted.merge(vm.vmClass(), -1, Integer::sum));
        return wanted;
    }

    static Map<String, Integer> first(List<PlacedVm> running) {
        Map<String, Integer> first = new TreeMap<>();
        running.forEach(vm -> first.merge(vm.vmClass(), vm.number() + 1, Math::max));
        return first;
    }
}
