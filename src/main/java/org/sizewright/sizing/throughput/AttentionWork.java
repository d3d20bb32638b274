package org.sizewright.sizing.throughput;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sizewright.figure.Dimension;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.library.ModelFamily;
import org.sizewright.library.model.FamilyTraits;
import org.sizewright.library.model.Mixer;
import org.sizewright.sizing.Facts;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;

/** What layers with a memory of tokens keep, read and calculate for a request; one row per kind of such layers of a model. */
final class AttentionWork {
    private static final Unit FLOP_PER_PAIR = Unit.coherent(Dimension.of(Dimension.Base.FLOP)
            .dividedBy(Dimension.of(Dimension.Base.TOKEN))
            .dividedBy(Dimension.of(Dimension.Base.TOKEN)));

    /**
     * Tokens of a request, by model.
     *
     * @param prefix those of the prompt that are cached already
     * @param fresh those of the prompt that are read
     */
    record Tokens(Figure input, Figure output, Figure prefix, Figure fresh) {}

    /** The kinds of layers of each model. */
    final Map<RowKey, List<RowKey>> ofModel;

    final Figure request;
    final Figure prefix;
    final Figure read;
    final Figure attention;
    final Figure latent;

    private final LlmMemory llm;
    private final Facts facts;
    private final Map<RowKey, RowKey> up;

    AttentionWork(FigureBook.Builder book, LlmMemory llm, Tokens tokens, Facts facts) {
        this.llm = llm;
        this.facts = facts;
        FigureBook.Scope k = book.over(llm.cache.kinds);
        up = llm.cache.modelOfKind();
        Map<RowKey, List<RowKey>> kindsOf = new HashMap<>();
        for (RowKey kind : llm.cache.kinds.keys()) {
            kindsOf.computeIfAbsent(Objects.requireNonNull(up.get(kind)), row -> new ArrayList<>())
                    .add(kind);
        }
        ofModel = Map.copyOf(kindsOf);
        Figure chunked = k.fact(
                "kind_chunked",
                Unit.COUNT,
                "The window is a chunk whose cache stays (1 = yes)",
                row -> kindFact(row, isChunked(row) ? 1 : 0));
        Figure width = k.fact(
                "kind_attention_width",
                Unit.COUNT,
                "Widths of queries and values over all heads",
                row -> kindFact(row, attentionWidth(row)));
        Figure latentWidth = k.fact(
                "kind_latent_width",
                Unit.COUNT,
                "Operations per compressed token over all heads",
                row -> kindFact(row, latentWidth(row)));
        Formula perToken = llm.cache.perTokenAndLayer.times(llm.cache.layersOfKind);
        request = k.define(
                "kind_request",
                Unit.MIB,
                "Cache that a request adds",
                perToken.times(kept(tokens.fresh().at(up).plus(tokens.output().at(up)), chunked)),
                ModelWork.COUNT);
        prefix = k.define(
                "kind_prefix",
                Unit.MIB,
                "Cache of the shared prefix",
                perToken.times(kept(tokens.prefix().at(up), chunked)),
                ModelWork.COUNT);
        Formula middle = tokens.input().at(up).plus(tokens.output().at(up).dividedBy(2));
        read = k.define(
                "kind_read",
                Unit.MIB,
                "Cache read in the middle of an answer",
                perToken.times(Formula.when(
                        llm.cache.windowed.moreThan(Formula.constant(0)),
                        Formula.min(middle, llm.cache.window),
                        middle)),
                ModelWork.COUNT);
        attention = k.define(
                "kind_attention",
                Unit.TERAFLOP,
                "Attention of a prompt",
                width.times(llm.cache.layersOfKind)
                        .times(Formula.constant(1, FLOP_PER_PAIR))
                        .times(pairs(tokens.input().at(up), chunked)
                                .minus(pairs(tokens.prefix().at(up), chunked))),
                ModelWork.COUNT);
        latent = k.define(
                "kind_latent",
                Unit.TERAFLOP,
                "Attention over compressed tokens",
                latentWidth
                        .times(llm.cache.layersOfKind)
                        .times(Formula.constant(1, Unit.FLOP_PER_TOKEN))
                        .times(middle),
                ModelWork.COUNT);
    }

    private Formula kept(Formula tokens, Figure chunked) {
        return Formula.when(
                llm.cache.windowed.minus(chunked).moreThan(Formula.constant(0)),
                Formula.min(tokens, llm.cache.window),
                tokens);
    }

    /** Twice the pairs of tokens that see each other: in a triangle, in a band along it, or in small triangles. */
    private Formula pairs(Formula tokens, Figure chunked) {
        Formula window = llm.cache.window;
        Formula whole = tokens.dividedBy(window).floor().times(window);
        Formula rest = tokens.minus(whole);
        Formula near = Formula.min(tokens, window);
        return Formula.when(
                llm.cache.windowed.moreThan(Formula.constant(0)),
                Formula.when(
                        chunked.moreThan(Formula.constant(0)),
                        whole.times(window).plus(rest.times(rest)),
                        near.times(near).plus(window.times(2).times(tokens.minus(near)))),
                tokens.times(tokens));
    }

    private LlmSubject owner(RowKey row) {
        return llm.subject(Objects.requireNonNull(up.get(row)));
    }

    private Given kindFact(RowKey row, double number) {
        return facts.of(owner(row).model(), owner(row).model().evidence(), number);
    }

    private boolean isChunked(RowKey row) {
        return llm.cache.mixerOf(row) instanceof Mixer.Attention attention
                && attention.window().isPresent()
                && traits(owner(row))
                        .map(traits -> traits.window() == FamilyTraits.Window.CHUNKS)
                        .orElse(false);
    }

    private double attentionWidth(RowKey row) {
        return attentionWidth(llm.cache.mixerOf(row), traits(owner(row)).map(FamilyTraits::build));
    }

    private double latentWidth(RowKey row) {
        return llm.cache.mixerOf(row) instanceof Mixer.Latent latentMixer
                ? 2.0 * latentMixer.heads() * (2.0 * latentMixer.latent() + latentMixer.rope())
                : 0;
    }

    private Optional<FamilyTraits> traits(LlmSubject subject) {
        return facts.library().familyOf(subject.model()).map(ModelFamily::traits);
    }

    /** Widths of queries and values over all heads. An encoder lets all tokens see each other, which is twice as many pairs. */
    static double attentionWidth(Mixer mixer, Optional<FamilyTraits.Build> build) {
        int sides = build.equals(Optional.of(FamilyTraits.Build.ENCODER)) ? 2 : 1;
        return sides
                * switch (mixer) {
                    case Mixer.Attention attention ->
                        (double) attention.heads() * (attention.headDim() + attention.valueDim());
                    case Mixer.Latent latent ->
                        (double) latent.heads() * (latent.nope() + latent.rope() + latent.valueDim());
                    case Mixer.Recurrent recurrent -> 0;
                    case Mixer.None none -> 0;
                };
    }
}
