package org.sizewright.sizing.generation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.GenerationStack;
import org.sizewright.library.Library;
import org.sizewright.library.model.FamilyTraits.Fused;
import org.sizewright.sizing.Facts;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;

/**
 * Models that are served by a process without a pool, such as plain Hugging Face transformers: all requests are one batch, and their
 * number follows from the peak. The same formulas as {@link GenerationMemory}, over the rows of the language models; rows of other
 * engines are 0 here.
 *
 * <p>Layers may be spread over several GPUs; what a GPU holds of the peak is then taken to be its share of the weights.
 */
public final class GenerationServing {
    private static final double USUAL_ANSWER = 0.25;

    /** 1 for such models, 0 for others; unknown where the process cannot run the model like that. */
    public final Figure isProcess;
    /** As the allocator holds them, all GPUs together. */
    public final Figure weights;
    /** Of one request, all GPUs together. */
    public final Figure kvPerRequest;

    private final Rows models;
    private final FigureBook.Builder book;
    private final Map<GenerationStack.Method, GenerationPeaks> peaks = new EnumMap<>(GenerationStack.Method.class);
    private final Map<RowKey, RowKey> self = new HashMap<>();

    /** Empty if there is no such model, so that the figures of others stay as they are. */
    public static Optional<GenerationServing> of(
            FigureBook.Builder book,
            Rows models,
            List<LlmSubject> subjects,
            Formula tokens,
            Formula answers,
            Library library) {
        return subjects.stream()
                        .anyMatch(subject -> subject.engine().generation().isPresent())
                ? Optional.of(new GenerationServing(book, models, subjects, tokens, answers, library))
                : Optional.empty();
    }

    /**
     * @param tokens of a request, prompt and answer together
     * @param answers tokens of an answer as the traffic says; 0 where there is none
     */
    private GenerationServing(
            FigureBook.Builder book,
            Rows models,
            List<LlmSubject> subjects,
            Formula tokens,
            Formula answers,
            Library library) {
        this.book = book;
        this.models = models;
        Map<RowKey, LlmSubject> subjectOf = new HashMap<>();
        subjects.forEach(subject -> subjectOf.put(subject.row(), subject));
        Facts facts = new Facts(library);
        FigureBook.Scope w = book.over(models);
        isProcess = w.fact("process", Unit.COUNT, "Runs in a process without a pool (1 = yes)", row -> {
            LlmSubject subject = java.util.Objects.requireNonNull(subjectOf.get(row));
            return refusal(subject, library)
                    .map(reason -> Given.unknown(reason, LlmMemory.CHOICE))
                    .orElseGet(() -> facts.of(
                            subject.engine(),
                            Evidence.VERIFIED,
                            subject.engine().generation().isPresent() ? 1 : 0));
        });
        Formula none = Formula.constant(0, Unit.TOKEN);
        Formula one = Formula.constant(1, Unit.TOKEN);
        Figure answer = w.define(
                "process_answer",
                Unit.TOKEN,
                "Answer of a request",
                Formula.when(
                        answers.moreThan(none),
                        Formula.min(tokens, answers),
                        Formula.min(
                                tokens,
                                Formula.max(one, tokens.times(USUAL_ANSWER).floorTo(one)))),
                Source.of(
                        "Where no traffic says it, a quarter of the context is the answer",
                        "assets/library/README.md, derived constants",
                        "2026-11-22",
                        Evidence.INFERRED));
        Figure prompt = w.define("process_prompt", Unit.TOKEN, "Prompt of a request", tokens.minus(answer));
        Map<GenerationStack.Method, List<GenerationSubject>> byMethod = new EnumMap<>(GenerationStack.Method.class);
        for (LlmSubject subject : subjects) {
            if (refusal(subject, library).isEmpty()) {
                stack(subject, library)
                        .ifPresent(stack -> byMethod.computeIfAbsent(stack.method(), method -> new ArrayList<>())
                                .add(process(subject, stack, library)));
            }
            self.put(subject.row(), subject.row());
        }
        byMethod.forEach((method, list) -> peaks.put(
                method,
                new GenerationPeaks(
                        book,
                        method.word() + "_",
                        list,
                        Optional.of(new GenerationPeaks.Lengths(
                                prompt.at(self),
                                method == GenerationStack.Method.AUTOAWQ
                                        ? prompt.at(self).plus(answer.at(self))
                                        : answer.at(self))),
                        library)));
        weights = sum(
                "process_weights",
                Unit.GIB,
                "Weights in the process",
                method -> peaks(method).banded(peaks(method).weights.plus(peaks(method).lost)));
        kvPerRequest = sum(
                "process_kv",
                Unit.GIB,
                "Cache of a request in the process",
                method -> peaks(method)
                        .banded(peaks(method)
                                .kvPerToken
                                .times(prompt.at(self).plus(answer.at(self)))
                                .plus(peaks(method).cache.state)));
    }

