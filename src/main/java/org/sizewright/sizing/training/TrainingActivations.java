package org.sizewright.sizing.training;

import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Range;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.TrainingStack.Loss;

/** What is kept between forward and backward pass, and what stands beside it at the peak. */
public final class TrainingActivations {
    private static final Source KEPT = Source.of(
            "What the backward pass of a layer reads: inputs of norms and matrices, queries, keys, values and output of the"
                    + " attention, both branches of the MLP",
            "assets/library/README.md, derived constants; after arXiv 2205.05198",
            "2026-11-22",
            Evidence.INFERRED);
    private static final Source PIPELINE = Source.of(
            "Micro batches under way on a stage: one forward, one backward, or with virtual stages in turns",
            "arXiv 2104.04473",
            "",
            Evidence.RECALLED);

    public final Figure sequence;
    public final Figure microBatch;
    /** Of one micro batch on one GPU. */
    public final Figure tokens;
    /** All per pipeline stage and GPU. */
    public final Figure kept;

    public final Figure loss;
    /** What comes on top for a moment: the loss, or one layer that is computed again. */
    public final Figure moment;

    public final Figure exchanged;
    /** Of one layer that is computed without anything being kept. */
    final Figure layerPeak;

    final Figure mode;
    final Figure layers;
    final Figure queries;
    final Figure reach;

    private final TrainingScopes scopes;
    private final TrainingRows rows;

