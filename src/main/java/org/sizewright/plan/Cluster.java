package org.sizewright.plan;

import java.util.List;

/**
 * Hosts under one availability and assignment policy.
 *
 * @param hostFailures how many hosts may fail at once without a machine that must restart staying down
 */
public record Cluster(
        ClusterId id, String name, int hostFailures, VgpuMode vgpuMode, GpuPolicy gpuPolicy, List<HostGroup> groups) {
    /** How GPUs carry time-sliced vGPUs. */
    public enum VgpuMode {
        SAME_SIZE,
        MIXED_SIZE
    }

    /** Which GPU of a host the next machine gets. */
    public enum GpuPolicy {
        /** The one with the fewest machines. */
        PERFORMANCE,
        /** The fullest that still has room. */
        CONSOLIDATION
    }

    public Cluster {
        PlanChecks.name("a cluster", name);
        PlanChecks.between("the host failures of " + name, 0, 2, hostFailures);
        groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("cluster " + name + " has no hosts");
        }
        PlanChecks.unique("groups of hosts", groups, HostGroup::id);
        if (groups.stream()
                        .filter(group -> group.count() instanceof HostCount.Auto)
                        .count()
                > 1) {
            throw new IllegalArgumentException("only one group of hosts in cluster " + name + " can be on AUTO");
        }
    }

    public Cluster withName(String changed) {
        return new Cluster(id, changed, hostFailures, vgpuMode, gpuPolicy, groups);
    }

    public Cluster withHostFailures(int changed) {
        return new Cluster(id, name, changed, vgpuMode, gpuPolicy, groups);
    }

    public Cluster withVgpuMode(VgpuMode changed) {
        return new Cluster(id, name, hostFailures, changed, gpuPolicy, groups);
    }

    public Cluster withGpuPolicy(GpuPolicy changed) {
        return new Cluster(id, name, hostFailures, vgpuMode, changed, groups);
    }

    public Cluster withGroup(HostGroup changed) {
        return new Cluster(
                id,
                name,
                hostFailures,
                vgpuMode,
                gpuPolicy,
                groups.stream()
                        .map(group -> group.id().equals(changed.id()) ? changed : group)
                        .toList());
    }

    /** With one more group. */
    public Cluster withNewGroup(HostGroup added) {
        return new Cluster(
                id,
                name,
                hostFailures,
                vgpuMode,
                gpuPolicy,
                java.util.stream.Stream.concat(groups.stream(), java.util.stream.Stream.of(added))
                        .toList());
    }

    /**
     * Without a group.
     *
     * @throws IllegalArgumentException with a sentence for the user if it is the last one
     */
    public Cluster withoutGroup(GroupId removed) {
        return new Cluster(
                id,
                name,
                hostFailures,
                vgpuMode,
                gpuPolicy,
                groups.stream().filter(group -> !group.id().equals(removed)).toList());
    }
}
