package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Evidence;

/**
 * A decoder whose parameters follow from these numbers: embedding V h, output head V h unless tied, per layer attention, MLP or
 * experts, two norms of h, and a last norm of h. Attention is h heads d + 2 h kvHeads d + heads d h, plus biases and q/k norms
 * (2 d) where the flags say so; a gated MLP has three matrices of h i, a plain one two.
 *
 * @param headDim d; not always hidden / heads
 * @param intermediate width of the dense MLP; ignored in layers with experts
 * @param tied whether the output head is the embedding
 * @param qkvBias bias on q, k and v
 * @param outputBias bias of h on the attention's output
 * @param mlpBias biases of 2 i + h
 * @param qkNorm a norm of d on q and on k in each layer
 * @param rotaryDim how much of d turns with the position
 * @param experts present if every layer is a mixture of experts (router of h per expert)
 * @param parametersTotal count computed elsewhere, a cross-check only
 */
public record ModelArchitecture(
        ModelId id,
        String name,
        String family,
        Optional<Integer> year,
        int hidden,
        int layers,
        int heads,
        int kvHeads,
        int headDim,
        int intermediate,
        int vocab,
        boolean tied,
        boolean gatedMlp,
        boolean qkvBias,
        boolean outputBias,
        boolean mlpBias,
        boolean qkNorm,
        int rotaryDim,
        Optional<Experts> experts,
        Fact<Integer> maxPosition,
        Optional<Long> parametersTotal,
        Optional<Long> parametersActive,
        Optional<String> notes,
        Evidence evidence,
        List<String> sources)
        implements LibraryRecord {

    /**
     * A mixture of experts in every layer, each a gated MLP.
     *
     * @param perToken how many of them a token visits
     * @param intermediate width of one expert
     */
    public record Experts(int count, int perToken, int intermediate) {
        public Experts {
            Checks.between("experts.count", 2, 100_000, count);
            Checks.between("experts.perToken", 1, count, perToken);
            Checks.between("experts.intermediate", 1, 10_000_000, intermediate);
        }
    }

    public ModelArchitecture {
        Checks.notBlank("name", name);
        Checks.between("hidden", 1, 1_000_000, hidden);
        Checks.between("layers", 1, 10_000, layers);
        Checks.between("heads", 1, 100_000, heads);
        Checks.between("kvHeads", 1, heads, kvHeads);
        if (heads % kvHeads != 0) {
            throw new IllegalArgumentException(
                    "\"heads\" is " + heads + ", which \"kvHeads\" " + kvHeads + " does not divide");
        }
        Checks.between("headDim", 1, 100_000, headDim);
        Checks.between("intermediate", 1, 10_000_000, intermediate);
        Checks.between("vocab", 1, 100_000_000, vocab);
        Checks.between("rotaryDim", 0, headDim, rotaryDim);
        sources = List.copyOf(sources);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.MODEL;
    }

    @Override
    public String key() {
        return id.value();
    }
}
