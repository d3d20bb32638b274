package org.sizewright.partition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All layouts of a scheme that use only some profiles. The number grows quickly with the number of profiles: ask only for the
 * profiles that somebody wants.
 */
public final class LayoutEnumeration {
    private LayoutEnumeration() {}

    /** Every layout, the empty one included, each once. */
    public static List<GpuLayout> all(PartitionScheme scheme, Set<String> profiles) {
        List<GpuLayout> found = new ArrayList<>();
        extend(GpuLayout.empty(scheme), 0, wanted(scheme, profiles), found);
        return found;
    }

    /** The layouts to which none of the profiles can be added. */
    public static List<GpuLayout> maximal(PartitionScheme scheme, Set<String> profiles) {
        List<Slice> slices = wanted(scheme, profiles);
        return all(scheme, profiles).stream()
                .filter(layout -> slices.stream()
                        .allMatch(slice -> layout.freeStarts(slice.profile()).isEmpty()))
                .toList();
    }

    /** The maximal layouts as counts by profile, those that another one contains left out: what one GPU can carry at most. */
    public static Set<Map<String, Integer>> maximalCounts(PartitionScheme scheme, Set<String> profiles) {
        Set<Map<String, Integer>> counts = new LinkedHashSet<>();
        for (GpuLayout layout : maximal(scheme, profiles)) {
            counts.add(counts(layout));
        }
        Set<Map<String, Integer>> undominated = new LinkedHashSet<>();
        for (Map<String, Integer> one : counts) {
            if (counts.stream().noneMatch(other -> !other.equals(one) && contains(other, one))) {
                undominated.add(one);
            }
        }
        return undominated;
    }

    /**
     * One layout for each of the {@link #maximalCounts}, the one whose instances start lowest, and those with the fewest instances
     * first.
     */
    public static List<GpuLayout> geometries(PartitionScheme scheme, Set<String> profiles) {
        Map<Map<String, Integer>, GpuLayout> byCounts = new LinkedHashMap<>();
        for (GpuLayout layout : maximal(scheme, profiles)) {
            byCounts.putIfAbsent(counts(layout), layout);
        }
        return byCounts.entrySet().stream()
                .filter(one -> byCounts.keySet().stream()
                        .noneMatch(other -> !other.equals(one.getKey()) && contains(other, one.getKey())))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparingInt(layout -> layout.parts().size()))
                .toList();
    }

    /** How many of each profile a layout carries. */
    public static Map<String, Integer> counts(GpuLayout layout) {
        Map<String, Integer> counts = new TreeMap<>();
        layout.parts().forEach(part -> counts.merge(part.profile(), 1, Integer::sum));
        return counts;
    }

    private static List<Slice> wanted(PartitionScheme scheme, Set<String> profiles) {
        return scheme.slices().stream()
                .filter(slice -> profiles.contains(slice.profile()))
                .toList();
    }

    private static boolean contains(Map<String, Integer> large, Map<String, Integer> small) {
        return small.entrySet().stream().allMatch(entry -> large.getOrDefault(entry.getKey(), 0) >= entry.getValue());
    }

    /** Adds instances from left to right only, so that each layout is met once. */
    private static void extend(GpuLayout layout, int from, List<Slice> slices, List<GpuLayout> found) {
        found.add(layout);
        for (int start = from; start < layout.scheme().units(); start++) {
            for (Slice slice : slices) {
                if (layout.canPlace(slice.profile(), start)) {
                    extend(layout.place(slice.profile(), start), start + slice.size(), slices, found);
                }
            }
        }
    }
}
