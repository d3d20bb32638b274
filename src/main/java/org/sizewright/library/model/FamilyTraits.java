package org.sizewright.library.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a family of models has in common beyond the numbers of a configuration.
 *
 * @param build how its layers are put together
 * @param tied whether the output head is the embedding where the configuration does not say
 * @param gated whether an MLP has three matrices
 * @param layerNorm whether norms have a bias beside their weight
 * @param norms norms of the hidden width in each layer
 * @param qkvBias when q, k and v have biases
 * @param outputBias when the attention's output has one
 * @param mlpBias when the MLP has
 * @param headBias whether the output head has
 * @param qkNorm norms on queries and keys
 * @param positions rows of a learned position table that no token takes; empty if there is no table, or none of them is idle. The
 *     configuration of an encoder counts them in, that of a decoder leaves them out
 * @param pooler whether an encoder puts the first token of a text through one more matrix
 * @param rotary whether heads turn with the position
 * @param embeddingNorm whether a norm follows the embedding
 * @param layerScale whether each layer has a number that its result is multiplied by
 * @param mlpShare what part of {@code intermediate_size} one branch is
 * @param mlpMultiple width of an MLP in hidden widths where the configuration does not say
 * @param routerBias whether a bias per expert corrects the router even where the configuration does not say
 * @param sharedExperts experts that every token visits, where the configuration does not say
 * @param sinks which layers have a learned number per head that takes part in the softmax
 * @param window which layers look at the last tokens only
 * @param fused which matrices its checkpoints hold as one
 * @param wiring what counts in training only
 */
public record FamilyTraits(
        Build build,
        boolean tied,
        boolean gated,
        boolean layerNorm,
        int norms,
        When qkvBias,
        When outputBias,
        When mlpBias,
        boolean headBias,
        QkNorm qkNorm,
        OptionalInt positions,
        boolean pooler,
        boolean rotary,
        boolean embeddingNorm,
        boolean layerScale,
        double mlpShare,
        int mlpMultiple,
        boolean routerBias,
        int sharedExperts,
        Sinks sinks,
        Window window,
        Fused fused,
        Wiring wiring) {

    /** How the layers of a family are put together. */
    public enum Build {
        /** Attention and MLP or experts in each layer, with or without windows, latent or recurrent layers among them. */
        DECODER,
        /** Each layer is one letter of a pattern: recurrence, attention, MLP or experts. */
        PATTERN,
        /** Each layer has a description of its own. */
        BLOCKS,
        ENCODER,
        ENCODER_DECODER
    }

    /** Never, always, or when a flag of the configuration says so. */
    public record When(boolean always, Optional<String> flag) {
        public static final When NEVER = new When(false, Optional.empty());
        public static final When ALWAYS = new When(true, Optional.empty());

        public static When parse(String word) {
            return switch (word) {
                case "never" -> NEVER;
                case "always" -> ALWAYS;
                default -> new When(false, Optional.of(word));
            };
        }

        public String word() {
            return flag.orElse(always ? "always" : "never");
        }
    }

    /** Norms on queries and keys. */
    public enum QkNorm {
        NONE,
        /** One of the head's width for q and one for k. */
        HEAD,
        /** Over all heads of q and all of k. */
        WIDTH,
        /** As {@code use_qk_norm} and {@code qk_norm_type} say. */
        AS_CONFIGURED
    }

    /** Which layers have a learned number per head that takes part in the softmax. */
    public enum Sinks {
        NONE,
        ALL,
        WINDOWED
    }

    /**
     * Which matrices checkpoints, and the files made from them for llama.cpp, hold as one; engines may join others as they load.
     *
     * <p>{@link Wiring#modules} does not follow from it: that names what adapters see in published code, also of families whose
     * matrices become several again in such a file.
     */
    public enum Fused {
        NONE,
        /** Queries, keys and values. */
        QKV,
        /** These, and the two branches of the MLP. */
        QKV_AND_GATE
    }

    /** Which layers look at the last tokens only. */
    public enum Window {
        /** None, unless the configuration lists the layers. */
        LISTED,
        /** All, if the configuration names a window shorter than the longest position. */
        ALL,
        /** Every second one, beginning with the first. */
        ALTERNATING,
        /** All but every n-th: {@code sliding_window_pattern}, 6 if it is silent. */
        ALL_BUT_NTH,
        /** All but every fourth, in chunks of {@code attention_chunk_size}. */
        CHUNKS
    }

    public FamilyTraits {
        if (norms < 0 || norms > 8 || mlpShare <= 0 || mlpShare > 1 || mlpMultiple < 1) {
            throw new IllegalArgumentException("traits of a family that cannot be");
        }
    }
}
