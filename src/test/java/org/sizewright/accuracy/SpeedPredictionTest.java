package org.sizewright.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sizewright.accuracy.Cases.LIBRARY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published measurements of speed against what the figures say, and the GPU that a report means. */
class SpeedPredictionTest {

    /** @param ratio predicted / measured */
    private record Result(String id, String kind, String metric, String gpu, double ratio, boolean inside) {
        double error() {
            return Math.abs(ratio - 1);
        }
    }

    private static final List<Result> RESULTS = results();

    private static List<Result> results() {
        List<Result> results = new ArrayList<>();
        List<String> kinds = List.of("max_load_throughput", "single_stream", "batch_decode");
        for (MeasuredCase run : Cases.of(kinds, "speed-cases.json")) {
            SpeedPrediction.of(run, Cases.model(run), Cases.shape(run), LIBRARY)
                    .forEach((metric, estimate) -> run.measured()
                            .getOrDefault(metric, Optional.empty())
                            .ifPresent(measured -> {
                                assertThat(estimate).as(run.toString()).isInstanceOf(Estimate.Known.class);
                                Estimate.Known known = (Estimate.Known) estimate;
                                results.add(new Result(
                                        run.id(),
                                        run.kind(),
                                        metric,
                                        run.inputs().text("gpu").orElse(""),
                                        known.value() / measured,
                                        known.low() <= measured && measured <= known.high()));
                            }));
        }
        return results;
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
                .filter(result -> !result.metric().equals(SpeedPrediction.TOTAL))
                .map(Result::error)
                .toList();
        assertThat(errors).hasSize(288);
        assertThat(100 * quantile(errors, 0.5)).as(table()).isLessThan(7);
        assertThat(100 * quantile(errors, 0.9)).as(table()).isLessThan(21);
    }

    @ParameterizedTest
    @CsvSource({
        // text of a report, id in the library
        "H200 SXM 141GB, h200-sxm",
        "H100 SXM 80GB, h100-sxm-80",
        "H100 80GB, h100-sxm-80",
        "H100 PCIe 80GB, h100-pcie-80",
        "H100 NVL, h100-nvl-94",
        "H100 96GB HBM2e 500W (not the standard SXM part), h100-sxm-94",
        "B200 180GB, b200",
        "GB200 192GB, gb200",
        "RTX PRO 6000 Blackwell Server Edition, rtx-pro-6000-se",
        "RTX 4090 24GB, rtx-4090-24",
        "RTX 4090, rtx-4090-24",
        "A100 80GB, a100-sxm-80",
        "A100 80GB (offload), a100-sxm-80",
        "A100 40GB, a100-sxm-40",
        "H20 96GB, h20-96",
        "L40S 48GB, l40s",
        "A6000, rtx-a6000",
        "A6000 48GB class (53.44% = 25.28 GB), rtx-a6000",
    })
    void aReportsNameOfAGpuIsUnderstood(String text, String id) {
        assertThat(GpuByName.find(text, LIBRARY).map(gpu -> gpu.id().value())).contains(id);
    }

    @ParameterizedTest
    @CsvSource({"MI300X 192GB", "RTX 4060 8GB", "''", "80GB"})
    void anUnknownGpuIsNotGuessed(String text) {
        assertThat(GpuByName.find(text, LIBRARY)).isEqualTo(Optional.empty());
    }
}
