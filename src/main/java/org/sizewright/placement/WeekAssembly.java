package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The slots of a week from the places of its machines: each checked and replayed for itself. */
final class WeekAssembly {
    private final WeekProblem week;
    private final HostSearch hosts;
    private final Runnable between;

    WeekAssembly(WeekProblem week, HostSearch hosts, Runnable between) {
        this.week = week;
        this.hosts = hosts;
        this.between = between;
    }

    /**
     * All slots.
     *
     * @param placement every machine of the week once
     * @param needed the hosts that each slot needs alone, where that was searched
     * @param busiest the busiest slot, where that is known
     */
    WeekPlacement of(Placement placement, List<Optional<Proof>> needed, Optional<Integer> busiest) {
        Placement filled = ExistingFirst.of(week, placement);
        if (!filled.equals(placement)) {
            WeekPlacement tried = assembled(filled, needed, busiest);
            return tried.isSurvived() ? tried : assembled(placement, needed, busiest);
        }
        return assembled(placement, needed, busiest);
    }

    private WeekPlacement assembled(Placement placement, List<Optional<Proof>> needed, Optional<Integer> busiest) {
        List<PlacementProblem> problems =
                IntStream.range(0, week.slots()).mapToObj(week::at).toList();
        List<Placement> placements = problems.stream()
                .map(problem -> explained(problem, at(problem, placement)))
                .toList();
        Map<Integer, Resilience> largest = new TreeMap<>();
        for (int slot : week.largest()) {
            between.run();
            largest.put(slot, hosts.replay(problems.get(slot), placements.get(slot)));
        }
        List<WeekPlacement.Slot> slots = new ArrayList<>();
        for (int slot = 0; slot < week.slots(); slot++) {
            between.run();
            PlacementProblem problem = problems.get(slot);
            Placement own = placements.get(slot);
            List<Violation> violations = new ArrayList<>(PlacementChecker.check(problem, own));
            Optional<Resilience> known = Optional.ofNullable(largest.get(slot));
            Optional<Resilience> taken = known.isPresent() ? Optional.empty() : taken(slot, problem, largest);
            taken.ifPresent(plan -> plan.failures()
                    .forEach(failure -> violations.addAll(PlacementChecker.check(problem, own, failure))));
            slots.add(new WeekPlacement.Slot(
                    week.times().get(slot),
                    problem,
                    own,
                    known.or(() -> taken).orElseGet(() -> hosts.replay(problem, own)),
                    needed.get(slot),
                    PlacementFigures.of(problem, own),
                    violations));
        }
        return new WeekPlacement(week.all(), slots, busiest.orElseGet(() -> fullest(slots)));
    }

    /** The machines of a slot and their places. */
    static Placement at(PlacementProblem problem, Placement placement) {
        Set<String> classes = classes(problem);
        return new Placement(
                placement.placed().stream()
                        .filter(vm -> classes.contains(vm.vmClass()))
                        .toList(),
                placement.refused().stream()
                        .filter(vm -> classes.contains(vm.vmClass()))
                        .toList(),
                placement.notes());
    }

    /** Where the number of hosts is given: the slot with machines refused, then with most GPUs, then most machines. */
    private static int fullest(List<WeekPlacement.Slot> slots) {
        return IntStream.range(0, slots.size())
                .boxed()
                .max(Comparator.<Integer>comparingInt(
                                slot -> slots.get(slot).placement().refused().size())
                        .thenComparingInt(slot -> slots.get(slot).figures().gpusUsed())
                        .thenComparingInt(slot -> slots.get(slot).problem().vmCount())
                        .thenComparingInt(slot -> -slot))
                .orElseThrow();
    }

    /**
     * The restart plan of a slot whose machines contain those of this one, without the others: what is right for more machines is
     * right for fewer. Empty if no such slot is survived.
     */
    private Optional<Resilience> taken(int slot, PlacementProblem problem, Map<Integer, Resilience> largest) {
        return largest.entrySet().stream()
                .filter(other -> other.getValue().isSurvived()
                        && week.times()
                                .get(other.getKey())
                                .windowed()
                                .containsAll(week.times().get(slot).windowed()))
                .findFirst()
                .map(other -> new Resilience(
                        other.getValue().hostsAtOnce(),
                        other.getValue().failures().stream()
                                .map(failure -> only(problem, failure))
                                .toList()));
    }

    private static HostFailure only(PlacementProblem problem, HostFailure failure) {
        Set<String> classes = classes(problem);
        return new HostFailure(
                failure.hosts(),
                placed(classes, failure.restarted()),
                placed(classes, failure.evicted()),
                refused(classes, failure.down()),
                refused(classes, failure.lost()));
    }

    private static List<PlacedVm> placed(Set<String> classes, List<PlacedVm> vms) {
        return vms.stream().filter(vm -> classes.contains(vm.vmClass())).toList();
    }

    private static List<RefusedVm> refused(Set<String> classes, List<RefusedVm> vms) {
        return vms.stream().filter(vm -> classes.contains(vm.vmClass())).toList();
    }

    private static Set<String> classes(PlacementProblem problem) {
        Set<String> classes = new HashSet<>();
        problem.vms().forEach(vm -> classes.add(vm.id()));
        return classes;
    }

    /** In the order of the classes, with reasons for what is refused and the placer's notes. */
    private Placement explained(PlacementProblem problem, Placement placement) {
        Cluster cluster = new Cluster(problem);
        Packing packing = new Packing(cluster);
        packing.occupy(placement.placed());
        List<PlacedVm> placed = placement.placed().stream()
                .sorted(Comparator.<PlacedVm>comparingInt(vm -> cluster.classNumber(vm.vmClass()))
                        .thenComparingInt(PlacedVm::number))
                .toList();
        List<RefusedVm> refused = placement.refused().stream()
                .sorted(Comparator.<RefusedVm>comparingInt(vm -> cluster.classNumber(vm.vmClass()))
                        .thenComparingInt(RefusedVm::number))
                .map(vm -> new RefusedVm(
                        vm.vmClass(),
                        vm.number(),
                        Refusals.reason(cluster, packing, cluster.classNumber(vm.vmClass()))))
                .toList();
        return Placement.noted(problem, placed, refused);
    }
}
