package org.sizewright.sizing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.model.Mixer;

/**
 * What a model remembers of the tokens that it has seen, one row per stage and kind of layer: keys and values, compressed tokens,
 * the last tokens of a window, or a state of constant size. The pool is divided into blocks as the engine does it: layers of one
 * kind form groups of equal size, and a block belongs to one group.
 */
public final class CacheFigures {
    private static final Source CACHE = Source.of(
            "Keys and values of every layer and head per token; compressed tokens once, on every GPU of a tensor-parallel group",
            "frankdenneman.nl, Understanding AI Memory, parts 1 to 4; github vllm-project/vllm issue 51454",
            "2026",
            Evidence.VERIFIED);
    private static final Source GROUPS = Source.of(
            "vLLM start-up logs: pool divided into blocks by groups of layers, 49 runs reproduced",
            "github.com/jgchn/llm-d-planner accuracy/results",
            "2026",
            Evidence.VERIFIED);
    private static final Source STATE = Source.of(
            "State of a linear or state-space layer: 16 bit for the convolution, 32 bit for the state",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.INFERRED);
    private static final Source INDEX = Source.of(
            "Keys of the indexer of sparse attention, on every GPU of a tensor-parallel group: 132 bytes per token and layer beside"
                    + " 656 of compressed tokens in 8 bit reproduce two logs of DeepSeek-V3.2; 256 beside keys and values reproduce"
                    + " 45,312 bytes per token of MiniMax-M3 on one of four GPUs",
            "github sgl-project/sglang pulls 11309 and 36549, lightseekorg/tokenspeed pull 758",
            "2026-08",
            Evidence.VERIFIED);
    private static final double SCALE_GROUP = 128;
    private static final double SCALE = 4;
    /** Up to this ratio of the largest count of layers to the smallest, groups take the larger one. */
    private static final double NEARLY_EQUAL = 1.25;
    /** More layers than any model has. */
    private static final double VERY_MANY = 1_000_000;

    public final Rows kinds;
    public final Figure perTokenAndLayer;
    /** Per stage. */
    public final Figure kvPerToken;

    public final Figure statePerRequest;
    public final Figure groupSize;
    public final Figure groups;
    public final Figure layerBytes;
    /** Per model: the whole of it, over all GPUs, without what tensor parallel repeats. */
    public final Figure kvPerTokenAll;

    final Map<RowKey, List<RowKey>> kindsOf;
    private final Map<RowKey, Stage.Kind> kindOf = new HashMap<>();
    private final Facts facts;
    public final Figure layersOfKind;
    public final Figure windowed;
    public final Figure window;

