package org.sizewright.library;

/** What a {@code model.safetensors.index.json} says about the weights that lie beside it. */
public sealed interface WeightIndex {
    /** @param totalBytes of all tensors, as the index states it */
    record Read(long totalBytes, int tensors) implements WeightIndex {}

    /** Not such a file; the reason is a sentence without its point. */
    record Refused(String reason) implements WeightIndex {}
}
