package org.sizewright.sizing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
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
import org.sizewright.library.Library;
import org.sizewright.library.NumberFormat;
import org.sizewright.plan.Workload.LlmServing;

/**
 * The memory of language models that are served, one row per workload: parameters, weights, key/value cache, what the engine
 * needs besides, what is left on each GPU, and from there requests, replicas and GPUs.
 *
 * <p>All sizes "per GPU" are those of one GPU of a tensor-parallel group. Weights are split evenly over the group.
 */
public final class LlmMemory {
    private static final Source TERMINOLOGY = Source.of(
            "LLM terminology: parameters x bytes of the precision, decimal gigabytes",
            "frankdenneman.nl",
            "2023-08-18",
            Evidence.VERIFIED);
    private static final Source CACHE = Source.of(
            "Keys and values of every layer and head, kept per token",
            "frankdenneman.nl, Understanding AI Memory, parts 1 to 4",
            "2026",
            Evidence.VERIFIED);
    private static final Source BLOCKS = Source.of(
            "vLLM start-up logs: pool divided into blocks, 49 runs reproduced",
            "github.com/jgchn/llm-d-planner accuracy/results",
            "2026",
            Evidence.VERIFIED);
    private static final Source BUDGET = Source.of(
            "vLLM memory budget: share of the GPU less weights, activation peak and non-torch memory",
            "github.com/jgchn/llm-d-planner accuracy/results",
            "2026",
            Evidence.VERIFIED);
    private static final Source ACTIVATION = Source.of(
            "Activation formula of vLLM: two constants fitted on two models, held against 55 runs",
            "assets/library/README.md, derived constants",
            "2026-11-21",
            Evidence.INFERRED);
    private static final Source SPLIT = Source.of(
            "Weights split evenly over the tensor-parallel group; what each GPU repeats is not counted",
            "",
            "",
            Evidence.INFERRED);
    private static final Source CHOICE = Source.of("choice of the plan", "", "", Evidence.TYPED);

    public final Rows rows;

    public final ModelParameters model;

    // weights
    public final Figure bytesPerParameter;
    public final Figure bytesPerOther;
    public final Figure weights;
    public final Figure tensorParallel;
    public final Figure weightsPerGpu;

    // load and cache
    public final Figure context;
    public final Figure concurrency;
    public final Figure blockSize;
    public final Figure kvPerToken;
    public final Figure contextInBlocks;
    public final Figure kvPerRequest;
    public final Figure kvForConcurrency;

    // engine
    public final Figure gpuMemory;
    public final Figure utilisation;
    public final Figure maxSequences;
    public final Figure maxBatchedTokens;
    public final Figure activation;
    public final Figure nonTorch;
    public final Figure reserve;
    public final Figure kvPool;
    public final Figure tokensPerReplica;

    // what follows
    public final Figure requestsPerReplica;
    public final Figure replicas;
    public final Figure requestsInUse;
    public final Figure kvInUse;
    public final Figure kvSpare;
    public final Figure left;
    public final Figure gpus;
    public final Figure vcpuPerVm;
    public final Figure memoryPerVm;
    public final Figure vcpu;
    public final Figure memory;

    private final Map<RowKey, LlmSubject> subjects;

