package org.sizewright.sizing.training;

import java.util.Optional;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Gpu;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.Optimiser;
import org.sizewright.library.TrainingStack;
import org.sizewright.library.TrainingStack.Checkpointing;
import org.sizewright.library.TuningMethod;
import org.sizewright.library.model.ModelShape;
import org.sizewright.plan.AdapterServing;
import org.sizewright.plan.TrainingBatch;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingRun;
import org.sizewright.sizing.DeviceMemory;

/**
 * One model to train, as an architect would describe it, all ids looked up.
 *
 * @param path pointer into the plan under which the inputs are changed, such as {@code /workloads/w1}
 * @param tuning what of the model is trained
 * @param weights how the frozen model is stored; a model that is trained as a whole is stored as its optimiser says
 * @param optimiser of what is trained
 * @param compiled whether the model is compiled before training
 * @param float8 whether its matrices multiply in 8 bit
 * @param gpu what it runs on; empty if only the memory is known
 * @param powerShare limit of the GPU's power as a share of what it may draw
 */
public record TrainingSubject(
        RowKey row,
        String path,
        ModelArchitecture model,
        ModelShape shape,
        Tuning tuning,
        NumberFormat weights,
        Optimiser optimiser,
        TrainingStack stack,
        TrainingBatch batch,
        Checkpointing checkpointing,
        boolean compiled,
        boolean float8,
        TrainingLayout layout,
        Alignment alignment,
        DeviceMemory device,
        Optional<Gpu> gpu,
        double powerShare,
        TrainingRun run,
        AdapterServing serving) {
    public TrainingSubject {
        if (!(powerShare > 0 && powerShare <= 1)) {
            throw new IllegalArgumentException("a GPU may draw a share of its power, not " + powerShare);
        }
    }

    /** The same run elsewhere. */
    TrainingSubject on(RowKey elsewhere, TrainingLayout otherLayout, DeviceMemory otherDevice, Optional<Gpu> otherGpu) {
        return new TrainingSubject(
                elsewhere,
                path,
                model,
                shape,
                tuning,
                weights,
                optimiser,
                stack,
                batch,
                checkpointing,
                compiled,
                float8,
                otherLayout,
                alignment,
                otherDevice,
                otherGpu,
                powerShare,
                run,
                serving);
    }

    /** Whether the model itself is trained, and not something beside it. */
    boolean trainsEverything() {
        return tuning.method().trains() == TuningMethod.Trains.EVERYTHING;
    }

    boolean trainsNorms() {
        return trainsEverything() || tuning.method().trains() == TuningMethod.Trains.NORMS;
    }

    /** Whether the frozen model is stored in fewer than 16 bit. */
    boolean isQuantised() {
        return !trainsEverything() && weights.weightBits() < 16;
    }

    int rank() {
        return tuning.rankOn(stack);
    }
}
