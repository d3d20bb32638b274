package org.sizewright.sizing.throughput;

import java.util.function.Function;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.ThroughputModel;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;

/**
 * A serving engine under load, one row per model. A step gives one token to each sequence of the batch; it takes the longer of
 * reading the weights and calculating with them, what each sequence adds, and a fixed part. Prompts that are read between take
 * their calculation, at least the time to launch all layers. Times of a step are those of one stage of a pipeline.
 *
 * <p>Band: maximum-load throughput was measured, so that what follows from it (tokens per second, time per token) has its band on
 * GPUs with cases; time to the first token was not measured anywhere.
 */
public final class LoadFigures {
    static final Source RULE = Source.of(
            "Steps of a serving engine: weights, calculation, cache, communication and launches",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.INFERRED);
    private static final Source LITTLE = Source.of(
            "Little's law: requests in work = requests per second x seconds per request",
            "",
            "1961",
            Evidence.RECALLED);
    private static final Formula NONE = Formula.constant(0);
    private static final Formula ONE = Formula.constant(1);
    private static final Formula NO_QUEUE = new Formula.Missing(
            "not measured",
            "this software takes one batch after the other, and nobody measured it under load",
            Unit.COUNT);

    /** Cases on this GPU with this engine. */
    public final Figure cases;

    public final Figure batch;

    public final Figure roomForRequests;
    public final Figure maxLoadPerGpu;
    public final Figure maxLoad;
    public final Figure maxLoadTime;
    public final Figure prefillTime;
    public final Figure stepBatch;
    public final Figure decodeStep;
    public final Figure timePerToken;
    public final Figure timeToFirstToken;
    public final Figure tokensPerSecond;
    public final Figure tokensPerSecondInAll;
    public final Figure waiting;
    public final Figure requestTime;
    public final Figure requestRate;
    public final Figure promptsPerSecond;

    final Figure bandLow;
    final Figure bandHigh;
    final Figure linear;
    final Figure perSequence;
    final Figure fixed;
    final Figure launch;
    final Figure prefillOfStage;
    final Figure idle;
    final Figure readDense;
    final Figure readExperts;
    private final FigureBook.Scope w;
    private final ModelWork work;
    private final LlmMemory llm;
    private final Function<LlmSubject, ThroughputModel> models;

