package org.sizewright.accuracy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
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
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.Parallelism;
import org.sizewright.sizing.throughput.RequestShape;
import org.sizewright.sizing.throughput.StreamFigures;
import org.sizewright.sizing.throughput.Throughput;

/** Tokens per second of measured runs, from their conditions alone. The figures are those of a plan, over one row. */
final class SpeedPrediction {
    static final String PER_GPU = "output_tokens_per_s_per_gpu";
    static final String TOTAL = "output_tokens_per_s_total";
    private static final String SPEED = "tokens_per_s";
    private static final String PREFILL = "prefill_tokens_per_s";
    private static final String DECODE = "decode_tokens_per_s";

    private static final RowKey ROW = new RowKey("case", "Case");
    private static final Pattern DEGREE = Pattern.compile("(DEP|TP|PP)(\\d{1,4})");
    private static final int MOST_TOKENS = LlmServing.MAX_CONTEXT / 4;
    private static final VmShape VM = new VmShape(16, 128);

    private final MeasuredCase run;
    private final Inputs inputs;
    /** As the report names it, such as {@code vLLM 0.6.x}. */
    private final String engine;

    private final ModelArchitecture model;
    private final ModelShape shape;
    private final Library library;

    private SpeedPrediction(MeasuredCase run, ModelArchitecture model, ModelShape shape, Library library) {
        this.run = run;
        this.inputs = run.inputs();
        this.engine = run.engine().isBlank() ? inputs.text("engine").orElse("") : run.engine();
        this.model = model;
        this.shape = shape;
        this.library = library;
    }

    /**
     * All figures of that kind of run by the names that measured cases use, in a fixed order.
     *
     * @throws UnknownInput if the case is of another kind or names something nobody knows here
     */
    static Map<String, Estimate> of(MeasuredCase run, ModelArchitecture model, ModelShape shape, Library library) {
        return new SpeedPrediction(run, model, shape, library).predict();
    }

