package org.sizewright.library.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.sizewright.library.model.Tensor.Role;
import org.sizewright.library.model.Tensor.Split;

/**
 * Turns a configuration into the shape of a model by the traits of its family.
 *
 * <p>Nothing is guessed silently: a field that is missing, absurd or contradicts another is named, and so is each assumption.
 */
public final class ShapeReader {
    /** More layers or wider ones than any model has would only fill the memory. */
    static final int MOST_LAYERS = 10_000;

    private static final String HEAD_BIAS = "lm_head.bias";
    /** Labels that a classifier tells apart if the configuration is silent. */
    private static final int USUAL_LABELS = 2;

    private ShapeReader() {}

    /** @param ending what it is loaded for; without words there is no output head */
    public static ShapeResult read(ModelConfig config, FamilyTraits traits, Ending ending) {
        ConfigNumbers numbers = new ConfigNumbers(config.decoder());
        ModelShape shape = switch (traits.build()) {
            case DECODER -> new DecoderReader(numbers, traits).read();
            case PATTERN -> new PatternReader(numbers, traits).read();
            case BLOCKS -> new BlocksReader(numbers, traits).read();
            case ENCODER -> EncoderReader.encoder(numbers, traits);
            case ENCODER_DECODER -> EncoderReader.encoderDecoder(numbers, traits);
        };
        if (!numbers.problems().isEmpty()) {
            return new ShapeResult.Refused(numbers.problems());
        }
        List<Tensor> outside = new ArrayList<>(ending == Ending.WORDS ? shape.outside() : withoutHead(shape));
        if (ending == Ending.SCORES) {
            outside.addAll(scores(numbers, traits, shape.hidden()));
        }
        outside.addAll(VisionReader.read(config, shape.hidden(), numbers));
        if (!numbers.problems().isEmpty()) {
            return new ShapeResult.Refused(numbers.problems());
        }
        return new ShapeResult.Known(new ModelShape(
                shape.hidden(),
                shape.vocabulary(),
                shape.tied(),
                shape.maxPosition(),
                !config.decoder().equals(config),
                shape.rotaryPositions(),
                shape.rotaryDim(),
                shape.wiring(),
                shape.layers(),
                outside,
                shape.nextToken(),
                numbers.assumptions()));
    }

    private static List<Tensor> withoutHead(ModelShape shape) {
        return shape.outside().stream()
                .filter(tensor ->
                        tensor.role() != Role.OUTPUT_HEAD && !tensor.name().equals(HEAD_BIAS))
                .toList();
    }

    /** One row for each label; encoders add a bias. */
    private static List<Tensor> scores(ConfigNumbers numbers, FamilyTraits traits, int hidden) {
        int labels = numbers.config()
                .nested("id2label")
                .map(named -> named.fields().size())
                .orElseGet(
                        () -> numbers.find(1, ConfigNumbers.MANY, "num_labels").orElse(USUAL_LABELS));
        Parts parts = new Parts().wide("score", Role.POOLER, Split.WHOLE, labels, hidden);
        if (traits.build() == FamilyTraits.Build.ENCODER) {
            parts.vector("score.bias", Role.POOLER, Split.WHOLE, labels);
        }
        return parts.list();
    }

    /** What stands around the layers of a decoder. */
    static ModelShape around(
            ConfigNumbers numbers,
            FamilyTraits traits,
            int hidden,
            int rotaryDim,
            List<Layer> layers,
            List<Tensor> nextToken) {
        int vocabulary = numbers.needed(100_000_000, "vocab_size");
        boolean tied = numbers.flag("tie_word_embeddings", traits.tied());
        OptionalInt positions =
                numbers.find(1, 1_000_000_000, "max_position_embeddings", "n_positions", "n_ctx", "max_seq_len");
        Parts parts = new Parts().wide("embed_tokens", Role.EMBEDDING, Split.VOCABULARY, vocabulary, hidden);
        if (traits.positions().isPresent()) {
            if (positions.isEmpty()) {
                numbers.refuse("\"max_position_embeddings\" is missing, and this family has a table of positions");
            }
            int rows = positions.orElse(1) + traits.positions().getAsInt();
            parts.wide("embed_positions", Role.POSITION, Split.WHOLE, rows, hidden);
        }
        if (traits.embeddingNorm()) {
            parts.norms("embed_norm", hidden, 1, traits.layerNorm());
        }
        parts.norms("norm", hidden, 1, traits.layerNorm());
        if (!tied) {
            parts.wide("lm_head", Role.OUTPUT_HEAD, Split.VOCABULARY, vocabulary, hidden);
        }
        parts.bias(traits.headBias(), HEAD_BIAS, Split.VOCABULARY, vocabulary);
        return new ModelShape(
                hidden,
                vocabulary,
                tied,
                positions,
                false,
                rotaryPositions(numbers, traits, positions),
                rotaryDim,
                traits.wiring(),
                layers,
                parts.list(),
                nextToken,
                List.of());
    }

    /**
     * One table for all layers; where layers with a window turn by themselves, one more; stretched positions make the table as
     * much longer.
     */
    private static long rotaryPositions(ConfigNumbers numbers, FamilyTraits traits, OptionalInt positions) {
        long longest = positions.orElse(0);
        ConfigNumbers scaling = numbers.config()
                .nested("rope_scaling")
                .or(() -> numbers.config().nested("rope_parameters"))
                .map(numbers::of)
                .orElse(numbers);
        boolean linear = scaling != numbers
                && scaling.config()
                        .text("rope_type")
                        .or(() -> scaling.config().text("type"))
                        .orElse("")
                        .equals("linear");
        long factor = linear ? scaling.find(1, 1024, "factor").orElse(1) : 1;
        boolean own = traits.window() == FamilyTraits.Window.ALL_BUT_NTH && numbers.has("sliding_window");
        return longest * factor + (own ? longest : 0);
    }
}
