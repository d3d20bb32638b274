package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.plan.Retrieval;
import org.sizewright.session.SessionState;
import org.sizewright.sizing.retrieval.RetrievalFigures;
import org.sizewright.ui.look.Texts;

/** Prepares what the screen shows of retrieval. */
final class RetrievalSheets {
    private final SessionState state;
    private final WorkloadState states;

    RetrievalSheets(Texts texts, SessionState state) {
        this.state = state;
        this.states = new WorkloadState(texts, state);
    }

    Sheet.Search of(Retrieval work) {
        Optional<RowFigures> figures = states.figures(work);
        Optional<RetrievalFigures> retrieval = state.live().map(result -> result.sizing().demand.retrieval);
        return new Sheet.Search(
                work,
                states.verdict(work),
                List.of(),
                states.trouble(work),
                figures.isPresent() && retrieval.isPresent() ? tiles(figures.get(), retrieval.get()) : List.of(),
                Map.of());
    }

    private static List<Tile> tiles(RowFigures f, RetrievalFigures retrieval) {
        return Stream.of(
                        retrieval.corpus.tokens,
                        retrieval.corpus.passages,
                        retrieval.index.memory,
                        retrieval.database.memoryPerReplica,
                        retrieval.database.disk,
                        retrieval.database.vms,
                        retrieval.firstIndexingHours,
                        retrieval.gpuVms,
                        retrieval.gpus)
                .map(figure -> f.tile(figure.title(), figure, f.note(figure)))
                .toList();
    }
}
