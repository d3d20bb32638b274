package org.sizewright.plan;

import java.util.Optional;

/**
 * How an option carries a workload.
 *
 * @param tensorParallel GPUs that one replica of a language model is split over; 1 for all other workloads
 * @param profile the vGPU type or MIG profile; if empty, the smallest that gives the memory asked for
 */
public record Assignment(WorkloadId workload, ClusterId cluster, int tensorParallel, Optional<String> profile) {
    public Assignment {
        PlanChecks.between("tensor parallel", 1, 64, tensorParallel);
    }

    public Assignment withTensorParallel(int changed) {
        return new Assignment(workload, cluster, changed, profile);
    }

    public Assignment withProfile(Optional<String> changed) {
        return new Assignment(workload, cluster, tensorParallel, changed);
    }
}
