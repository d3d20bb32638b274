package org.sizewright.sizing.retrieval;

import java.util.Optional;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Gpu;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedWorkload.Search;
import org.sizewright.sizing.DeviceMemory;

/**
 * Retrieval whose models run on one kind of GPU or slice of it, all ids looked up.
 *
 * @param device what of the GPU one of its models can use
 */
public record RetrievalSubject(RowKey row, Search search, Gpu gpu, GpuShare share, DeviceMemory device) {
    /** Machines that one GPU carries; empty if that is not known. */
    Optional<Integer> perGpu() {
        return switch (share) {
            case GpuShare.Whole whole -> Optional.of(1);
            case GpuShare.Fraction fraction -> fraction.mostPerGpu();
        };
    }
}
