package org.sizewright.plan;

import java.util.Optional;

/**
 * How long it runs and what is left of it.
 *
 * @param tokens in the data, once through; empty if they follow from examples
 * @param exampleTokens tokens of one example on average, question and answer together
 * @param checkpointsKept how many stay on disk
 * @param withState whether a checkpoint also holds what is needed to go on training
 */
public record TrainingRun(
        Optional<Double> tokens,
        double examples,
        double exampleTokens,
        double epochs,
        int checkpointsKept,
        boolean withState) {
    public static final double MAX_TOKENS = 1e14;
    public static final double MAX_EXAMPLES = 1e12;
    public static final double MAX_EPOCHS = 1e6;
    public static final int MAX_CHECKPOINTS = 100_000;

    /** One epoch of a hundred thousand examples of a thousand tokens, the last three checkpoints with their state. */
    public static final TrainingRun USUAL = new TrainingRun(Optional.empty(), 1e5, 1e3, 1, 3, true);

    public TrainingRun {
        tokens.ifPresent(value -> PlanChecks.between("the tokens of the data", 1, MAX_TOKENS, value));
        PlanChecks.between("the examples", 1, MAX_EXAMPLES, examples);
        PlanChecks.between("the tokens of an example", 1, MAX_TOKENS, exampleTokens);
        PlanChecks.between("the epochs", 0.001, MAX_EPOCHS, epochs);
        PlanChecks.between("the checkpoints that are kept", 1, MAX_CHECKPOINTS, checkpointsKept);
    }

    /** Over data whose tokens were counted. */
    public static TrainingRun ofTokens(double tokens, double epochs) {
        return USUAL.withTokens(Optional.of(tokens)).withEpochs(epochs);
    }

    public TrainingRun withTokens(Optional<Double> changed) {
        return new TrainingRun(changed, examples, exampleTokens, epochs, checkpointsKept, withState);
    }

    public TrainingRun withExamples(double changed) {
        return new TrainingRun(tokens, changed, exampleTokens, epochs, checkpointsKept, withState);
    }

    public TrainingRun withExampleTokens(double changed) {
        return new TrainingRun(tokens, examples, changed, epochs, checkpointsKept, withState);
    }

    public TrainingRun withEpochs(double changed) {
        return new TrainingRun(tokens, examples, exampleTokens, changed, checkpointsKept, withState);
    }

    public TrainingRun withCheckpointsKept(int changed) {
        return new TrainingRun(tokens, examples, exampleTokens, epochs, changed, withState);
    }

    public TrainingRun withState(boolean changed) {
        return new TrainingRun(tokens, examples, exampleTokens, epochs, checkpointsKept, changed);
    }
}
