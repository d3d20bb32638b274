package org.sizewright.sizing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.AccuracyBand;
import org.sizewright.library.GenerationStack;
import org.sizewright.library.Library;
import org.sizewright.library.model.Feed;
import org.sizewright.library.model.Mixer;

/**
 * The peak memory of generation without an engine's pool, over all GPUs together, as the allocator of PyTorch counts it: what is
 * alive at once while the model is loaded, while it reads the prompt and while it generates. All activations are of 16 bit.
 */
public final class GenerationMemory {
    static final Source ALIVE = Source.of(
            "Tensors that are alive at once, held against measured peaks",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.INFERRED);
    static final Formula TWO_PER_TOKEN = Formula.constant(2, Unit.BYTE_PER_TOKEN);
    static final Formula ONE_TOKEN = Formula.constant(1, Unit.TOKEN);

    public final Rows rows;
    /** As the checkpoint holds them, without what the allocator adds. */
    public final Figure weights;

    public final Figure lost;
    public final Figure kvPerToken;
    public final Figure peak;

    final LoadedWeights loaded;
    final TokenCache cache;
    final Figure prompt;
    final Figure generated;
    final Figure batch;
    final Figure gpus;
    final Figure hidden;
    final Figure vocabulary;
    final Figure workspace;

    private final Map<RowKey, GenerationSubject> subjects = new HashMap<>();
    private final Facts facts;
    private final FigureBook.Scope scope;

    /**
     * Defines all figures.
     *
     * @throws IllegalArgumentException if the subjects differ in their method: each has formulas of its own
     */
    public GenerationMemory(FigureBook.Builder book, List<GenerationSubject> list, Library library) {
        facts = new Facts(library);
        list.forEach(subject -> subjects.put(subject.row(), subject));
        rows = new Rows(
                "generation", "Model", list.stream().map(GenerationSubject::row).toList());
        scope = book.over(rows);
        loaded = new LoadedWeights(book, rows, list, facts);
        cache = new TokenCache(
                book,
                rows,
                list.stream()
                        .map(subject -> new TokenCache.Subject(
                                subject.row(), subject.model(), subject.shape(), subject.cacheBytes()))
                        .toList(),
                facts);
        weights = loaded.weights;
        lost = loaded.lost;
        kvPerToken = cache.perToken;
        prompt = chosen("gen_prompt", Unit.TOKEN, "Prompt", GenerationSubject::prompt);
        generated = chosen("gen_new", Unit.TOKEN, "Tokens that follow", GenerationSubject::generated);
        batch = chosen("gen_batch", Unit.COUNT, "Prompts at once", GenerationSubject::batch);
        gpus = chosen("gen_gpus", Unit.COUNT, "GPUs", GenerationSubject::gpus);
        hidden = model("gen_hidden", "Hidden size", subject -> subject.shape().hidden());
        vocabulary =
                model("gen_vocabulary", "Vocabulary", subject -> subject.shape().vocabulary());
        workspace = constant("gen_workspace", Unit.MIB, "Workspace of cuBLAS on a GPU", "workspaceMib");
        List<GenerationStack.Method> methods = list.stream()
                .map(subject -> subject.stack().method())
                .distinct()
                .toList();
        if (methods.size() > 1) {
            throw new IllegalArgumentException("different methods in one calculation: " + methods);
        }
        GenerationStack.Method method = methods.isEmpty() ? GenerationStack.Method.TRANSFORMERS : methods.getFirst();
        Formula together = switch (method) {
            case TRANSFORMERS -> TransformersPeaks.define(this);
            case LITGPT -> litgpt();
            case AUTOAWQ -> AutoAwqPeaks.define(this);
        };
        String band = method.word();
        Figure low = bandSide("gen_band_low", band, AccuracyBand::low);
        Figure high = bandSide("gen_band_high", band, AccuracyBand::high);
        peak = scope.define(
                "gen_peak",
                Unit.GIB,
                "Peak of allocated memory",
                new Formula.ByLane(together.times(low), together, together.times(high)),
                ALIVE);
    }

