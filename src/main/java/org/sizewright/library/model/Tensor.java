package org.sizewright.library.model;

/**
 * A matrix or vector of a model as its checkpoint holds it, with as many equal copies as stand side by side in one layer.
 *
 * @param name as published checkpoints call it, without the layer: {@code q_proj}, {@code experts.down_proj}
 * @param out rows; the width that comes out
 * @param in columns; the width that goes in; 1 for a vector
 * @param copies equal ones within the layer, such as experts
 * @param quantised whether formats for "the matrices" apply; embeddings, output head, norms, biases and routers keep 16 bit
 */
public record Tensor(String name, Role role, Split split, long out, long in, long copies, boolean quantised) {
    /** What a tensor is for. */
    public enum Role {
        EMBEDDING,
        OUTPUT_HEAD,
        POSITION,
        ATTENTION,
        /** Mixes tokens through a state instead of keys and values. */
        RECURRENCE,
        MLP,
        EXPERTS,
        SHARED_EXPERT,
        ROUTER,
        NORM,
        BIAS,
        /** Chooses the tokens that sparse attention reads. */
        INDEXER,
        POOLER,
        VISION
    }

    /** How tensor parallelism divides it. */
    public enum Split {
        /** By what comes out. */
        COLUMNS,
        /** By what goes in. */
        ROWS,
        /** By heads of keys and values, but never below one head per GPU. */
        KV_HEADS,
        /** By the vocabulary, padded to whole multiples of 64. */
        VOCABULARY,
        /** Each GPU holds all of it. */
        WHOLE
    }

    public Tensor {
        if (name.isBlank() || out < 1 || in < 1 || copies < 1) {
            throw new IllegalArgumentException("tensor \"" + name + "\" of " + copies + " x " + out + " x " + in);
        }
    }

    /** Of all copies. */
    public long parameters() {
        return Math.multiplyExact(Math.multiplyExact(out, in), copies);
    }

    public boolean isMatrix() {
        return in > 1;
    }
}
