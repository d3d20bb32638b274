package org.sizewright.ui.workloads;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Value;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelUse;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.Retrieval;
import org.sizewright.session.SessionState;
import org.sizewright.sizing.retrieval.RetrievalFigures;
import org.sizewright.sizing.retrieval.RetrievalSubject;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;

/** Prepares what the screen shows of retrieval. */
final class RetrievalSheets {
    private final Texts texts;
    private final SessionState state;
    private final WorkloadState states;
    private final MemoryUnit unit;

    RetrievalSheets(Texts texts, SessionState state, MemoryUnit unit) {
        this.texts = texts;
        this.state = state;
        this.unit = unit;
        this.states = new WorkloadState(texts, state, unit);
    }

    /** The workload with everything looked up, where the latest result has it. */
    static Optional<RetrievalSubject> subject(SessionState state, Retrieval work) {
        return state.live()
                .flatMap(result -> result.sizing().demand.retrieval)
                .flatMap(rag -> RowFigures.row(rag.rows, work.id()).map(rag::subject));
    }

    Sheet.Search of(Retrieval work, List<StoreRow> comparison) {
        Optional<RowFigures> figures = states.figures(work);
        Optional<RetrievalFigures> rag = state.live().flatMap(result -> result.sizing().demand.retrieval);
        boolean known = figures.isPresent() && rag.isPresent();
        Optional<RetrievalTiles> tiles =
                known ? Optional.of(new RetrievalTiles(figures.get(), rag.get())) : Optional.empty();
        return new Sheet.Search(
                work,
                states.verdict(work),
                known ? sentence(figures.get(), rag.get()) : List.of(),
                states.trouble(work),
                tiles.map(RetrievalTiles::all).orElse(List.of()),
                Map.of(),
                tiles.map(RetrievalTiles::bySteps).orElse(Map.of()),
                known ? new DatabaseBar(texts, figures.get(), rag.get()).memory() : Optional.empty(),
                comparison,
                unit,
                fields(work, figures, rag));
    }

    private List<Phrase> sentence(RowFigures f, RetrievalFigures rag) {
        Sentence says = new Sentence(texts);
        says.add(
                "workloads.retrieval.sentence",
                f.phrase(f.plain(rag.corpus.passages), rag.corpus.passages),
                f.phrase(f.text(rag.database.memoryPerReplica), rag.database.memoryPerReplica),
                f.phrase(texts.get("workloads.retrieval.machines", f.whole(rag.database.vms)), rag.database.vms));
        switch (f.value(rag.gpuVms)) {
            case Value.Known known ->
                says.add(
                        "workloads.retrieval.sentence.models",
                        f.phrase(texts.get("workloads.retrieval.machines", f.whole(rag.gpuVms)), rag.gpuVms),
                        f.phrase(
                                f.value(rag.gpus).isKnown()
                                        ? texts.get("workloads.gpus", f.whole(rag.gpus))
                                        : f.text(rag.gpus),
                                rag.gpus),
                        f.phrase(new RetrievalTiles(f, rag).hours(), rag.firstIndexingHours));
            case Value.Unknown unknown ->
                says.add("workloads.retrieval.sentence.unknown", f.phrase(unknown.why(), rag.gpuVms));
        }
        return says.phrases();
    }

    private RetrievalFields fields(Retrieval work, Optional<RowFigures> figures, Optional<RetrievalFigures> rag) {
        Library library = state.library();
        Optional<Assignment> assignment = state.plan().liveOption().assignment(work.id());
        List<LlmFields.Slice> slices = new LlmFieldSheets(texts, state, unit).slices(assignment);
        Map<String, Double> automatic = new HashMap<>();
        Map<String, String> notes = new HashMap<>();
        if (figures.isPresent() && rag.isPresent()) {
            automatic(automatic, figures.get(), rag.get());
            notes(notes, work, figures.get(), rag.get());
        }
        return new RetrievalFields(
                library.retrievalPresets(),
                library.vectorIndexes(),
                library.vectorElements(),
                library.engines(),
                models(library),
                library.numberFormats(),
                slices,
                slices.stream()
                        .filter(slice -> assignment
                                .filter(found -> found.profile().equals(slice.profile()))
                                .isPresent())
                        .findFirst(),
                automatic,
                notes);
    }

    private static Map<ModelUse, List<ModelArchitecture>> models(Library library) {
        return Stream.of(ModelUse.EMBEDDING, ModelUse.RERANKER, ModelUse.GUARDRAIL)
                .collect(Collectors.toMap(Function.identity(), library::modelsFor));
    }