    LoadFigures(
            FigureBook.Builder book,
            LlmMemory llm,
            ModelWork work,
            Function<LlmSubject, ThroughputModel> models,
            Function<RowKey, MeasuredCases> measured) {
        this.work = work;
        this.llm = llm;
        this.models = models;
        w = book.over(llm.rows);
        cases = w.fact(
                "load_cases",
                Unit.COUNT,
                "Measured cases on this GPU",
                row -> measured.apply(row).count());
        bandLow = w.fact(
                "load_band_low",
                Unit.COUNT,
                "Measured against estimated throughput, low",
                row -> measured.apply(row).low());
        bandHigh = w.fact(
                "load_band_high",
                Unit.COUNT,
                "Measured against estimated throughput, high",
                row -> measured.apply(row).high());

        Figure peak = w.fact(
                "load_peak",
                Unit.TERAFLOP_PER_SECOND,
                "Peak of the matrices",
                row -> work.constants().matrixPeak(model(row), Served.of(work.subject(row))));
        Figure share = w.fact(
                "load_share",
                Unit.COUNT,
                "Share of that peak",
                row -> work.constants().matrixShare(model(row), Served.of(work.subject(row))));
        Figure share16 = constant("flops16", "load_share16", "Share of the peak in 16 bit", Unit.COUNT);
        Figure expertFactor = constant("moeFactor", "load_expert_factor", "Experts cost this much more", Unit.COUNT);
        linear = w.define(
                "load_linear",
                Unit.MICROSECOND_PER_TOKEN,
                "Matrices per token",
                work.matrixTime(peak, share, share16, expertFactor),
                RULE);
        Figure communication = communication();
        perSequence = perSequence(share16, communication);
        fixed = w.define(
                "load_fixed",
                Unit.MICROSECOND,
                "Fixed part of a step",
                Formula.when(
                                work.tensor.moreThan(ONE),
                                constant(
                                                "allReduceLatency",
                                                "load_all_reduce_latency",
                                                "Delay of an all-reduce",
                                                Unit.SECOND)
                                        .times(work.layers)
                                        .times(2),
                                Formula.constant(0, Unit.SECOND))
                        .plus(Formula.when(
                                work.ranks.moreThan(ONE),
                                constant(
                                                "allToAllLatency",
                                                "load_all_to_all_latency",
                                                "Delay of an exchange between experts",
                                                Unit.SECOND)
                                        .times(work.expertLayers)
                                        .times(2),
                                Formula.constant(0, Unit.SECOND)))
                        .dividedBy(work.pipeline),
                RULE);
        launch = w.define(
                "load_launch",
                Unit.MILLISECOND,
                "Launching all layers of a stage",
                constant("hostLayer", "load_host_layer", "Launching a layer", Unit.SECOND)
                        .times(work.layers)
                        .plus(constant("hostMoeLayer", "load_host_expert_layer", "Launching experts", Unit.SECOND)
                                .times(work.expertLayers))
                        .times(constant("hostFactor", "load_host_factor", "Host against x86", Unit.COUNT))
                        .dividedBy(work.pipeline),
                RULE);
        idle = w.define(
                "load_idle",
                Unit.COUNT,
                "Stages that wait for each other",
                constant("pipelineImbalance", "load_imbalance", "Waiting per further stage", Unit.COUNT)
                        .times(work.pipeline.minus(ONE))
                        .plus(ONE),
                RULE);
        prefillOfStage = w.define(
                "load_prefill_stage",
                Unit.MILLISECOND,
                "Reading a prompt, one stage",
                work.newTokens
                        .times(linear.plus(communication))
                        .plus(work.attentionOperations
                                .dividedBy(work.peakAttention.times(constant(
                                        "attention",
                                        "load_attention_share",
                                        "Share of the peak in attention",
                                        Unit.COUNT)))
                                .dividedBy(work.tensor)
                                .dividedBy(work.pipeline)),
                RULE);
        prefillTime = w.define(
                "prefill_time",
                Unit.MILLISECOND,
                "Reading a prompt",
                unmeasured(prefillOfStage.times(work.pipeline), "the time to read a prompt"),
                RULE);
        Formula speed = work.bandwidth.times(
                constant("bandwidth", "load_bandwidth_share", "Share of the bandwidth", Unit.COUNT));
        readDense = w.define(
                "load_read_dense",
                Unit.MILLISECOND,
                "Reading the weights of every token",
                work.denseBytes.plus(work.headBytes).dividedBy(speed),
                RULE);
        readExperts = w.define(
                "load_read_experts", Unit.MILLISECOND, "Reading all experts", work.expertBytes.dividedBy(speed), RULE);

        roomForRequests = w.define(
                "load_room",
                Unit.COUNT,
                "Requests that the cache has room for",
                llm.withoutPool(
                        llm.requestsPerReplica.inLane(Lane.VALUE),
                        Formula.max(
                                NONE,
                                llm.engine
                                        .kvPool
                                        .inLane(Lane.VALUE)
                                        .minus(work.cachePrefix)
                                        .dividedBy(work.cacheRequest))),
                RULE);
        Formula together = Formula.min(
                roomForRequests.dividedBy(work.pipeline),
                llm.engine.maxSequences.dividedBy(work.pipeline),
                llm.engine
                        .maxBatchedTokens
                        .dividedBy(ModelWork.ONE_TOKEN)
                        .dividedBy(work.newTokens.dividedBy(work.output).plus(ONE)));
        batch = w.define(
                "load_batch",
                Unit.COUNT,
                "Largest batch of a stage",
                llm.withoutPool(
                        NO_QUEUE,
                        Formula.when(
                                roomForRequests.atLeast(ONE),
                                Formula.max(ONE, together),
                                new Formula.Missing(
                                        "does not fit", "not one request fits in the room for the cache", Unit.COUNT))),
                RULE);
        Times full = at(batch, "full", "at the most load");
        maxLoadTime = w.define(
                "max_load_time_per_token",
                Unit.MILLISECOND,
                "Time per output token at the most load",
                slower(full.token().times(work.pipeline)),
                RULE);
        Formula most = batch.times(ModelWork.ONE_TOKEN).dividedBy(full.token());
        maxLoadPerGpu = w.define(
                "max_load_per_gpu",
                Unit.TOKEN_PER_SECOND,
                "Output tokens at the most load per GPU",
                faster(most.dividedBy(work.tensor).dividedBy(work.pipeline)),
                RULE);
        maxLoad = w.define(
                "load_at_most",
                Unit.TOKEN_PER_SECOND,
                "Output tokens at the most load per replica",
                faster(most.times(work.ranks)),
                RULE);

        Formula inWork = llm.requestsInUse.inLane(Lane.VALUE);
        stepBatch = w.define(
                "load_step_batch",
                Unit.COUNT,
                "Batch of a stage at this concurrency",
                Formula.min(batch, inWork.dividedBy(work.ranks).dividedBy(work.pipeline)),
                RULE);
        waiting = w.define(
                "load_waiting",
                Unit.COUNT,
                "Requests that wait, fullest replica",
                Formula.max(NONE, inWork.minus(batch.times(work.ranks).times(work.pipeline))),
                RULE);
        Times now = at(stepBatch, "now", "at this concurrency");
        decodeStep = now.step();
        timePerToken = w.output(
                "time_per_token",
                Unit.MILLISECOND,
                "Time per output token",
                slower(now.token().times(work.pipeline)),
                RULE);
        Formula first = firstToken(now.step(), stepBatch);
        timeToFirstToken = w.output(
                "time_to_first_token",
                Unit.MILLISECOND,
                "Time to the first token",
                unmeasured(first, "the time to the first token"),
                RULE);
        Formula rate = stepBatch.times(ModelWork.ONE_TOKEN).times(work.ranks).dividedBy(now.token());
        tokensPerSecond =
                w.output("tokens_per_second", Unit.TOKEN_PER_SECOND, "Output tokens per replica", faster(rate), RULE);
        tokensPerSecondInAll = w.output(
                "tokens_per_second_in_all",
                Unit.TOKEN_PER_SECOND,
                "Output tokens in all",
                faster(rate.times(llm.concurrency).dividedBy(inWork)),
                RULE);
        requestTime = w.define(
                "request_time",
                Unit.SECOND,
                "Time of a request",
                timeToFirstToken.inLane(Lane.VALUE).plus(work.steps.times(timePerToken)),
                RULE);
        requestRate = w.define(
                "request_rate",
                Unit.PER_SECOND,
                "Requests per second in all",
                llm.concurrency.dividedBy(requestTime),
                LITTLE);
        promptsPerSecond = w.define(
                "prompts_per_second",
                Unit.PER_SECOND,
                "Prompts per second and replica without answers (embedding, reranking)",
                unmeasured(
                        work.ranks.dividedBy(Formula.max(
                                prefillOfStage, launch.times(work.newTokens).dividedBy(llm.engine.maxBatchedTokens))),
                        "reading prompts alone"),
                RULE);
    }

