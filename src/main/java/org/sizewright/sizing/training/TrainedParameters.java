package org.sizewright.sizing.training;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Range;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;

/** How many parameters are trained: those of the model, or those of adapters beside each of its matrices. */
public final class TrainedParameters {
    private static final Source COUNT = Source.of(
            "Trainable parameters as the library that trains prints them, 14 runs met exactly",
            "github.com/huggingface/peft and github.com/Lightning-AI/litgpt",
            "2026",
            Evidence.VERIFIED);

    /** Of the model that is tuned. */
    public final Figure parameters;

    /** Those that are trained; exact. */
    public final Figure trainable;

    public final Figure trainableShare;
    public final Figure rank;
    final Figure whole;
    final Figure partPerGpu;
    final Figure adapted;
    final Figure adaptedPerGpu;
    final Figure in;
    final Figure out;
    final Figure copies;
    final Figure outDivisor;
    final Figure inDivisor;
    final Figure layers;

    TrainedParameters(TrainingScopes scopes) {
        TrainingRows rows = scopes.rows;
        rank = scopes.input(
                "train_rank",
                Unit.COUNT,
                "Rank, or virtual tokens",
                Range.of(1, 1_000_000),
                "method/rank",
                TrainingSubject::rank);
        whole = scopes.choice(
                "train_whole",
                Unit.COUNT,
                "The model itself is trained (1 = yes)",
                subject -> subject.trainsEverything() ? 1 : 0);

        Figure part = scopes.parts.fact(
                "train_part_parameters",
                Unit.COUNT,
                "Parameters of these tensors",
                row -> scopes.model(row, rows.part(row).parameters()));
        Figure counted = scopes.parts.fact(
                "train_part_counted",
                Unit.COUNT,
                "Counts as parameters (0 = a second copy)",
                row -> scopes.model(row, rows.part(row).counted() ? 1 : 0));
        Figure divisor = scopes.parts.fact(
                "train_part_divisor",
                Unit.COUNT,
                "Divided over",
                row -> Given.fact(rows.part(row).divisor(), TrainingScopes.CHOICE));
        Figure once = scopes.parts.define(
                "train_part_once", Unit.COUNT, "Parameters of these tensors, once", part.times(counted));
        partPerGpu = scopes.parts.define(
                "train_part_per_gpu", Unit.COUNT, "Of these tensors, per GPU", part.dividedBy(divisor));
        parameters = scopes.workloads.define(
                "train_parameters", Unit.COUNT, "Parameters of the model", once.sumOver(rows.partsOfSubject), COUNT);

        in = width(scopes, "train_adapted_in", "Width in", AdaptedMatrix::in);
        out = width(scopes, "train_adapted_out", "Width out", AdaptedMatrix::out);
        copies = width(scopes, "train_adapted_copies", "Side by side in a layer", AdaptedMatrix::copies);
        inDivisor = width(scopes, "train_adapted_in_divisor", "Width in divided over", AdaptedMatrix::inDivisor);
        outDivisor = width(scopes, "train_adapted_out_divisor", "Width out divided over", AdaptedMatrix::outDivisor);
        layers = scopes.adapted.fact(
                "train_adapted_layers",
                Unit.COUNT,
                "Layers",
                row -> scopes.model(row, rows.adapted(row).layers()));
        Figure rankIn = term(
                scopes, "train_term_rank_in", "For rank x in", m -> m.terms().rankTimesIn());
        Figure rankOut = term(
                scopes, "train_term_rank_out", "For rank x out", m -> m.terms().rankTimesOut());
        Figure rankOnly =
                term(scopes, "train_term_rank", "For the rank", m -> m.terms().rank());
        Figure inOnly =
                term(scopes, "train_term_in", "For the width in", m -> m.terms().in());
        Figure outOnly = term(
                scopes, "train_term_out", "For the width out", m -> m.terms().out());
        Figure inOut =
                term(scopes, "train_term_in_out", "For in x out", m -> m.terms().inTimesOut());
        Figure fixed =
                term(scopes, "train_term_fixed", "And besides", m -> m.terms().fixed());
        Formula atRank = rank.at(rows.subjectOf);
        adapted = scopes.adapted.define(
                "train_adapted",
                Unit.COUNT,
                "Trained beside this matrix, all layers",
                copies.times(layers)
                        .times(rankIn.times(atRank)
                                .times(in)
                                .plus(rankOut.times(atRank).times(out))
                                .plus(rankOnly.times(atRank))
                                .plus(inOnly.times(in))
                                .plus(outOnly.times(out))
                                .plus(inOut.times(in).times(out))
                                .plus(fixed)),
                COUNT);
        Formula inHere = in.dividedBy(inDivisor);
        Formula outHere = out.dividedBy(outDivisor);
        adaptedPerGpu = scopes.adapted.define(
                "train_adapted_per_gpu",
                Unit.COUNT,
                "The same per GPU",
                copies.times(layers)
                        .times(rankIn.times(atRank)
                                .times(inHere)
                                .plus(rankOut.times(atRank).times(outHere))
                                .plus(rankOnly.times(atRank))
                                .plus(inOnly.times(inHere))
                                .plus(outOnly.times(outHere))
                                .plus(inOut.times(inHere).times(outHere))
                                .plus(fixed)),
                COUNT);
        Figure found = scopes.choice(
                "train_adapted_found",
                Unit.COUNT,
                "Matrices that are adapted",
                subject -> rows.adaptedOfSubject
                        .getOrDefault(subject.row(), List.of())
                        .size());
        trainable = scopes.workloads.output(
                "train_trainable",
                Unit.COUNT,
                "Trained parameters",
                Formula.when(
                        whole.moreThan(Formula.constant(0)),
                        parameters,
                        Formula.when(
                                found.moreThan(Formula.constant(0)),
                                adapted.sumOver(rows.adaptedOfSubject),
                                new Formula.Missing(
                                        "not known",
                                        "none of the matrices that the method adapts is known in this model",
                                        Unit.COUNT))),
                COUNT);
        trainableShare = scopes.workloads.define(
                "train_trainable_share", Unit.PERCENT, "Trained share of the model", trainable.dividedBy(parameters));
    }

    private static Figure width(
            TrainingScopes scopes, String id, String title, ToDoubleFunction<AdaptedMatrix> number) {
        return scopes.adapted.fact(
                id,
                Unit.COUNT,
                title,
                row -> scopes.model(
                        row, number.applyAsDouble(scopes.rows.adapted(row).matrix())));
    }

    private static Figure term(TrainingScopes scopes, String id, String title, ToDoubleFunction<AdaptedMatrix> number) {
        return scopes.adapted.fact(
                id,
                Unit.COUNT,
                title,
                row -> scopes.method(
                        row, number.applyAsDouble(scopes.rows.adapted(row).matrix())));
    }
}
