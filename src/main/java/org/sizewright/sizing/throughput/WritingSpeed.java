package org.sizewright.sizing.throughput;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.ThroughputModel;
import org.sizewright.library.model.Feed;
import org.sizewright.library.model.Layer;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.Tensor;
import org.sizewright.sizing.Facts;

/**
 * How long a batch of equal answers takes that are written together, from the first prompt to the last token, as within a step of
 * alignment: by the constants of an engine with one batch alone, the longer of reading the weights and calculating with them. Nobody
 * measured such a batch inside a training run, so that there is no band.
 */
public final class WritingSpeed {
    private static final Source RULE = Source.of(
            "One batch alone: the longer of reading the weights and calculating with them, the cache, and a fixed time per layer",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.INFERRED);
    /** Who writes: the engine with single batches measured on the GPUs that models are trained on. */
    private static final String ENGINE = "vllm";

    private static final Formula TWO_BYTES = Formula.constant(2, Unit.BYTE);

    /**
     * A model that writes.
     *
     * @param weights how it is stored; 16 bit
     */
    public record Writer(ModelArchitecture model, ModelShape shape, NumberFormat weights, Gpu gpu) {}

    /**
     * A batch.
     *
     * @param answers written at the same time
     * @param promptTokens of each
     * @param answerTokens of each
     * @param cachePerToken bytes that a token leaves in the cache, on all GPUs together
     * @param tensor GPUs that share every matrix
     */
    public record Batch(
            Formula answers, Formula promptTokens, Formula answerTokens, Formula cachePerToken, Formula tensor) {}

    /** Time of a token of each answer. */
    public final Figure step;

    /** Reading all prompts. */
    public final Figure prompts;

    /** From the prompts to the last token. */
    public final Figure time;

    private final FigureBook.Scope w;
    private final Function<RowKey, Optional<Writer>> writers;
    private final Facts facts;
    private final Constants constants;
    private final ThroughputModel engine;

    /**
     * Defines the figures.
     *
     * @param writers empty where it is not known what GPU it is, as on a slice
     */
    public WritingSpeed(FigureBook.Scope scope, Batch batch, Function<RowKey, Optional<Writer>> writers, Facts facts) {
        w = scope;
        this.writers = writers;
        this.facts = facts;
        constants = new Constants(facts);
        Library library = facts.library();
        engine = Throughput.find(library, ThroughputModel.Kind.STREAM, ENGINE);
        Figure bandwidth = w.fact(
                "write_bandwidth",
                Unit.GB_PER_SECOND,
                "Memory bandwidth",
                row -> given(
                        row,
                        served -> facts.of(
                                served.gpu(),
                                "memory bandwidth",
                                served.gpu().memory().bandwidthGbPerSecond(),
                                number -> number)));
        Figure peak = w.fact(
                "write_peak",
                Unit.TERAFLOP_PER_SECOND,
                "Peak in 16 bit",
                row -> given(row, served -> constants.peak(served, Constants.sixteenBit(served.gpu()))));
        Figure everywhere = shape(
                "dense",
                "Parameters that every token meets",
                shape -> shape.parameters() - expertParameters(shape) - lookedUp(shape));
        Figure experts = shape("experts", "Parameters of experts", WritingSpeed::expertParameters);
        Figure share = shape("expert_share", "Share of the experts that a token visits", WritingSpeed::expertShare);
        Figure active =
                shape("active", "Parameters that a token meets", shape -> shape.activeParameters() - lookedUp(shape));
        Figure layers = shape("layers", "Layers", shape -> shape.layers().size());
        Figure expertLayers = shape(
                "expert_layers",
                "Layers with experts",
                shape -> ModelWork.expertLayers(shape).size());
        Formula visited = experts.times(Formula.min(Formula.constant(1), share.times(batch.answers())));
        Figure reading = w.define(
                "write_reading",
                Unit.MILLISECOND,
                "Reading the weights",
                everywhere
                        .plus(visited)
                        .times(TWO_BYTES)
                        .dividedBy(batch.tensor())
                        .dividedBy(
                                bandwidth.times(constant("bandwidth", "share", "Share of the bandwidth", Unit.COUNT))),
                RULE);
        Formula calculated = ModelWork.TWO_OPERATIONS
                .times(active)
                .dividedBy(batch.tensor())
                .dividedBy(peak.times(constant("prefill", "peak_share", "Share of the peak", Unit.COUNT)));
        Figure calculating = w.define(
                "write_calculating",
                Unit.MILLISECOND,
                "Calculating with them",
                calculated.times(batch.answers()).times(ModelWork.ONE_TOKEN),
                RULE);
        Figure cache = w.define(
                "write_cache",
                Unit.MILLISECOND,
                "Reading the cache, in the middle of an answer",
                batch.answers()
                        .times(batch.cachePerToken())
                        .times(batch.promptTokens().plus(batch.answerTokens().dividedBy(2)))
                        .dividedBy(batch.tensor())
                        .dividedBy(bandwidth.times(
                                constant("kvBandwidth", "cache_share", "Share of the bandwidth, cache", Unit.COUNT))),
                RULE);
        Formula reduce = constant("allReduceLatency", "all_reduce", "Delay of an all-reduce", Unit.SECOND)
                .times(2)
                .times(layers);
        step = w.define(
                "write_step",
                Unit.MILLISECOND,
                "A token of each answer",
                Formula.max(reading, calculating)
                        .plus(cache)
                        .plus(constant("layer", "layer", "Fixed time of a layer", Unit.SECOND)
                                .times(layers))
                        .plus(constant("moeLayer", "expert_layer", "Fixed time of experts", Unit.SECOND)
                                .times(expertLayers))
                        .plus(Formula.when(
                                batch.tensor().moreThan(Formula.constant(1)),
                                reduce,
                                Formula.constant(0, Unit.SECOND))),
                RULE);
        prompts = w.define(
                "write_prompts",
                Unit.MILLISECOND,
                "Reading the prompts",
                calculated.times(batch.answers()).times(batch.promptTokens()),
                RULE);
        Formula whole =
                batch.answerTokens().dividedBy(ModelWork.ONE_TOKEN).times(step).plus(prompts);
        time = w.define(
                "write_time",
                Unit.SECOND,
                "Writing a batch of answers",
                new Formula.ByLane(whole.times(bound("low")), whole, whole.times(bound("high"))),
                RULE);
    }

