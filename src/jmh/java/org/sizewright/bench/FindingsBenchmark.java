package org.sizewright.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sizewright.SampleReferences;
import org.sizewright.StatedSetup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.Finding;
import org.sizewright.rules.RuleSubject;
import org.sizewright.rules.Rules;
import org.sizewright.rules.VersionAdvice;
import org.sizewright.rules.VersionConflict;

/** All rules over a plan with 1,000 machines on 64 hosts: within 10 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class FindingsBenchmark {
    /** Whether everything that rules ask for is stated. */
    @Param({"false", "true"})
    private boolean stated;

    private RuleSubject subject = subject(ThousandMachines.plan());

    private RuleSubject contradictory = subject;

    @Setup
    public void state() {
        Plan plan = ThousandMachines.plan();
        Option option = plan.options().getFirst();
        subject = subject(stated ? plan.withOption(StatedSetup.of(option)) : plan);
        contradictory = subject(plan.withOption(StatedSetup.with(
                StatedSetup.of(option), List.of("guest-release=20.1", "ai-enterprise=8.1", "vsphere=8.0U2"))));
    }

    private static RuleSubject subject(Plan plan) {
        OptionResult live = Calculation.first(Resolver.resolve(plan, new SampleReferences()), Cancellation.never())
                .live();
        return new RuleSubject(live.plan(), live.option(), live.sizing(), live.placements(), live.racks());
    }

    @Benchmark
    public List<Finding> findings() {
        return Rules.check(subject);
    }

    /** Versions that contradict each other, each with the smallest change. */
    @Benchmark
    public List<VersionConflict> versions() {
        return VersionAdvice.of(contradictory);
    }
}
