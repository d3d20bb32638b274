package org.sizewright.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.figure.Evidence;

/**
 * Reads the {@code config.json} of a published model, for those families whose parameters follow from the plain decoder rule of
 * {@link ModelArchitecture}. For any other the totals must be entered; guessing would be wrong by a quarter or more.
 */
public final class ModelConfigReader {
    private static final String MODEL_TYPE = "model_type";

    /**
     * How a family departs from the others.
     *
     * @param qkvBias always a bias on q, k and v
     * @param biasFlag whether {@code attention_bias} is obeyed; it adds biases on q, k, v and the output
     * @param kvHeadsOptional whether absent KV heads mean as many as heads
     * @param headDimOptional whether an absent head size means hidden / heads
     */
    private record Family(
            boolean qkvBias,
            boolean biasFlag,
            boolean qkNorm,
            boolean kvHeadsOptional,
            boolean headDimOptional,
            Optional<String> expertCountField,
            String expertWidthField) {}

    private static final Map<String, Family> FAMILIES = families();

    private final JsonNode config;
    private final List<String> reasons = new ArrayList<>();

    private ModelConfigReader(JsonNode config) {
        this.config = config;
    }

    private static Map<String, Family> families() {
        Map<String, Family> families = new LinkedHashMap<>();
        Family llama = new Family(false, true, false, true, true, Optional.empty(), "");
        Family plain = new Family(false, false, false, false, true, Optional.empty(), "");
        families.put("llama", llama);
        families.put("granite", llama);
        families.put("mistral", plain);
        families.put("phi3", new Family(false, false, false, true, true, Optional.empty(), ""));
        families.put("qwen2", new Family(true, false, false, false, true, Optional.empty(), ""));
        families.put("qwen3", new Family(false, true, true, false, false, Optional.empty(), ""));
        families.put(
                "mixtral",
                new Family(false, false, false, false, true, Optional.of("num_local_experts"), "intermediate_size"));
        families.put(
                "qwen3_moe",
                new Family(false, true, true, false, false, Optional.of("num_experts"), "moe_intermediate_size"));
        return families;
    }

    /** The values of {@code model_type} that can be read. */
    public static List<String> readableFamilies() {
        return List.copyOf(FAMILIES.keySet());
    }

    /** Reads a file of at most 50 MB. */
    public static ModelConfigResult read(Path file, ModelId id) {
        try {
            return of(JsonFiles.read(file), id);
        } catch (InvalidRecord refused) {
            return new ModelConfigResult.Refused(List.of(String.valueOf(refused.getMessage())));
        }
    }

    /** Reads the content of such a file. */
    public static ModelConfigResult parse(byte[] content, ModelId id) {
        try {
            return of(JsonFiles.parse(content), id);
        } catch (InvalidRecord refused) {
            return new ModelConfigResult.Refused(List.of(String.valueOf(refused.getMessage())));
        }
    }

    private static ModelConfigResult of(JsonNode config, ModelId id) {
        if (!config.isObject() || !config.path(MODEL_TYPE).isTextual()) {
            return new ModelConfigResult.Refused(
                    List.of("this is not the config.json of a model: it has no text \"" + MODEL_TYPE + "\""));
        }
        ModelConfigReader reader = new ModelConfigReader(config);
        return reader.result(id);
    }

    private ModelConfigResult result(ModelId id) {
        String type = config.path(MODEL_TYPE).asText();
        Family family = FAMILIES.get(type);
        if (family == null) {
            reasons.add("the parameters of a \"" + type + "\" model cannot be worked out from its configuration here;"
                    + " enter its totals yourself (readable: " + String.join(", ", FAMILIES.keySet()) + ")");
            return new ModelConfigResult.Refused(reasons);
        }
        refuseMoreThanADecoder();
        int hidden = whole("hidden_size", 1_000_000);
        int layers = whole("num_hidden_layers", 10_000);
        int heads = whole("num_attention_heads", 100_000);
        int kvHeads = family.kvHeadsOptional() && absent("num_key_value_heads")
                ? heads
                : whole("num_key_value_heads", 100_000);
        int intermediate = whole("intermediate_size", 10_000_000);
        int vocab = whole("vocab_size", 100_000_000);
        int headDim = headDim(family, hidden, heads);
        if (heads > 0 && kvHeads > 0 && heads % kvHeads != 0) {
            reasons.add("\"num_attention_heads\" is " + heads + ", which \"num_key_value_heads\" " + kvHeads
                    + " does not divide");
        }
        Optional<int[]> experts = experts(family);
        int rotaryDim = rotaryDim(headDim);
        boolean attentionBias = family.biasFlag() && flag("attention_bias");
        boolean mlpBias = flag("mlp_bias");
        boolean tied = flag("tie_word_embeddings");
        Fact<Integer> maxPosition = absent("max_position_embeddings")
                ? Fact.unknown()
                : Fact.known(whole("max_position_embeddings", 1_000_000_000), Evidence.VERIFIED, List.of());
        if (!reasons.isEmpty()) {
            return new ModelConfigResult.Refused(reasons);
        }
        int slash = id.value().lastIndexOf('/');
        return new ModelConfigResult.Parsed(new ModelArchitecture(
                id,
                id.value().substring(slash + 1),
                type,
                Optional.empty(),
                hidden,
                layers,
                heads,
                kvHeads,
                headDim,
                intermediate,
                vocab,
                tied,
                true,
                family.qkvBias() || attentionBias,
                attentionBias,
                mlpBias,
                family.qkNorm(),
                rotaryDim,
                experts.map(numbers -> new ModelArchitecture.Experts(numbers[0], numbers[1], numbers[2])),
                maxPosition,
                Optional.empty(),
                Optional.empty(),
                note(),
                Evidence.VERIFIED,
                List.of()));
    }

