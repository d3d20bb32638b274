package org.sizewright.cli;

import java.util.List;
import java.util.Map;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.exact.HostRoom;

/** One question of a file for {@code place}. */
sealed interface PlacementCase {
    String id();

    /** A question that cannot be asked. @param sentence why */
    record Unreadable(String id, String sentence) implements PlacementCase {}

    /** The fewest GPUs: hosts with one GPU each. */
    record FewestGpus(String id, PlacementProblem problem) implements PlacementCase {}

    /** The fewest hosts of one kind, in normal operation and with hosts that may fail. */
    record FewestHosts(String id, PlacementProblem problem, List<Integer> failures) implements PlacementCase {
        public FewestHosts {
            failures = List.copyOf(failures);
        }
    }

    /** The cheapest hosts of several kinds. @param costs by group */
    record LeastCost(String id, PlacementProblem problem, List<Long> costs, int failures) implements PlacementCase {
        public LeastCost {
            costs = List.copyOf(costs);
        }
    }

    /**
     * Whether instances fit on GPUs that carry some already.
     *
     * @param problem one host with all the GPUs; its machines are those that run and those that are asked for
     * @param running those that run
     */
    record Fit(String id, PlacementProblem problem, List<PlacedVm> running) implements PlacementCase {
        public Fit {
            running = List.copyOf(running);
        }
    }

    /**
     * Whether machines restart on the hosts that are left.
     *
     * @param problem as many hosts as there are
     * @param held machines of each class, by host
     * @param rooms what is free, by host
     */
    record Restart(String id, PlacementProblem problem, List<Map<String, Integer>> held, List<HostRoom> rooms)
            implements PlacementCase {
        public Restart {
            held = List.copyOf(held);
            rooms = List.copyOf(rooms);
        }
    }
}
