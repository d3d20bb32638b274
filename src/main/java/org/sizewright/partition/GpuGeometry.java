package org.sizewright.partition;

import java.util.Optional;

/**
 * All ways to share one GPU model. An empty scheme means: not offered, or (mixed size) its placement ids are unknown.
 *
 * @param model name of the GPU model, for messages
 * @param memoryMib frame buffer of the GPU in MiB
 */
public record GpuGeometry(
        String model,
        long memoryMib,
        Optional<PartitionScheme> mig,
        Optional<PartitionScheme> equalSize,
        Optional<PartitionScheme> mixedSize) {
    public GpuGeometry {
        if (model.isBlank() || memoryMib < 1) {
            throw new IllegalArgumentException("a GPU has a model name and memory");
        }
        expect(mig, PartitionMode.MIG);
        expect(equalSize, PartitionMode.EQUAL_SIZE);
        expect(mixedSize, PartitionMode.MIXED_SIZE);
    }

    /** A GPU that is only given away whole. */
    public static GpuGeometry wholeOnly(String model, long memoryMib) {
        return new GpuGeometry(model, memoryMib, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The scheme of a mode, empty if the GPU has none. {@link PartitionMode#FULL} always has one. */
    public Optional<PartitionScheme> scheme(PartitionMode mode) {
        return switch (mode) {
            case FULL -> Optional.of(PartitionScheme.full());
            case MIG -> mig;
            case EQUAL_SIZE -> equalSize;
            case MIXED_SIZE -> mixedSize;
        };
    }

    /** GiB in so many units of a scheme of this GPU: the frame buffer divided evenly over the units. */
    public double gib(PartitionScheme scheme, int units) {
        return memoryMib / 1024.0 * units / scheme.units();
    }

    private static void expect(Optional<PartitionScheme> scheme, PartitionMode mode) {
        if (scheme.isPresent() && scheme.get().mode() != mode) {
            throw new IllegalArgumentException(
                    "the scheme for " + mode + " is one for " + scheme.get().mode());
        }
    }
}
