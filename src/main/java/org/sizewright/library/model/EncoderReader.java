package org.sizewright.library.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.sizewright.library.model.Tensor.Role;
import org.sizewright.library.model.Tensor.Split;

/** Encoders, as embedding models and rerankers are, and models of an encoder and a decoder. */
final class EncoderReader {
    private static final int RELATIVE_BUCKETS = 32;
    /** Kinds of sentences that encoders of this make tell apart if the configuration is silent. */
    private static final int USUAL_TYPES = 2;

    private EncoderReader() {}

    static ModelShape encoder(ConfigNumbers numbers, FamilyTraits traits) {
        int hidden = DecoderReader.hidden(numbers);
        int heads = DecoderReader.heads(numbers);
        int layers = numbers.needed(ShapeReader.MOST_LAYERS, "num_hidden_layers", "n_layer");
        int vocabulary = numbers.needed(100_000_000, "vocab_size");
        int positions = numbers.needed(100_000_000, "max_position_embeddings", "n_positions");
        int types = numbers.find(0, ConfigNumbers.MANY, "type_vocab_size").orElse(USUAL_TYPES);
        AttentionReader attention = new AttentionReader(numbers, traits, hidden, heads, layers);
        FeedReader feed = new FeedReader(numbers, traits, hidden, layers);
        List<Layer> all = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            Parts parts = new Parts();
            Mixer mixer = attention.read(layer, parts);
            Feed part = feed.read(layer, parts);
            parts.norms("layer_norm", hidden, traits.norms(), traits.layerNorm());
            all.add(new Layer(mixer, part, parts.list()));
        }
        Parts outside = new Parts().wide("word_embeddings", Role.EMBEDDING, Split.VOCABULARY, vocabulary, hidden);
        if (!traits.rotary()) {
            outside.wide("position_embeddings", Role.POSITION, Split.WHOLE, positions, hidden);
        }
        outside.norms("embed_norm", hidden, 1, traits.layerNorm());
        if (traits.pooler()) {
            outside.wide("pooler", Role.POOLER, Split.WHOLE, hidden, hidden)
                    .vector("pooler.bias", Role.POOLER, Split.WHOLE, hidden);
        }
        if (types > 0) {
            outside.wide("token_type_embeddings", Role.POSITION, Split.WHOLE, types, hidden);
        }
        return new ModelShape(
                hidden,
                vocabulary,
                true,
                OptionalInt.of(Math.max(1, positions - traits.positions().orElse(0))),
                false,
                0,
                0,
                traits.wiring(),
                all,
                outside.list(),
                List.of(),
                List.of());
    }

    /** The layers of the encoder come first; only those of the decoder keep keys and values, but both are counted alike. */
    static ModelShape encoderDecoder(ConfigNumbers numbers, FamilyTraits traits) {
        int hidden = DecoderReader.hidden(numbers);
        int heads = DecoderReader.heads(numbers);
        int headDim = AttentionReader.headDim(numbers, hidden, heads);
        int layers = numbers.needed(ShapeReader.MOST_LAYERS, "num_layers");
        int decoders =
                numbers.find(1, ShapeReader.MOST_LAYERS, "num_decoder_layers").orElse(layers);
        int width = numbers.needed(ConfigNumbers.WIDTH, "d_ff");
        boolean gated =
                numbers.config().text("feed_forward_proj").orElse("relu").startsWith("gated");
        long attended = (long) heads * headDim;
        List<Layer> all = new ArrayList<>();
        for (int layer = 0; layer < layers + decoders; layer++) {
            boolean decoder = layer >= layers;
            Parts parts = new Parts();
            attention("self_attn.", hidden, attended, parts);
            if (decoder) {
                attention("cross_attn.", hidden, attended, parts);
            }
            FeedReader.mlp("", Role.MLP, hidden, width, 1, gated, parts);
            parts.norms("layer_norm", hidden, decoder ? 3 : 2, traits.layerNorm());
            all.add(new Layer(
                    decoder
                            ? new Mixer.Attention(heads, heads, headDim, headDim, OptionalInt.empty())
                            : new Mixer.None(),
                    new Feed.Dense(width, gated),
                    parts.list()));
        }
        ModelShape shape = ShapeReader.around(numbers, traits, hidden, 0, all, List.of());
        List<Tensor> outside = new ArrayList<>(shape.outside());
        outside.addAll(new Parts()
                .norms("encoder_norm", hidden, 1, traits.layerNorm())
                .vectors("relative_attention_bias", Role.POSITION, Split.WHOLE, (long) RELATIVE_BUCKETS * heads, 2)
                .list());
        return new ModelShape(
                hidden,
                shape.vocabulary(),
                shape.tied(),
                shape.maxPosition(),
                false,
                0,
                0,
                traits.wiring(),
                all,
                outside,
                List.of(),
                List.of());
    }

    private static void attention(String prefix, int hidden, long attended, Parts parts) {
        parts.matrix(prefix + "q", Role.ATTENTION, Split.COLUMNS, attended, hidden)
                .matrix(prefix + "k", Role.ATTENTION, Split.COLUMNS, attended, hidden)
                .matrix(prefix + "v", Role.ATTENTION, Split.COLUMNS, attended, hidden)
                .matrix(prefix + "o", Role.ATTENTION, Split.ROWS, hidden, attended);
    }
}