    /** Defines all figures; {@code path} gives the place of a workload's inputs in the plan. */
    LlmMemory(FigureBook.Builder book, List<LlmSubject> subjectList, Library library) {
        subjects = subjectList.stream().collect(Collectors.toMap(LlmSubject::row, Function.identity()));
        rows = new Rows(
                "llm",
                "Language model",
                subjectList.stream().map(LlmSubject::row).toList());
        FigureBook.Scope w = book.over(rows);
        Facts facts = new Facts(library);

        model = new ModelParameters(w, facts, row -> subject(row).model());

        bytesPerParameter = w.fact(
                "bytes_per_parameter",
                Unit.BYTE,
                "Bytes per parameter",
                row -> facts.of(
                        subject(row).weights(),
                        subject(row).weights().evidence(),
                        subject(row).weights().bytesPerParameter()));
        bytesPerOther = w.fact(
                "bytes_per_other_parameter",
                Unit.BYTE,
                "Bytes per parameter outside the matrices",
                row -> facts.of(
                        subject(row).weights(),
                        subject(row).weights().evidence(),
                        bytesOutsideMatrices(subject(row).weights())));
        weights = w.define(
                "weights",
                Unit.GIB,
                "Weights",
                model.matrixParameters.times(bytesPerParameter).plus(model.otherParameters.times(bytesPerOther)),
                TERMINOLOGY);
        tensorParallel = w.fact(
                "tensor_parallel",
                Unit.COUNT,
                "Tensor parallel",
                row -> Given.fact(subject(row).tensorParallel(), CHOICE));
        weightsPerGpu =
                w.define("weights_per_gpu", Unit.GIB, "Weights per GPU", weights.dividedBy(tensorParallel), SPLIT);

        context = w.input(
                "context",
                Unit.TOKEN,
                "Context length",
                Range.of(1, LlmServing.MAX_CONTEXT),
                row -> Given.input(workload(row).contextTokens(), path(row, "contextTokens")));
        concurrency = w.input(
                "concurrency",
                Unit.COUNT,
                "Concurrent requests",
                Range.of(1, LlmServing.MAX_CONCURRENCY),
                row -> Given.input(workload(row).concurrency(), path(row, "concurrency")));
        blockSize = w.fact(
                "block_size", Unit.TOKEN, "Cache block", row -> engine(facts, row, "block size", Engine::blockSize));
        Figure kvBytes = w.fact(
                "kv_bytes",
                Unit.BYTE_PER_TOKEN,
                "Bytes per cached value",
                row -> facts.of(
                        subject(row).kvCache(),
                        subject(row).kvCache().evidence(),
                        subject(row).kvCache().bytesPerParameter()));
        Figure kvHeadsPerGpu = w.define(
                "kv_heads_per_gpu",
                Unit.COUNT,
                "KV heads per GPU",
                model.kvHeads.dividedBy(tensorParallel).ceil(),
                CACHE);
        kvPerToken = w.define(
                "kv_per_token",
                Unit.BYTE_PER_TOKEN,
                "KV cache per token and GPU",
                Formula.constant(2)
                        .times(kvHeadsPerGpu)
                        .times(model.headDim)
                        .times(model.layers)
                        .times(kvBytes),
                CACHE);
        contextInBlocks =
                w.define("context_in_blocks", Unit.TOKEN, "Context in whole blocks", context.ceilTo(blockSize), BLOCKS);
        kvPerRequest = w.define(
                "kv_per_request", Unit.GIB, "KV cache per request and GPU", kvPerToken.times(contextInBlocks), CACHE);
        kvForConcurrency = w.define(
                "kv_for_concurrency",
                Unit.GIB,
                "KV cache of all concurrent requests",
                kvPerRequest.times(concurrency).times(tensorParallel),
                CACHE);

        gpuMemory = w.fact(
                "gpu_memory",
                Unit.GIB,
                "Memory of a GPU",
                row -> facts.of(
                        subject(row).gpu(),
                        "memory",
                        subject(row).gpu().memory().usable(),
                        bytes -> bytes.toGib()));
        utilisation = w.input(
                "utilisation",
                Unit.PERCENT,
                "Share of the GPU for the engine",
                Range.of(1, 100),
                row -> setting(
                        facts,
                        row,
                        "utilisationPercent",
                        workload(row).settings().utilisationPercent(),
                        Engine::gpuMemoryUtilization,
                        share -> share * 100));
        maxSequences = w.input(
                "max_sequences",
                Unit.COUNT,
                "Most sequences in one step",
                Range.of(1, 1_000_000),
                row -> setting(
                        facts,
                        row,
                        "maxSequences",
                        workload(row).settings().maxSequences(),
                        Engine::maxNumSeqs,
                        number -> number));
        maxBatchedTokens = w.input(
                "max_batched_tokens",
                Unit.TOKEN,
                "Most tokens in one step",
                Range.of(1, 100_000_000),
                row -> setting(
                        facts,
                        row,
                        "maxBatchedTokens",
                        workload(row).settings().maxBatchedTokens(),
                        Engine::maxNumBatchedTokens,
                        number -> number));
        Figure samplerPerEntry = w.fact(
                "sampler_bytes",
                Unit.BYTE,
                "Sampler bytes per sequence and word",
                row -> engine(
                        facts, row, "sampler constant", e -> e.activation().samplerBytesPerSequenceVocabulary()));
        Figure samplerPerToken = w.fact(
                "sampler_token_bytes",
                Unit.BYTE_PER_TOKEN,
                "Sampler bytes per token and hidden value",
                row -> engine(
                        facts, row, "sampler constant", e -> e.activation().samplerBytesPerTokenHidden()));
        Figure layerBytes = w.fact(
                "layer_bytes",
                Unit.BYTE_PER_TOKEN,
                "Bytes per token and activation value",
                row -> engine(facts, row, "layer constant", e -> e.activation().layerBytes()));
        Figure mlpFactor = w.fact(
                "activation_mlp_factor",
                Unit.COUNT,
                "MLP widths alive at once",
                row -> engine(
                        facts,
                        row,
                        "MLP constant",
                        e -> subject(row).model().gatedMlp()
                                ? e.activation().gatedMlpFactor()
                                : e.activation().plainMlpFactor()));
        Figure hiddenFactor = w.fact(
                "activation_hidden_factor",
                Unit.COUNT,
                "Hidden vectors alive at once",
                row -> subject(row).model().experts().isPresent()
                        ? Given.fact(
                                1,
                                facts.of(subject(row).engine(), Evidence.INFERRED, 1)
                                        .source())
                        : engine(
                                facts,
                                row,
                                "hidden constant",
                                e -> e.activation().hiddenFactor()));
        Figure sampler = w.define(
                "sampler_peak",
                Unit.GIB,
                "Sampler at its peak",
                samplerPerEntry
                        .times(maxSequences)
                        .times(model.vocabulary)
                        .plus(samplerPerToken.times(maxBatchedTokens).times(model.hidden)),
                ACTIVATION);
        Figure layerPeak = w.define(
                "layer_peak",
                Unit.GIB,
                "Widest layer at its peak",
                layerBytes
                        .times(maxBatchedTokens)
                        .times(model.expertsPerToken)
                        .times(mlpFactor
                                .times(model.width)
                                .dividedBy(tensorParallel)
                                .plus(hiddenFactor.times(model.hidden))),
                ACTIVATION);
        Formula peak = Formula.when(
                model.routers.moreThan(Formula.constant(0)), sampler.plus(layerPeak), Formula.max(sampler, layerPeak));
        Figure worstError = w.fact(
                "activation_error",
                Unit.PERCENT,
                "Largest error of the activation formula in measured runs",
                row -> engineNumber(
                        facts,
                        row,
                        "error of the activation formula",
                        e -> e.worstError().map(error -> error * 100)));
        activation = w.define(
                "activation",
                Unit.GIB,
                "Activations at their peak",
                new Formula.ByLane(
                        peak.times(Formula.constant(1).minus(worstError)),
                        peak,
                        peak.times(Formula.constant(1).plus(worstError))),
                ACTIVATION);
        Figure nonTorchLow = nonTorchFact(
                w,
                facts,
                "measured_non_torch_low",
                "Least measured memory outside the framework",
                Engine.MemoryBand::low);
        Figure nonTorchValue = nonTorchFact(
                w, facts, "measured_non_torch", "Measured memory outside the framework", Engine.MemoryBand::value);
        Figure nonTorchHigh = nonTorchFact(
                w,
                facts,
                "measured_non_torch_high",
                "Most measured memory outside the framework",
                Engine.MemoryBand::high);
        nonTorch = w.define(
                "non_torch",
                Unit.GIB,
                "Communication and libraries",
                new Formula.ByLane(nonTorchLow, nonTorchValue, nonTorchHigh),
                BUDGET);
        reserve = w.define(
                "reserve",
                Unit.GIB,
                "Kept free by the engine's share",
                gpuMemory.minus(gpuMemory.times(utilisation)),
                BUDGET);
        kvPool = w.define(
                "kv_pool",
                Unit.GIB,
                "Room for the KV cache",
                gpuMemory
                        .times(utilisation)
                        .minus(weightsPerGpu)
                        .minus(activation)
                        .minus(nonTorch),
                BUDGET);
        tokensPerReplica = w.define(
                "tokens_per_replica",
                Unit.TOKEN,
                "Tokens that fit in a replica",
                Formula.max(
                        Formula.constant(0, Unit.TOKEN),
                        kvPool.dividedBy(kvPerToken).floorTo(blockSize)),
                BLOCKS);

        requestsPerReplica = w.define(
                "requests_per_replica",
                Unit.COUNT,
                "Requests that fit in a replica",
                Formula.min(
                        maxSequences,
                        tokensPerReplica.dividedBy(contextInBlocks).floor()),
                BLOCKS);
        replicas = w.define(
                "replicas",
                Unit.COUNT,
                "Replicas",
                Formula.when(
                        requestsPerReplica.atLeast(Formula.constant(1)),
                        concurrency.dividedBy(requestsPerReplica).ceil(),
                        new Formula.Missing(
                                "does not fit",
                                "not one request of this context fits beside the weights",
                                Unit.COUNT)));
        requestsInUse = w.define(
                "requests_in_use",
                Unit.COUNT,
                "Requests in the fullest replica",
                concurrency.dividedBy(replicas).ceil());
        kvInUse = w.define("kv_in_use", Unit.GIB, "KV cache in use per GPU", requestsInUse.times(kvPerRequest), CACHE);
        kvSpare = w.define("kv_spare", Unit.GIB, "Cache room not in use", kvPool.minus(kvInUse));
        left = w.define(
                "left",
                Unit.GIB,
                "Left on each GPU",
                gpuMemory.minus(weightsPerGpu).minus(activation).minus(nonTorch).minus(kvInUse));
        gpus = w.define("llm_gpus", Unit.COUNT, "GPUs", replicas.times(tensorParallel));
        vcpuPerVm = w.input(
                "llm_vcpu_per_vm",
                Unit.COUNT,
                "vCPUs of a VM",
                Range.of(1, 1024),
                row -> Given.input(workload(row).vm().vcpu(), path(row, "vm/vcpu")));
        memoryPerVm = w.input(
                "llm_memory_per_vm",
                Unit.GIB,
                "Memory of a VM",
                Range.of(1, 65_536),
                row -> Given.input(workload(row).vm().memoryGib(), path(row, "vm/memoryGib")));
        vcpu = w.define("llm_vcpu", Unit.COUNT, "vCPUs", replicas.times(vcpuPerVm));
        memory = w.define("llm_memory", Unit.GIB, "VM memory", replicas.times(memoryPerVm));
    }

