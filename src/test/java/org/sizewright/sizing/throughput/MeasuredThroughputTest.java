package org.sizewright.sizing.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelId;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.sizing.throughput.ThroughputPrediction.Outcome;

/** Published measurements, each with its source in its row of cases.json, against what the figures say. */
class MeasuredThroughputTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();

    /** @param ratio predicted / measured */
    private record Result(String id, String kind, String metric, String gpu, double ratio, boolean inside) {
        double error() {
            return Math.abs(ratio - 1);
        }
    }

    private static final List<Result> RESULTS = results();

    private static List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (JsonNode row : cases()) {
            Map<String, Outcome> outcomes = predict(row);
            outcomes.forEach((metric, outcome) -> {
                JsonNode measured = row.path("measured").path(metric);
                if (measured.isNumber()) {
                    assertThat(outcome).as(row.toString()).isInstanceOf(Outcome.Predicted.class);
                    Outcome.Predicted predicted = (Outcome.Predicted) outcome;
                    results.add(new Result(
                            row.path("id").asText(),
                            row.path("kind").asText(),
                            metric,
                            row.path("inputs").path("gpu").asText(),
                            predicted.value() / measured.asDouble(),
                            predicted
                                    .band()
                                    .map(band -> band.contains(measured.asDouble()))
                                    .orElse(false)));
                }
            });
        }
        return results;
    }

    private static JsonNode cases() {
        try (InputStream in = MeasuredThroughputTest.class.getResourceAsStream("cases.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Outcome> predict(JsonNode row) {
        ModelArchitecture model =
                LIBRARY.model(ModelId.of(row.path("model").asText())).orElseThrow();
        JsonNode inputs = row.path("inputs");
        return ThroughputPrediction.of(
                model,
                ((ShapeResult.Known) LIBRARY.shape(model)).shape(),
                new ThroughputPrediction.Run(
                        ThroughputPrediction.Kind.parse(row.path("kind").asText())
                                .orElseThrow(),
                        row.path("engine").asText(),
                        inputs.path("gpu").asText(),
                        text(inputs, "precision"),
                        number(inputs, "tp"),
                        number(inputs, "pp"),
                        number(inputs, "dep"),
                        number(inputs, "gpus"),
                        text(inputs, "layout"),
                        number(inputs, "isl"),
                        number(inputs, "osl"),
                        number(inputs, "batch"),
                        text(inputs, "speed_definition")),
                LIBRARY);
    }

    private static Optional<String> text(JsonNode inputs, String field) {
        return inputs.path(field).isTextual() ? Optional.of(inputs.path(field).asText()) : Optional.empty();
    }

    private static OptionalInt number(JsonNode inputs, String field) {
        return inputs.path(field).isInt() ? OptionalInt.of(inputs.path(field).asInt()) : OptionalInt.empty();
    }

    private static double quantile(List<Double> errors, double part) {
        List<Double> sorted = new ArrayList<>(errors);
        Collections.sort(sorted);
        double at = part * (sorted.size() - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (at - below);
    }

    private static String table() {
        Map<String, List<Result>> groups = new TreeMap<>();
        for (Result result : RESULTS) {
            for (String group : List.of(
                    "all",
                    result.kind() + " " + result.metric(),
                    result.kind() + " " + result.metric() + " " + result.gpu())) {
                groups.computeIfAbsent(group, name -> new ArrayList<>()).add(result);
            }
        }
        StringBuilder table = new StringBuilder("\n");
        groups.forEach((name, group) -> {
            List<Double> errors = group.stream().map(Result::error).toList();
            table.append("%s: n %d, median %.1f %%, p90 %.1f %%, max %.0f %%, inside %.1f %%%n"
                    .formatted(
                            name,
                            group.size(),
                            100 * quantile(errors, 0.5),
                            100 * quantile(errors, 0.9),
                            100 * quantile(errors, 1),
                            100.0 * group.stream().filter(Result::inside).count() / group.size()));
        });
        return table.toString();
    }

    @ParameterizedTest
    @CsvSource({
        // kind, metric, cases, median %, p90 %, inside the band %
        "max_load_throughput, output_tokens_per_s_per_gpu, 184, 9, 24, 90",
        "single_stream, tokens_per_s, 88, 4, 11, 90",
        "batch_decode, decode_tokens_per_s, 8, 6, 18, 90",
        "batch_decode, prefill_tokens_per_s, 8, 14, 115, 85",
    })
    void estimatesMeetTheMeasurements(String kind, String metric, int cases, double median, double p90, double inside) {
        List<Result> results = RESULTS.stream()
                .filter(result -> result.kind().equals(kind) && result.metric().equals(metric))
                .toList();
        List<Double> errors = results.stream().map(Result::error).toList();
        assertThat(results).hasSize(cases);
        assertThat(100 * quantile(errors, 0.5)).as(table()).isLessThan(median);
        assertThat(100 * quantile(errors, 0.9)).as(table()).isLessThan(p90);
        assertThat(100.0 * results.stream().filter(Result::inside).count() / results.size())
                .as(table())
                .isGreaterThanOrEqualTo(inside);
    }

    @Test
    void allFiguresTogetherMeetWhatIsAsked() {
        // the total of a run is its throughput per GPU over again
        List<Double> errors = RESULTS.stream()
                .filter(result -> !result.metric().equals(ThroughputPrediction.TOTAL))
                .map(Result::error)
                .toList();
        assertThat(errors).hasSize(288);
        assertThat(100 * quantile(errors, 0.5)).as(table()).isLessThan(7);
        assertThat(100 * quantile(errors, 0.9)).as(table()).isLessThan(21);
    }
}
