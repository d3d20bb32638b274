package org.sizewright.library;

/**
 * A matrix of a model as the rules of a mix look at it.
 *
 * @param use what it is for
 * @param ordinal its place among the matrices of that use, from 0, and {@code count} how many there are
 * @param layer its layer, from 0; layers of the model are in {@link GgufModel}
 * @param columns length of a row
 * @param stacked whether several matrices are kept as one of three dimensions
 */
public record GgufTensor(Use use, int ordinal, int count, int layer, long columns, boolean stacked) {
    /** Uses that rules tell apart; joined q, k and v count as {@link #ATTN_V}. */
    public enum Use {
        OUTPUT("output"),
        EMBEDDING("embedding"),
        ATTN_V("attn_v"),
        ATTN_K("attn_k"),
        ATTN_Q("attn_q"),
        ATTN_OUTPUT("attn_output"),
        FFN_UP("ffn_up"),
        FFN_GATE("ffn_gate"),
        FFN_DOWN("ffn_down"),
        OTHER("other");

        private final String word;

        Use(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * The model around it.
     *
     * @param group query heads for each head of keys and values in the first layer, rounded down; 0 if that has none
     * @param experts in each layer; 0 if there are none
     * @param importanceMatrix whether the file was made with one
     */
    public record GgufModel(String family, int layers, int group, int experts, boolean importanceMatrix) {}
}
