package org.sizewright.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sizewright.accuracy.Cases.LIBRARY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Training that others measured against the figures. */
class TrainingPredictionTest {
    /** One measured figure of a run. */
    record Measured(String id, String model, String software, String metric, double value, Estimate estimate) {
        double error() {
            return switch (estimate) {
                case Estimate.Known known -> known.value() / value - 1;
                case Estimate.NotPredicted none -> throw new AssertionError(id + ": " + none.reason());
            };
        }

        boolean isInside() {
            return estimate instanceof Estimate.Known known && known.low() <= value && value <= known.high();
        }

        @Override
        public String toString() {
            return id + " " + model + " " + software + " " + metric;
        }
    }

    private static List<Measured> runs() {
        List<Measured> all = new ArrayList<>();
        List<String> kinds = List.of("finetune", "pretrain", "training_throughput");
        for (MeasuredCase run : Cases.of(kinds, "memory-cases.json", "speed-cases.json")) {
            Map<String, Estimate> estimates = predict(run);
            String software = run.inputs().text("engine").orElse(run.engine()).split(" ", 2)[0];
            run.measured()
                    .forEach((metric, measured) -> measured.ifPresent(value -> all.add(new Measured(
                            run.id(),
                            run.model(),
                            software,
                            metric,
                            value,
                            Objects.requireNonNull(estimates.get(metric))))));
        }
        return all;
    }

    static Stream<Measured> trained() {
        return runs().stream().filter(run -> run.metric().equals("trainable_params"));
    }

    @ParameterizedTest
    @MethodSource("trained")
    void trainedParametersAreExact(Measured run) {
        assertThat(run.error()).isZero();
    }

    /** Errors may only get smaller. */
    @ParameterizedTest
    @CsvSource({
        // software, measured runs, median and 90th percentile of the error in percent
        "litgpt, 5, 0.8, 3.5",
        "PEFT, 9, 1.3, 4.4",
        "Qwen, 5, 0.2, 0.4",
        "torchtitan, 6, 3.5, 8",
        "torchtune, 5, 12, 48",
    })
    void peaksMeetWhatWasMeasured(String software, int runs, double median, double p90) {
        double[] errors =
                errors(run -> run.metric().startsWith("peak") && run.software().equals(software));
        assertThat(errors).hasSize(runs);
        assertThat(errors[errors.length / 2] * 100).isLessThanOrEqualTo(median);
        assertThat(errors[(int) Math.ceil(0.9 * errors.length) - 1] * 100).isLessThanOrEqualTo(p90);
    }

    @Test
    void speedMeetsWhatWasMeasured() {
        double[] errors = errors(run -> run.metric().equals("tokens_per_s_per_gpu"));
        assertThat(errors).hasSize(8);
        assertThat(errors[errors.length / 2] * 100).isLessThanOrEqualTo(1.6);
        assertThat(errors[errors.length - 1] * 100).isLessThanOrEqualTo(8.2);
    }

    @Test
    void theBandHoldsNineOfTenRuns() {
        List<Measured> estimates = runs().stream()
                .filter(run -> !run.metric().equals("trainable_params"))
                .toList();
        assertThat(estimates.stream().filter(Measured::isInside).count())
                .isGreaterThanOrEqualTo(Math.round(0.9 * estimates.size()));
    }

    private static double[] errors(Predicate<Measured> which) {
        double[] errors = runs().stream()
                .filter(which)
                .mapToDouble(run -> Math.abs(run.error()))
                .toArray();
        Arrays.sort(errors);
        return errors;
    }

    @Test
    void whatNobodyKnowsIsSaid() {
        MeasuredCase unknown = Cases.open("finetune", "meta-llama/Meta-Llama-3.1-8B", Map.of("method", "telepathy"));
        assertThatThrownBy(() -> predict(unknown))
                .isInstanceOf(UnknownInput.class)
                .hasMessage("the library knows no tuning method \"telepathy\"");
    }

    @Test
    void aCaseThatSaysNothingIsAUsualOne() {
        Map<String, Estimate> usual = predict(Cases.open("finetune", "meta-llama/Meta-Llama-3.1-8B", Map.of()));
        assertThat(usual.get("peak_gib_per_gpu")).isInstanceOf(Estimate.Known.class);
        assertThat(usual.get("tokens_per_s_per_gpu")).isInstanceOf(Estimate.NotPredicted.class);
    }

    private static Map<String, Estimate> predict(MeasuredCase run) {
        return TrainingPrediction.of(run, Cases.model(run), Cases.shape(run), LIBRARY);
    }
}
