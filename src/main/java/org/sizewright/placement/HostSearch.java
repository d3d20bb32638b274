package org.sizewright.placement;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds how many hosts are needed, and places on those that there are. */
public interface HostSearch {
    /** Hosts of the best kind that a first mixture exchanges at most: more help rarely, and each costs a search. */
    int EXCHANGED = 3;

    /**
     * The fewest hosts of a group such that everything has a place and everything that must restart does, whichever hosts fail. The
     * other groups stay as they are.
     *
     * @param problem the problem; the present count of the group does not matter
     * @param group number of the group in the problem
     * @param maximum the most hosts of the group to try
     */
    Answer search(PlacementProblem problem, int group, int maximum);

    /**
     * The cheapest mixture of the groups that are searched such that everything has a place and everything that must restart does,
     * whichever hosts fail. The others stay as they are.
     *
     * @param problem the problem; the present counts of groups that are searched do not matter
     * @param maximum the most hosts of each group to try
     * @return with a {@link Proof.Mixture} where one was found
     */
    Answer mix(PlacementProblem problem, MixQuestion question, int maximum);

    /** Places what fits on the hosts that there are. Placed and refused together are exactly what was asked. */
    Placement place(PlacementProblem problem);

    /**
     * Everything on the hosts that there are such that what must restart does, whichever hosts fail, if such a placement is found; else as
     * {@link #place} does.
     */
    default Given given(PlacementProblem problem) {
        Placement placement = place(problem);
        Given packed = new Given(placement, replay(problem, placement));
        return packed.isFine() || !placement.isComplete() || !problem.pins().isEmpty()
                ? packed
                : spared(problem).orElse(packed);
    }

    /** With hosts kept empty for those that fail, the last ones of a group; empty if the others do not hold everything. */
    private Optional<Given> spared(PlacementProblem problem) {
        int spares = problem.policy().failures();
        for (int group = problem.groups().size() - 1; group >= 0; group--) {
            int count = problem.groups().get(group).count() - spares;
            if (count >= 0) {
                Placement fewer = place(problem.withHosts(group, count));
                int first = problem.firstHost(group) + count;
                Placement placement = fewer.renumbered(host -> host < first ? host : host + spares);
                if (placement.isComplete()) {
                    Given given = new Given(placement, replay(problem, placement));
                    if (given.isFine()) {
                        return Optional.of(given);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A placement on given hosts, and what failures do to it. */
    record Given(Placement placement, Resilience resilience) {
        boolean isFine() {
            return resilience.isSurvived();
        }
    }

    /** What every failure of as many hosts as the policy tolerates does to a placement. */
    default Resilience replay(PlacementProblem problem, Placement placement) {
        return FailureReplay.standard().replay(problem, placement);
    }

    /** What the failure of any set of hosts does to a placement, whatever the policy tolerates. */
    default Function<List<Integer>, HostFailure> failures(PlacementProblem problem, Placement placement) {
        return FailureReplay.standard().of(problem, placement);
    }

    /** Why not everything has a place on the hosts that there are; empty where everything has, or where nobody knows. */
    default Optional<Proof> whyNot(PlacementProblem problem, Placement placement) {
        return Optional.empty();
    }

    /**
     * What a check that shares nothing with the search says of a bound for a group. What only a search can confirm is left open here.
     */
    default BoundReview review(PlacementProblem problem, int group, LowerBound bound) {
        return BoundReview.counted(
                BoundChecker.check(problem, group, bound),
                bound instanceof LowerBound.Prices
                        || bound instanceof LowerBound.Exhausted
                        || bound instanceof LowerBound.NoRestart);
    }

    /** The same for the bound of a mixture. @param problem with the hosts that are given */
    default BoundReview review(PlacementProblem problem, MixQuestion question, CostBound bound) {
        BoundReview counted = MixChecker.review(problem, question, bound);
        boolean needsSearch = bound.reasons().stream()
                .anyMatch(reason ->
                        !(reason instanceof CostBound.Weighs weighs) || weighs.limit() == CostBound.Limit.ANY_FILL);
        return counted.faults().isEmpty() ? BoundReview.counted(List.of(), needsSearch) : counted;
    }

    /**
     * What was found.
     *
     * @param proof the number of hosts and why
     * @param problem the problem with that number of hosts, as asked if none was found
     * @param placement a placement on them
     * @param resilience what each failure does to it
     */
    record Answer(
            Proof proof, PlacementProblem problem, Optional<Placement> placement, Optional<Resilience> resilience) {
        /**
         * So many hosts of the group are enough; proven if the bound is as large.
         *
         * @param problem the problem with these hosts
         * @param obstacle what stopped the search at one host fewer
         */
        public static Answer found(
                PlacementProblem problem,
                Placement placement,
                Resilience resilience,
                int hosts,
                String obstacle,
                LowerBound bound) {
            int given = problem.hostCount() - hosts;
            String enough = "All " + problem.vmCount() + " machines have a place on " + hosts
                    + (given > 0 ? " searched" : "")
                    + (hosts == 1 ? " host" : " hosts")
                    + (given > 0 ? " beside " + given + " that are given." : ".")
                    + (resilience.hostsAtOnce() > 0 ? " " + resilience.verdict() : "")
                    + Pinning.of(problem).words();
            Proof proof = bound.hosts() == hosts
                    ? new Proof.Optimal(hosts, enough, bound)
                    : new Proof.Between(hosts, enough, obstacle, bound);
            return new Answer(proof, problem, Optional.of(placement), Optional.of(resilience));
        }

        /** No number of hosts was found. */
        public static Answer none(PlacementProblem problem, Proof proof) {
            return new Answer(proof, problem, Optional.empty(), Optional.empty());
        }
    }
}
