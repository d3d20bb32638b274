package org.sizewright.sizing.training;

import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.NumberFormat;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingLayout.Offload;
import org.sizewright.plan.TrainingLayout.Sharding;
import org.sizewright.sizing.training.TrainingRows.Group;

/** Weights, gradients and optimiser states on the fullest GPU of each pipeline stage, and what sharding gathers for a moment. */
public final class HeldParameters {
    private static final Source SHARDS = Source.of(
            "ZeRO: stage 1 shards moments and master weights, 2 gradients too, 3 (FSDP) weights too, gathering two layers at a time",
            "github.com/EleutherAI/cookbook calc; torchtitan runs on 8 to 512 GPUs",
            "2026",
            Evidence.SECOND_HAND);
    private static final double SIXTEEN_BIT = 2;

    /** All per pipeline stage and GPU. */
    public final Figure weights;

    public final Figure gradients;
    public final Figure states;
    public final Figure adapters;
    public final Figure gathered;
    /** In the memory of the host, per GPU. */
    public final Figure offloaded;

    final Figure parametersPerGpu;
    final Figure weightShards;
    final Figure tensor;
    final Figure hidden;
    final Figure vocabulary;

    private final TrainingScopes scopes;
    private final TrainingRows rows;

    HeldParameters(TrainingScopes scopes, TrainedParameters trained) {
        this.scopes = scopes;
        rows = scopes.rows;
        hidden = scopes.ofModel(
                "train_hidden",
                Unit.COUNT,
                "Hidden size",
                subject -> subject.shape().hidden());
        vocabulary = scopes.ofModel(
                "train_vocabulary",
                Unit.COUNT,
                "Vocabulary",
                subject -> subject.shape().vocabulary());
        tensor = scopes.choice(
                "train_tensor_parallel",
                Unit.COUNT,
                "Tensor parallel",
                subject -> subject.layout().tensor());
        Figure gradientBytes = scopes.ofOptimiser(
                "train_gradient_bytes",
                "Bytes of a gradient",
                s -> s.optimiser().gradient());
        Figure stateBytes = scopes.ofOptimiser(
                "train_state_bytes",
                "Bytes of master weight and moments",
                s -> s.optimiser().master() + s.optimiser().state());
        Figure weightBytes = scopes.parts.fact("train_part_bytes", Unit.BYTE, "Bytes per parameter", this::bytes);
        weightShards = scopes.choice(
                "train_weight_shards",
                Unit.COUNT,
                "Weights sharded over",
                subject -> subject.layout().sharding() == Sharding.ZERO_3
                        ? subject.layout().shards()
                        : 1);
        Figure weightsOver = shards("train_part_weight_shards", "Weights of these sharded over", Sharding.ZERO_3);
        Figure gradientsOver = shards("train_part_gradient_shards", "Gradients of these sharded over", Sharding.ZERO_2);
        Figure statesOver = shards("train_part_state_shards", "States of these sharded over", Sharding.ZERO_1);

        Formula whole = trained.whole.at(rows.subjectOf);
        Figure partWeights = scopes.parts.define(
                "train_part_weights",
                Unit.GIB,
                "Weights of these tensors",
                trained.partPerGpu.times(weightBytes).dividedBy(weightsOver),
                SHARDS);
        Figure partGradients = scopes.parts.define(
                "train_part_gradients",
                Unit.GIB,
                "Gradients of these tensors",
                trained.partPerGpu
                        .times(gradientBytes.at(rows.subjectOf))
                        .times(whole)
                        .dividedBy(gradientsOver),
                SHARDS);
        Figure partStates = scopes.parts.define(
                "train_part_states",
                Unit.GIB,
                "States of these tensors",
                trained.partPerGpu
                        .times(stateBytes.at(rows.subjectOf))
                        .times(whole)
                        .dividedBy(statesOver),
                SHARDS);
        Figure adaptedBytes = scopes.adapted.fact(
                "train_adapted_bytes",
                Unit.BYTE,
                "Bytes per parameter: weight, gradient, states, copies",
                row -> scopes.optimiser(row, rows.adapted(row).matrix().bytes()));
        Figure adaptedStates = scopes.adapted.define(
                "train_adapted_states",
                Unit.GIB,
                "All that is held of what is trained beside this matrix",
                trained.adaptedPerGpu.times(adaptedBytes).dividedBy(weightShards.at(rows.subjectOf)),
                SHARDS);

        Figure weightsHere = scopes.choice(
                "train_weights_on_gpu",
                Unit.COUNT,
                "Weights stay on the GPU (1 = yes)",
                subject -> subject.layout().offload() == Offload.EVERYTHING ? 0 : 1);
        Figure statesHere = scopes.choice(
                "train_states_on_gpu",
                Unit.COUNT,
                "States stay on the GPU (1 = yes)",
                subject -> subject.layout().offload() == Offload.NONE ? 1 : 0);
        Figure holds = scopes.ofStack(
                "train_holds_gradients",
                Unit.COUNT,
                "All gradients stand beside the activations (1 = yes)",
                subject -> subject.stack().holdsGradients() ? 1 : 0);
        Figure largest = scopes.ofModel(
                "train_largest_tensor",
                Unit.COUNT,
                "Parameters of the largest tensor",
                subject -> subject.shape()
                        .tensors()
                        .mapToDouble(tensor -> (double) tensor.out() * tensor.in())
                        .max()
                        .orElse(0));
        parametersPerGpu = scopes.stages.define(
                "train_stage_parameters",
                Unit.COUNT,
                "Parameters of a stage per GPU, before sharding",
                trained.partPerGpu.sumOver(rows.partsOf));
        Figure allWeights = scopes.stages.define(
                "train_stage_all_weights", Unit.GIB, "Weights of a stage", partWeights.sumOver(rows.partsOf), SHARDS);
        Figure allGradients = scopes.stages.define(
                "train_stage_all_gradients",
                Unit.GIB,
                "Gradients of a stage",
                partGradients.sumOver(rows.partsOf),
                SHARDS);
        Figure allStates = scopes.stages.define(
                "train_stage_all_states", Unit.GIB, "States of a stage", partStates.sumOver(rows.partsOf), SHARDS);
        Formula heldGradients = Formula.when(
                holds.at(rows.subjectOf).moreThan(Formula.constant(0)),
                allGradients,
                Formula.min(
                        allGradients,
                        largest.at(rows.subjectOf)
                                .times(gradientBytes.at(rows.subjectOf))
                                .times(whole)
                                .dividedBy(tensor.at(rows.subjectOf))));
        Figure beside = scopes.stages.define(
                "train_stage_held_gradients",
                Unit.GIB,
                "Gradients of a stage that stand at the same time",
                heldGradients,
                TrainingScopes.FITTED);
        weights = scopes.stages.define(
                "train_stage_weights", Unit.GIB, "Weights on a GPU", allWeights.times(weightsHere.at(rows.subjectOf)));
        gradients = scopes.stages.define(
                "train_stage_gradients", Unit.GIB, "Gradients on a GPU", beside.times(weightsHere.at(rows.subjectOf)));
        states = scopes.stages.define(
                "train_stage_states", Unit.GIB, "States on a GPU", allStates.times(statesHere.at(rows.subjectOf)));
        adapters = scopes.stages.define(
                "train_stage_adapters",
                Unit.GIB,
                "Adapters with their states on a GPU",
                adaptedStates.sumOver(rows.adaptedOf));
        offloaded = scopes.stages.define(
                "train_stage_offloaded",
                Unit.GIB,
                "In the host's memory, per GPU",
                allWeights
                        .plus(allGradients)
                        .times(Formula.constant(1).minus(weightsHere.at(rows.subjectOf)))
                        .plus(allStates.times(Formula.constant(1).minus(statesHere.at(rows.subjectOf)))));
        gathered = gathered(trained, gradientBytes);
    }

