package org.sizewright.sizing.retrieval;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Lane;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.Engine;
import org.sizewright.library.Fact;
import org.sizewright.library.LibraryRecord;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.model.ModelShape;
import org.sizewright.plan.ResolvedWorkload.Search;
import org.sizewright.quantity.Bytes;
import org.sizewright.sizing.Facts;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.gguf.GgufLayout;
import org.sizewright.sizing.throughput.ReadingSpeed;

/**
 * The models that retrieval needs besides the language model, one row each: the memory of one machine that serves it, the tokens
 * that it has to read, and the machines for that.
 *
 * <p>How fast a model reads is typed in as it was measured, else estimated as throughput estimates the reading of prompts. No case of
 * that was measured, so that the estimate has no band.
 */
public final class RetrievalModels {
    private static final Source MEMORY = Source.of(
            "Weights, activations as of the layers of a language model, and keys and values only where words are written",
            "constants of the engine's record; no encoder was measured",
            "2026-11-22",
            Evidence.INFERRED);
    private static final Source LOAD = Source.of(
            "Tokens to read in a second, divided by what one machine reads; at least one machine",
            "",
            "",
            Evidence.INFERRED);
    private static final Source RATE = Source.of(
            "What was measured, else the estimate of throughput; machines are counted with the value, as the estimate has no band",
            "",
            "",
            Evidence.INFERRED);
    private static final double SIXTEEN_BIT = 2;

    public final Rows rows;
    public final Figure weights;
    public final Figure activation;
    public final Figure cache;
    public final Figure memory;
    public final Figure deviceMemory;
    public final Figure text;
    public final Figure load;
    public final Figure firstLoad;
    public final ReadingSpeed reading;
    public final Figure rate;
    public final Figure vms;

    final Map<RowKey, List<RowKey>> modelsOf = new HashMap<>();
    final Map<RowKey, RowKey> embeddingOf = new HashMap<>();
    private final Map<RetrievalRole, Figure> isOf = new EnumMap<>(RetrievalRole.class);
    private final Map<RowKey, RetrievalModel> models = new HashMap<>();
    private final Facts facts;

