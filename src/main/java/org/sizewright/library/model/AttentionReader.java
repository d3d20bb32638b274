package org.sizewright.library.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.library.model.FamilyTraits.QkNorm;
import org.sizewright.library.model.Tensor.Role;
import org.sizewright.library.model.Tensor.Split;

/** The part of a layer that mixes tokens: attention with keys and values, latent attention, gated delta rule. */
final class AttentionReader {
    private static final String SLIDING = "sliding_attention";
    private static final String LINEAR = "linear_attention";

    private final ConfigNumbers numbers;
    private final FamilyTraits traits;
    private final int hidden;
    private final int heads;
    private final int kvHeads;
    private final List<?> layerTypes;
    private final List<?> hybridPattern;
    private final OptionalInt window;
    private final OptionalInt latent;
    private final QkNorm qkNorm;
    private final int headDim;

    AttentionReader(ConfigNumbers numbers, FamilyTraits traits, int hidden, int heads, int layers) {
        this.numbers = numbers;
        this.traits = traits;
        this.hidden = hidden;
        this.heads = heads;
        layerTypes = numbers.perLayer("layer_types", layers);
        hybridPattern = numbers.perLayer("hybrid_layer_pattern", layers);
        latent = numbers.find(1, ConfigNumbers.MANY, "kv_lora_rank");
        kvHeads = kvHeads(numbers, heads, traits.gated());
        window = window();
        qkNorm = qkNorm();
        headDim = latent.isPresent() ? 1 : headDim(numbers, hidden, heads);
    }

    /** @param saysGroups whether configurations of the family usually name the heads of keys and values */
    static int kvHeads(ConfigNumbers numbers, int heads, boolean saysGroups) {
        boolean single = numbers.flag("multi_query", false) && !numbers.flag("new_decoder_architecture", false);
        int otherwise = single ? 1 : heads;
        OptionalInt found = single
                ? OptionalInt.empty()
                : numbers.find(
                        1,
                        ConfigNumbers.MANY,
                        "num_key_value_heads",
                        "num_kv_heads",
                        "n_head_kv",
                        "num_attention_groups");
        int kvHeads = found.orElse(otherwise);
        if (found.isEmpty() && !single && numbers.has("num_attention_heads") && saysGroups) {
            numbers.assume("\"num_key_value_heads\" is missing: taken as " + heads + ", as many as there are heads");
        }
        if (heads % kvHeads != 0) {
            numbers.contradict("\"num_attention_heads\" is " + heads + ", which \"num_key_value_heads\" " + kvHeads
                    + " does not divide");
        }
        return kvHeads;
    }

    /** The head's width is not always hidden / heads, so what the configuration names counts. */
    static int headDim(ConfigNumbers numbers, int hidden, int heads) {
        OptionalInt named =
                numbers.find(1, ConfigNumbers.MANY, "head_dim", "kv_channels", "attention_head_dim", "d_kv");
        if (named.isPresent()) {
            return named.getAsInt();
        }
        if (hidden % heads != 0) {
            numbers.contradict("\"hidden_size\" is " + hidden + ", which \"num_attention_heads\" " + heads
                    + " does not divide, and \"head_dim\" is missing");
            return 1;
        }
        return hidden / heads;
    }

    /** How much of a head turns with the position. */
    int rotaryDim() {
        if (!traits.rotary()) {
            return 0;
        }
        if (latent.isPresent()) {
            return numbers.needed(ConfigNumbers.MANY, "qk_rope_head_dim");
        }
        return numbers.find(1, ConfigNumbers.MANY, "rotary_dim")
                .orElseGet(() -> (int) (headDim * numbers.share(1, "partial_rotary_factor", "rotary_pct")));
    }

    Mixer read(int layer, Parts parts) {
        if (isOf(layerTypes, layer, LINEAR)) {
            return gatedDelta(parts);
        }
        return latent.isPresent() ? latent(parts) : plain(layer, parts);
    }

    /** @param shared whether keys serve as values, so that there is no matrix of the values */
    private record Heads(int heads, int kvHeads, int keyDim, int valueDim, boolean shared) {}

    private Heads heads(boolean windowed) {
        Optional<ModelConfig> other = numbers.config().nested("attention_other_setting");
        if (windowed && other.isPresent()) {
            ConfigNumbers setting = numbers.of(other.get());
            int keyDim = setting.find(1, ConfigNumbers.MANY, "head_dim").orElse(headDim);
            return new Heads(
                    setting.needed(ConfigNumbers.MANY, "num_attention_heads"),
                    setting.find(1, ConfigNumbers.MANY, "num_attention_groups").orElse(kvHeads),
                    keyDim,
                    keyDim,
                    false);
        }
        if (windowed && numbers.has("swa_num_key_value_heads")) {
            int keyDim = numbers.find(1, ConfigNumbers.MANY, "swa_head_dim").orElse(headDim);
            return new Heads(
                    numbers.needed(ConfigNumbers.MANY, "swa_num_attention_heads"),
                    numbers.needed(ConfigNumbers.MANY, "swa_num_key_value_heads"),
                    keyDim,
                    numbers.find(1, ConfigNumbers.MANY, "swa_v_head_dim").orElse(keyDim),
                    false);
        }
        OptionalInt global = numbers.find(1, ConfigNumbers.MANY, "global_head_dim");
        if (!windowed && global.isPresent()) {
            boolean shared = numbers.flag("attention_k_eq_v", false);
            OptionalInt fewer = numbers.find(1, heads, "num_global_key_value_heads");
            return new Heads(
                    heads, shared ? fewer.orElse(kvHeads) : kvHeads, global.getAsInt(), global.getAsInt(), shared);
        }
        return new Heads(
                heads,
                kvHeads,
                headDim,
                numbers.find(1, ConfigNumbers.MANY, "v_head_dim").orElse(headDim),
                false);
    }

