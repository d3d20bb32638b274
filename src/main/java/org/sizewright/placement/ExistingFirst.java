package org.sizewright.placement;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Hosts that are there already are filled before others: moves machines, the largest first, from hosts of a later turn to hosts of an
 * earlier one that have room. The number of hosts stays as it was found, and nothing else moves; what is pinned stays.
 */
public final class ExistingFirst {
    private ExistingFirst() {}

    /** The same placement where there is nothing to move. */
    public static Placement of(PlacementProblem problem, Placement placement) {
        int[] turns = turns(problem);
        Placement moved = placement;
        for (int turn : new TreeSet<>(IntStream.of(turns).boxed().toList())) {
            moved = filled(problem, turns, turn, moved);
        }
        return moved;
    }

    /** The same for machines of a week, which keep their place in every slot in which they run. */
    static Placement of(WeekProblem week, Placement placement) {
        int[] turns = turns(week.all());
        Cluster cluster = new Cluster(week.all());
        Placement moved = placement;
        for (int turn : new TreeSet<>(IntStream.of(turns).boxed().toList())) {
            List<PlacedVm> later = later(cluster, turns, turn, moved);
            if (!later.isEmpty()) {
                WeekPacking packing = new WeekPacking(
                        week,
                        week.slotsOf(),
                        IntStream.range(0, turns.length)
                                .filter(host -> turns[host] != turn)
                                .boxed()
                                .toList());
                moved.placed().forEach(packing::occupy);
                moved = moved(
                        moved,
                        later,
                        later.stream()
                                .map(vm -> packing.place(cluster.classNumber(vm.vmClass()), vm.number()))
                                .toList());
            }
        }
        return moved;
    }

    private static Placement filled(PlacementProblem problem, int[] turns, int turn, Placement placement) {
        Cluster cluster = new Cluster(problem);
        List<PlacedVm> later = later(cluster, turns, turn, placement);
        if (later.isEmpty()) {
            return placement;
        }
        Packing packing = new Packing(cluster);
        packing.occupy(placement.placed());
        for (int host = 0; host < turns.length; host++) {
            if (turns[host] != turn) {
                packing.close(host);
            }
        }
        return moved(
                placement,
                later,
                packing.fill(
                        later.stream()
                                .map(vm -> new Packing.Item(cluster.classNumber(vm.vmClass()), vm.number()))
                                .toList(),
                        Packing.Opening.WHAT_PAYS));
    }

    /** Machines on hosts of a later turn, the largest first. */
    private static List<PlacedVm> later(Cluster cluster, int[] turns, int turn, Placement placement) {
        Pinning pinning = Pinning.of(cluster.problem);
        return placement.placed().stream()
                .filter(vm -> turns[vm.host()] > turn && !pinning.holds(vm.vmClass(), vm.number()))
                .sorted(Comparator.<PlacedVm>comparingDouble(vm -> -cluster.gpuShare(
                                cluster.problem.vm(vm.vmClass()).gpu()))
                        .thenComparingInt(
                                vm -> -cluster.problem.vm(vm.vmClass()).memoryGib())
                        .thenComparingInt(vm -> cluster.classNumber(vm.vmClass()))
                        .thenComparingInt(PlacedVm::number))
                .toList();
    }

    private static Placement moved(Placement placement, List<PlacedVm> later, List<Optional<PlacedVm>> places) {
        Map<PlacedVm, PlacedVm> moves = new HashMap<>();
        for (int i = 0; i < later.size(); i++) {
            PlacedVm before = later.get(i);
            places.get(i).ifPresent(now -> moves.put(before, now));
        }
        return moves.isEmpty()
                ? placement
                : new Placement(
                        placement.placed().stream()
                                .map(vm -> moves.getOrDefault(vm, vm))
                                .toList(),
                        placement.refused(),
                        placement.notes());
    }

    private static int[] turns(PlacementProblem problem) {
        return problem.groups().stream()
                .flatMapToInt(group -> IntStream.range(0, group.count()).map(host -> group.turn()))
                .toArray();
    }
}
