package org.sizewright.cli;

import java.util.Optional;
import org.sizewright.library.Library;
import org.sizewright.library.TrainingObjective;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.TrainingBatch;
import org.sizewright.plan.TuningGoal;
import picocli.CommandLine.Option;

/** What a model is trained towards, with the models and answers that this takes. */
final class GoalOptions {
    @Option(
            names = "--objective",
            paramLabel = "ID",
            description = "next-token, dpo, grpo or ppo (default: next-token)")
    private Optional<String> objective = Optional.empty();

    @Option(names = "--prompts", paramLabel = "N", description = "prompts that a GPU generates answers to at a time")
    private Optional<String> prompts = Optional.empty();

    @Option(names = "--answers", paramLabel = "N", description = "answers to each prompt (default: 8 for grpo, else 1)")
    private Optional<String> answers = Optional.empty();

    @Option(names = "--prompt-tokens", paramLabel = "N", description = "tokens of a prompt (default: 512)")
    private Optional<String> promptTokens = Optional.empty();

    @Option(names = "--answer-tokens", paramLabel = "N", description = "tokens of an answer (default: 512)")
    private Optional<String> answerTokens = Optional.empty();

    @Option(names = "--shared-weights", description = "answers are generated with the weights that are trained")
    private boolean shared;

    @Option(names = "--no-reference", description = "no reference model is held")
    private boolean withoutReference;

    @Option(
            names = "--critic",
            paramLabel = "MODEL|N",
            description = "critic of ppo: a model or its parameters, such as 1.5B (default: as the model)")
    private Optional<String> critic = Optional.empty();

    @Option(
            names = "--reward",
            paramLabel = "MODEL|N",
            description = "reward model of ppo: a model or its parameters, such as 7B (default: as the model)")
    private Optional<String> reward = Optional.empty();

    TrainingObjective objective(Library library) {
        return new RecordNames<>(
                        "training objective",
                        library.trainingObjectives(),
                        TrainingObjective::id,
                        record -> RecordNames.with(record.name(), record.otherNames()))
                .find(objective.orElse(FineTuning.SUPERVISED));
    }

    /** @throws IllegalArgumentException with a sentence if something has no place in the objective */
    TuningGoal goal(Library library) {
        TrainingObjective chosen = objective(library);
        TuningGoal usual = TuningGoal.of(chosen.id());
        boolean generates = chosen.has(TrainingObjective.Phase.ROLLOUT);
        String answering = "generates no answers";
        check(prompts.isEmpty() || generates, "--prompts", chosen, answering);
        check(answers.isEmpty() || generates, "--answers", chosen, answering);
        check(promptTokens.isEmpty() || generates, "--prompt-tokens", chosen, answering);
        check(answerTokens.isEmpty() || generates, "--answer-tokens", chosen, answering);
        check(!shared || generates, "--shared-weights", chosen, answering);
        check(
                !withoutReference || chosen.frozen().contains(TrainingObjective.REFERENCE),
                "--no-reference",
                chosen,
                "holds no reference");
        check(critic.isEmpty() || chosen.trained().size() > 1, "--critic", chosen, "has no critic");
        check(
                reward.isEmpty()
                        || chosen.frozen().stream().anyMatch(held -> !held.equals(TrainingObjective.REFERENCE)),
                "--reward",
                chosen,
                "holds no reward model");
        return usual.withPrompts(
                        whole("--prompts", prompts, TuningGoal.MAX_PROMPTS).orElse(usual.prompts()))
                .withAnswers(whole("--answers", answers, TuningGoal.MAX_ANSWERS))
                .withPromptTokens(whole("--prompt-tokens", promptTokens, TrainingBatch.MAX_SEQUENCE)
                        .orElse(usual.promptTokens()))
                .withAnswerTokens(whole("--answer-tokens", answerTokens, TrainingBatch.MAX_SEQUENCE)
                        .orElse(usual.answerTokens()))
                .withSharedWeights(shared)
                .withReference(!withoutReference)
                .withCritic(critic.map(typed -> parameters("--critic", typed, library)))
                .withReward(reward.map(typed -> parameters("--reward", typed, library)));
    }

    private static void check(boolean fine, String option, TrainingObjective chosen, String why) {
        if (!fine) {
            throw new IllegalArgumentException(option + " does nothing here, because " + chosen.name() + " " + why
                    + ": leave it out, or choose another --objective");
        }
    }

    private static Optional<Integer> whole(String option, Optional<String> typed, int most) {
        return typed.map(text -> TypedNumber.whole(option, text, 1, most));
    }

    /** Of a model that is named, or as they are typed. */
    private static double parameters(String option, String typed, Library library) {
        return TypedNumber.isCount(typed)
                ? TypedNumber.count(option, typed, FineTuning.MAX_PARAMETERS)
                : ModelChoice.of(typed, library).shape().parameters();
    }
}
