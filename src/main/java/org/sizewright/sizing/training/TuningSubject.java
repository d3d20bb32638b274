package org.sizewright.sizing.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Gpu;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TuningGoal;
import org.sizewright.sizing.DeviceMemory;

/**
 * Fine-tuning on the hosts of one cluster, all ids looked up.
 *
 * @param share what of the GPUs one of its machines takes
 * @param training the run itself
 * @param groups the rows of the hosts that may carry it
 */
public record TuningSubject(FineTuning workload, GpuShare share, TrainingSubject training, List<RowKey> groups) {
    public TuningSubject {
        groups = List.copyOf(groups);
    }

    /**
     * As a plan describes it.
     *
     * @param gpu what it runs on; of a slice of it the speed is not known
     * @param device what of that it can use
     */
    public static TuningSubject of(
            RowKey row,
            ResolvedWorkload.Tuning tuning,
            TrainingLayout layout,
            GpuShare share,
            Gpu gpu,
            DeviceMemory device,
            List<RowKey> groups) {
        return new TuningSubject(
                tuning.workload(),
                share,
                training(
                        row,
                        tuning,
                        layout,
                        device,
                        share instanceof GpuShare.Whole ? Optional.of(gpu) : Optional.empty()),
                groups);
    }

    /**
     * The same run on another GPU or slice, looked at for itself: on no hosts.
     *
     * @param gpu what it runs on; of a slice of it the speed is not known
     */
    public TuningSubject on(RowKey row, TrainingLayout layout, GpuShare other, Gpu gpu, DeviceMemory device) {
        return new TuningSubject(
                workload,
                other,
                training.on(row, layout, device, other instanceof GpuShare.Whole ? Optional.of(gpu) : Optional.empty()),
                List.of());
    }

    /** The run itself. */
    static TrainingSubject training(
            RowKey row, ResolvedWorkload.Tuning tuning, TrainingLayout layout, DeviceMemory device, Optional<Gpu> gpu) {
        FineTuning workload = tuning.workload();
        FineTuning.Method method = workload.method();
        FineTuning.Software software = workload.software();
        return new TrainingSubject(
                row,
                "/workloads/" + workload.id(),
                tuning.model(),
                tuning.shape(),
                new Tuning(
                        tuning.method(),
                        method.rank().map(OptionalInt::of).orElse(OptionalInt.empty()),
                        method.targets(),
                        method.settings(),
                        method.withEmbeddings()),
                tuning.weights(),
                tuning.optimiser(),
                tuning.stack(),
                workload.batch(),
                software.checkpointing(),
                software.compiled(),
                software.float8(),
                layout,
                alignment(workload.goal(), tuning),
                device,
                gpu,
                software.powerPercent() / 100,
                workload.run(),
                workload.serving());
    }

    private static Alignment alignment(TuningGoal goal, ResolvedWorkload.Tuning tuning) {
        return new Alignment(
                tuning.objective(),
                goal.prompts(),
                goal.answers().orElse(tuning.objective().answersPerPrompt()),
                goal.promptTokens(),
                goal.answerTokens(),
                goal.sharedWeights(),
                goal.withReference(),
                goal.critic(),
                goal.reward());
    }

    RowKey row() {
        return training.row();
    }
}
