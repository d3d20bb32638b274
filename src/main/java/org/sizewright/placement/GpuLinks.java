package org.sizewright.placement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How fast links join the GPUs of a host: bridges, or a board with switches. GPUs are numbered so that a group of n begins at a
 * multiple of n: the halves of a board of eight are 0 to 3 and 4 to 7.
 *
 * @param sizes how many GPUs a group may have, from 2 on, each size a multiple of the one before; empty without links
 */
public record GpuLinks(List<Integer> sizes) {
    private static final GpuLinks NONE = new GpuLinks(List.of());

    public GpuLinks {
        sizes = List.copyOf(sizes);
        int before = 1;
        for (int size : sizes) {
            if (size <= before || size % before != 0) {
                throw new IllegalArgumentException("sizes of groups grow, each a multiple of the one before");
            }
            before = size;
        }
    }

    /** GPUs that reach each other only over the bus. */
    public static GpuLinks none() {
        return NONE;
    }

    /** Bridges over pairs. */
    public static GpuLinks pairs() {
        return new GpuLinks(List.of(2));
    }

    /** A board of eight GPUs in two halves. */
    public static GpuLinks board() {
        return new GpuLinks(List.of(2, 4, 8));
    }

    /** Most GPUs that are joined; 1 without links. */
    public int largest() {
        return sizes.isEmpty() ? 1 : sizes.getLast();
    }

    /** Whether the machine's GPUs are one group here. */
    public boolean joins(GpuNeed need) {
        return need instanceof GpuNeed.Whole whole
                && whole.joining() != GpuNeed.Joining.ANY
                && sizes.contains(whole.gpus());
    }

    /**
     * Whether the machine may run here as far as links go: its GPUs are one group, or need not be. A number between two sizes is
     * none that the links offer; one beyond the largest runs unless the machine insists.
     */
    public boolean allows(GpuNeed.Whole whole) {
        return whole.gpus() == 1
                || whole.joining() == GpuNeed.Joining.ANY
                || sizes.contains(whole.gpus())
                || whole.gpus() > largest() && whole.joining() == GpuNeed.Joining.WHERE_LINKED;
    }

    /** Whether a machine may have these GPUs as far as links go. */
    public boolean accepts(GpuNeed.Whole whole, List<GpuSlot> slots) {
        if (!joins(whole)) {
            return allows(whole);
        }
        List<Integer> gpus =
                slots.stream().map(GpuSlot::gpu).distinct().sorted().toList();
        return gpus.size() == whole.gpus()
                && gpus.getFirst() % whole.gpus() == 0
                && gpus.getLast() == gpus.getFirst() + whole.gpus() - 1;
    }

    /** How many groups of a size are free, each of these alone. @param free the GPUs on which nothing lies */
    public int freeGroups(BitSet free, int size) {
        int groups = 0;
        for (int start = 0; start < free.length(); start += size) {
            groups += isFree(free, start, size) ? 1 : 0;
        }
        return groups;
    }

    /** A free group of a size, one in as small a free group as there is; empty if none is free. */
    public List<Integer> group(BitSet free, int size) {
        int best = -1;
        int smallest = Integer.MAX_VALUE;
        for (int start = 0; start < free.length(); start += size) {
            if (isFree(free, start, size)) {
                int around = around(free, start, size);
                if (around < smallest) {
                    best = start;
                    smallest = around;
                }
            }
        }
        List<Integer> group = new ArrayList<>();
        for (int gpu = best; best >= 0 && gpu < best + size; gpu++) {
            group.add(gpu);
        }
        return group;
    }

    /** So many free GPUs that need not be joined, those that break up the smallest groups first; all there are if fewer. */
    public List<Integer> loose(BitSet free, int number) {
        if (sizes.isEmpty()) {
            return free.stream().limit(number).boxed().toList();
        }
        BitSet left = (BitSet) free.clone();
        List<Integer> taken = new ArrayList<>();
        while (taken.size() < number && !left.isEmpty()) {
            int gpu = group(left, 1).getFirst();
            left.clear(gpu);
            taken.add(gpu);
        }
        return taken;
    }

    /** The sizes in words: 2, 4 or 8. */
    public String words() {
        String all = sizes.stream().map(String::valueOf).collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
    }

    /** Size of the largest free group around a free one. */
    private int around(BitSet free, int start, int size) {
        int around = size;
        for (int larger : sizes) {
            if (larger > size && isFree(free, start / larger * larger, larger)) {
                around = larger;
            }
        }
        return around;
    }

    private static boolean isFree(BitSet free, int start, int size) {
        return free.nextClearBit(start) >= start + size;
    }
}
