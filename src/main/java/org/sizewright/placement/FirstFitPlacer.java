package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.sizewright.placement.Packing.Item;
import org.sizewright.placement.Packing.Opening;
import org.sizewright.placement.RefusedVm.Reason;
import org.sizewright.plan.Survival;

/**
 * First fit in several orders, the best result kept; then, while machines are refused, in random orders up to a counted
 * budget. Each order sends a machine to the first host with room, to a GPU by the assignment policy, and to the start that
 * strands least. Best is: fewest refused that must restart, then that may stay down, then that may be evicted; then fewest
 * hosts in use; then fewest GPUs.
 *
 * <p>Adding equal hosts at the end of the last group never makes this result worse: no order depends on the number of hosts,
 * and within an order the hosts before the new ones are filled as they were.
 *
 * @param seed seed of the random orders: the same seed gives the same placement
 * @param restarts number of random orders at most; fewer for large problems, see {@link #MACHINES_AT_MOST}
 */
public record FirstFitPlacer(long seed, int restarts) {
    /** Machines placed in random orders at most, all orders together: bounds the time of a placement. */
    public static final int MACHINES_AT_MOST = 200_000;

    public FirstFitPlacer {
        if (restarts < 0) {
            throw new IllegalArgumentException("no negative number of restarts");
        }
    }

    /** The placer that the application uses: a fixed seed and 200 random orders at most. */
    public static FirstFitPlacer standard() {
        return new FirstFitPlacer(20_261_121L, 200);
    }

    /** Places what fits. Placed and refused together are always exactly what was asked. */
    public Placement place(PlacementProblem problem) {
        return place(problem, List.of());
    }

    /**
     * Places what fits beside machines that already run and stay where they are, and beside those that are pinned. These are
     * machines of the problem in places that the checker allows; the result contains them.
     */
    public Placement place(PlacementProblem problem, List<PlacedVm> running) {
        Cluster cluster = new Cluster(problem);
        Packing base = new Packing(cluster);
        base.occupy(running);
        Set<Item> done = new HashSet<>();
        List<PlacedVm> fixed = new ArrayList<>(running);
        running.forEach(vm -> done.add(item(cluster, vm)));
        for (PlacedVm pinned : Pinning.of(cluster).kept()) {
            if (!done.contains(item(cluster, pinned)) && base.putBack(pinned)) {
                done.add(item(cluster, pinned));
                fixed.add(pinned);
            }
        }
        List<Item> items = new ArrayList<>(problem.vmCount());
        int impossible = 0;
        for (int i = 0; i < problem.vms().size(); i++) {
            VmClass vm = problem.vms().get(i);
            int vmClass = i;
            int before = items.size();
            for (int number = 1; number <= vm.count(); number++) {
                Item item = new Item(i, number);
                if (!done.contains(item)) {
                    items.add(item);
                }
            }
            if (problem.groups().stream()
                    .filter(group -> group.count() > 0)
                    .noneMatch(group -> cluster.canEverRun(vmClass, group.host()))) {
                impossible += items.size() - before;
            }
        }
        Run best = new Run(base, items, Opening.WHAT_PAYS);
        for (List<Item> order : PackingOrders.of(cluster, items)) {
            for (Opening opening : openings(problem)) {
                best = best.better(new Run(base, order, opening));
            }
        }
        Random random = new Random(seed);
        int budget = Math.min(restarts, MACHINES_AT_MOST / Math.max(1, items.size()));
        for (int i = 0; i < budget && best.refused() > impossible; i++) {
            List<Item> order = PackingOrders.shuffled(items, random);
            List<Opening> openings = openings(problem);
            best = best.better(new Run(base, order, openings.get(i % openings.size())));
        }
        return best.toPlacement(fixed);
    }

    private static Item item(Cluster cluster, PlacedVm vm) {
        return new Item(cluster.classNumber(vm.vmClass()), vm.number());
    }

    static List<Opening> openings(PlacementProblem problem) {
        return problem.policy().vgpuMode() == Policy.VgpuMode.PER_GPU
                ? List.of(Opening.WHAT_PAYS, Opening.EQUAL_SIZE, Opening.MIXED_SIZE)
                : List.of(Opening.WHAT_PAYS);
    }

    /** One order, packed. */
    private static final class Run {
        private final Cluster cluster;
        private final Packing packing;
        private final List<Item> order;
        private final List<Optional<PlacedVm>> result;
        private final int[] score;

        Run(Packing base, List<Item> order, Opening opening) {
            cluster = base.cluster();
            this.order = order;
            packing = base.copy();
            result = packing.fill(order, opening);
            score = new int[Survival.values().length + 2];
            for (int i = 0; i < order.size(); i++) {
                if (result.get(i).isEmpty()) {
                    score[cluster.vm(order.get(i).vmClass()).survival().ordinal()]++;
                }
            }
            for (int host = 0; host < cluster.hosts.size(); host++) {
                if (!packing.isUntouched(host)) {
                    score[score.length - 2]++;
                    score[score.length - 1] += cluster.hosts.get(host).gpus() - packing.untouchedGpus(host);
                }
            }
        }

        int refused() {
            return score[0] + score[1] + score[2];
        }

        Run better(Run other) {
            return Arrays.compare(other.score, score) < 0 ? other : this;
        }

        Placement toPlacement(List<PlacedVm> fixed) {
            List<PlacedVm> placed = new ArrayList<>(fixed);
            List<RefusedVm> refused = new ArrayList<>();
            Map<Integer, Reason> reasons = new HashMap<>();
            for (int i = 0; i < order.size(); i++) {
                Item item = order.get(i);
                if (result.get(i).isPresent()) {
                    placed.add(result.get(i).get());
                } else {
                    refused.add(new RefusedVm(
                            cluster.vm(item.vmClass()).id(),
                            item.number(),
                            reasons.computeIfAbsent(
                                    item.vmClass(), vmClass -> Refusals.reason(cluster, packing, vmClass))));
                }
            }
            placed.sort(Comparator.<PlacedVm>comparingInt(vm -> cluster.classNumber(vm.vmClass()))
                    .thenComparingInt(PlacedVm::number));
            refused.sort(Comparator.<RefusedVm>comparingInt(vm -> cluster.classNumber(vm.vmClass()))
                    .thenComparingInt(RefusedVm::number));
            return Placement.noted(cluster.problem, placed, refused);
        }
    }
}
