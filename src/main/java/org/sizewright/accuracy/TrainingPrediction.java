package org.sizewright.accuracy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.Optimiser;
import org.sizewright.library.TrainingStack;
import org.sizewright.library.TrainingStack.Checkpointing;
import org.sizewright.library.TuningMethod;
import org.sizewright.library.model.ModelShape;
import org.sizewright.plan.AdapterServing;
import org.sizewright.plan.TrainingBatch;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingLayout.Offload;
import org.sizewright.plan.TrainingLayout.Sharding;
import org.sizewright.plan.TrainingRun;
import org.sizewright.sizing.DeviceMemory;
import org.sizewright.sizing.training.Alignment;
import org.sizewright.sizing.training.TrainingMemory;
import org.sizewright.sizing.training.TrainingSubject;
import org.sizewright.sizing.training.Tuning;

/** What the figures say about a training run that somebody measured: trained parameters, peak memory, speed. */
final class TrainingPrediction {
    private static final RowKey ROW = new RowKey("w1", "Measured run");
    private static final Pattern WATTS = Pattern.compile("(\\d+)\\s*W\\b");
    /** Software that trains models from the beginning, where a case names none. */
    private static final String PRETRAINING = "torchtitan";

    private static final String FINE_TUNING = "hf-peft";

    private final TrainingCase run;
    private final ModelArchitecture model;
    private final ModelShape shape;
    private final Library library;

    private TrainingPrediction(TrainingCase run, ModelArchitecture model, ModelShape shape, Library library) {
        this.run = run;
        this.model = model;
        this.shape = shape;
        this.library = library;
    }

    /**
     * By the names that measured cases use: {@code trainable_params}, {@code peak_gb} (10^9), {@code peak_reserved_bytes},
     * {@code peak_gib_per_gpu}, {@code tokens_per_s_per_gpu}.
     *
     * @throws UnknownInput if the case names something nobody knows here
     */
    static Map<String, Estimate> of(MeasuredCase run, ModelArchitecture model, ModelShape shape, Library library) {
        return new TrainingPrediction(TrainingCase.of(run), model, shape, library).predict();
    }

    private Map<String, Estimate> predict() {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        FigureBook.Builder builder = FigureBook.builder();
        TrainingMemory memory = new TrainingMemory(builder, List.of(subject()), library);
        FigureBook book = builder.build();
        estimates.put("trainable_params", read(book, memory.trained.trainable, Unit.COUNT));
        estimates.put("peak_gb", read(book, memory.peak, Unit.GB));
        estimates.put("peak_reserved_bytes", read(book, memory.peak, Unit.BYTE));
        estimates.put("peak_gib_per_gpu", read(book, memory.peak, Unit.GIB));
        estimates.put(
                "tokens_per_s_per_gpu", read(book, memory.time.tokensPerSecond, memory.time.tokensPerSecond.unit()));
        return estimates;
    }

    private static Estimate read(FigureBook book, Figure figure, Unit unit) {
        double[] lanes = new double[Lane.values().length];
        for (Lane lane : Lane.values()) {
            switch (book.value(figure.cell(ROW, lane))) {
                case Value.Known known -> lanes[lane.ordinal()] = figure.unit().convert(known.number(), unit);
                case Value.Unknown unknown -> {
                    return new Estimate.NotPredicted(unknown.why());
                }
            }
        }
        return Estimate.Known.of(lanes[Lane.VALUE.ordinal()], lanes[Lane.LOW.ordinal()], lanes[Lane.HIGH.ordinal()]);
    }

    private TrainingSubject subject() {
        TrainingStack stack = stack();
        TuningMethod method = method();
        boolean everything = method.trains() == TuningMethod.Trains.EVERYTHING;
        TrainingLayout layout = layout(everything);
        String switches = switches();
        boolean spread = run.recomputes().isEmpty() && (layout.tensor() > 1 || layout.pipeline() > 1);
        boolean float8 =
                run.float8() || switches.contains("float8") || (run.technique().isPresent() && spread);
        Optional<Gpu> gpu = run.gpu().flatMap(name -> GpuByName.find(name, library));
        return new TrainingSubject(
                ROW,
                "",
                model,
                shape,
                new Tuning(method, rank(method), run.targets(), run.settings(), run.withEmbeddings()),
                weights(),
                optimiser(stack, everything),
                stack,
                batch(stack, layout),
                checkpointing(stack, switches, spread),
                float8 || switches.contains("compile"),
                float8,
                layout,
                Alignment.of(library.trainingObjectives().getFirst()),
                gpu.map(DeviceMemory::of)
                        .orElse(new DeviceMemory(run.gpu().orElse("the GPU"), Fact.unknown(), Optional.empty())),
                gpu,
                gpu.map(this::powerShare).orElse(1.0),
                TrainingRun.USUAL,
                AdapterServing.USUAL);
    }

    private String switches() {
        return (run.technique().orElse("") + " " + run.recomputes().orElse("")).toLowerCase(Locale.ROOT);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\(.*?\\)", "").replaceAll("[^a-z0-9+]", "");
    }

