package org.sizewright.sizing.training;

/**
 * What one GPU (or one group that shares a model) works on.
 *
 * @param microBatch sequences at a time
 * @param microBatches how many of those before the weights change; with a pipeline, as many are under way
 * @param sequence tokens of the longest sequence
 * @param lengthShare tokens of the longest batch that really comes, as a share of that; 1 if all are padded to it
 */
public record TrainingBatch(int microBatch, int microBatches, int sequence, double lengthShare) {
    public TrainingBatch {
        if (microBatch < 1 || microBatches < 1 || sequence < 1) {
            throw new IllegalArgumentException("a batch has at least one sequence of one token, not " + microBatches
                    + " x " + microBatch + " x " + sequence);
        }
        if (!(lengthShare > 0 && lengthShare <= 1)) {
            throw new IllegalArgumentException("the longest batch is a share of the limit, not " + lengthShare);
        }
    }

    public static TrainingBatch of(int microBatch, int sequence) {
        return new TrainingBatch(microBatch, 1, sequence, 1);
    }
}
