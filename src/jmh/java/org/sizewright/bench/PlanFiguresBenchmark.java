package org.sizewright.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sizewright.SampleReferences;
import org.sizewright.figure.FigureBook;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.PlanResult;

/** What a keystroke costs in a plan with twenty language models. All figures are to be there within 2 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PlanFiguresBenchmark {
    private final ResolvedPlan plan = Resolver.resolve(LargePlan.plan(), new SampleReferences());

    /** All figures that need no search: parameters, weights, cache, engine, load, throughput, hosts. */
    @Benchmark
    public FigureBook figures() {
        return Calculation.demand(plan, plan.options().getFirst()).figures();
    }

    /** With placement, failure replay, racks and findings. */
    @Benchmark
    public PlanResult wholePlan() {
        return Calculation.of(plan, Cancellation.never());
    }
}
