package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.library.Engine;
import org.sizewright.library.Fact;
import org.sizewright.library.ModelUse;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.session.SessionState;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;

/** Prepares what the screen shows of a language model. */
final class LlmSheets {
    private static final int OPEN_CONTEXT = 131_072;

    private final Texts texts;
    private final SessionState state;
    private final WorkloadState states;
    private final MemoryUnit unit;

    LlmSheets(Texts texts, SessionState state, MemoryUnit unit) {
        this.texts = texts;
        this.state = state;
        this.states = new WorkloadState(texts, state, unit);
        this.unit = unit;
    }

    Sheet.Llm of(LlmServing work) {
        Optional<RowFigures> figures = states.figures(work);
        Optional<LlmMemory> llm = state.live().map(result -> result.sizing().demand.llm);
        Optional<Engine> engine = state.library().engine(work.engine());
        boolean known = figures.isPresent() && llm.isPresent();
        return new Sheet.Llm(
                work,
                known ? verdict(work, figures.get(), llm.get()) : states.verdict(work),
                known ? sentence(figures.get(), llm.get()) : List.of(),
                states.trouble(work),
                known ? allTiles(figures.get(), llm.get()) : List.of(),
                known ? notes(work, figures.get(), llm.get()) : Map.of(),
                state.library().modelsFor(ModelUse.GENERATION),
                state.library().numberFormats(),
                state.library().numberFormats().stream()
                        .filter(NumberFormat::kvCache)
                        .toList(),
                state.library().engines(),
                state.library()
                        .model(work.model())
                        .flatMap(model -> longest(state.library().shape(model)))
                        .orElse(OPEN_CONTEXT),
                new Sheet.Defaults(
                        whole(engine.map(Engine::gpuMemoryUtilization), share -> (int) Math.round(share * 100)),
                        whole(engine.map(Engine::maxNumSeqs), number -> number),
                        whole(engine.map(Engine::maxNumBatchedTokens), number -> number)),
                known ? Optional.of(new MemoryBar(texts, figures.get(), llm.get()).memory()) : Optional.empty(),
                new LlmFieldSheets(texts, state, unit).of(work));
    }

    private static Optional<Integer> longest(ShapeResult result) {
        return result instanceof ShapeResult.Known known
                        && known.shape().maxPosition().isPresent()
                ? Optional.of(known.shape().maxPosition().getAsInt())
                : Optional.empty();
    }

    private static <T> OptionalInt whole(Optional<Fact<T>> fact, java.util.function.ToIntFunction<T> number) {
        return fact.flatMap(Fact::asOptional).stream().mapToInt(number).findFirst();
    }

    private Verdict verdict(LlmServing work, RowFigures f, LlmMemory llm) {
        Verdict verdict = states.verdict(work);
        if (!f.value(llm.replicas).isKnown() || verdict.tone() != Tone.OK) {
            return verdict;
        }
        return new Verdict(
                texts.get(
                        "workloads.fits",
                        f.plain(llm.tensorParallel),
                        llm.subject(f.row()).gpu().name()),
                Tone.OK);
    }

    private List<Phrase> sentence(RowFigures f, LlmMemory llm) {
        Value pool = f.value(llm.engine.kvPool);
        Value replicas = f.value(llm.replicas);
        Sentence says = new Sentence(texts);
        if (replicas instanceof Value.Known) {
            boolean bySequences = f.number(llm.requestsPerReplica).equals(f.number(llm.engine.maxSequences));
            says.add(
                    "workloads.sentence.holds",
                    f.phrase(counted("workloads.gpus", f, llm.tensorParallel), llm.tensorParallel),
                    f.phrase(f.text(llm.tokensPerReplica), llm.tokensPerReplica),
                    f.phrase(counted("workloads.requests", f, llm.requestsPerReplica), llm.requestsPerReplica),
                    f.phrase(f.text(llm.context), llm.context));
            says.add(
                    "workloads.sentence.needs",
                    f.phrase(f.plain(llm.concurrency), llm.concurrency),
                    f.phrase(counted("workloads.replicas", f, llm.replicas), llm.replicas),
                    f.phrase(counted("workloads.gpus", f, llm.gpus), llm.gpus));
            f.range(llm.gpus).ifPresent(band -> says.add("workloads.sentence.band", f.phrase(band, llm.gpus)));
            says.add(bySequences ? "workloads.sentence.bySequences" : "workloads.sentence.byCache");
        } else if (pool instanceof Value.Known room && room.number() > 0) {
            says.add(
                    "workloads.sentence.tooLong",
                    f.phrase(f.text(llm.engine.kvPool, 1), llm.engine.kvPool),
                    f.phrase(f.text(llm.kvPerRequest, 1), llm.kvPerRequest));
        } else if (pool instanceof Value.Known room) {
            says.add(
                    "workloads.sentence.tooLarge",
                    f.phrase(f.memoryText().text(-room.number() * MemoryCard.GIB), llm.engine.kvPool));
        } else if (pool instanceof Value.Unknown unknown) {
            says.add("workloads.sentence.unknown", f.phrase(reason(f, llm, unknown), llm.engine.kvPool));
        }
        return says.phrases();
    }

    private String counted(String key, RowFigures f, Figure figure) {
        return texts.get(key, Math.round(f.number(figure).orElse(0)));
    }

    /** The missing fact under an unknown room for the cache. */
    static String reason(RowFigures f, LlmMemory llm, Value.Unknown pool) {
        return f.missing(llm.engine.nonTorch)
                .or(() -> f.missing(llm.engine.activation))
                .or(() -> f.missing(llm.engine.gpuMemory))
                .orElse(pool.why());
    }

