package org.sizewright.placement.exact;

import java.util.OptionalInt;

/**
 * What the hosts of one group cost in the units of the question, and how many there may be.
 *
 * @param cost at least 1 where there may be any number, 0 for hosts that are there anyway
 * @param most empty for any number
 */
public record HostChoice(long cost, OptionalInt most) {
    public HostChoice {
        if (cost < 0 || most.isEmpty() && cost == 0) {
            throw new IllegalArgumentException("hosts without limit cost something");
        }
    }

    /** Any number of hosts at this cost each. */
    public static HostChoice any(long cost) {
        return new HostChoice(cost, OptionalInt.empty());
    }

    /** Hosts that are there. */
    public static HostChoice there(int count) {
        return new HostChoice(0, OptionalInt.of(count));
    }

    /** So many hosts at most at this cost each. */
    public static HostChoice upTo(int count, long cost) {
        return new HostChoice(cost, OptionalInt.of(count));
    }

    int limit() {
        return most.orElse(Integer.MAX_VALUE);
    }
}
