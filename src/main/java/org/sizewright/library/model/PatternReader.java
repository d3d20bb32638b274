package org.sizewright.library.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.sizewright.library.model.Tensor.Role;
import org.sizewright.library.model.Tensor.Split;

/** Models whose layers are each one thing only, in the order of a pattern: state space, attention, MLP or experts. */
final class PatternReader {
    private final ConfigNumbers numbers;
    private final FamilyTraits traits;
    private final int hidden;

    PatternReader(ConfigNumbers numbers, FamilyTraits traits) {
        this.numbers = numbers;
        this.traits = traits;
        hidden = DecoderReader.hidden(numbers);
    }

    ModelShape read() {
        List<Layer> layers = new ArrayList<>();
        for (String kind : pattern()) {
            layers.add(layer(kind));
        }
        if (layers.isEmpty()) {
            numbers.refuse("\"hybrid_override_pattern\" is missing: it says what each layer is");
        }
        return ShapeReader.around(numbers, traits, hidden, 0, layers, List.of());
    }

    private List<String> pattern() {
        List<String> kinds = new ArrayList<>();
        String letters = numbers.config().text("hybrid_override_pattern").orElse("");
        if (letters.length() > ShapeReader.MOST_LAYERS) {
            numbers.refuse("\"hybrid_override_pattern\" names " + letters.length() + " layers");
            return kinds;
        }
        letters.chars().forEach(letter -> kinds.add(String.valueOf((char) letter)));
        if (letters.isEmpty()) {
            numbers.list("layers_block_type").forEach(kind -> kinds.add(String.valueOf(kind)));
        }
        return kinds;
    }

    private Layer layer(String kind) {
        Parts parts = new Parts().norms("norm", hidden, 1, traits.layerNorm());
        return switch (kind) {
            case "M", "mamba" -> stateSpace(parts);
            case "*", "attention" -> attention(parts);
            case "-", "mlp" -> {
                int width = numbers.needed(ConfigNumbers.WIDTH, "intermediate_size");
                FeedReader.mlp("", Role.MLP, hidden, width, 1, traits.gated(), parts);
                yield new Layer(new Mixer.None(), new Feed.Dense(width, traits.gated()), parts.list());
            }
            case "E", "moe" -> experts(parts);
            default -> {
                numbers.refuse("the pattern of layers has \"" + kind + "\", which is none of M, *, - and E");
                yield new Layer(new Mixer.None(), new Feed.None(), parts.list());
            }
        };
    }

    private Layer stateSpace(Parts parts) {
        int heads = numbers.needed(ConfigNumbers.MANY, "mamba_num_heads");
        int headDim = numbers.needed(ConfigNumbers.MANY, "mamba_head_dim");
        int groups = numbers.needed(ConfigNumbers.MANY, "n_groups");
        int state = numbers.needed(ConfigNumbers.MANY, "ssm_state_size");
        int kernel = numbers.needed(1000, "conv_kernel");
        long inner = (long) heads * headDim;
        long channels = inner + 2L * groups * state;
        parts.matrix("in_proj", Role.RECURRENCE, Split.COLUMNS, inner + channels + heads, hidden)
                .matrix("out_proj", Role.RECURRENCE, Split.ROWS, hidden, inner)
                .wide("conv1d", Role.RECURRENCE, Split.COLUMNS, channels, kernel)
                .vector(
                        "conv1d.bias",
                        Role.RECURRENCE,
                        Split.COLUMNS,
                        numbers.flag("use_conv_bias", true) ? channels : 0)
                .vectors("a_d_dt", Role.RECURRENCE, Split.COLUMNS, heads, 3)
                .vector("gated_norm", Role.RECURRENCE, Split.COLUMNS, inner);
        return new Layer(new Mixer.Recurrent((kernel - 1) * channels, inner * state), new Feed.None(), parts.list());
    }

    private Layer attention(Parts parts) {
        int heads = DecoderReader.heads(numbers);
        Mixer mixer = new AttentionReader(numbers, traits, hidden, heads, 0).read(0, parts);
        return new Layer(mixer, new Feed.None(), parts.list());
    }

    /** Experts may work in a narrower space that two matrices lead into and out of. */
    private Layer experts(Parts parts) {
        int count = numbers.needed(ConfigNumbers.MANY, "n_routed_experts");
        int perToken = numbers.needed(count, "num_experts_per_tok");
        int width = numbers.needed(ConfigNumbers.WIDTH, "moe_intermediate_size");
        OptionalInt latent = numbers.find(1, ConfigNumbers.WIDTH, "moe_latent_size");
        FeedReader.mlp("experts.", Role.EXPERTS, latent.orElse(hidden), width, count, traits.gated(), parts);
        parts.wide("router", Role.ROUTER, Split.WHOLE, count, hidden)
                .vector("router.bias", Role.ROUTER, Split.WHOLE, count);
        if (latent.isPresent()) {
            parts.matrix("latent_in", Role.MLP, Split.WHOLE, latent.getAsInt(), hidden)
                    .matrix("latent_out", Role.MLP, Split.WHOLE, hidden, latent.getAsInt());
        }
        int shared = numbers.find(0, ConfigNumbers.WIDTH, "moe_shared_expert_intermediate_size")
                        .orElse(0)
                * numbers.find(0, 1000, "n_shared_experts").orElse(1);
        if (shared > 0) {
            FeedReader.mlp("shared_expert.", Role.SHARED_EXPERT, hidden, shared, 1, traits.gated(), parts);
        }
        return new Layer(
                new Mixer.None(), new Feed.Experts(count, perToken, width, traits.gated(), shared), parts.list());
    }
}
