package org.sizewright.sizing.throughput;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Dimension;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.Library;
import org.sizewright.library.MathFormat;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.model.Feed;
import org.sizewright.library.model.Layer;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.Tensor;
import org.sizewright.library.model.Tensor.Role;
import org.sizewright.sizing.Facts;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.TrafficFigures;

/**
 * What a request and a token ask of a GPU: bytes to read, operations, cache to keep; one row per model, with one row per kind of
 * layer below. All "per GPU" is the average over the stages of a pipeline.
 */
public final class ModelWork {
    static final Source COUNT = Source.of(
            "Operations and bytes of a decoder: two operations per parameter and token, keys and values of the context once per"
                    + " token",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.INFERRED);
    private static final Source USUAL = Source.of(
            "Without traffic a quarter of the context is taken as the answer, and nothing as cached",
            "choice of the application",
            "2026-11-22",
            Evidence.INFERRED);

    /** One token of a sequence per step. */
    static final Formula ONE_TOKEN = Formula.constant(1, Unit.TOKEN);

    static final Formula TWO_BYTES = Formula.constant(2, Unit.BYTE_PER_TOKEN);
    static final Formula TWO_OPERATIONS = Formula.constant(2, Unit.FLOP_PER_TOKEN);
    static final Unit FLOP_PER_PAIR = Unit.coherent(Dimension.of(Dimension.Base.FLOP)
            .dividedBy(Dimension.of(Dimension.Base.TOKEN))
            .dividedBy(Dimension.of(Dimension.Base.TOKEN)));
    private static final Set<Role> EVERY_TOKEN =
            Set.of(Role.ATTENTION, Role.RECURRENCE, Role.MLP, Role.SHARED_EXPERT, Role.ROUTER, Role.INDEXER);

    public final Figure input;
    public final Figure output;
    public final Figure reuse;
    public final Figure prefix;
    public final Figure newTokens;
    public final Figure steps;
    final Figure tensor;
    final Figure pipeline;
    final Figure ranks;
    final Figure layers;
    final Figure expertLayers;
    final Figure expertShare;
    final Figure expertsPerToken;
    final Figure denseBytes;
    final Figure expertBytes;
    final Figure headBytes;
    final Figure formatDense;
    final Figure formatExperts;
    final Figure wideDense;
    final Figure wideExperts;
    final Figure headOperations;
    final Figure cacheRequest;
    final Figure cachePrefix;
    final Figure cacheRead;
    final Figure attentionOperations;
    final Figure latentOperations;
    final Figure bandwidth;
    final Figure link;
    final Figure peak16;
    final Figure peakAttention;
    /** Operations to read a prompt, over all GPUs, reuse taken off. */
    public final Figure prefillOperations;

    private final LlmMemory llm;
    private final Facts facts;
    private final Constants constants;
    /** Each model is looked at for several figures. */
    private final Map<ModelShape, List<Layer.Counted>> counted = new IdentityHashMap<>();

    private final Function<LlmSubject, RequestShape> requests;

