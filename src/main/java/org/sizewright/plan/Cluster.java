package org.sizewright.plan;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Hosts under one availability and assignment policy.
 *
 * @param hostFailures how many hosts may fail at once without a machine that must restart staying down
 * @param objective what the numbers of hosts are chosen by where several groups are on AUTO
 * @param vmotionGbps bandwidth of the vMotion network, the slower of the adapters at both ends; empty if unknown
 */
public record Cluster(
        ClusterId id,
        String name,
        int hostFailures,
        VgpuMode vgpuMode,
        GpuPolicy gpuPolicy,
        HostObjective objective,
        OptionalDouble vmotionGbps,
        List<HostGroup> groups) {
    /** Bandwidths of a vMotion network that can be entered, in Gb/s. */
    public static final double LEAST_VMOTION = 1;

    public static final double MOST_VMOTION = 800;

    /** How GPUs carry time-sliced vGPUs. */
    public enum VgpuMode {
        /** All vGPUs of a GPU have one size. */
        SAME_SIZE,
        /** Sizes mix on every GPU. */
        MIXED_SIZE,
        /** Each GPU is set to the mode that suits what it carries. */
        PER_GPU
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
        vmotionGbps.ifPresent(gbps -> {
            if (!(gbps >= LEAST_VMOTION && gbps <= MOST_VMOTION)) {
                throw new IllegalArgumentException(
                        "the vMotion network of " + name + " has from 1 to 800 Gb/s, not " + gbps);
            }
        });
        groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("cluster " + name + " has no hosts");
        }
        PlanChecks.unique("groups of hosts", groups, HostGroup::id);
    }

    /** With as few hosts as possible, and a vMotion network of which nothing is known. */
    public Cluster(
            ClusterId id,
            String name,
            int hostFailures,
            VgpuMode vgpuMode,
            GpuPolicy gpuPolicy,
            List<HostGroup> groups) {
        this(id, name, hostFailures, vgpuMode, gpuPolicy, HostObjective.FEWEST_HOSTS, OptionalDouble.empty(), groups);
    }

    /** Whether a mixture of several groups is to be found, so that the objective matters. */
    public boolean isMixed() {
        return groups.stream()
                        .filter(group -> group.count() instanceof HostCount.Auto)
                        .count()
                > 1;
    }

    public Cluster withName(String changed) {
        return new Cluster(id, changed, hostFailures, vgpuMode, gpuPolicy, objective, vmotionGbps, groups);
    }

    public Cluster withHostFailures(int changed) {
        return new Cluster(id, name, changed, vgpuMode, gpuPolicy, objective, vmotionGbps, groups);
    }

    public Cluster withVgpuMode(VgpuMode changed) {
        return new Cluster(id, name, hostFailures, changed, gpuPolicy, objective, vmotionGbps, groups);
    }

    public Cluster withGpuPolicy(GpuPolicy changed) {
        return new Cluster(id, name, hostFailures, vgpuMode, changed, objective, vmotionGbps, groups);
    }

    public Cluster withObjective(HostObjective changed) {
        return new Cluster(id, name, hostFailures, vgpuMode, gpuPolicy, changed, vmotionGbps, groups);
    }

    public Cluster withVmotionGbps(OptionalDouble changed) {
        return new Cluster(id, name, hostFailures, vgpuMode, gpuPolicy, objective, changed, groups);
    }

    public Cluster withGroup(HostGroup changed) {
        return withGroups(groups.stream()
                .map(group -> group.id().equals(changed.id()) ? changed : group)
                .toList());
    }

    /** With one more group. */
    public Cluster withNewGroup(HostGroup added) {
        return withGroups(Stream.concat(groups.stream(), Stream.of(added)).toList());
    }

    /**
     * Without a group.
     *
     * @throws IllegalArgumentException with a sentence for the user if it is the last one
     */
    public Cluster withoutGroup(GroupId removed) {
        return withGroups(
                groups.stream().filter(group -> !group.id().equals(removed)).toList());
    }

    private Cluster withGroups(List<HostGroup> changed) {
        return new Cluster(id, name, hostFailures, vgpuMode, gpuPolicy, objective, vmotionGbps, changed);
    }
}
