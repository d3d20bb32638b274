package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The racks that a mixture is to stand in, beside the other hosts of the option. What is unknown of a host or a rack rules nothing out.
 *
 * @param racks what they can take
 * @param kinds the hosts of the option in the order in which the racks are filled; the numbers of a problem's groups do not matter
 * @param places which of the kinds each group of the problem is
 */
public record MixSite(List<RackFit.Room> racks, List<RackFit.Hosts> kinds, List<Integer> places) {
    /** Ways to fill the first racks that are kept beside each other. */
    private static final int MOST_WAYS = 2_000;
    /** Sums of the same parts in another order are not different. */
    private static final double SLACK = 1e-6;

    public MixSite {
        racks = List.copyOf(racks);
        kinds = List.copyOf(kinds);
        places = List.copyOf(places);
    }

    /** The racks with so many hosts of each group. */
    public RackFit.Fit fit(List<Integer> counts) {
        return RackFit.fit(racks, with(counts));
    }

    /** All hosts of the option, with so many of each group. */
    public List<RackFit.Hosts> with(List<Integer> counts) {
        List<RackFit.Hosts> all = new ArrayList<>(kinds);
        for (int group = 0; group < counts.size(); group++) {
            RackFit.Hosts kind = kinds.get(places.get(group));
            all.set(
                    places.get(group),
                    new RackFit.Hosts(counts.get(group), kind.watts(), kind.units(), kind.kilograms()));
        }
        return all;
    }

    /** Whether all of them were put into racks. */
    public boolean houses(List<Integer> counts) {
        return fit(counts).hostsWithout() == 0;
    }

    /** The most hosts of a group that the empty racks take of it alone; empty where nothing known limits them. */
    public OptionalInt most(int group) {
        long sum = 0;
        for (SiteLimits.InRack rack : fit(Collections.nCopies(places.size(), 0))
                .limits()
                .kinds()
                .get(places.get(group))
                .racks()) {
            sum += rack.hosts().orElse(Integer.MAX_VALUE);
        }
        return sum < Integer.MAX_VALUE ? OptionalInt.of((int) sum) : OptionalInt.empty();
    }

    /** The limits that keep hosts out of the racks, in words. */
    public String limits(List<Integer> counts) {
        return fit(counts).limits().kinds().stream()
                .flatMap(kind -> kind.refusals().stream())
                .flatMap(refusal -> refusal.missing().stream())
                .map(SiteLimits.Missing::limit)
                .distinct()
                .sorted()
                .map(RackLimit::words)
                .collect(Collectors.joining(" and "));
    }

    /** Whether every way to put these hosts into the racks was tried and none does; false too where there are too many ways. */
    public boolean cannotHouse(List<Integer> counts) {
        List<RackFit.Hosts> all = with(counts);
        List<Integer> wanted = all.stream().map(RackFit.Hosts::count).toList();
        Set<List<Integer>> ways = Set.of(Collections.nCopies(all.size(), 0));
        for (RackFit.Room rack : racks) {
            Set<List<Integer>> next = new HashSet<>();
            for (List<Integer> standing : ways) {
                fill(Free.of(rack), all, standing, 0, new ArrayList<>(), next);
                if (next.size() > MOST_WAYS) {
                    return false;
                }
            }
            if (next.contains(wanted)) {
                return false;
            }
            ways = next;
        }
        return true;
    }

    /** Adds what can stand in the racks so far with one more of them filled: of the last kind as many as go in. */
    private static void fill(
            Free free,
            List<RackFit.Hosts> all,
            List<Integer> standing,
            int kind,
            List<Integer> now,
            Set<List<Integer>> into) {
        if (kind == all.size()) {
            into.add(List.copyOf(now));
            return;
        }
        RackFit.Hosts hosts = all.get(kind);
        Free left = free;
        int count = standing.get(kind);
        while (true) {
            boolean another = count < hosts.count() && left.takes(hosts);
            if (kind < all.size() - 1 || !another) {
                now.add(count);
                fill(left, all, standing, kind + 1, now, into);
                now.removeLast();
            }
            if (!another || into.size() > MOST_WAYS) {
                return;
            }
            left = left.without(hosts);
            count++;
        }
    }

    private record Free(double watts, double units, double kilograms, double cooling) {
        static Free of(RackFit.Room room) {
            return new Free(room.watts(), room.units(), known(room.kilograms()), known(room.coolingWatts()));
        }

        private static double known(OptionalDouble room) {
            return room.orElse(Double.POSITIVE_INFINITY);
        }

        boolean takes(RackFit.Hosts host) {
            double draw = host.watts().orElse(0) - SLACK;
            return draw <= watts
                    && draw <= cooling
                    && host.units().orElse(0) - SLACK <= units
                    && host.kilograms().orElse(0) - SLACK <= kilograms;
        }

        Free without(RackFit.Hosts host) {
            double draw = host.watts().orElse(0);
            return new Free(
                    watts - draw,
                    units - host.units().orElse(0),
                    kilograms - host.kilograms().orElse(0),
                    cooling - draw);
        }
    }
}