    /** Times of one stage with that batch: a step that only decodes, and an output token with its share of the prompts. */
    record Times(Figure step, Figure token) {}

    Times at(Figure sequences, String id, String words) {
        Formula expertsRead = ONE.minus(ONE.minus(work.expertShare).power(sequences.times(work.ranks)));
        Figure step = w.define(
                "load_step_" + id,
                Unit.MILLISECOND,
                "A step " + words,
                Formula.max(
                                readDense.plus(readExperts.times(
                                        Formula.when(work.expertShare.moreThan(NONE), expertsRead, ONE))),
                                linear.times(ModelWork.ONE_TOKEN).times(sequences))
                        .plus(perSequence.times(sequences))
                        .plus(fixed),
                RULE);
        Formula tokens = llm.engine.maxBatchedTokens;
        Formula perStep = sequences.dividedBy(work.steps);
        Formula mixed = Formula.max(
                Formula.min(ONE, perStep),
                Formula.min(ONE, perStep.times(work.newTokens).dividedBy(leftForPrompts(sequences, tokens))));
        Figure token = w.define(
                "load_token_" + id,
                Unit.MILLISECOND,
                "An output token of a stage " + words,
                step.plus(Formula.max(perStep.times(prefillOfStage), mixed.times(launch.minus(step))))
                        .times(idle),
                RULE);
        return new Times(step, token);
    }

