package org.sizewright.sizing.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelId;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.sizing.training.TrainingPrediction.Estimate;

/** Runs that others measured, each with its source in the row, against the figures. */
class MeasuredTrainingTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

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

    static List<Measured> runs() throws IOException {
        JsonNode cases;
        try (InputStream in = Objects.requireNonNull(
                MeasuredTrainingTest.class.getResourceAsStream("/org/sizewright/sizing/training/measured-runs.json"))) {
            cases = MAPPER.readTree(in);
        }
        List<Measured> all = new ArrayList<>();
        for (JsonNode run : cases) {
            Map<String, Object> inputs =
                    MAPPER.convertValue(run.get("inputs"), new TypeReference<Map<String, Object>>() {});
            inputs.values().removeIf(Objects::isNull);
            Optional<String> outside = Optional.ofNullable(run.get("engine")).map(JsonNode::asText);
            TrainingCase described = TrainingCase.of(inputs, outside);
            ModelArchitecture model =
                    LIBRARY.model(ModelId.of(run.get("model").asText())).orElseThrow();
            Map<String, Estimate> estimates = TrainingPrediction.of(
                    described, model, ((ShapeResult.Known) LIBRARY.shape(model)).shape(), LIBRARY);
            for (Map.Entry<String, JsonNode> figure : run.get("measured").properties()) {
                all.add(new Measured(
                        run.get("id").asText(),
                        run.get("model").asText(),
                        described.engine().orElse("").split(" ")[0],
                        figure.getKey(),
                        figure.getValue().asDouble(),
                        Objects.requireNonNull(estimates.get(figure.getKey()))));
            }
        }
        return all;
    }

    static Stream<Measured> trained() throws IOException {
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
    void peaksMeetWhatWasMeasured(String software, int runs, double median, double p90) throws IOException {
        double[] errors =
                errors(run -> run.metric().startsWith("peak") && run.software().equals(software));
        assertThat(errors).hasSize(runs);
        assertThat(errors[errors.length / 2] * 100).isLessThanOrEqualTo(median);
        assertThat(errors[(int) Math.ceil(0.9 * errors.length) - 1] * 100).isLessThanOrEqualTo(p90);
    }

    @Test
    void speedMeetsWhatWasMeasured() throws IOException {
        double[] errors = errors(run -> run.metric().equals("tokens_per_s_per_gpu"));
        assertThat(errors).hasSize(8);
        assertThat(errors[errors.length / 2] * 100).isLessThanOrEqualTo(1.6);
        assertThat(errors[errors.length - 1] * 100).isLessThanOrEqualTo(8.2);
    }

    @Test
    void theBandHoldsNineOfTenRuns() throws IOException {
        List<Measured> estimates = runs().stream()
                .filter(run -> !run.metric().equals("trainable_params"))
                .toList();
        assertThat(estimates.stream().filter(Measured::isInside).count())
                .isGreaterThanOrEqualTo(Math.round(0.9 * estimates.size()));
    }

    private static double[] errors(Predicate<Measured> which) throws IOException {
        double[] errors = runs().stream()
                .filter(which)
                .mapToDouble(run -> Math.abs(run.error()))
                .toArray();
        Arrays.sort(errors);
        return errors;
    }
}