    RetrievalModels(
            FigureBook.Builder book,
            List<RetrievalSubject> subjects,
            CorpusFigures corpus,
            QueryLoad loads,
            Facts facts) {
        this.facts = facts;
        List<RetrievalModel> list =
                subjects.stream().map(RetrievalModel::of).flatMap(List::stream).toList();
        Map<RowKey, RowKey> up = new HashMap<>();
        for (RetrievalModel model : list) {
            models.put(model.row(), model);
            up.put(model.row(), model.subject().row());
            modelsOf.computeIfAbsent(model.subject().row(), row -> new ArrayList<>())
                    .add(model.row());
            if (model.role() == RetrievalRole.EMBEDDING) {
                embeddingOf.put(model.subject().row(), model.row());
            }
        }
        rows = new Rows(
                "ragmodel",
                "Models for retrieval",
                list.stream().map(RetrievalModel::row).toList());
        FigureBook.Scope m = book.over(rows);

        Figure inFormat = m.fact(
                "ragmodel_parameters",
                Unit.COUNT,
                "Parameters in the number format",
                row -> shape(row, RetrievalModel::inFormat));
        Figure inSixteenBit = m.fact(
                "ragmodel_parameters_16bit",
                Unit.COUNT,
                "Parameters that keep 16 bit",
                row -> shape(row, RetrievalModel::inSixteenBit));
        Figure bytes = m.fact("ragmodel_bytes", Unit.BYTE, "Bytes per parameter", this::bytesPerParameter);
        weights = m.define(
                "ragmodel_weights",
                Unit.GIB,
                "Weights",
                inFormat.times(bytes).plus(inSixteenBit.times(Formula.constant(SIXTEEN_BIT, Unit.BYTE))),
                MEMORY);

        Figure hidden = m.fact(
                "ragmodel_hidden",
                Unit.COUNT,
                "Hidden size",
                row -> shape(row, model -> model.model().shape().hidden()));
        Figure width = m.fact("ragmodel_width", Unit.COUNT, "Widest MLP", row -> shape(row, RetrievalModel::width));
        Figure batch = m.fact(
                "ragmodel_batch",
                Unit.TOKEN,
                "Tokens read in one step",
                row -> engine(row, "batched tokens", Engine::maxNumBatchedTokens));
        Figure layerBytes = m.fact(
                "ragmodel_layer_bytes",
                Unit.BYTE_PER_TOKEN,
                "Bytes per token and activation value",
                row -> engine(
                        row, "layer constant", engine -> engine.activation().layerBytes()));
        Figure mlpFactor = m.fact(
                "ragmodel_mlp_factor",
                Unit.COUNT,
                "MLP widths alive at once",
                row -> engine(
                        row,
                        "MLP constant",
                        engine -> of(row).isGated()
                                ? engine.activation().gatedMlpFactor()
                                : engine.activation().plainMlpFactor()));
        Figure hiddenFactor = m.fact(
                "ragmodel_hidden_factor",
                Unit.COUNT,
                "Hidden vectors alive at once",
                row -> engine(
                        row, "hidden constant", engine -> engine.activation().hiddenFactor()));
        Figure fixed = m.fact(
                "ragmodel_fixed",
                Unit.MIB,
                "Workspace of the matrix library",
                row -> engine(
                        row, "fixed activation", engine -> engine.activation().fixedMib()));
        activation = m.define(
                "ragmodel_activation",
                Unit.GIB,
                "Activations of one step",
                layerBytes
                        .times(batch)
                        .times(mlpFactor.times(width).plus(hiddenFactor.times(hidden)))
                        .plus(fixed),
                MEMORY);
        Figure cached = m.fact(
                "ragmodel_cached",
                Unit.COUNT,
                "Numbers kept of a token",
                row -> shape(row, RetrievalModel::cachedNumbers));
        cache = m.define(
                "ragmodel_cache",
                Unit.GIB,
                "Keys and values of one step",
                cached.times(Formula.constant(SIXTEEN_BIT, Unit.BYTE_PER_TOKEN)).times(batch),
                MEMORY);
        Figure outside = m.fact("ragmodel_outside", Unit.GIB, "Memory outside the framework", row -> outside(of(row)));
        memory = m.define(
                "ragmodel_memory",
                Unit.GIB,
                "GPU memory of a machine",
                weights.plus(activation).plus(cache).plus(outside),
                MEMORY);
        deviceMemory = m.fact(
                "ragmodel_device",
                Unit.GIB,
                "GPU memory that a machine can use",
                row -> facts.of(of(row).subject().device(), "usable memory", Bytes::toGib));

        load = m.define(
                "ragmodel_load",
                Unit.TOKEN_PER_SECOND,
                "Tokens to read in a second",
                is(m, RetrievalRole.EMBEDDING)
                        .times(loads.embedding.at(up))
                        .plus(is(m, RetrievalRole.RERANKER).times(loads.reranker.at(up)))
                        .plus(is(m, RetrievalRole.GUARDRAIL).times(loads.guardrail.at(up))),
                LOAD);
        firstLoad = m.define(
                "ragmodel_first_load",
                Unit.TOKEN_PER_SECOND,
                "Tokens to read in a second at the first indexing",
                is(m, RetrievalRole.EMBEDDING).times(loads.firstIndexing.at(up)),
                LOAD);
        text = m.define(
                "ragmodel_text",
                Unit.TOKEN,
                "Tokens of one text",
                is(m, RetrievalRole.EMBEDDING)
                        .times(corpus.passageTokens.at(up))
                        .plus(is(m, RetrievalRole.RERANKER).times(loads.pairTokens.at(up)))
                        .plus(is(m, RetrievalRole.GUARDRAIL).times(loads.guardedTokens.at(up))),
                LOAD);
        reading = new ReadingSpeed(m, text, batch, this::reader, facts);
        Figure measured = m.input(
                "ragmodel_measured_rate",
                Unit.TOKEN_PER_SECOND,
                "Tokens that one machine reads in a second, if measured",
                Range.NOT_NEGATIVE,
                row -> Facts.typedOrUnknown(
                        of(row).model().service().tokensPerSecond(),
                        of(row).path("tokensPerSecond"),
                        "how fast " + of(row).model().model().name() + " reads on "
                                + of(row).subject().device().name() + ", measured"));
        rate = m.define(
                "ragmodel_rate",
                Unit.TOKEN_PER_SECOND,
                "Tokens that one machine reads in a second",
                measured.orElse(reading.tokensPerSecond),
                RATE);
        vms = m.define(
                "ragmodel_vms",
                Unit.COUNT,
                "Machines",
                Formula.when(
                        memory.atMost(deviceMemory),
                        Formula.max(
                                Formula.constant(1),
                                Formula.max(load, firstLoad)
                                        .dividedBy(rate.inLane(Lane.VALUE))
                                        .ceil()),
                        new Formula.Missing(
                                "does not fit",
                                "the model is larger than the GPU or slice that one machine has",
                                Unit.COUNT)),
                LOAD);
    }