    public LlmSubject subject(RowKey row) {
        LlmSubject subject = subjects.get(row);
        if (subject == null) {
            throw new IllegalArgumentException("no language model in row " + row.id());
        }
        return subject;
    }

    /** What is quantised leaves embeddings, output head, norms and biases in 16 bit. */
    private static double bytesOutsideMatrices(NumberFormat format) {
        return switch (format.scope()) {
            case ALL -> format.bytesPerParameter();
            case MATRICES -> 2;
        };
    }

    private LlmServing workload(RowKey row) {
        return subject(row).workload();
    }

    private String path(RowKey row, String field) {
        return "/workloads/" + workload(row).id() + "/" + field;
    }

    private <T extends Number> Given engine(Facts facts, RowKey row, String what, Function<Engine, Fact<T>> fact) {
        Engine engine = subject(row).engine();
        return facts.of(engine, what, fact.apply(engine), Number::doubleValue);
    }

    private Given engineNumber(Facts facts, RowKey row, String what, Function<Engine, Optional<Double>> number) {
        Engine engine = subject(row).engine();
        return facts.of(
                engine,
                what,
                number.apply(engine)
                        .<Fact<Double>>map(value -> Fact.known(value, Evidence.INFERRED, List.of()))
                        .orElseGet(Fact::unknown),
                value -> value);
    }

    private <T> Given setting(
            Facts facts,
            RowKey row,
            String field,
            Optional<Integer> typed,
            Function<Engine, Fact<T>> standard,
            ToDoubleFunction<T> number) {
        Engine engine = subject(row).engine();
        return facts.typedOr(
                typed.map(Integer::doubleValue),
                path(row, "settings/" + field),
                engine,
                field,
                standard.apply(engine),
                number);
    }

    private Figure nonTorchFact(
            FigureBook.Scope w,
            Facts facts,
            String id,
            String title,
            Function<Engine.MemoryBand, org.sizewright.quantity.Bytes> pick) {
        return w.fact(id, Unit.GIB, title, row -> {
            Engine engine = subject(row).engine();
            int degree = subject(row).tensorParallel();
            return facts.of(
                    engine,
                    "memory outside the framework at tensor parallel " + degree,
                    engine.nonTorchAt(degree)
                            .<Fact<org.sizewright.quantity.Bytes>>map(
                                    band -> Fact.known(pick.apply(band), band.evidence(), band.sources()))
                            .orElseGet(Fact::unknown),
                    bytes -> bytes.toGib());
        });
    }
}
