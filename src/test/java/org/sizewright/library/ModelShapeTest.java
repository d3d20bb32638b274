package org.sizewright.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.library.model.Layer;
import org.sizewright.library.model.Mixer;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.library.model.Tensor;

/** What models are made of, against counts that were made elsewhere from the same configurations. */
class ModelShapeTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();

    private static ModelShape shape(String id) {
        return ((ShapeResult.Known) LIBRARY.shape(LIBRARY.model(ModelId.of(id)).orElseThrow())).shape();
    }

    private static JsonNode computed() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ModelShapeTest.class.getResourceAsStream("/org/sizewright/library/model/computed.json"))) {
            return JsonMapper.builder().build().readTree(in);
        }
    }

    @Test
    void everyConfigurationComesToTheCountsMadeElsewhere() throws IOException {
        JsonNode elsewhere = computed();
        int counted = 0;
        for (ModelArchitecture model : LIBRARY.models()) {
            JsonNode expected = elsewhere.path(model.id().value()).path("computed");
            if (expected.isMissingNode()) {
                continue;
            }
            ModelShape shape = shape(model.id().value());
            // the counts of Llama 4 leave out the part that sees pictures
            long pictures = model.name().startsWith("Llama-4") ? shape.parameters(Tensor.Role.VISION) : 0;
            assertThat(shape.parameters() - pictures)
                    .as(model.name())
                    .isEqualTo(expected.get("total").asLong());
            assertThat(shape.activeParameters() - pictures)
                    .as(model.name() + " active")
                    .isEqualTo(expected.get("active").asLong());
            if (expected.has("mtp_optional")) {
                assertThat(shape.nextToken().stream()
                                .mapToLong(Tensor::parameters)
                                .sum())
                        .as(model.name() + " next token")
                        .isEqualTo(expected.get("mtp_optional").asLong());
            }
            counted++;
        }
        assertThat(counted).isGreaterThan(175);
    }

    @Test
    void cacheAndStateAreThoseCountedElsewhere() throws IOException {
        JsonNode elsewhere = computed();
        int counted = 0;
        for (ModelArchitecture model : LIBRARY.models()) {
            JsonNode expected = elsewhere.path(model.id().value()).path("canonical");
            if (!expected.path("kv_bytes_per_token_16bit").isNumber()
                    || model.family().equals("nemotron-nas")
                    || model.family().equals("t5")) {
                continue;
            }
            long kv = 0;
            long state = 0;
            for (var layer : shape(model.id().value()).layers()) {
                switch (layer.mixer()) {
                    case Mixer.Attention a -> kv += 2L * a.kvHeads() * (a.headDim() + a.valueDim());
                    case Mixer.Latent l -> kv += 2L * (l.latent() + l.rope());
                    case Mixer.Recurrent r -> state += 2 * r.convolution() + 4 * r.state();
                    case Mixer.None n -> {}
                }
            }
            assertThat(kv)
                    .as(model.name())
                    .isEqualTo(expected.get("kv_bytes_per_token_16bit").asLong());
            assertThat(state)
                    .as(model.name() + " state")
                    .isEqualTo(expected.get("state_bytes_per_sequence").asLong());
            counted++;
        }
        assertThat(counted).isGreaterThan(170);
    }

    /** {@code metadata.total_size} of model.safetensors.index.json in public copies of the repositories. */
    @ParameterizedTest
    @CsvSource({
        "google/medgemma-27b-it, 54864813280",
        "tiiuae/falcon-180B-chat, 359045130240",
        "microsoft/WizardLM-2-8x22B, 281241268224",
        "Qwen/Qwen-72B, 144575840256",
        "mistralai/Devstral-Small-2507, 47144806400",
        "ibm-granite/granite-3b-code-instruct-128k, 6965007360",
        "deepcogito/cogito-v1-preview-qwen-14B, 29531895808",
    })
    void checkpointsAreMetToTheByte(String id, long bytes) {
        assertThat(2 * shape(id).parameters()).isEqualTo(bytes);
    }

    /** Counts of loaded models or of their checkpoints, published by others. */
    @ParameterizedTest
    @CsvSource({
        // BertModel and XLMRobertaModel, with their pooler
        "google-bert/bert-base-uncased, 109482240",
        "intfloat/e5-large-v2, 335141888",
        "intfloat/multilingual-e5-large, 559890432",
        // parameter_count of an XLMRobertaForSequenceClassification of that configuration, in a plan for training on
        // GitHub
        "BAAI/bge-reranker-v2-m3, 567755777",
        // KerasHub, pull 2455
        "Qwen/Qwen3-Embedding-0.6B, 595776512",
        "Qwen/Qwen3-Embedding-4B, 4021774336",
    })
    void modelsForRetrievalComeToThePublishedCounts(String id, long count) {
        assertThat(shape(id).parameters()).isEqualTo(count);
    }

    /** Sizes of the files, in bytes as their pages round them; a file begins with some 10 to 100 kB of names. */
    @ParameterizedTest
    @CsvSource({
        "BAAI/bge-reranker-v2-m3, 4, 2.27e9, 0.005e9",
        "BAAI/bge-reranker-large, 4, 2.24e9, 0.005e9",
        "nvidia/llama-3.2-nv-embedqa-1b-v2, 2, 2.47e9, 0.005e9",
        "meta-llama/Llama-Guard-3-1B, 2, 3.0e9, 0.05e9",
        "Snowflake/snowflake-arctic-embed-m-long, 4, 547e6, 0.5e6",
        "Qwen/Qwen3-Embedding-8B, 2, 15.1e9, 0.05e9",
    })
    void modelsForRetrievalHaveTheSizeOfTheirFiles(String id, int bytes, double size, double rounding) {
        assertThat((double) bytes * shape(id).parameters())
                .isCloseTo(size, org.assertj.core.data.Offset.offset(rounding));
    }

    @Test
    void whatIsLoadedForVectorsOrScoresHasNoOutputHead() {
        ModelShape words = shape("mistralai/Mistral-7B-v0.1");
        ModelShape vectors = shape("intfloat/e5-mistral-7b-instruct");
        assertThat(vectors.parameters(Tensor.Role.OUTPUT_HEAD)).isZero();
        assertThat(words.parameters() - vectors.parameters()).isEqualTo(words.parameters(Tensor.Role.OUTPUT_HEAD));
        assertThat(shape("nvidia/llama-3.2-nv-rerankqa-1b-v2").parameters(Tensor.Role.POOLER))
                .isEqualTo(2048);
        // a pooler and one row with its bias
        assertThat(shape("BAAI/bge-reranker-base").parameters(Tensor.Role.POOLER))
                .isEqualTo(768 * 768 + 768 + 768 + 1);
    }

    @Test
    void positionsThatNoTokenTakesAreNotOffered() {
        assertThat(shape("BAAI/bge-m3").maxPosition()).hasValue(8192);
        assertThat(shape("intfloat/multilingual-e5-large").maxPosition()).hasValue(512);
        assertThat(shape("intfloat/e5-large-v2").maxPosition()).hasValue(512);
    }

    /** Counts that the indexes of the safetensors checkpoints state; the model card: 30.7 and 25.2 billion, 3.8 of them active. */
    @Test
    void gemma4ComesToThePublishedCounts() {
        ModelShape dense = shape("nvidia/Gemma-4-31B-IT-NVFP4");
        assertThat(dense.parameters()).isEqualTo(31_273_088_876L);
        assertThat(dense.parameters() - dense.parameters(Tensor.Role.VISION)).isEqualTo(30_697_345_340L);
        ModelShape sparse = shape("google/gemma-4-26B-A4B");
        assertThat(sparse.parameters()).isEqualTo(25_805_936_206L);
        assertThat(sparse.parameters() - sparse.parameters(Tensor.Role.VISION)).isEqualTo(25_233_141_790L);
        assertThat(sparse.activeParameters() - sparse.parameters(Tensor.Role.VISION))
                .isEqualTo(3_822_530_590L);
    }

    /** Keys serve as values where there is no window, but the cache keeps both, as they are normed in two ways. */
    @Test
    void gemma4KeepsKeysAndValuesOfTwoWidths() {
        ModelShape dense = shape("nvidia/Gemma-4-31B-IT-NVFP4");
        assertThat(dense.layers().stream().map(Layer::mixer).distinct())
                .containsExactly(
                        new Mixer.Attention(32, 16, 256, 256, OptionalInt.of(1024)),
                        new Mixer.Attention(32, 4, 512, 512, OptionalInt.empty()));
        assertThat(dense.layers().stream()
                        .filter(layer -> layer.tensors().stream()
                                .noneMatch(tensor -> tensor.name().equals("v_proj"))))
                .hasSize(10);
    }

    /**
     * Step-3.5-Flash, of the same decoder, has 199.38 billion parameters in its checkpoint, with three layers for further tokens and
     * an output head for each of them; the model card of 3.7 gives 196 and 1.8 billion, 11 of them active without words.
     */
    @Test
    void stepComesToThePublishedCounts() {
        ModelShape step = shape("stepfun-ai/Step-3.7-Flash");
        long decoder = step.parameters() - step.parameters(Tensor.Role.VISION);
        assertThat(decoder).isEqualTo(196_956_130_368L);
        long further = step.nextToken().stream().mapToLong(Tensor::parameters).sum() + 3L * 128_896 * 4096;
        assertThat((double) (decoder + further)).isCloseTo(199.38e9, org.assertj.core.data.Offset.offset(0.005e9));
        long words = step.parameters(Tensor.Role.EMBEDDING) + step.parameters(Tensor.Role.OUTPUT_HEAD);
        assertThat((double) step.activeParameters() - step.parameters(Tensor.Role.VISION) - words)
                .isCloseTo(11e9, org.assertj.core.data.Offset.offset(0.1e9));
        assertThat(step.layers().stream().map(Layer::mixer).distinct())
                .containsExactly(
                        new Mixer.Attention(64, 8, 128, 128, OptionalInt.empty()),
                        new Mixer.Attention(96, 8, 128, 128, OptionalInt.of(512)));
        assertThat(step.layers()).hasSize(45);
    }

    @Test
    void windowsAreThoseOfTheFamily() {
        assertThat(shape("google/gemma-3-12b-it").layers().stream()
                        .filter(layer -> layer.mixer() instanceof Mixer.Attention attention
                                && attention.window().isPresent()))
                .hasSize(40);
        assertThat(shape("openai/gpt-oss-120b").layers().stream()
                        .filter(layer -> layer.mixer() instanceof Mixer.Attention attention
                                && attention.window().isPresent()))
                .hasSize(18);
        assertThat(shape("meta-llama/Llama-4-Scout-17B-16E-Instruct").layers().stream()
                        .filter(layer -> layer.mixer() instanceof Mixer.Attention attention
                                && attention.window().isPresent()))
                .hasSize(36);
    }

    @Test
    void theSameModelInAnotherFormatHasTheSameParameters() {
        assertThat(shape("nvidia/MiniMax-M3-NVFP4").parameters())
                .isEqualTo(shape("MiniMaxAI/MiniMax-M3").parameters());
    }

    @Test
    void anUnknownFamilyAsksForTotals() {
        ShapeResult result =
                LIBRARY.shape(LIBRARY.model(ModelId.of("moonshotai/Kimi-K3")).orElseThrow());
        assertThat(((ShapeResult.Refused) result).reasons().getFirst()).contains("kimi_linear", "enter the totals");
    }

    @Test
    void totalsAloneGiveTheSameTotals() {
        ModelTotals totals = new ModelTotals(
                284_330_000_000L,
                4096,
                43,
                64,
                1,
                512,
                129_280,
                2048,
                java.util.Optional.of(new ModelTotals.Experts(13_000_000_000L, 256, 6)));
        ModelShape shape = totals.toShape();
        assertThat(shape.parameters()).isEqualTo(284_330_000_000L);
        assertThat((double) shape.activeParameters())
                .isCloseTo(13e9, org.assertj.core.data.Percentage.withPercentage(0.1));
    }
}
