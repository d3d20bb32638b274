package org.sizewright.plan;

import java.util.function.Consumer;

/**
 * How a training run is spread over GPUs.
 *
 * @param data copies of the model, or shards of one, that each see other data
 * @param sharding what those copies share out among them
 * @param tensor GPUs that share every matrix
 * @param sequenceParallel whether they also share what lies between matrices
 * @param pipeline stages of layers, one after the other
 * @param virtualStages pieces of each stage that take turns; 1 = one forward, one backward
 * @param context GPUs that share a sequence
 * @param expert GPUs, among those that see other data, over which experts are spread
 */
public record TrainingLayout(
        int data,
        Sharding sharding,
        int tensor,
        boolean sequenceParallel,
        int pipeline,
        int virtualStages,
        int context,
        int expert,
        Offload offload) {
    public static final TrainingLayout SINGLE = data(1, Sharding.NONE);
    /** Of any degree, and of the GPUs of a run. */
    public static final int MOST = 1_000_000;

    /** What is held in shards, and not as a whole on each GPU. */
    public enum Sharding {
        NONE,
        /** Moments and master weights. */
        ZERO_1,
        /** Gradients too. */
        ZERO_2,
        /** Weights too, gathered layer by layer: ZeRO 3, FSDP. */
        ZERO_3
    }

    /** What stays in the memory of the host. */
    public enum Offload {
        NONE,
        /** Moments and master weights. */
        STATES,
        /** Weights and gradients too, but for the layers at work. */
        EVERYTHING
    }

    public TrainingLayout {
        for (int degree : new int[] {data, tensor, pipeline, virtualStages, context, expert}) {
            PlanChecks.between("a degree of parallelism", 1, MOST, degree);
        }
        PlanChecks.between("the GPUs of a run", 1, MOST, (double) data * tensor * pipeline * context);
        if ((long) data * context % expert != 0) {
            throw new IllegalArgumentException(
                    "experts cannot be spread over " + expert + " of " + (long) data * context + " GPUs");
        }
    }

    public static TrainingLayout data(int gpus, Sharding sharding) {
        return new TrainingLayout(gpus, sharding, 1, true, 1, 1, 1, 1, Offload.NONE);
    }

    public long gpus() {
        return (long) data * tensor * pipeline * context;
    }

    /** GPUs over which shards are spread: those that share a sequence hold the same weights. */
    public long shards() {
        return sharding == Sharding.NONE ? 1 : (long) data * context;
    }

    /** Fields as they are changed one by one. */
    private static final class Copy {
        private int data;
        private Sharding sharding;
        private int tensor;
        private boolean sequenceParallel;
        private int pipeline;
        private int virtualStages;
        private int context;
        private int expert;
        private Offload offload;

        Copy(TrainingLayout from) {
            data = from.data;
            sharding = from.sharding;
            tensor = from.tensor;
            sequenceParallel = from.sequenceParallel;
            pipeline = from.pipeline;
            virtualStages = from.virtualStages;
            context = from.context;
            expert = from.expert;
            offload = from.offload;
        }
    }

    private TrainingLayout with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return new TrainingLayout(
                copy.data,
                copy.sharding,
                copy.tensor,
                copy.sequenceParallel,
                copy.pipeline,
                copy.virtualStages,
                copy.context,
                copy.expert,
                copy.offload);
    }

    /** Experts stay spread over as many GPUs as divide them. */
    public TrainingLayout withData(int changed) {
        return with(copy -> {
            copy.data = changed;
            copy.expert = gcd(copy.expert, (long) changed * context);
        });
    }

    public TrainingLayout withSharding(Sharding changed) {
        return with(copy -> copy.sharding = changed);
    }

    public TrainingLayout withTensor(int changed) {
        return with(copy -> copy.tensor = changed);
    }

    public TrainingLayout withSequenceParallel(boolean changed) {
        return with(copy -> copy.sequenceParallel = changed);
    }

    public TrainingLayout withPipeline(int changed) {
        return with(copy -> copy.pipeline = changed);
    }

    public TrainingLayout withVirtualStages(int changed) {
        return with(copy -> copy.virtualStages = changed);
    }

    /** Experts stay spread over as many GPUs as divide them. */
    public TrainingLayout withContext(int changed) {
        return with(copy -> {
            copy.context = changed;
            copy.expert = gcd(copy.expert, (long) data * changed);
        });
    }

    public TrainingLayout withExpert(int changed) {
        return with(copy -> copy.expert = changed);
    }

    public TrainingLayout withOffload(Offload changed) {
        return with(copy -> copy.offload = changed);
    }

    private static int gcd(int one, long other) {
        return other == 0 ? one : gcd((int) other, one % other);
    }
}
