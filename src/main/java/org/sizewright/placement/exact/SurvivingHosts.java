package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<List<Integer>, Outcome> solved = new HashMap<>();
    private Optional<Outcome> base = Optional.empty();

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
        base = Optional.of(without);
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
        List<List<Integer>> candidates = new ArrayList<>();
        collect(new ArrayList<>(), without.bound(), cost(enough), candidates);
        if (candidates.size() > MOST_CANDIDATES) {
            return answer(enough, without.bound(), List.of(), without);
        }
        candidates.sort(Comparator.comparingLong(this::cost));
        List<Refused> refused = new ArrayList<>();
        long bound = -1;
        for (List<Integer> counts : candidates) {
            if (budget.isUsedUp()) {
                return answer(enough, bound < 0 ? cost(counts) : bound, refused, without);
            }
            Optional<Refused> fatal = Optional.empty();
            boolean known = true;
            for (List<Integer> left : leftovers(counts)) {
                fatal = refused(counts, left);
                if (fatal.isPresent()) {
                    break;
                }
                known &= fits(left);
            }
            if (fatal.isPresent()) {
                refused.add(fatal.get());
            } else if (known) {
                return answer(counts, bound < 0 ? cost(counts) : bound, refused, without);
            } else if (bound < 0) {
                bound = cost(counts);
            }
        }
        return answer(enough, bound < 0 ? cost(enough) : bound, refused, without);
    }

    private Answer answer(List<Integer> counts, long bound, List<Refused> refused, Outcome without) {
        Outcome placed = place(counts);
        return new Answer(Optional.of(counts), cost(counts), bound, placed.found(), refused, without);
    }

    private long cost(List<Integer> counts) {
        long sum = 0;
        for (int i = 0; i < costs.size(); i++) {
            sum += counts.get(i) * costs.get(i);
        }
        return sum;
    }

    /** All numbers of hosts that cost from {@code least} to {@code most}. */
    private void collect(List<Integer> counts, long least, long most, List<List<Integer>> into) {
        if (into.size() > MOST_CANDIDATES) {
            return;
        }
        if (counts.size() == costs.size()) {
            long cost = cost(counts);
            if (cost >= least && cost <= most) {
                into.add(List.copyOf(counts));
            }
            return;
        }
        long spent = 0;
        for (int i = 0; i < counts.size(); i++) {
            spent += counts.get(i) * costs.get(i);
        }
        long cost = costs.get(counts.size());
        for (int count = 0; spent + count * cost <= most; count++) {
            counts.add(count);
            collect(counts, least, most, into);
            counts.removeLast();
        }
    }

    /** What is left after each failure of as many hosts. */
    private List<List<Integer>> leftovers(List<Integer> counts) {
        List<List<Integer>> left = new ArrayList<>();
        // fewer hosts than may fail: nothing is left
        int hosts = counts.stream().mapToInt(Integer::intValue).sum();
        remove(new ArrayList<>(), counts, Math.min(failures, hosts), left);
        return left;
    }

    private static void remove(List<Integer> chosen, List<Integer> counts, int toRemove, List<List<Integer>> into) {
        if (chosen.size() == counts.size()) {
            if (toRemove == 0) {
                into.add(List.copyOf(chosen));
            }
            return;
        }
        int count = counts.get(chosen.size());
        for (int removed = 0; removed <= Math.min(count, toRemove); removed++) {
            chosen.add(count - removed);
            remove(chosen, counts, toRemove - removed, into);
            chosen.removeLast();
        }
    }

    /** Why not everything fits on these hosts; empty if it does, or if it is not known within the budget. */
    private Optional<Refused> refused(List<Integer> counts, List<Integer> left) {
        Optional<Outcome> cheapest = base.filter(outcome -> cost(left) < outcome.bound());
        if (cheapest.isPresent() && cheapest.get().argument() instanceof Argument.Weights weights) {
            return Optional.of(new Refused(counts, left, weights));
        }
        for (Map.Entry<List<Integer>, Outcome> known : solved.entrySet()) {
            if (known.getValue().impossible() && contains(known.getKey(), left)) {
                return Optional.of(
                        new Refused(counts, known.getKey(), known.getValue().argument()));
            }
            if (known.getValue().found().isPresent() && contains(left, known.getKey())) {
                return Optional.empty();
            }
        }
        Outcome outcome = place(left);
        return outcome.impossible() ? Optional.of(new Refused(counts, left, outcome.argument())) : Optional.empty();
    }

    private boolean fits(List<Integer> counts) {
        return solved.entrySet().stream()
                .anyMatch(known -> known.getValue().found().isPresent() && contains(counts, known.getKey()));
    }

    private Outcome place(List<Integer> counts) {
        Outcome known = solved.get(counts);
        if (known == null) {
            known = placer.cheapest(
                    problem, counts.stream().map(HostChoice::there).toList(), budget);
            solved.put(counts, known);
        }
        return known;
    }

    private static boolean contains(List<Integer> large, List<Integer> small) {
        for (int i = 0; i < large.size(); i++) {
            if (large.get(i) < small.get(i)) {
                return false;
            }
        }
        return true;
    }
}