    private Mixer plain(int layer, Parts parts) {
        boolean windowed = isWindowed(layer);
        Heads of = heads(windowed);
        int keyDim = of.keyDim();
        long queries = (long) of.heads() * keyDim * (numbers.flag("attn_output_gate", false) ? 2 : 1);
        long keys = (long) of.kvHeads() * keyDim;
        long values = (long) of.kvHeads() * of.valueDim();
        parts.matrix("q_proj", Role.ATTENTION, Split.COLUMNS, queries, hidden)
                .matrix("k_proj", Role.ATTENTION, Split.KV_HEADS, keys, hidden);
        if (!of.shared()) {
            parts.matrix("v_proj", Role.ATTENTION, Split.KV_HEADS, values, hidden);
        }
        parts.matrix("o_proj", Role.ATTENTION, Split.ROWS, hidden, (long) of.heads() * of.valueDim());
        if (numbers.flag("use_head_wise_attn_gate", false)) {
            parts.matrix("g_proj", Role.ATTENTION, Split.COLUMNS, of.heads(), hidden);
        }
        boolean qkv = holds(traits.qkvBias());
        parts.bias(qkv, "q_proj.bias", Split.COLUMNS, queries)
                .bias(qkv, "k_proj.bias", Split.KV_HEADS, keys)
                .bias(qkv && !of.shared(), "v_proj.bias", Split.KV_HEADS, values)
                .bias(holds(traits.outputBias()), "o_proj.bias", Split.WHOLE, hidden);
        switch (qkNorm) {
            case HEAD -> parts.norms("qk_norm", keyDim, 2, false);
            case WIDTH ->
                parts.vector("q_norm", Role.NORM, Split.COLUMNS, (long) of.heads() * keyDim)
                        .vector("k_norm", Role.NORM, Split.KV_HEADS, keys);
            case NONE, AS_CONFIGURED -> {}
        }
        sinks(windowed, of.heads(), parts);
        OptionalInt kept = windowed ? window : OptionalInt.empty();
        return new Mixer.Attention(of.heads(), of.kvHeads(), keyDim, of.valueDim(), kept, sparseIndex(layer, parts));
    }

    private void sinks(boolean windowed, int layerHeads, Parts parts) {
        boolean present = switch (traits.sinks()) {
            case NONE -> false;
            case ALL -> true;
            case WINDOWED -> windowed;
        };
        parts.bias(present, "sinks", Split.COLUMNS, layerHeads);
    }

    /** The width of the key that the indexer keeps of each token, 0 where the layer has none. */
    private int sparseIndex(int layer, Parts parts) {
        Optional<ModelConfig> config = numbers.config().nested("sparse_attention_config");
        if (config.isEmpty()) {
            return 0;
        }
        ConfigNumbers sparse = numbers.of(config.get());
        List<?> layers = sparse.list("sparse_attention_freq");
        if (!sparse.flag("use_sparse_attention", false) || !(layers.isEmpty() || isOf(layers, layer, 1L))) {
            return 0;
        }
        int dim = sparse.needed(ConfigNumbers.MANY, "sparse_index_dim");
        int indexHeads = sparse.needed(ConfigNumbers.MANY, "sparse_num_index_heads");
        parts.matrix("indexer.q_proj", Role.INDEXER, Split.WHOLE, (long) indexHeads * dim, hidden)
                .matrix("indexer.k_proj", Role.INDEXER, Split.WHOLE, dim, hidden)
                .vectors("indexer.qk_norm", Role.INDEXER, Split.WHOLE, dim, 2);
        return dim;
    }

