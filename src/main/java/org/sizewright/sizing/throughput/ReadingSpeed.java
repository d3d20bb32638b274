package org.sizewright.sizing.throughput;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.Engine;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelFamily;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.ThroughputModel;
import org.sizewright.library.model.FamilyTraits;
import org.sizewright.library.model.Layer;
import org.sizewright.library.model.Mixer;
import org.sizewright.library.model.ModelShape;
import org.sizewright.sizing.Facts;

/**
 * How fast a model reads texts without answering, in full batches on one GPU or a share of it: its operations over the peak that a
 * serving engine of embeddings was measured to reach, at least the time to launch its layers as under load. There is a band only for
 * an engine and a GPU with measured cases.
 */
public final class ReadingSpeed {
    private static final Source RULE = Source.of(
            "Reading in full batches: operations of matrices and attention over the peak, at least the time to launch all"
                    + " layers",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.INFERRED);

    /** A model that reads. */
    public record Reader(
            ModelArchitecture model, ModelShape shape, NumberFormat weights, Engine engine, Gpu gpu, Given gpuShare) {}

    public final Figure operations;
    /** Its bounds say so where nothing was measured. */
    public final Figure tokensPerSecond;

    private final FigureBook.Scope w;
    private final Function<RowKey, Reader> readers;
    private final Facts facts;
    private final Library library;
    private final Constants constants;

    /**
     * Defines the figures.
     *
     * @param textTokens tokens of one text
     * @param batchTokens tokens that the engine reads in one step
     */
    public ReadingSpeed(
            FigureBook.Scope scope,
            Formula textTokens,
            Formula batchTokens,
            Function<RowKey, Reader> readers,
            Facts facts) {
        w = scope;
        this.readers = readers;
        this.facts = facts;
        library = facts.library();
        constants = new Constants(facts);
        Figure peak = w.fact(
                "read_peak",
                Unit.TERAFLOP_PER_SECOND,
                "Peak of the matrices",
                row -> constants.peak(served(row), Constants.computed(served(row))));
        Figure peak16 = w.fact(
                "read_peak16",
                Unit.TERAFLOP_PER_SECOND,
                "Peak in 16 bit",
                row -> constants.peak(
                        served(row), Constants.sixteenBit(reader(row).gpu())));
        Figure share = constant(
                ThroughputModel.Kind.READ, "flops", "share", "Share of the peak that reading reaches", Unit.COUNT);
        Figure expertFactor = constant(
                ThroughputModel.Kind.LOAD, "moeFactor", "expert_factor", "Experts cost this much more", Unit.COUNT);
        Formula inFormat = active("format", "Parameters of a token in the format", true, expertFactor);
        Formula in16 = active("wide", "Parameters of a token in 16 bit", false, expertFactor);
        Figure everywhere =
                width("width", "Widths of attention, all layers without a window", window -> window.isEmpty());
        Figure nearby = width("near_width", "Widths of attention, layers with a window", OptionalInt::isPresent);
        Figure window = shape("window", Unit.TOKEN, "Longest window", ReadingSpeed::longestWindow);
        Formula pairs = everywhere
                .times(textTokens)
                .plus(nearby.times(Formula.min(textTokens, window)))
                .times(Formula.constant(1, ModelWork.FLOP_PER_PAIR));
        operations = w.define(
                "read_operations",
                Unit.FLOP_PER_TOKEN,
                "Operations per token",
                ModelWork.TWO_OPERATIONS.times(inFormat.plus(in16)).plus(pairs),
                RULE);
        Figure calculating = w.define(
                "read_calculating",
                Unit.MICROSECOND_PER_TOKEN,
                "Calculating a token",
                ModelWork.TWO_OPERATIONS
                        .times(inFormat)
                        .dividedBy(peak)
                        .plus(ModelWork.TWO_OPERATIONS.times(in16).plus(pairs).dividedBy(peak16))
                        .dividedBy(share),
                RULE);
        Figure launching = w.define(
                "read_launching",
                Unit.MICROSECOND_PER_TOKEN,
                "Launching all layers, per token of a full step",
                constant(ThroughputModel.Kind.LOAD, "hostLayer", "host_layer", "Launching a layer", Unit.SECOND)
                        .times(shape(
                                "layers",
                                Unit.COUNT,
                                "Layers",
                                shape -> shape.layers().size()))
                        .plus(constant(
                                        ThroughputModel.Kind.LOAD,
                                        "hostMoeLayer",
                                        "host_expert_layer",
                                        "Launching experts",
                                        Unit.SECOND)
                                .times(shape(
                                        "expert_layers",
                                        Unit.COUNT,
                                        "Layers with experts",
                                        shape -> ModelWork.expertLayers(shape).size())))
                        .times(constant(
                                ThroughputModel.Kind.LOAD, "hostFactor", "host_factor", "Host against x86", Unit.COUNT))
                        .dividedBy(batchTokens),
                RULE);
        Figure ofGpu = w.fact(
                "read_gpu_share",
                Unit.COUNT,
                "Share of the GPU",
                row -> reader(row).gpuShare());
        Formula speed = Formula.constant(1).dividedBy(Formula.max(calculating.dividedBy(ofGpu), launching));
        Figure low = w.fact(
                "read_band_low",
                Unit.COUNT,
                "Measured against estimated speed of reading, low",
                row -> measured(row).low());
        Figure high = w.fact(
                "read_band_high",
                Unit.COUNT,
                "Measured against estimated speed of reading, high",
                row -> measured(row).high());
        tokensPerSecond = w.define(
                "read_speed",
                Unit.TOKEN_PER_SECOND,
                "Tokens that one machine reads in a second, estimated",
                new Formula.ByLane(speed.times(high), speed, speed.times(low)),
                RULE);
    }

