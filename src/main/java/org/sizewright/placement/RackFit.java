package org.sizewright.placement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Puts hosts into racks, first fit: a host goes to the first rack that has the units, the power with one feed lost, the weight and
 * the cooling for it. Kinds are taken in the order given; if hosts find no rack then, those that need most power, height or weight go
 * first instead, and the order that leaves the fewest out is kept. What is unknown limits nothing here; {@link SiteLimits} says which
 * limits could not be judged.
 */
public final class RackFit {
    private RackFit() {}

    /**
     * What one rack can still take.
     *
     * @param watts with one feed lost, existing load taken off
     */
    public record Room(double watts, double units, OptionalDouble kilograms, OptionalDouble coolingWatts) {}

    /** So many equal hosts. */
    public record Hosts(int count, OptionalDouble watts, OptionalDouble units, OptionalDouble kilograms) {}

    /**
     * The result.
     *
     * @param hosts how many of each kind stand in each rack: by rack, then by kind
     * @param without how many of each kind found no rack
     * @param racks what the racks could take
     * @param kinds the hosts that were put into them
     */
    public record Fit(List<List<Integer>> hosts, List<Integer> without, List<Room> racks, List<Hosts> kinds) {
        public Fit {
            hosts = hosts.stream().map(List::copyOf).toList();
            without = List.copyOf(without);
            racks = List.copyOf(racks);
            kinds = List.copyOf(kinds);
        }

        /** Hosts per rack, the limits that bind, and why hosts found no rack. */
        public SiteLimits limits() {
            return SiteLimits.of(this);
        }

        public int hostsWithout() {
            return without.stream().mapToInt(Integer::intValue).sum();
        }
    }

    private static final class Free {
        private double watts;
        private double units;
        private double kilograms;
        private double cooling;

        private Free(Room room) {
            watts = room.watts();
            units = room.units();
            kilograms = room.kilograms().orElse(Double.POSITIVE_INFINITY);
            cooling = room.coolingWatts().orElse(Double.POSITIVE_INFINITY);
        }

        private boolean take(Hosts host) {
            double needWatts = host.watts().orElse(0);
            double needUnits = host.units().orElse(0);
            double needKilograms = host.kilograms().orElse(0);
            if (needWatts > watts || needWatts > cooling || needUnits > units || needKilograms > kilograms) {
                return false;
            }
            watts -= needWatts;
            cooling -= needWatts;
            units -= needUnits;
            kilograms -= needKilograms;
            return true;
        }
    }

    /** Fills rack by rack. */
    public static Fit fit(List<Room> racks, List<Hosts> kinds) {
        List<Integer> given = IntStream.range(0, kinds.size()).boxed().toList();
        Fit best = fit(racks, kinds, given);
        for (Comparator<Hosts> first : List.<Comparator<Hosts>>of(
                Comparator.comparingDouble(host -> -host.watts().orElse(0)),
                Comparator.comparingDouble(host -> -host.units().orElse(0)),
                Comparator.comparingDouble(host -> -host.kilograms().orElse(0)))) {
            if (best.hostsWithout() == 0) {
                return best;
            }
            Fit other = fit(
                    racks,
                    kinds,
                    given.stream()
                            .sorted(Comparator.comparing(kinds::get, first))
                            .toList());
            if (other.hostsWithout() < best.hostsWithout()) {
                best = other;
            }
        }
        return best;
    }

    private static Fit fit(List<Room> racks, List<Hosts> kinds, List<Integer> order) {
        List<Free> free = racks.stream().map(Free::new).toList();
        int[][] placed = new int[racks.size()][kinds.size()];
        int[] without = new int[kinds.size()];
        for (int kind : order) {
            for (int host = 0; host < kinds.get(kind).count(); host++) {
                int rack = 0;
                while (rack < free.size() && !free.get(rack).take(kinds.get(kind))) {
                    rack++;
                }
                if (rack < free.size()) {
                    placed[rack][kind]++;
                } else {
                    without[kind]++;
                }
            }
        }
        return new Fit(Arrays.stream(placed).map(RackFit::list).toList(), list(without), racks, kinds);
    }

    private static List<Integer> list(int[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }
}
