package org.sizewright.plan;

/** How many hosts a group has. */
public sealed interface HostCount {
    /** The fewest that carry the workloads and survive the failures that the cluster tolerates. Stays AUTO in the plan. */
    record Auto() implements HostCount {}

    record Fixed(int hosts) implements HostCount {
        public Fixed {
            PlanChecks.between("the number of hosts", 1, 10_000, hosts);
        }
    }

    static HostCount auto() {
        return new Auto();
    }

    static HostCount of(int hosts) {
        return new Fixed(hosts);
    }
}
