package org.sizewright.plan;

/**
 * What one GPU (or one group that shares a model) works on.
 *
 * @param microBatch sequences at a time
 * @param microBatches how many of those before the weights change; with a pipeline, as many are under way
 * @param sequence tokens of the longest sequence
 * @param lengthShare tokens of the longest batch that really comes, as a share of that; 1 if all are padded or packed to it
 */
public record TrainingBatch(int microBatch, int microBatches, int sequence, double lengthShare) {
    public static final int MAX_MICRO_BATCH = 100_000;
    public static final int MAX_MICRO_BATCHES = 1_000_000;
    public static final int MAX_SEQUENCE = 100_000_000;

    public TrainingBatch {
        PlanChecks.between("the sequences at a time", 1, MAX_MICRO_BATCH, microBatch);
        PlanChecks.between("the micro batches of a step", 1, MAX_MICRO_BATCHES, microBatches);
        PlanChecks.between("the tokens of a sequence", 1, MAX_SEQUENCE, sequence);
        if (!(lengthShare > 0 && lengthShare <= 1)) {
            throw new IllegalArgumentException("the longest batch is a share of the limit, not " + lengthShare);
        }
    }

    public static TrainingBatch of(int microBatch, int sequence) {
        return new TrainingBatch(microBatch, 1, sequence, 1);
    }

    public TrainingBatch withMicroBatch(int changed) {
        return new TrainingBatch(changed, microBatches, sequence, lengthShare);
    }

    public TrainingBatch withMicroBatches(int changed) {
        return new TrainingBatch(microBatch, changed, sequence, lengthShare);
    }

    public TrainingBatch withSequence(int changed) {
        return new TrainingBatch(microBatch, microBatches, changed, lengthShare);
    }

    public TrainingBatch withLengthShare(double changed) {
        return new TrainingBatch(microBatch, microBatches, sequence, changed);
    }
}
