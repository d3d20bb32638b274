package org.sizewright.library.model;

import java.util.List;
import java.util.Optional;
import org.sizewright.library.model.Tensor.Role;
import org.sizewright.library.model.Tensor.Split;

/** The tower that makes tokens of pictures, and what leads from it to the decoder; quantised checkpoints leave it in 16 bit. */
final class VisionReader {
    private static final int COLOURS = 3;
    /** Rows of a table of positions where a configuration of Gemma 4 is silent. */
    private static final int GEMMA4_POSITIONS = 10_240;

    private VisionReader() {}

    /** Empty where there is none, or, as an assumption that is named, where no rule is known. */
    static List<Tensor> read(ModelConfig config, int hidden, ConfigNumbers decoder) {
        Optional<ModelConfig> tower = config.nested("vision_config");
        if (tower.isEmpty()) {
            return List.of();
        }
        ConfigNumbers numbers = decoder.of(tower.get());
        String outer = config.text("model_type").orElse("");
        if (outer.equals("step3p7")) {
            return downsampled(numbers, hidden);
        }
        if (!numbers.has("hidden_size") || !numbers.has("num_hidden_layers") || !numbers.has("intermediate_size")) {
            return unknown(decoder);
        }
        if (tower.get().text("model_type").orElse("").equals("pixtral")) {
            return pixtral(numbers, config, hidden, decoder);
        }
        return switch (outer) {
            case "gemma3" -> siglip(numbers, hidden);
            case "llama4" -> shuffled(numbers, hidden);
            case "gemma4" -> pooled(numbers, hidden);
            default -> unknown(decoder);
        };
    }

    private static List<Tensor> unknown(ConfigNumbers decoder) {
        decoder.assume("the part that sees pictures is not counted: its rule is not known");
        return List.of();
    }

    /** A plain encoder with biases and learned positions; one norm and one matrix lead to the decoder. */
    private static List<Tensor> siglip(ConfigNumbers numbers, int hidden) {
        int width = numbers.needed(ConfigNumbers.WIDTH, "hidden_size");
        int middle = numbers.needed(ConfigNumbers.WIDTH, "intermediate_size");
        int layers = numbers.needed(ShapeReader.MOST_LAYERS, "num_hidden_layers");
        int patch = numbers.needed(1000, "patch_size");
        int side = numbers.needed(ConfigNumbers.MANY, "image_size") / patch;
        return new Parts()
                .wide("vision.patch_embedding", Role.VISION, Split.WHOLE, width, (long) COLOURS * patch * patch)
                .vector("vision.patch_embedding.bias", Role.VISION, Split.WHOLE, width)
                .wide("vision.position_embedding", Role.VISION, Split.WHOLE, (long) side * side, width)
                .add(plainLayers(width, middle, layers))
                .vectors("vision.layer_norm", Role.VISION, Split.WHOLE, width, 2L * (2L * layers + 1))
                .wide("vision.projection", Role.VISION, Split.WHOLE, width, hidden)
                .vector("vision.projection_norm", Role.VISION, Split.WHOLE, width)
                .list();
    }

    /** Attention and two matrices in each layer, all with biases. */
    private static List<Tensor> plainLayers(int width, int middle, int layers) {
        return new Parts()
                .wides("vision.attention", Role.VISION, Split.WHOLE, width, width, 4L * layers)
                .vectors("vision.attention.bias", Role.VISION, Split.WHOLE, width, 4L * layers)
                .wides("vision.fc1", Role.VISION, Split.WHOLE, middle, width, layers)
                .vectors("vision.fc1.bias", Role.VISION, Split.WHOLE, middle, layers)
                .wides("vision.fc2", Role.VISION, Split.WHOLE, width, middle, layers)
                .vectors("vision.fc2.bias", Role.VISION, Split.WHOLE, width, layers)
                .list();
    }

