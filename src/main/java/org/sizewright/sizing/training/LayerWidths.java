package org.sizewright.sizing.training;

import org.sizewright.library.model.Feed;
import org.sizewright.library.model.Layer;
import org.sizewright.library.model.Mixer;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.Tensor;
import org.sizewright.library.model.Tensor.Role;

/**
 * The widths of a layer that decide what is kept of a token between forward and backward pass.
 *
 * @param queries of all heads
 * @param values of all heads, which is also what the attention puts out
 * @param cachedValues of the heads of keys and values
 * @param mlp of the MLP, or of all experts that a token visits
 * @param mlpBytes kept per token for each of that width beside what goes into the last matrix
 * @param norms of the layer's width
 * @param normWidths all that goes into norms
 * @param inputs vectors of the layer's width that go into matrices
 * @param reach tokens that attention looks back at, at most; infinite if all
 */
record LayerWidths(
        double queries,
        double values,
        double cachedValues,
        double mlp,
        double mlpBytes,
        double norms,
        double normWidths,
        double inputs,
        double reach) {
    private static final double GATED = 6;
    private static final double PLAIN = 2;
    /** Longer than any sequence. */
    private static final double ALL = 1e12;

    static LayerWidths of(ModelShape shape, Layer layer) {
        double queries = 0;
        double values = 0;
        double cachedKeys = 0;
        double cachedValues = 0;
        double reach = ALL;
        switch (layer.mixer()) {
            case Mixer.Attention attention -> {
                queries = (double) attention.heads() * attention.headDim();
                values = (double) attention.heads() * attention.valueDim();
                cachedKeys = (double) attention.kvHeads() * attention.headDim();
                cachedValues = (double) attention.kvHeads() * attention.valueDim();
                // looking back at a window costs as much as a triangle of twice its length
                reach = attention.window().isPresent()
                        ? 2.0 * attention.window().getAsInt()
                        : ALL;
            }
            case Mixer.Latent latent -> {
                queries = (double) latent.heads() * (latent.nope() + latent.rope());
                values = (double) latent.heads() * latent.valueDim();
                cachedValues = values;
            }
            case Mixer.Recurrent recurrent -> {
                queries = recurrenceWidth(layer, true) / 2;
                values = recurrenceWidth(layer, false);
                reach = 0;
            }
            case Mixer.None none -> reach = 0;
        }
        double mlp = 0;
        double mlpBytes = PLAIN;
        double visited = 0;
        switch (layer.feed()) {
            case Feed.Dense dense -> {
                mlp = dense.width();
                mlpBytes = dense.gated() ? GATED : PLAIN;
            }
            case Feed.Experts experts -> {
                mlp = (double) experts.perToken() * experts.width() + experts.sharedWidth();
                mlpBytes = experts.gated() ? GATED : PLAIN;
                visited = experts.perToken();
            }
            case Feed.None none -> {}
        }
        double norms = 0;
        double wide = 0;
        for (Tensor tensor : layer.tensors()) {
            if (tensor.role() != Role.NORM || tensor.name().endsWith(".bias")) {
                continue;
            }
            if (tensor.out() == shape.hidden()) {
                norms += tensor.copies();
            } else if (tensor.name().equals("qk_norm")) {
                wide += queries + cachedKeys;
            } else {
                wide += tensor.parameters();
            }
        }
        boolean once = shape.wiring().parallel() && shape.wiring().plainNorms();
        double normWidths = shape.hidden() * (once ? Math.min(1, norms) : norms) + wide;
        // each visited expert gets a copy of the token and gives one back
        double inputs = Math.min(2, norms) + 2 * visited;
        return new LayerWidths(queries, values, cachedValues, mlp, mlpBytes, norms, normWidths, inputs, reach);
    }

    /** Of the matrices into a recurrence or out of it. */
    private static double recurrenceWidth(Layer layer, boolean into) {
        return layer.tensors().stream()
                .filter(tensor -> tensor.role() == Role.RECURRENCE && tensor.quantised())
                .filter(tensor -> into == (tensor.split() == Tensor.Split.COLUMNS))
                .mapToDouble(tensor -> into ? tensor.out() : tensor.in())
                .sum();
    }
}
