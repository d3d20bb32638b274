package org.sizewright.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.library.model.Feed;
import org.sizewright.library.model.Layer;
import org.sizewright.library.model.Mixer;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.Tensor;
import org.sizewright.library.model.Tensor.Role;
import org.sizewright.library.model.Tensor.Split;
import org.sizewright.library.model.Wiring;

/**
 * The totals of a model whose parts are not known. Weights and cache follow from them; what depends on single matrices (adapters,
 * an uneven pipeline) is only roughly right.
 *
 * @param experts of a mixture of experts, with how many of its parameters a token meets
 */
public record ModelTotals(
        long parameters,
        int hidden,
        int layers,
        int heads,
        int kvHeads,
        int headDim,
        int vocabulary,
        int mlpWidth,
        Optional<Experts> experts) {
    /**
     * @param active parameters that one token meets
     * @param count experts in each layer
     * @param perToken how many of them it visits
     */
    public record Experts(long active, int count, int perToken) {
        public Experts {
            Checks.between("experts.count", 2, 100_000, count);
            Checks.between("experts.perToken", 1, count - 1, perToken);
            if (active < 1) {
                throw new IllegalArgumentException("\"experts.active\" must be at least 1, not " + active);
            }
        }
    }

    public ModelTotals {
        if (parameters < 1 || parameters > 1_000_000_000_000_000L) {
            throw new IllegalArgumentException("\"parameters\" is " + parameters + ", which no model has");
        }
        Checks.between("hidden", 1, 1_000_000, hidden);
        Checks.between("layers", 1, 10_000, layers);
        Checks.between("heads", 1, 100_000, heads);
        Checks.between("kvHeads", 1, heads, kvHeads);
        Checks.between("headDim", 1, 100_000, headDim);
        Checks.between("vocabulary", 1, 100_000_000, vocabulary);
        Checks.between("mlpWidth", 1, 10_000_000, mlpWidth);
        if (2L * vocabulary * hidden + layers > parameters) {
            throw new IllegalArgumentException("\"parameters\" " + parameters
                    + " is less than embedding and output head alone: 2 x " + vocabulary + " x " + hidden);
        }
        experts.ifPresent(mixture -> {
            if (mixture.active() > parameters) {
                throw new IllegalArgumentException("\"experts.active\" is more than \"parameters\"");
            }
        });
    }

    /** Equal layers that add up to the totals; the last one takes what does not divide. */
    ModelShape toShape() {
        long embedding = (long) vocabulary * hidden;
        long inLayers = parameters - 2 * embedding;
        long inExperts = experts.map(mixture -> Math.min(
                        inLayers - layers,
                        Math.round((double) (parameters - mixture.active())
                                / (1 - (double) mixture.perToken() / mixture.count()))))
                .orElse(0L);
        List<Layer> all = new ArrayList<>(
                Collections.nCopies(layers - 1, layer((inLayers - inExperts) / layers, inExperts / layers)));
        all.add(layer(
                inLayers - inExperts - (layers - 1) * ((inLayers - inExperts) / layers),
                inExperts - (layers - 1) * (inExperts / layers)));
        return new ModelShape(
                hidden,
                vocabulary,
                false,
                OptionalInt.empty(),
                false,
                0,
                headDim,
                Wiring.USUAL,
                all,
                List.of(
                        new Tensor("embed_tokens", Role.EMBEDDING, Split.VOCABULARY, vocabulary, hidden, 1, false),
                        new Tensor("lm_head", Role.OUTPUT_HEAD, Split.VOCABULARY, vocabulary, hidden, 1, false)),
                List.of(),
                List.of("only the totals are known: what is in a layer is taken as one matrix"));
    }

    private Layer layer(long dense, long inExperts) {
        List<Tensor> tensors = new ArrayList<>();
        tensors.add(new Tensor("matrices", Role.MLP, Split.COLUMNS, Math.max(1, dense), 1, 1, true));
        if (inExperts > 0) {
            tensors.add(new Tensor("experts", Role.EXPERTS, Split.COLUMNS, inExperts, 1, 1, true));
        }
        Feed feed = experts.<Feed>map(
                        mixture -> new Feed.Experts(mixture.count(), mixture.perToken(), mlpWidth, true, 0))
                .orElse(new Feed.Dense(mlpWidth, true));
        return new Layer(new Mixer.Attention(heads, kvHeads, headDim, headDim, OptionalInt.empty()), feed, tensors);
    }
}