    /**
     * A plain encoder with biases, learned positions and one place for the whole picture, split over GPUs as the decoder is; patches
     * are joined and go through two matrices, and a third leads to the decoder.
     */
    private static List<Tensor> shuffled(ConfigNumbers numbers, int hidden) {
        int width = numbers.needed(ConfigNumbers.WIDTH, "hidden_size");
        int middle = numbers.needed(ConfigNumbers.WIDTH, "intermediate_size");
        int layers = numbers.needed(ShapeReader.MOST_LAYERS, "num_hidden_layers");
        int patch = numbers.needed(1000, "patch_size");
        int side = numbers.needed(ConfigNumbers.MANY, "image_size") / patch;
        int joined = numbers.needed(ConfigNumbers.WIDTH, "projector_input_dim");
        int output = numbers.needed(ConfigNumbers.WIDTH, "projector_output_dim");
        int handedOn = numbers.needed(ConfigNumbers.WIDTH, "vision_output_dim");
        return new Parts()
                .wide("vision.patch_embedding", Role.VISION, Split.COLUMNS, width, (long) COLOURS * patch * patch)
                .vector("vision.class_embedding", Role.VISION, Split.WHOLE, width)
                .wide("vision.position_embedding", Role.VISION, Split.WHOLE, (long) side * side + 1, width)
                .wides("vision.qkv", Role.VISION, Split.COLUMNS, width, width, 3L * layers)
                .vectors("vision.qkv.bias", Role.VISION, Split.COLUMNS, width, 3L * layers)
                .wides("vision.o_proj", Role.VISION, Split.ROWS, width, width, layers)
                .vectors("vision.o_proj.bias", Role.VISION, Split.WHOLE, width, layers)
                .wides("vision.fc1", Role.VISION, Split.COLUMNS, middle, width, layers)
                .vectors("vision.fc1.bias", Role.VISION, Split.COLUMNS, middle, layers)
                .wides("vision.fc2", Role.VISION, Split.ROWS, width, middle, layers)
                .vectors("vision.fc2.bias", Role.VISION, Split.WHOLE, width, layers)
                .vectors("vision.layer_norm", Role.VISION, Split.WHOLE, width, 2L * (2L * layers + 2))
                .wide("vision.adapter.fc1", Role.VISION, Split.COLUMNS, joined, middle)
                .wide("vision.adapter.fc2", Role.VISION, Split.ROWS, output, joined)
                .wide("vision.projector", Role.VISION, Split.COLUMNS, hidden, handedOn)
                .list();
    }

    /**
     * A gated encoder without biases, four norms in each layer and two on queries and keys; positions are learned for each direction,
     * pooled patches are shifted and scaled, and one matrix leads to the decoder.
     */
    private static List<Tensor> pooled(ConfigNumbers numbers, int hidden) {
        int width = numbers.needed(ConfigNumbers.WIDTH, "hidden_size");
        int middle = numbers.needed(ConfigNumbers.WIDTH, "intermediate_size");
        int layers = numbers.needed(ShapeReader.MOST_LAYERS, "num_hidden_layers");
        int patch = numbers.needed(1000, "patch_size");
        int head = numbers.needed(ConfigNumbers.MANY, "head_dim");
        int positions =
                numbers.find(1, ConfigNumbers.WIDTH, "position_embedding_size").orElse(GEMMA4_POSITIONS);
        Parts parts = new Parts()
                .wide("vision.patch_embedding", Role.VISION, Split.WHOLE, width, (long) COLOURS * patch * patch)
                .wides("vision.position_embedding", Role.VISION, Split.WHOLE, positions, width, 2)
                .wides("vision.attention", Role.VISION, Split.WHOLE, width, width, 4L * layers)
                .vectors("vision.qk_norm", Role.VISION, Split.WHOLE, head, 2L * layers)
                .wides("vision.mlp", Role.VISION, Split.WHOLE, middle, width, 3L * layers)
                .vectors("vision.norm", Role.VISION, Split.WHOLE, width, 4L * layers)
                .wide("vision.projection", Role.VISION, Split.WHOLE, hidden, width);
        if (numbers.flag("standardize", false)) {
            parts.vectors("vision.standard", Role.VISION, Split.WHOLE, width, 2);
        }
        return parts.list();
    }

