package org.sizewright.plan;

import java.util.List;

/** An option with its records looked up; what could not be is left out here and stands in {@link ResolvedPlan#problems()}. */
public record ResolvedOption(Option option, List<ResolvedCluster> clusters, List<ResolvedAssignment> assignments) {
    public ResolvedOption {
        clusters = List.copyOf(clusters);
        assignments = List.copyOf(assignments);
    }

    /** The same with its steps so far. */
    public ResolvedOption withProgress(Progress progress) {
        return new ResolvedOption(option.withProgress(progress), clusters, assignments);
    }

    /** A cluster with at least one group of hosts. */
    public record ResolvedCluster(Cluster cluster, List<ResolvedGroup> groups) {
        public ResolvedCluster {
            groups = List.copyOf(groups);
        }
    }

    /** A workload, the cluster that carries it, and what one of its machines takes of the GPUs there. */
    public record ResolvedAssignment(
            Assignment assignment, ResolvedWorkload workload, ResolvedCluster cluster, GpuShare share) {
        /** How its machines reach their GPUs: shares of one are vGPUs, whatever the assignment says. */
        public GpuAccess access() {
            return share instanceof GpuShare.Whole ? assignment.access() : GpuAccess.VGPU;
        }
    }
}
