package org.sizewright.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.figure.Evidence;
import org.sizewright.library.AccuracyBand;

/** Which measured figures give which band of the library. */
public final class BandKinds {
    /** Cases whose engine the figures were not made for stay outside the band of those that they were made for. */
    private record Kind(String id, String title, Map<String, List<String>> metricsOf, String fitted) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "weights",
                    "Weights per GPU against start-up logs",
                    Map.of("vllm_profile", List.of("weights_gib")),
                    "nothing"),
            new Kind(
                    "activation",
                    "Activation peak of serving engines against start-up logs",
                    Map.of("vllm_profile", List.of("activation_peak_gib")),
                    "two sampler constants on 20 logs, one on six, one for pictures on two"),
            new Kind(
                    "cuda-graphs",
                    "CUDA graphs against start-up logs",
                    Map.of("vllm_profile", List.of("cuda_graph_gib")),
                    "two constants on 23 logs"),
            new Kind(
                    "cache-blocks",
                    "Blocks and tokens of the cache, given its memory, against start-up logs",
                    Map.of("vllm_profile", List.of("gpu_blocks", "kv_tokens"), "kv_pool", List.of("kv_tokens")),
                    "nothing"),
            new Kind(
                    "transformers",
                    "Peak of generation with transformers",
                    Map.of("hf_generate", List.of("peak_allocated_gib")),
                    "growth of the cache below 1 MiB on 8 cases"),
            new Kind(
                    "litgpt",
                    "Peak of generation with litgpt",
                    Map.of("litgpt_inference", List.of("peak_gb")),
                    "copy of the output head on 7 cases"),
            new Kind(
                    "autoawq",
                    "Peak of generation with AutoAWQ",
                    Map.of("awq_inference", List.of("peak_gb")),
                    "nothing"),
            new Kind(
                    "gguf-size",
                    "Size of GGUF files",
                    Map.of("gguf_size", List.of("gib", "gb", "bits_per_weight")),
                    "nothing"),
            new Kind("kv-size", "Size of a cache", Map.of("kv_size", List.of("kv_mib", "kv_gib")), "nothing"));

    private BandKinds() {}

    /** The bands that a report earns, each from the central 95 % of measured / predicted. */
    public static List<AccuracyBand> of(AccuracyReport report) {
        List<AccuracyBand> bands = new ArrayList<>();
        for (Kind kind : KINDS) {
            List<ErrorRow.Pair> pairs = new ArrayList<>();
            for (AccuracyReport.Line line : report.lines()) {
                boolean belongs = kind.metricsOf()
                        .getOrDefault(line.run().kind(), List.of())
                        .contains(line.metric());
                if (belongs && line.measured().isPresent() && line.estimate() instanceof Estimate.Known known) {
                    pairs.add(new ErrorRow.Pair(line.measured().get(), known));
                }
            }
            if (!pairs.isEmpty()) {
                bands.add(band(kind, ErrorRow.of(kind.id(), kind.title(), pairs, 0)));
            }
        }
        return bands;
    }

    private static AccuracyBand band(Kind kind, ErrorRow row) {
        return new AccuracyBand(
                kind.id(),
                kind.title(),
                row.cases(),
                rounded(row.median(), Math.ceil(row.median() * SCALE)),
                rounded(row.p90(), Math.ceil(row.p90() * SCALE)),
                Math.min(1, rounded(row.low(), Math.floor(row.low() * SCALE))),
                Math.max(1, rounded(row.high(), Math.ceil(row.high() * SCALE))),
                Optional.of(kind.fitted()),
                Optional.empty(),
                Evidence.COMPUTED,
                List.of("MEASURED_CASES"));
    }

    private static final double SCALE = 100_000;

    private static double rounded(double number, double steps) {
        return Double.isFinite(number) ? steps / SCALE : 0;
    }
}
