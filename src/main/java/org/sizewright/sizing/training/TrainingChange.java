package org.sizewright.sizing.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.figure.Cell;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.library.Library;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.Optimiser;
import org.sizewright.library.TrainingObjective;
import org.sizewright.library.TrainingStack.Checkpointing;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.TrainingBatch;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingLayout.Offload;
import org.sizewright.plan.TrainingLayout.Sharding;

/**
 * One change of a training run that takes less memory of a GPU, and what it leaves.
 *
 * @param kind what is changed
 * @param words the change, as in "compute activations again"
 * @param workload the run as changed
 * @param layout its spread over GPUs as changed
 * @param left GiB that stay free on the fullest GPU; below 0 if it is not enough
 * @param figures what that was calculated from, of the run as changed
 * @param cell where {@code left} stands among them
 */
public record TrainingChange(
        Kind kind,
        String words,
        FineTuning workload,
        TrainingLayout layout,
        double left,
        FigureBook figures,
        Cell cell) {
    /** What can be changed, the cheapest first: what costs nothing, then time, then accuracy, then GPUs. */
    public enum Kind {
        SHARDING,
        MICRO_BATCH,
        CHECKPOINTING,
        SHARED_WEIGHTS,
        OPTIMISER,
        RANK,
        WEIGHTS,
        OFFLOAD,
        ALL_OFFLOADED,
        MORE_GPUS,
        ADAPTERS
    }

    private static final int MOST_GPUS = 1024;
    private static final String SMALL_OPTIMISER = "adamw-8-bit-16";
    private static final NumberFormatId PACKED = NumberFormatId.of("nf4-dq");

    /** Whether the run would fit. */
    public boolean isEnough() {
        return left >= 0;
    }

    /** What could be changed in a run, each change alone, the cheapest first; each is calculated. */
    public static List<TrainingChange> of(TuningSubject subject, Library library) {
        List<TrainingChange> changes = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            new Trial(subject, library).change(kind).ifPresent(changes::add);
        }
        return List.copyOf(changes);
    }

    /** The cheapest change that is enough, without a look at dearer ones; empty if none is. */
    public static Optional<TrainingChange> cheapest(TuningSubject subject, Library library) {
        Trial trial = new Trial(subject, library);
        return Stream.of(Kind.values())
                .flatMap(kind -> trial.change(kind).stream())
                .filter(TrainingChange::isEnough)
                .findFirst();
    }

    /** The cheapest change that is enough; if none is, the one that leaves most. */
    public static Optional<TrainingChange> best(List<TrainingChange> changes) {
        return changes.stream()
                .filter(TrainingChange::isEnough)
                .findFirst()
                .or(() -> changes.stream().max(Comparator.comparingDouble(TrainingChange::left)));
    }

    /** What to do about a run that does not fit, in sentences: the best of the changes and what it leaves. */
    public static String remedy(List<TrainingChange> changes) {
        return best(changes)
                .map(change -> {
                    String words = Character.toUpperCase(change.words().charAt(0))
                            + change.words().substring(1);
                    String left = ValueText.of(Value.of(Math.abs(change.left())), Unit.GIB, 1);
                    return change.isEnough()
                            ? words + ": that leaves " + left + " free."
                            : words + ": that is the most that one change saves, and " + left
                                    + " are still missing. Combine several, or take a larger GPU.";
                })
                .orElse("Take a larger GPU or a smaller model.");
    }

    private record Trial(TuningSubject subject, Library library) {
        Optional<TrainingChange> change(Kind kind) {
            FineTuning work = subject.workload();
            TrainingLayout layout = subject.training().layout();
            FineTuning.Software software = work.software();
            boolean whole = work.method().id().equals(FineTuning.FULL);
            return switch (kind) {
                case SHARDING ->
                    layout.data() * layout.context() > 1 && layout.sharding() != Sharding.ZERO_3
                            ? tried(
                                    kind,
                                    "shard states, gradients and weights over the copies (ZeRO 3, FSDP)",
                                    work,
                                    layout.withSharding(Sharding.ZERO_3))
                            : Optional.empty();
                case MICRO_BATCH ->
                    work.batch().microBatch() > 1
                                    && (long) work.batch().microBatches()
                                                    * work.batch().microBatch()
                                            <= TrainingBatch.MAX_MICRO_BATCHES
                            ? tried(
                                    kind,
                                    "take one sequence at a time and "
                                            + work.batch().microBatch() + " times as many micro batches",
                                    work.withBatch(work.batch()
                                            .withMicroBatch(1)
                                            .withMicroBatches(work.batch().microBatches()
                                                    * work.batch().microBatch())),
                                    layout)
                            : Optional.empty();
                case CHECKPOINTING ->
                    software.checkpointing() != Checkpointing.FULL
                            ? tried(
                                    kind,
                                    "compute activations again (full checkpointing)",
                                    work.withSoftware(software.withCheckpointing(Checkpointing.FULL)),
                                    layout)
                            : Optional.empty();
                case SHARED_WEIGHTS ->
                    subject.training().alignment().objective().has(TrainingObjective.Phase.ROLLOUT)
                                    && !work.goal().sharedWeights()
                            ? tried(
                                    kind,
                                    "generate answers with the weights that are trained",
                                    work.withGoal(work.goal().withSharedWeights(true)),
                                    layout)
                            : Optional.empty();
                case OPTIMISER ->
                    whole
                            ? library.optimiser(SMALL_OPTIMISER)
                                    .filter(found -> found.bytesPerParameter()
                                            < subject.training().optimiser().bytesPerParameter())
                                    .flatMap(found -> tried(
                                            kind,
                                            "take " + found.name(),
                                            work.withSoftware(software.withOptimiser(found.id())),
                                            layout))
                            : Optional.empty();
                case RANK -> {
                    int rank = work.method().rank().orElse(0);
                    yield !whole && rank > 8
                            ? tried(
                                    kind,
                                    "halve the rank to " + rank / 2,
                                    work.withMethod(work.method().withRank(Optional.of(rank / 2))),
                                    layout)
                            : Optional.empty();
                }
                case WEIGHTS ->
                    !whole && subject.training().weights().weightBits() >= 8
                            ? library.numberFormat(PACKED)
                                    .flatMap(found -> tried(
                                            kind,
                                            "store the frozen model in " + found.name(),
                                            work.withWeights(found.id()),
                                            layout))
                            : Optional.empty();
                case OFFLOAD ->
                    whole && layout.offload() == Offload.NONE
                            ? tried(
                                    kind,
                                    "keep the optimiser's states in the memory of the host",
                                    work,
                                    layout.withOffload(Offload.STATES))
                            : Optional.empty();
                case ALL_OFFLOADED ->
                    layout.offload() != Offload.EVERYTHING
                            ? tried(
                                    kind,
                                    "keep weights, gradients and states in the memory of the host",
                                    work,
                                    layout.withOffload(Offload.EVERYTHING))
                            : Optional.empty();
                case MORE_GPUS -> moreGpus(kind, work, layout);
                case ADAPTERS ->
                    whole
                            ? tried(
                                    kind,
                                    "train LoRA adapters of rank 16 instead of the whole model",
                                    work.withMethod(FineTuning.lora(work.id(), work.name(), work.model())
                                                    .method())
                                            .withSoftware(software.withOptimiser("adamw-32")),
                                    layout)
                            : Optional.empty();
            };
        }

        /** Twice the GPUs until it fits, all sharded. */
        private Optional<TrainingChange> moreGpus(Kind kind, FineTuning work, TrainingLayout layout) {
            Optional<TrainingChange> last = Optional.empty();
            if (subject.share() instanceof GpuShare.Shared) {
                return last;
            }
            TrainingLayout wider = layout.withSharding(Sharding.ZERO_3);
            while (wider.gpus() * 2 <= MOST_GPUS
                    && last.filter(TrainingChange::isEnough).isEmpty()) {
                wider = wider.withData(wider.data() * 2);
                last = tried(kind, "shard the run over " + wider.gpus() + " GPUs (ZeRO 3, FSDP)", work, wider);
            }
            return last;
        }

        private Optional<TrainingChange> tried(Kind kind, String words, FineTuning work, TrainingLayout layout) {
            Optional<TrainingSubject> changed = changed(work, layout);
            if (changed.isEmpty()) {
                return Optional.empty();
            }
            FigureBook.Builder book = FigureBook.builder();
            TrainingMemory memory = new TrainingMemory(book, List.of(changed.get()), library);
            RowKey row = changed.get().row();
            FigureBook figures = book.build();
            return figures.value(memory.left, row) instanceof Value.Known known
                    ? Optional.of(new TrainingChange(
                            kind, words, work, layout, known.number(), figures, memory.left.cell(row, Lane.VALUE)))
                    : Optional.empty();
        }

        private Optional<TrainingSubject> changed(FineTuning work, TrainingLayout layout) {
            TrainingSubject was = subject.training();
            Optional<Optimiser> optimiser = library.optimiser(work.software().optimiser());
            Optional<NumberFormat> weights = library.numberFormat(work.weights());
            return optimiser.isEmpty() || weights.isEmpty()
                    ? Optional.empty()
                    : library.tuningMethod(work.method().id())
                            .map(method -> TuningSubject.training(
                                    was.row(),
                                    new ResolvedWorkload.Tuning(
                                            work,
                                            was.model(),
                                            was.shape(),
                                            method,
                                            weights.get(),
                                            optimiser.get(),
                                            was.stack(),
                                            was.alignment().objective()),
                                    layout,
                                    was.device(),
                                    was.gpu()));
        }
    }
}
