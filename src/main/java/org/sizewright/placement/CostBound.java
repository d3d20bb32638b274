package org.sizewright.placement;

import java.util.List;
import java.util.Map;

/**
 * Why no mixture of hosts is cheaper: every cheaper one is ruled out by one of the reasons. {@link MixChecker} recounts it.
 *
 * @param cost nothing is cheaper; in hundredths of the question's unit
 */
public record CostBound(long cost, List<Reason> reasons, String words) {
    public CostBound {
        reasons = List.copyOf(reasons);
    }

    /** Nothing is known. */
    public static CostBound nothing() {
        return new CostBound(0, List.of(), "Nothing is known yet of what it costs at least.");
    }

    /** What rules out numbers of hosts. */
    public sealed interface Reason {
        /** Whether only the machines that must restart count, on the hosts that are left after the failures. */
        boolean afterFailures();
    }

    /** What a host has only so much of, so that what it holds at most needs no search. */
    public enum Limit {
        VCPU,
        MEMORY_GIB,
        WHOLE_GPUS,
        /** However the host is filled: found by search. */
        ANY_FILL
    }

    /**
     * The machines weigh more than the hosts can hold.
     *
     * @param weights weight of one machine, by class
     * @param heaviest no way to fill a host weighs more, by group
     */
    public record Weighs(Limit limit, boolean afterFailures, Map<String, Long> weights, List<Long> heaviest)
            implements Reason {
        public Weighs {
            weights = Map.copyOf(weights);
            heaviest = List.copyOf(heaviest);
        }
    }

    /**
     * Every way to fill these hosts was tried.
     *
     * @param hosts by group; fewer are not enough either
     */
    public record Tried(boolean afterFailures, List<Integer> hosts) implements Reason {
        public Tried {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * The racks take neither these hosts nor more: every way to put them in was tried.
     *
     * @param hosts by group
     */
    public record NoRacks(List<Integer> hosts) implements Reason {
        public NoRacks {
            hosts = List.copyOf(hosts);
        }

        @Override
        public boolean afterFailures() {
            return false;
        }
    }

    /**
     * However the machines are spread over these hosts, some failure is not survived: the hosts that are left cannot hold what must
     * restart beside what runs on them and may not be stopped. Every way was tried.
     *
     * @param hosts by group, before the failure; fewer are not enough either
     */
    public record NoRestart(List<Integer> hosts) implements Reason {
        public NoRestart {
            hosts = List.copyOf(hosts);
        }

        @Override
        public boolean afterFailures() {
            return false;
        }
    }
}