    /**
     * Two layers at work, the gradient of one, and the tables that stay whole; a stage of a pipeline stays gathered as a whole with
     * its gradients.
     */
    private Figure gathered(TrainedParameters trained, Figure gradientBytes) {
        Figure gathers = scopes.choice(
                "train_gathers",
                Unit.COUNT,
                "Weights are gathered for use (1 = yes)",
                subject -> gathers(subject) ? 1 : 0);
        Figure tables = scopes.ofStack(
                "train_gathered_tables",
                Unit.COUNT,
                "Embedding and output head that stay whole",
                subject -> Math.min(
                        subject.stack().gatheredTables(), subject.shape().tied() ? 1 : 2));
        Figure piped = scopes.choice(
                "train_piped",
                Unit.COUNT,
                "Layers stand in several stages (1 = yes)",
                subject -> subject.layout().pipeline() > 1 ? 1 : 0);
        Figure layer = scopes.kinds.fact(
                "train_layer_parameters",
                Unit.COUNT,
                "Parameters of a layer per GPU, before sharding",
                row -> scopes.model(row, TrainingRows.parametersPerGpu(rows.kind(row))));
        Figure largestLayer = scopes.stages.define(
                "train_stage_layer_parameters",
                Unit.COUNT,
                "The largest layer of a stage",
                layer.largestOver(rows.kindsOf));
        Formula gradient = gradientBytes.at(rows.subjectOf).times(trained.whole.at(rows.subjectOf));
        Formula byLayer = largestLayer
                .times(Formula.constant(2 * SIXTEEN_BIT, Unit.BYTE).plus(gradient))
                .plus(vocabulary
                        .at(rows.subjectOf)
                        .times(hidden.at(rows.subjectOf))
                        .dividedBy(tensor.at(rows.subjectOf))
                        .times(tables.at(rows.subjectOf)
                                .times(Formula.constant(SIXTEEN_BIT, Unit.BYTE))
                                .plus(gradient)));
        Formula byStage =
                parametersPerGpu.times(Formula.constant(SIXTEEN_BIT, Unit.BYTE).plus(gradient));
        return scopes.stages.define(
                "train_stage_gathered",
                Unit.GIB,
                "Gathered for a moment",
                gathers.at(rows.subjectOf)
                        .times(Formula.when(piped.at(rows.subjectOf).moreThan(Formula.constant(0)), byStage, byLayer)),
                SHARDS,
                TrainingScopes.FITTED);
    }

