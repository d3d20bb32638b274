package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.VmClass;

/**
 * Machines that cannot fit together on the hosts that there are, none of which can be left out, and the single changes that would make
 * everything fit.
 *
 * @param together how many machines of which class cannot fit together; one fewer of any of them could
 * @param moreHosts for a host group, how many hosts more would do
 * @param fewerMachines for a class, how many machines fewer would do
 */
record Misfit(Map<String, Integer> together, Map<String, Integer> moreHosts, Map<String, Integer> fewerMachines) {
    /** A change by a larger share of what is there than this is not worth naming. */
    private static final int MOST_FOLD = 4;

    Misfit {
        together = Map.copyOf(together);
        moreHosts = Map.copyOf(moreHosts);
        fewerMachines = Map.copyOf(fewerMachines);
    }

    /** Empty if everything fits, or if it is not known within the budget. */
    static Optional<Misfit> of(ExactPlacer placer, PlacementProblem problem, Budget budget) {
        if (!cannotFit(placer, problem, budget)) {
            return Optional.empty();
        }
        PlacementProblem least = problem;
        for (VmClass vm : problem.vms()) {
            PlacementProblem without = with(least, vm.id(), 0);
            least = vm.count() > 0 && cannotFit(placer, without, budget) ? without : least;
        }
        Map<String, Integer> together = new TreeMap<>();
        for (VmClass vm : List.copyOf(least.vms())) {
            if (vm.count() > 0) {
                PlacementProblem others = least;
                int count = first(1, vm.count(), some -> cannotFit(placer, with(others, vm.id(), some), budget));
                least = with(least, vm.id(), count);
                together.put(vm.id(), count);
            }
        }
        Map<String, Integer> fewer = new TreeMap<>();
        for (String id : together.keySet()) {
            int count = problem.vm(id).count();
            int removed = first(1, count + 1, some -> fits(placer, with(problem, id, count - some), budget));
            if (removed <= count) {
                fewer.put(id, removed);
            }
        }
        return Optional.of(new Misfit(together, moreHosts(placer, problem, budget), fewer));
    }

    private static Map<String, Integer> moreHosts(ExactPlacer placer, PlacementProblem problem, Budget budget) {
        Map<String, Integer> more = new TreeMap<>();
        for (int group = 0; group < problem.groups().size(); group++) {
            int there = problem.groups().get(group).count();
            List<HostChoice> choices = new ArrayList<>();
            for (int i = 0; i < problem.groups().size(); i++) {
                choices.add(
                        i == group
                                ? HostChoice.any(1)
                                : HostChoice.there(problem.groups().get(i).count()));
            }
            int open = group;
            placer.cheapest(problem, choices, budget)
                    .found()
                    .map(found -> found.hosts().get(open) - there)
                    .filter(hosts -> hosts > 0 && hosts <= MOST_FOLD * Math.max(1, there))
                    .ifPresent(
                            hosts -> more.put(problem.groups().get(open).host().id(), hosts));
        }
        return more;
    }

    /** The smallest number from {@code least} on that holds, {@code most} if none below does; what holds goes on holding. */
    private static int first(int least, int most, IntPredicate holds) {
        int low = least;
        int high = most;
        while (low < high) {
            int middle = (low + high) / 2;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static boolean cannotFit(ExactPlacer placer, PlacementProblem problem, Budget budget) {
        return place(placer, problem, budget).impossible();
    }

    private static boolean fits(ExactPlacer placer, PlacementProblem problem, Budget budget) {
        return place(placer, problem, budget).found().isPresent();
    }

    private static ExactPlacer.Outcome place(ExactPlacer placer, PlacementProblem problem, Budget budget) {
        return placer.cheapest(
                problem,
                problem.groups().stream()
                        .map(group -> HostChoice.there(group.count()))
                        .toList(),
                budget);
    }

    private static PlacementProblem with(PlacementProblem problem, String id, int count) {
        return problem.withVms(problem.vms().stream()
                .map(vm -> vm.id().equals(id) ? vm.withCount(count) : vm)
                .toList());
    }

    /** The misfit and its ways out in sentences. */
    String words(PlacementProblem problem) {
        int hosts = problem.hostCount();
        List<String> machines = new ArrayList<>();
        for (VmClass vm : problem.vms()) {
            Integer count = together.get(vm.id());
            if (count != null) {
                machines.add(count + " × " + vm.id());
            }
        }
        List<String> changes = changes(problem);
        int last = machines.size() - 1;
        return (last > 0 ? String.join(", ", machines.subList(0, last)) + " and " : "")
                + machines.getLast()
                + " cannot fit " + (machines.size() > 1 ? "together " : "")
                + "on " + hosts + (hosts == 1 ? " host" : " hosts") + ", however they are placed."
                + (changes.isEmpty()
                        ? ""
                        : " Everything would fit with " + changes.getFirst()
                                + (changes.size() == 1
                                        ? "."
                                        : ", the smallest change, or with "
                                                + String.join(", or with ", changes.subList(1, changes.size())) + "."));
    }

    /** A single change, and which part of the hosts or machines that there are it adds or takes away. */
    private record Change(String words, double part) {}

    /** The single changes, the one that changes least first; hosts before machines where they are alike. */
    private List<String> changes(PlacementProblem problem) {
        List<Change> changes = new ArrayList<>();
        problem.groups().forEach(group -> {
            Integer more = moreHosts.get(group.host().id());
            if (more != null) {
                changes.add(new Change(
                        more
                                + (more == 1 ? " more host" : " more hosts")
                                + (problem.groups().size() > 1
                                        ? " of " + group.host().id()
                                        : ""),
                        (double) more / Math.max(1, problem.hostCount())));
            }
        });
        problem.vms().forEach(vm -> {
            Integer fewer = fewerMachines.get(vm.id());
            if (fewer != null) {
                changes.add(new Change(fewer + " fewer of " + vm.id(), (double) fewer / problem.vmCount()));
            }
        });
        return changes.stream()
                .sorted(Comparator.comparingDouble(Change::part))
                .map(Change::words)
                .toList();
    }
}
