package org.sizewright.sizing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.Engine;
import org.sizewright.library.Fact;
import org.sizewright.library.model.Feed;
import org.sizewright.library.model.Layer;
import org.sizewright.quantity.Bytes;
import org.sizewright.sizing.generation.GenerationServing;
import org.sizewright.sizing.generation.ProcessPeak;

/**
 * What a serving engine leaves for the KV cache on each GPU: its share of the memory less weights, activations at their peak and
 * what lies outside the framework; one row per stage of a pipeline. The activation peak follows the engine's own profile run: the
 * sampler over the whole vocabulary, or the widest layer with a full step of tokens.
 */
public final class EngineBudget {
    private static final Source BUDGET = Source.of(
            "Memory budget of serving engines: vLLM start-up logs; TensorRT-LLM documentation of its memory; SGLang's static share",
            "github.com/jgchn/llm-d-planner accuracy/results; ai-dynamo/aiconfigurator issue 1159",
            "2026",
            Evidence.VERIFIED);
    private static final Source ACTIVATION = Source.of(
            "Activation peak of vLLM by its own profile run: sampler, widest layer, experts; sampler constants fitted on 20 start-up logs, pictures on two",
            "assets/library/README.md, derived constants",
            "2026-11-21",
            Evidence.INFERRED);

    private static final Source GRAPHS = Source.of(
            "Graphs grow with the layers: fitted on 23 start-up logs of vLLM 0.19",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.INFERRED);

    public final Figure gpuMemory;
    public final Figure utilisation;
    public final Figure maxSequences;
    public final Figure maxBatchedTokens;
    public final Figure blockSize;
    public final Figure measuredPool;
    public final Figure stageActivation;
    public final Figure stageNonTorch;
    public final Figure stagePool;
    public final Figure stageGraphs;
    public final Figure graphs;
    public final Figure activation;
    public final Figure nonTorch;
    public final Figure reserve;
    public final Figure kvPool;
    /** Only where a model is served without a pool. */
    final Optional<ProcessPeak> process;

    private final Map<RowKey, LlmSubject> subjects;
    private final Facts facts;
    private final ModelParameters model;