    private void refuseMoreThanADecoder() {
        for (String part : List.of("vision_config", "audio_config", "text_config")) {
            if (config.path(part).isObject()) {
                reasons.add("\"" + part + "\" says that this is more than a text decoder; enter its totals yourself");
            }
        }
        if (config.path("num_nextn_predict_layers").asInt() > 0) {
            reasons.add(
                    "\"num_nextn_predict_layers\" adds layers that are not counted here; enter its totals yourself");
        }
    }

    private int headDim(Family family, int hidden, int heads) {
        if (!absent("head_dim")) {
            return whole("head_dim", 100_000);
        }
        if (!family.headDimOptional()) {
            reasons.add("\"head_dim\" is missing, and in this family it does not follow from the other numbers");
            return 0;
        }
        if (hidden > 0 && heads > 0 && hidden % heads != 0) {
            reasons.add("\"hidden_size\" is " + hidden + ", which \"num_attention_heads\" " + heads
                    + " does not divide, and \"head_dim\" is missing");
            return 0;
        }
        return heads > 0 ? hidden / heads : 0;
    }

    private int rotaryDim(int headDim) {
        if (absent("partial_rotary_factor")) {
            return headDim;
        }
        double factor = config.path("partial_rotary_factor").asDouble(-1);
        if (factor <= 0 || factor > 1) {
            reasons.add("\"partial_rotary_factor\" is not a number above 0 and up to 1");
            return 0;
        }
        return (int) (headDim * factor);
    }

    private Optional<int[]> experts(Family family) {
        if (family.expertCountField().isEmpty()) {
            return Optional.empty();
        }
        int count = whole(family.expertCountField().get(), 100_000);
        int perToken = whole("num_experts_per_tok", 100_000);
        int width = whole(family.expertWidthField(), 10_000_000);
        if (count > 0 && count < 2) {
            reasons.add(
                    "\"" + family.expertCountField().get() + "\" is " + count + ", a mixture has at least 2 experts");
        }
        if (count > 0 && perToken > count) {
            reasons.add("\"num_experts_per_tok\" is " + perToken + ", more than the " + count + " experts there are");
        }
        if (config.path("decoder_sparse_step").asInt(1) != 1
                || !config.path("mlp_only_layers").isEmpty()
                || config.path("shared_expert_intermediate_size").asInt() > 0) {
            reasons.add("not every layer is a plain mixture of experts (\"decoder_sparse_step\", \"mlp_only_layers\" or"
                    + " \"shared_expert_intermediate_size\"); enter its totals yourself");
        }
        return Optional.of(new int[] {count, perToken, width});
    }

    private Optional<String> note() {
        List<String> notes = new ArrayList<>();
        if (config.path("sliding_window").asInt() > 0
                && config.path("use_sliding_window").asBoolean(true)) {
            notes.add("the configuration names a sliding window of "
                    + config.path("sliding_window").asInt() + "; it is not applied");
        }
        if (config.path("quantization_config").isObject()) {
            notes.add("the published weights are quantised; choose the number format to match");
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
    }

    private boolean absent(String field) {
        return !config.hasNonNull(field);
    }

    /** A whole number from 1; anything else becomes a reason, and 0 stands for it. */
    private int whole(String field, int largest) {
        JsonNode value = config.path(field);
        if (absent(field)) {
            reasons.add("\"" + field + "\" is missing");
            return 0;
        }
        if (!value.isNumber() || value.doubleValue() != Math.rint(value.doubleValue())) {
            reasons.add("\"" + field + "\" is not a whole number");
            return 0;
        }
        if (value.doubleValue() < 1) {
            reasons.add("\"" + field + "\" is " + value.asText() + ", it must be at least 1");
            return 0;
        }
        if (value.doubleValue() > largest) {
            reasons.add("\"" + field + "\" is " + value.asText() + ", which no model has");
            return 0;
        }
        return value.intValue();
    }

    private boolean flag(String field) {
        JsonNode value = config.path(field);
        if (!absent(field) && !value.isBoolean()) {
            reasons.add("\"" + field + "\" is neither true nor false");
        }
        return value.asBoolean(false);
    }
}
