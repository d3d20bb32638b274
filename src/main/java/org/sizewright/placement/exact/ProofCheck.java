package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.sizewright.placement.BoundChecker;
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
    private ProofCheck() {}

    /** Sentences on what does not hold or could not be confirmed within the budget. */
    public static List<String> check(PlacementProblem problem, int group, LowerBound bound, Budget budget) {
        List<String> faults = new ArrayList<>();
        BoundChecker.check(problem, group, bound).stream().map(Violation::words).forEach(faults::add);
        switch (bound) {
            case LowerBound.Nothing nothing -> {}
            case LowerBound.HostWeights weights -> {}
            case LowerBound.Survivors survivors -> {}
            case LowerBound.GpuCount count -> {}
            case LowerBound.Prices prices -> prices(problem, group, prices, budget, faults);
            case LowerBound.Exhausted tried -> exhausted(problem, group, tried, budget, faults);
            case LowerBound.NoRestart none ->
                noRestart(problem.withHosts(group, none.hosts() - 1), none.failures(), budget, faults);
            case LowerBound.PinnedHost pinned -> {}
        }
        return faults;
    }

    /** The same for the bound of a mixture. @param problem with the hosts that are given */
    public static List<String> check(PlacementProblem problem, MixQuestion question, CostBound bound, Budget budget) {
        List<String> faults = new ArrayList<>();
        MixChecker.check(problem, question, bound).stream()
                .map(Violation::words)
                .forEach(faults::add);
        for (CostBound.Reason reason : bound.reasons()) {
            switch (reason) {
                case CostBound.Weighs weighs -> weighs(problem, weighs, budget, faults);
                case CostBound.NoRestart none ->
                    noRestart(problem.withHosts(none.hosts()), problem.policy().failures(), budget, faults);
                case CostBound.Tried tried -> {
                    PlacementProblem hosts = problem.withHosts(tried.hosts());
                    boolean ruledOut = SecondOpinion.fits(
                                    hosts,
                                    wanted(problem, tried.afterFailures()),
                                    HostRooms.of(hosts, List.of()),
                                    budget)
                            .filter(fits -> !fits)
                            .isPresent();
                    if (!ruledOut) {
                        faults.add("That not everything fits on " + tried.hosts() + " was not confirmed.");
                    }
                }
            }
        }
        return faults;
    }

    private static void noRestart(PlacementProblem hosts, int failures, Budget budget, List<String> faults) {
        if (SecondOpinion.survives(hosts, failures, budget).orElse(true)) {
            faults.add("That some failure is not survived on " + hosts.counts() + " hosts was not confirmed.");
        }
    }

    private static void weighs(PlacementProblem problem, CostBound.Weighs weighs, Budget budget, List<String> faults) {
        for (int group = 0;
                weighs.limit() == CostBound.Limit.ANY_FILL
                        && group < weighs.heaviest().size();
                group++) {
            OptionalLong heaviest = SecondOpinion.heaviest(problem, group, weighs.weights(), budget);
            if (heaviest.isEmpty() || heaviest.getAsLong() > weighs.heaviest().get(group)) {
                faults.add(
                        "That a host of " + problem.groups().get(group).host().id() + " holds no more than "
                                + weighs.heaviest().get(group) + " was not confirmed.");
            }
        }
    }

    private static Map<String, Integer> wanted(PlacementProblem problem, boolean afterFailures) {
        Map<String, Integer> wanted = new HashMap<>();
        problem.vms()
                .forEach(vm ->
                        wanted.put(vm.id(), afterFailures && vm.survival() != Survival.MUST_RESTART ? 0 : vm.count()));
        return wanted;
    }

    private static void prices(
            PlacementProblem problem, int group, LowerBound.Prices prices, Budget budget, List<String> faults) {
        long elsewhere = 0;
        for (int i = 0; i < problem.groups().size(); i++) {
            OptionalLong heaviest = SecondOpinion.heaviest(problem, i, prices.weights(), budget);
            if (heaviest.isEmpty()) {
                faults.add("What a host can hold at most was not confirmed.");
                return;
            }
            if (i == group) {
                if (heaviest.getAsLong() > prices.perHost()) {
                    faults.add("A host can hold " + heaviest.getAsLong() + ", more than " + prices.perHost() + ".");
                }
            } else {
                elsewhere += problem.groups().get(i).count() * heaviest.getAsLong();
            }
        }
        if (elsewhere > prices.elsewhere()) {
            faults.add("The other hosts can hold " + elsewhere + ", more than " + prices.elsewhere() + ".");
        }
    }

    private static void exhausted(
            PlacementProblem problem, int group, LowerBound.Exhausted tried, Budget budget, List<String> faults) {
        Map<String, Integer> wanted = wanted(problem, tried.failures() > 0);
        PlacementProblem fewer = problem.withHosts(group, Math.max(0, tried.hosts() - tried.failures() - 1));
        // after a failure a pinned machine may restart anywhere
        List<PlacedVm> pinned = tried.failures() > 0 ? List.of() : PlacementChecker.pinned(fewer);
        pinned.forEach(vm -> wanted.merge(vm.vmClass(), -1, Integer::sum));
        boolean ruledOut = SecondOpinion.fits(fewer, wanted, HostRooms.of(fewer, pinned), budget)
                .filter(fits -> !fits)
                .isPresent();
        if (!ruledOut) {
            faults.add("That one host fewer cannot hold everything was not confirmed.");
        }
    }
}
