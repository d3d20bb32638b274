package org.sizewright.sizing.training;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.AccuracyBand;
import org.sizewright.library.Library;
import org.sizewright.library.TrainingObjective;
import org.sizewright.library.model.Layer;
import org.sizewright.library.model.Mixer;
import org.sizewright.library.model.Tensor;
import org.sizewright.quantity.Bytes;
import org.sizewright.sizing.Facts;

/**
 * All figures of training, one row per workload: what is trained, what each GPU holds and keeps, the phases of a step and their
 * peak, time, checkpoints and what serving an adapter costs.
 *
 * <p>All sizes "per GPU" are those of the GPU that has the most to hold.
 */
public final class TrainingMemory {
    private static final Source PHASES = Source.of(
            "Alignment step by step: answers are generated, judged by forward passes, then learned from",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.RECALLED);
    private static final double SIXTEEN_BIT = 2;

    public final Rows rows;
    /** Pipeline stages; a run without pipeline has one, with the row of its workload. */
    public final Rows stages;

    public final TrainedParameters trained;
    public final HeldParameters held;
    public final TrainingActivations activations;
    public final TrainingTime time;
    public final TrainingResult result;

    // per stage
    public final Figure frozen;
    public final Figure fixed;
    public final Figure stageTraining;
    public final Figure stagePeak;

    // per workload
    public final Figure training;
    public final Figure scoring;
    public final Figure rollout;
    /** With the band that the software's measured runs earned. */
    public final Figure peak;

    public final Figure device;
    public final Figure left;
    public final Figure offloaded;
    public final Figure gpus;

    private final TrainingScopes scopes;
    private final TrainingRows all;

    public TrainingMemory(FigureBook.Builder book, List<TrainingSubject> subjects, Library library) {
        all = new TrainingRows(subjects);
        scopes = new TrainingScopes(book, all, new Facts(library));
        rows = all.subjects;
        stages = all.stages;
        trained = new TrainedParameters(scopes);
        held = new HeldParameters(scopes, trained);
        activations = new TrainingActivations(scopes, trained, held);
        fixed = fixed();
        Figure trainedModels = trainedModels();
        frozen = frozen();
        Formula models = trainedModels.at(all.subjectOf);
        Figure resident = scopes.stages.define(
                "train_stage_resident",
                Unit.GIB,
                "Held throughout",
                held.weights
                        .times(Formula.when(
                                trained.whole.at(all.subjectOf).moreThan(Formula.constant(0)),
                                models,
                                Formula.constant(1)))
                        .plus(held.gradients
                                .plus(held.states)
                                .plus(held.adapters)
                                .times(models))
                        .plus(frozen)
                        .plus(fixed),
                PHASES);
        stageTraining = scopes.stages.define(
                "train_stage_training",
                Unit.GIB,
                "While it learns",
                resident.plus(held.gathered)
                        .plus(activations.kept)
                        .plus(activations.moment)
                        .plus(activations.exchanged),
                PHASES);
        Figure judges = scopes.choice(
                "train_judges",
                Unit.COUNT,
                "Answers are judged in a phase of their own (1 = yes)",
                s -> s.alignment().objective().has(TrainingObjective.Phase.SCORING) ? 1 : 0);
        Figure stageScoring = scopes.stages.define(
                "train_stage_scoring",
                Unit.GIB,
                "While answers are judged",
                judges.at(all.subjectOf)
                        .times(resident.plus(held.gathered).plus(Formula.max(activations.layerPeak, activations.loss))),
                PHASES);
        Figure stageRollout = rollout(resident);
        stagePeak = scopes.stages.define(
                "train_stage_peak",
                Unit.GIB,
                "Peak of a stage",
                Formula.max(stageTraining, stageScoring, stageRollout),
                PHASES);

        training = most("train_training", "Peak while it learns", stageTraining);
        scoring = most("train_scoring", "Peak while answers are judged", stageScoring);
        rollout = most("train_rollout", "Peak while answers are generated", stageRollout);
        Figure fullest = most("train_fullest", "Peak, without its band", stagePeak);
        Figure low = band("train_band_low", "least", AccuracyBand::low);
        Figure high = band("train_band_high", "most", AccuracyBand::high);
        peak = scopes.workloads.output(
                "train_peak",
                Unit.GIB,
                "Peak on a GPU",
                new Formula.ByLane(fullest.times(low), fullest, fullest.times(high)),
                TrainingScopes.FITTED);
        device = scopes.workloads.fact(
                "train_device",
                Unit.GIB,
                "Memory of the GPU",
                row -> scopes.facts.of(all.subject(row).device(), "memory", Bytes::toGib));
        left = scopes.workloads.output("train_left", Unit.GIB, "Left on a GPU", device.minus(peak));
        offloaded = scopes.workloads.define(
                "train_offloaded", Unit.GIB, "In the host's memory, per GPU", held.offloaded.largestOver(all.stagesOf));
        gpus = scopes.choice("train_gpus", Unit.COUNT, "GPUs", s -> s.layout().gpus());
        time = new TrainingTime(scopes, activations, trainedModels, gpus);
        result = new TrainingResult(scopes, trained, time);
    }

