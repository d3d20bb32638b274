package org.sizewright.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelId;
import org.sizewright.library.model.ShapeResult;

/** Measured cases of inference outside serving engines, each with its source, against the figures. */
class InferenceCasesTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();
    private static final List<JsonNode> CASES = read();

    private static List<JsonNode> read() {
        try (InputStream in = Objects.requireNonNull(
                InferenceCasesTest.class.getResourceAsStream("/org/sizewright/sizing/inference-cases.json"))) {
            JsonNode root = JsonMapper.builder().build().readTree(in);
            return StreamSupport.stream(root.spliterator(), false).toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static CaseInputs inputs(JsonNode node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            if (value.isTextual()) {
                fields.put(field.getKey(), value.textValue());
            } else if (value.isNumber()) {
                fields.put(field.getKey(), value.numberValue());
            } else if (value.isBoolean()) {
                fields.put(field.getKey(), value.booleanValue());
            }
        }
        return new CaseInputs(fields);
    }

    private static InferencePrediction predict(JsonNode node, CaseInputs inputs) {
        ModelArchitecture model =
                LIBRARY.model(ModelId.of(node.get("model").asText())).orElseThrow();
        return InferenceCases.predict(
                node.get("kind").asText(), inputs, model, ((ShapeResult.Known) LIBRARY.shape(model)).shape(), LIBRARY);
    }

    /** Predicted less measured over measured, by metric. */
    private static Map<String, Double> errors(JsonNode node) {
        InferencePrediction prediction = predict(node, inputs(node.get("inputs")));
        assertThat(prediction).as(node.get("id").asText()).isInstanceOf(InferencePrediction.Known.class);
        Map<String, Double> errors = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> measured : node.get("measured").properties()) {
            InferencePrediction.Estimate estimate =
                    ((InferencePrediction.Known) prediction).metrics().get(measured.getKey());
            if (estimate != null && measured.getValue().isNumber()) {
                assertThat(estimate.low()).isLessThanOrEqualTo(estimate.value());
                assertThat(estimate.high()).isGreaterThanOrEqualTo(estimate.value());
                errors.put(
                        measured.getKey(),
                        estimate.value() / measured.getValue().doubleValue() - 1);
            }
        }
        return errors;
    }

    static Stream<Arguments> cases() {
        return CASES.stream()
                .map(node -> Arguments.of(
                        node.get("id").asText(),
                        node.get("kind").asText(),
                        node.get("source").get("url").asText(),
                        node));
    }

    /** Worst error of each kind, in percent. */
    private static final Map<String, Double> WORST = Map.of(
            "hf_generate", 4.4,
            "litgpt_inference", 0.8,
            "awq_inference", 3.3,
            "gguf_size", 1.4,
            "kv_size", 0.2,
            "checkpoint_size", 0.0);

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cases")
    void eachCaseIsMet(String id, String kind, String url, JsonNode node) {
        Map<String, Double> errors = errors(node);
        assertThat(errors).as(id + " " + url).isNotEmpty();
        double worst = Objects.requireNonNull(WORST.get(kind));
        errors.values().forEach(error -> assertThat(Math.abs(100 * error)).isLessThanOrEqualTo(worst));
    }

    @ParameterizedTest
    @CsvSource({
        // kind, metric, cases, median %, 90th percentile %
        "hf_generate, peak_allocated_gib, 61, 0.15, 0.57",
        "litgpt_inference, peak_gb, 7, 0.22, 0.79",
        "awq_inference, peak_gb, 7, 0.51, 3.23",
        "gguf_size, gib, 9, 0.07, 0.12",
        "gguf_size, bits_per_weight, 9, 0.0008, 0.0015",
        "kv_size, kv_mib, 3, 0.0001, 0.0005",
        "kv_size, kv_gib, 3, 0.06, 0.17",
        "checkpoint_size, total_size_bytes, 5, 0, 0",
    })
    void errorsAreAsPublished(String kind, String metric, int cases, double median, double p90) {
        List<Double> sorted = new ArrayList<>();
        for (JsonNode node : CASES) {
            if (node.get("kind").asText().equals(kind)) {
                Double error = errors(node).get(metric);
                if (error != null) {
                    sorted.add(100 * Math.abs(error));
                }
            }
        }
        sorted.sort(null);
        assertThat(sorted).hasSize(cases);
        double middle = sorted.get((int) Math.ceil(0.5 * cases) - 1);
        double ninth = sorted.get((int) Math.ceil(0.9 * cases) - 1);
        assertThat(middle).isLessThanOrEqualTo(median);
        assertThat(ninth).isLessThanOrEqualTo(p90);
    }

    /** What llama.cpp prints with four decimals: "Llama-3.1-8B" table of its quantize tool. */
    @ParameterizedTest
    @CsvSource({
        "IQ2_M, 2.9294",
        "IQ3_M, 3.7628",
        "IQ4_NL, 4.6818",
        "Q2_K, 3.1593",
        "Q3_K_L, 4.2979",
        "Q4_K_M, 4.8944",
        "Q6_K, 6.5633",
        "Q8_0, 8.5008",
        "F16, 16.0005",
    })
    void bitsPerWeightAreThoseThatLlamaCppPrints(String mix, double bits) {
        JsonNode llama = CASES.stream()
                .filter(node -> node.get("kind").asText().equals("gguf_size"))
                .findFirst()
                .orElseThrow();
        InferencePrediction.Known known =
                (InferencePrediction.Known) predict(llama, new CaseInputs(Map.of("quant", mix)));
        assertThat(Objects.requireNonNull(known.metrics().get("bits_per_weight"))
                        .value())
                .isCloseTo(bits, within(0.00006));
    }

    @ParameterizedTest
    @CsvSource({
        "hf_generate, input_tokens", "hf_generate, new_tokens", "hf_generate, batch",
        "awq_inference, prefill", "awq_inference, decode", "awq_inference, batch",
        "kv_size, tokens", "kv_size, batch",
    })
    void moreOfIsNeverLess(String kind, String field) {
        for (JsonNode node : CASES) {
            if (!node.get("kind").asText().equals(kind)) {
                continue;
            }
            double before = 0;
            for (int number : new int[] {1, 2, 63, 1000, 4096, 30_000}) {
                Map<String, Object> fields =
                        new LinkedHashMap<>(inputs(node.get("inputs")).fields());
                fields.put(field, number);
                InferencePrediction.Known known = (InferencePrediction.Known) predict(node, new CaseInputs(fields));
                double now = known.metrics().values().iterator().next().value();
                assertThat(now).as(node.get("id").asText()).isGreaterThanOrEqualTo(before * (1 - 1e-12));
                before = now;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hf_generate, '', peak_allocated_gib",
        "litgpt_inference, '', peak_gb",
        "awq_inference, '', peak_gb",
        "gguf_size, '', bits_per_weight",
        "kv_size, '', kv_gib",
        "checkpoint_size, '', total_size_bytes",
    })
    void whatACaseDoesNotStateHasADefault(String kind, String nothing, String metric) {
        for (ModelArchitecture model : LIBRARY.models()) {
            if (LIBRARY.shape(model) instanceof ShapeResult.Known known) {
                InferencePrediction prediction =
                        InferenceCases.predict(kind, new CaseInputs(Map.of()), model, known.shape(), LIBRARY);
                switch (prediction) {
                    case InferencePrediction.Known answer ->
                        assertThat(answer.metrics()).as(model.name()).containsKey(metric);
                    case InferencePrediction.Refused refused ->
                        assertThat(kind + ": " + refused.reason())
                                .as(model.name())
                                .matches("gguf_size: (llama.cpp makes no file of|of .* only the totals are known).*");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hf_generate, weight_format, q4_k_m, mix for llama.cpp",
        "hf_generate, weight_format, no such, no number format \"no such\"",
        "gguf_size, quant, Q9_Z, no mix of block types",
        "training, quant, Q8_0, not of inference outside an engine",
    })
    void whatCannotBeSaidHasAReason(String kind, String field, String value, String reason) {
        ModelArchitecture model =
                LIBRARY.model(ModelId.of("meta-llama/Llama-2-7b-hf")).orElseThrow();
        InferencePrediction prediction = InferenceCases.predict(
                kind,
                new CaseInputs(Map.of(field, value)),
                model,
                ((ShapeResult.Known) LIBRARY.shape(model)).shape(),
                LIBRARY);
        assertThat(((InferencePrediction.Refused) prediction).reason()).contains(reason);
    }
}
