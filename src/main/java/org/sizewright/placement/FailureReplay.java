package org.sizewright.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sizewright.placement.Packing.Item;
import org.sizewright.placement.Packing.Opening;
import org.sizewright.placement.RefusedVm.Binding;
import org.sizewright.placement.RefusedVm.Reason;
import org.sizewright.plan.Survival;

/**
 * Takes out hosts in turn and restarts their machines in place: survivors do not move, a busy GPU keeps its mode. First the
 * machines that must restart, by first fit in several and then in random orders, or on an empty host of the same kind exactly
 * as they were; if that is not enough, machines that may be evicted make room. Then the others, as far as room is left.
 *
 * <p>A plan that is found is right (the checker accepts it). That none was found is no proof that there is none: the search is
 * bounded.
 *
 * @param seed seed of the random orders
 * @param restarts number of random orders per failure at most
 */
public record FailureReplay(long seed, int restarts) {
    public FailureReplay {
        if (restarts < 0) {
            throw new IllegalArgumentException("no negative number of restarts");
        }
    }

    /** The replay that the application uses. */
    public static FailureReplay standard() {
        return new FailureReplay(20_261_121L, 100);
    }

    /** Replays every failure of as many hosts as the policy tolerates. */
    public Resilience replay(PlacementProblem problem, Placement placement) {
        return replay(problem, placement, problem.policy().failures());
    }

    /** Replays every failure of so many hosts (0, 1 or 2) at once. */
    public Resilience replay(PlacementProblem problem, Placement placement, int hostsAtOnce) {
        return replay(problem, placement, hostsAtOnce, false);
    }

    /** The same up to the first failure that is not survived; complete if there is none. */
    Resilience replayToFirstLoss(PlacementProblem problem, Placement placement) {
        return replay(problem, placement, problem.policy().failures(), true);
    }

    private Resilience replay(PlacementProblem problem, Placement placement, int hostsAtOnce, boolean toFirstLoss) {
        List<HostFailure> failures = new ArrayList<>();
        Function<List<Integer>, HostFailure> each = of(problem, placement);
        for (List<Integer> hosts : sets(problem.hostCount(), hostsAtOnce)) {
            HostFailure failure = each.apply(hosts);
            failures.add(failure);
            if (toFirstLoss && !failure.isSurvived()) {
                break;
            }
        }
        return new Resilience(hostsAtOnce, failures);
    }

    /** Replays any set of failing hosts of a placement, one after the other. */
    public Function<List<Integer>, HostFailure> of(PlacementProblem problem, Placement placement) {
        Cluster cluster = new Cluster(problem);
        Packing full = new Packing(cluster);
        full.occupy(placement.placed());
        Map<Integer, List<PlacedVm>> byHost =
                placement.placed().stream().collect(Collectors.groupingBy(PlacedVm::host));
        return hosts -> new Failing(cluster, placement, full, byHost, hosts).replay();
    }

    /** All sets of so many hosts (0, 1 or 2); a single host where there are no two. */
    public static List<List<Integer>> sets(int hosts, int size) {
        List<List<Integer>> sets = new ArrayList<>();
        for (int one = 0; one < hosts && size > 0; one++) {
            if (size == 1 || hosts == 1) {
                sets.add(List.of(one));
            } else {
                for (int other = one + 1; other < hosts; other++) {
                    sets.add(List.of(one, other));
                }
            }
        }
        return sets;
    }

    /** One set of failing hosts. */
    private final class Failing {
        private final Cluster cluster;
        private final List<Integer> hosts;
        private final Placement placement;
        private final Packing full;
        private final Map<Item, PlacedVm> hit = new HashMap<>();
        private final List<Item> must = new ArrayList<>();
        private final List<Item> may = new ArrayList<>();
        private final List<RefusedVm> down = new ArrayList<>();
        private final List<RefusedVm> lost = new ArrayList<>();

        Failing(
                Cluster cluster,
                Placement placement,
                Packing full,
                Map<Integer, List<PlacedVm>> byHost,
                List<Integer> hosts) {
            this.cluster = cluster;
            this.placement = placement;
            this.full = full;
            this.hosts = hosts;
            hosts.forEach(host -> byHost.getOrDefault(host, List.of()).forEach(this::sort));
        }

        private void sort(PlacedVm placed) {
            Item item = new Item(cluster.classNumber(placed.vmClass()), placed.number());
            VmClass vm = cluster.vm(item.vmClass());
            hit.put(item, placed);
            if (vm.restartable()) {
                (vm.survival() == Survival.MUST_RESTART ? must : may).add(item);
            } else {
                refuse(item, new Reason(Binding.NOT_RESTARTABLE, "It cannot be restarted on another host."));
            }
        }