    private static boolean gathers(TrainingSubject subject) {
        TrainingLayout layout = subject.layout();
        return layout.offload() == Offload.EVERYTHING || (layout.sharding() == Sharding.ZERO_3 && layout.shards() > 1);
    }

    /** Experts are spread over some of the GPUs that shards are spread over. */
    private Figure shards(String id, String title, Sharding from) {
        return scopes.parts.fact(id, Unit.COUNT, title, row -> {
            TrainingLayout layout = rows.subject(row).layout();
            boolean sharded = layout.sharding().compareTo(from) >= 0;
            double apart = rows.part(row).group() == Group.EXPERTS ? layout.expert() : 1;
            return Given.fact(sharded ? Math.max(1, layout.shards() / apart) : 1, TrainingScopes.CHOICE);
        });
    }

    private Given bytes(RowKey row) {
        TrainingSubject subject = rows.subject(row);
        if (subject.trainsEverything()) {
            return scopes.optimiser(row, subject.optimiser().weight());
        }
        NumberFormat format = subject.weights();
        Group group = rows.part(row).group();
        boolean inScope = switch (format.scope()) {
            case ALL -> true;
            case MATRICES -> group != Group.REST && group != Group.TABLES;
            case EXPERTS -> group == Group.EXPERTS;
        };
        return scopes.facts.of(format, format.evidence(), inScope ? format.bytesPerParameter() : SIXTEEN_BIT);
    }
}
