package org.sizewright.plan;

import org.sizewright.library.Engine;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.model.ModelShape;

/** A workload with its records looked up. */
public sealed interface ResolvedWorkload {
    Workload workload();

    record Llm(
            Workload.LlmServing workload,
            ModelArchitecture model,
            ModelShape shape,
            NumberFormat weights,
            NumberFormat kvCache,
            Engine engine)
            implements ResolvedWorkload {}

    record Vms(Workload.GpuVms workload) implements ResolvedWorkload {}
}
