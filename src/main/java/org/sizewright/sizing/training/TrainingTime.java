package org.sizewright.sizing.training;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Dimension;
import org.sizewright.figure.Dimension.Base;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.AccuracyBand;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.library.MathFormat;
import org.sizewright.library.TrainingObjective;
import org.sizewright.library.TrainingStack;
import org.sizewright.library.TrainingStack.Checkpointing;
import org.sizewright.library.model.Tensor;
import org.sizewright.plan.TrainingRun;
import org.sizewright.sizing.Facts;

/** How fast a GPU trains, as the time that matrices and attention take at the shares of its throughput that were measured, and hours. */
public final class TrainingTime {
    private static final Source WORK = Source.of(
            "Two operations per parameter and token forward, four backward (two where the weights are frozen), two more to compute"
                    + " again; attention over half of the sequence",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.INFERRED);
    private static final Unit TOKENS_PER_SECOND =
            new Unit("tokens/s", Dimension.of(Base.TOKEN).dividedBy(Dimension.of(Base.SECOND)), 1);
    private static final Unit SECONDS_PER_TOKEN =
            new Unit("s/token", Dimension.of(Base.SECOND).dividedBy(Dimension.of(Base.TOKEN)), 1);
    static final Unit HOUR = new Unit("h", Dimension.of(Base.SECOND), 3600);
    private static final double FORWARD = 2;
    private static final double ATTENTION_FORWARD = 1;
    private static final double ATTENTION_BACKWARD = 2.5;
    private static final double PER_TERA = 1e-12;

    final Figure active;
    /** Each GPU, with the band of the software's measured runs. */
    public final Figure tokensPerSecond;
    /** Share of the dense 16-bit throughput that reaches the model: forward and backward, without what is computed again. */
    public final Figure utilisation;

    /** Of the data, once through. */
    public final Figure tokens;

    public final Figure epochs;
    /** Only what it takes to learn from answers that are there, of the critic too. */
    public final Figure learning;

    /** What it takes to write and to judge them, where the run does so. */
    public final AnswerTime answers;

    public final Figure hours;
    public final Figure gpuHours;

    private final TrainingScopes scopes;
    private final TrainingRows rows;

    /** @param models that are trained, in sizes of this one */
    TrainingTime(TrainingScopes scopes, TrainingActivations activations, Figure models, Figure gpus) {
        this.scopes = scopes;
        rows = scopes.rows;
        active = scopes.ofModel(
                "train_active",
                Unit.COUNT,
                "Parameters that a token meets, without the embedding",
                TrainingTime::activeWithoutEmbedding);
        Figure backward = scopes.choice(
                "train_backward",
                Unit.COUNT,
                "Operations per parameter backward",
                s -> s.trainsEverything() ? 2 * FORWARD : FORWARD);
        Figure again = scopes.choice(
                "train_again",
                Unit.COUNT,
                "Forward passes that are computed again",
                s -> s.checkpointing() == Checkpointing.FULL ? 1 : 0);
        Figure judged = scopes.choice(
                "train_judged",
                Unit.COUNT,
                "Forward passes of models that judge in the same step",
                TrainingTime::judged);
        Figure peak = scopes.workloads.fact("train_tflops", Unit.COUNT, "Dense 16-bit TFLOPS", this::throughput);
        Figure power = scopes.choice("train_power", Unit.COUNT, "Power limit as a share", TrainingSubject::powerShare);
        Figure matrixShare = speed("train_matrix_share", "Reached in matrices", TrainingTime::matrixShare);
        Figure attentionShare = speed(
                "train_attention_share",
                "Reached in attention",
                s -> s.stack().speed().attention());
        Figure penalty = speed(
                "train_context_penalty",
                "Longer for each further GPU of a sequence",
                s -> s.stack().speed().contextPenalty());
        Figure context = scopes.book.get("train_context_parallel");
        Figure pair = scopes.kinds.define(
                "train_attention_pairs",
                Unit.COUNT,
                "Operations of attention per token forward, these layers",
                activations
                        .layers
                        .times(2)
                        .times(activations.queries)
                        .times(Formula.min(
                                activations.sequence.at(rows.subjectOf).dividedBy(Formula.constant(1, Unit.TOKEN)),
                                activations.reach)),
                WORK);
        Figure attention = scopes.workloads.define(
                "train_attention",
                Unit.COUNT,
                "Operations of attention per token forward",
                pair.sumOver(rows.kindsOfSubject),
                WORK);
        Formula reached = peak.times(power);
        Figure seconds = scopes.workloads.define(
                "train_seconds_per_token",
                SECONDS_PER_TOKEN,
                "Time of a token on a GPU",
                active.times(Formula.constant(FORWARD)
                                .plus(backward)
                                .plus(again.plus(judged).times(FORWARD)))
                        .dividedBy(reached.times(matrixShare))
                        .plus(attention
                                .times(again.plus(judged)
                                        .times(ATTENTION_FORWARD)
                                        .plus(Formula.constant(ATTENTION_FORWARD + ATTENTION_BACKWARD)))
                                .dividedBy(reached.times(attentionShare))
                                .times(Formula.constant(1).plus(penalty.times(context.minus(Formula.constant(1))))))
                        .times(Formula.constant(PER_TERA, SECONDS_PER_TOKEN)),
                WORK,
                TrainingScopes.FITTED);
        Figure forward = scopes.workloads.define(
                "train_forward_seconds",
                SECONDS_PER_TOKEN,
                "Time of a token forward on a GPU",
                active.times(FORWARD)
                        .dividedBy(reached.times(matrixShare))
                        .plus(attention.times(ATTENTION_FORWARD).dividedBy(reached.times(attentionShare)))
                        .times(Formula.constant(PER_TERA, SECONDS_PER_TOKEN)),
                WORK,
                TrainingScopes.FITTED);
        Formula speed = Formula.constant(1).dividedBy(seconds);
        Figure low = band("train_speed_band_low", "least", AccuracyBand::low);
        Figure high = band("train_speed_band_high", "most", AccuracyBand::high);
        tokensPerSecond = scopes.workloads.output(
                "train_tokens_per_second",
                TOKENS_PER_SECOND,
                "Tokens per second and GPU",
                // a faster run needs less
                new Formula.ByLane(speed.times(high), speed, speed.times(low)),
                TrainingScopes.FITTED);
        utilisation = scopes.workloads.define(
                "train_utilisation",
                Unit.PERCENT,
                "Utilisation of the GPU by the model",
                active.times(Formula.constant(FORWARD).plus(backward))
                        .plus(attention.times(ATTENTION_FORWARD * 3))
                        .dividedBy(peak)
                        .times(Formula.constant(PER_TERA, SECONDS_PER_TOKEN))
                        .times(tokensPerSecond),
                WORK);
        Figure counted = scopes.workloads.input(
                "train_counted_tokens",
                Unit.TOKEN,
                "Tokens of the data, if counted",
                Range.of(1, TrainingRun.MAX_TOKENS),
                row -> Facts.typedOrUnknown(
                        rows.subject(row).run().tokens(),
                        rows.subject(row).path() + "/run/tokens",
                        "Tokens of the data, if counted"));
        Figure examples = scopes.input(
                "train_examples",
                Unit.COUNT,
                "Examples",
                Range.of(1, TrainingRun.MAX_EXAMPLES),
                "run/examples",
                s -> s.run().examples());
        Figure exampleTokens = scopes.input(
                "train_example_tokens",
                Unit.TOKEN,
                "Tokens of an example",
                Range.of(1, TrainingRun.MAX_TOKENS),
                "run/exampleTokens",
                s -> s.run().exampleTokens());
        tokens = scopes.workloads.define(
                "train_run_tokens", Unit.TOKEN, "Tokens of the data", counted.orElse(examples.times(exampleTokens)));
        epochs = scopes.input(
                "train_epochs",
                Unit.COUNT,
                "Times through the data",
                Range.of(0.001, TrainingRun.MAX_EPOCHS),
                "run/epochs",
                s -> s.run().epochs());
        learning = scopes.workloads.define(
                "train_learning_hours",
                HOUR,
                "Hours of learning, without answers",
                tokens.times(epochs).times(models).dividedBy(tokensPerSecond).dividedBy(gpus),
                WORK);
        answers = new AnswerTime(scopes, tokens.times(epochs), forward, models.minus(Formula.constant(1)), gpus);
        Figure generates = scopes.choice(
                "train_writes_answers",
                Unit.COUNT,
                "Answers are generated in a step (1 = yes)",
                s -> s.alignment().objective().has(TrainingObjective.Phase.ROLLOUT) ? 1 : 0);
        hours = scopes.workloads.output(
                "train_hours",
                HOUR,
                "Hours of a run",
                Formula.when(
                        generates.moreThan(Formula.constant(0)),
                        learning.plus(answers.writing).plus(answers.judging),
                        learning),
                WORK);
        gpuHours = scopes.workloads.define("train_gpu_hours", HOUR, "GPU hours of a run", hours.times(gpus));
    }

