package org.sizewright.sizing.throughput;

import java.util.Optional;
import org.sizewright.library.Gpu;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.sizing.LlmSubject;

/**
 * What decides which constants count: a model, how it is stored, and the GPU under it.
 *
 * @param slice name of the part of the GPU that it has, where nobody measured the speed of that part
 */
record Served(ModelArchitecture model, NumberFormat weights, Gpu gpu, Optional<String> slice) {
    static Served of(LlmSubject subject) {
        return new Served(
                subject.model(),
                subject.weights(),
                subject.gpu(),
                subject.onSlice() ? Optional.of(subject.device().name()) : Optional.empty());
    }
}
