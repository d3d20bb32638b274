package org.sizewright.sizing.training;

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
    private static final int MOST = 1_000_000;

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
            if (degree < 1 || degree > MOST) {
                throw new IllegalArgumentException("a degree of parallelism is 1 to " + MOST + ", not " + degree);
            }
        }
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
    long shards() {
        return sharding == Sharding.NONE ? 1 : (long) data * context;
    }
}