    public ModelArchitecture modelOf(RowKey row) {
        return of(row).model().model();
    }

    public ModelShape shapeOf(RowKey row) {
        return of(row).model().shape();
    }

    /** The models of a retrieval, the one for embedding first. */
    public List<RowKey> rowsOf(RowKey retrieval) {
        return modelsOf.getOrDefault(retrieval, List.of());
    }

    public RetrievalRole roleOf(RowKey row) {
        return of(row).role();
    }

    public RetrievalSubject subjectOf(RowKey row) {
        return of(row).subject();
    }

    /** Pointer to a field of the model in the plan. */
    public String path(RowKey row, String field) {
        return of(row).path(field);
    }

    /** Whether nobody has measured how fast it reads. */
    public boolean isEstimated(RowKey row) {
        return of(row).model().service().tokensPerSecond().isEmpty();
    }

    /** Tokens that the model was made for at most; empty if that is not known. */
    public OptionalInt longestText(RowKey row) {
        return of(row).model().shape().maxPosition();
    }

    private Figure is(FigureBook.Scope m, RetrievalRole role) {
        return isOf.computeIfAbsent(role, wanted -> {
            String name = wanted.name().toLowerCase(Locale.ROOT);
            return m.fact(
                    "ragmodel_is_" + name,
                    Unit.COUNT,
                    "Is the " + name + " model (1 = yes)",
                    row -> Given.fact(of(row).is(wanted), LlmMemory.CHOICE));
        });
    }

    private ReadingSpeed.Reader reader(RowKey row) {
        RetrievalModel model = of(row);
        return new ReadingSpeed.Reader(
                model.model().model(),
                model.model().shape(),
                model.model().weights(),
                model.subject().search().engine(),
                model.subject().gpu(),
                model.subject().gpuShare());
    }

    private RetrievalModel of(RowKey row) {
        return Objects.requireNonNull(models.get(row));
    }

    private Given shape(RowKey row, ToDoubleFunction<RetrievalModel> number) {
        RetrievalModel model = of(row);
        return facts.of(model.model().model(), model.model().model().evidence(), number.applyAsDouble(model));
    }

    private Given bytesPerParameter(RowKey row) {
        Search.Model model = of(row).model();
        NumberFormat format = model.weights();
        return format.ggufMix()
                .map(mix -> switch (GgufLayout.of(model.model(), model.shape(), mix, facts.library())) {
                    case GgufLayout.Refused refused ->
                        Given.unknown(refused.reason(), Source.of("rules of llama.cpp", "", "", Evidence.VERIFIED));
                    case GgufLayout.Known known -> facts.of(format, format.evidence(), average(known));
                })
                .orElseGet(() -> facts.of(format, format.evidence(), format.bytesPerParameter()));
    }

    /** A mix gives each matrix a type of its own. */
    private static double average(GgufLayout.Known layout) {
        double bytes = 0;
        double parameters = 0;
        for (GgufLayout.Entry entry : layout.entries()) {
            bytes += entry.parameters() * entry.type().bytesPerParameter();
            parameters += entry.parameters();
        }
        return bytes / parameters;
    }

    private <T extends Number> Given engine(RowKey row, String what, Function<Engine, Fact<T>> fact) {
        Engine engine = of(row).subject().search().engine();
        return facts.of((LibraryRecord) engine, what, fact.apply(engine), Number::doubleValue);
    }

    private Given outside(RetrievalModel model) {
        Engine engine = model.subject().search().engine();
        return facts.of(
                engine,
                "memory outside the framework",
                engine.nonTorchAt(1, false)
                        .<Fact<Bytes>>map(band -> Fact.known(band.value(), band.evidence(), band.sources()))
                        .orElseGet(Fact::unknown),
                Bytes::toGib);
    }
}
