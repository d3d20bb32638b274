package org.sizewright.placement.exact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.placement.HostNumbers;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.exact.ExactPlacer.Outcome;

/** What is known of whether everything fits on so many hosts of each group. Numbers that contain a known answer are not solved again. */
final class KnownNumbers {
    private final ExactPlacer placer;
    private final PlacementProblem problem;
    private final List<Long> costs;
    private final Outcome cheapest;
    private final Budget budget;
    private final Map<List<Integer>, Outcome> solved = new HashMap<>();

    /**
     * @param costs of one host, by group; 0 where the number is given
     * @param cheapest what is known of the cheapest numbers
     */
    KnownNumbers(ExactPlacer placer, PlacementProblem problem, List<Long> costs, Outcome cheapest, Budget budget) {
        this.placer = placer;
        this.problem = problem;
        this.costs = List.copyOf(costs);
        this.cheapest = cheapest;
        this.budget = budget;
    }

    /**
     * Hosts on which not everything fits.
     *
     * @param hosts by group
     */
    record TooFew(List<Integer> hosts, Argument argument) {
        TooFew {
            hosts = List.copyOf(hosts);
        }
    }

    /** Why not everything fits on these hosts; empty if it does, or if it is not known within the budget. */
    Optional<TooFew> tooFew(List<Integer> counts) {
        if (cheapest.argument() instanceof Argument.Weights weights && cost(counts) < cheapest.bound()) {
            return Optional.of(new TooFew(counts, weights));
        }
        for (Map.Entry<List<Integer>, Outcome> known : solved.entrySet()) {
            if (known.getValue().impossible() && HostNumbers.contains(known.getKey(), counts)) {
                return Optional.of(new TooFew(known.getKey(), known.getValue().argument()));
            }
            if (known.getValue().found().isPresent() && HostNumbers.contains(counts, known.getKey())) {
                return Optional.empty();
            }
        }
        Outcome outcome = place(counts);
        return outcome.impossible() ? Optional.of(new TooFew(counts, outcome.argument())) : Optional.empty();
    }

    /** Whether a place for everything on these hosts is known. */
    boolean fits(List<Integer> counts) {
        return solved.entrySet().stream()
                .anyMatch(
                        known -> known.getValue().found().isPresent() && HostNumbers.contains(counts, known.getKey()));
    }

    /** What is known of exactly these hosts, which are there. */
    Outcome place(List<Integer> counts) {
        Outcome known = solved.get(counts);
        if (known == null) {
            known = placer.cheapest(
                    problem, counts.stream().map(HostChoice::there).toList(), budget);
            solved.put(counts, known);
        }
        return known;
    }

    private long cost(List<Integer> counts) {
        long sum = 0;
        for (int group = 0; group < costs.size(); group++) {
            sum += counts.get(group) * costs.get(group);
        }
        return sum;
    }
}
