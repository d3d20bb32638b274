package org.sizewright.sizing.throughput;

import org.sizewright.library.Gpu;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.sizing.LlmSubject;

/** What decides which constants count: a model, how it is stored, and the GPU under it. */
record Served(ModelArchitecture model, NumberFormat weights, Gpu gpu) {
    static Served of(LlmSubject subject) {
        return new Served(subject.model(), subject.weights(), subject.gpu());
    }
}