    EngineBudget(
            FigureBook.Builder book,
            Rows models,
            Map<RowKey, LlmSubject> subjects,
            ModelParameters model,
            Figure tensorParallel,
            Figure concurrency,
            Optional<GenerationServing> processes,
            Facts facts) {
        this.subjects = subjects;
        this.facts = facts;
        this.model = model;
        FigureBook.Scope m = book.over(models);
        FigureBook.Scope s = book.over(model.stages);
        Map<RowKey, RowKey> up = model.modelOf;

        gpuMemory = m.fact("gpu_memory", Unit.GIB, "Memory of a GPU or slice", row -> {
            DeviceMemory device = subject(row).device();
            return facts.of(device, "memory", bytes -> bytes.toGib());
        });
        utilisation = m.input(
                "utilisation",
                Unit.PERCENT,
                "Share of the GPU for the engine",
                Range.of(1, 100),
                row -> setting(
                        row,
                        "utilisationPercent",
                        subject(row).workload().settings().utilisationPercent(),
                        Engine::gpuMemoryUtilization,
                        share -> share * 100));
        maxSequences = m.input(
                "max_sequences",
                Unit.COUNT,
                "Most sequences in one step",
                Range.of(1, 1_000_000),
                row -> setting(
                        row,
                        "maxSequences",
                        subject(row).workload().settings().maxSequences(),
                        Engine::maxNumSeqs,
                        number -> number));
        maxBatchedTokens = m.input(
                "max_batched_tokens",
                Unit.TOKEN,
                "Most tokens in one step",
                Range.of(1, 100_000_000),
                row -> setting(
                        row,
                        "maxBatchedTokens",
                        subject(row).workload().settings().maxBatchedTokens(),
                        Engine::maxNumBatchedTokens,
                        number -> number));
        blockSize = m.input(
                "block_size",
                Unit.TOKEN,
                "Cache block",
                Range.of(1, 65_536),
                row -> setting(
                        row,
                        "blockTokens",
                        subject(row).workload().settings().blockTokens(),
                        Engine::blockSize,
                        number -> number));
        measuredPool = m.input(
                "measured_pool",
                Unit.GIB,
                "Room for the KV cache as the engine's log says",
                Range.NOT_NEGATIVE,
                row -> Facts.typedOrUnknown(
                        subject(row).workload().settings().measuredPoolGib(),
                        path(row, "measuredPoolGib"),
                        "what the engine's own log says"));
        Figure ofFree = m.fact(
                "share_of_free",
                Unit.COUNT,
                "The share is of what is free after loading (1 = yes)",
                row -> engineFact(row, engine -> engine.budget() == Engine.Budget.OF_FREE ? 1 : 0));
        Figure activationInside = m.fact(
                "activation_inside",
                Unit.COUNT,
                "The share holds the activations (1 = yes)",
                row -> engineFact(row, engine -> engine.activationInside() ? 1 : 0));

        Figure samplerPerEntry = m.fact(
                "sampler_bytes",
                Unit.BYTE,
                "Sampler bytes per sequence and word",
                row -> engine(row, "sampler constant", e -> e.activation().samplerBytesPerSequenceVocabulary()));
        Figure samplerPerToken = m.fact(
                "sampler_token_bytes",
                Unit.BYTE_PER_TOKEN,
                "Sampler bytes per token and hidden value",
                row -> engine(row, "sampler constant", e -> e.activation().samplerBytesPerTokenHidden()));
        Figure layerBytes = m.fact(
                "layer_bytes",
                Unit.BYTE_PER_TOKEN,
                "Bytes per token and activation value",
                row -> engine(row, "layer constant", e -> e.activation().layerBytes()));
        Figure between = m.fact(
                "between_stages_bytes",
                Unit.BYTE_PER_TOKEN,
                "Bytes per token and hidden value between stages",
                row -> engine(row, "pipeline constant", e -> e.activation().pipelineFactor()));
        Figure width = s.fact("stage_width", Unit.COUNT, "Widest MLP", row -> shapeFact(row, widest(row)));
        Figure expertWidth = s.fact(
                "stage_expert_width",
                Unit.COUNT,
                "Width of an expert",
                row -> shapeFact(row, experts(row).map(Feed.Experts::width).orElse(0)));
        Figure perToken = s.fact(
                "experts_per_token",
                Unit.COUNT,
                "Experts per token",
                row -> shapeFact(row, experts(row).map(Feed.Experts::perToken).orElse(1)));
        Figure experts = s.fact(
                "stage_has_experts",
                Unit.COUNT,
                "Has experts (1 = yes)",
                row -> shapeFact(row, experts(row).isPresent() ? 1 : 0));
        Figure last = s.fact(
                "stage_is_last",
                Unit.COUNT,
                "Has the output head (1 = yes)",
                row -> shapeFact(row, stage(row).isLast() ? 1 : 0));
        Figure mlpFactor = s.fact(
                "activation_mlp_factor",
                Unit.COUNT,
                "MLP widths alive at once",
                row -> engine(
                        stage(row).subject().row(),
                        "MLP constant",
                        e -> isGated(row)
                                ? e.activation().gatedMlpFactor()
                                : e.activation().plainMlpFactor()));
        Figure hiddenFactor = m.fact(
                "activation_hidden_factor",
                Unit.COUNT,
                "Hidden vectors alive at once",
                row -> engine(row, "hidden constant", e -> e.activation().hiddenFactor()));
        Figure expertGates = s.fact(
                "expert_gates", Unit.COUNT, "First matrices of an expert", row -> shapeFact(row, isGated(row) ? 2 : 1));
        Figure encoder = m.fact(
                "encoder_bytes",
                Unit.BYTE_PER_TOKEN,
                "Bytes per token and hidden value for pictures",
                row -> subject(row).shape().multimodal()
                        ? engine(row, "encoder constant", e -> e.activation().encoderFactor())
                        : engineFact(row, engine -> 0));
        Figure expertsStay = m.fact(
                "experts_stay",
                Unit.COUNT,
                "What experts work in stays (1 = yes)",
                row -> engine(row, "experts constant", e -> e.activation().expertsStay()));
        Figure fixed = m.fact(
                "activation_fixed",
                Unit.MIB,
                "Workspace of the matrix library",
                row -> engine(row, "fixed activation", e -> e.activation().fixedMib()));
        Figure sampler = s.define(
                "sampler_peak",
                Unit.GIB,
                "Sampler at its peak",
                last.times(samplerPerEntry
                        .at(up)
                        .times(maxSequences.at(up))
                        .times(model.vocabulary.at(up))
                        .plus(samplerPerToken
                                .at(up)
                                .times(maxBatchedTokens.at(up))
                                .times(model.hidden.at(up)))),
                ACTIVATION);
        Figure layerPeak = s.define(
                "layer_peak",
                Unit.GIB,
                "Widest layer at its peak",
                layerBytes
                        .at(up)
                        .times(maxBatchedTokens.at(up))
                        .times(mlpFactor
                                .times(width)
                                .dividedBy(tensorParallel.at(up))
                                .plus(hiddenFactor.at(up).times(model.hidden.at(up)))),
                ACTIVATION);
        Figure expertsPeak = s.define(
                "experts_peak",
                Unit.GIB,
                "What experts work in",
                experts.times(layerBytes
                        .at(up)
                        .times(maxBatchedTokens.at(up))
                        .times(perToken)
                        .times(Formula.max(
                                        expertGates.times(expertWidth).dividedBy(tensorParallel.at(up)),
                                        model.hidden.at(up))
                                .plus(expertWidth.dividedBy(tensorParallel.at(up))))),
                ACTIVATION);
        Figure handedOn = s.define(
                "handed_on",
                Unit.GIB,
                "Handed on to the next stage",
                Formula.constant(1)
                        .minus(last)
                        .times(between.at(up).times(maxBatchedTokens.at(up)).times(model.hidden.at(up))),
                ACTIVATION);
        Formula peak = Formula.max(
                        sampler.plus(expertsStay.at(up).times(expertsPeak)), layerPeak.plus(handedOn), expertsPeak)
                .plus(encoder.at(up).times(maxBatchedTokens.at(up)).times(model.hidden.at(up)))
                .plus(fixed.at(up));
        Figure nonTorchLow = nonTorch(
                s, "measured_non_torch_low", "Least measured memory outside the framework", Engine.MemoryBand::low);
        Figure nonTorchValue =
                nonTorch(s, "measured_non_torch", "Measured memory outside the framework", Engine.MemoryBand::value);
        Figure nonTorchHigh = nonTorch(
                s, "measured_non_torch_high", "Most measured memory outside the framework", Engine.MemoryBand::high);
        stageNonTorch = s.define(
                "stage_non_torch",
                Unit.GIB,
                "Communication and libraries of a stage",
                new Formula.ByLane(nonTorchLow, nonTorchValue, nonTorchHigh),
                BUDGET);
        process = processes.map(
                some -> new ProcessPeak(book, models, model, some, gpuMemory, stageNonTorch, concurrency));
        Formula ofEngine = facts.banded(s, "activation", peak);
        stageActivation = s.define(
                "stage_activation",
                Unit.GIB,
                "Activations of a stage at their peak",
                process.<Formula>map(
                                some -> some.instead(up, some.activation(model.stageShare.orElseThrow(), up), ofEngine))
                        .orElse(ofEngine),
                ACTIVATION);
        Figure graphsFixed =
                s.fact("graphs_fixed", Unit.GIB, "Graphs: fixed part", row -> graphsFact(row, Engine.Graphs::fixed));
        Figure graphsPerLayer = s.fact(
                "graphs_per_layer", Unit.GIB, "Graphs: per layer", row -> graphsFact(row, Engine.Graphs::perLayer));
        Figure layers = s.fact(
                "stage_layers",
                Unit.COUNT,
                "Layers",
                row -> shapeFact(row, stage(row).layers().size()));
        Formula graphsValue = graphsFixed.plus(graphsPerLayer.times(layers));
        stageGraphs =
                s.define("stage_graphs", Unit.GIB, "CUDA graphs", facts.banded(s, "cuda-graphs", graphsValue), GRAPHS);
        Figure used = s.define(
                "stage_used",
                Unit.GIB,
                "Taken before the KV cache",
                model.stageWeights
                        .plus(activationInside.at(up).times(stageActivation))
                        .plus(stageNonTorch),
                BUDGET);
        stagePool = s.define(
                "stage_pool",
                Unit.GIB,
                "Room for the KV cache on a GPU of a stage",
                measuredPool
                        .at(up)
                        .plus(used.at(firstStage()))
                        .minus(used)
                        .orElse(utilisation
                                .at(up)
                                .times(gpuMemory.at(up).minus(ofFree.at(up).times(used)))
                                .minus(Formula.constant(1).minus(ofFree.at(up)).times(used))),
                BUDGET);
        graphs = m.define(
                "cuda_graphs",
                Unit.GIB,
                "CUDA graphs, after the cache is taken",
                stageGraphs.largestOver(model.stagesOf),
                GRAPHS);
        activation = m.define(
                "activation",
                Unit.GIB,
                "Activations at their peak",
                stageActivation.largestOver(model.stagesOf),
                ACTIVATION);
        nonTorch = m.define(
                "non_torch",
                Unit.GIB,
                "Communication and libraries",
                stageNonTorch.largestOver(model.stagesOf),
                BUDGET);
        reserve = m.define(
                "reserve",
                Unit.GIB,
                "Kept free by the engine's share",
                gpuMemory.minus(gpuMemory.times(utilisation)),
                BUDGET);
        kvPool = m.define("kv_pool", Unit.GIB, "Room for the KV cache", stagePool.smallestOver(model.stagesOf), BUDGET);
    }