    TrainingActivations(TrainingScopes scopes, TrainedParameters trained, HeldParameters held) {
        this.scopes = scopes;
        rows = scopes.rows;
        microBatch = scopes.input(
                "train_micro_batch",
                Unit.COUNT,
                "Sequences at a time",
                Range.of(1, 100_000),
                "batch/microBatch",
                s -> s.batch().microBatch());
        sequence = scopes.input(
                "train_sequence",
                Unit.TOKEN,
                "Tokens of the longest sequence",
                Range.of(1, 100_000_000),
                "batch/sequence",
                s -> s.batch().sequence());
        Figure share = scopes.choice(
                "train_length_share",
                Unit.COUNT,
                "Longest batch as a share of that",
                s -> s.batch().lengthShare());
        Figure perSample = scopes.choice(
                "train_sequences_per_sample",
                Unit.COUNT,
                "Sequences of a sample",
                s -> s.alignment().objective().sequencesPerSample());
        Figure virtual = scopes.choice(
                "train_virtual_tokens", Unit.TOKEN, "Virtual tokens before each sequence", s -> switch (s.tuning()
                        .method()
                        .trains()) {
                    case PROMPT, PROMPT_ENCODER -> s.rank();
                    case EVERYTHING, MATRICES, NORMS, PREFIX, TOKENS, LAYERS -> 0;
                });
        Figure context = scopes.choice(
                "train_context_parallel",
                Unit.COUNT,
                "GPUs that share a sequence",
                s -> s.layout().context());
        tokens = scopes.workloads.define(
                "train_tokens",
                Unit.TOKEN,
                "Tokens at a time on a GPU",
                microBatch
                        .times(perSample)
                        .times(sequence.times(share).plus(virtual))
                        .dividedBy(context));
        mode = scopes.choice(
                "train_checkpointing",
                Unit.COUNT,
                "Activations are kept: 0 all, 1 selected, 2 one per layer",
                s -> s.checkpointing().ordinal());
        Figure hiddenDivisor = scopes.choice(
                "train_hidden_divisor",
                Unit.COUNT,
                "What lies between matrices is divided over",
                s -> s.layout().sequenceParallel() ? s.layout().tensor() : 1);
        layers = scopes.kinds.fact(
                "train_layers",
                Unit.COUNT,
                "Layers of this kind",
                row -> scopes.model(row, rows.kind(row).layers()));
        queries = width("train_queries", "Queries", LayerWidths::queries);
        reach = width("train_reach", "Tokens that attention reaches", LayerWidths::reach);
        Figure keptHidden = keptHidden(held);
        Figure keptInner = keptInner(trained);
        Formula hidden = held.hidden.at(rows.subjectOf);
        Formula selectedInner = perToken(2)
                .times(queries)
                .plus(perToken(2).times(figure("train_cached_values")))
                .plus(perToken(2).times(figure("train_values")))
                .plus(perToken(2).times(figure("train_mlp")));
        Formula keptMode = mode.at(rows.subjectOf);
        Figure saved = scopes.kinds.define(
                "train_saved",
                Unit.BYTE_PER_TOKEN,
                "Kept of these layers per token",
                byMode(
                                keptMode,
                                keptHidden,
                                perToken(4).times(hidden),
                                perToken(2).times(hidden))
                        .dividedBy(hiddenDivisor.at(rows.subjectOf))
                        .plus(byMode(keptMode, keptInner, selectedInner, perToken(0))
                                .dividedBy(held.tensor.at(rows.subjectOf)))
                        .times(layers),
                KEPT);
        Figure one = scopes.kinds.define(
                "train_one_layer",
                Unit.BYTE_PER_TOKEN,
                "All of one layer per token",
                keptHidden
                        .dividedBy(hiddenDivisor.at(rows.subjectOf))
                        .plus(keptInner.dividedBy(held.tensor.at(rows.subjectOf))),
                KEPT);
        Figure update = updates(trained);
        Figure updateOfKind = scopes.kinds.define(
                "train_layer_update",
                Unit.GIB,
                "Kept once per layer",
                update.sumOver(rows.adaptedOfKind),
                TrainingScopes.FITTED);
        Figure updateOfKinds = scopes.kinds.define(
                "train_layers_update", Unit.GIB, "Kept once, these layers", updateOfKind.times(layers));

        Figure savedOfStage = scopes.stages.define(
                "train_stage_saved", Unit.BYTE_PER_TOKEN, "Kept of a stage per token", saved.sumOver(rows.kindsOf));
        Figure oneOfStage = scopes.stages.define(
                "train_stage_one_layer",
                Unit.BYTE_PER_TOKEN,
                "The largest layer of a stage per token",
                one.largestOver(rows.kindsOf));
        Figure updateAll = scopes.stages.define(
                "train_stage_updates", Unit.GIB, "Kept once, a stage", updateOfKinds.sumOver(rows.kindsOf));
        Figure updateMost = scopes.stages.define(
                "train_stage_update", Unit.GIB, "Kept once, most in a layer", updateOfKind.largestOver(rows.kindsOf));
        Figure updateOutside = scopes.stages.define(
                "train_stage_update_outside",
                Unit.GIB,
                "Kept once, outside of the layers",
                update.sumOver(rows.adaptedOutside));
        Figure microBatches = scopes.input(
                "train_micro_batches",
                Unit.COUNT,
                "Micro batches of a step",
                Range.of(1, 1_000_000),
                "batch/microBatches",
                s -> s.batch().microBatches());
        Figure inFlight = inFlight(microBatches);
        Formula here = tokens.at(rows.subjectOf);
        kept = scopes.stages.define(
                "train_stage_kept",
                Unit.GIB,
                "Activations that are kept",
                savedOfStage
                        .times(here)
                        .times(inFlight)
                        .plus(Formula.when(keptMode.moreThan(Formula.constant(0)), updateMost, updateAll))
                        .plus(updateOutside),
                KEPT);
        layerPeak = scopes.stages.define(
                "train_stage_layer_peak", Unit.GIB, "One layer while it is computed", oneOfStage.times(here), KEPT);
        loss = loss(held, here);
        moment = scopes.stages.define(
                "train_stage_moment",
                Unit.GIB,
                "Loss, or one layer that is computed again",
                Formula.when(keptMode.moreThan(Formula.constant(0)), Formula.max(loss, layerPeak), loss),
                TrainingScopes.FITTED);
        exchanged = exchanged(held, hidden, here, hiddenDivisor, microBatches);
    }

    private static Formula perToken(double bytes) {
        return Formula.constant(bytes, Unit.BYTE_PER_TOKEN);
    }

    private static Formula byMode(Formula mode, Formula all, Formula selected, Formula input) {
        return Formula.when(
                mode.lessThan(Formula.constant(1)),
                all,
                Formula.when(mode.lessThan(Formula.constant(2)), selected, input));
    }

    private Figure width(String id, String title, ToDoubleFunction<LayerWidths> number) {
        return scopes.kinds.fact(
                id,
                Unit.COUNT,
                title,
                row -> scopes.model(row, number.applyAsDouble(rows.kind(row).widths())));
    }

    private Figure figure(String id) {
        return scopes.book.get(id);
    }

