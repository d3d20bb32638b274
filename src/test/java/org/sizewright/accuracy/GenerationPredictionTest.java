package org.sizewright.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sizewright.accuracy.Cases.LIBRARY;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.model.ShapeResult;

/** Measured cases of inference outside serving engines against the figures. */
class GenerationPredictionTest {
    /** Worst error of each kind, in percent. */
    private static final Map<String, Double> WORST = Map.of(
            "hf_generate", 4.4,
            "litgpt_inference", 0.8,
            "awq_inference", 3.3,
            "gguf_size", 1.4,
            "kv_size", 0.2,
            "checkpoint_size", 0.0);

    private static final List<MeasuredCase> CASES = Cases.of(List.copyOf(WORST.keySet()), "memory-cases.json");

    private static List<MeasuredCase> cases() {
        return CASES;
    }

    private static Map<String, Estimate> predict(MeasuredCase run) {
        return GenerationPrediction.of(run, Cases.model(run), Cases.shape(run), LIBRARY);
    }

    private static Estimate.Known known(Map<String, Estimate> estimates, String metric) {
        return (Estimate.Known) Objects.requireNonNull(estimates.get(metric));
    }

    /** Predicted less measured over measured, by metric. */
    private static Map<String, Double> errors(MeasuredCase run) {
        Map<String, Estimate> estimates = predict(run);
        Map<String, Double> errors = new LinkedHashMap<>();
        run.measured().forEach((metric, measured) -> {
            if (measured.isPresent() && estimates.containsKey(metric)) {
                Estimate.Known estimate = known(estimates, metric);
                assertThat(estimate.low()).isLessThanOrEqualTo(estimate.value());
                assertThat(estimate.high()).isGreaterThanOrEqualTo(estimate.value());
                errors.put(metric, estimate.value() / measured.get() - 1);
            }
        });
        return errors;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachCaseIsMet(MeasuredCase run) {
        Map<String, Double> errors = errors(run);
        assertThat(errors).as(run.id()).isNotEmpty();
        double worst = Objects.requireNonNull(WORST.get(run.kind()));
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
        List<Double> sorted = CASES.stream()
                .filter(run -> run.kind().equals(kind))
                .flatMap(run -> Optional.ofNullable(errors(run).get(metric)).stream())
                .map(error -> 100 * Math.abs(error))
                .sorted()
                .toList();
        assertThat(sorted).hasSize(cases);
        assertThat(sorted.get((int) Math.ceil(0.5 * cases) - 1)).isLessThanOrEqualTo(median);
        assertThat(sorted.get((int) Math.ceil(0.9 * cases) - 1)).isLessThanOrEqualTo(p90);
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
        MeasuredCase llama = CASES.stream()
                .filter(run -> run.kind().equals("gguf_size"))
                .findFirst()
                .orElseThrow();
        Map<String, Estimate> estimates = predict(Cases.open("gguf_size", llama.model(), Map.of("quant", mix)));
        assertThat(known(estimates, "bits_per_weight").value()).isCloseTo(bits, within(0.00006));
    }

    @ParameterizedTest
    @CsvSource({
        "hf_generate, input_tokens", "hf_generate, new_tokens", "hf_generate, batch",
        "awq_inference, prefill", "awq_inference, decode", "awq_inference, batch",
        "kv_size, tokens", "kv_size, batch",
    })
    void moreOfIsNeverLess(String kind, String field) {
        for (MeasuredCase run : CASES) {
            if (!run.kind().equals(kind)) {
                continue;
            }
            double before = 0;
            for (int number : new int[] {1, 2, 63, 1000, 4096, 30_000}) {
                Map<String, Object> inputs = new LinkedHashMap<>(run.inputs().values());
                inputs.put(field, number);
                Map<String, Estimate> estimates = predict(Cases.open(kind, run.model(), inputs));
                double now =
                        known(estimates, estimates.keySet().iterator().next()).value();
                assertThat(now).as(run.id()).isGreaterThanOrEqualTo(before * (1 - 1e-12));
                before = now;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hf_generate, peak_allocated_gib",
        "litgpt_inference, peak_gb",
        "awq_inference, peak_gb",
        "gguf_size, bits_per_weight",
        "kv_size, kv_gib",
        "checkpoint_size, total_size_bytes",
    })
    void whatACaseDoesNotStateHasADefault(String kind, String metric) {
        for (ModelArchitecture model : LIBRARY.models()) {
            if (LIBRARY.shape(model) instanceof ShapeResult.Known known) {
                MeasuredCase run = Cases.open(kind, model.id().value(), Map.of());
                try {
                    assertThat(GenerationPrediction.of(run, model, known.shape(), LIBRARY))
                            .as(model.name())
                            .containsKey(metric);
                } catch (UnknownInput refused) {
                    assertThat(kind + ": " + refused.getMessage())
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
        MeasuredCase run = Cases.open(kind, "meta-llama/Llama-2-7b-hf", Map.of(field, value));
        assertThatThrownBy(() -> predict(run)).isInstanceOf(UnknownInput.class).hasMessageContaining(reason);
    }
}