    /** Requests whose peak surely fits in so much memory, all GPUs together. */
    Figure requestsIn(Figure room) {
        return sum(
                "process_requests",
                Unit.COUNT,
                "Requests at once in a process",
                method -> peaks(method).promptsIn(peaks(method).withoutBand(room.at(self))));
    }

    /** The peak with so many requests at once, all GPUs together. */
    Figure peak(Figure requests) {
        return sum(
                "process_peak",
                Unit.GIB,
                "Peak of the process",
                method -> peaks(method).banded(peaks(method).at(requests.at(self))));
    }

    /** A figure over all models from one of each method over its own. */
    private Figure sum(String id, Unit unit, String title, Function<GenerationStack.Method, Formula> ofMethod) {
        Formula total = Formula.constant(0, unit);
        for (Map.Entry<GenerationStack.Method, GenerationPeaks> each : peaks.entrySet()) {
            Rows rows = each.getValue().rows;
            Figure part = book.over(rows)
                    .define(
                            each.getKey().word() + "_" + id,
                            unit,
                            title,
                            ofMethod.apply(each.getKey()),
                            GenerationPeaks.ALIVE);
            Map<RowKey, List<RowKey>> rowsOf = new HashMap<>();
            models.keys().forEach(row -> rowsOf.put(row, rows.keys().contains(row) ? List.of(row) : List.of()));
            total = total.plus(part.sumOver(rowsOf));
        }
        return book.over(models).define(id, unit, title, total, GenerationPeaks.ALIVE);
    }

    private GenerationPeaks peaks(GenerationStack.Method method) {
        return java.util.Objects.requireNonNull(peaks.get(method));
    }

    private static Optional<GenerationStack> stack(LlmSubject subject, Library library) {
        return subject.engine().generation().flatMap(library::generationStack);
    }

    /** Why the process cannot run the model like that. */
    private static Optional<String> refusal(LlmSubject subject, Library library) {
        if (subject.engine().generation().isEmpty()) {
            return Optional.empty();
        }
        String engine = subject.engine().name();
        if (stack(subject, library).isEmpty()) {
            return Optional.of("the library has no record of the peaks of " + engine);
        }
        if (subject.weights().ggufMix().isPresent()) {
            return Optional.of(
                    subject.weights().name() + " is a mix for llama.cpp, which " + engine + " does not read");
        }
        if (subject.parallel().tensor() > 1 || subject.parallel().expert() > 1) {
            return Optional.of("nobody measured " + engine + " with matrices split over GPUs: take pipeline stages");
        }
        return Optional.empty();
    }

    private static GenerationSubject process(LlmSubject subject, GenerationStack stack, Library library) {
        return new GenerationSubject(
                subject.row(),
                subject.model(),
                subject.shape(),
                library.familyOf(subject.model())
                        .map(family -> family.traits().fused())
                        .orElse(Fused.NONE),
                subject.weights(),
                subject.kvCache().bytesPerParameter(),
                stack,
                stack.method() == GenerationStack.Method.LITGPT
                        ? GenerationSubject.Head.SEPARATE
                        : GenerationSubject.Head.AS_PUBLISHED,
                0,
                0,
                1,
                subject.parallel().pipeline(),
                isHopper(subject),
                true);
    }

    private static boolean isHopper(LlmSubject subject) {
        return subject.gpu().computeCapability().asOptional().stream()
                .anyMatch(capability -> Integer.parseInt(capability.split("\\.", -1)[0]) >= 9);
    }
}
