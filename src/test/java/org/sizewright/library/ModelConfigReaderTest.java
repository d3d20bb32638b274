package org.sizewright.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.library.model.Feed;
import org.sizewright.library.model.Mixer;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.library.model.Tensor;

class ModelConfigReaderTest {
    private static final Library BUNDLED = LibraryReader.bundled().library();
    // config.json of Llama-3.1-8B, as far as it matters
    private static final String LLAMA = """
            {"architectures": ["LlamaForCausalLM"], "attention_bias": false, "hidden_size": 4096, "intermediate_size": 14336,
             "max_position_embeddings": 131072, "mlp_bias": false, "model_type": "llama", "num_attention_heads": 32,
             "num_hidden_layers": 32, "num_key_value_heads": 8, "tie_word_embeddings": false, "torch_dtype": "bfloat16",
             "vocab_size": 128256}""";
    private static final String MIXTRAL = """
            {"hidden_size": 4096, "intermediate_size": 14336, "max_position_embeddings": 32768, "model_type": "mixtral",
             "num_attention_heads": 32, "num_experts_per_tok": 2, "num_hidden_layers": 32, "num_key_value_heads": 8,
             "num_local_experts": 8, "sliding_window": null, "tie_word_embeddings": false, "vocab_size": 32000}""";
    private static final String QWEN3_MOE = """
            {"attention_bias": false, "decoder_sparse_step": 1, "head_dim": 128, "hidden_size": 2048, "intermediate_size": 6144,
             "max_position_embeddings": 40960, "mlp_only_layers": [], "model_type": "qwen3_moe", "moe_intermediate_size": 768,
             "num_attention_heads": 32, "num_experts": 128, "num_experts_per_tok": 8, "num_hidden_layers": 48,
             "num_key_value_heads": 4, "sliding_window": null, "tie_word_embeddings": false, "vocab_size": 151936}""";
    private static final String QWEN2 = """
            {"hidden_size": 3584, "intermediate_size": 18944, "max_position_embeddings": 32768, "model_type": "qwen2",
             "num_attention_heads": 28, "num_hidden_layers": 28, "num_key_value_heads": 4, "sliding_window": 131072,
             "use_sliding_window": false, "tie_word_embeddings": false, "vocab_size": 152064}""";
    private static final String PHI4_MINI = """
            {"attention_bias": false, "hidden_size": 3072, "intermediate_size": 8192, "max_position_embeddings": 131072,
             "mlp_bias": false, "model_type": "phi3", "num_attention_heads": 24, "num_hidden_layers": 32,
             "num_key_value_heads": 8, "partial_rotary_factor": 0.75, "tie_word_embeddings": true, "vocab_size": 200064}""";

    private static ModelConfigResult parse(String json) {
        return ModelConfigReader.parse(json.getBytes(StandardCharsets.UTF_8), ModelId.of("own/model"), BUNDLED);
    }

    private static List<String> reasons(String json) {
        return parse(json) instanceof ModelConfigResult.Refused refused ? refused.reasons() : List.of();
    }

    private static ModelArchitecture parsed(String json) {
        if (parse(json) instanceof ModelConfigResult.Parsed parsed) {
            return parsed.model();
        }
        throw new AssertionError(reasons(json).toString());
    }

    private static ModelShape shape(String json) {
        if (parse(json) instanceof ModelConfigResult.Parsed parsed) {
            return parsed.shape();
        }
        throw new AssertionError(reasons(json).toString());
    }

    /** What is in it, layer by layer, without what was assumed. */
    private static List<Object> parts(ModelShape shape) {
        return List.of(shape.layers(), shape.outside(), shape.rotaryDim(), shape.tied());
    }

    private static ModelShape bundled(String id) {
        return ((ShapeResult.Known) BUNDLED.shape(BUNDLED.model(ModelId.of(id)).orElseThrow())).shape();
    }

    @Test
    void whatGemma4SharesOrKeepsPerLayerIsRefused() {
        String small = """
                {"model_type": "gemma4_text", "hidden_size": 1536, "num_hidden_layers": 35, "num_attention_heads": 8,
                 "num_key_value_heads": 1, "head_dim": 256, "intermediate_size": 6144, "vocab_size": 262144,
                 "hidden_size_per_layer_input": 256, "num_kv_shared_layers": 20}""";
        assertThat(reasons(small))
                .containsExactly(
                        "\"hidden_size_per_layer_input\" is 256: tables of tokens for each layer are not counted",
                        "\"num_kv_shared_layers\" is 20: layers that read the cache of others are not counted");
    }

    @Test
    void readsEachFamilyAsTheLibraryHoldsIt() {
        assertThat(parts(shape(LLAMA))).isEqualTo(parts(bundled("meta-llama/Meta-Llama-3.1-8B")));
        assertThat(parts(shape(MIXTRAL))).isEqualTo(parts(bundled("mistralai/Mixtral-8x7B-v0.1")));
        assertThat(parts(shape(QWEN3_MOE))).isEqualTo(parts(bundled("Qwen/Qwen3-30B-A3B")));
        assertThat(parts(shape(QWEN2))).isEqualTo(parts(bundled("Qwen/Qwen2.5-7B-Instruct")));
        assertThat(parts(shape(PHI4_MINI))).isEqualTo(parts(bundled("microsoft/Phi-4-mini-instruct")));
    }

    @Test
    void namesTheModelAndItsContext() {
        assertThat(parsed(LLAMA).name()).isEqualTo("model");
        assertThat(shape(LLAMA).maxPosition()).hasValue(131072);
        assertThat(shape(LLAMA).assumptions()).isEmpty();
        assertThat(shape(LLAMA.replace("\"max_position_embeddings\": 131072,", ""))
                        .maxPosition())
                .isEmpty();
    }