    CacheFigures(FigureBook.Builder book, Rows models, ModelParameters model, Facts facts) {
        this.facts = facts;
        List<RowKey> keys = new ArrayList<>();
        Map<RowKey, List<RowKey>> ofModel = new HashMap<>();
        Map<RowKey, List<RowKey>> ofStages = new HashMap<>();
        for (RowKey stageRow : model.stages.keys()) {
            Stage stage = java.util.Objects.requireNonNull(model.stageOf.get(stageRow));
            List<RowKey> ofStage = new ArrayList<>();
            for (Stage.Kind kind : stage.kinds()) {
                kindOf.put(kind.row(), kind);
                ofStage.add(kind.row());
            }
            keys.addAll(ofStage);
            ofStages.put(stageRow, ofStage);
            ofModel.computeIfAbsent(stage.subject().row(), row -> new ArrayList<>())
                    .addAll(ofStage);
        }
        kindsOf = Map.copyOf(ofStages);
        kinds = Rows.detail("llmkind", "Kind of layer", keys);
        FigureBook.Scope k = book.over(kinds);
        FigureBook.Scope s = book.over(model.stages);
        FigureBook.Scope m = book.over(models);

        layersOfKind = k.fact(
                "kind_layers",
                Unit.COUNT,
                "Layers of this kind",
                row -> fact(row, kind(row).layers()));
        Figure heads = k.fact("kind_kv_heads", Unit.COUNT, "KV heads", row -> fact(row, kvHeads(row)));
        Figure width = k.fact(
                "kind_width",
                Unit.COUNT,
                "Values kept per head and token",
                row -> fact(row, width(kind(row).mixer())));
        Figure divisor = k.fact("kind_divisor", Unit.COUNT, "Heads divided over", row -> fact(row, divisor(kind(row))));
        Figure bytes = k.fact("kv_bytes", Unit.BYTE_PER_TOKEN, "Bytes per cached value", row -> {
            LlmSubject subject = kind(row).stage().subject();
            return facts.of(
                    subject.kvCache(),
                    subject.kvCache().evidence(),
                    subject.kvCache().bytesPerParameter());
        });
        windowed = k.fact(
                "kind_windowed",
                Unit.COUNT,
                "Keeps the last tokens only (1 = yes)",
                row -> fact(row, windowOf(row) > 0 ? 1 : 0));
        window = k.fact("kind_window", Unit.TOKEN, "Tokens of the window", row -> fact(row, windowOf(row)));
        Figure convolution =
                k.fact("kind_convolution", Unit.COUNT, "Values of the convolution", row -> fact(row, convolution(row)));
        Figure state = k.fact("kind_state", Unit.COUNT, "Values of the state", row -> fact(row, state(row)));
        Figure stateDivisor = k.fact(
                "kind_state_divisor",
                Unit.COUNT,
                "State divided over",
                row -> Given.fact(kind(row).stage().subject().parallel().tensor(), LlmMemory.CHOICE));
        Optional<Figure> index = ofSparseAttention(k);
        perTokenAndLayer = k.define(
                "kv_per_layer",
                Unit.BYTE_PER_TOKEN,
                "KV cache per token, layer and GPU",
                with(index, heads.dividedBy(divisor).ceil().times(width).times(bytes)),
                CACHE);
        Figure perKind = k.define(
                "kv_per_kind",
                Unit.BYTE_PER_TOKEN,
                "KV cache per token and GPU, these layers",
                perTokenAndLayer.times(layersOfKind),
                CACHE);
        Figure allOfKind = k.define(
                "kv_all_of_kind",
                Unit.BYTE_PER_TOKEN,
                "KV cache per token, these layers",
                with(index, heads.times(width).times(bytes)).times(layersOfKind),
                CACHE);
        Figure stateOfKind = k.define(
                "state_of_kind",
                Unit.MIB,
                "State per request and GPU, these layers",
                convolution
                        .times(Formula.constant(2, Unit.BYTE))
                        .plus(state.times(Formula.constant(4, Unit.BYTE)))
                        .times(layersOfKind)
                        .dividedBy(stateDivisor),
                STATE);
        Figure attended = k.define(
                "kind_attended",
                Unit.COUNT,
                "Layers of this kind that keep tokens",
                Formula.when(width.moreThan(Formula.constant(0)), layersOfKind, Formula.constant(0)));
        Figure smallestKind = k.define(
                "kind_attended_or_many",
                Unit.COUNT,
                "The same, or very many where none do",
                Formula.when(width.moreThan(Formula.constant(0)), layersOfKind, Formula.constant(VERY_MANY)));

        kvPerToken = s.define(
                "stage_kv_per_token",
                Unit.BYTE_PER_TOKEN,
                "KV cache per token and GPU of a stage",
                perKind.sumOver(kindsOf),
                CACHE);
        statePerRequest = s.define(
                "state_per_request", Unit.MIB, "State per request and GPU", stateOfKind.sumOver(kindsOf), STATE);
        Figure least =
                s.define("kind_least", Unit.COUNT, "Fewest layers of a kind", smallestKind.smallestOver(kindsOf));
        Figure most = s.define("kind_most", Unit.COUNT, "Most layers of a kind", attended.largestOver(kindsOf));
        groupSize = s.define(
                "group_size",
                Unit.COUNT,
                "Layers of a group",
                Formula.max(
                        Formula.constant(1),
                        Formula.when(most.lessThan(least.times(NEARLY_EQUAL)), most, Formula.min(least, most))),
                GROUPS);
        Figure groupsOfKind = k.define(
                "kind_groups",
                Unit.COUNT,
                "Groups of this kind",
                attended.dividedBy(groupSize.at(stageOfKind())).ceil(),
                GROUPS);
        groups = s.define("groups", Unit.COUNT, "Groups of layers", groupsOfKind.sumOver(kindsOf), GROUPS);
        layerBytes = s.define(
                "layer_bytes_largest",
                Unit.BYTE_PER_TOKEN,
                "Largest layer of the cache per token",
                perTokenAndLayer.largestOver(kindsOf),
                GROUPS);
        kvPerTokenAll = m.define(
                "kv_per_token_all",
                Unit.BYTE_PER_TOKEN,
                "KV cache per token, all layers",
                allOfKind.sumOver(ofModel),
                CACHE);
        this.groupsOfKind = groupsOfKind;
    }