    /** A reference is asked in the step itself where no phase of its own is there for it; an adapter is switched off for that. */
    private static double judged(TrainingSubject subject) {
        TrainingObjective objective = subject.alignment().objective();
        boolean asked = objective.frozen().contains(TrainingObjective.REFERENCE)
                && subject.alignment().withReference();
        return asked && !objective.has(TrainingObjective.Phase.SCORING) ? 1 : 0;
    }

    private Figure band(String id, String side, ToDoubleFunction<AccuracyBand> number) {
        return scopes.workloads.fact(
                id,
                Unit.COUNT,
                "Measured against estimated speed, " + side,
                row -> scopes.facts.band(rows.subject(row).stack().speedBand(), number));
    }

    private Figure speed(String id, String title, ToDoubleFunction<TrainingSubject> number) {
        return scopes.workloads.fact(id, Unit.COUNT, title, row -> {
            TrainingStack stack = rows.subject(row).stack();
            TrainingStack.Speed speed = stack.speed();
            return scopes.facts.of(
                    stack,
                    title,
                    Fact.known(number.applyAsDouble(rows.subject(row)), speed.evidence(), speed.sources()),
                    share -> share);
        });
    }

    private Given throughput(RowKey row) {
        Optional<Gpu> gpu = rows.subject(row).gpu();
        if (gpu.isEmpty()) {
            return Given.unknown(
                    "the GPU of " + rows.subject(row).device().name() + " is not known", TrainingScopes.CHOICE);
        }
        Fact<Double> dense = gpu.get().denseTflops().getOrDefault(MathFormat.BF16, Fact.unknown());
        return scopes.facts.of(gpu.get(), "dense BF16 throughput", dense, tflops -> tflops);
    }

    private static double matrixShare(TrainingSubject subject) {
        TrainingStack.Speed speed = subject.stack().speed();
        if (subject.float8()) {
            return speed.matricesFloat8();
        }
        return subject.compiled() ? speed.matricesCompiled() : speed.matricesEager();
    }

    /** A tied table is needed for the output, so that only one that stands beside the output head is left out. */
    private static double activeWithoutEmbedding(TrainingSubject subject) {
        double active = subject.shape().activeParameters();
        return subject.shape().tied() ? active : active - subject.shape().parameters(Tensor.Role.EMBEDDING);
    }
}