        HostFailure replay() {
            Attempt best = best(full, List.of());
            if (best.missing() > 0) {
                List<PlacedVm> evictable = new ArrayList<>();
                List<PlacedVm> others = new ArrayList<>();
                for (PlacedVm vm : placement.placed()) {
                    if (!hosts.contains(vm.host())) {
                        boolean canGo = cluster.problem.vm(vm.vmClass()).survival() == Survival.MAY_BE_EVICTED;
                        (canGo ? evictable : others).add(vm);
                    }
                }
                if (!evictable.isEmpty()) {
                    Packing cleared = new Packing(cluster);
                    cleared.occupy(others);
                    Attempt withRoom = best(cleared, evictable);
                    best = withRoom.missing() < best.missing() ? withRoom : best;
                }
            }
            best.finish();
            List<PlacedVm> restarted = new ArrayList<>(best.restarted);
            Packing packing = best.packing;
            for (Item item : best.open) {
                refuse(item, Refusals.reason(cluster, packing, item.vmClass()));
            }
            List<Item> others = PackingOrders.of(cluster, may).getLast();
            List<Optional<PlacedVm>> places = packing.fill(others, Opening.WHAT_PAYS);
            for (int i = 0; i < others.size(); i++) {
                if (places.get(i).isPresent()) {
                    restarted.add(places.get(i).get());
                } else {
                    refuse(
                            others.get(i),
                            Refusals.reason(cluster, packing, others.get(i).vmClass()));
                }
            }
            return new HostFailure(hosts, restarted, best.evicted, down, lost);
        }

        private void refuse(Item item, Reason reason) {
            VmClass vm = cluster.vm(item.vmClass());
            (vm.survival() == Survival.MUST_RESTART ? lost : down).add(new RefusedVm(vm.id(), item.number(), reason));
        }

        private Attempt best(Packing running, List<PlacedVm> evictable) {
            Packing base = running.copy();
            hosts.forEach(base::close);
            Attempt best = new Attempt(base, must, Opening.WHAT_PAYS, evictable, false);
            if (best.missing() == 0) {
                return best;
            }
            for (List<Item> order : PackingOrders.of(cluster, must)) {
                for (Opening opening : FirstFitPlacer.openings(cluster.problem)) {
                    best = best.better(new Attempt(base, order, opening, evictable, false));
                }
            }
            best = best.better(new Attempt(base, must, Opening.WHAT_PAYS, evictable, true));
            Random random = new Random(seed);
            for (int i = 0; i < restarts && best.missing() > 0 && best.isWorthMore(); i++) {
                best = best.better(
                        new Attempt(base, PackingOrders.shuffled(must, random), Opening.WHAT_PAYS, evictable, false));
            }
            return best;
        }

        /** One try to place all that must restart. */
        private final class Attempt {
            private final Packing packing;
            private final List<PlacedVm> evictable;
            private final List<PlacedVm> restarted = new ArrayList<>();
            private final List<Item> open = new ArrayList<>();
            private final List<PlacedVm> evicted = new ArrayList<>();

            Attempt(Packing base, List<Item> order, Opening opening, List<PlacedVm> evictable, boolean mirror) {
                packing = base.copy();
                this.evictable = evictable;
                List<Item> rest = mirror ? mirror(order) : order;
                List<Optional<PlacedVm>> places = packing.fill(rest, opening);
                for (int i = 0; i < rest.size(); i++) {
                    if (places.get(i).isPresent()) {
                        restarted.add(places.get(i).get());
                    } else {
                        open.add(rest.get(i));
                    }
                }
            }

            int missing() {
                return open.size();
            }

            Attempt better(Attempt other) {
                return other.missing() < missing() ? other : this;
            }

            /** False if even empty hosts could not take what is open. */
            boolean isWorthMore() {
                Predicate<Item> possible = item -> {
                    for (int host = 0; host < cluster.hosts.size(); host++) {
                        if (!packing.isClosed(host) && cluster.canEverRun(item.vmClass(), cluster.hosts.get(host))) {
                            return true;
                        }
                    }
                    return false;
                };
                return open.stream().allMatch(possible);
            }

            /** Starts whole failed hosts on empty ones of the same kind, place by place; returns what is left. */
            private List<Item> mirror(List<Item> items) {
                Set<Item> done = new HashSet<>();
                for (int failed : hosts) {
                    for (int spare = 0; spare < cluster.hosts.size(); spare++) {
                        if (packing.isUntouched(spare)
                                && cluster.hosts.get(spare).equals(cluster.hosts.get(failed))) {
                            for (Item item : items) {
                                PlacedVm old = Objects.requireNonNull(hit.get(item));
                                PlacedVm copy = new PlacedVm(old.vmClass(), old.number(), spare, old.gpus());
                                if (old.host() == failed && packing.putBack(copy)) {
                                    restarted.add(copy);
                                    done.add(item);
                                }
                            }
                            break;
                        }
                    }
                }
                return items.stream().filter(item -> !done.contains(item)).toList();
            }

            /** Lets those that could have been evicted stay where their place is still free. */
            void finish() {
                for (PlacedVm vm : evictable) {
                    if (!packing.putBack(vm)) {
                        evicted.add(vm);
                    }
                }
            }
        }
    }
}
