package org.sizewright.library.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.library.model.Tensor.Role;
import org.sizewright.library.model.Tensor.Split;

/** The part of a layer that looks at each token by itself: one MLP, or some of many experts. */
final class FeedReader {
    /** Experts beside the MLP of each layer, which then is an expert that every token visits. */
    private static final String BESIDE_MLP = "enable_moe_block";

    private final ConfigNumbers numbers;
    private final FamilyTraits traits;
    private final int hidden;
    private final int layers;
    private final OptionalInt experts;
    private final boolean besideMlp;

    FeedReader(ConfigNumbers numbers, FamilyTraits traits, int hidden, int layers) {
        this.numbers = numbers;
        this.traits = traits;
        this.hidden = hidden;
        this.layers = layers;
        experts = numbers.find(
                2, ConfigNumbers.MANY, "n_routed_experts", "num_local_experts", "num_experts", "moe_num_experts");
        besideMlp = numbers.flag(BESIDE_MLP, false);
    }

    Feed read(int layer, Parts parts) {
        return experts.isPresent() && hasExperts(layer) ? experts(experts.getAsInt(), parts) : dense(parts);
    }

    private Feed dense(Parts parts) {
        OptionalInt special = experts.isPresent()
                ? numbers.find(1, ConfigNumbers.WIDTH, "intermediate_size_mlp", "dense_intermediate_size")
                : OptionalInt.empty();
        int width = special.orElseGet(this::width);
        mlp("", Role.MLP, hidden, width, 1, traits.gated(), parts);
        if (bias()) {
            parts.bias(true, "up_proj.bias", Split.COLUMNS, traits.gated() ? 2L * width : width)
                    .bias(true, "down_proj.bias", Split.WHOLE, hidden);
        }
        return new Feed.Dense(width, traits.gated());
    }

    private int width() {
        OptionalInt named = numbers.find(1, ConfigNumbers.WIDTH, "intermediate_size", "n_inner", "ffn_dim", "d_ff");
        if (named.isPresent()) {
            return (int) (named.getAsInt() * traits.mlpShare());
        }
        if (traits.mlpMultiple() == 1) {
            numbers.refuse("\"intermediate_size\" is missing");
            return 1;
        }
        return Math.multiplyExact(hidden, traits.mlpMultiple());
    }

    private Feed experts(int count, Parts parts) {
        int perToken = numbers.needed(count, "num_experts_per_tok", "experts_per_token", "top_k_experts", "moe_top_k");
        int width = numbers.needed(ConfigNumbers.WIDTH, "moe_intermediate_size", "intermediate_size");
        mlp("experts.", Role.EXPERTS, hidden, width, count, traits.gated(), parts);
        parts.wide("router", Role.ROUTER, Split.WHOLE, count, hidden);
        boolean corrected = numbers.config().text("topk_method").orElse("").equals("noaux_tc");
        if (corrected || bias() || traits.routerBias()) {
            parts.vector("router.bias", Role.ROUTER, Split.WHOLE, count);
        }
        if (bias()) {
            parts.vectors(
                            "experts.up_proj.bias",
                            Role.EXPERTS,
                            Split.COLUMNS,
                            traits.gated() ? 2L * width : width,
                            count)
                    .vectors("experts.down_proj.bias", Role.EXPERTS, Split.WHOLE, hidden, count);
        }
        if (besideMlp) {
            parts.vector("router.scale", Role.ROUTER, Split.WHOLE, hidden)
                    .vector("router.per_expert_scale", Role.ROUTER, Split.WHOLE, count)
                    .norms("experts_layernorm", hidden, 3, traits.layerNorm());
        }
        int shared = besideMlp ? width() : sharedWidth(width);
        if (shared > 0) {
            mlp("shared_expert.", Role.SHARED_EXPERT, hidden, shared, 1, traits.gated(), parts);
            if (numbers.has("shared_expert_intermediate_size")) {
                parts.wide("shared_expert_gate", Role.ROUTER, Split.WHOLE, 1, hidden);
            }
        }
        return new Feed.Experts(count, perToken, width, traits.gated(), shared);
    }

    private int sharedWidth(int width) {
        OptionalInt named = numbers.find(
                0,
                ConfigNumbers.WIDTH,
                "shared_expert_intermediate_size",
                "shared_intermediate_size",
                "share_expert_dim");
        if (named.isPresent()) {
            return named.getAsInt();
        }
        return Math.multiplyExact(
                width, numbers.find(0, 1000, "n_shared_experts").orElse(traits.sharedExperts()));
    }

    static void mlp(String prefix, Role role, int in, int width, int copies, boolean gated, Parts parts) {
        if (gated) {
            parts.matrices(prefix + "gate_proj", role, Split.COLUMNS, width, in, copies);
        }
        parts.matrices(prefix + "up_proj", role, Split.COLUMNS, width, in, copies)
                .matrices(prefix + "down_proj", role, Split.ROWS, in, width, copies);
    }

    private boolean bias() {
        return traits.mlpBias().always()
                || traits.mlpBias()
                        .flag()
                        .map(flag -> numbers.flag(flag, false))
                        .orElse(false);
    }

    /** Which layers have experts: after the first dense ones, every n-th, or as a list says. */
    private boolean hasExperts(int layer) {
        if (numbers.has(BESIDE_MLP)) {
            return besideMlp;
        }
        Optional<String> named = numbers.config().text("moe_layers_enum");
        if (named.isPresent()) {
            return List.of(named.get().split(",")).contains(String.valueOf(layer));
        }
        if (layer < numbers.find(0, layers, "first_k_dense_replace").orElse(0)) {
            return false;
        }
        if (numbers.config().find("moe_layer_freq").orElse("") instanceof List<?>) {
            List<?> listed = numbers.perLayer("moe_layer_freq", layers);
            return layer >= listed.size() || listed.get(layer).equals(1L);
        }
        if (numbers.list("mlp_only_layers").contains((long) layer)) {
            return false;
        }
        int step = numbers.find(1, layers, "interleave_moe_layer_step", "decoder_sparse_step", "moe_layer_freq")
                .orElse(1);
        return (layer + 1) % step == 0;
    }
}