    /** What is as wide as the layer: inputs of norms, and of the matrices that follow them. */
    private Figure keptHidden(HeldParameters held) {
        Figure normBytes = scopes.ofModel(
                "train_norm_bytes",
                Unit.BYTE_PER_TOKEN,
                "Kept for what goes into a norm",
                s -> s.shape().wiring().plainNorms() ? 2 : 4);
        Figure trainedNorms = scopes.choice(
                "train_norm_outputs",
                Unit.BYTE_PER_TOKEN,
                "Kept for norms that are trained",
                s -> s.trainsNorms() ? 2 : 0);
        Figure normWidths = width("train_norm_widths", "What goes into norms", LayerWidths::normWidths);
        Figure norms = width("train_norms", "Norms", LayerWidths::norms);
        Figure inputs = width("train_inputs", "Vectors that go into matrices", LayerWidths::inputs);
        Figure own = ownInputs();
        Formula hidden = held.hidden.at(rows.subjectOf);
        return scopes.kinds.define(
                "train_kept_hidden",
                Unit.BYTE_PER_TOKEN,
                "Kept of a layer, of its width",
                normBytes
                        .at(rows.subjectOf)
                        .times(normWidths)
                        .plus(perToken(2).times(inputs).times(hidden))
                        .plus(trainedNorms.at(rows.subjectOf).times(norms).times(hidden))
                        .plus(own.at(rows.subjectOf).times(2).times(hidden)),
                KEPT);
    }

    private Figure ownInputs() {
        return scopes.ofStack(
                "train_own_inputs",
                Unit.BYTE_PER_TOKEN,
                "Kept for each quantised matrix by itself",
                s -> !s.trainsEverything()
                                && s.stack()
                                        .keepsInputsOf()
                                        .contains(s.weights().id().value())
                        ? 2
                        : 0);
    }

    /** What heads and MLP are wide: queries, keys and values repeated to all heads, output, branches of the MLP, adapters. */
    private Figure keptInner(TrainedParameters trained) {
        Figure values = width("train_values", "Values", LayerWidths::values);
        width("train_cached_values", "Values of the cached heads", LayerWidths::cachedValues);
        Figure mlp = width("train_mlp", "Width of the MLP that a token meets", LayerWidths::mlp);
        Figure mlpBytes = scopes.kinds.fact(
                "train_mlp_bytes",
                Unit.BYTE_PER_TOKEN,
                "Kept for the branches of the MLP",
                row -> scopes.model(row, rows.kind(row).widths().mlpBytes()));
        Figure keptIn = kept("train_kept_in", "Kept for the width in", AdaptedMatrix::keptIn);
        Figure keptOut = kept("train_kept_out", "Kept for the width out", AdaptedMatrix::keptOut);
        Figure keptRank = kept("train_kept_rank", "Kept for the rank", AdaptedMatrix::keptRank);
        Figure visited = scopes.adapted.fact(
                "train_adapted_visited",
                Unit.COUNT,
                "Side by side, that a token meets",
                row -> scopes.model(row, rows.adapted(row).matrix().visited()));
        Figure keptAdapted = scopes.adapted.define(
                "train_adapted_kept",
                Unit.BYTE_PER_TOKEN,
                "Kept beside this matrix per token and layer",
                visited.times(keptIn.times(trained.in)
                        .plus(keptOut.times(trained.out))
                        .plus(keptRank.times(trained.rank.at(rows.subjectOf)))),
                TrainingScopes.FITTED);
        Figure adapters = scopes.kinds.define(
                "train_kept_adapters",
                Unit.BYTE_PER_TOKEN,
                "Kept of a layer for adapters",
                keptAdapted.sumOver(rows.adaptedOfKind));
        return scopes.kinds.define(
                "train_kept_inner",
                Unit.BYTE_PER_TOKEN,
                "Kept of a layer, of heads and MLP",
                perToken(4)
                        .times(queries)
                        .plus(perToken(4).times(values))
                        .plus(perToken(2).times(mlp))
                        .plus(mlpBytes.times(mlp))
                        .plus(figure("train_own_inputs").at(rows.subjectOf).times(values.plus(mlp)))
                        .plus(adapters),
                KEPT);
    }

    private Figure kept(String id, String title, ToDoubleFunction<AdaptedMatrix> bytes) {
        return scopes.adapted.fact(
                id,
                Unit.BYTE_PER_TOKEN,
                title,
                row -> scopes.method(row, bytes.applyAsDouble(rows.adapted(row).matrix())));
    }

