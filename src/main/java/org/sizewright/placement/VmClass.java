package org.sizewright.placement;

import java.util.Set;
import org.sizewright.plan.Survival;

/**
 * So many equal virtual machines. Memory is reserved in full and vCPUs are counted as given: overcommitment is the caller's.
 *
 * @param id unique in the problem
 * @param count how many
 * @param gpu what each asks of the GPUs
 * @param vcpu virtual CPUs of each
 * @param memoryGib memory of each in GiB
 * @param labels labels that a host must carry
 * @param survival what a host failure may do to them
 * @param restartable false for machines that cannot be restarted elsewhere (static passthrough)
 */
public record VmClass(
        String id,
        int count,
        GpuNeed gpu,
        int vcpu,
        int memoryGib,
        Set<String> labels,
        Survival survival,
        boolean restartable) {
    public VmClass {
        labels = Set.copyOf(labels);
        if (id.isBlank() || count < 0 || vcpu < 0 || memoryGib < 0) {
            throw new IllegalArgumentException("a VM class has an id, and its counts are not negative");
        }
    }

    /** A class without labels that must restart and can. */
    public static VmClass of(String id, int count, GpuNeed gpu, int vcpu, int memoryGib) {
        return new VmClass(id, count, gpu, vcpu, memoryGib, Set.of(), Survival.MUST_RESTART, true);
    }

    public VmClass withCount(int newCount) {
        return new VmClass(id, newCount, gpu, vcpu, memoryGib, labels, survival, restartable);
    }

    public VmClass withSurvival(Survival newSurvival) {
        return new VmClass(id, count, gpu, vcpu, memoryGib, labels, newSurvival, restartable);
    }

    public VmClass withLabels(Set<String> newLabels) {
        return new VmClass(id, count, gpu, vcpu, memoryGib, newLabels, survival, restartable);
    }

    public VmClass withRestartable(boolean isRestartable) {
        return new VmClass(id, count, gpu, vcpu, memoryGib, labels, survival, isRestartable);
    }
}