    private List<Tile> tiles(RowFigures f, LlmMemory llm) {
        String perGpu = texts.get("workloads.perGpu");
        List<Tile> tiles = new ArrayList<>(List.of(
                f.tile(texts.get("workloads.figure.weights"), llm.weights, 1, f.otherUnit(llm.weights))
                        .withTerm("weights"),
                f.tile(texts.get("workloads.figure.kvToken"), llm.kvPerToken, perGpu)
                        .withTerm("kv-cache"),
                f.tile(texts.get("workloads.figure.kvRequest"), llm.kvPerRequest, 2, perGpu)
                        .withTerm("kv-cache"),
                f.tile(
                                texts.get("workloads.figure.kvAll"),
                                llm.kvForConcurrency,
                                1,
                                texts.get("workloads.figure.kvAll.note", f.plain(llm.concurrency)))
                        .withTerm("kv-cache")));
        tiles.add(f.tile(
                        texts.get("workloads.figure.activation"),
                        llm.engine.activation,
                        2,
                        f.band(llm.engine.activation, 2).orElse(perGpu))
                .withTerm("activation"));
        tiles.add(f.tile(texts.get("workloads.figure.pool"), llm.engine.kvPool, 1, note(f, llm.engine.kvPool, perGpu))
                .withTerm("gpu-memory-utilisation"));
        tiles.add(f.tile(
                        texts.get("workloads.figure.tokens"),
                        llm.tokensPerReplica,
                        note(f, llm.tokensPerReplica, texts.get("workloads.perReplica")))
                .withTerm("token"));
        tiles.add(f.tile(
                        texts.get("workloads.figure.requests"),
                        llm.requestsPerReplica,
                        note(f, llm.requestsPerReplica, texts.get("workloads.perReplica")))
                .withTerm("concurrency"));
        tiles.add(f.tile(
                        texts.get("workloads.figure.replicas"),
                        llm.replicas,
                        note(f, llm.replicas, sure(f, llm.replicas)))
                .withTerm("replica"));
        tiles.add(f.tile(texts.get("workloads.figure.gpus"), llm.gpus, note(f, llm.gpus, sure(f, llm.gpus))));
        return tiles;
    }

    /** Memory first, then speed; nobody knows how fast a slice is. */
    private List<Tile> allTiles(RowFigures f, LlmMemory llm) {
        List<Tile> all = new ArrayList<>(tiles(f, llm));
        LlmSubject subject = llm.subject(f.row());
        boolean whole = subject.device().name().equals(subject.gpu().name());
        if (whole && f.value(llm.replicas).isKnown()) {
            state.live()
                    .map(result -> result.sizing().demand.throughput.load)
                    .ifPresent(load -> all.addAll(List.of(
                            speed(f, "workloads.figure.tokensPerSecond", load.tokensPerSecondInAll, "throughput"),
                            speed(f, "workloads.figure.timePerToken", load.timePerToken, "tpot"),
                            speed(f, "workloads.figure.firstToken", load.timeToFirstToken, "ttft"))));
        }
        return all;
    }

    private Tile speed(RowFigures f, String key, Figure figure, String term) {
        return f.tile(texts.get(key), figure, f.band(figure).orElse(texts.get("workloads.figure.unmeasured")))
                .withTerm(term);
    }

    /** What an estimate that comes out the same all over its band may say. */
    private String sure(RowFigures f, Figure figure) {
        return f.value(figure).isKnown() ? texts.get("workloads.sure") : texts.get("workloads.noNumber");
    }

    private static String note(RowFigures f, Figure figure, String otherwise) {
        return f.band(figure, figure.unit().equals(Unit.GIB) ? 1 : -1).orElse(otherwise);
    }

    private Map<String, String> notes(LlmServing work, RowFigures f, LlmMemory llm) {
        Map<String, String> notes = new HashMap<>();
        notes.put(
                Field.WEIGHTS,
                texts.get("workloads.note.weights", ValueText.of(f.value(llm.model.bytesPerParameter), Unit.BYTE, 3)));
        notes.put(Field.KV_CACHE, texts.get("workloads.note.kv", f.plain(llm.kvPerToken)));
        notes.put(Field.CONTEXT, contextNote(work, f, llm));
        notes.put(Field.CONCURRENCY, texts.get("workloads.note.concurrency", f.text(llm.kvForConcurrency, 1)));
        notes.put(Field.DEGREE, texts.get("workloads.note.degree", f.text(llm.weightsPerGpu, 1)));
        notes.put(
                Field.ENGINE,
                texts.get("workloads.note.engine", llm.subject(f.row()).engine().versions()));
        notes.put(Field.UTILISATION, texts.get("workloads.note.utilisation", f.text(llm.engine.reserve, 1)));
        notes.put(Field.SEQUENCES, texts.get("workloads.note.sequences"));
        notes.put(Field.BATCHED, texts.get("workloads.note.batched", f.text(llm.engine.activation, 1)));
        notes.put(Field.VCPU, texts.get("workloads.note.vcpu", f.plain(llm.vcpu)));
        notes.put(Field.MEMORY, texts.get("workloads.note.memory", f.text(llm.memory)));
        return notes;
    }

    private String contextNote(LlmServing work, RowFigures f, LlmMemory llm) {
        OptionalInt most = llm.subject(f.row()).shape().maxPosition();
        if (most.isEmpty()) {
            return texts.get("workloads.note.context.open");
        }
        return work.contextTokens() > most.getAsInt()
                ? texts.get("workloads.note.context.beyond", ValueText.number(most.getAsInt()))
                : texts.get("workloads.note.context", ValueText.number(most.getAsInt()));
    }
}
