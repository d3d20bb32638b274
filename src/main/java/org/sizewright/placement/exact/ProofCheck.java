package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.sizewright.placement.BoundChecker;
import org.sizewright.placement.BoundReview;
import org.sizewright.placement.CostBound;
import org.sizewright.placement.LowerBound;
import org.sizewright.placement.MixChecker;
import org.sizewright.placement.MixQuestion;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Violation;
import org.sizewright.plan.Survival;

/**
 * Checks a lower bound of any kind: the arithmetic by {@link BoundChecker}, what a host can hold and what was tried by
 * {@link SecondOpinion}, which shares nothing with the search.
 */
public final class ProofCheck {
    private final Budget budget;
    private final List<String> refuted = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    private ProofCheck(Budget budget) {
        this.budget = budget;
    }

    /** Sentences on what does not hold or could not be confirmed within the budget. */
    public static List<String> check(PlacementProblem problem, int group, LowerBound bound, Budget budget) {
        return review(problem, group, bound, budget).faults();
    }

    /** The same, with what does not hold apart from what could not be confirmed within the budget. */
    public static BoundReview review(PlacementProblem problem, int group, LowerBound bound, Budget budget) {
        ProofCheck check = new ProofCheck(budget);
        BoundChecker.check(problem, group, bound).stream().map(Violation::words).forEach(check.refuted::add);
        switch (bound) {
            case LowerBound.Nothing nothing -> {}
            case LowerBound.HostWeights weights -> {}
            case LowerBound.Survivors survivors -> {}
            case LowerBound.GpuCount count -> {}
            case LowerBound.Prices prices -> check.prices(problem, group, prices);
            case LowerBound.Exhausted tried -> check.exhausted(problem, group, tried);
            case LowerBound.NoRestart none ->
                check.noRestart(problem.withHosts(group, none.hosts() - 1), none.failures());
            case LowerBound.PinnedHost pinned -> {}
        }
        return new BoundReview(check.refuted, check.open);
    }

    /** The same for the bound of a mixture. @param problem with the hosts that are given */
    public static List<String> check(PlacementProblem problem, MixQuestion question, CostBound bound, Budget budget) {
        return review(problem, question, bound, budget).faults();
    }

    /** The same for the bound of a mixture. @param problem with the hosts that are given */
    public static BoundReview review(PlacementProblem problem, MixQuestion question, CostBound bound, Budget budget) {
        ProofCheck check = new ProofCheck(budget);
        BoundReview counted = MixChecker.review(problem, question, bound);
        check.refuted.addAll(counted.refuted());
        check.open.addAll(counted.open());
        for (CostBound.Reason reason : bound.reasons()) {
            switch (reason) {
                case CostBound.Weighs weighs -> check.weighs(problem, weighs);
                case CostBound.NoRacks none -> {}
                case CostBound.NoRestart none ->
                    check.noRestart(
                            problem.withHosts(none.hosts()), problem.policy().failures());
                case CostBound.Tried tried -> {
                    PlacementProblem hosts = problem.withHosts(tried.hosts());
                    check.expectNo(
                            SecondOpinion.fits(
                                    hosts,
                                    wanted(problem, tried.afterFailures()),
                                    HostRooms.of(hosts, List.of()),
                                    budget),
                            "not everything fits on " + tried.hosts());
                }
            }
        }
        return new BoundReview(check.refuted, check.open);
    }

    /** What the bound says cannot be: refuted where it can, open where nobody knows. */
    private void expectNo(Optional<Boolean> can, String claim) {
        if (can.isEmpty()) {
            open.add("That " + claim + " was not confirmed.");
        } else if (can.get()) {
            refuted.add("That " + claim + " is not so.");
        }
    }

    private void noRestart(PlacementProblem hosts, int failures) {
        expectNo(
                SecondOpinion.survives(hosts, failures, budget),
                "some failure is not survived on " + hosts.counts() + " hosts");
    }

    private void weighs(PlacementProblem problem, CostBound.Weighs weighs) {
        for (int group = 0;
                weighs.limit() == CostBound.Limit.ANY_FILL
                        && group < weighs.heaviest().size();
                group++) {
            OptionalLong heaviest = SecondOpinion.heaviest(problem, group, weighs.weights(), budget);
            long most = weighs.heaviest().get(group);
            expectNo(
                    heaviest.isPresent() ? Optional.of(heaviest.getAsLong() > most) : Optional.empty(),
                    "a host of " + problem.groups().get(group).host().id() + " holds no more than " + most);
        }
    }

    private static Map<String, Integer> wanted(PlacementProblem problem, boolean afterFailures) {
        Map<String, Integer> wanted = new HashMap<>();
        problem.vms()
                .forEach(vm ->
                        wanted.put(vm.id(), afterFailures && vm.survival() != Survival.MUST_RESTART ? 0 : vm.count()));
        return wanted;
    }

    private void prices(PlacementProblem problem, int group, LowerBound.Prices prices) {
        long elsewhere = 0;
        for (int i = 0; i < problem.groups().size(); i++) {
            OptionalLong heaviest = SecondOpinion.heaviest(problem, i, prices.weights(), budget);
            if (heaviest.isEmpty()) {
                open.add("What a host can hold at most was not confirmed.");
                return;
            }
            if (i == group) {
                if (heaviest.getAsLong() > prices.perHost()) {
                    refuted.add("A host can hold " + heaviest.getAsLong() + ", more than " + prices.perHost() + ".");
                }
            } else {
                elsewhere += problem.groups().get(i).count() * heaviest.getAsLong();
            }
        }
        if (elsewhere > prices.elsewhere()) {
            refuted.add("The other hosts can hold " + elsewhere + ", more than " + prices.elsewhere() + ".");
        }
    }

    private void exhausted(PlacementProblem problem, int group, LowerBound.Exhausted tried) {
        Map<String, Integer> wanted = wanted(problem, tried.failures() > 0);
        PlacementProblem fewer = problem.withHosts(group, Math.max(0, tried.hosts() - tried.failures() - 1));
        // after a failure a pinned machine may restart anywhere
        List<PlacedVm> pinned = tried.failures() > 0 ? List.of() : PlacementChecker.pinned(fewer);
        pinned.forEach(vm -> wanted.merge(vm.vmClass(), -1, Integer::sum));
        expectNo(
                SecondOpinion.fits(fewer, wanted, HostRooms.of(fewer, pinned), budget),
                "one host fewer cannot hold everything");
    }
}
