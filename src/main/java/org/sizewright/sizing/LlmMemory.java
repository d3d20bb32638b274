package org.sizewright.sizing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
import org.sizewright.library.Library;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.sizing.generation.GenerationServing;
import org.sizewright.sizing.generation.ProcessPeak;

/**
 * The memory of language models that are served, one row per workload: parameters, weights, KV cache, what the engine needs
 * besides, what is left on each GPU, and from there requests, replicas and GPUs.
 *
 * <p>All sizes "per GPU" are those of the GPU that has the most to hold.
 */
public final class LlmMemory {
    public static final Source CHOICE = Source.of("choice of the plan", "", "", Evidence.TYPED);
    private static final Source BLOCKS = Source.of(
            "vLLM start-up logs: pool divided into blocks, 49 runs reproduced",
            "github.com/jgchn/llm-d-planner accuracy/results",
            "2026",
            Evidence.VERIFIED);

    public final Rows rows;
    public final ModelParameters model;
    public final CacheFigures cache;
    public final EngineBudget engine;

    // weights
    public final Figure weights;
    public final Figure tensorParallel;
    public final Figure pipelineParallel;
    public final Figure expertParallel;
    public final Figure weightsPerGpu;

    // load and cache
    public final TrafficFigures traffic;
    public final Figure longestContext;
    public final Figure context;
    public final Figure concurrency;
    public final Figure kvPerToken;
    public final Figure contextInBlocks;
    public final Figure kvPerRequest;
    public final Figure kvForConcurrency;
    public final Figure stageBlocks;
    public final Figure blocks;
    public final Figure tokensPerReplica;
    public final Figure concurrencyAtContext;

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

