package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sizewright.placement.HostNumbers;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.exact.ExactPlacer.Outcome;

/**
 * The cheapest hosts of several kinds on which everything still has a place after any so many host failures, machines being moved
 * as needed. Numbers of hosts are tried from the cheapest up; numbers that contain a known answer are not solved again.
 */
public final class SurvivingHosts {
    private static final int MOST_CANDIDATES = 200_000;
    /** Share of the budget for the cheapest hosts without failures; what that leaves open is decided number by number. */
    private static final double BASE_SHARE = 0.05;

    private final ExactPlacer placer;
    private final PlacementProblem problem;
    private final List<Long> costs;
    private final int failures;
    private final Budget budget;

    private SurvivingHosts(
            ExactPlacer placer, PlacementProblem problem, List<Long> costs, int failures, Budget budget) {
        this.placer = placer;
        this.problem = problem;
        this.costs = List.copyOf(costs);
        this.failures = failures;
        this.budget = budget;
    }

    /**
     * What was found.
     *
     * @param counts hosts by group; empty if none were found
     * @param cost what they cost, 0 if none were found
     * @param bound nothing is cheaper
     * @param placement every machine on these hosts in normal operation
     * @param refused cheaper numbers of hosts that were refused, each with the failures left after which not everything fits
     * @param outcome the answer without failures
     */
    public record Answer(
            Optional<List<Integer>> counts,
            long cost,
            long bound,
            Optional<ExactPlacer.Found> placement,
            List<Refused> refused,
            Outcome outcome) {
        public Answer {
            refused = List.copyOf(refused);
        }
    }

    /**
     * Numbers of hosts that are not enough.
     *
     * @param left what is left of them after a failure, or more than that, on which not everything fits
     * @param argument why not
     */
    public record Refused(List<Integer> counts, List<Integer> left, Argument argument) {
        public Refused {
            counts = List.copyOf(counts);
            left = List.copyOf(left);
        }
    }

    /** @param costs what a host of each group costs, at least 1 */
    public static Answer search(
            ExactPlacer placer, PlacementProblem problem, List<Long> costs, int failures, Budget budget) {
        return new SurvivingHosts(placer, problem, costs, failures, budget).run();
    }

    private Answer run() {
        List<HostChoice> any = costs.stream().map(HostChoice::any).toList();
        Outcome without = placer.cheapest(problem, any, budget.part(BASE_SHARE));
        if (without.found().isEmpty() && !without.impossible()) {
            without = placer.cheapest(problem, any, budget);
        }
        if (without.found().isEmpty()) {
            return new Answer(Optional.empty(), 0, without.bound(), Optional.empty(), List.of(), without);
        }
        KnownNumbers known = new KnownNumbers(placer, problem, costs, without, budget);
        List<Integer> counted = without.found().get().hosts();
        if (failures == 0 && without.isProven()) {
            return new Answer(
                    Optional.of(counted),
                    without.found().get().cost(),
                    without.bound(),
                    without.found(),
                    List.of(),
                    without);
        }
        // spares of every kind in use always do: whatever fails, as many of its kind are left
        List<Integer> enough =
                counted.stream().map(count -> count == 0 ? 0 : count + failures).toList();
        Optional<List<List<Integer>>> all =
                HostNumbers.between(costs, enough, without.bound(), cost(enough), MOST_CANDIDATES);
        if (all.isEmpty()) {
            return answer(known, enough, without.bound(), List.of(), without);
        }
        List<List<Integer>> candidates = new ArrayList<>(all.get());
        candidates.sort(Comparator.comparingLong(this::cost));
        List<Refused> refused = new ArrayList<>();
        long bound = -1;
        for (List<Integer> counts : candidates) {
            if (budget.isUsedUp()) {
                return answer(known, enough, bound < 0 ? cost(counts) : bound, refused, without);
            }
            Optional<Refused> fatal = Optional.empty();
            boolean allFit = true;
            for (List<Integer> left : HostNumbers.left(counts, failures)) {
                fatal = known.tooFew(left).map(few -> new Refused(counts, few.hosts(), few.argument()));
                if (fatal.isPresent()) {
                    break;
                }
                allFit &= known.fits(left);
            }
            if (fatal.isPresent()) {
                refused.add(fatal.get());
            } else if (allFit) {
                return answer(known, counts, bound < 0 ? cost(counts) : bound, refused, without);
            } else if (bound < 0) {
                bound = cost(counts);
            }
        }
        return answer(known, enough, bound < 0 ? cost(enough) : bound, refused, without);
    }

    private Answer answer(
            KnownNumbers known, List<Integer> counts, long bound, List<Refused> refused, Outcome without) {
        Outcome placed = known.place(counts);
        return new Answer(Optional.of(counts), cost(counts), bound, placed.found(), refused, without);
    }

    private long cost(List<Integer> counts) {
        long sum = 0;
        for (int i = 0; i < costs.size(); i++) {
            sum += counts.get(i) * costs.get(i);
        }
        return sum;
    }
}
