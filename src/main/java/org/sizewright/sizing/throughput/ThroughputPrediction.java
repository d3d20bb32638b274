package org.sizewright.sizing.throughput;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.library.Engine;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.ThroughputModel;
import org.sizewright.library.model.Mixer;
import org.sizewright.library.model.ModelShape;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.Survival;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.sizing.DeviceMemory;
import org.sizewright.sizing.Facts;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.Parallelism;

/**
 * What the figures of throughput say about a run that somebody measured, from its conditions alone. They are the figures of a plan,
 * over one row.
 */
public final class ThroughputPrediction {
    public static final String PER_GPU = "output_tokens_per_s_per_gpu";
    public static final String TOTAL = "output_tokens_per_s_total";
    public static final String SPEED = "tokens_per_s";
    public static final String PREFILL = "prefill_tokens_per_s";
    public static final String DECODE = "decode_tokens_per_s";

    private static final RowKey ROW = new RowKey("case", "Case");
    private static final Pattern DEGREE = Pattern.compile("(DEP|TP|PP)(\\d{1,4})");
    private static final int MOST_TOKENS = LlmServing.MAX_CONTEXT / 4;
    private static final VmShape VM = new VmShape(16, 128);

    private ThroughputPrediction() {}

    /** What a run did. */
    public enum Kind {
        MAX_LOAD("max_load_throughput", ThroughputModel.Kind.LOAD),
        SINGLE_STREAM("single_stream", ThroughputModel.Kind.STREAM),
        BATCH_DECODE("batch_decode", ThroughputModel.Kind.STREAM);

        private final String word;
        private final ThroughputModel.Kind load;

        Kind(String word, ThroughputModel.Kind load) {
            this.word = word;
            this.load = load;
        }

        /** As files of cases call it. */
        public static Optional<Kind> parse(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * The conditions of a run; what is empty takes what is usual.
     *
     * @param engine as the report names it, such as {@code vLLM 0.6.x}
     * @param gpu as the report names it, such as {@code H200 SXM 141GB}
     * @param precision of the weights, such as {@code fp8} or {@code gptq-int4}; 16 bit if empty
     * @param layout such as {@code TP4}, {@code TP1,PP8} or {@code DEP8}; for degrees that are not given
     * @param speedDefinition whether the prompt counts: it does where this names it
     */
    public record Run(
            Kind kind,
            String engine,
            String gpu,
            Optional<String> precision,
            OptionalInt tp,
            OptionalInt pp,
            OptionalInt dep,
            OptionalInt gpus,
            Optional<String> layout,
            OptionalInt isl,
            OptionalInt osl,
            OptionalInt batch,
            Optional<String> speedDefinition) {}

    /** What was predicted for one figure. */
    public sealed interface Outcome {
        /**
         * @param band the range that holds the measured value in most cases; empty if nothing was measured there
         * @param standing what stands behind it
         */
        record Predicted(double value, Optional<Range> band, MeasuredCases standing) implements Outcome {}

        record NotPredicted(String reason) implements Outcome {}
    }

    /** All figures of that kind of run by their names, in a fixed order. */
    public static Map<String, Outcome> of(ModelArchitecture model, ModelShape shape, Run run, Library library) {
        List<String> metrics = switch (run.kind()) {
            case MAX_LOAD -> List.of(PER_GPU, TOTAL);
            case SINGLE_STREAM -> List.of(SPEED);
            case BATCH_DECODE -> List.of(PREFILL, DECODE);
        };
        Optional<Gpu> gpu = GpuByName.find(run.gpu(), library);
        if (gpu.isEmpty()) {
            return refused(metrics, "the GPU \"" + run.gpu() + "\" is not in the library");
        }
        Optional<NumberFormat> weights = weights(run, model, shape, library);
        if (weights.isEmpty()) {
            return refused(metrics, "the format \"" + run.precision().orElse("") + "\" of the weights is not known");
        }
        Optional<Engine> engine = engine(run.engine(), library);
        Optional<Parallelism> parallel = parallelism(run);
        if (engine.isEmpty() || parallel.isEmpty()) {
            return refused(
                    metrics,
                    engine.isEmpty()
                            ? "the library has no serving engine"
                            : "so many GPUs (" + run.layout().orElse("") + ") are not possible");
        }
        LlmSubject subject =
                subject(model, shape, run, gpu.get(), weights.get(), engine.get(), parallel.get(), library);
        FigureBook.Builder book = FigureBook.builder();
        RequestShape request = request(run);
        StreamFigures.Batch batch = new StreamFigures.Batch(
                Math.max(1, run.batch().orElse(1)),
                run.speedDefinition().orElse("").contains("prompt"));
        Throughput throughput = new Throughput(
                book,
                new LlmMemory(book, List.of(subject), library),
                any -> request,
                any -> run.engine(),
                any -> batch,
                library);
        FigureBook figures = book.build();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (String metric : metrics) {
            outcomes.put(metric, outcome(figures, figure(throughput, metric), standing(throughput, run)));
        }
        return outcomes;
    }

    private static MeasuredCases standing(Throughput throughput, Run run) {
        return switch (run.kind().load) {
            case LOAD -> throughput.measuredLoad(ROW);
            case STREAM, READ -> throughput.measuredStream(ROW);
        };
    }

    private static Figure figure(Throughput throughput, String metric) {
        return switch (metric) {
            case PER_GPU -> throughput.load.maxLoadPerGpu;
            case TOTAL -> throughput.load.maxLoad;
            case PREFILL -> throughput.stream.prefillSpeed;
            case DECODE -> throughput.stream.decodeSpeed;
            default -> throughput.stream.speed;
        };
    }

    private static Outcome outcome(FigureBook figures, Figure figure, MeasuredCases standing) {
        return switch (figures.value(figure, ROW)) {
            case Value.Known known -> new Outcome.Predicted(known.number(), figures.band(figure, ROW), standing);
            case Value.Unknown unknown -> new Outcome.NotPredicted(unknown.why());
        };
    }

    private static Map<String, Outcome> refused(List<String> metrics, String reason) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        metrics.forEach(metric -> outcomes.put(metric, new Outcome.NotPredicted(reason)));
        return outcomes;
    }

