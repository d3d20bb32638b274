package org.sizewright.library.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.sizewright.library.model.Tensor.Role;
import org.sizewright.library.model.Tensor.Split;

/** Models that a search has thinned out: each layer says how many heads share keys and values, how wide it is, what it lacks. */
final class BlocksReader {
    private static final int STEP = 256;

    private final ConfigNumbers numbers;
    private final FamilyTraits traits;
    private final int hidden;
    private final int heads;
    private final int headDim;

    BlocksReader(ConfigNumbers numbers, FamilyTraits traits) {
        this.numbers = numbers;
        this.traits = traits;
        hidden = DecoderReader.hidden(numbers);
        heads = DecoderReader.heads(numbers);
        headDim = AttentionReader.headDim(numbers, hidden, heads);
    }

    ModelShape read() {
        List<Layer> layers = new ArrayList<>();
        for (Object block : numbers.list("block_configs")) {
            if (block instanceof ModelConfig config && layers.size() < ShapeReader.MOST_LAYERS) {
                layers.add(layer(config));
            }
        }
        if (layers.isEmpty()) {
            numbers.refuse("\"block_configs\" is missing: it says what each layer is");
        }
        return ShapeReader.around(numbers, traits, hidden, headDim, layers, List.of());
    }

    private Layer layer(ModelConfig block) {
        Parts parts = new Parts();
        Mixer mixer = block.nested("attention")
                .map(config -> attention(numbers.of(config), parts))
                .orElse(new Mixer.None());
        Feed feed = block.nested("ffn")
                .map(config -> feed(numbers.of(config), parts))
                .orElse(new Feed.None());
        return new Layer(mixer, feed, parts.list());
    }

    private Mixer attention(ConfigNumbers block, Parts parts) {
        if (block.flag("no_op", false)) {
            return new Mixer.None();
        }
        parts.norms("input_layernorm", hidden, 1, traits.layerNorm());
        if (block.flag("replace_with_linear", false)) {
            parts.matrix("linear_attn", Role.ATTENTION, Split.COLUMNS, hidden, hidden);
            return new Mixer.None();
        }
        int group = block.needed(heads, "n_heads_in_group");
        if (heads % group != 0) {
            numbers.contradict("\"n_heads_in_group\" " + group + " does not divide \"num_attention_heads\" " + heads);
            return new Mixer.None();
        }
        int kvHeads = heads / group;
        parts.matrix("q_proj", Role.ATTENTION, Split.COLUMNS, (long) heads * headDim, hidden)
                .matrix("k_proj", Role.ATTENTION, Split.KV_HEADS, (long) kvHeads * headDim, hidden)
                .matrix("v_proj", Role.ATTENTION, Split.KV_HEADS, (long) kvHeads * headDim, hidden)
                .matrix("o_proj", Role.ATTENTION, Split.ROWS, hidden, (long) heads * headDim);
        return new Mixer.Attention(heads, kvHeads, headDim, headDim, OptionalInt.empty());
    }

    private Feed feed(ConfigNumbers block, Parts parts) {
        if (block.flag("no_op", false)) {
            return new Feed.None();
        }
        parts.norms("post_attention_layernorm", hidden, 1, traits.layerNorm());
        if (block.flag("replace_with_linear", false)) {
            parts.matrix("linear_mlp", Role.MLP, Split.COLUMNS, hidden, hidden);
            return new Feed.None();
        }
        Object multiple = block.config().find("ffn_mult").orElse(-1L);
        double times = multiple instanceof Number number ? number.doubleValue() : -1;
        if (times <= 0 || times > 1000) {
            numbers.refuse("\"ffn_mult\" is " + multiple + ", not a number above 0");
            return new Feed.None();
        }
        int width = (int) (Math.ceil(Math.floor(2 * times * hidden / 3) / STEP) * STEP);
        FeedReader.mlp("", Role.MLP, hidden, width, 1, true, parts);
        return new Feed.Dense(width, true);
    }
}