    /** Defines all figures. */
    public LlmMemory(FigureBook.Builder book, List<LlmSubject> subjectList, Library library) {
        subjects = subjectList.stream().collect(Collectors.toMap(LlmSubject::row, Function.identity()));
        rows = new Rows(
                "llm",
                "Language model",
                subjectList.stream().map(LlmSubject::row).toList());
        FigureBook.Scope w = book.over(rows);
        Facts facts = new Facts(library);

        tensorParallel = w.fact(
                "tensor_parallel",
                Unit.COUNT,
                "Tensor parallel",
                row -> Given.fact(subject(row).parallel().tensor(), CHOICE));
        pipelineParallel = w.fact(
                "pipeline_parallel",
                Unit.COUNT,
                "Pipeline stages",
                row -> Given.fact(subject(row).parallel().pipeline(), CHOICE));
        expertParallel = w.fact(
                "expert_parallel",
                Unit.COUNT,
                "Groups that share the experts",
                row -> Given.fact(subject(row).parallel().expert(), CHOICE));
        traffic = new TrafficFigures(book, subjectList);
        Formula none = Formula.constant(0);
        longestContext = w.input(
                "context",
                Unit.TOKEN,
                "Context length",
                Range.of(1, LlmServing.MAX_CONTEXT),
                row -> Given.input(workload(row).contextTokens(), path(row, "contextTokens")));
        Figure typed = w.input(
                "concurrency",
                Unit.COUNT,
                "Concurrent requests, typed in",
                Range.of(1, LlmServing.MAX_CONCURRENCY),
                row -> Given.input(workload(row).concurrency(), path(row, "concurrency")));
        Figure fromTraffic = w.define(
                "concurrency_of_traffic",
                Unit.COUNT,
                "Requests in work of the traffic",
                traffic.requestsInWork.sumOver(traffic.rowsOf));
        concurrency = w.define(
                "concurrent_requests",
                Unit.COUNT,
                "Concurrent requests",
                Formula.when(fromTraffic.moreThan(none), Formula.max(Formula.constant(1), fromTraffic), typed));
        Figure tokensOfTraffic = w.define(
                "tokens_of_traffic",
                Unit.TOKEN,
                "Tokens of a request of the traffic",
                traffic.tokensInWork.sumOver(traffic.rowsOf));
        context = w.define(
                "request_tokens",
                Unit.TOKEN,
                "Tokens of a request",
                Formula.when(
                        tokensOfTraffic.moreThan(Formula.constant(0, Unit.TOKEN)), tokensOfTraffic, longestContext));
        Optional<GenerationServing> processes = GenerationServing.of(
                book, rows, subjectList, context, traffic.outputTokens.sumOver(traffic.rowsOf), library);
        model = new ModelParameters(book, rows, subjectList, processes, facts);
        weights = model.weights;
        weightsPerGpu = model.weightsPerGpu;
        cache = new CacheFigures(book, rows, model, facts);
        engine = new EngineBudget(book, rows, subjects, model, tensorParallel, concurrency, processes, facts);

        FigureBook.Scope s = book.over(model.stages);
        FigureBook.Scope k = book.over(cache.kinds);
        Map<RowKey, RowKey> up = model.modelOf;
        Map<RowKey, RowKey> kindUp = cache.modelOfKind();
        contextInBlocks = w.define(
                "context_in_blocks", Unit.TOKEN, "Context in whole blocks", context.ceilTo(engine.blockSize), BLOCKS);
        kvPerToken = w.define(
                "kv_per_token",
                Unit.BYTE_PER_TOKEN,
                "KV cache per token and GPU",
                cache.kvPerToken.largestOver(model.stagesOf),
                BLOCKS);

        Figure blockBytes = s.define(
                "block_bytes",
                Unit.MIB,
                "A block of the cache",
                engine.blockSize.at(up).times(cache.layerBytes).times(cache.groupSize),
                BLOCKS);
        stageBlocks = s.define(
                "stage_blocks",
                Unit.COUNT,
                "Blocks that fit on a GPU of a stage",
                facts.bandedRoom(
                                s,
                                "cache-blocks",
                                Formula.max(Formula.constant(0), engine.stagePool.dividedBy(blockBytes)))
                        .floor(),
                BLOCKS);
        Figure stageTokens = s.define(
                "stage_tokens",
                Unit.TOKEN,
                "Tokens that fit on a stage",
                stageBlocks.dividedBy(cache.groups).floor().times(engine.blockSize.at(up)),
                BLOCKS);
        Figure keptTokens = k.define(
                "kind_kept_tokens",
                Unit.TOKEN,
                "Tokens kept of one request",
                Formula.when(
                        cache.windowed.moreThan(Formula.constant(0)),
                        Formula.min(
                                context.at(kindUp),
                                cache.window
                                        .minus(Formula.constant(1, Unit.TOKEN))
                                        .plus(engine.maxBatchedTokens.at(kindUp))),
                        context.at(kindUp)),
                BLOCKS);
        Figure kindBlocks = k.define(
                "kind_blocks",
                Unit.COUNT,
                "Blocks of one request",
                cache.groupsOfKind.times(
                        keptTokens.dividedBy(engine.blockSize.at(kindUp)).ceil().plus(cache.windowed)),
                BLOCKS);
        Figure stagePerRequest = s.define(
                "stage_per_request",
                Unit.COUNT,
                "Blocks of one request on a stage",
                kindBlocks
                        .sumOver(cache.kindsOf)
                        .plus(cache.statePerRequest.dividedBy(blockBytes).ceil()),
                BLOCKS);
        Figure stageKvPerRequest = s.define(
                "stage_kv_per_request",
                Unit.GIB,
                "Cache of one request on a GPU of a stage",
                stagePerRequest.times(blockBytes),
                BLOCKS);
        Figure stageConcurrency = s.define(
                "stage_concurrency",
                Unit.COUNT,
                "Requests of full length that a stage has room for",
                stageBlocks.dividedBy(stagePerRequest),
                BLOCKS);
        Figure stageRequests = s.define(
                "stage_requests", Unit.COUNT, "Requests that fit on a stage", stageConcurrency.floor(), BLOCKS);
        concurrencyAtContext = w.define(
                "concurrency_at_context",
                Unit.COUNT,
                "Requests of full length that there is room for",
                instead(some -> some.requests, stageConcurrency.smallestOver(model.stagesOf)),
                BLOCKS);
        blocks = w.define(
                "gpu_blocks",
                Unit.COUNT,
                "Blocks that fit",
                instead(
                        some -> new Formula.Missing("none", "this software keeps no pool of blocks", Unit.COUNT),
                        stageBlocks.smallestOver(model.stagesOf)),
                BLOCKS);
        tokensPerReplica = w.define(
                "tokens_per_replica",
                Unit.TOKEN,
                "Tokens that fit in a replica",
                instead(
                        some -> some.requests.times(context),
                        stageTokens.smallestOver(model.stagesOf).times(expertParallel)),
                BLOCKS);
        kvPerRequest = w.define(
                "kv_per_request",
                Unit.GIB,
                "KV cache per request and GPU",
                instead(
                        some -> some.processes.kvPerRequest.times(
                                model.stageShare.orElseThrow().largestOver(model.stagesOf)),
                        stageKvPerRequest.largestOver(model.stagesOf)),
                BLOCKS);
        kvForConcurrency = w.define(
                "kv_for_concurrency",
                Unit.GIB,
                "KV cache of all concurrent requests",
                instead(
                        some -> some.processes.kvPerRequest.times(concurrency),
                        stageKvPerRequest
                                .sumOver(model.stagesOf)
                                .times(concurrency)
                                .times(tensorParallel)),
                BLOCKS);

        requestsPerReplica = w.define(
                "requests_per_replica",
                Unit.COUNT,
                "Requests that fit in a replica",
                instead(
                        some -> some.requests,
                        Formula.min(engine.maxSequences, stageRequests.smallestOver(model.stagesOf))
                                .times(expertParallel)),
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
        kvInUse = w.define(
                "kv_in_use",
                Unit.GIB,
                "KV cache in use per GPU",
                requestsInUse.dividedBy(expertParallel).ceil().times(kvPerRequest),
                BLOCKS);
        kvSpare = w.define("kv_spare", Unit.GIB, "Cache room not in use", engine.kvPool.minus(kvInUse));
        left = w.define(
                "left",
                Unit.GIB,
                "Left on each GPU",
                engine.gpuMemory
                        .minus(weightsPerGpu)
                        .minus(engine.activation)
                        .minus(engine.nonTorch)
                        .minus(kvInUse));
        gpus = w.define(
                "llm_gpus",
                Unit.COUNT,
                "GPUs",
                replicas.times(tensorParallel).times(pipelineParallel).times(expertParallel));
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

    /** The first for models without a pool, the second for others; the second alone where all have one. */
    private Formula instead(Function<ProcessPeak, Formula> ofProcess, Formula ofEngine) {
        return engine.process
                .map(some -> some.instead(ofProcess.apply(some), ofEngine))
                .orElse(ofEngine);
    }

    /** The first for models that are served without a pool, the second for others; the second alone where all have one. */
    public Formula withoutPool(Formula ofProcess, Formula ofEngine) {
        return instead(some -> ofProcess, ofEngine);
    }

    public LlmSubject subject(RowKey row) {
        LlmSubject subject = subjects.get(row);
        if (subject == null) {
            throw new IllegalArgumentException("no language model in row " + row.id());
        }
        return subject;
    }

    private LlmServing workload(RowKey row) {
        return subject(row).workload();
    }

    /** Where a field of that workload stands in the plan. */
    public String path(RowKey row, String field) {
        return "/workloads/" + workload(row).id() + "/" + field;
    }
}
