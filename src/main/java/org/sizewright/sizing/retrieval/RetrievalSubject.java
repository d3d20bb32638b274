package org.sizewright.sizing.retrieval;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Given;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Value;
import org.sizewright.library.Gpu;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedWorkload.Search;
import org.sizewright.sizing.DeviceMemory;
import org.sizewright.sizing.LlmMemory;

/**
 * Retrieval whose models run on one kind of GPU or slice of it, all ids looked up.
 *
 * @param device what of the GPU one of its models can use
 */
public record RetrievalSubject(RowKey row, Search search, Gpu gpu, GpuShare share, DeviceMemory device) {
    private static final Source EQUAL_SHARE =
            Source.of("An equal share of the GPU's speed when it carries as many as it can", "", "", Evidence.INFERRED);

    /** Machines that one GPU carries. */
    Given perGpuGiven() {
        return perGpu(most -> most, LlmMemory.CHOICE);
    }

    /** The part of the GPU's speed that one machine can count on. */
    Given gpuShare() {
        return perGpu(most -> 1.0 / most, EQUAL_SHARE);
    }

    private Given perGpu(IntToDoubleFunction number, Source source) {
        Optional<Integer> most = switch (share) {
            case GpuShare.Whole whole -> Optional.of(1);
            case GpuShare.Fraction fraction -> fraction.mostPerGpu();
            case GpuShare.Several several -> Optional.empty();
        };
        return most.map(count -> Given.fact(number.applyAsDouble(count), source))
                .orElseGet(() -> new Given(
                        Value.unknown("how many " + device.name() + " one GPU carries is not known"),
                        source,
                        Optional.empty()));
    }
}
