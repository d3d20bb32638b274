package org.sizewright.sizing.gguf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.library.GgufTensor.Use;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelFamily;
import org.sizewright.library.model.FamilyTraits;
import org.sizewright.library.model.FamilyTraits.Build;
import org.sizewright.library.model.FamilyTraits.Fused;
import org.sizewright.library.model.Feed;
import org.sizewright.library.model.Layer;
import org.sizewright.library.model.Mixer;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.Tensor;
import org.sizewright.library.model.Tensor.Role;

/** The tensors of a model as the converter of llama.cpp lays them out. What it does not lay out is a {@code problem}. */
final class GgufPieces {
    private static final String SINGLE = "F32";
    private static final String HALF = "F16";

    /**
     * A tensor, or a part of one that the converter splits.
     *
     * @param layer from 0; -1 outside the layers
     * @param use empty for what is never quantised; it is then kept in the type {@code kept}
     * @param joined whether it is one matrix with the piece before
     * @param stacked whether its copies are one tensor of three dimensions
     */
    record Piece(
            Tensor tensor,
            int layer,
            String name,
            Optional<Use> use,
            String kept,
            long out,
            long in,
            long copies,
            boolean joined,
            boolean stacked) {}

    private final ModelShape shape;
    private final Fused fused;
    private final Build build;
    private final List<Piece> pieces = new ArrayList<>();
    private Optional<String> problem = Optional.empty();

    private GgufPieces(ModelShape shape, Fused fused, Build build) {
        this.shape = shape;
        this.fused = fused;
        this.build = build;
    }

    static GgufPieces of(ModelArchitecture model, ModelShape shape, Library library) {
        Optional<ModelFamily> family = library.familyOf(model);
        GgufPieces result = new GgufPieces(
                shape,
                family.map(known -> known.traits().fused()).orElse(Fused.NONE),
                family.map(ModelFamily::traits).map(FamilyTraits::build).orElse(Build.DECODER));
        if (model.totals().isPresent() || family.isEmpty()) {
            result.refuse("of " + model.name() + " only the totals are known, not the matrices that a mix tells apart");
            return result;
        }
        if (!family.get().gguf()) {
            result.refuse("llama.cpp makes no file of models of the family " + model.family());
            return result;
        }
        result.collect();
        return result;
    }

    List<Piece> list() {
        return pieces;
    }

    Optional<String> problem() {
        return problem;
    }

    /** As its metadata count them: an encoder and its decoder have one count, that of the encoder. */
    int layers() {
        return build == Build.ENCODER_DECODER
                ? (int) shape.layers().stream()
                        .filter(layer -> layer.mixer() instanceof Mixer.None)
                        .count()
                : shape.layers().size();
    }

    /** Query heads for each head of keys and values; where the metadata list them by layer, in the first one. */
    int group() {
        List<Layer> looked =
                build == Build.PATTERN || build == Build.BLOCKS ? shape.layers().subList(0, 1) : shape.layers();
        return looked.stream()
                .map(Layer::mixer)
                .mapToInt(mixer -> switch (mixer) {
                    case Mixer.Attention attention -> attention.heads() / attention.kvHeads();
                    // compressed keys and values serve all heads
                    case Mixer.Latent latent -> latent.heads();
                    case Mixer.Recurrent recurrent -> 0;
                    case Mixer.None none -> 0;
                })
                .filter(group -> group > 0)
                .findFirst()
                .orElse(0);
    }

    int experts() {
        return shape.layers().stream()
                .mapToInt(layer -> layer.feed() instanceof Feed.Experts experts ? experts.count() : 0)
                .max()
                .orElse(0);
    }

    private void collect() {
        boolean head = shape.outside().stream().anyMatch(tensor -> tensor.role() == Role.OUTPUT_HEAD);
        for (Tensor tensor : shape.outside()) {
            switch (tensor.role()) {
                case EMBEDDING -> matrix(tensor, -1, head ? Use.EMBEDDING : Use.OUTPUT, false);
                case OUTPUT_HEAD -> matrix(tensor, -1, Use.OUTPUT, false);
                case VISION, POOLER -> {}
                default -> kept(tensor, -1, SINGLE);
            }
        }
        for (int layer = 0; layer < shape.layers().size(); layer++) {
            for (Tensor tensor : shape.layers().get(layer).tensors()) {
                inLayer(tensor, layer);
            }
        }
    }