    public TrainingSubject subject(RowKey row) {
        return all.subject(row);
    }

    private Figure most(String id, String title, Figure ofStage) {
        return scopes.workloads.define(id, Unit.GIB, title, ofStage.largestOver(all.stagesOf));
    }

    private Figure band(String id, String side, ToDoubleFunction<AccuracyBand> number) {
        return scopes.workloads.fact(
                id,
                Unit.COUNT,
                "Measured against estimated peaks, " + side,
                row -> scopes.facts.band(all.subject(row).stack().memoryBand(), number));
    }

    /** What the software takes whatever is trained, and what unpacking a quantised matrix takes. */
    private Figure fixed() {
        Figure constant = scopes.ofStack(
                "train_fixed",
                Unit.GIB,
                "Taken by the software",
                s -> s.stack().fixed().toGib());
        Figure unpackBytes = scopes.ofStack(
                "train_unpack_bytes",
                Unit.BYTE,
                "To unpack a parameter",
                s -> s.isQuantised()
                                && s.stack().unpacks().contains(s.weights().id().value())
                        ? s.stack().unpackBytes()
                        : 0);
        Figure matrix = scopes.ofModel(
                "train_largest_matrix",
                Unit.COUNT,
                "Parameters of the largest quantised matrix",
                s -> s.shape()
                        .tensors()
                        .filter(Tensor::quantised)
                        .mapToDouble(tensor -> (double) tensor.out() * tensor.in())
                        .max()
                        .orElse(0));
        return scopes.stages.define(
                "train_stage_fixed",
                Unit.GIB,
                "Software and unpacking",
                constant.at(all.subjectOf).plus(unpackBytes.at(all.subjectOf).times(matrix.at(all.subjectOf))),
                TrainingScopes.FITTED);
    }

    /** One, and a critic by its size. */
    private Figure trainedModels() {
        Figure more = scopes.choice(
                "train_more_models",
                Unit.COUNT,
                "Models that are trained besides",
                s -> s.alignment().objective().trained().size() - 1);
        Figure critic = scopes.choice(
                "train_critic",
                Unit.COUNT,
                "Parameters of the critic (0 = as the model)",
                s -> s.alignment().critic().orElse(0.0));
        return scopes.workloads.define(
                "train_trained_models",
                Unit.COUNT,
                "Models that are trained, in sizes of this one",
                Formula.constant(1)
                        .plus(more.times(Formula.when(
                                critic.moreThan(Formula.constant(0)),
                                critic.dividedBy(trained.parameters),
                                Formula.constant(1)))),
                PHASES);
    }

