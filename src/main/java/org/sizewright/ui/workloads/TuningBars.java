package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.ValueText;
import org.sizewright.library.TrainingObjective.Phase;
import org.sizewright.plan.FineTuning;
import org.sizewright.sizing.training.TrainingMemory;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.MemoryText;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.StackedBar;

/** Prepares the memory of the fullest GPU of a training run: what is in it at its peak, and each phase of a step. */
final class TuningBars {
    private final Texts texts;
    private final RowFigures f;
    private final TrainingMemory training;
    private final MemoryText memory;
    private final RowKey stage;
    private final double device;
    private final boolean known;

    TuningBars(Texts texts, RowFigures figures, TrainingMemory training) {
        this.texts = texts;
        this.f = figures;
        this.training = training;
        this.memory = figures.memoryText();
        this.stage = training.stages.keys().stream()
                .filter(row -> training.subject(row).row().equals(figures.row()))
                .max(Comparator.comparingDouble(row -> number(training.stagePeak, row)))
                .orElse(figures.row());
        this.known = f.number(training.device).isPresent();
        this.device = f.number(training.device).orElse(0);
    }

    /** Empty if the size of the GPU or the peak is not known. */
    Optional<Sheet.Memory> memory() {
        OptionalDouble peak = f.number(training.peak);
        if (!known || peak.isEmpty()) {
            return Optional.empty();
        }
        Bar bar = new Bar();
        double models = number(f.book().get("train_trained_models"), f.row());
        boolean whole = training.subject(f.row()).tuning().method().id().equals(FineTuning.FULL);
        bar.put("weights", "workloads.part.weights", training.held.weights, whole ? models : 1, Fill.WORK_1);
        bar.put("frozen", "workloads.part.judges", training.frozen, 1, Fill.WORK_7);
        bar.put("adapters", "workloads.part.adapters", training.held.adapters, models, Fill.WORK_5);
        bar.put("gradients", "workloads.part.gradients", training.held.gradients, models, Fill.WORK_2);
        bar.put("states", "workloads.part.states", training.held.states, models, Fill.WORK_3);
        double held = bar.sum();
        double overhead = number(training.fixed, stage);
        double gathered = number(training.held.gathered, stage);
        Phase fullest = fullest();
        if (fullest == Phase.ROLLOUT) {
            double more = number(training.rollout, f.row()) - held - overhead;
            bar.put("answers", texts.get("workloads.part.answers"), more, Fill.WORK_4, f.cell(training.rollout));
        } else if (fullest == Phase.SCORING) {
            double more = number(training.scoring, f.row()) - held - overhead;
            bar.put("judging", texts.get("workloads.part.judging"), more, Fill.WORK_4, f.cell(training.scoring));
        } else {
            double activations = number(training.activations.kept, stage)
                    + number(training.activations.moment, stage)
                    + number(training.activations.exchanged, stage);
            bar.put(
                    "activations",
                    texts.get("workloads.part.activations"),
                    activations,
                    Fill.WORK_4,
                    cell(training.activations.kept));
            bar.put(
                    "gathered",
                    texts.get("workloads.part.gathered"),
                    gathered,
                    Fill.WORK_6,
                    cell(training.held.gathered));
        }
        bar.put("fixed", texts.get("workloads.part.fixed"), overhead, Fill.RESERVED, cell(training.fixed));
        double free = device - bar.sum();
        if (free > 0) {
            bar.put("free", texts.get("workloads.part.free"), free, Fill.FREE, f.cell(training.left));
        }
        return Optional.of(new Sheet.Memory(
                texts.get("workloads.bar.title", memory.unit().symbol()),
                bar.segments,
                limit(bar.sum()),
                bar.cells,
                remark(),
                memory.unit()));
    }

    private Optional<String> remark() {
        return f.book()
                .band(training.peak, f.row())
                .filter(range -> range.min() < range.max())
                .map(range -> texts.get(
                        training.subject(f.row()).alignment().objective().id().equals(FineTuning.SUPERVISED)
                                ? "workloads.tuning.peakBand"
                                : "workloads.tuning.peakUnmeasured",
                        memory.text(range.min() * MemoryCard.GIB),
                        memory.text(range.max() * MemoryCard.GIB),
                        name(fullest())));
    }

