package org.sizewright.ui.workloads;

import java.util.OptionalInt;
import org.sizewright.plan.TrainingBatch;
import org.sizewright.plan.TrainingRun;
import org.sizewright.ui.look.Texts;

/** How much data a run of fine-tuning goes through, and in what steps. */
final class RunFields {
    private static final int MANY = 64;

    private RunFields() {}

    static TuningForm form(Texts texts, WorkloadsViewModel model) {
        return new TuningForm(texts, model)
                .open(
                        "workloads.field.tuningTokens",
                        "workloads.unit.tokens",
                        TrainingRun.MAX_TOKENS,
                        0,
                        work -> work.run().tokens(),
                        sheet -> OptionalInt.empty(),
                        (work, tokens) -> work.withRun(work.run().withTokens(tokens)))
                .decimal(
                        "workloads.field.tuningExamples",
                        "",
                        "1",
                        TrainingRun.MAX_EXAMPLES,
                        0,
                        work -> work.run().examples(),
                        (work, number) -> work.withRun(work.run().withExamples(number)))
                .decimal(
                        "workloads.field.tuningExampleTokens",
                        "workloads.unit.tokens",
                        "1",
                        TrainingBatch.MAX_SEQUENCE,
                        0,
                        work -> work.run().exampleTokens(),
                        (work, number) -> work.withRun(work.run().withExampleTokens(number)))
                .decimal(
                        "workloads.field.tuningEpochs",
                        "",
                        "0.001",
                        TrainingRun.MAX_EPOCHS,
                        3,
                        work -> work.run().epochs(),
                        (work, number) -> work.withRun(work.run().withEpochs(number)))
                .whole(
                        "workloads.field.tuningSequence",
                        "workloads.unit.tokens",
                        1,
                        TrainingBatch.MAX_SEQUENCE,
                        131_072,
                        work -> work.batch().sequence(),
                        (work, tokens) -> work.withBatch(work.batch().withSequence(tokens)))
                .decimal(
                        "workloads.field.tuningLength",
                        "workloads.unit.percent",
                        "1",
                        100,
                        1,
                        work -> work.batch().lengthShare() * 100,
                        (work, percent) -> work.withBatch(work.batch().withLengthShare(percent / 100)))
                .whole(
                        "workloads.field.tuningBatch",
                        "",
                        1,
                        TrainingBatch.MAX_MICRO_BATCH,
                        MANY,
                        work -> work.batch().microBatch(),
                        (work, number) -> work.withBatch(work.batch().withMicroBatch(number)))
                .whole(
                        "workloads.field.tuningSteps",
                        "",
                        1,
                        TrainingBatch.MAX_MICRO_BATCHES,
                        MANY,
                        work -> work.batch().microBatches(),
                        (work, number) -> work.withBatch(work.batch().withMicroBatches(number)))
                .whole(
                        "workloads.field.tuningKept",
                        "",
                        1,
                        TrainingRun.MAX_CHECKPOINTS,
                        0,
                        work -> work.run().checkpointsKept(),
                        (work, number) -> work.withRun(work.run().withCheckpointsKept(number)))
                .yesNo(
                        "workloads.field.tuningState",
                        work -> work.run().withState(),
                        (work, yes) -> work.withRun(work.run().withState(yes)));
    }
}
