package org.sizewright.sizing.throughput;

import java.util.function.Function;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.ThroughputModel;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;

/**
 * One batch of equal requests from beginning to end, with nothing else on the GPU; one row per model. A step reads the weights that
 * the tokens meet and their cache, and takes a fixed time per layer besides; the prompts are read at once before.
 */
public final class StreamFigures {
    private static final Source RULE = Source.of(
            "One batch alone: bytes over bandwidth and a fixed time per layer",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.INFERRED);

    /** How many requests, and whether the prompt counts in the speed. */
    public record Batch(int requests, boolean promptCounts) {
        public static final Batch ALONE = new Batch(1, false);

        public Batch {
            if (requests < 1) {
                throw new IllegalArgumentException("a batch has at least one request, not " + requests);
            }
        }
    }

    public final Figure cases;
    public final Figure step;
    public final Figure prefillTime;
    /** Tokens of the whole batch per second, over prompt and answer. */
    public final Figure speed;

    public final Figure prefillSpeed;
    public final Figure decodeSpeed;
    private final FigureBook.Scope w;
    private final ModelWork work;
    private final Function<LlmSubject, ThroughputModel> models;

    StreamFigures(
            FigureBook.Builder book,
            LlmMemory llm,
            ModelWork work,
            Function<LlmSubject, ThroughputModel> models,
            Function<LlmSubject, Batch> batches,
            Function<RowKey, MeasuredCases> measured,
            Function<RowKey, MeasuredCases> measuredPrefill,
            Function<RowKey, MeasuredCases> measuredDecode) {
        this.work = work;
        this.models = models;
        w = book.over(llm.rows);
        cases = w.fact(
                "stream_cases",
                Unit.COUNT,
                "Measured cases of one batch alone on this GPU",
                row -> measured.apply(row).count());
        Figure requests = w.fact(
                "stream_requests",
                Unit.COUNT,
                "Requests of the batch",
                row -> Given.fact(batches.apply(work.subject(row)).requests(), LlmMemory.CHOICE));
        Figure counted = w.fact(
                "stream_prompt_counts",
                Unit.COUNT,
                "The prompt counts in the speed (1 = yes)",
                row -> Given.fact(batches.apply(work.subject(row)).promptCounts() ? 1 : 0, LlmMemory.CHOICE));
        Formula share = constant("bandwidth", "stream_share", "Share of the bandwidth, weights", Unit.COUNT);
        Formula headShare = constant("headBandwidth", "stream_head_share", "Share of the bandwidth, head", Unit.COUNT);
        Formula cacheShare = constant("kvBandwidth", "stream_cache_share", "Share of the bandwidth, cache", Unit.COUNT);
        Formula layer = constant("layer", "stream_layer", "Fixed time of a layer", Unit.SECOND)
                .plus(constant("quantisedLayer", "stream_quantised_layer", "More for such weights", Unit.SECOND));
        Formula expertLayer = constant("moeLayer", "stream_expert_layer", "Fixed time of experts", Unit.SECOND)
                .plus(constant("quantisedMoeLayer", "stream_quantised_experts", "More for such experts", Unit.SECOND));
        Formula reduce = constant("allReduceLatency", "stream_all_reduce", "Delay of an all-reduce", Unit.SECOND)
                .times(2)
                .times(work.layers);
        step = w.define(
                "stream_step",
                Unit.MILLISECOND,
                "A step of the batch",
                work.denseBytes
                        .plus(work.expertBytes.times(work.expertShare))
                        .dividedBy(work.bandwidth.times(share))
                        .plus(work.headBytes.dividedBy(work.bandwidth.times(headShare)))
                        .plus(work.cacheRead.times(requests).dividedBy(work.bandwidth.times(cacheShare)))
                        .plus(layer.times(work.layers))
                        .plus(expertLayer.times(work.expertLayers))
                        .plus(Formula.when(
                                work.tensor.moreThan(Formula.constant(1)), reduce, Formula.constant(0, Unit.SECOND))),
                RULE);
        Formula prefillShare = constant("prefill", "stream_prefill_share", "Share of the peak, prompts", Unit.COUNT);
        prefillTime = w.define(
                "stream_prefill_time",
                Unit.MILLISECOND,
                "Reading the prompts of the batch",
                constant("prefillStart", "stream_prefill_start", "Start of reading", Unit.SECOND)
                        .plus(work.prefillOperations
                                .times(requests)
                                .dividedBy(work.tensor)
                                .dividedBy(work.peak16.times(prefillShare))),
                RULE);
        speed = banded(
                "stream_speed",
                "Speed of one batch alone",
                work.output
                        .plus(counted.times(work.input))
                        .times(requests)
                        .dividedBy(work.steps.times(step).plus(prefillTime)),
                measured);
        prefillSpeed = banded(
                "stream_prefill_speed",
                "Prompt tokens per second of one batch alone",
                work.newTokens.times(requests).dividedBy(prefillTime),
                measuredPrefill);
        decodeSpeed = banded(
                "stream_decode_speed",
                "Output tokens per second of one batch alone",
                requests.times(ModelWork.ONE_TOKEN).dividedBy(step),
                measuredDecode);
    }

    private Figure banded(String id, String title, Formula speed, Function<RowKey, MeasuredCases> measured) {
        Figure low = w.fact(
                id + "_band_low",
                Unit.COUNT,
                "Measured against estimated, low",
                row -> measured.apply(row).low());
        Figure high = w.fact(
                id + "_band_high",
                Unit.COUNT,
                "Measured against estimated, high",
                row -> measured.apply(row).high());
        return w.define(
                id, Unit.TOKEN_PER_SECOND, title, new Formula.ByLane(speed.times(high), speed, speed.times(low)), RULE);
    }

    private Figure constant(String name, String id, String title, Unit unit) {
        return w.fact(
                id,
                unit,
                title,
                row -> work.constants().given(models.apply(work.subject(row)), Served.of(work.subject(row)), name));
    }
}