    ModelWork(FigureBook.Builder book, LlmMemory llm, Function<LlmSubject, RequestShape> requests, Library library) {
        this.llm = llm;
        this.requests = requests;
        facts = new Facts(library);
        constants = new Constants(facts);
        FigureBook.Scope w = book.over(llm.rows);
        tensor = llm.tensorParallel;
        pipeline = llm.pipelineParallel;
        ranks = llm.expertParallel;
        TrafficFigures traffic = llm.traffic;
        Figure share = w.fact(
                "answer_share",
                Unit.PERCENT,
                "Part of the context that is the answer, without traffic",
                row -> Given.fact(
                        100
                                * request(row).outputTokens()
                                / Math.max(
                                        1,
                                        request(row).inputTokens()
                                                + request(row).outputTokens()),
                        USUAL));
        Figure typedOutput = w.define(
                "answer_typed",
                Unit.TOKEN,
                "Tokens of an answer, without traffic",
                Formula.max(
                        Formula.constant(1, Unit.TOKEN),
                        llm.longestContext.times(share).floor()));
        Figure typedInput = w.define(
                "prompt_typed",
                Unit.TOKEN,
                "Tokens of a prompt, without traffic",
                llm.longestContext.minus(typedOutput));
        Figure typedReuse = w.fact(
                "prompt_reuse_typed",
                Unit.PERCENT,
                "Share of the prompt that is cached already, without traffic",
                row -> Given.fact(request(row).prefixReuse() * 100, USUAL));
        input = w.define("prompt_tokens", Unit.TOKEN, "Tokens of a prompt", ofTraffic(traffic.inputTokens, typedInput));
        output = w.define(
                "answer_tokens", Unit.TOKEN, "Tokens of an answer", ofTraffic(traffic.outputTokens, typedOutput));
        reuse = w.define(
                "prompt_reuse",
                Unit.PERCENT,
                "Share of the prompt that is cached already",
                ofTraffic(traffic.prefixReuse, typedReuse));
        prefix = w.define("prefix_tokens", Unit.TOKEN, "Cached tokens of a prompt", input.times(reuse));
        newTokens = w.define("new_tokens", Unit.TOKEN, "Tokens of a prompt to read", input.minus(prefix));
        steps = w.define("answer_steps", Unit.COUNT, "Steps of an answer", output.dividedBy(ONE_TOKEN));

        layers = shape(w, "work_layers", "Layers", shape -> shape.layers().size());
        expertLayers = shape(
                w,
                "work_expert_layers",
                "Layers with experts",
                shape -> expertLayers(shape).size());
        expertShare = shape(
                w,
                "work_expert_share",
                "Share of the experts that a token visits",
                shape -> experts(shape)
                        .map(e -> (double) e.perToken() / e.count())
                        .orElse(0.0));
        expertsPerToken = shape(
                w,
                "work_experts_per_token",
                "Experts of a token",
                shape -> experts(shape).map(e -> (double) e.perToken()).orElse(0.0));
        denseBytes = bytes(
                w,
                "work_dense_bytes",
                "Matrices that every token meets, per GPU",
                tensorOf -> EVERY_TOKEN.contains(tensorOf.role()));
        expertBytes = bytes(w, "work_expert_bytes", "Experts per GPU", tensorOf -> tensorOf.role() == Role.EXPERTS);
        headBytes = w.define(
                "work_head_bytes",
                Unit.GIB,
                "Output head per GPU",
                llm.model
                        .vocabulary
                        .times(llm.model.hidden)
                        .times(Formula.constant(2, Unit.BYTE))
                        .dividedBy(tensor),
                COUNT);
        formatDense = active(w, "work_format_dense", "Parameters of every token in the format", true, false);
        formatExperts = active(w, "work_format_experts", "Parameters of experts in the format", true, true);
        wideDense = active(w, "work_wide_dense", "Parameters of every token in 16 bit", false, false);
        wideExperts = active(w, "work_wide_experts", "Parameters of experts in 16 bit", false, true);
        headOperations = w.define(
                "work_head_operations",
                Unit.FLOP_PER_TOKEN,
                "Operations of the output head per GPU",
                TWO_OPERATIONS
                        .times(llm.model.vocabulary)
                        .times(llm.model.hidden)
                        .dividedBy(tensor),
                COUNT);

        AttentionWork kinds =
                new AttentionWork(book, llm, new AttentionWork.Tokens(input, output, prefix, newTokens), facts);
        Formula states = llm.cache.statePerRequest.sumOver(llm.model.stages(llm.rows.keys()));
        cacheRequest = w.define(
                "work_cache_request",
                Unit.MIB,
                "Cache that a request adds per GPU",
                kinds.request.sumOver(kinds.ofModel).plus(states).dividedBy(pipeline),
                COUNT);
        cachePrefix = w.define(
                "work_cache_prefix",
                Unit.MIB,
                "Cache of the shared prefix per GPU",
                kinds.prefix.sumOver(kinds.ofModel).dividedBy(pipeline),
                COUNT);
        // a state is read and written
        cacheRead = w.define(
                "work_cache_read",
                Unit.MIB,
                "Cache read per token and GPU",
                kinds.read.sumOver(kinds.ofModel).plus(states.times(2)).dividedBy(pipeline),
                COUNT);
        attentionOperations = w.define(
                "work_attention_operations",
                Unit.TERAFLOP,
                "Attention of a prompt, all GPUs",
                kinds.attention.sumOver(kinds.ofModel),
                COUNT);
        latentOperations = w.define(
                "work_latent_operations",
                Unit.TERAFLOP,
                "Attention over compressed tokens per output token, all GPUs",
                kinds.latent.sumOver(kinds.ofModel),
                COUNT);
        prefillOperations = w.define(
                "prefill_operations",
                Unit.TERAFLOP,
                "Operations to read a prompt",
                newTokens
                        .times(TWO_OPERATIONS.times(
                                formatDense.plus(formatExperts).plus(wideDense).plus(wideExperts)))
                        .plus(attentionOperations),
                COUNT);

        bandwidth = w.fact(
                "work_bandwidth",
                Unit.GB_PER_SECOND,
                "Memory bandwidth",
                row -> Constants.ofWhole(
                        Served.of(subject(row)),
                        facts.of(
                                subject(row).gpu(),
                                "memory bandwidth",
                                subject(row).gpu().memory().bandwidthGbPerSecond(),
                                number -> number)));
        link = w.fact("work_link", Unit.GB_PER_SECOND, "Link to other GPUs, one direction", row -> link(subject(row)));
        peak16 = w.fact(
                "work_peak16",
                Unit.TERAFLOP_PER_SECOND,
                "Peak in 16 bit",
                row -> constants.peak(
                        Served.of(subject(row)),
                        Constants.sixteenBit(subject(row).gpu())));
        peakAttention = w.fact(
                "work_peak_attention", Unit.TERAFLOP_PER_SECOND, "Peak in the cache's format", this::attentionPeak);
    }