    private static void automatic(Map<String, Double> numbers, RowFigures f, RetrievalFigures rag) {
        put(numbers, RetrievalField.TOKENS, f, rag.corpus.tokens);
        put(numbers, RetrievalField.DIMENSIONS, f, rag.index.dimensions);
        put(numbers, RetrievalField.HEADROOM, f, rag.database.headroomFactor);
        put(numbers, RetrievalField.PER_SECOND, f, rag.load.queriesPerSecond);
        for (ServedModel served : ServedModel.of(rag, f.row())) {
            f.book()
                    .value(rag.models.rate, served.row())
                    .asNumber()
                    .ifPresent(rate -> numbers.put(served.field() + RetrievalField.SPEED, (double) Math.round(rate)));
        }
    }

    private static void put(Map<String, Double> numbers, String field, RowFigures f, Figure figure) {
        f.number(figure).ifPresent(number -> numbers.put(field, number));
    }

    private void notes(Map<String, String> notes, Retrieval work, RowFigures f, RetrievalFigures rag) {
        notes.put(
                RetrievalField.TOKENS,
                texts.get(
                        work.corpus().tokens().isPresent()
                                ? "workloads.retrieval.note.tokens.counted"
                                : "workloads.retrieval.note.tokens"));
        notes.put(
                RetrievalField.PASSAGE,
                texts.get("workloads.retrieval.note.passage", f.plain(rag.corpus.passagesPerDocument)));
        notes.put(
                RetrievalField.OVERLAP,
                texts.get("workloads.retrieval.note.overlap", f.plain(rag.corpus.embeddedTokens)));
        notes.put(
                RetrievalField.REFRESH,
                texts.get("workloads.retrieval.note.refresh", f.plain(rag.load.refreshedVectors, 0)));
        notes.put(RetrievalField.HOURS, texts.get("workloads.retrieval.note.hours", f.text(rag.load.firstIndexing, 0)));
        notes.put(
                RetrievalField.DIMENSIONS,
                texts.get(
                        work.store().dimensions().isPresent()
                                ? "workloads.retrieval.note.dimensions.typed"
                                : "workloads.retrieval.note.dimensions"));
        notes.put(
                RetrievalField.ELEMENT, texts.get("workloads.retrieval.note.element", f.plain(rag.index.vectorBytes)));
        notes.put(RetrievalField.LINKS, texts.get("workloads.retrieval.note.structure", f.text(rag.index.structure)));
        notes.put(RetrievalField.LISTS, texts.get("workloads.retrieval.note.structure", f.text(rag.index.structure)));
        notes.put(
                RetrievalField.SEGMENTS,
                texts.get("workloads.retrieval.note.codes", f.plain(rag.index.bytesPerVector)));
        notes.put(
                RetrievalField.HEADROOM, texts.get("workloads.retrieval.note.headroom", f.text(rag.database.headroom)));
        notes.put(RetrievalField.REPLICAS, texts.get("workloads.retrieval.note.replicas"));
        notes.put(
                RetrievalField.METADATA, texts.get("workloads.retrieval.note.metadata", f.text(rag.database.metadata)));
        notes.put(RetrievalField.TEXT, texts.get("workloads.retrieval.note.text"));
        notes.put(RetrievalField.ORIGINALS, texts.get("workloads.retrieval.note.originals"));
        notes.put(
                RetrievalField.PER_SECOND,
                texts.get(
                        work.queries().perSecond().isPresent()
                                ? "workloads.retrieval.note.perSecond.typed"
                                : "workloads.retrieval.note.perSecond"));
        notes.put(RetrievalField.CANDIDATES, texts.get("workloads.retrieval.note.reads", f.text(rag.load.reranker, 0)));
        notes.put(RetrievalField.GUARDED, texts.get("workloads.retrieval.note.reads", f.text(rag.load.guardrail, 0)));
        notes.put(
                RetrievalField.DATABASE_MEMORY,
                texts.get("workloads.retrieval.note.database", f.text(rag.database.memoryPerShard)));
        notes.put(RetrievalField.SLICE, texts.get("workloads.retrieval.note.slice"));
        ServedModel.of(rag, f.row()).forEach(served -> notes(notes, served, f, rag));
    }

    private void notes(Map<String, String> notes, ServedModel served, RowFigures f, RetrievalFigures rag) {
        RowFigures row = new RowFigures(texts, f.book(), served.row(), unit);
        notes.put(
                served.field(),
                switch (row.value(rag.models.vms)) {
                    case Value.Known known ->
                        texts.get("workloads.retrieval.note.machines", Math.round(known.number()));
                    case Value.Unknown unknown -> unknown.why();
                });
        notes.put(
                served.field() + RetrievalField.WEIGHTS,
                texts.get(
                        "workloads.retrieval.note.weights",
                        row.text(rag.models.memory),
                        row.text(rag.models.deviceMemory)));
        notes.put(
                served.field() + RetrievalField.SPEED,
                texts.get(
                        rag.models.isEstimated(served.row())
                                ? "workloads.retrieval.note.speed.estimated"
                                : "workloads.retrieval.note.speed.measured"));
    }
}
