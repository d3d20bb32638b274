package org.sizewright.sizing;

import org.sizewright.figure.RowKey;
import org.sizewright.library.Engine;
import org.sizewright.library.Gpu;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.VgpuType;
import org.sizewright.library.model.ModelShape;
import org.sizewright.plan.Workload.LlmServing;

/**
 * One language model to serve on one kind of GPU or slice of it, all ids looked up.
 *
 * @param device what of the GPU the model can use: all of it, or a slice
 */
public record LlmSubject(
        RowKey row,
        LlmServing workload,
        ModelArchitecture model,
        ModelShape shape,
        NumberFormat weights,
        NumberFormat kvCache,
        Engine engine,
        Gpu gpu,
        DeviceMemory device,
        Parallelism parallel) {
    /** Whether other machines share the GPU, so that its speed is not that of the whole. */
    public boolean onSlice() {
        return device.owner()
                .map(owner -> switch (owner) {
                    case Gpu whole -> false;
                    case VgpuType type -> !type.maxEqualSize().equals(java.util.Optional.of(1));
                    default -> true;
                })
                .orElse(false);
    }

    public int tensorParallel() {
        return parallel.tensor();
    }
}
