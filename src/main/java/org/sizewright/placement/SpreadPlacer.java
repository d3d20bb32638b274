package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.sizewright.placement.Packing.Item;
import org.sizewright.placement.Packing.Opening;
import org.sizewright.plan.Survival;

/**
 * Placements that may survive failures without hosts kept empty: machines that must restart are spread over all hosts, so that no
 * failure takes many of them, and those that may be stopped lie beside them, as room that is lent. The first placements follow fixed
 * orders, the others are drawn.
 *
 * @param seed seed of the drawn orders
 * @param attempts how many placements are tried
 */
public record SpreadPlacer(long seed, int attempts) {
    public static SpreadPlacer standard() {
        return new SpreadPlacer(20_261_122L, 60);
    }

    /** Complete placements on the hosts of the problem, each only once. */
    public List<Placement> placements(PlacementProblem problem) {
        Cluster cluster = new Cluster(problem);
        Random random = new Random(seed);
        List<Placement> found = new ArrayList<>();
        for (int attempt = 0; attempt < attempts; attempt++) {
            new Attempt(cluster, attempt, random)
                    .place()
                    .filter(placement -> !found.contains(placement))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static final class Attempt {
        private final Cluster cluster;
        private final Packing packing;
        private final Random random;
        private final int number;
        private final double[] must;
        private final double[] all;

        Attempt(Cluster cluster, int number, Random random) {
            this.cluster = cluster;
            this.number = number;
            this.random = random;
            packing = new Packing(cluster);
            must = new double[cluster.hosts.size()];
            all = new double[cluster.hosts.size()];
        }

        Optional<Placement> place() {
            List<Item> items = items();
            int[] toCome = new int[cluster.needCount()];
            for (Item item : items) {
                for (int need : cluster.needs(item.vmClass())) {
                    toCome[need]++;
                }
            }
            List<PlacedVm> placed = new ArrayList<>();
            for (Item item : items) {
                Optional<PlacedVm> place = place(item, toCome);
                for (int need : cluster.needs(item.vmClass())) {
                    toCome[need]--;
                }
                if (place.isEmpty()) {
                    return Optional.empty();
                }
                placed.add(place.get());
            }
            placed.sort(Comparator.<PlacedVm>comparingInt(vm -> cluster.classNumber(vm.vmClass()))
                    .thenComparingInt(PlacedVm::number));
            return Optional.of(new Placement(placed, List.of(), List.of()));
        }

        /** What must restart first, then what may stay down or be stopped, the larger ones first; the order of the two last changes. */
        private List<Item> items() {
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < cluster.problem.vms().size(); i++) {
                for (int machine = 1; machine <= cluster.vm(i).count(); machine++) {
                    items.add(new Item(i, machine));
                }
            }
            if (number >= 4) {
                Collections.shuffle(items, random);
            }
            boolean stoppedLast = number % 2 == 0;
            Comparator<Item> bySurvival = Comparator.comparingInt(item -> {
                Survival survival = cluster.vm(item.vmClass()).survival();
                return switch (survival) {
                    case MUST_RESTART -> 0;
                    case MAY_STAY_DOWN -> stoppedLast ? 1 : 2;
                    case MAY_BE_EVICTED -> stoppedLast ? 2 : 1;
                };
            });
            items.sort(number % 3 == 2 ? bySurvival : bySurvival.thenComparingDouble(item -> -share(item)));
            return items;
        }

        private double share(Item item) {
            VmClass vm = cluster.vm(item.vmClass());
            return cluster.gpuShare(vm.gpu()) + vm.vcpu() / 1_000.0 + vm.memoryGib() / 100_000.0;
        }

        private Optional<PlacedVm> place(Item item, int[] toCome) {
            Survival survival = cluster.vm(item.vmClass()).survival();
            double[] load = switch (survival) {
                case MUST_RESTART -> must;
                case MAY_STAY_DOWN, MAY_BE_EVICTED -> number % 4 < 2 ? all : must;
            };
            // what may be stopped lies where it is useful to stop it; the rest where least is
            int sign = survival != Survival.MUST_RESTART && number % 4 == 3 ? -1 : 1;
            List<Integer> hosts = IntStream.range(0, load.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(host -> sign * load[host]))
                    .toList();
            for (int host : hosts) {
                Optional<PlacedVm> placed = packing.placeOn(host, item, Opening.WHAT_PAYS, toCome);
                if (placed.isPresent()) {
                    double share = share(item);
                    all[host] += share;
                    must[host] += survival == Survival.MUST_RESTART ? share : 0;
                    return placed;
                }
            }
            return Optional.empty();
        }
    }
}
