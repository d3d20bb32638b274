package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.Policy.VgpuMode;

/**
 * All that a GPU can carry at most, as counts of shares: a sweep over its units from right to left that keeps, at each unit,
 * only counts that no other counts contain. Shares nobody asks for are left out, and no more of a share than asked for.
 */
final class PatternTable {
    /** More counts than this at one unit: the table would be too large to be of use. */
    static final int COUNTS_AT_MOST = 4_000;

    private final GpuGeometry geometry;
    private final VgpuMode vgpuMode;
    private final List<GpuNeed> shares;
    private final int[] asked;

    /**
     * @param geometry how the GPU can be shared
     * @param vgpuMode how GPUs carry time-sliced vGPUs
     * @param shares the shares that somebody asks for; a whole GPU is {@code Whole(1)}
     * @param asked how many of each are asked for at most
     */
    PatternTable(GpuGeometry geometry, VgpuMode vgpuMode, List<GpuNeed> shares, int[] asked) {
        this.geometry = geometry;
        this.vgpuMode = vgpuMode;
        this.shares = List.copyOf(shares);
        this.asked = asked.clone();
    }

    /** What can be added to a GPU in this state; empty if there are too many ways. */
    Optional<List<GpuPattern>> patterns(GpuState state) {
        try {
            List<GpuPattern> found = new ArrayList<>();
            switch (state) {
                case GpuState.Untouched open -> {
                    whole().ifPresent(found::add);
                    sweep(found, geometry.mig(), mig(), new BitSet(), Map.of(), 0);
                    mixed().ifPresent(scheme ->
                            sweep(found, Optional.of(scheme), timeSliced(true), new BitSet(), Map.of(), 0));
                    oneSize(found, Optional.empty());
                }
                case GpuState.Closed closed -> {}
                case GpuState.Partly partly ->
                    sweep(
                            found,
                            geometry.scheme(partly.mode()),
                            partly.mode() == PartitionMode.MIG ? mig() : timeSliced(true),
                            partly.taken(),
                            partly.present(),
                            0);
                case GpuState.OneSize locked -> oneSize(found, Optional.of(locked));
            }
            return Optional.of(undominated(found));
        } catch (TooMany tooMany) {
            return Optional.empty();
        }
    }

    private Optional<GpuPattern> whole() {
        int share = shares.indexOf(new GpuNeed.Whole(1));
        return share < 0
                ? Optional.empty()
                : Optional.of(new GpuPattern(PartitionMode.FULL, one(share), List.of(new GpuPattern.Part(share, 0))));
    }

    private List<Integer> one(int share) {
        List<Integer> counts = new ArrayList<>(Collections.nCopies(shares.size(), 0));
        counts.set(share, 1);
        return counts;
    }

    private Optional<PartitionScheme> mixed() {
        return vgpuMode == VgpuMode.SAME_SIZE ? Optional.empty() : geometry.mixedSize();
    }

    private void oneSize(List<GpuPattern> found, Optional<GpuState.OneSize> locked) {
        Optional<PartitionScheme> scheme = geometry.equalSize();
        if (scheme.isEmpty()) {
            return;
        }
        // where the cluster mixes sizes, only those that insist get a GPU of one size
        boolean onlyWhoInsist =
                vgpuMode == VgpuMode.MIXED_SIZE && geometry.mixedSize().isPresent();
        List<Integer> wanted = new ArrayList<>();
        Set<Integer> sizes = new TreeSet<>();
        for (int share = 0; share < shares.size(); share++) {
            if (shares.get(share) instanceof GpuNeed.TimeSliced vgpu && (!onlyWhoInsist || vgpu.sameSizeOnly())) {
                wanted.add(share);
                scheme.get().slice(vgpu.profile()).ifPresent(slice -> sizes.add(slice.size()));
            }
        }
        for (int size : sizes) {
            if (locked.isEmpty()) {
                sweep(found, scheme, wanted, new BitSet(), Map.of(), size);
            } else if (locked.get().size() == size) {
                sweep(found, scheme, wanted, locked.get().taken(), locked.get().present(), size);
            }
        }
    }

    private List<Integer> mig() {
        List<Integer> found = new ArrayList<>();
        for (int share = 0; share < shares.size(); share++) {
            if (shares.get(share) instanceof GpuNeed.Mig) {
                found.add(share);
            }
        }
        return found;
    }

    private List<Integer> timeSliced(boolean mixing) {
        List<Integer> found = new ArrayList<>();
        for (int share = 0; share < shares.size(); share++) {
            if (shares.get(share) instanceof GpuNeed.TimeSliced vgpu && !(mixing && vgpu.sameSizeOnly())) {
                found.add(share);
            }
        }
        return found;
    }

    /** One end of a chain of parts and the counts along it. */
    private record Row(int[] counts, @Nullable Row rest, int share, int start) {
        Row with(int added, int at) {
            int[] next = counts.clone();
            next[added]++;
            return new Row(next, this, added, at);
        }
    }

