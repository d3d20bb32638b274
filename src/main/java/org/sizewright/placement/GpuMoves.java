package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;

/**
 * The moves on GPUs of one geometry. Layouts are numbered as they are met, and the best start of each need in each layout is
 * worked out once, so that a packing run is a walk over integers.
 */
final class GpuMoves {
    /** The state of a GPU on which nothing lies: every mode is still open. */
    static final int UNTOUCHED = 0;
    /** The state of a GPU that was given away whole. */
    static final int WHOLE = 1;
    /** There is no move. */
    static final int NONE = -1;

    private static final int UNKNOWN = -2;

    private final GpuGeometry geometry;
    private final Policy.VgpuMode vgpuMode;
    private final List<GpuNeed> needs;
    private final Map<PartitionMode, Set<String>> wanted;
    private final List<GpuLayout> layouts = new ArrayList<>();
    private final Map<GpuLayout, Integer> numbers = new HashMap<>();
    private final List<int[]> nexts = new ArrayList<>();
    private final List<int[]> starts = new ArrayList<>();

    /** @param needs single shares */
    GpuMoves(GpuGeometry geometry, Policy.VgpuMode vgpuMode, List<GpuNeed> needs) {
        this.geometry = geometry;
        this.vgpuMode = vgpuMode;
        this.needs = needs;
        wanted = GpuNeed.profiles(needs);
        GpuLayout untouched = GpuLayout.empty(PartitionScheme.full());
        stateOf(untouched);
        stateOf(untouched.place(PartitionScheme.WHOLE, 0));
    }

    /** The state after the need was placed at its best start, NONE if it does not fit. */
    int next(int state, int need, boolean preferEqualSize) {
        int[] row = nexts.get(state);
        int column = 2 * need + (preferEqualSize ? 1 : 0);
        if (row[column] == UNKNOWN) {
            workOut(state, need, preferEqualSize, column);
        }
        return row[column];
    }

    /** The start that {@link #next} chose. */
    int start(int state, int need, boolean preferEqualSize) {
        return starts.get(state)[2 * need + (preferEqualSize ? 1 : 0)];
    }

    PartitionMode mode(int state) {
        return layouts.get(state).scheme().mode();
    }

    GpuLayout layout(int state) {
        return layouts.get(state);
    }

    int parts(int state) {
        return layouts.get(state).parts().size();
    }

    /** Free share of the GPU in 1/1,000, to find the fullest. */
    int freeShare(int state) {
        GpuLayout layout = layouts.get(state);
        return layout.freeUnits() * 1000 / layout.scheme().units();
    }

    /** The state of a layout met elsewhere. */
    int stateOf(GpuLayout layout) {
        return numbers.computeIfAbsent(layout, added -> {
            layouts.add(added);
            int[] row = new int[2 * needs.size()];
            Arrays.fill(row, UNKNOWN);
            nexts.add(row);
            starts.add(new int[2 * needs.size()]);
            return layouts.size() - 1;
        });
    }

    /** The schemes that an untouched GPU may take for a single share, the preferred one first; empty if none offers the profile. */
    static List<PartitionScheme> schemes(
            GpuGeometry geometry, Policy.VgpuMode vgpuMode, GpuNeed need, boolean preferEqualSize) {
        return switch (need) {
            case GpuNeed.None none -> List.of();
            case GpuNeed.Whole whole -> List.of(PartitionScheme.full());
            case GpuNeed.Several several -> throw new IllegalArgumentException("several shares are asked one by one");
            case GpuNeed.Mig mig -> offering(mig.profile(), List.of(geometry.mig()));
            case GpuNeed.TimeSliced vgpu ->
                offering(
                        vgpu.profile(),
                        switch (vgpu.sameSizeOnly() ? Policy.VgpuMode.SAME_SIZE : vgpuMode) {
                            case SAME_SIZE -> List.of(geometry.equalSize());
                            case MIXED_SIZE ->
                                List.of(geometry.mixedSize().isPresent() ? geometry.mixedSize() : geometry.equalSize());
                            case PER_GPU ->
                                preferEqualSize
                                        ? List.of(geometry.equalSize(), geometry.mixedSize())
                                        : List.of(geometry.mixedSize(), geometry.equalSize());
                        });
        };
    }

    private static List<PartitionScheme> offering(String profile, List<Optional<PartitionScheme>> schemes) {
        return schemes.stream()
                .flatMap(Optional::stream)
                .filter(scheme -> scheme.slice(profile).isPresent())
                .toList();
    }

    private void workOut(int state, int need, boolean preferEqualSize, int column) {
        GpuNeed asked = needs.get(need);
        Optional<GpuLayout> from = Optional.of(layouts.get(state));
        if (state == UNTOUCHED) {
            from = schemes(geometry, vgpuMode, asked, preferEqualSize).stream()
                    .findFirst()
                    .map(GpuLayout::empty);
        } else if (!fitsMode(asked, mode(state))) {
            from = Optional.empty();
        }
        String profile = asked.profile();
        OptionalInt start = from.map(layout -> layout.bestStart(
                        profile, wanted.getOrDefault(layout.scheme().mode(), Set.of())))
                .orElse(OptionalInt.empty());
        int next = NONE;
        if (start.isPresent()) {
            next = stateOf(from.orElseThrow().place(profile, start.getAsInt()));
            starts.get(state)[column] = start.getAsInt();
        }
        nexts.get(state)[column] = next;
    }

    /**
     * Whether a GPU opened for this need should run at same size, where the policy leaves the choice: when what is still to
     * come fills it, and mixed size would carry fewer.
     */
    boolean equalSizePays(int need, int stillToCome) {
        return needs.get(need) instanceof GpuNeed.TimeSliced vgpu
                && geometry.equalSize()
                        .flatMap(scheme -> scheme.slice(vgpu.profile()))
                        .filter(equal -> stillToCome >= equal.maxInstances()
                                && geometry.mixedSize()
                                        .flatMap(scheme -> scheme.slice(vgpu.profile()))
                                        .filter(mixed -> mixed.maxInstances() >= equal.maxInstances())
                                        .isEmpty())
                        .isPresent();
    }

    private boolean fitsMode(GpuNeed need, PartitionMode mode) {
        return schemes(geometry, vgpuMode, need, true).stream().anyMatch(scheme -> scheme.mode() == mode);
    }
}
