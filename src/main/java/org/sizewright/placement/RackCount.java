package org.sizewright.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Recounts that hosts find no racks, by sums where they are enough, else host by host; shares nothing with {@link MixSite}. */
final class RackCount {
    private static final int MOST_STEPS = 2_000_000;
    private static final double SLACK = 1e-6;

    private final List<double[]> rooms = new ArrayList<>();
    private final List<double[]> needs = new ArrayList<>();
    private int steps;

    private RackCount() {}

    /** False too where that was not found out. */
    static boolean findsNoRacks(MixSite site, List<Integer> counts) {
        RackCount count = new RackCount();
        for (RackFit.Room room : site.racks()) {
            count.rooms.add(new double[] {
                room.watts(), unlimited(room.coolingWatts()), room.units(), unlimited(room.kilograms())
            });
        }
        for (RackFit.Hosts host : site.with(counts)) {
            double watts = host.watts().orElse(0);
            double[] need = {
                watts, watts, host.units().orElse(0), host.kilograms().orElse(0)
            };
            if (host.count() > count.alone(need)) {
                return true;
            }
            for (int i = 0; i < host.count(); i++) {
                count.needs.add(need);
            }
        }
        return !count.standsFrom(0, 0) && count.steps <= MOST_STEPS;
    }

    private static double unlimited(OptionalDouble room) {
        return room.orElse(Double.POSITIVE_INFINITY);
    }

    /** Equal hosts that all racks take. */
    private double alone(double[] need) {
        double sum = 0;
        for (double[] room : rooms) {
            double hosts = Double.POSITIVE_INFINITY;
            for (int limit = 0; limit < need.length; limit++) {
                if (need[limit] > 0) {
                    hosts = Math.min(hosts, Math.floor((room[limit] + SLACK) / need[limit]));
                }
            }
            sum += Math.max(0, hosts);
        }
        return sum;
    }

    /** Whether the hosts from this one on find racks; equal ones go into racks in their order. */
    private boolean standsFrom(int host, int firstRack) {
        if (host == needs.size()) {
            return true;
        }
        double[] need = needs.get(host);
        for (int rack = firstRack; rack < rooms.size() && steps++ <= MOST_STEPS; rack++) {
            double[] room = rooms.get(rack);
            boolean fits = true;
            for (int limit = 0; limit < need.length; limit++) {
                fits &= need[limit] <= room[limit] + SLACK;
            }
            if (fits) {
                add(room, need, -1);
                boolean equal = host + 1 < needs.size() && needs.get(host + 1) == need;
                boolean stands = standsFrom(host + 1, equal ? rack : 0);
                add(room, need, 1);
                if (stands) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void add(double[] room, double[] need, int sign) {
        for (int limit = 0; limit < need.length; limit++) {
            room[limit] += sign * need[limit];
        }
    }
}