    private Map<String, Estimate> predict() {
        List<String> metrics = switch (run.kind()) {
            case "max_load_throughput" -> List.of(PER_GPU, TOTAL);
            case "single_stream" -> List.of(SPEED);
            case "batch_decode" -> List.of(PREFILL, DECODE);
            default -> throw new UnknownInput("no speed is known for runs of kind " + run.kind());
        };
        LlmSubject subject = subject();
        FigureBook.Builder book = FigureBook.builder();
        RequestShape request = request();
        // a speed counts the prompt where its definition names it
        StreamFigures.Batch batch = new StreamFigures.Batch(
                inputs.count("batch").orElse(1),
                inputs.text("speed_definition").orElse("").contains("prompt"));
        Throughput throughput = new Throughput(
                book,
                new LlmMemory(book, List.of(subject), library),
                any -> request,
                any -> engine,
                any -> batch,
                library);
        FigureBook figures = book.build();
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (String metric : metrics) {
            estimates.put(metric, estimate(figures, figure(throughput, metric)));
        }
        return estimates;
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

    private static Estimate estimate(FigureBook figures, Figure figure) {
        return switch (figures.value(figure, ROW)) {
            case Value.Known known ->
                figures.band(figure, ROW)
                        .map(band -> Estimate.Known.of(known.number(), band.min(), band.max()))
                        .orElseGet(() -> Estimate.Known.exact(known.number()));
            case Value.Unknown unknown -> new Estimate.NotPredicted(unknown.why());
        };
    }

    /** Without stated lengths the answer is all there is. */
    private RequestShape request() {
        return RequestShape.of(
                Math.min(inputs.count("isl").orElse(0), MOST_TOKENS),
                Math.min(inputs.count("osl").orElse(1), MOST_TOKENS));
    }

    private LlmSubject subject() {
        String spelled = inputs.text("gpu").orElse("");
        Gpu gpu = GpuByName.find(spelled, library)
                .orElseThrow(() -> new UnknownInput("the GPU \"" + spelled + "\" is not in the library"));
        NumberFormat weights = weights();
        LlmSubject plain = subject(gpu, weights, format("bf16").orElse(weights));
        return cache(plain).map(cache -> subject(gpu, weights, cache)).orElse(plain);
    }

    private LlmSubject subject(Gpu gpu, NumberFormat weights, NumberFormat cache) {
        Engine record = engine();
        RequestShape request = request();
        LlmServing serving = new LlmServing(
                WorkloadId.of("case"),
                "Case",
                model.id(),
                weights.id(),
                cache.id(),
                record.id(),
                (int) Math.max(1, request.inputTokens() + request.outputTokens()),
                1,
                Optional.empty(),
                EngineSettings.DEFAULT,
                VM,
                Survival.MUST_RESTART);
        return new LlmSubject(
                ROW, serving, model, shape, weights, cache, record, gpu, DeviceMemory.of(gpu), parallelism());
    }

    /** Where a report does not say what keys and values are kept in, the most likely as the engine's record says. */
    private Optional<NumberFormat> cache(LlmSubject subject) {
        ThroughputModel.Kind load =
                run.kind().equals("max_load_throughput") ? ThroughputModel.Kind.LOAD : ThroughputModel.Kind.STREAM;
        return library.throughputModel(load, engine)
                .filter(found -> Throughput.cacheBits(found, subject, library).orElse(0) == 8)
                .flatMap(found -> format("fp8"));
    }

    /** The words of reports for formats; a model whose experts are published in MXFP4 is served so. */
    private NumberFormat weights() {
        String word = inputs.text("precision").orElse("bf16");
        boolean latent = shape.layers().stream().anyMatch(layer -> layer.mixer() instanceof Mixer.Latent);
        Optional<String> published = model.config()
                .flatMap(config -> config.nested("quantization_config"))
                .flatMap(quantised -> quantised.text("quant_method"));
        String lower = word.strip().toLowerCase(Locale.ROOT);
        String id = switch (lower) {
            case "fp4", "nvfp4" -> latent ? "nvfp4-mlp" : "nvfp4";
            case "awq", "awq-int4", "int4-awq" -> "awq-int4-g128";
            case "gptq", "gptq-int4", "int4" -> "gptq-int4-g128";
            case "16bit", "half" -> "bf16";
            default -> lower;
        };
        return format(published.equals(Optional.of("mxfp4")) ? "mxfp4" : id)
                .orElseThrow(() -> new UnknownInput("the format \"" + word + "\" of the weights is not known"));
    }

    private Optional<NumberFormat> format(String id) {
        return library.numberFormats().stream()
                .filter(format -> format.id().value().equals(id))
                .findFirst();
    }

    /** The engine's record for its budget; one that the library does not have gets that of another, for what does not matter. */
    private Engine engine() {
        String first = engine.strip().toLowerCase(Locale.ROOT).split("[ /]", 2)[0];
        return library.engines().stream()
                .filter(record -> record.id().value().startsWith(first))
                .findFirst()
                .or(() -> library.engines().stream().findFirst())
                .orElseThrow(() -> new UnknownInput("the library has no serving engine"));
    }

    /** Degrees as given, else as the layout says, else all GPUs share every matrix. */
    private Parallelism parallelism() {
        String layout = inputs.text("layout").orElse("");
        Map<String, Integer> said = new LinkedHashMap<>();
        Matcher matcher = DEGREE.matcher(layout.toUpperCase(Locale.ROOT));
        while (matcher.find()) {
            said.put(matcher.group(1), Integer.parseInt(matcher.group(2)));
        }
        int dep = inputs.count("dep").orElse(said.getOrDefault("DEP", 1));
        int pp = inputs.count("pp").orElse(said.getOrDefault("PP", 1));
        int rest = dep > 1 ? 1 : Math.max(1, inputs.count("gpus").orElse(1) / Math.max(1, pp));
        int tp = dep > 1 ? 1 : inputs.count("tp").orElse(said.getOrDefault("TP", rest));
        try {
            return new Parallelism(tp, pp, dep);
        } catch (IllegalArgumentException impossible) {
            throw new UnknownInput("so many GPUs (" + layout + ") are not possible");
        }
    }
}
