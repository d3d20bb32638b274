package org.sizewright.sizing.generation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.model.Layer;
import org.sizewright.library.model.Mixer;
import org.sizewright.library.model.ModelShape;
import org.sizewright.sizing.Facts;
import org.sizewright.sizing.LlmMemory;

/** What a model keeps of every token and sequence in one process, one row per kind of layer. No layer forgets what left a window. */
public final class TokenCache {
    private static final Source CACHE = Source.of(
            "Keys and values of every layer, head and token; compressed tokens once; state of a recurrent layer",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.VERIFIED);

    /** @param bytes of a cached value */
    public record Subject(RowKey row, ModelArchitecture model, ModelShape shape, double bytes) {}

    private record Kind(Subject subject, Mixer mixer, int layers) {}

    /** Of one token of a sequence, over all layers. */
    public final Figure perToken;
    /** What a sequence keeps however long it is. */
    public final Figure state;

    private final Map<RowKey, Kind> kindOf = new HashMap<>();
    private final Facts facts;

    /**
     * Defines all figures.
     *
     * @param prefix of the names of all figures, so that several can stand in one calculation
     * @param models the rows over which the figures stand; one for each subject
     */
    public TokenCache(FigureBook.Builder book, String prefix, Rows models, List<Subject> subjects, Facts facts) {
        this.facts = facts;
        List<RowKey> keys = new ArrayList<>();
        Map<RowKey, List<RowKey>> ofModel = new HashMap<>();
        for (Subject subject : subjects) {
            Map<Mixer, Integer> layers = new LinkedHashMap<>();
            for (Layer layer : subject.shape().layers()) {
                layers.merge(layer.mixer(), 1, Integer::sum);
            }
            List<RowKey> rows = new ArrayList<>();
            layers.forEach((mixer, number) -> {
                RowKey row = new RowKey(
                        subject.row().id() + "c" + (rows.size() + 1),
                        subject.row().title() + ": kind of layer " + (rows.size() + 1));
                rows.add(row);
                kindOf.put(row, new Kind(subject, mixer, number));
            });
            keys.addAll(rows);
            ofModel.put(subject.row(), rows);
        }
        FigureBook.Scope k = book.over(Rows.detail(prefix + "cachekind", "Kind of layer", keys));
        FigureBook.Scope m = book.over(models);
        Figure layers = k.fact(
                prefix + "cache_layers",
                Unit.COUNT,
                "Layers",
                row -> fact(row, kind(row).layers()));
        Figure values = k.fact(
                prefix + "cache_values",
                Unit.COUNT,
                "Values kept of a token",
                row -> fact(row, values(kind(row).mixer())));
        Figure bytes = k.fact(
                prefix + "cache_value_bytes",
                Unit.BYTE_PER_TOKEN,
                "Bytes per value",
                row -> Given.fact(kind(row).subject().bytes(), LlmMemory.CHOICE));
        Figure convolution = k.fact(
                prefix + "cache_convolution",
                Unit.COUNT,
                "Values of the convolution",
                row -> fact(row, kind(row).mixer() instanceof Mixer.Recurrent recurrent ? recurrent.convolution() : 0));
        Figure recurrence = k.fact(
                prefix + "cache_recurrence",
                Unit.COUNT,
                "Values of the state",
                row -> fact(row, kind(row).mixer() instanceof Mixer.Recurrent recurrent ? recurrent.state() : 0));
        Figure ofKind = k.define(
                prefix + "cache_of_kind",
                Unit.BYTE_PER_TOKEN,
                "Cache per token, these layers",
                layers.times(values).times(bytes),
                CACHE);
        Figure stateOfKind = k.define(
                prefix + "cache_state_of_kind",
                Unit.MIB,
                "State per sequence, these layers",
                layers.times(convolution
                        .times(Formula.constant(2, Unit.BYTE))
                        .plus(recurrence.times(Formula.constant(4, Unit.BYTE)))),
                CACHE);
        perToken = m.define(
                prefix + "cache_per_token", Unit.BYTE_PER_TOKEN, "Cache per token", ofKind.sumOver(ofModel), CACHE);
        state = m.define(prefix + "cache_state", Unit.MIB, "State per sequence", stateOfKind.sumOver(ofModel), CACHE);
    }

    private Kind kind(RowKey row) {
        return Objects.requireNonNull(kindOf.get(row));
    }

    private Given fact(RowKey row, double number) {
        ModelArchitecture model = kind(row).subject().model();
        return facts.of(model, model.evidence(), number);
    }

    private static double values(Mixer mixer) {
        return switch (mixer) {
            case Mixer.Attention attention ->
                (double) attention.kvHeads() * (attention.headDim() + attention.valueDim());
            case Mixer.Latent latent -> latent.latent() + latent.rope();
            case Mixer.Recurrent recurrent -> 0;
            case Mixer.None none -> 0;
        };
    }
}
