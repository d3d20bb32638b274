package org.sizewright.sizing.generation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
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
import org.sizewright.sizing.Facts;
import org.sizewright.sizing.LlmMemory;

/**
 * What is alive at once while models of one method are loaded, while they read prompts and while they generate: pieces of memory
 * that grow with the prompts at once. The peak is the largest of them. All activations are of 16 bit.
 */
final class GenerationPeaks {
    static final Source ALIVE = Source.of(
            "Tensors that are alive at once, held against measured peaks",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.INFERRED);
    static final Formula TWO_PER_TOKEN = Formula.constant(2, Unit.BYTE_PER_TOKEN);
    static final Formula ONE_TOKEN = Formula.constant(1, Unit.TOKEN);

    /** More prompts than any GPU takes. */
    private static final double VERY_MANY = 1_000_000;

    /** Tokens of each prompt and answer; figures or choices of the plan. */
    record Lengths(Formula prompt, Formula generated) {}

    /**
     * Memory at one moment: a fixed part, one for each prompt at once, and at times something that does not grow evenly.
     *
     * @param beyond by the number of prompts
     * @param mostBeyond what that is at most
     */
    record Moment(Figure fixed, Figure each, Optional<UnaryOperator<Formula>> beyond, Formula mostBeyond) {
        Formula at(Formula batch) {
            Formula even = fixed.plus(each.times(batch));
            return beyond.map(more -> even.plus(more.apply(batch))).orElse(even);
        }

        /** As many prompts as surely fit in that room, not rounded. */
        Formula promptsIn(Formula room) {
            Formula left = room.minus(fixed).minus(mostBeyond);
            Formula none = Formula.constant(0, Unit.GIB);
            return Formula.when(
                    each.moreThan(none),
                    left.dividedBy(each),
                    Formula.when(left.atLeast(none), Formula.constant(VERY_MANY), Formula.constant(0)));
        }
    }

    final Rows rows;
    /** As the checkpoint holds them, without what the allocator adds. */
    final Figure weights;

    final Figure lost;
    final Figure kvPerToken;
    final LoadedWeights loaded;
    final TokenCache cache;
    final Figure prompt;
    final Figure generated;
    final Figure gpus;
    final Figure hidden;
    final Figure vocabulary;
    final Figure workspace;

    private final Figure bandLow;
    private final Figure bandHigh;
    private final GenerationStack.Method method;
    private final Map<RowKey, GenerationSubject> subjects = new HashMap<>();
    private final Facts facts;
    private final FigureBook.Scope scope;
    private final String prefix;
    private final List<Moment> moments;

    /**
     * Defines what does not depend on the prompts at once.
     *
     * @param prefix of the names of all figures; another one for each method in a calculation
     * @param lengths empty if the subjects say them
     * @throws IllegalArgumentException if the subjects differ in their method: each has formulas of its own
     */
    GenerationPeaks(
            FigureBook.Builder book,
            String prefix,
            List<GenerationSubject> list,
            Optional<Lengths> lengths,
            Library library) {
        this.prefix = prefix;
        facts = new Facts(library);
        list.forEach(subject -> subjects.put(subject.row(), subject));
        List<GenerationStack.Method> methods = list.stream()
                .map(subject -> subject.stack().method())
                .distinct()
                .toList();
        if (methods.size() > 1) {
            throw new IllegalArgumentException("different methods in one calculation: " + methods);
        }
        method = methods.isEmpty() ? GenerationStack.Method.TRANSFORMERS : methods.getFirst();
        rows = new Rows(
                prefix + "generation",
                "Model in a process of its own",
                list.stream().map(GenerationSubject::row).toList());
        scope = book.over(rows);
        loaded = new LoadedWeights(book, prefix, rows, list, facts);
        cache = new TokenCache(
                book,
                prefix,
                rows,
                list.stream()
                        .map(subject -> new TokenCache.Subject(
                                subject.row(), subject.model(), subject.shape(), subject.cacheBytes()))
                        .toList(),
                facts);
        weights = loaded.weights;
        lost = loaded.lost;
        kvPerToken = cache.perToken;
        prompt = lengths.map(given -> define("gen_prompt", Unit.TOKEN, "Prompt", given.prompt()))
                .orElseGet(() -> chosen("gen_prompt", Unit.TOKEN, "Prompt", GenerationSubject::prompt));
        generated = lengths.map(given -> define("gen_new", Unit.TOKEN, "Tokens that follow", given.generated()))
                .orElseGet(() -> chosen("gen_new", Unit.TOKEN, "Tokens that follow", GenerationSubject::generated));
        gpus = chosen("gen_gpus", Unit.COUNT, "GPUs", GenerationSubject::gpus);
        hidden = model("gen_hidden", "Hidden size", subject -> subject.shape().hidden());
        vocabulary =
                model("gen_vocabulary", "Vocabulary", subject -> subject.shape().vocabulary());
        workspace = constant("gen_workspace", Unit.MIB, "Workspace of cuBLAS on a GPU", "workspaceMib");
        bandLow = bandSide("gen_band_low", AccuracyBand::low);
        bandHigh = bandSide("gen_band_high", AccuracyBand::high);
        moments = switch (method) {
            case TRANSFORMERS -> TransformersPeaks.define(this);
            case LITGPT -> LitGptPeaks.define(this);
            case AUTOAWQ -> AutoAwqPeaks.define(this);
        };
    }

