package org.sizewright.sizing.training;

import java.util.Optional;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Formula;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.TrainingObjective;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingLayout.Offload;
import org.sizewright.plan.TrainingLayout.Sharding;
import org.sizewright.sizing.throughput.WritingSpeed;

/**
 * How long a run of alignment takes to write its answers and to judge them. Every token that is learned from belongs to a prompt
 * with its answer, and each answer is written anew each time through the data.
 */
public final class AnswerTime {
    private static final Source ANSWERS = Source.of(
            "Answers = tokens learned from / (prompt + answer), written batch by batch on every copy of the model, each once per"
                    + " time through the data, as an engine with one batch alone does it",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.INFERRED);
    private static final Source JUDGES = Source.of(
            "One forward pass of every model that judges over all tokens learned from",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.INFERRED);
    private static final NumberFormatId SIXTEEN_BIT = NumberFormatId.of("bf16");

    /** Answers that are written in a run. */
    public final Figure answers;
    /** A batch of them on one copy of the model. */
    public final WritingSpeed speed;
    /** Hours in which answers are written. */
    public final Figure writing;
    /** Hours in which they are judged. */
    public final Figure judging;

    private final TrainingScopes scopes;

    /**
     * Defines the figures.
     *
     * @param learned tokens that the run learns from, all times through the data
     * @param forward time of a token through the model on one GPU
     * @param critics models that are trained besides, in sizes of this one
     */
    AnswerTime(TrainingScopes scopes, Formula learned, Figure forward, Formula critics, Figure gpus) {
        this.scopes = scopes;
        Figure atOnce = scopes.book.get("train_answers");
        Figure length = scopes.book.get("train_answer_length");
        Figure tensor = scopes.book.get("train_tensor_parallel");
        Figure answerTokens = scopes.choice(
                "train_answer_tokens",
                Unit.TOKEN,
                "Tokens of an answer",
                s -> s.alignment().answerTokens());
        answers = scopes.workloads.define(
                "train_answers_written", Unit.COUNT, "Answers of the run", learned.dividedBy(length), ANSWERS);
        speed = new WritingSpeed(
                scopes.workloads,
                new WritingSpeed.Batch(
                        atOnce,
                        length.minus(answerTokens),
                        answerTokens,
                        scopes.book.get("train_kv_per_token"),
                        tensor),
                this::writer,
                scopes.facts);
        Figure apart = scopes.choice(
                "train_writes_apart",
                Unit.COUNT,
                "A copy of the model writes without the others (1 = yes)",
                s -> writesApart(s) ? 1 : 0);
        writing = scopes.workloads.define(
                "train_writing_hours",
                TrainingTime.HOUR,
                "Hours of writing answers",
                Formula.when(
                        apart.moreThan(Formula.constant(0)),
                        answers.dividedBy(atOnce)
                                .dividedBy(gpus.dividedBy(tensor))
                                .times(speed.time),
                        new Formula.Missing(
                                Value.UNKNOWN_TEXT,
                                "nobody measured how long answers take where stages, a sequence or experts are spread over GPUs,"
                                        + " or where the weights must be fetched for each token",
                                TrainingTime.HOUR)),
                ANSWERS);
        Figure references = scopes.choice(
                "train_references_asked",
                Unit.COUNT,
                "References that judge",
                s -> s.alignment().objective().frozen().contains(TrainingObjective.REFERENCE)
                                && s.alignment().withReference()
                        ? 1
                        : 0);
        Figure rewards = scopes.book.get("train_reward_models");
        judging = scopes.workloads.define(
                "train_judging_hours",
                TrainingTime.HOUR,
                "Hours of judging answers",
                learned.times(forward)
                        .times(references.plus(rewards).plus(critics))
                        .dividedBy(gpus),
                JUDGES);
    }

    /** Whether each copy of the model can write alone: all its weights lie on the GPUs that share its matrices. */
    private static boolean writesApart(TrainingSubject subject) {
        TrainingLayout layout = subject.layout();
        boolean fetched = subject.alignment().sharedWeights()
                && ((layout.sharding() == Sharding.ZERO_3 && layout.shards() > 1)
                        || layout.offload() == Offload.EVERYTHING);
        return layout.pipeline() == 1 && layout.context() == 1 && layout.expert() == 1 && !fetched;
    }

    private Optional<WritingSpeed.Writer> writer(RowKey row) {
        TrainingSubject subject = scopes.rows.subject(row);
        Optional<NumberFormat> format = scopes.facts.library().numberFormat(SIXTEEN_BIT);
        return subject.gpu()
                .flatMap(gpu ->
                        format.map(found -> new WritingSpeed.Writer(subject.model(), subject.shape(), found, gpu)));
    }
}