    private static RequestShape request(Run run) {
        // without stated lengths the answer is all there is
        return RequestShape.of(
                Math.clamp(run.isl().orElse(0), 0, MOST_TOKENS),
                Math.clamp(run.osl().orElse(1), 1, MOST_TOKENS));
    }

    private static LlmSubject subject(
            ModelArchitecture model,
            ModelShape shape,
            Run run,
            Gpu gpu,
            NumberFormat weights,
            Engine engine,
            Parallelism parallel,
            Library library) {
        NumberFormat sixteen = format("bf16", library).orElse(weights);
        LlmServing serving = new LlmServing(
                WorkloadId.of("case"),
                "Case",
                model.id(),
                weights.id(),
                sixteen.id(),
                engine.id(),
                (int) Math.max(1, request(run).inputTokens() + request(run).outputTokens()),
                1,
                Optional.empty(),
                EngineSettings.DEFAULT,
                VM,
                Survival.MUST_RESTART);
        LlmSubject subject = new LlmSubject(
                ROW, serving, model, shape, weights, sixteen, engine, gpu, DeviceMemory.of(gpu), parallel);
        return new LlmSubject(
                ROW,
                serving,
                model,
                shape,
                weights,
                cache(run, subject, library).orElse(sixteen),
                engine,
                gpu,
                DeviceMemory.of(gpu),
                parallel);
    }

    /** Where a report does not say what keys and values are kept in, the most likely as the engine's record says. */
    private static Optional<NumberFormat> cache(Run run, LlmSubject subject, Library library) {
        return library.throughputModel(run.kind().load, run.engine())
                .flatMap(model -> new Constants(new Facts(library)).find(model, Served.of(subject), "kvBits"))
                .filter(bits -> bits.value() == 8)
                .flatMap(bits -> format("fp8", library));
    }

    /** The words of reports for formats; a model whose experts are published in MXFP4 is served so. */
    private static Optional<NumberFormat> weights(Run run, ModelArchitecture model, ModelShape shape, Library library) {
        String word = run.precision().orElse("bf16").strip().toLowerCase(Locale.ROOT);
        boolean latent = shape.layers().stream().anyMatch(layer -> layer.mixer() instanceof Mixer.Latent);
        Optional<String> published = model.config()
                .flatMap(config -> config.nested("quantization_config"))
                .flatMap(quantised -> quantised.text("quant_method"));
        if (published.equals(Optional.of("mxfp4"))) {
            return format("mxfp4", library);
        }
        String id = switch (word) {
            case "fp4", "nvfp4" -> latent ? "nvfp4-mlp" : "nvfp4";
            case "awq", "awq-int4", "int4-awq" -> "awq-int4-g128";
            case "gptq", "gptq-int4", "int4" -> "gptq-int4-g128";
            case "16bit", "half" -> "bf16";
            default -> word;
        };
        return format(id, library);
    }

    private static Optional<NumberFormat> format(String id, Library library) {
        return library.numberFormats().stream()
                .filter(format -> format.id().value().equals(id))
                .findFirst();
    }

    /** The engine's record for its budget; one that the library does not have gets that of another, for what does not matter. */
    private static Optional<Engine> engine(String name, Library library) {
        String first = name.strip().toLowerCase(Locale.ROOT).split("[ /]", 2)[0];
        return library.engines().stream()
                .filter(engine -> engine.id().value().startsWith(first))
                .findFirst()
                .or(() -> library.engines().stream().findFirst());
    }

    /** Degrees as given, else as the layout says, else all GPUs share every matrix. */
    private static Optional<Parallelism> parallelism(Run run) {
        Map<String, Integer> said = new LinkedHashMap<>();
        Matcher matcher = DEGREE.matcher(run.layout().orElse("").toUpperCase(Locale.ROOT));
        while (matcher.find()) {
            said.put(matcher.group(1), Integer.parseInt(matcher.group(2)));
        }
        int dep = run.dep().orElse(said.getOrDefault("DEP", 1));
        int pp = run.pp().orElse(said.getOrDefault("PP", 1));
        int rest = dep > 1 ? 1 : Math.max(1, run.gpus().orElse(1) / Math.max(1, pp));
        int tp = dep > 1 ? 1 : run.tp().orElse(said.getOrDefault("TP", rest));
        try {
            return Optional.of(new Parallelism(tp, pp, dep));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }
}
