package org.sizewright.library.model;

import java.util.List;

/** One layer of a model. */
public record Layer(Mixer mixer, Feed feed, List<Tensor> tensors) {
    public Layer {
        tensors = List.copyOf(tensors);
    }

    public long parameters() {
        return tensors.stream().mapToLong(Tensor::parameters).sum();
    }
}