    /** Models that only judge, in 16 bit. */
    private Figure frozen() {
        Figure reference =
                scopes.choice("train_references", Unit.COUNT, "References that are held", TrainingMemory::references);
        Figure judges = scopes.choice(
                "train_rewards",
                Unit.COUNT,
                "Reward models that are held",
                s -> s.alignment().objective().frozen().stream()
                        .filter(name -> !name.equals(TrainingObjective.REFERENCE))
                        .count());
        Figure reward = scopes.choice(
                "train_reward",
                Unit.COUNT,
                "Parameters of the reward model (0 = as the model)",
                s -> s.alignment().reward().orElse(0.0));
        Figure rewards = scopes.workloads.define(
                "train_reward_models",
                Unit.COUNT,
                "Reward models, in sizes of this one",
                judges.times(Formula.when(
                        reward.moreThan(Formula.constant(0)),
                        reward.dividedBy(trained.parameters),
                        Formula.constant(1))),
                PHASES);
        Figure models = scopes.workloads.define(
                "train_frozen_models",
                Unit.COUNT,
                "Frozen models, in sizes of this one",
                reference.plus(rewards),
                PHASES);
        return scopes.stages.define(
                "train_stage_frozen",
                Unit.GIB,
                "Frozen models on a GPU",
                models.at(all.subjectOf)
                        .times(held.parametersPerGpu)
                        .times(Formula.constant(SIXTEEN_BIT, Unit.BYTE))
                        .dividedBy(held.weightShards.at(all.subjectOf)),
                PHASES);
    }

    private static double references(TrainingSubject subject) {
        boolean known = subject.alignment().objective().frozen().contains(TrainingObjective.REFERENCE);
        boolean free = subject.alignment().objective().adapterServesAsReference() && !subject.trainsEverything();
        return known && subject.alignment().withReference() && !free ? 1 : 0;
    }

    private Figure rollout(Figure resident) {
        Figure generates = scopes.choice(
                "train_generates",
                Unit.COUNT,
                "Answers are generated (1 = yes)",
                s -> s.alignment().objective().has(TrainingObjective.Phase.ROLLOUT) ? 1 : 0);
        Figure copies = scopes.choice(
                "train_rollout_copies",
                Unit.COUNT,
                "Copies of the weights to generate with",
                s -> s.alignment().sharedWeights() ? 0 : 1);
        Figure answers = scopes.choice(
                "train_answers",
                Unit.COUNT,
                "Answers at a time",
                s -> (double) s.alignment().prompts()
                        * Math.max(1, s.alignment().answers()));
        Figure length = scopes.choice(
                "train_answer_length",
                Unit.TOKEN,
                "Tokens of a prompt with its answer",
                s -> s.alignment().promptTokens() + (double) s.alignment().answerTokens());
        Figure perToken = scopes.ofModel(
                "train_kv_per_token", Unit.BYTE_PER_TOKEN, "Cache per token, all layers", TrainingMemory::kvPerToken);
        Figure stagesOfModel = scopes.book.get("train_pipeline");
        return scopes.stages.define(
                "train_stage_rollout",
                Unit.GIB,
                "While answers are generated",
                generates
                        .at(all.subjectOf)
                        .times(resident.plus(copies.at(all.subjectOf)
                                        .times(held.parametersPerGpu)
                                        .times(Formula.constant(SIXTEEN_BIT, Unit.BYTE)))
                                .plus(answers.at(all.subjectOf)
                                        .times(length.at(all.subjectOf))
                                        .times(perToken.at(all.subjectOf))
                                        .dividedBy(held.tensor.at(all.subjectOf))
                                        .dividedBy(stagesOfModel.at(all.subjectOf)))),
                PHASES);
    }

    private static double kvPerToken(TrainingSubject subject) {
        double values = 0;
        for (Layer layer : subject.shape().layers()) {
            values += switch (layer.mixer()) {
                case Mixer.Attention attention ->
                    (double) attention.kvHeads() * (attention.headDim() + attention.valueDim());
                case Mixer.Latent latent -> latent.latent() + latent.rope();
                case Mixer.Recurrent recurrent -> 0;
                case Mixer.None none -> 0;
            };
        }
        return SIXTEEN_BIT * values;
    }
}