    /** What a method keeps once per layer and step: a whole update of each matrix, or virtual tokens repeated to all heads. */
    private Figure updates(TrainedParameters trained) {
        Figure perElement = scopes.adapted.fact(
                "train_update_bytes",
                Unit.BYTE,
                "Kept once for each element of the matrix",
                row -> scopes.method(row, rows.adapted(row).matrix().keptUpdate()));
        Figure perSequence = scopes.adapted.fact(
                "train_sequence_bytes",
                Unit.BYTE,
                "Kept for each virtual token of each sequence",
                row -> scopes.method(row, rows.adapted(row).matrix().keptPerSequence()));
        return scopes.adapted.define(
                "train_update",
                Unit.GIB,
                "Kept once per layer",
                perElement
                        .times(trained.in)
                        .times(trained.out)
                        .times(trained.copies)
                        .plus(perSequence.times(trained.rank.at(rows.subjectOf)).times(microBatch.at(rows.subjectOf))),
                TrainingScopes.FITTED);
    }

    private Figure inFlight(Figure microBatches) {
        Figure stages = scopes.choice(
                "train_pipeline", Unit.COUNT, "Pipeline stages", s -> s.layout().pipeline());
        Figure virtual = scopes.choice(
                "train_virtual_stages",
                Unit.COUNT,
                "Virtual stages",
                s -> s.layout().pipeline() > 1 ? s.layout().virtualStages() : 1);
        Figure after = scopes.stages.fact(
                "train_stages_after",
                Unit.COUNT,
                "Stages after this one",
                row -> Given.fact(rows.stage(row).count() - 1 - rows.stage(row).index(), TrainingScopes.CHOICE));
        Formula turns = virtual.at(rows.subjectOf);
        // with virtual stages, a stage waits for two micro batches of each one after it
        Formula warm = Formula.when(turns.moreThan(Formula.constant(1)), after.times(2), after)
                .plus(turns.minus(Formula.constant(1)).times(stages.at(rows.subjectOf)))
                .plus(Formula.constant(1));
        return scopes.stages.define(
                "train_in_flight",
                Unit.COUNT,
                "Micro batches under way",
                Formula.min(warm, turns.times(microBatches.at(rows.subjectOf))).dividedBy(turns),
                PIPELINE);
    }

    private Figure loss(HeldParameters held, Formula here) {
        Figure lossBytes = scopes.ofStack(
                "train_loss_bytes",
                Unit.BYTE_PER_TOKEN,
                "At the loss, for each word of the vocabulary",
                TrainingActivations::lossBytes);
        Figure atEnd = scopes.stages.fact(
                "train_at_end",
                Unit.COUNT,
                "The loss is computed here (1 = yes)",
                row -> Given.fact(rows.stage(row).isLast() ? 1 : 0, TrainingScopes.CHOICE));
        return scopes.stages.define(
                "train_stage_loss",
                Unit.GIB,
                "Output and loss",
                atEnd.times(lossBytes.at(rows.subjectOf))
                        .times(held.vocabulary.at(rows.subjectOf))
                        .times(here)
                        .dividedBy(held.tensor.at(rows.subjectOf)),
                TrainingScopes.FITTED);
    }

    private static double lossBytes(TrainingSubject subject) {
        Loss loss = subject.stack().loss();
        if (subject.layout().tensor() > 1) {
            return loss.tensorParallel();
        }
        if (subject.isQuantised()) {
            return loss.quantised();
        }
        return subject.compiled() || subject.float8() ? loss.compiled() : loss.plain();
    }

    /** The sequence gathered over the GPUs of a matrix, and what stages of a pipeline send and receive. */
    private Figure exchanged(
            HeldParameters held, Formula hidden, Formula here, Figure hiddenDivisor, Figure microBatches) {
        Formula vector = perToken(2).times(hidden).times(here);
        return scopes.stages.define(
                "train_stage_exchanged",
                Unit.GIB,
                "Buffers between GPUs",
                Formula.when(
                                held.tensor.at(rows.subjectOf).moreThan(Formula.constant(1)),
                                vector.times(2),
                                Formula.constant(0, Unit.BYTE))
                        .plus(Formula.when(
                                figure("train_piped").at(rows.subjectOf).moreThan(Formula.constant(0)),
                                vector.times(3)
                                        .times(figure("train_virtual_stages").at(rows.subjectOf))
                                        .times(microBatches.at(rows.subjectOf))
                                        .dividedBy(hiddenDivisor.at(rows.subjectOf)),
                                Formula.constant(0, Unit.BYTE))),
                TrainingScopes.FITTED);
    }
}