    /** Tokens of a step that prompts can have. */
    private static Formula leftForPrompts(Formula sequences, Formula tokens) {
        return Formula.max(tokens.minus(sequences.times(ModelWork.ONE_TOKEN)), tokens.dividedBy(2));
    }

    /** Steps that a prompt is spread over. */
    Formula chunks(Formula sequences) {
        return work.newTokens
                .dividedBy(leftForPrompts(sequences, llm.engine.maxBatchedTokens))
                .ceil();
    }

    Formula firstToken(Figure step, Figure sequences) {
        return Formula.max(launch, step)
                .times(chunks(sequences))
                .plus(prefillOfStage)
                .times(work.pipeline);
    }

    /** Least need for hardware is the highest speed. */
    private Formula faster(Formula speed) {
        return new Formula.ByLane(speed.times(bandHigh), speed, speed.times(bandLow));
    }

    private Formula slower(Formula time) {
        return new Formula.ByLane(time.dividedBy(bandHigh), time, time.dividedBy(bandLow));
    }

    /** A target that this band of the throughput must keep. */
    Formula target(Formula time) {
        return new Formula.ByLane(time.times(bandHigh), time, time.times(bandLow));
    }

    static Formula unmeasured(Formula value, String what) {
        Formula none = new Formula.Missing(
                MeasuredCases.NOT_MEASURED, "no case of " + what + " was measured on any GPU", value.unit());
        return new Formula.ByLane(none, value, none);
    }

    private Figure communication() {
        Formula vector = ModelWork.TWO_BYTES.times(llm.model.hidden);
        Figure ring =
                constant("allReduceEfficiency", "load_all_reduce_share", "Share of the link, all-reduce", Unit.COUNT);
        Figure exchange =
                constant("allToAllEfficiency", "load_all_to_all_share", "Share of the link, experts", Unit.COUNT);
        Formula reduce = vector.times(work.layers)
                .times(4)
                .times(work.tensor.minus(ONE))
                .dividedBy(work.tensor)
                .dividedBy(work.link.times(ring));
        Formula experts = vector.times(work.expertLayers)
                .times(2)
                .times(Formula.min(work.expertsPerToken, work.ranks.minus(ONE)))
                .dividedBy(work.link.times(exchange));
        Formula nothing = Formula.constant(0, Unit.MICROSECOND_PER_TOKEN);
        return w.define(
                "load_communication",
                Unit.MICROSECOND_PER_TOKEN,
                "Communication per token",
                Formula.when(work.tensor.moreThan(ONE), reduce, nothing)
                        .plus(Formula.when(work.ranks.moreThan(ONE), experts, nothing))
                        .dividedBy(work.pipeline),
                RULE);
    }

    private Figure perSequence(Figure share16, Figure communication) {
        Figure cacheShare = constant("kvBandwidth", "load_cache_share", "Share of the bandwidth, cache", Unit.COUNT);
        Formula head = work.headOperations.dividedBy(work.peak16.times(share16));
        return w.define(
                "load_per_sequence",
                Unit.MICROSECOND,
                "What a sequence adds to a step",
                head.plus(communication)
                        .times(ModelWork.ONE_TOKEN)
                        .plus(work.cacheRead.dividedBy(work.bandwidth.times(cacheShare)))
                        .plus(work.latentOperations
                                .dividedBy(work.peak16.times(share16))
                                .dividedBy(work.tensor)
                                .dividedBy(work.pipeline)),
                RULE);
    }

    private Figure constant(String name, String id, String title, Unit unit) {
        return w.fact(id, unit, title, row -> work.constants().given(model(row), Served.of(work.subject(row)), name));
    }

    private ThroughputModel model(RowKey row) {
        return models.apply(work.subject(row));
    }
}
