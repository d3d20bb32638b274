package org.sizewright.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What lies where on one GPU in one mode. Every layout obeys the rules: no overlap, allowed starts, the maximum of each
 * profile, at most one of a group, and in same-size mode one size.
 */
public final class GpuLayout {
    /** One occupied interval, from {@code start} (included) to {@code end} (excluded), in units of the scheme. */
    public record Part(String profile, int start, int size) {
        public int end() {
            return start + size;
        }
    }

    /** A stretch of free units. @param stranded whether nothing can start in it any more */
    public record Gap(int start, int size, boolean stranded) {}

    private final PartitionScheme scheme;
    private final List<Part> parts;

    private GpuLayout(PartitionScheme scheme, List<Part> parts) {
        this.scheme = scheme;
        this.parts = parts;
    }

    /** A GPU on which nothing lies yet. */
    public static GpuLayout empty(PartitionScheme scheme) {
        return new GpuLayout(scheme, List.of());
    }

    public PartitionScheme scheme() {
        return scheme;
    }

    /** The occupied intervals by start. */
    public List<Part> parts() {
        return parts;
    }

    /** Whether the profile can start there now; false for a profile or a start that the scheme does not have. */
    public boolean canPlace(String profile, int start) {
        return scheme.slice(profile)
                .filter(slice -> slice.starts().contains(start) && admits(slice) && isFree(start, slice.size()))
                .isPresent();
    }

    /** Why the profile cannot start there now; empty exactly where {@link #canPlace} is true. */
    public Optional<Refusal> refusal(String profile, int start) {
        Slice slice = scheme.slice(profile).orElse(null);
        if (slice == null) {
            return Optional.of(new Refusal.NoSuchProfile());
        }
        if (!slice.starts().contains(start)) {
            return Optional.of(new Refusal.NoSuchStart());
        }
        // what lies in the way says more than a count that is used up
        for (Part part : parts) {
            if (start < part.end() && part.start() < start + slice.size()) {
                return Optional.of(new Refusal.Overlap(part));
            }
        }
        if (isOtherSize(slice)) {
            return Optional.of(new Refusal.OtherSize(parts.getFirst()));
        }
        int same = 0;
        for (Part part : parts) {
            if (isInGroupOf(slice, part)) {
                return Optional.of(new Refusal.GroupTaken(part));
            }
            same += part.profile().equals(profile) ? 1 : 0;
        }
        return same < slice.maxInstances() ? Optional.empty() : Optional.of(new Refusal.AllUsed(slice.maxInstances()));
    }

    /** The layout with one more instance. Throws IllegalArgumentException where {@link #canPlace} is false. */
    public GpuLayout place(String profile, int start) {
        if (!canPlace(profile, start)) {
            throw new IllegalArgumentException(profile + " cannot start at " + start + " beside " + parts);
        }
        return with(scheme.slice(profile).orElseThrow(), start);
    }

    /** The layout without the instance that starts there. Throws IllegalArgumentException if there is none. */
    public GpuLayout remove(int start) {
        List<Part> rest = parts.stream().filter(part -> part.start() != start).toList();
        if (rest.size() == parts.size()) {
            throw new IllegalArgumentException("nothing starts at " + start);
        }
        return new GpuLayout(scheme, rest);
    }

    /** Where the profile can still start, ascending. */
    public List<Integer> freeStarts(String profile) {
        return scheme.slice(profile).map(this::freeStarts).orElse(List.of());
    }

    /** Occupied units. */
    public int usedUnits() {
        int used = 0;
        for (Part part : parts) {
            used += part.size();
        }
        return used;
    }

    /** Units on which nothing lies. */
    public int freeUnits() {
        return scheme.units() - usedUnits();
    }

