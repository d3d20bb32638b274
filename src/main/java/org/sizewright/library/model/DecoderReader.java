package org.sizewright.library.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.sizewright.library.model.Tensor.Role;
import org.sizewright.library.model.Tensor.Split;

/** Decoders with attention and MLP or experts in each layer: the plain rule, with what single families add to it. */
final class DecoderReader {
    private final ConfigNumbers numbers;
    private final FamilyTraits traits;
    private final int hidden;
    private final int layers;
    private final int heads;
    private final AttentionReader attention;
    private final FeedReader feed;

    DecoderReader(ConfigNumbers numbers, FamilyTraits traits) {
        this.numbers = numbers;
        this.traits = traits;
        hidden = hidden(numbers);
        layers = numbers.needed(ShapeReader.MOST_LAYERS, "num_hidden_layers", "n_layer", "n_layers", "num_layers");
        heads = heads(numbers);
        attention = new AttentionReader(numbers, traits, hidden, heads, layers);
        feed = new FeedReader(numbers, traits, hidden, layers);
    }

    static int hidden(ConfigNumbers numbers) {
        return numbers.needed(ConfigNumbers.WIDTH, "hidden_size", "n_embd", "n_embed", "d_model");
    }

    static int heads(ConfigNumbers numbers) {
        return numbers.needed(ConfigNumbers.MANY, "num_attention_heads", "n_head", "n_heads", "num_heads");
    }

    ModelShape read() {
        refuse("hidden_size_per_layer_input", "tables of tokens for each layer are not counted");
        refuse("num_kv_shared_layers", "layers that read the cache of others are not counted");
        List<Layer> all = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            all.add(layer(layer));
        }
        return ShapeReader.around(numbers, traits, hidden, attention.rotaryDim(), all, nextToken(all));
    }

    private void refuse(String name, String reason) {
        int value = numbers.find(0, ConfigNumbers.WIDTH, name).orElse(0);
        if (value > 0) {
            numbers.refuse("\"" + name + "\" is " + value + ": " + reason);
        }
    }

    private Layer layer(int index) {
        Parts parts = new Parts();
        Mixer mixer = attention.read(index, parts);
        Feed part = feed.read(index, parts);
        int norms = numbers.flag("new_decoder_architecture", false) ? 2 : traits.norms();
        parts.norms("input_layernorm", hidden, norms, traits.layerNorm());
        if (traits.layerScale()) {
            parts.vector("layer_scalar", Role.NORM, Split.WHOLE, 1);
        }
        return new Layer(mixer, part, parts.list());
    }

    /**
     * One layer more, as the configuration lists it or else as the last, with the matrix that joins two vectors of the hidden width,
     * and their norms.
     */
    private List<Tensor> nextToken(List<Layer> all) {
        OptionalInt count = numbers.find(0, 100, "num_nextn_predict_layers");
        if (count.isEmpty() || count.getAsInt() == 0) {
            return List.of();
        }
        List<Tensor> tensors = new ArrayList<>();
        for (int i = layers; i < layers + count.getAsInt(); i++) {
            tensors.addAll((attention.lists(i) ? layer(i) : all.getLast()).tensors());
            tensors.addAll(new Parts()
                    .matrix("eh_proj", Role.MLP, Split.WHOLE, hidden, 2L * hidden)
                    .norms("mtp_norm", hidden, 3, traits.layerNorm())
                    .list());
        }
        return tensors;
    }
}
