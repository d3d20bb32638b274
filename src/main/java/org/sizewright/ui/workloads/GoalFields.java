package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.library.TrainingObjective;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.TrainingBatch;
import org.sizewright.plan.TuningGoal;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;

/** What a model is trained towards, and the models and answers that this takes. */
final class GoalFields {
    private static final double BILLION = 1e9;

    private GoalFields() {}

    static TuningForm form(Texts texts, WorkloadsViewModel model) {
        return new TuningForm(texts, model)
                .<TrainingObjective>choice(
                        "workloads.field.tuningObjective",
                        TrainingObjective::name,
                        sheet -> sheet.offered().objectives(),
                        GoalFields::objective,
                        (work, chosen) -> work.withGoal(work.goal().withObjective(chosen.id())))
                .yesNo(
                        "workloads.field.tuningReference",
                        work -> work.goal().withReference(),
                        (work, yes) -> work.withGoal(work.goal().withReference(yes)))
                .whole(
                        "workloads.field.tuningPrompts",
                        "",
                        1,
                        TuningGoal.MAX_PROMPTS,
                        256,
                        work -> work.goal().prompts(),
                        (work, number) -> work.withGoal(work.goal().withPrompts(number)))
                .open(
                        "workloads.field.tuningAnswers",
                        "",
                        TuningGoal.MAX_ANSWERS,
                        0,
                        work -> work.goal().answers(),
                        sheet -> objective(sheet)
                                .map(found -> OptionalInt.of(Math.max(1, found.answersPerPrompt())))
                                .orElse(OptionalInt.empty()),
                        (work, number) -> work.withGoal(work.goal().withAnswers(number.map(Double::intValue))))
                .whole(
                        "workloads.field.tuningPromptTokens",
                        "workloads.unit.tokens",
                        1,
                        TrainingBatch.MAX_SEQUENCE,
                        0,
                        work -> work.goal().promptTokens(),
                        (work, number) -> work.withGoal(work.goal().withPromptTokens(number)))
                .whole(
                        "workloads.field.tuningAnswerTokens",
                        "workloads.unit.tokens",
                        1,
                        TrainingBatch.MAX_SEQUENCE,
                        0,
                        work -> work.goal().answerTokens(),
                        (work, number) -> work.withGoal(work.goal().withAnswerTokens(number)))
                .yesNo(
                        "workloads.field.tuningShared",
                        work -> work.goal().sharedWeights(),
                        (work, yes) -> work.withGoal(work.goal().withSharedWeights(yes)))
                .open(
                        "workloads.field.tuningCritic",
                        "workloads.unit.billion",
                        FineTuning.MAX_PARAMETERS / BILLION,
                        3,
                        work -> work.goal().critic().map(parameters -> parameters / BILLION),
                        sheet -> OptionalInt.empty(),
                        (work, billions) ->
                                work.withGoal(work.goal().withCritic(billions.map(number -> number * BILLION))))
                .open(
                        "workloads.field.tuningReward",
                        "workloads.unit.billion",
                        FineTuning.MAX_PARAMETERS / BILLION,
                        3,
                        work -> work.goal().reward().map(parameters -> parameters / BILLION),
                        sheet -> OptionalInt.empty(),
                        (work, billions) ->
                                work.withGoal(work.goal().withReward(billions.map(number -> number * BILLION))));
    }

    static Optional<TrainingObjective> objective(Sheet.Training sheet) {
        return sheet.offered().objectives().stream()
                .filter(found -> found.id().equals(sheet.workload().goal().objective()))
                .findFirst();
    }

    /** Only what the objective knows is in sight. */
    static void show(TuningForm form, Sheet.Training sheet) {
        Optional<TrainingObjective> objective = objective(sheet);
        boolean generates = objective
                .filter(found -> found.has(TrainingObjective.Phase.ROLLOUT))
                .isPresent();
        present(
                form,
                objective
                        .filter(found -> found.frozen().contains(TrainingObjective.REFERENCE))
                        .isPresent(),
                "tuningReference");
        present(
                form,
                generates,
                "tuningPrompts",
                "tuningAnswers",
                "tuningPromptTokens",
                "tuningAnswerTokens",
                "tuningShared");
        present(form, objective.filter(found -> found.trained().size() > 1).isPresent(), "tuningCritic");
        present(
                form,
                objective
                        .filter(found ->
                                found.frozen().stream().anyMatch(name -> !name.equals(TrainingObjective.REFERENCE)))
                        .isPresent(),
                "tuningReward");
    }

    private static void present(TuningForm form, boolean there, String... ids) {
        for (String id : List.of(ids)) {
            FieldFrame frame = form.frames().get(id);
            if (frame != null) {
                frame.setVisible(there);
                frame.setManaged(there);
            }
        }
    }
}
