package org.sizewright.placement.exact;

import java.util.List;
import org.sizewright.partition.PartitionMode;

/**
 * What one GPU can carry at most, or in addition to what lies on it: so many of each share, and where each lies.
 *
 * @param mode the mode of the GPU
 * @param counts how many of each share, by number of the share
 * @param parts where each of them starts
 */
record GpuPattern(PartitionMode mode, List<Integer> counts, List<Part> parts) {
    /** One share at its start. */
    record Part(int share, int start) {}

    GpuPattern {
        counts = List.copyOf(counts);
        parts = List.copyOf(parts);
    }
}
