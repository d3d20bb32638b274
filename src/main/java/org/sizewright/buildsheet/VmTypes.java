package org.sizewright.buildsheet;

import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.library.VgpuType;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.result.OptionResult;

/** What a virtual machine gets of the GPUs, by the name that the hypervisor's list shows after its prefix. */
final class VmTypes {
    private VmTypes() {}

    /** The vGPU type of a class of machines, or what stands for it where no type is known. */
    static String of(OptionResult option, String vmClass) {
        return assignment(option, vmClass).map(VmTypes::words).orElse("");
    }

    /** How the option carries the workload of a class with GPUs. */
    static Optional<ResolvedAssignment> assignment(OptionResult option, String vmClass) {
        return option.option().assignments().stream()
                .filter(assignment ->
                        assignment.workload().workload().id().value().equals(vmClass))
                .findFirst();
    }

    private static String words(ResolvedAssignment assignment) {
        return assignment.share() instanceof GpuShare.Whole && assignment.access() != GpuAccess.VGPU
                ? assignment.access().words()
                : words(assignment.share());
    }

    private static String words(GpuShare share) {
        return switch (share) {
            case GpuShare.Whole whole -> whole.fullType().map(VgpuType::key).orElse("whole GPU");
            case GpuShare.Mig mig -> mig.vgpuType().map(VgpuType::key).orElse("MIG " + mig.profile());
            case GpuShare.TimeSliced sliced -> sliced.profile();
            case GpuShare.Several several ->
                several.parts().stream().map(VmTypes::words).distinct().collect(Collectors.joining(" + "));
        };
    }
}
