package org.sizewright.sizing.training;

/**
 * How long it runs and what is left of it.
 *
 * @param tokens in the data, once through
 * @param checkpointsKept how many stay on disk
 * @param withState whether a checkpoint also holds what is needed to go on training
 */
public record TrainingRun(double tokens, double epochs, int checkpointsKept, boolean withState) {
    /** One epoch of a hundred million tokens, the last three checkpoints with their state. */
    public static final TrainingRun USUAL = new TrainingRun(1e8, 1, 3, true);

    public TrainingRun {
        if (!(tokens > 0 && tokens <= 1e18) || !(epochs > 0 && epochs <= 1e6) || checkpointsKept < 1) {
            throw new IllegalArgumentException("a run has tokens, epochs and a checkpoint, not " + tokens + ", "
                    + epochs + ", " + checkpointsKept);
        }
    }
}
