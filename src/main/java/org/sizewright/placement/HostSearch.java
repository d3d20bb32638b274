package org.sizewright.placement;

import java.util.Optional;

/** Finds how many hosts are needed, and places on those that there are. */
public interface HostSearch {
    /**
     * The fewest hosts of a group such that everything has a place and everything that must restart does, whichever hosts fail. The
     * other groups stay as they are.
     *
     * @param problem the problem; the present count of the group does not matter
     * @param group number of the group in the problem
     * @param maximum the most hosts of the group to try
     */
    HostCountSearch.Answer search(PlacementProblem problem, int group, int maximum);

    /** Places what fits on the hosts that there are. Placed and refused together are exactly what was asked. */
    Placement place(PlacementProblem problem);

    /** What every failure of as many hosts as the policy tolerates does to a placement. */
    default Resilience replay(PlacementProblem problem, Placement placement) {
        return FailureReplay.standard().replay(problem, placement);
    }

    /** Why not everything has a place on the hosts that there are; empty where everything has, or where nobody knows. */
    default Optional<Proof> whyNot(PlacementProblem problem, Placement placement) {
        return Optional.empty();
    }
}