    /** The peak with so many prompts at once, over all GPUs together, without its band. */
    Formula at(Formula batch) {
        return Formula.max(moments.stream().map(moment -> moment.at(batch)).toArray(Formula[]::new));
    }

    /** Prompts at once whose peak surely stays below that much over all GPUs together, in whole ones. */
    Formula promptsIn(Formula room) {
        Formula least = Formula.min(
                moments.stream().map(moment -> moment.promptsIn(room)).toArray(Formula[]::new));
        return Formula.max(Formula.constant(0), least).floor();
    }

    /** With the band that peaks of this method earned. */
    Formula banded(Formula estimate) {
        return new Formula.ByLane(estimate.times(bandLow), estimate, estimate.times(bandHigh));
    }

    /** The estimate whose band reaches that much. */
    Formula withoutBand(Formula room) {
        return new Formula.ByLane(room.dividedBy(bandLow), room, room.dividedBy(bandHigh));
    }

    Moment moment(String id, String title, Formula fixed, Formula each) {
        return new Moment(
                define("gen_" + id, Unit.GIB, title, fixed),
                define("gen_" + id + "_each", Unit.GIB, title + ", for each prompt at once", each),
                Optional.empty(),
                Formula.constant(0, Unit.GIB));
    }

    Figure define(String id, Unit unit, String title, Formula formula) {
        return scope.define(prefix + id, unit, title, formula, ALIVE);
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
        return scope.fact(prefix + id, Unit.COUNT, title, row -> {
            GenerationSubject subject = subject(row);
            return facts.of(subject.model(), subject.model().evidence(), number.applyAsDouble(subject));
        });
    }

    Figure chosen(String id, Unit unit, String title, ToDoubleFunction<GenerationSubject> number) {
        return scope.fact(
                prefix + id, unit, title, row -> Given.fact(number.applyAsDouble(subject(row)), LlmMemory.CHOICE));
    }

    /** What follows from the stack and the choices of the plan. */
    Figure fact(String id, Unit unit, String title, ToDoubleFunction<GenerationSubject> number) {
        return scope.fact(
                prefix + id,
                unit,
                title,
                row -> facts.of(subject(row).stack(), Evidence.INFERRED, number.applyAsDouble(subject(row))));
    }

    /** A constant of the stack; with {@code Mib} at its end and another for Hopper, that of the GPU. */
    Figure constant(String id, Unit unit, String title, String name) {
        return scope.fact(prefix + id, unit, title, row -> {
            GenerationSubject subject = subject(row);
            String ofHopper = name.replace("Mib", "HopperMib");
            boolean other = subject.hopper() && subject.stack().constants().containsKey(ofHopper);
            String wanted = other ? ofHopper : name;
            return facts.of(subject.stack(), wanted, subject.stack().constant(wanted), number -> number);
        });
    }

    private Figure bandSide(String id, ToDoubleFunction<AccuracyBand> side) {
        return scope.fact(
                prefix + id,
                Unit.COUNT,
                "Measured against estimated peak, " + (id.endsWith("low") ? "low" : "high"),
                row -> facts.band(method.word(), side));
    }

    private GenerationSubject subject(RowKey row) {
        return Objects.requireNonNull(subjects.get(row));
    }
}
