package org.sizewright.ui.workloads;

import java.util.Optional;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Engine;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.sizing.DeviceMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.Parallelism;

/** A language model with its load, and where it runs now: what is asked of other GPUs and of other loads. */
record Question(
        LlmServing workload,
        ModelArchitecture model,
        ModelShape shape,
        NumberFormat weights,
        NumberFormat kvCache,
        Engine engine,
        Optional<Present> present,
        Library library) {
    /**
     * What the live option does.
     *
     * @param profile the slice; empty for whole GPUs
     */
    record Present(Gpu gpu, DeviceMemory device, Parallelism parallel, Optional<String> profile) {
        GpuId gpuId() {
            return gpu.id();
        }
    }

    /** Empty if the library lacks a record that the workload names. */
    static Optional<Question> of(LlmServing work, Optional<Present> present, Library library) {
        Optional<ModelArchitecture> model = library.model(work.model());
        Optional<NumberFormat> weights = library.numberFormat(work.weights());
        Optional<NumberFormat> cache = library.numberFormat(work.kvCache());
        Optional<Engine> engine = library.engine(work.engine());
        if (model.isEmpty() || weights.isEmpty() || cache.isEmpty() || engine.isEmpty()) {
            return Optional.empty();
        }
        return library.shape(model.get()) instanceof ShapeResult.Known known
                ? Optional.of(new Question(
                        work, model.get(), known.shape(), weights.get(), cache.get(), engine.get(), present, library))
                : Optional.empty();
    }

    /** The question with another load. */
    LlmSubject subject(RowKey row, LlmServing work, Gpu gpu, DeviceMemory device, Parallelism parallel) {
        return new LlmSubject(row, work, model, shape, weights, kvCache, engine, gpu, device, parallel);
    }
}
