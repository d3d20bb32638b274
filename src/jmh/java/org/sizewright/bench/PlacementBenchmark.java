package org.sizewright.bench;

import java.io.IOException;
import java.util.List;
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
import org.sizewright.placement.HostCountSearch;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Proof;
import org.sizewright.placement.exact.ProvenHosts;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.PlanResult;

/** Placements of the size of a room: the first answer, the proof, a cluster trace, and an edit of a plan with 1,000 machines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class PlacementBenchmark {
    private static final int MOST_HOSTS = 1_024;

    private final List<PlacementProblem> rooms = LargeClusters.room(30);
    private final HostSearch prover = ProvenHosts.orFirstFit(1, () -> false);
    private final PlacementProblem trace;
    private final ResolvedPlan plan = Resolver.resolve(ThousandMachines.plan(), new SampleReferences());
    private int next;

    public PlacementBenchmark() {
        try {
            trace = LargeClusters.trace();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The first answer for 64 hosts: within 50 ms. */
    @Benchmark
    public Proof firstAnswer() {
        return HostCountSearch.first().search(room(), 0, MOST_HOSTS).proof();
    }

    /** The proven answer for 64 hosts: within 2 s (median). */
    @Benchmark
    public Proof proof() {
        return prover.search(room(), 0, MOST_HOSTS).proof();
    }

    /** 7,064 machines of a cluster trace: 842 hosts, within 10 s. */
    @Benchmark
    public Proof proofOfTrace() {
        return prover.search(trace, 0, MOST_HOSTS).proof();
    }

    /** What is on the screen first after an edit of a plan with 1,000 machines on 64 hosts: within 100 ms. */
    @Benchmark
    public PlanResult firstPlacementOfPlan() {
        return Calculation.first(plan, Cancellation.never());
    }

    private PlacementProblem room() {
        next = (next + 1) % rooms.size();
        return rooms.get(next);
    }
}
