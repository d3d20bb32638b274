package org.sizewright.library.model;

import java.util.OptionalInt;

/** How a layer lets tokens see each other, and what it must remember of them. */
public sealed interface Mixer {
    /**
     * Keys and values per token.
     *
     * @param valueDim width of a value where it differs from that of a key
     * @param window how many of the last tokens are kept; empty if all are
     * @param indexerDim width of the key by which an indexer picks the tokens that are attended to; 0 if none does
     */
    record Attention(int heads, int kvHeads, int headDim, int valueDim, OptionalInt window, int indexerDim)
            implements Mixer {
        public Attention(int heads, int kvHeads, int headDim, int valueDim, OptionalInt window) {
            this(heads, kvHeads, headDim, valueDim, window, 0);
        }

        /** The same keys and values. */
        public Attention withoutIndexer() {
            return new Attention(heads, kvHeads, headDim, valueDim, window);
        }
    }

    /** One compressed vector per token for all heads, beside the part that carries the position. */
    record Latent(int heads, int latent, int rope, int nope, int valueDim, int indexerDim) implements Mixer {}

    /** A state of constant size per sequence: {@code convolution} values in 16 bit and {@code state} values in 32 bit. */
    record Recurrent(long convolution, long state) implements Mixer {}

    /** The layer has no part that mixes tokens. */
    record None() implements Mixer {}
}
