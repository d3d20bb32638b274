package org.sizewright.bench;

import java.io.IOException;
import java.util.ArrayList;
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
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.placement.HostCountSearch;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Proof;
import org.sizewright.placement.exact.ProvenHosts;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Survival;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
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
    private final ResolvedPlan plan = Resolver.resolve(thousand(), new SampleReferences());
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

    /** 1,000 machines of ten workloads on 64 hosts with eight GPUs. */
    private static Plan thousand() {
        Plan sample = SamplePlans.standard();
        Option option = sample.options().getFirst();
        Cluster cluster = option.clusters().getFirst();
        List<Workload> workloads = new ArrayList<>();
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            WorkloadId id = WorkloadId.of("w" + (i + 1));
            workloads.add(new Workload.GpuVms(
                    id,
                    "Machines " + (i + 1),
                    i % 2 == 0 ? Workload.GpuVms.Sharing.MIG : Workload.GpuVms.Sharing.TIME_SLICED,
                    100,
                    List.of(8, 18, 36, 9, 38).get(i / 2),
                    new VmShape(4 + 2 * (i % 3), 48 + 16 * (i % 4)),
                    i % 4 == 3 ? Survival.MAY_BE_EVICTED : Survival.MUST_RESTART));
            assignments.add(Assignment.of(id, cluster.id()));
        }
        Cluster large = cluster.withGroup(cluster.groups().getFirst().withCount(HostCount.of(64)));
        return new Plan(
                sample.header(),
                sample.site(),
                workloads,
                List.of(new Option(option.id(), option.name(), option.platform(), List.of(large), assignments)),
                option.id(),
                List.of());
    }
}