    @Test
    void aBiasFlagOfLlamaIsObeyed() {
        String biased = LLAMA.replace("\"attention_bias\": false", "\"attention_bias\": true");
        // q 4096, k and v 1024 each, o 4096, in 32 layers
        assertThat(shape(biased).parameters(Tensor.Role.BIAS)).isEqualTo(32 * (4096 + 2 * 1024 + 4096));
    }

    @Test
    void absentKvHeadsAreTakenAsManyAsHeadsAndThatIsSaid() {
        ModelShape shape = shape(LLAMA.replace("\"num_key_value_heads\": 8,", ""));
        assertThat(shape.layers().getFirst().mixer())
                .isInstanceOfSatisfying(
                        Mixer.Attention.class,
                        attention -> assertThat(attention.kvHeads()).isEqualTo(32));
        assertThat(shape.assumptions())
                .singleElement()
                .satisfies(sentence -> assertThat(sentence).contains("num_key_value_heads", "32"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "'hidden_size': 4096, | '' | \"hidden_size\" is missing",
                "'hidden_size': 4096 | 'hidden_size': -4096 | \"hidden_size\" is -4096, not a whole number from 1",
                "'hidden_size': 4096 | 'hidden_size': 4096.5 | \"hidden_size\" is 4096.5, not a whole number",
                "'hidden_size': 4096 | 'hidden_size': '4096' | not a whole number",
                "'hidden_size': 4096 | 'hidden_size': 4100 | \"num_attention_heads\" 32 does not divide",
                "'num_hidden_layers': 32 | 'num_hidden_layers': 99999999999999 | not a whole number from 1 to 10000",
                "'num_hidden_layers': 32 | 'num_hidden_layers': 0 | not a whole number from 1",
                "'num_hidden_layers': 32 | 'num_hidden_layers': null | \"num_hidden_layers\" is missing",
                "'num_key_value_heads': 8 | 'num_key_value_heads': 7 | \"num_key_value_heads\" 7 does not divide",
                "'mlp_bias': false | 'mlp_bias': 'no' | \"mlp_bias\" is \"no\", neither true nor false",
                "'model_type': 'llama' | 'model_type': 'deepseek_v4' | enter the totals",
                "'vocab_size': 128256 | 'vocab_size': 1e30 | \"vocab_size\" is 1.0E30",
                "'mlp_bias': false | 'sliding_window': -5 | \"sliding_window\" is -5",
                "'mlp_bias': false | 'layer_types': ['full_attention'] | \"layer_types\" names 1 layers"
            })
    void whatCannotBeRightIsNamed(String from, String to, String reason) {
        String replacement = to.strip().equals("''") ? "" : to.strip().replace('\'', '"');
        String changed = LLAMA.replace(from.strip().replace('\'', '"'), replacement);
        assertThat(changed).isNotEqualTo(LLAMA);
        assertThat(reasons(changed)).anySatisfy(sentence -> assertThat(sentence).contains(reason.strip()));
    }

    /** What stands in for a field that cannot be used contradicts nothing. */
    @Test
    void oneWrongFieldIsOneReason() {
        assertThat(reasons(LLAMA.replace("\"hidden_size\": 4096", "\"hidden_size\": -4096")))
                .containsExactly("\"hidden_size\" is -4096, not a whole number from 1 to 10000000");
    }

    @Test
    void everyReasonIsGivenAtOnce() {
        assertThat(reasons("{\"model_type\": \"llama\"}"))
                .contains(
                        "\"hidden_size\" is missing",
                        "\"num_hidden_layers\" is missing",
                        "\"num_attention_heads\" is missing",
                        "\"intermediate_size\" is missing",
                        "\"vocab_size\" is missing");
    }

    @Test
    void anUnevenMixtureIsCountedLayerByLayer() {
        // every second layer has experts, the others an MLP of their own width
        assertThat(
                        shape(QWEN3_MOE.replace("\"decoder_sparse_step\": 1", "\"decoder_sparse_step\": 2"))
                                .layers()
                                .stream()
                                .filter(layer -> layer.feed() instanceof Feed.Experts))
                .hasSize(24);
        assertThat(reasons(MIXTRAL.replace("\"num_experts_per_tok\": 2", "\"num_experts_per_tok\": 9")))
                .containsExactly("\"num_experts_per_tok\" is 9, not a whole number from 1 to 8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "not json",
                "[]",
                "\"llama\"",
                "{}",
                "{\"model_type\": 3}",
                "{\"model_type\": \"llama\""
            })
    void whatIsNoConfigurationIsASentence(String content) {
        assertThat(reasons(content))
                .singleElement()
                .satisfies(reason -> assertThat(reason).isNotBlank());
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(reasons("{\"a\":".repeat(50_000)))
                .singleElement()
                .satisfies(reason -> assertThat(reason).contains("nested deeper than 200"));
    }

    @Test
    void aHugeFileIsNotRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("config.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(50_000_001);
        }
        assertThat(ModelConfigReader.read(file, ModelId.of("own/model"), BUNDLED))
                .isInstanceOfSatisfying(
                        ModelConfigResult.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .satisfies(reason -> assertThat(reason).contains("larger than 50 MB")));
    }

    @Test
    void aMissingFileIsASentence(@TempDir Path folder) {
        assertThat(ModelConfigReader.read(folder.resolve("none.json"), ModelId.of("own/model"), BUNDLED))
                .isInstanceOfSatisfying(
                        ModelConfigResult.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .satisfies(reason -> assertThat(reason).startsWith("the file cannot be read")));
    }
}