    private void inLayer(Tensor tensor, int layer) {
        if (!tensor.isMatrix()) {
            kept(tensor, layer, SINGLE);
            return;
        }
        boolean qkv = fused != Fused.NONE;
        boolean branches = fused == Fused.QKV_AND_GATE;
        switch (tensor.name()) {
            case "router", "shared_expert_gate", "conv1d" -> kept(tensor, layer, SINGLE);
            case "indexer.q_proj", "indexer.k_proj" -> kept(tensor, layer, HALF);
            case "q_proj" -> matrix(tensor, layer, qkv ? Use.ATTN_V : Use.ATTN_Q, false);
            case "k_proj" -> matrix(tensor, layer, qkv ? Use.ATTN_V : Use.ATTN_K, qkv);
            case "v_proj" -> matrix(tensor, layer, Use.ATTN_V, qkv);
            case "o_proj", "linear_attn" -> matrix(tensor, layer, Use.ATTN_OUTPUT, false);
            case "self_attn.q", "cross_attn.q" -> matrix(tensor, layer, Use.ATTN_Q, false);
            case "self_attn.k", "cross_attn.k", "indexer.wk" -> matrix(tensor, layer, Use.ATTN_K, false);
            case "self_attn.v", "cross_attn.v" -> matrix(tensor, layer, Use.ATTN_V, false);
            case "gate_proj" -> matrix(tensor, layer, branches ? Use.FFN_UP : Use.FFN_GATE, false);
            case "up_proj" -> matrix(tensor, layer, Use.FFN_UP, branches);
            case "experts.gate_proj", "shared_expert.gate_proj" -> matrix(tensor, layer, Use.FFN_GATE, false);
            case "experts.up_proj", "shared_expert.up_proj" -> matrix(tensor, layer, Use.FFN_UP, false);
            case "down_proj", "experts.down_proj", "shared_expert.down_proj" ->
                matrix(tensor, layer, Use.FFN_DOWN, false);
            case "kv_b_proj" -> compressed(tensor, layer);
            case "in_proj_qkvz" -> gatedDelta(tensor, layer);
            case "self_attn.o",
                    "cross_attn.o",
                    "q_a_proj",
                    "q_b_proj",
                    "kv_a_proj_with_mqa",
                    "g_proj",
                    "indexer.wq_b",
                    "indexer.weights_proj",
                    "in_proj",
                    "in_proj_ba",
                    "out_proj",
                    "latent_in",
                    "latent_out" -> matrix(tensor, layer, Use.OTHER, false);
            default -> refuse("which type llama.cpp gives to " + tensor.name() + " is not known");
        }
    }

    /** Keys and values are unpacked by two stacks, one matrix for each head. */
    private void compressed(Tensor tensor, int layer) {
        if (shape.layers().get(layer).mixer() instanceof Mixer.Latent latent) {
            add(tensor, layer, "k_b", Use.OTHER, (long) latent.heads() * latent.latent(), latent.nope(), true);
            add(tensor, layer, "v_b", Use.OTHER, (long) latent.heads() * latent.valueDim(), latent.latent(), true);
        } else {
            refuse("which type llama.cpp gives to " + tensor.name() + " is not known");
        }
    }

    /** Queries, keys and values as wide as the convolution after them, then the gate. */
    private void gatedDelta(Tensor tensor, int layer) {
        long channels = shape.layers().get(layer).tensors().stream()
                .filter(each -> each.name().equals("conv1d"))
                .mapToLong(Tensor::out)
                .findFirst()
                .orElse(tensor.out());
        add(tensor, layer, "qkv", Use.ATTN_V, channels, tensor.in(), false);
        if (tensor.out() > channels) {
            add(tensor, layer, "gate", Use.OTHER, tensor.out() - channels, tensor.in(), false);
        }
    }

    private void add(Tensor tensor, int layer, String name, Use use, long out, long in, boolean stacked) {
        pieces.add(new Piece(tensor, layer, name, Optional.of(use), "", out, in, tensor.copies(), false, stacked));
    }

    private void matrix(Tensor tensor, int layer, Use use, boolean joined) {
        pieces.add(new Piece(
                tensor,
                layer,
                tensor.name(),
                Optional.of(use),
                "",
                tensor.out(),
                tensor.in(),
                tensor.copies(),
                joined,
                tensor.role() == Role.EXPERTS));
    }

    private void kept(Tensor tensor, int layer, String type) {
        pieces.add(new Piece(
                tensor,
                layer,
                tensor.name(),
                Optional.empty(),
                type,
                tensor.out(),
                tensor.in(),
                tensor.copies(),
                false,
                false));
    }

    private void refuse(String reason) {
        problem = problem.or(() -> Optional.of(reason));
    }
}
