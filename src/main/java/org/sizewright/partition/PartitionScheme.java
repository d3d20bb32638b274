package org.sizewright.partition;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one GPU model offers in one mode: its length in units, and the profiles with their starts.
 *
 * @param mode the mode these profiles belong to
 * @param units length of the GPU; MIG: memory slices, vGPU: GB of frame buffer, whole GPU: 1
 * @param slices the profiles, in the order in which they are shown
 */
public record PartitionScheme(PartitionMode mode, int units, List<Slice> slices) {
    /** Profile name of a whole GPU. */
    public static final String WHOLE = "whole";

    public PartitionScheme {
        slices = List.copyOf(slices);
        if (units < 1) {
            throw new IllegalArgumentException("a GPU is at least one unit long");
        }
        Set<String> names = new HashSet<>();
        for (Slice slice : slices) {
            if (!names.add(slice.profile())) {
                throw new IllegalArgumentException(slice.profile() + " is listed twice");
            }
            if (Collections.max(slice.starts()) + slice.size() > units) {
                throw new IllegalArgumentException(slice.profile() + " at " + Collections.max(slice.starts())
                        + " is longer than the GPU (" + units + ")");
            }
        }
    }

    /** MIG: {@code units} memory slices. */
    public static PartitionScheme mig(int units, List<Slice> slices) {
        return new PartitionScheme(PartitionMode.MIG, units, slices);
    }

    /** Same-size mode: {@code units} GB of frame buffer; see {@link Slice#inRow}. */
    public static PartitionScheme equalSize(int units, List<Slice> slices) {
        return new PartitionScheme(PartitionMode.EQUAL_SIZE, units, slices);
    }

    /** Mixed-size mode: {@code units} GB of frame buffer; the starts are the vendor's placement ids. */
    public static PartitionScheme mixedSize(int units, List<Slice> slices) {
        return new PartitionScheme(PartitionMode.MIXED_SIZE, units, slices);
    }

    /** The whole GPU as one slice. */
    public static PartitionScheme full() {
        return new PartitionScheme(PartitionMode.FULL, 1, List.of(Slice.of(WHOLE, 1, List.of(0), 1)));
    }

    /** The slice of this profile, empty if the GPU does not offer it in this mode. */
    public Optional<Slice> slice(String profile) {
        for (Slice slice : slices) {
            if (slice.profile().equals(profile)) {
                return Optional.of(slice);
            }
        }
        return Optional.empty();
    }
}
