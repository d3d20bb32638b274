package org.sizewright.library.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A model in full: what stands before, in and after its layers.
 *
 * @param hidden width of the vector that a token is between layers
 * @param tied whether the output head is the embedding
 * @param multimodal whether the decoder is part of a model that also takes pictures or sound
 * @param rotaryPositions positions for which an engine prepares cosines and sines; 0 if none
 * @param rotaryDim how much of a head turns with the position; 0 if nothing does
 * @param wiring what counts in training only
 * @param layers in their order; equal layers are the same object
 * @param outside embedding, output head, last norm, vision tower...
 * @param nextToken layers that only guess further tokens; an engine need not load them
 * @param assumptions what was taken for granted where the configuration is silent, in words
 */
public record ModelShape(
        int hidden,
        int vocabulary,
        boolean tied,
        OptionalInt maxPosition,
        boolean multimodal,
        long rotaryPositions,
        int rotaryDim,
        Wiring wiring,
        List<Layer> layers,
        List<Tensor> outside,
        List<Tensor> nextToken,
        List<String> assumptions) {
    public ModelShape {
        layers = Layer.shared(layers);
        outside = List.copyOf(outside);
        nextToken = List.copyOf(nextToken);
        assumptions = List.copyOf(assumptions);
    }

    /** All tensors that are loaded: those outside first, then layer by layer. */
    public Stream<Tensor> tensors() {
        return Stream.concat(outside.stream(), layers.stream().flatMap(layer -> layer.tensors().stream()));
    }

    /** Without the layers that only guess further tokens. */
    public long parameters() {
        return tensors().mapToLong(Tensor::parameters).sum();
    }

    /** Those of one role. */
    public long parameters(Tensor.Role role) {
        return tensors()
                .filter(tensor -> tensor.role() == role)
                .mapToLong(Tensor::parameters)
                .sum();
    }

    /** Those that one token meets: all but the experts that it does not visit. */
    public long activeParameters() {
        long active = outside.stream().mapToLong(Tensor::parameters).sum();
        for (Layer layer : layers) {
            for (Tensor tensor : layer.tensors()) {
                active += activeOf(layer, tensor);
            }
        }
        return active;
    }

    /** Those of one tensor of that layer which one token meets. */
    public static long activeOf(Layer layer, Tensor tensor) {
        return tensor.role() == Tensor.Role.EXPERTS && layer.feed() instanceof Feed.Experts experts
                ? tensor.parameters() / experts.count() * experts.perToken()
                : tensor.parameters();
    }

    /** Each different layer once, in the order of their first. */
    public List<Layer> kinds() {
        List<Layer> kinds = new ArrayList<>();
        for (Layer layer : layers) {
            if (!kinds.contains(layer)) {
                kinds.add(layer);
            }
        }
        return kinds;
    }

    /** The query heads of the first layer whose heads cannot be shared out evenly over so many GPUs; empty if all can. */
    public OptionalInt headsNotDividedBy(int gpus) {
        return layers.stream()
                .mapToInt(layer -> switch (layer.mixer()) {
                    case Mixer.Attention attention -> attention.heads();
                    case Mixer.Latent latent -> latent.heads();
                    case Mixer.Recurrent recurrent -> 0;
                    case Mixer.None none -> 0;
                })
                .filter(heads -> heads % gpus != 0)
                .findFirst();
    }

    public boolean hasExperts() {
        return layers.stream().anyMatch(layer -> layer.feed() instanceof Feed.Experts);
    }
}