    final Figure groupsOfKind;

    private static Formula with(Optional<Figure> index, Formula keysAndValues) {
        return index.<Formula>map(keysAndValues::plus).orElse(keysAndValues);
    }

    /**
     * Where an indexer picks the tokens that are attended to, it keeps a key of its own per token. Beside compressed tokens that is
     * always in 8 bit with a scale of 32 bit for every 128 values; compressed tokens in 8 bit then have such scales too, and their
     * positions stay in 16 bit. Beside keys and values it is in 16 bit, whatever they are in. Only defined where a model has one.
     */
    private Optional<Figure> ofSparseAttention(FigureBook.Scope k) {
        if (kindOf.values().stream().noneMatch(kind -> kind.indexerDim() > 0)) {
            return Optional.empty();
        }
        Figure index = k.fact(
                "kind_index",
                Unit.BYTE_PER_TOKEN,
                "Key of the indexer, on average over these layers",
                row -> fact(row, index(kind(row))));
        Figure scales = k.fact("kind_scales", Unit.BYTE_PER_TOKEN, "Scales, and positions in 16 bit", row -> {
            Stage.Kind kind = kind(row);
            boolean packed = kind.stage().subject().kvCache().weightBits() == 8;
            return fact(
                    row,
                    packed && kind.indexerDim() > 0 && kind.mixer() instanceof Mixer.Latent latent
                            ? scaled(latent.latent()) - latent.latent() + latent.rope()
                            : 0);
        });
        return Optional.of(
                k.define("kind_sparse", Unit.BYTE_PER_TOKEN, "Kept for sparse attention", index.plus(scales), INDEX));
    }

    private static double index(Stage.Kind kind) {
        return kind.mixer() instanceof Mixer.Latent ? scaled(kind.indexerDim()) : 2 * kind.indexerDim();
    }

    /** Bytes of so many values of 8 bit with their scales. */
    private static double scaled(double values) {
        return values + Math.ceil(values / SCALE_GROUP) * SCALE;
    }

    /** The stage of each kind. */
    Map<RowKey, RowKey> stageOfKind() {
        Map<RowKey, RowKey> stages = new HashMap<>();
        kindOf.forEach((row, kind) -> stages.put(row, kind.stage().row()));
        return Map.copyOf(stages);
    }

    /** The model of each kind. */
    public Map<RowKey, RowKey> modelOfKind() {
        Map<RowKey, RowKey> models = new HashMap<>();
        kindOf.forEach((row, kind) -> models.put(row, kind.stage().subject().row()));
        return Map.copyOf(models);
    }

    /** How layers of that kind mix tokens. */
    public Mixer mixerOf(RowKey row) {
        return kind(row).mixer();
    }

    private Stage.Kind kind(RowKey row) {
        return java.util.Objects.requireNonNull(kindOf.get(row));
    }

    private Given fact(RowKey row, double number) {
        LlmSubject subject = kind(row).stage().subject();
        return facts.of(subject.model(), subject.model().evidence(), number);
    }

    private double kvHeads(RowKey row) {
        return switch (kind(row).mixer()) {
            case Mixer.Attention attention -> attention.kvHeads();
            case Mixer.Latent latent -> 1;
            case Mixer.Recurrent recurrent -> 0;
            case Mixer.None none -> 0;
        };
    }

    private static double width(Mixer mixer) {
        return switch (mixer) {
            case Mixer.Attention attention -> attention.headDim() + attention.valueDim();
            case Mixer.Latent latent -> latent.latent() + latent.rope();
            case Mixer.Recurrent recurrent -> 0;
            case Mixer.None none -> 0;
        };
    }

    /** Compressed tokens serve all heads, so every GPU of the group needs them whole. */
    private static double divisor(Stage.Kind kind) {
        return kind.mixer() instanceof Mixer.Attention
                ? kind.stage().subject().parallel().tensor()
                : 1;
    }

    private double windowOf(RowKey row) {
        return kind(row).mixer() instanceof Mixer.Attention attention
                ? attention.window().orElse(0)
                : 0;
    }

    private double convolution(RowKey row) {
        return kind(row).mixer() instanceof Mixer.Recurrent recurrent ? recurrent.convolution() : 0;
    }

    private double state(RowKey row) {
        return kind(row).mixer() instanceof Mixer.Recurrent recurrent ? recurrent.state() : 0;
    }
}
