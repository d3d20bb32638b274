package org.sizewright.sizing.throughput;

import java.util.OptionalDouble;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.sizing.LlmMemory;

/**
 * How many requests keep a service level, and what that takes in replicas and GPUs; one row per model. The largest batch follows in
 * closed form: the weights read are at most all of them, and at most those of every token plus the experts of each sequence, so
 * that each of the two gives a batch that surely keeps the time; the larger one counts. Exact for dense models, else a lower bound.
 */
public final class ServiceLevel {
    private static final Source CLOSED = Source.of(
            "Largest batch whose step keeps the target, in closed form (lower bound for mixtures of experts)",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.INFERRED);
    private static final Source LITTLE = Source.of(
            "Little's law: requests in work = requests per second x seconds per request",
            "",
            "1961",
            Evidence.RECALLED);
    /** Where no target is set, one that every engine keeps. */
    private static final Formula NO_TARGET = Formula.constant(3600, Unit.SECOND);

    public final Figure targetTtft;
    public final Figure targetTpot;
    /** Of a stage and rank. */
    public final Figure batch;

    public final Figure requestsPerReplica;
    public final Figure requestTime;
    public final Figure requestRate;
    public final Figure replicas;
    public final Figure gpus;

    ServiceLevel(FigureBook.Builder book, LlmMemory llm, ModelWork work, LoadFigures load) {
        FigureBook.Scope w = book.over(llm.rows);
        Figure typedTtft = w.fact(
                "target_ttft_typed",
                Unit.MILLISECOND,
                "Longest time to the first token, without traffic",
                row -> target(work.request(row).targetTtft()));
        Figure typedTpot = w.fact(
                "target_tpot_typed",
                Unit.MILLISECOND,
                "Longest time per output token, without traffic",
                row -> target(work.request(row).targetTpot()));
        targetTtft = w.define(
                "target_ttft",
                Unit.MILLISECOND,
                "Longest time to the first token",
                work.ofTraffic(llm.traffic.firstToken, typedTtft));
        targetTpot = w.define(
                "target_tpot",
                Unit.MILLISECOND,
                "Longest time per output token",
                work.ofTraffic(llm.traffic.timePerToken, typedTpot));

        Figure step = w.define(
                "level_step",
                Unit.MILLISECOND,
                "Time that an output token may take in a stage",
                load.target(targetTpot.orElse(NO_TARGET))
                        .dividedBy(work.pipeline)
                        .dividedBy(load.idle),
                CLOSED);
        Formula prompt = load.prefillOfStage.dividedBy(work.steps);
        Formula everything = load.readDense.plus(load.readExperts);
        Formula expertsOfOne = load.readExperts.times(work.expertShare).times(work.ranks);
        Formula none = Formula.constant(0, Unit.SECOND);
        Formula byTime = Formula.max(
                keeping(step, load, everything, none, withPrompts(prompt, load, work, everything)),
                keeping(step, load, load.readDense, expertsOfOne, withPrompts(prompt, load, work, load.readDense)));

        Figure first = w.define(
                "level_first_step",
                Unit.MILLISECOND,
                "Time that a step may take while a prompt is read",
                targetTtft
                        .orElse(NO_TARGET)
                        .dividedBy(work.pipeline)
                        .minus(load.prefillOfStage)
                        .dividedBy(Formula.max(Formula.constant(1), load.chunks(load.batch))),
                CLOSED);
        Formula byFirst = Formula.when(
                first.atLeast(load.launch),
                Formula.max(
                        keeping(first, load, everything, none, none),
                        keeping(first, load, load.readDense, expertsOfOne, none)),
                Formula.constant(0));
        batch = w.define(
                "level_batch",
                Unit.COUNT,
                "Largest batch of a stage that keeps the service level",
                Formula.max(Formula.constant(0), Formula.min(load.batch, byTime, byFirst)),
                CLOSED);
        requestsPerReplica = w.output(
                "level_requests_per_replica",
                Unit.COUNT,
                "Requests at once per replica at the service level",
                batch.times(work.pipeline).times(work.ranks).floor(),
                CLOSED);
        LoadFigures.Times times = load.at(batch, "level", "at the service level");
        requestTime = w.define(
                "level_request_time",
                Unit.SECOND,
                "Time of a request at the service level",
                load.firstToken(times.step(), batch)
                        .plus(work.steps.times(times.token()).times(work.pipeline)),
                CLOSED);
        requestRate = w.define(
                "level_request_rate",
                Unit.PER_SECOND,
                "Requests per second and replica at the service level",
                requestsPerReplica.dividedBy(requestTime),
                LITTLE);
        replicas = w.output(
                "level_replicas",
                Unit.COUNT,
                "Replicas for this load at the service level",
                Formula.when(
                        requestsPerReplica.atLeast(Formula.constant(1)),
                        llm.concurrency.dividedBy(requestsPerReplica).ceil(),
                        new Formula.Missing(
                                "not kept",
                                "not one request keeps the service level on this many GPUs: share the model over more"
                                        + " GPUs, take faster ones, or ask for less",
                                Unit.COUNT)),
                LITTLE);
        gpus = w.output(
                "level_gpus",
                Unit.COUNT,
                "GPUs for this load at the service level",
                replicas.times(work.tensor).times(work.pipeline).times(work.ranks),
                LITTLE);
    }

    /** What the prompts of the others add per sequence: their calculation, or at least the launches beyond a step. */
    private static Formula withPrompts(Formula prompt, LoadFigures load, ModelWork work, Formula weights) {
        return Formula.max(
                prompt,
                Formula.max(
                                Formula.constant(0, Unit.SECOND),
                                load.launch.minus(weights).minus(load.fixed))
                        .dividedBy(work.steps));
    }

    /** The batch up to which a step takes no longer, with weights read of at most {@code base} plus {@code more} per sequence. */
    private static Formula keeping(Formula time, LoadFigures load, Formula base, Formula more, Formula prompts) {
        Formula sequence = load.perSequence.plus(prompts);
        return Formula.min(
                time.minus(base).minus(load.fixed).dividedBy(more.plus(sequence)),
                time.minus(load.fixed)
                        .dividedBy(load.linear.times(ModelWork.ONE_TOKEN).plus(sequence)));
    }

    private static Given target(OptionalDouble seconds) {
        Source none = Source.of("without traffic no time is promised", "", "", Evidence.TYPED);
        return seconds.isPresent()
                ? Given.fact(seconds.getAsDouble() * 1000, none)
                : Given.unknown("no time is promised", none);
    }
}