    /** The prompt is short: its cache is left out. */
    private Formula litgpt() {
        Figure head = constant("gen_head_copies", Unit.COUNT, "Output heads of 16 bit alive", "headCopies");
        Figure isUnpacked = fact(
                "gen_head_unpacked",
                Unit.COUNT,
                "Output head is unpacked (1 = yes)",
                subject ->
                        subject.stack().dequantises().contains(subject.weights().id()) ? 1 : 0);
        return weights.plus(lost)
                .plus(workspace)
                .plus(isUnpacked.times(head).times(vocabulary).times(hidden).times(Formula.constant(2, Unit.BYTE)));
    }

    FigureBook.Scope scope() {
        return scope;
    }

    /** Layers that keep tokens. */
    double attending(GenerationSubject subject) {
        return subject.shape().layers().stream()
                .filter(layer -> layer.mixer() instanceof Mixer.Attention || layer.mixer() instanceof Mixer.Latent)
                .count();
    }

    /** The widest attention; empty shapes of 0 where there is none. */
    static Mixer.Attention attention(GenerationSubject subject) {
        return subject.shape().layers().stream()
                .map(layer -> layer.mixer())
                .map(mixer -> switch (mixer) {
                    case Mixer.Attention plain -> plain;
                    case Mixer.Latent latent ->
                        new Mixer.Attention(
                                latent.heads(),
                                latent.heads(),
                                latent.nope() + latent.rope(),
                                latent.valueDim(),
                                java.util.OptionalInt.empty());
                    case Mixer.Recurrent recurrent -> NOTHING;
                    case Mixer.None none -> NOTHING;
                })
                .max(java.util.Comparator.comparingLong(each -> (long) each.heads() * each.headDim()))
                .orElse(NOTHING);
    }

    private static final Mixer.Attention NOTHING = new Mixer.Attention(0, 0, 0, 0, java.util.OptionalInt.empty());

    static double denseWidth(GenerationSubject subject) {
        return subject.shape().layers().stream()
                .mapToInt(layer -> layer.feed() instanceof Feed.Dense dense ? dense.width() : 0)
                .max()
                .orElse(0);
    }

    static Feed.Experts experts(GenerationSubject subject) {
        return subject.shape().layers().stream()
                .map(layer -> layer.feed())
                .filter(Feed.Experts.class::isInstance)
                .map(Feed.Experts.class::cast)
                .findFirst()
                .orElse(new Feed.Experts(1, 0, 0, false, 0));
    }

    Figure model(String id, String title, ToDoubleFunction<GenerationSubject> number) {
        return scope.fact(id, Unit.COUNT, title, row -> {
            GenerationSubject subject = subject(row);
            return facts.of(subject.model(), subject.model().evidence(), number.applyAsDouble(subject));
        });
    }

    Figure chosen(String id, Unit unit, String title, ToDoubleFunction<GenerationSubject> number) {
        return scope.fact(id, unit, title, row -> Given.fact(number.applyAsDouble(subject(row)), LlmMemory.CHOICE));
    }

    /** What follows from the stack and the choices of the plan. */
    Figure fact(String id, Unit unit, String title, ToDoubleFunction<GenerationSubject> number) {
        return scope.fact(
                id,
                unit,
                title,
                row -> facts.of(subject(row).stack(), Evidence.INFERRED, number.applyAsDouble(subject(row))));
    }

    /** A constant of the stack; with {@code Mib} at its end and another for Hopper, that of the GPU. */
    Figure constant(String id, Unit unit, String title, String name) {
        return scope.fact(id, unit, title, row -> {
            GenerationSubject subject = subject(row);
            String ofHopper = name.replace("Mib", "HopperMib");
            boolean other = subject.hopper() && subject.stack().constants().containsKey(ofHopper);
            String wanted = other ? ofHopper : name;
            return facts.of(subject.stack(), wanted, subject.stack().constant(wanted), number -> number);
        });
    }

    private Figure bandSide(String id, String band, ToDoubleFunction<AccuracyBand> side) {
        return scope.fact(
                id,
                Unit.COUNT,
                "Measured against estimated peak, " + (id.endsWith("low") ? "low" : "high"),
                row -> facts.band(band, side));
    }

    private GenerationSubject subject(RowKey row) {
        return Objects.requireNonNull(subjects.get(row));
    }
}
