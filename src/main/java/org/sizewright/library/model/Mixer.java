package org.sizewright.library.model;

import java.util.OptionalInt;

/** How a layer lets tokens see each other, and what it must remember of them. */
public sealed interface Mixer {
    /**
     * Keys and values per token.
     *
     * @param valueDim width of a value where it differs from that of a key
     * @param window how many of the last tokens are kept; empty if all are
     */
    record Attention(int heads, int kvHeads, int headDim, int valueDim, OptionalInt window) implements Mixer {}

    /** One compressed vector per token for all heads, beside the part that carries the position. */
    record Latent(int heads, int latent, int rope, int nope, int valueDim, int indexerDim) implements Mixer {}

    /** A state of constant size per sequence: {@code convolution} values in 16 bit and {@code state} values in 32 bit. */
    record Recurrent(long convolution, long state) implements Mixer {}

    /** The layer has no part that mixes tokens. */
    record None() implements Mixer {}
}
