package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.plan.FineTuning;
import org.sizewright.session.SessionState;
import org.sizewright.sizing.TrainingDemand;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;

/** Prepares what the screen shows of fine-tuning. */
final class TuningSheets {
    private final SessionState state;
    private final WorkloadState states;

    TuningSheets(Texts texts, SessionState state, MemoryUnit unit) {
        this.state = state;
        this.states = new WorkloadState(texts, state, unit);
    }

    Sheet.Training of(FineTuning work) {
        Optional<RowFigures> figures = states.figures(work);
        Optional<TrainingDemand> training = state.live().map(result -> result.sizing().demand.training);
        return new Sheet.Training(
                work,
                states.verdict(work),
                List.of(),
                states.trouble(work),
                figures.isPresent() && training.isPresent() ? tiles(figures.get(), training.get()) : List.of(),
                Map.of());
    }

    private static List<Tile> tiles(RowFigures f, TrainingDemand training) {
        return Stream.of(
                        training.memory.trained.trainable,
                        training.memory.peak,
                        training.memory.left,
                        training.memory.time.hours,
                        training.gpus,
                        training.memory.result.disk)
                .map(figure -> f.tile(figure.title(), figure, f.note(figure)))
                .toList();
    }
}
