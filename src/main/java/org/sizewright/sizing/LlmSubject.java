package org.sizewright.sizing;

import org.sizewright.figure.RowKey;
import org.sizewright.library.Engine;
import org.sizewright.library.Gpu;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
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
    public int tensorParallel() {
        return parallel.tensor();
    }
}