    /** What stands behind the estimate in that row. */
    public MeasuredCases measured(RowKey row) {
        return MeasuredCases.of(
                model(row, ThroughputModel.Kind.READ),
                served(row),
                reader(row).engine().id().value(),
                "read",
                library);
    }

    private static double longestWindow(ModelShape shape) {
        return shape.layers().stream()
                .map(Layer::mixer)
                .mapToInt(mixer -> windowOf(mixer).orElse(0))
                .max()
                .orElse(0);
    }

    private static OptionalInt windowOf(Mixer mixer) {
        return mixer instanceof Mixer.Attention attention ? attention.window() : OptionalInt.empty();
    }

    private Formula active(String id, String title, boolean inFormat, Figure expertFactor) {
        Figure dense = w.fact(
                "read_" + id,
                Unit.COUNT,
                title,
                row -> modelFact(
                        row, ModelWork.active(reader(row).shape(), reader(row).weights(), inFormat, false)));
        Figure experts = w.fact(
                "read_" + id + "_experts",
                Unit.COUNT,
                title + ", experts",
                row -> modelFact(
                        row, ModelWork.active(reader(row).shape(), reader(row).weights(), inFormat, true)));
        return dense.plus(expertFactor.times(experts));
    }

    private Figure width(String id, String title, Predicate<OptionalInt> wanted) {
        return w.fact("read_" + id, Unit.COUNT, title, row -> {
            Optional<FamilyTraits.Build> build = library.familyOf(reader(row).model())
                    .map(ModelFamily::traits)
                    .map(FamilyTraits::build);
            return modelFact(
                    row,
                    reader(row).shape().layers().stream()
                            .map(Layer::mixer)
                            .filter(mixer -> wanted.test(windowOf(mixer)))
                            .mapToDouble(mixer -> AttentionWork.attentionWidth(mixer, build))
                            .sum());
        });
    }

    private Figure shape(String id, Unit unit, String title, ToDoubleFunction<ModelShape> number) {
        return w.fact(
                "read_" + id,
                unit,
                title,
                row -> modelFact(row, number.applyAsDouble(reader(row).shape())));
    }

    private Given modelFact(RowKey row, double number) {
        ModelArchitecture model = reader(row).model();
        return facts.of(model, model.evidence(), number);
    }

    private Figure constant(ThroughputModel.Kind kind, String name, String id, String title, Unit unit) {
        return w.fact("read_" + id, unit, title, row -> constants.given(model(row, kind), served(row), name));
    }

    private ThroughputModel model(RowKey row, ThroughputModel.Kind kind) {
        return Throughput.find(library, kind, reader(row).engine().id().value());
    }

    private Served served(RowKey row) {
        return new Served(
                reader(row).model(), reader(row).weights(), reader(row).gpu(), Optional.empty());
    }

    private Reader reader(RowKey row) {
        return readers.apply(row);
    }
}