    /**
     * The stretches of free units, by start. One is stranded when no profile of the set, each tried alone, can start in it any
     * more.
     */
    public List<Gap> gaps(Set<String> profiles) {
        boolean[] begins = new boolean[scheme.units()];
        for (Slice slice : scheme.slices()) {
            if (profiles.contains(slice.profile())) {
                for (int start : freeStarts(slice)) {
                    begins[start] = true;
                }
            }
        }
        List<Gap> gaps = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= parts.size(); i++) {
            int to = i < parts.size() ? parts.get(i).start() : scheme.units();
            if (to > from) {
                boolean stranded = true;
                for (int unit = from; unit < to; unit++) {
                    stranded &= !begins[unit];
                }
                gaps.add(new Gap(from, to - from, stranded));
            }
            from = i < parts.size() ? parts.get(i).end() : to;
        }
        return gaps;
    }

    /** Units of the stretches in which none of these profiles can start any more. */
    public int stranded(Set<String> profiles) {
        int stranded = 0;
        for (Gap gap : gaps(profiles)) {
            stranded += gap.stranded() ? gap.size() : 0;
        }
        return stranded;
    }

    /** Free units that no instance of these profiles could cover, each tried alone: finer than what is stranded. */
    private int unreachable(Set<String> profiles) {
        boolean[] usable = new boolean[scheme.units()];
        for (Slice slice : scheme.slices()) {
            if (profiles.contains(slice.profile())) {
                for (int start : freeStarts(slice)) {
                    Arrays.fill(usable, start, start + slice.size(), true);
                }
            }
        }
        int reachable = 0;
        for (boolean unit : usable) {
            if (unit) {
                reachable++;
            }
        }
        return freeUnits() - reachable;
    }

    /**
     * The start that strands least: fewest free units that the wanted profiles cannot reach, then most room left for all profiles
     * (free starts weighted by size), then the lowest start. Empty if the profile does not fit.
     */
    public OptionalInt bestStart(String profile, Set<String> wanted) {
        List<Integer> starts = freeStarts(profile);
        if (starts.size() < 2) {
            return starts.isEmpty() ? OptionalInt.empty() : OptionalInt.of(starts.getFirst());
        }
        Slice slice = scheme.slice(profile).orElseThrow();
        int best = -1;
        int bestStranded = 0;
        int bestRoom = 0;
        for (int start : starts) {
            GpuLayout next = with(slice, start);
            int stranded = next.unreachable(wanted);
            int room = next.room();
            if (best < 0 || stranded < bestStranded || (stranded == bestStranded && room > bestRoom)) {
                best = start;
                bestStranded = stranded;
                bestRoom = room;
            }
        }
        return OptionalInt.of(best);
    }

    private int room() {
        int room = 0;
        for (Slice slice : scheme.slices()) {
            room += freeStarts(slice).size() * slice.size();
        }
        return room;
    }

    private GpuLayout with(Slice slice, int start) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(slice.profile(), start, slice.size()));
        more.sort(Comparator.comparingInt(Part::start));
        return new GpuLayout(scheme, List.copyOf(more));
    }

    private List<Integer> freeStarts(Slice slice) {
        if (!admits(slice)) {
            return List.of();
        }
        List<Integer> free = new ArrayList<>(slice.starts().size());
        for (int start : slice.starts()) {
            if (isFree(start, slice.size())) {
                free.add(start);
            }
        }
        return free;
    }

    private boolean isFree(int start, int size) {
        for (Part part : parts) {
            if (start < part.end() && part.start() < start + size) {
                return false;
            }
        }
        return true;
    }

    /** Everything but the position: the size lock, the maximum and the group. */
    private boolean admits(Slice slice) {
        if (isOtherSize(slice)) {
            return false;
        }
        int same = 0;
        for (Part part : parts) {
            if (part.profile().equals(slice.profile())) {
                same++;
            }
            if (isInGroupOf(slice, part)) {
                return false;
            }
        }
        return same < slice.maxInstances();
    }

    private boolean isOtherSize(Slice slice) {
        return scheme.mode() == PartitionMode.EQUAL_SIZE
                && !parts.isEmpty()
                && parts.getFirst().size() != slice.size();
    }

    private boolean isInGroupOf(Slice slice, Part part) {
        return slice.group().isPresent()
                && scheme.slice(part.profile()).orElseThrow().group().equals(slice.group());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GpuLayout layout
                && parts.equals(layout.parts)
                && (scheme == layout.scheme || scheme.equals(layout.scheme));
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return scheme.mode() + " " + parts;
    }
}