    /** What the traffic says, where there is one. */
    Formula ofTraffic(Figure traffic, Formula otherwise) {
        return Formula.when(
                llm.traffic.inputTokens.sumOver(llm.traffic.rowsOf).moreThan(Formula.constant(0, Unit.TOKEN)),
                traffic.sumOver(llm.traffic.rowsOf),
                otherwise);
    }

    /** One token through the matrices of one GPU, at these shares of the peaks. */
    Formula matrixTime(Figure peak, Formula share, Formula share16, Formula expertFactor) {
        return operations(formatDense, formatExperts, expertFactor)
                .dividedBy(peak.times(share))
                .plus(operations(wideDense, wideExperts, expertFactor).dividedBy(peak16.times(share16)))
                .dividedBy(tensor)
                .dividedBy(pipeline);
    }

    private static Formula operations(Figure dense, Figure experts, Formula expertFactor) {
        return TWO_OPERATIONS.times(dense.plus(expertFactor.times(experts)));
    }

    LlmSubject subject(RowKey row) {
        return llm.subject(row);
    }

    RequestShape request(RowKey row) {
        return requests.apply(subject(row));
    }

    Constants constants() {
        return constants;
    }

    private Figure shape(FigureBook.Scope w, String id, String title, ToDoubleFunction<ModelShape> number) {
        return w.fact(
                id,
                Unit.COUNT,
                title,
                row -> modelFact(row, number.applyAsDouble(subject(row).shape())));
    }

    private Given modelFact(RowKey row, double number) {
        return facts.of(subject(row).model(), subject(row).model().evidence(), number);
    }

    private Figure bytes(FigureBook.Scope w, String id, String title, Predicate<Tensor> purpose) {
        return w.define(
                id,
                Unit.GIB,
                title,
                llm.model.partPerGpu.sumOver(llm.model.partsFor(purpose)).dividedBy(pipeline),
                COUNT);
    }

    /** Parameters of matrices that a token meets, stored in the format of the weights or in 16 bit. */
    private Figure active(FigureBook.Scope w, String id, String title, boolean inFormat, boolean experts) {
        return w.fact(id, Unit.COUNT, title, row -> {
            LlmSubject subject = subject(row);
            return modelFact(
                    row,
                    active(
                            counted.computeIfAbsent(subject.shape(), shape -> Layer.counted(shape.layers())),
                            subject.weights(),
                            inFormat,
                            experts));
        });
    }

    static long active(ModelShape shape, NumberFormat weights, boolean inFormat, boolean experts) {
        return active(Layer.counted(shape.layers()), weights, inFormat, experts);
    }

    private static long active(List<Layer.Counted> layers, NumberFormat weights, boolean inFormat, boolean experts) {
        long sum = 0;
        for (Layer.Counted counted : layers) {
            for (Tensor part : counted.layer().tensors()) {
                boolean wanted = experts ? part.role() == Role.EXPERTS : EVERY_TOKEN.contains(part.role());
                if (wanted && weights.covers(part) == inFormat) {
                    sum += counted.times() * ModelShape.activeOf(counted.layer(), part);
                }
            }
        }
        return sum;
    }

    static List<Feed.Experts> expertLayers(ModelShape shape) {
        List<Feed.Experts> found = new ArrayList<>();
        for (Layer layer : shape.layers()) {
            if (layer.feed() instanceof Feed.Experts experts) {
                found.add(experts);
            }
        }
        return found;
    }

    private static Optional<Feed.Experts> experts(ModelShape shape) {
        for (Layer layer : shape.layers()) {
            if (layer.feed() instanceof Feed.Experts experts) {
                return Optional.of(experts);
            }
        }
        return Optional.empty();
    }

    /** NVLink states both directions together; a PCIe lane of generation 3 carries about 1 GB/s, each later one twice as much. */
    private Given link(LlmSubject subject) {
        if (subject.gpu().nvlink().isKnown() || !subject.gpu().pcie().isKnown()) {
            return facts.of(subject.gpu(), "NVLink", subject.gpu().nvlink(), nvlink -> nvlink.gbPerSecond() / 2);
        }
        return facts.of(
                subject.gpu(), "PCIe", subject.gpu().pcie(), pcie -> pcie.lanes() * Math.pow(2, pcie.generation() - 3));
    }

    /** Keys and values of 8 bit are multiplied in 8 bit, where the GPU can. */
    private Given attentionPeak(RowKey row) {
        LlmSubject subject = subject(row);
        boolean narrow = subject.kvCache().bytesPerParameter() < 2
                && subject.gpu().tflops(MathFormat.FP8).isKnown();
        return constants.peak(Served.of(subject), narrow ? MathFormat.FP8 : Constants.sixteenBit(subject.gpu()));
    }
}
