package org.sizewright.sizing.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.TrainingStack.Checkpointing;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.plan.AdapterServing;
import org.sizewright.plan.TrainingBatch;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingLayout.Sharding;
import org.sizewright.plan.TrainingRun;
import org.sizewright.sizing.DeviceMemory;

/** Runs to calculate in tests: one that can be changed in each of its choices. */
record TrainingRuns(
        String model,
        String method,
        int rank,
        List<String> targets,
        String weights,
        String optimiser,
        String stack,
        TrainingBatch batch,
        Checkpointing checkpointing,
        TrainingLayout layout,
        String objective) {
    static final Library LIBRARY = LibraryReader.bundled().library();
    static final RowKey ROW = new RowKey("w1", "Run");

    /** Full fine-tuning of Llama 3.1 8B on one GPU, 16 bytes per parameter. */
    static final TrainingRuns FULL = new TrainingRuns(
            "meta-llama/Meta-Llama-3.1-8B",
            "full",
            0,
            List.of(),
            "bf16",
            "adamw-mixed",
            "hf-trainer",
            TrainingBatch.of(1, 4096),
            Checkpointing.FULL,
            TrainingLayout.SINGLE,
            "next-token");

    static final TrainingRuns LORA = FULL.method("lora", 16).optimiser("adamw-32");

    TrainingRuns model(String other) {
        return new TrainingRuns(
                other, method, rank, targets, weights, optimiser, stack, batch, checkpointing, layout, objective);
    }

    TrainingRuns method(String other, int otherRank) {
        return new TrainingRuns(
                model, other, otherRank, targets, weights, optimiser, stack, batch, checkpointing, layout, objective);
    }

    TrainingRuns targets(String... names) {
        return new TrainingRuns(
                model,
                method,
                rank,
                List.of(names),
                weights,
                optimiser,
                stack,
                batch,
                checkpointing,
                layout,
                objective);
    }

    TrainingRuns weights(String other) {
        return new TrainingRuns(
                model, method, rank, targets, other, optimiser, stack, batch, checkpointing, layout, objective);
    }

    TrainingRuns optimiser(String other) {
        return new TrainingRuns(
                model, method, rank, targets, weights, other, stack, batch, checkpointing, layout, objective);
    }

    TrainingRuns stack(String other) {
        return new TrainingRuns(
                model, method, rank, targets, weights, optimiser, other, batch, checkpointing, layout, objective);
    }

    TrainingRuns batch(TrainingBatch other) {
        return new TrainingRuns(
                model, method, rank, targets, weights, optimiser, stack, other, checkpointing, layout, objective);
    }

    TrainingRuns checkpointing(Checkpointing other) {
        return new TrainingRuns(
                model, method, rank, targets, weights, optimiser, stack, batch, other, layout, objective);
    }

    TrainingRuns layout(TrainingLayout other) {
        return new TrainingRuns(
                model, method, rank, targets, weights, optimiser, stack, batch, checkpointing, other, objective);
    }

    TrainingRuns sharded(Sharding sharding, int gpus) {
        return layout(TrainingLayout.data(gpus, sharding));
    }

    TrainingRuns objective(String other) {
        return new TrainingRuns(
                model, method, rank, targets, weights, optimiser, stack, batch, checkpointing, layout, other);
    }

    TrainingSubject subject(RowKey row) {
        ModelArchitecture architecture = LIBRARY.model(ModelId.of(model)).orElseThrow();
        Gpu gpu = LIBRARY.gpu(GpuId.of("h100-sxm-80")).orElseThrow();
        return new TrainingSubject(
                row,
                "/workloads/w1",
                architecture,
                ((ShapeResult.Known) LIBRARY.shape(architecture)).shape(),
                new Tuning(
                        LIBRARY.tuningMethod(method).orElseThrow(),
                        rank > 0 ? OptionalInt.of(rank) : OptionalInt.empty(),
                        targets,
                        Map.of(),
                        false),
                LIBRARY.numberFormat(NumberFormatId.of(weights)).orElseThrow(),
                LIBRARY.optimiser(optimiser).orElseThrow(),
                LIBRARY.trainingStack(stack).orElseThrow(),
                batch,
                checkpointing,
                false,
                false,
                layout,
                Alignment.of(LIBRARY.trainingObjective(objective).orElseThrow()),
                DeviceMemory.of(gpu),
                Optional.of(gpu),
                1,
                TrainingRun.ofTokens(1e9, 2),
                new AdapterServing(4, 64, 2, 3));
    }

    Calculated calculate() {
        return Calculated.of(List.of(subject(ROW)));
    }

    /** Figures with their values. */
    record Calculated(TrainingMemory memory, FigureBook book) {
        static Calculated of(List<TrainingSubject> subjects) {
            FigureBook.Builder builder = FigureBook.builder();
            TrainingMemory memory = new TrainingMemory(builder, subjects, LIBRARY);
            return new Calculated(memory, builder.build());
        }

        Value value(Figure figure) {
            return book.value(figure, ROW);
        }

        double number(Figure figure) {
            return value(figure).asNumber().orElseThrow();
        }

        /** In bytes, of a figure in bytes or a multiple of them. */
        double bytes(Figure figure) {
            return number(figure) * figure.unit().factor();
        }

        Range band(Figure figure) {
            return book.band(figure, ROW).orElseThrow();
        }

        double peak() {
            return bytes(memory.peak);
        }

        double trainable() {
            return number(memory.trained.trainable);
        }

        /** Weights, gradients and states together, of a run in one stage. */
        double held() {
            return bytes(memory.held.weights)
                    + bytes(memory.held.gradients)
                    + bytes(memory.held.states)
                    + bytes(memory.held.adapters);
        }
    }
}
