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

        /** The hosts that carry a workload's labels; all where none does, which is a problem of its own. */
        public List<ResolvedGroup> groupsFor(Workload workload) {
            List<ResolvedGroup> labelled = groups.stream()
                    .filter(group ->
                            group.group().labels().containsAll(workload.terms().labels()))
                    .toList();
            return labelled.isEmpty() ? groups : labelled;
        }
    }

    /** A workload, the cluster that carries it, and what one of its machines takes of the GPUs there. */
    public record ResolvedAssignment(
            Assignment assignment, ResolvedWorkload workload, ResolvedCluster cluster, GpuShare share) {
        /** The hosts that its machines may run on: by its labels, and by what their GPU offers. Never empty. */
        public List<ResolvedGroup> groups() {
            List<ResolvedGroup> labelled = cluster.groupsFor(workload.workload());
            List<ResolvedGroup> offering =
                    labelled.stream().filter(group -> group.offers(share)).toList();
            return offering.isEmpty() ? labelled : offering;
        }

        /** The hosts whose GPU it is sized for: the first that its machines may run on. */
        public ResolvedGroup group() {
            return groups().getFirst();
        }

        /** How its machines reach their GPUs: shares of one are vGPUs, whatever the assignment says. */
        public GpuAccess access() {
            return share instanceof GpuShare.Whole ? assignment.access() : GpuAccess.VGPU;
        }
    }
}
