package org.sizewright.placement.arrival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;

/**
 * The layouts of a scheme as they are met, by number, and where each profile goes in each: worked out once, so that long runs are
 * walks over integers.
 */
final class LayoutTable {
    static final int EMPTY = 0;
    /** No room. */
    static final int NONE = -1;

    private static final int UNKNOWN = -2;

    private final PartitionScheme scheme;
    private final List<Slice> slices;
    private final List<GpuLayout> layouts = new ArrayList<>();
    private final Map<GpuLayout, Integer> numbers = new HashMap<>();
    private final List<int[]> starts = new ArrayList<>();
    private final List<int[]> nexts = new ArrayList<>();
    private final List<Integer> stranded = new ArrayList<>();

    LayoutTable(PartitionScheme scheme) {
        this.scheme = scheme;
        slices = scheme.slices();
        number(GpuLayout.empty(scheme));
    }

    PartitionScheme scheme() {
        return scheme;
    }

    GpuLayout layout(int number) {
        return layouts.get(number);
    }

    /** The place of the profile in the table; negative if the GPU does not offer it. */
    int profile(String name) {
        for (int i = 0; i < slices.size(); i++) {
            if (slices.get(i).profile().equals(name)) {
                return i;
            }
        }
        return NONE;
    }

    /** The first free start in the order of the list, or NONE. */
    int start(int layout, int profile) {
        int[] known = starts.get(layout);
        if (known[profile] == UNKNOWN) {
            List<Integer> free =
                    layouts.get(layout).freeStarts(slices.get(profile).profile());
            known[profile] = free.isEmpty() ? NONE : free.getFirst();
        }
        return known[profile];
    }

    /** The layout with one more at {@link #start}, which must be there. */
    int next(int layout, int profile) {
        int[] known = nexts.get(layout);
        if (known[profile] == UNKNOWN) {
            int start = start(layout, profile);
            known[profile] =
                    number(layouts.get(layout).place(slices.get(profile).profile(), start));
        }
        return known[profile];
    }

    int without(int layout, int start) {
        return number(layouts.get(layout).remove(start));
    }

    /** Units in which none of these profiles can start any more. @param wanted the same for all calls */
    int stranded(int layout, Set<String> wanted) {
        if (stranded.get(layout) == UNKNOWN) {
            stranded.set(layout, layouts.get(layout).stranded(wanted));
        }
        return stranded.get(layout);
    }

    private int number(GpuLayout layout) {
        Integer known = numbers.get(layout);
        if (known != null) {
            return known;
        }
        int number = layouts.size();
        layouts.add(layout);
        numbers.put(layout, number);
        starts.add(unknown());
        nexts.add(unknown());
        stranded.add(UNKNOWN);
        return number;
    }

    private int[] unknown() {
        int[] row = new int[slices.size()];
        Arrays.fill(row, UNKNOWN);
        return row;
    }
}