    /**
     * A plain encoder with biases, learned positions and a number per channel that scales what each layer adds; two convolutions of
     * three by three halve the sides and double the width, and one matrix leads to the decoder.
     */
    private static List<Tensor> downsampled(ConfigNumbers numbers, int hidden) {
        int width = numbers.needed(ConfigNumbers.WIDTH, "hidden_size", "width");
        int layers = numbers.needed(ShapeReader.MOST_LAYERS, "num_hidden_layers", "layers");
        int middle = numbers.config().find("mlp_ratio").orElse(0) instanceof Double ratio
                ? (int) Math.round(width * ratio)
                : numbers.needed(ConfigNumbers.WIDTH, "intermediate_size");
        int patch = numbers.needed(1000, "patch_size");
        int side = numbers.needed(ConfigNumbers.MANY, "image_size") / patch;
        return new Parts()
                .wide("vision.patch_embedding", Role.VISION, Split.WHOLE, width, (long) COLOURS * patch * patch)
                .wide("vision.position_embedding", Role.VISION, Split.WHOLE, (long) side * side, width)
                .add(plainLayers(width, middle, layers))
                .vectors("vision.layer_scale", Role.VISION, Split.WHOLE, width, 2L * layers)
                .vectors("vision.layer_norm", Role.VISION, Split.WHOLE, width, 2L * (2L * layers + 1))
                .wide("vision.downsampler.1", Role.VISION, Split.WHOLE, 2L * width, 9L * width)
                .vector("vision.downsampler.1.bias", Role.VISION, Split.WHOLE, 2L * width)
                .wide("vision.downsampler.2", Role.VISION, Split.WHOLE, 4L * width, 18L * width)
                .vector("vision.downsampler.2.bias", Role.VISION, Split.WHOLE, 4L * width)
                .wide("vision.projection", Role.VISION, Split.WHOLE, hidden, 4L * width)
                .list();
    }

    /** A gated encoder without biases; patches are merged, then two matrices lead to the decoder. */
    private static List<Tensor> pixtral(ConfigNumbers numbers, ModelConfig config, int hidden, ConfigNumbers decoder) {
        int width = numbers.needed(ConfigNumbers.WIDTH, "hidden_size");
        int middle = numbers.needed(ConfigNumbers.WIDTH, "intermediate_size");
        int layers = numbers.needed(ShapeReader.MOST_LAYERS, "num_hidden_layers");
        int patch = numbers.needed(1000, "patch_size");
        int merged = decoder.of(config).find(1, 100, "spatial_merge_size").orElse(1);
        Parts parts = new Parts()
                .wide("vision.patch_conv", Role.VISION, Split.WHOLE, width, (long) COLOURS * patch * patch)
                .vector("vision.ln_pre", Role.VISION, Split.WHOLE, width)
                .wides("vision.attention", Role.VISION, Split.WHOLE, width, width, 4L * layers)
                .wides("vision.mlp", Role.VISION, Split.WHOLE, middle, width, 3L * layers)
                .vectors("vision.norm", Role.VISION, Split.WHOLE, width, 2L * layers)
                .wide("vision.projector.1", Role.VISION, Split.WHOLE, hidden, width)
                .wide("vision.projector.2", Role.VISION, Split.WHOLE, hidden, hidden);
        if (merged > 1) {
            parts.vector("vision.merger.norm", Role.VISION, Split.WHOLE, width)
                    .wide("vision.merger", Role.VISION, Split.WHOLE, width, (long) width * merged * merged);
        }
        return parts.list();
    }
}