    private TrainingStack stack() {
        String usual = run.method().isEmpty() ? PRETRAINING : FINE_TUNING;
        String wanted = plain(run.engine().orElse(usual));
        return library.trainingStacks().stream()
                .filter(stack -> Stream.concat(Stream.of(stack.id(), stack.name()), stack.otherNames().stream())
                        .anyMatch(name -> wanted.startsWith(plain(name))))
                .findFirst()
                .orElseThrow(() -> new UnknownInput("the library knows no training software \""
                        + run.engine().orElse("") + "\""));
    }

    private TuningMethod method() {
        String wanted = plain(run.method().orElse("full").replaceAll("(?i)[ _+-]*emb.*", ""));
        return library.tuningMethods().stream()
                .filter(method -> Stream.concat(Stream.of(method.id(), method.name()), method.otherNames().stream())
                        .anyMatch(name ->
                                plain(name).equals(wanted) || plain(name).equals(wanted + "tuning")))
                .findFirst()
                .orElseThrow(() -> new UnknownInput(
                        "the library knows no tuning method \"" + run.method().orElse("") + "\""));
    }

    /** Tokens take the place of the rank where a method trains some. */
    private OptionalInt rank(TuningMethod method) {
        return switch (method.trains()) {
            case EVERYTHING, MATRICES, NORMS -> run.rank();
            case PREFIX, PROMPT, PROMPT_ENCODER, TOKENS, LAYERS -> run.tokens().isPresent() ? run.tokens() : run.rank();
        };
    }

    private NumberFormat weights() {
        boolean packed = run.method().map(TrainingPrediction::plain).orElse("").startsWith("qlora");
        String wanted = run.weightFormat().orElse(packed ? "nf4" : "bf16").toLowerCase(Locale.ROOT);
        return library.numberFormats().stream()
                .filter(format -> format.id().value().equals(wanted)
                        || format.id().value().equals(wanted + "-g128"))
                .findFirst()
                .orElseThrow(() -> new UnknownInput("the library has no number format \"" + wanted + "\""));
    }

    private Optimiser optimiser(TrainingStack stack, boolean everything) {
        String words = run.optimiser().orElse("").toLowerCase(Locale.ROOT);
        String usual = everything ? stack.optimiser() : stack.adapterOptimiser();
        String id = everything && (words.contains("8-bit") || words.contains("8bit")) ? "adamw-8-bit-16" : usual;
        return library.optimiser(id).orElseThrow();
    }

    private TrainingLayout layout(boolean everything) {
        int tensor = run.degree("tp");
        int pipeline = run.degree("pp");
        int context = run.degree("cp");
        int gpus = run.gpus().orElse(1);
        int left = Math.max(1, gpus / Math.max(1, tensor * pipeline * context));
        int data = Math.max(run.degree("fsdp"), run.degree("dp"));
        boolean offload = run.gpu().orElse("").toLowerCase(Locale.ROOT).contains("offload");
        int stage = run.degrees().getOrDefault("zero_stage", Sharding.ZERO_3.ordinal());
        boolean interleaved = !switches().contains("1f1b") || switches().contains("interleaved");
        return new TrainingLayout(
                data > 1 ? data : left,
                Sharding.values()[Math.min(stage, Sharding.ZERO_3.ordinal())],
                tensor,
                true,
                pipeline,
                pipeline > 1 ? run.degrees().getOrDefault("virtual_stages", interleaved ? 2 : 1) : 1,
                context,
                1,
                offload && everything ? Offload.EVERYTHING : Offload.NONE);
    }

    /** With a pipeline, the batch of a step is cut into micro batches, as many as there are stages if nothing else is said. */
    private TrainingBatch batch(TrainingStack stack, TrainingLayout layout) {
        int batch = run.microBatch().orElse(stack.microBatch());
        int cuts = layout.pipeline() > 1 ? Math.min(batch, run.microBatches().orElse(layout.pipeline())) : 1;
        return new TrainingBatch(
                Math.ceilDiv(batch, cuts), cuts, run.sequence().orElse(stack.sequence()), stack.lengthShare());
    }

    /** Runs with tensor or pipeline parallel of which only the speed is told computed all activations again, as far as known. */
    private static Checkpointing checkpointing(TrainingStack stack, String switches, boolean spread) {
        if (switches.contains("full")) {
            return Checkpointing.FULL;
        }
        if (switches.contains("selective")) {
            return Checkpointing.SELECTIVE;
        }
        if (switches.contains("none")) {
            return Checkpointing.NONE;
        }
        return spread ? Checkpointing.FULL : stack.checkpointing();
    }

    /** Boards with a lower limit than the usual one say so in watts. */
    private double powerShare(Gpu gpu) {
        Matcher matcher = WATTS.matcher(run.gpu().orElse(""));
        double full = gpu.tdp().asOptional().map(tdp -> tdp.value()).orElse(0.0);
        if (full <= 0 || !matcher.find() || matcher.group(1).length() > 5) {
            return 1;
        }
        double limit = Integer.parseInt(matcher.group(1));
        return limit > 0 ? Math.min(1, limit / full) : 1;
    }
}