    private void sweep(
            List<GpuPattern> found,
            Optional<PartitionScheme> offered,
            List<Integer> wanted,
            BitSet taken,
            Map<String, Integer> present,
            int onlySize) {
        if (offered.isEmpty()) {
            return;
        }
        PartitionScheme scheme = offered.get();
        Map<Integer, Slice> slices = new TreeMap<>();
        for (int share : wanted) {
            scheme.slice(shares.get(share).profile())
                    .filter(slice -> onlySize == 0 || slice.size() == onlySize)
                    .ifPresent(slice -> slices.put(share, slice));
        }
        if (slices.isEmpty()) {
            return;
        }
        List<List<Integer>> limited = limited(slices);
        List<List<Row>> at = new ArrayList<>();
        Row none = new Row(new int[shares.size()], null, -1, -1);
        for (int unit = 0; unit <= scheme.units(); unit++) {
            at.add(List.of(none));
        }
        for (int unit = scheme.units() - 1; unit >= 0; unit--) {
            List<Row> rows = new ArrayList<>(at.get(unit + 1));
            for (Map.Entry<Integer, Slice> entry : slices.entrySet()) {
                int share = entry.getKey();
                Slice slice = entry.getValue();
                int end = unit + slice.size();
                int blocked = taken.nextSetBit(unit);
                if (!slice.starts().contains(unit) || end > scheme.units() || blocked >= 0 && blocked < end) {
                    continue;
                }
                for (Row row : at.get(end)) {
                    if (admits(row, share, slice, slices, present)) {
                        rows.add(row.with(share, unit));
                    }
                }
            }
            at.set(unit, prune(rows, limited));
        }
        for (Row row : at.getFirst()) {
            List<GpuPattern.Part> parts = new ArrayList<>();
            List<Integer> counts = new ArrayList<>();
            for (int count : row.counts()) {
                counts.add(count);
            }
            for (Row part = row; part.rest() != null; part = part.rest()) {
                parts.add(new GpuPattern.Part(part.share(), part.start()));
            }
            if (!parts.isEmpty()) {
                found.add(new GpuPattern(scheme.mode(), counts, parts));
            }
        }
    }

    private boolean admits(Row row, int share, Slice slice, Map<Integer, Slice> slices, Map<String, Integer> present) {
        if (row.counts()[share] >= asked[share]) {
            return false;
        }
        int same = present.getOrDefault(slice.profile(), 0);
        for (Map.Entry<Integer, Slice> other : slices.entrySet()) {
            if (other.getValue().profile().equals(slice.profile())) {
                same += row.counts()[other.getKey()];
            }
        }
        return same < slice.maxInstances()
                && (slice.group().isEmpty() || groupOf(row, slice.group().get(), slices) == 0)
                && slice.group().stream().noneMatch(group -> isPresent(group, present));
    }

    private boolean isPresent(String group, Map<String, Integer> present) {
        return geometry.mig().stream()
                .flatMap(scheme -> scheme.slices().stream())
                .anyMatch(slice -> slice.group().filter(group::equals).isPresent()
                        && present.getOrDefault(slice.profile(), 0) > 0);
    }

    private static int groupOf(Row row, String group, Map<Integer, Slice> slices) {
        int count = 0;
        for (Map.Entry<Integer, Slice> one : slices.entrySet()) {
            if (one.getValue().group().filter(group::equals).isPresent()) {
                count += row.counts()[one.getKey()];
            }
        }
        return count;
    }

    /**
     * Rows that no other row contains. A row that uses more of what is limited together (a group, or one profile asked for in two
     * ways) does not stand for one that uses less.
     */
    private static List<Row> prune(List<Row> rows, List<List<Integer>> limited) {
        List<Row> kept = new ArrayList<>();
        for (Row row : rows) {
            boolean contained = false;
            for (int i = kept.size() - 1; i >= 0 && !contained; i--) {
                Row other = kept.get(i);
                boolean comparable = limited.stream().allMatch(together -> sum(row, together) == sum(other, together));
                if (comparable && contains(other.counts(), row.counts())) {
                    contained = true;
                } else if (comparable && contains(row.counts(), other.counts())) {
                    kept.remove(i);
                }
            }
            if (!contained) {
                kept.add(row);
            }
            if (kept.size() > COUNTS_AT_MOST) {
                throw new TooMany();
            }
        }
        return kept;
    }

    /** Shares whose number on one GPU is limited together. */
    private static List<List<Integer>> limited(Map<Integer, Slice> slices) {
        Map<String, List<Integer>> together = new TreeMap<>();
        slices.forEach((share, slice) -> {
            together.computeIfAbsent("profile " + slice.profile(), key -> new ArrayList<>())
                    .add(share);
            slice.group()
                    .ifPresent(group -> together.computeIfAbsent("group " + group, key -> new ArrayList<>())
                            .add(share));
        });
        together.entrySet()
                .removeIf(entry ->
                        entry.getKey().startsWith("profile") && entry.getValue().size() < 2);
        return List.copyOf(together.values());
    }

    private static int sum(Row row, List<Integer> shares) {
        int sum = 0;
        for (int share : shares) {
            sum += row.counts()[share];
        }
        return sum;
    }

    private static boolean contains(int[] large, int[] small) {
        for (int i = 0; i < large.length; i++) {
            if (large[i] < small[i]) {
                return false;
            }
        }
        return true;
    }

    private static List<GpuPattern> undominated(List<GpuPattern> patterns) {
        List<GpuPattern> kept = new ArrayList<>();
        for (GpuPattern pattern : patterns) {
            int[] counts = array(pattern);
            if (kept.stream().noneMatch(other -> contains(array(other), counts))) {
                kept.removeIf(other -> contains(counts, array(other)));
                kept.add(pattern);
            }
        }
        return kept;
    }

    private static int[] array(GpuPattern pattern) {
        return pattern.counts().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Ends a sweep that would not end in time. */
    private static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TooMany() {
            super(null, null, false, false);
        }
    }
}