    private LlmSubject subject(RowKey row) {
        return java.util.Objects.requireNonNull(subjects.get(row));
    }

    private Stage stage(RowKey row) {
        return java.util.Objects.requireNonNull(model.stageOf.get(row));
    }

    private Map<RowKey, RowKey> firstStage() {
        Map<RowKey, RowKey> first = new HashMap<>();
        model.modelOf.forEach((stage, owner) -> first.put(
                stage,
                java.util.Objects.requireNonNull(model.stagesOf.get(owner)).getFirst()));
        return first;
    }

    private static String path(LlmSubject subject, String field) {
        return "/workloads/" + subject.workload().id() + "/settings/" + field;
    }

    private String path(RowKey row, String field) {
        return path(subject(row), field);
    }

    private Optional<Feed.Experts> experts(RowKey row) {
        return stage(row).different().stream()
                .map(Layer::feed)
                .filter(Feed.Experts.class::isInstance)
                .map(Feed.Experts.class::cast)
                .findFirst();
    }

    private double widest(RowKey row) {
        return stage(row).different().stream()
                .mapToInt(layer -> switch (layer.feed()) {
                    case Feed.Dense dense -> dense.width();
                    case Feed.Experts mixture -> mixture.sharedWidth();
                    case Feed.None none -> 0;
                })
                .max()
                .orElse(0);
    }

