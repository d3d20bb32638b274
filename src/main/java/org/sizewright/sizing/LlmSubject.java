package org.sizewright.sizing;

import org.sizewright.figure.RowKey;
import org.sizewright.library.Engine;
import org.sizewright.library.Gpu;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.plan.Workload.LlmServing;

/** One language model to serve on one kind of GPU, all ids looked up. */
public record LlmSubject(
        RowKey row,
        LlmServing workload,
        ModelArchitecture model,
        NumberFormat weights,
        NumberFormat kvCache,
        Engine engine,
        Gpu gpu,
        int tensorParallel) {}
