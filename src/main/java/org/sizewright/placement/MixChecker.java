package org.sizewright.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sizewright.placement.Violation.Kind;
import org.sizewright.plan.Survival;

/**
 * Recounts the bound of a mixture without the code that found it: lists the largest cheaper mixtures and looks for a reason that rules
 * each of them out. An empty list means that the bound follows from its reasons; what a host can hold however it is filled, and that
 * every way was tried, is confirmed by {@code exact.ProofCheck}, which needs a solver.
 */
public final class MixChecker {
    private static final int MOST_LISTED = 500_000;

    private final PlacementProblem problem;
    private final List<Violation> violations = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    private MixChecker(PlacementProblem problem) {
        this.problem = problem;
    }

    /** @param problem with the hosts that are given; the counts of groups that are searched do not matter */
    public static List<Violation> check(PlacementProblem problem, MixQuestion question, CostBound bound) {
        return review(problem, question, bound).faults().stream()
                .map(words -> new Violation(Kind.BOUND, words))
                .toList();
    }

    /** The same, with what is refuted apart from what cannot be told. */
    public static BoundReview review(PlacementProblem problem, MixQuestion question, CostBound bound) {
        MixChecker checker = new MixChecker(problem);
        bound.reasons().forEach(checker::reason);
        List<Long> costs = question.costs().stream().map(cost -> cost.orElse(0)).toList();
        // what finds no racks rules out more hosts, the other reasons fewer: then the largest do not stand for all
        Optional<List<List<Integer>>> cheaper = bound.reasons().stream().anyMatch(CostBound.NoRacks.class::isInstance)
                ? HostNumbers.between(costs, problem.counts(), 0, bound.cost() - 1, MOST_LISTED)
                : HostNumbers.largest(costs, problem.counts(), bound.cost() - 1, MOST_LISTED);
        for (CostBound.Reason reason : bound.reasons()) {
            if (reason instanceof CostBound.NoRacks none) {
                checker.expect(
                        question.site().isPresent()
                                && RackCount.findsNoRacks(question.site().get(), none.hosts()),
                        "that the racks do not take " + question.words(none.hosts()) + " was not confirmed");
            }
        }
        if (cheaper.isEmpty()) {
            checker.open.add("There are too many cheaper mixtures to list.");
        }
        cheaper.orElse(List.of()).stream()
                .filter(counts -> bound.reasons().stream().noneMatch(reason -> checker.rulesOut(reason, counts)))
                .findFirst()
                .ifPresent(counts ->
                        checker.expect(false, "nothing rules out " + question.words(counts) + ", which is cheaper"));
        return new BoundReview(checker.violations.stream().map(Violation::words).toList(), checker.open);
    }

    private boolean rulesOut(CostBound.Reason reason, List<Integer> counts) {
        int failures = reason.afterFailures() ? problem.policy().failures() : 0;
        return HostNumbers.left(counts, failures).stream().anyMatch(left -> switch (reason) {
            case CostBound.Tried tried -> HostNumbers.contains(tried.hosts(), left);
            case CostBound.NoRestart none -> HostNumbers.contains(none.hosts(), left);
            case CostBound.NoRacks none -> HostNumbers.contains(left, none.hosts());
            case CostBound.Weighs weighs -> isTooMuch(weighs, left);
        });
    }

    private boolean isTooMuch(CostBound.Weighs weighs, List<Integer> hosts) {
        long weight = 0;
        for (VmClass vm : problem.vms()) {
            if (!weighs.afterFailures() || vm.survival() == Survival.MUST_RESTART) {
                weight = Math.addExact(
                        weight, Math.multiplyExact(weighs.weights().getOrDefault(vm.id(), 0L), (long) vm.count()));
            }
        }
        long room = 0;
        for (int group = 0; group < hosts.size(); group++) {
            room = Math.addExact(room, Math.multiplyExact(weighs.heaviest().get(group), (long) hosts.get(group)));
        }
        return weight > room;
    }

    /** What a reason claims of one host, where that can be seen. */
    private void reason(CostBound.Reason reason) {
        boolean needsFailures = reason.afterFailures() || reason instanceof CostBound.NoRestart;
        expect(!needsFailures || problem.policy().failures() > 0, "no failure is tolerated");
        if (reason instanceof CostBound.Weighs weighs) {
            expect(
                    weighs.heaviest().size() == problem.groups().size()
                            && weighs.weights().values().stream().allMatch(weight -> weight >= 0),
                    "a weight is missing or negative");
            for (int group = 0; group < problem.groups().size(); group++) {
                HostSpec host = problem.groups().get(group).host();
                OptionalLong most = most(weighs.limit(), host);
                if (most.isPresent()) {
                    expect(
                            weighs.heaviest().get(group) >= most.getAsLong(),
                            "a host of " + host.id() + " holds " + most.getAsLong());
                }
            }
            for (VmClass vm : problem.vms()) {
                OptionalLong taken = taken(weighs.limit(), vm);
                if (taken.isPresent()) {
                    expect(
                            weighs.weights().getOrDefault(vm.id(), 0L) <= taken.getAsLong(),
                            vm.id() + " takes only " + taken.getAsLong());
                }
            }
        }
    }

    private static OptionalLong most(CostBound.Limit limit, HostSpec host) {
        return switch (limit) {
            case VCPU -> OptionalLong.of(host.vcpu());
            case MEMORY_GIB -> OptionalLong.of(host.usableMemoryGib());
            case WHOLE_GPUS -> OptionalLong.of(host.gpus());
            case ANY_FILL -> OptionalLong.empty();
        };
    }

    private static OptionalLong taken(CostBound.Limit limit, VmClass vm) {
        return switch (limit) {
            case VCPU -> OptionalLong.of(vm.vcpu());
            case MEMORY_GIB -> OptionalLong.of(vm.memoryGib());
            case WHOLE_GPUS -> OptionalLong.of(vm.gpu() instanceof GpuNeed.Whole whole ? whole.gpus() : 0);
            case ANY_FILL -> OptionalLong.empty();
        };
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(new Violation(Kind.BOUND, "The bound does not hold: " + otherwise + "."));
        }
    }
}