    private boolean isGated(RowKey row) {
        return stage(row).different().stream().anyMatch(layer -> switch (layer.feed()) {
            case Feed.Dense dense -> dense.gated();
            case Feed.Experts mixture -> mixture.gated();
            case Feed.None none -> false;
        });
    }

    private Given shapeFact(RowKey row, double number) {
        LlmSubject subject = stage(row).subject();
        return facts.of(subject.model(), subject.model().evidence(), number);
    }

    private Given engineFact(RowKey row, ToDoubleFunction<Engine> number) {
        Engine engine = subject(row).engine();
        return facts.of(engine, Evidence.VERIFIED, number.applyAsDouble(engine));
    }

    private <T extends Number> Given engine(RowKey row, String what, Function<Engine, Fact<T>> fact) {
        Engine engine = subject(row).engine();
        return facts.of(engine, what, fact.apply(engine), Number::doubleValue);
    }

    private <T> Given setting(
            RowKey row,
            String field,
            Optional<Integer> typed,
            Function<Engine, Fact<T>> standard,
            ToDoubleFunction<T> number) {
        Engine engine = subject(row).engine();
        return facts.typedOr(
                typed.map(Integer::doubleValue), path(row, field), engine, field, standard.apply(engine), number);
    }

    private Given graphsFact(RowKey row, Function<Engine.Graphs, Bytes> part) {
        Engine engine = stage(row).subject().engine();
        return facts.of(
                engine,
                "memory of the graphs",
                engine.graphs()
                        .<Fact<Bytes>>map(graphs -> Fact.known(part.apply(graphs), graphs.evidence(), graphs.sources()))
                        .orElseGet(Fact::unknown),
                bytes -> bytes.toGib());
    }

    private Figure nonTorch(FigureBook.Scope s, String id, String title, Function<Engine.MemoryBand, Bytes> pick) {
        return s.fact(id, Unit.GIB, title, row -> {
            Stage stage = stage(row);
            Engine engine = stage.subject().engine();
            int degree = stage.subject().parallel().tensor();
            return facts.of(
                    engine,
                    "memory outside the framework at tensor parallel " + degree,
                    engine.nonTorchAt(degree, stage.count() > 1)
                            .<Fact<Bytes>>map(band -> Fact.known(pick.apply(band), band.evidence(), band.sources()))
                            .orElseGet(Fact::unknown),
                    bytes -> bytes.toGib());
        });
    }
}