    private Mixer latent(Parts parts) {
        int rank = latent.orElse(1);
        int rope = numbers.needed(ConfigNumbers.MANY, "qk_rope_head_dim");
        int nope = numbers.needed(ConfigNumbers.MANY, "qk_nope_head_dim");
        int valueDim = numbers.needed(ConfigNumbers.MANY, "v_head_dim");
        OptionalInt queryRank = numbers.find(1, ConfigNumbers.MANY, "q_lora_rank");
        long queries = (long) heads * (nope + rope);
        if (queryRank.isPresent()) {
            parts.matrix("q_a_proj", Role.ATTENTION, Split.WHOLE, queryRank.getAsInt(), hidden)
                    .norms("q_a_layernorm", queryRank.getAsInt(), 1, false)
                    .matrix("q_b_proj", Role.ATTENTION, Split.COLUMNS, queries, queryRank.getAsInt());
        } else {
            parts.matrix("q_proj", Role.ATTENTION, Split.COLUMNS, queries, hidden);
        }
        parts.matrix("kv_a_proj_with_mqa", Role.ATTENTION, Split.WHOLE, (long) rank + rope, hidden)
                .norms("kv_a_layernorm", rank, 1, false)
                .matrix("kv_b_proj", Role.ATTENTION, Split.COLUMNS, (long) heads * (nope + valueDim), rank)
                .matrix("o_proj", Role.ATTENTION, Split.ROWS, hidden, (long) heads * valueDim);
        int indexerDim = 0;
        OptionalInt indexHeads = numbers.find(1, ConfigNumbers.MANY, "index_n_heads");
        if (indexHeads.isPresent()) {
            indexerDim = numbers.needed(ConfigNumbers.MANY, "index_head_dim");
            long width = (long) indexHeads.getAsInt() * indexerDim;
            parts.matrix("indexer.wq_b", Role.INDEXER, Split.WHOLE, width, queryRank.orElse(hidden))
                    .matrix("indexer.wk", Role.INDEXER, Split.WHOLE, indexerDim, hidden)
                    .wide("indexer.weights_proj", Role.INDEXER, Split.WHOLE, indexHeads.getAsInt(), hidden)
                    .vectors("indexer.k_norm", Role.INDEXER, Split.WHOLE, indexerDim, 2);
        }
        return new Mixer.Latent(heads, rank, rope, nope, valueDim, indexerDim);
    }

    private Mixer gatedDelta(Parts parts) {
        int keyHeads = numbers.needed(ConfigNumbers.MANY, "linear_num_key_heads");
        int valueHeads = numbers.needed(ConfigNumbers.MANY, "linear_num_value_heads");
        int keyDim = numbers.needed(ConfigNumbers.MANY, "linear_key_head_dim");
        int valueDim = numbers.needed(ConfigNumbers.MANY, "linear_value_head_dim");
        int kernel = numbers.needed(1000, "linear_conv_kernel_dim");
        long keys = (long) keyHeads * keyDim;
        long values = (long) valueHeads * valueDim;
        long channels = 2 * keys + values;
        parts.matrix("in_proj_qkvz", Role.RECURRENCE, Split.COLUMNS, channels + values, hidden)
                .matrix("in_proj_ba", Role.RECURRENCE, Split.COLUMNS, 2L * valueHeads, hidden)
                .matrix("out_proj", Role.RECURRENCE, Split.ROWS, hidden, values)
                .wide("conv1d", Role.RECURRENCE, Split.COLUMNS, channels, kernel)
                .vectors("a_log_dt_bias", Role.RECURRENCE, Split.COLUMNS, valueHeads, 2)
                .norms("norm", valueDim, 1, false);
        return new Mixer.Recurrent((kernel - 1) * channels, (long) valueHeads * keyDim * valueDim);
    }

    /** Whether the configuration tells how that layer sees tokens. */
    boolean lists(int layer) {
        return layer < layerTypes.size();
    }

    private boolean isWindowed(int layer) {
        if (window.isEmpty()) {
            return false;
        }
        if (!layerTypes.isEmpty()) {
            return isOf(layerTypes, layer, SLIDING);
        }
        if (!hybridPattern.isEmpty()) {
            return isOf(hybridPattern, layer, 1L);
        }
        return switch (traits.window()) {
            case LISTED -> false;
            case ALL -> true;
            case ALTERNATING -> layer % 2 == 0;
            case ALL_BUT_NTH ->
                (layer + 1) % numbers.find(1, 1000, "sliding_window_pattern").orElse(6) != 0;
            case CHUNKS -> (layer + 1) % 4 != 0;
        };
    }

    private OptionalInt window() {
        String name = traits.window() == FamilyTraits.Window.CHUNKS ? "attention_chunk_size" : "sliding_window";
        OptionalInt size = numbers.find(0, Integer.MAX_VALUE, name);
        OptionalInt longest = numbers.find(1, Integer.MAX_VALUE, "max_position_embeddings");
        boolean limits =
                size.isPresent() && size.getAsInt() > 0 && (longest.isEmpty() || size.getAsInt() < longest.getAsInt());
        return limits ? size : OptionalInt.empty();
    }

    private QkNorm qkNorm() {
        if (traits.qkNorm() != QkNorm.AS_CONFIGURED) {
            return traits.qkNorm();
        }
        if (!numbers.flag("use_qk_norm", false)) {
            return QkNorm.NONE;
        }
        return numbers.config().text("qk_norm_type").orElse("").equals("per_head") ? QkNorm.HEAD : QkNorm.WIDTH;
    }

    boolean holds(FamilyTraits.When when) {
        return when.always()
                || (when.flag().isPresent() && numbers.flag(when.flag().get(), false));
    }

    private static boolean isOf(List<?> kinds, int layer, Object kind) {
        return layer < kinds.size() && kinds.get(layer).equals(kind);
    }
}
