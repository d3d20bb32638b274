package org.sizewright.plan;

import java.util.Optional;

/**
 * How an option carries a workload.
 *
 * @param tensorParallel GPUs that share every matrix of a replica of a language model; 1 for all other workloads
 * @param pipelineParallel stages of layers of a replica, one after the other
 * @param expertParallel groups of GPUs of a replica that each do the attention of their own requests and share the experts
 * @param profile the vGPU type or MIG profile; if empty, whole GPUs for a language model, else the smallest that gives the memory
 *     asked for
 * @param training how fine-tuning is spread over GPUs; for all other workloads {@link TrainingLayout#SINGLE}
 * @param devices what else each machine takes of the GPUs
 * @param access how a machine reaches GPUs that it has to itself
 */
public record Assignment(
        WorkloadId workload,
        ClusterId cluster,
        int tensorParallel,
        int pipelineParallel,
        int expertParallel,
        Optional<String> profile,
        TrainingLayout training,
        VmDevices devices,
        GpuAccess access) {
    public Assignment {
        PlanChecks.between("tensor parallel", 1, 64, tensorParallel);
        PlanChecks.between("pipeline parallel", 1, 64, pipelineParallel);
        PlanChecks.between("expert parallel", 1, 64, expertParallel);
    }

    /** Of a workload that is not trained. */
    public Assignment(
            WorkloadId workload,
            ClusterId cluster,
            int tensorParallel,
            int pipelineParallel,
            int expertParallel,
            Optional<String> profile) {
        this(
                workload,
                cluster,
                tensorParallel,
                pipelineParallel,
                expertParallel,
                profile,
                TrainingLayout.SINGLE,
                VmDevices.ONE,
                GpuAccess.VGPU);
    }

    public static Assignment of(WorkloadId workload, ClusterId cluster) {
        return new Assignment(workload, cluster, 1, 1, 1, Optional.empty());
    }

    /** GPUs of one replica of a language model that is served. */
    public int gpus() {
        return tensorParallel * pipelineParallel * expertParallel;
    }

    public Assignment withTensorParallel(int changed) {
        return new Assignment(
                workload, cluster, changed, pipelineParallel, expertParallel, profile, training, devices, access);
    }

    public Assignment withPipelineParallel(int changed) {
        return new Assignment(
                workload, cluster, tensorParallel, changed, expertParallel, profile, training, devices, access);
    }

    public Assignment withExpertParallel(int changed) {
        return new Assignment(
                workload, cluster, tensorParallel, pipelineParallel, changed, profile, training, devices, access);
    }

    public Assignment withProfile(Optional<String> changed) {
        return new Assignment(
                workload,
                cluster,
                tensorParallel,
                pipelineParallel,
                expertParallel,
                changed,
                training,
                devices,
                access);
    }

    /** Carries another workload in the same way. */
    public Assignment withWorkload(WorkloadId changed) {
        return new Assignment(
                changed, cluster, tensorParallel, pipelineParallel, expertParallel, profile, training, devices, access);
    }

    public Assignment withTraining(TrainingLayout changed) {
        return new Assignment(
                workload, cluster, tensorParallel, pipelineParallel, expertParallel, profile, changed, devices, access);
    }

    public Assignment withDevices(VmDevices changed) {
        return new Assignment(
                workload,
                cluster,
                tensorParallel,
                pipelineParallel,
                expertParallel,
                profile,
                training,
                changed,
                access);
    }

    public Assignment withAccess(GpuAccess changed) {
        return new Assignment(
                workload,
                cluster,
                tensorParallel,
                pipelineParallel,
                expertParallel,
                profile,
                training,
                devices,
                changed);
    }
}