    private StackedBar.Limit limit(double sum) {
        return new StackedBar.Limit(
                texts.get(
                        "workloads.bar.limit",
                        training.subject(f.row()).device().name(),
                        memory.text(device * MemoryCard.GIB)),
                // rounding must not look like an excess
                Math.abs(sum - device) < 1e-6 ? Math.max(sum, device) : device,
                texts.get("workloads.bar.lacking", memory.text(Math.max(0, sum - device) * MemoryCard.GIB)));
    }

    /** One bar for each phase of a step; empty if it has but one. */
    List<Sheet.Training.PhaseBar> phases() {
        List<Phase> phases = training.subject(f.row()).alignment().objective().phases();
        if (!known || phases.size() < 2) {
            return List.of();
        }
        List<Sheet.Training.PhaseBar> bars = new ArrayList<>();
        for (Phase phase : phases) {
            Figure figure = figure(phase);
            f.number(figure).ifPresent(size -> {
                String name = name(phase);
                boolean beyond = size > device;
                Fill fill = phase == Phase.ROLLOUT ? Fill.WORK_4 : phase == Phase.SCORING ? Fill.WORK_7 : Fill.WORK_1;
                StackedBar.Segment used = StackedBar.Segment.of(
                                phase.word(),
                                texts.get("workloads.part.taken"),
                                memory.text(size * MemoryCard.GIB),
                                size,
                                fill)
                        .withMore(memory.both(size * MemoryCard.GIB));
                List<StackedBar.Segment> segments = beyond
                        ? List.of(used)
                        : List.of(
                                used,
                                StackedBar.Segment.of(
                                        "free",
                                        texts.get("workloads.part.free"),
                                        memory.text((device - size) * MemoryCard.GIB),
                                        device - size,
                                        Fill.FREE));
                bars.add(new Sheet.Training.PhaseBar(name, segments, limit(size), f.cell(figure)));
            });
        }
        return bars;
    }

    private String name(Phase phase) {
        return switch (phase) {
            case ROLLOUT -> texts.get("workloads.phase.rollout");
            case SCORING -> texts.get("workloads.phase.scoring");
            case TRAINING -> texts.get("workloads.phase.training");
        };
    }

    private Figure figure(Phase phase) {
        return switch (phase) {
            case ROLLOUT -> training.rollout;
            case SCORING -> training.scoring;
            case TRAINING -> training.training;
        };
    }

    Phase fullest() {
        return training.subject(f.row()).alignment().objective().phases().stream()
                .max(Comparator.comparingDouble(phase -> f.number(figure(phase)).orElse(0)))
                .orElse(Phase.TRAINING);
    }

    private double number(Figure figure, RowKey row) {
        return f.book().value(figure, row).asNumber().orElse(0);
    }

    private Cell cell(Figure ofStage) {
        return ofStage.cell(stage, Lane.VALUE);
    }

    /** The segments so far. */
    private final class Bar {
        private final List<StackedBar.Segment> segments = new ArrayList<>();
        private final Map<String, Cell> cells = new LinkedHashMap<>();

        void put(String id, String key, Figure ofStage, double times, Fill fill) {
            String label = times > 1
                    ? texts.get("workloads.tuning.models", texts.get(key), ValueText.number(times, 1))
                    : texts.get(key);
            put(id, label, number(ofStage, stage) * times, fill, cell(ofStage));
        }

        void put(String id, String label, double gib, Fill fill, Cell cell) {
            if (gib > 0.0005) {
                double bytes = gib * MemoryCard.GIB;
                segments.add(StackedBar.Segment.of(id, label, memory.number(bytes), gib, fill)
                        .withMore(memory.both(bytes)));
                cells.put(id, cell);
            }
        }

        double sum() {
            return segments.stream().mapToDouble(StackedBar.Segment::size).sum();
        }
    }
}
