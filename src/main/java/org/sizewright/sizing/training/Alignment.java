package org.sizewright.sizing.training;

import java.util.Optional;
import org.sizewright.library.TrainingObjective;

/**
 * What the model is trained towards, and the models and answers that this takes.
 *
 * @param prompts that one GPU generates answers to at a time
 * @param answers for each prompt
 * @param promptTokens length of a prompt
 * @param answerTokens length of an answer
 * @param sharedWeights whether answers are generated with the weights that are trained, and not with a second copy
 * @param withReference whether a reference is held, if the objective knows one
 * @param critic parameters of the critic; empty = as many as the model has
 * @param reward parameters of the reward model; empty = as many as the model has
 */
public record Alignment(
        TrainingObjective objective,
        int prompts,
        int answers,
        int promptTokens,
        int answerTokens,
        boolean sharedWeights,
        boolean withReference,
        Optional<Double> critic,
        Optional<Double> reward) {
    public Alignment {
        if (prompts < 1 || answers < 0 || promptTokens < 1 || answerTokens < 1) {
            throw new IllegalArgumentException("answers are generated to at least one prompt of one token, not "
                    + prompts + " of " + promptTokens + " with " + answers + " of " + answerTokens);
        }
        critic.ifPresent(Alignment::check);
        reward.ifPresent(Alignment::check);
    }

    /** One prompt of 512 tokens, answers of 512 tokens, all models of one size. */
    public static Alignment of(TrainingObjective objective) {
        return new Alignment(
                objective, 1, objective.answersPerPrompt(), 512, 512, false, true, Optional.empty(), Optional.empty());
    }

    private static void check(double parameters) {
        if (!(parameters > 0 && parameters <= 1e15)) {
            throw new IllegalArgumentException("no model has " + parameters + " parameters");
        }
    }
}
