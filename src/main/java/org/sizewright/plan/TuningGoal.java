package org.sizewright.plan;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the model is trained towards. All but the objective counts only where answers are generated or judged.
 *
 * @param objective of the library
 * @param prompts that one GPU generates answers to at a time
 * @param answers for each prompt; empty = what is usual for the objective
 * @param promptTokens length of a prompt
 * @param answerTokens length of an answer
 * @param sharedWeights whether answers are generated with the weights that are trained, and not with a second copy
 * @param withReference whether a reference is held, if the objective knows one
 * @param critic parameters of the critic; empty = as many as the model has
 * @param reward parameters of the reward model; empty = as many as the model has
 */
public record TuningGoal(
        String objective,
        int prompts,
        Optional<Integer> answers,
        int promptTokens,
        int answerTokens,
        boolean sharedWeights,
        boolean withReference,
        Optional<Double> critic,
        Optional<Double> reward) {
    public static final int MAX_PROMPTS = 1_000_000;
    public static final int MAX_ANSWERS = 100_000;

    public TuningGoal {
        PlanChecks.name("an objective", objective);
        PlanChecks.between("the prompts at a time", 1, MAX_PROMPTS, prompts);
        answers.ifPresent(value -> PlanChecks.between("the answers to a prompt", 1, MAX_ANSWERS, value));
        PlanChecks.between("the tokens of a prompt", 1, TrainingBatch.MAX_SEQUENCE, promptTokens);
        PlanChecks.between("the tokens of an answer", 1, TrainingBatch.MAX_SEQUENCE, answerTokens);
        critic.ifPresent(
                value -> PlanChecks.between("the parameters of the critic", 1, FineTuning.MAX_PARAMETERS, value));
        reward.ifPresent(
                value -> PlanChecks.between("the parameters of the reward model", 1, FineTuning.MAX_PARAMETERS, value));
    }

    /** One prompt of 512 tokens, answers of 512 tokens, all models of one size. */
    public static TuningGoal of(String objective) {
        return new TuningGoal(
                objective, 1, Optional.empty(), 512, 512, false, true, Optional.empty(), Optional.empty());
    }

    /** Fields as they are changed one by one. */
    private static final class Copy {
        private String objective;
        private int prompts;
        private Optional<Integer> answers;
        private int promptTokens;
        private int answerTokens;
        private boolean sharedWeights;
        private boolean withReference;
        private Optional<Double> critic;
        private Optional<Double> reward;

        Copy(TuningGoal from) {
            objective = from.objective;
            prompts = from.prompts;
            answers = from.answers;
            promptTokens = from.promptTokens;
            answerTokens = from.answerTokens;
            sharedWeights = from.sharedWeights;
            withReference = from.withReference;
            critic = from.critic;
            reward = from.reward;
        }
    }

    private TuningGoal with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return new TuningGoal(
                copy.objective,
                copy.prompts,
                copy.answers,
                copy.promptTokens,
                copy.answerTokens,
                copy.sharedWeights,
                copy.withReference,
                copy.critic,
                copy.reward);
    }

    public TuningGoal withObjective(String changed) {
        return with(copy -> copy.objective = changed);
    }

    public TuningGoal withPrompts(int changed) {
        return with(copy -> copy.prompts = changed);
    }

    public TuningGoal withAnswers(Optional<Integer> changed) {
        return with(copy -> copy.answers = changed);
    }

    public TuningGoal withPromptTokens(int changed) {
        return with(copy -> copy.promptTokens = changed);
    }

    public TuningGoal withAnswerTokens(int changed) {
        return with(copy -> copy.answerTokens = changed);
    }

    public TuningGoal withSharedWeights(boolean changed) {
        return with(copy -> copy.sharedWeights = changed);
    }

    public TuningGoal withReference(boolean changed) {
        return with(copy -> copy.withReference = changed);
    }

    public TuningGoal withCritic(Optional<Double> changed) {
        return with(copy -> copy.critic = changed);
    }

    public TuningGoal withReward(Optional<Double> changed) {
        return with(copy -> copy.reward = changed);
    }
}
