package org.sizewright.placement.exact;

import java.util.Optional;
import org.sizewright.placement.HostSearch.Given;
import org.sizewright.placement.PlacementProblem;

/** Hosts whose number somebody entered: a placement on them that survives, or how many more hosts would have one. */
final class GivenHosts {
    private static final int MOST_MORE = 3;

    private final ExactPlacer placer;
    private final Budget budget;

    GivenHosts(ExactPlacer placer, Budget budget) {
        this.placer = placer;
        this.budget = budget;
    }

    /** @param packed everything in its place, without surviving every failure */
    Given surviving(PlacementProblem problem, Given packed) {
        SpreadHosts.Answer spread = SpreadHosts.search(placer, problem, budget);
        return spread.found()
                .map(found -> new Given(found.placement(), found.resilience()))
                .orElseGet(() -> new Given(
                        packed.placement(), packed.resilience().withWayOut(wayOut(problem, spread.impossible()))));
    }

    private String wayOut(PlacementProblem problem, boolean impossible) {
        String none =
                impossible ? "However the machines are spread over these hosts, some failure is not survived." : "";
        for (int more = 1; more <= MOST_MORE && !budget.isUsedUp(); more++) {
            for (int group = 0; group < problem.groups().size(); group++) {
                PlacementProblem larger =
                        problem.withHosts(group, problem.groups().get(group).count() + more);
                Optional<SpreadHosts.Spread> found =
                        SpreadHosts.search(placer, larger, budget).found();
                if (found.isPresent()) {
                    return (none
                                    + " With " + more + (more == 1 ? " more host" : " more hosts")
                                    + (problem.groups().size() > 1
                                            ? " of "
                                                    + problem.groups()
                                                            .get(group)
                                                            .host()
                                                            .id()
                                            : "")
                                    + " every failure is survived.")
                            .strip();
                }
            }
        }
        return none;
    }
}
