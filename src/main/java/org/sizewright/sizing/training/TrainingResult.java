package org.sizewright.sizing.training;

import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Range;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;

/** What is left of a run: checkpoints on disk, and an adapter that is to be served. */
public final class TrainingResult {
    private static final Source SLOTS = Source.of(
            "vLLM: room for as many adapters as are served at a time, at the largest rank, in 16 bit, beside the model",
            "docs.vllm.ai, max_loras and max_lora_rank",
            "2026",
            Evidence.SECOND_HAND);
    private static final double SIXTEEN_BIT = 2;

    /** Weights only. */
    public final Figure checkpoint;
    /** With what is needed to go on. */
    public final Figure checkpointWithState;
    /** Checkpoints that stay. */
    public final Figure kept;
    /** All that are kept, and the one that is being written. */
    public final Figure disk;
    /** Of an adapter that is merged into the model. */
    public final Figure merged;
    /** Of one adapter beside the model. */
    public final Figure adapter;
    /** Adapters that are served at a time. */
    public final Figure places;

    public final Figure largestRank;
    /** What an engine reserves per GPU. */
    public final Figure slots;

    public final Figure inSeries;
    /** Of all adapters that a request goes through. */
    public final Figure series;
    /** Operations that they add to those of the model. */
    public final Figure moreWork;

    TrainingResult(TrainingScopes scopes, TrainedParameters trained, TrainingTime time) {
        TrainingRows rows = scopes.rows;
        Figure weightBytes = scopes.ofOptimiser(
                "train_written_bytes",
                "Bytes of a weight in a checkpoint",
                s -> s.trainsEverything() ? SIXTEEN_BIT : s.optimiser().weight());
        Figure stateBytes = scopes.ofOptimiser(
                "train_written_state",
                "Bytes of a weight with its state in a checkpoint",
                s -> s.optimiser().weight()
                        + s.optimiser().master()
                        + s.optimiser().state());
        kept = scopes.input(
                "train_checkpoints_kept",
                Unit.COUNT,
                "Checkpoints that are kept",
                Range.of(1, 100_000),
                "run/checkpointsKept",
                s -> s.run().checkpointsKept());
        Figure withState = scopes.choice(
                "train_checkpoints_with_state",
                Unit.COUNT,
                "Checkpoints hold the state (1 = yes)",
                s -> s.run().withState() ? 1 : 0);
        checkpoint = scopes.workloads.define(
                "train_checkpoint", Unit.GB, "A checkpoint, weights only", trained.trainable.times(weightBytes));
        checkpointWithState = scopes.workloads.define(
                "train_checkpoint_state", Unit.GB, "A checkpoint with its state", trained.trainable.times(stateBytes));
        disk = scopes.workloads.output(
                "train_disk",
                Unit.GB,
                "Checkpoints on disk",
                Formula.when(withState.moreThan(Formula.constant(0)), checkpointWithState, checkpoint)
                        .times(kept.plus(Formula.constant(1))));

        Figure joins = scopes.choice(
                "train_joins",
                Unit.COUNT,
                "Can be merged into the model (1 = yes)",
                s -> s.tuning().method().joinsBase() ? 1 : 0);
        adapter = scopes.workloads.define(
                "train_adapter",
                Unit.MIB,
                "One adapter beside the model",
                Formula.when(
                        trained.whole.moreThan(Formula.constant(0)),
                        new Formula.Missing("none", "the model itself was trained", Unit.BYTE),
                        trained.trainable.times(Formula.constant(SIXTEEN_BIT, Unit.BYTE))));
        merged = scopes.workloads.define(
                "train_adapter_merged",
                Unit.MIB,
                "Merged into the model",
                Formula.when(
                        joins.moreThan(Formula.constant(0)),
                        Formula.constant(0, Unit.BYTE),
                        new Formula.Missing(
                                "cannot be merged", "this method changes what goes into the model", Unit.BYTE)));
        places = scopes.input(
                "train_slots",
                Unit.COUNT,
                "Adapters served at a time",
                Range.of(1, 100_000),
                "serving/slots",
                s -> s.serving().slots());
        largestRank = scopes.input(
                "train_slot_rank",
                Unit.COUNT,
                "Largest rank",
                Range.of(1, 1_000_000),
                "serving/largestRank",
                s -> s.serving().largestRank());
        Figure tensor = scopes.choice(
                "train_serving_tensor",
                Unit.COUNT,
                "GPUs that share the served model",
                s -> s.serving().tensor());
        Figure perRank = scopes.adapted.define(
                "train_slot_widths",
                Unit.COUNT,
                "Widths of adapted matrices per GPU, all layers",
                trained.copies
                        .times(trained.layers)
                        .times(trained.in.plus(trained.out.dividedBy(tensor.at(rows.subjectOf)))));
        slots = scopes.workloads.define(
                "train_adapter_slots",
                Unit.MIB,
                "Reserved for adapters per GPU",
                perRank.sumOver(rows.adaptedOfSubject)
                        .times(places)
                        .times(largestRank)
                        .times(Formula.constant(SIXTEEN_BIT, Unit.BYTE)),
                SLOTS);
        inSeries = scopes.input(
                "train_in_series",
                Unit.COUNT,
                "Adapters one after the other",
                Range.of(1, 1000),
                "serving/inSeries",
                s -> s.serving().inSeries());
        series = scopes.workloads.define(
                "train_adapter_series", Unit.MIB, "Adapters of a request", adapter.times(inSeries));
        moreWork = scopes.workloads.define(
                "train_adapter_work",
                Unit.PERCENT,
                "More operations per token",
                Formula.when(
                        trained.whole.moreThan(Formula.constant(0)),
                        Formula.constant(0),
                        trained.trainable.times(inSeries).dividedBy(time.active)));
    }
}