    private Figure bound(String side) {
        return w.fact(
                "write_band_" + side,
                Unit.COUNT,
                "Measured against estimated time of answers, " + side,
                row -> MeasuredCases.none("nobody measured how long answers take within a training run")
                        .low());
    }

    private static double expertParameters(ModelShape shape) {
        return shape.parameters(Tensor.Role.EXPERTS);
    }

    /** Of a table that is not the output head as well, a token reads a line. */
    private static double lookedUp(ModelShape shape) {
        return shape.tied() ? 0 : shape.parameters(Tensor.Role.EMBEDDING);
    }

    private static double expertShare(ModelShape shape) {
        return shape.layers().stream()
                .map(Layer::feed)
                .filter(Feed.Experts.class::isInstance)
                .map(Feed.Experts.class::cast)
                .findFirst()
                .map(feed -> (double) feed.perToken() / feed.count())
                .orElse(0.0);
    }

    private Figure shape(String id, String title, ToDoubleFunction<ModelShape> number) {
        return w.fact(
                "write_" + id,
                Unit.COUNT,
                title,
                row -> writers.apply(row)
                        .map(writer -> facts.of(
                                writer.model(), writer.model().evidence(), number.applyAsDouble(writer.shape())))
                        .orElseGet(WritingSpeed::unknown));
    }

    private Figure constant(String name, String id, String title, Unit unit) {
        return w.fact("write_" + id, unit, title, row -> given(row, served -> constants.given(engine, served, name)));
    }

    private Given given(RowKey row, Function<Served, Given> known) {
        return writers.apply(row)
                .map(writer ->
                        known.apply(new Served(writer.model(), writer.weights(), writer.gpu(), Optional.empty())))
                .orElseGet(WritingSpeed::unknown);
    }

    private static Given unknown() {
        return Given.unknown(
                "how fast answers are written there is not known: nobody measured it",
                Source.of("not in the library", "", "", Evidence.VERIFIED));
    }
}
