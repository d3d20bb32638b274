package org.sizewright.rules;

import java.util.List;
import java.util.Optional;
import org.sizewright.library.Gpu;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.Survival;
import org.sizewright.plan.VmDevices;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.Settings;

/** The machines of one workload as rules see them. */
record MachineView(ResolvedAssignment assignment, Settings settings, boolean onVsphere, String option) {
    static List<MachineView> of(ResolvedOption option, PlatformView platform) {
        return option.assignments().stream()
                .map(assignment -> of(option, assignment, platform))
                .toList();
    }

    static MachineView of(ResolvedOption option, ResolvedAssignment assignment, PlatformView platform) {
        return new MachineView(
                assignment,
                option.option().setup().of(assignment.workload().workload().id()),
                platform.onVsphere(),
                option.option().id().value());
    }

    String name() {
        return workload().name();
    }

    Workload workload() {
        return assignment.workload().workload();
    }

    ResolvedWorkload resolved() {
        return assignment.workload();
    }

    ResolvedCluster cluster() {
        return assignment.cluster();
    }

    GpuShare share() {
        return assignment.share();
    }

    VmShape vm() {
        return workload().vm();
    }

    boolean mustRestart() {
        return workload().survival() == Survival.MUST_RESTART;
    }

    /** Whole GPUs of one machine; 0 where it has a part of one. */
    int wholeGpus() {
        return share() instanceof GpuShare.Whole whole ? whole.gpus() : 0;
    }

    boolean isFraction() {
        return share() instanceof GpuShare.Shared;
    }

    /** The parts of GPUs of one machine; none where it has whole ones. */
    List<GpuShare.Fraction> parts() {
        return share() instanceof GpuShare.Shared shared ? shared.parts() : List.of();
    }

    boolean isMig() {
        return parts().stream().anyMatch(GpuShare.Mig.class::isInstance);
    }

    boolean isTimeSliced() {
        return parts().stream().anyMatch(GpuShare.TimeSliced.class::isInstance);
    }

    <T> Optional<T> get(Setting<T> setting) {
        return settings.get(setting);
    }

    boolean isYes(Setting<Boolean> setting) {
        return settings.isYes(setting);
    }

    /** Whether the machines have vGPUs on vSphere. */
    boolean isVgpu() {
        return onVsphere && assignment.access() == GpuAccess.VGPU;
    }

    boolean isPassthrough() {
        return onVsphere && assignment.access() != GpuAccess.VGPU;
    }

    /** Whether each of its machines is tied to one device of one host. */
    boolean isStatic() {
        return onVsphere && assignment.access() == GpuAccess.DIRECTPATH;
    }

    boolean isDynamic() {
        return onVsphere && assignment.access() == GpuAccess.DYNAMIC_DIRECTPATH;
    }

    VmDevices devices() {
        return assignment.assignment().devices();
    }

    /** Whether GPUDirect RDMA is wished for it. */
    boolean isRdma() {
        return devices().rdma();
    }

    /** vGPUs or GPUs of one machine. */
    int vgpus() {
        return Math.max(1, wholeGpus() + parts().size());
    }

    /** The hosts that its machines may run on. */
    List<ResolvedGroup> groups() {
        return assignment.groups();
    }

    /** The GPUs that its machines may get, group by group. */
    List<Gpu> gpus() {
        return groups().stream().map(ResolvedGroup::gpu).distinct().toList();
    }

    /** GPU memory of one machine in GB as GPUs and profiles are named: 16 GiB of a vGPU are called 16 GB. */
    double gpuMemoryGb(Gpu gpu) {
        return switch (share()) {
            case GpuShare.Shared shared -> shared.memory().toGib();
            case GpuShare.Whole whole -> (double) whole.gpus() * gpu.memory().nominalGb();
        };
    }

    /** Where the option says how the workload is carried. */
    String assignmentPath() {
        return "/options/" + option + "/assignments/" + workload().id();
    }

    String setupPath() {
        return "/options/" + option + "/setup/machines/" + workload().id();
    }
}
