package org.sizewright.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Puts hosts into racks, first fit in the order given: a host goes to the first rack that has the units, the power with one feed
 * lost, the weight and the cooling for it. What is unknown limits nothing and is reported elsewhere as unknown.
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
     */
    public record Fit(List<List<Integer>> hosts, List<Integer> without) {
        public Fit {
            hosts = hosts.stream().map(List::copyOf).toList();
            without = List.copyOf(without);
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
        List<Free> free = racks.stream().map(Free::new).toList();
        int[][] placed = new int[racks.size()][kinds.size()];
        List<Integer> without = new ArrayList<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            int lost = 0;
            for (int host = 0; host < kinds.get(kind).count(); host++) {
                int rack = 0;
                while (rack < free.size() && !free.get(rack).take(kinds.get(kind))) {
                    rack++;
                }
                if (rack < free.size()) {
                    placed[rack][kind]++;
                } else {
                    lost++;
                }
            }
            without.add(lost);
        }
        List<List<Integer>> byRack = new ArrayList<>();
        for (int[] row : placed) {
            List<Integer> counts = new ArrayList<>();
            for (int count : row) {
                counts.add(count);
            }
            byRack.add(counts);
        }
        return new Fit(byRack, without);
    }
}
