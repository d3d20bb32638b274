package org.sizewright.placement.maintenance;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.library.VgpuType;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;

/** How the machines of each class reach their GPUs, and the frame buffer of each of their vGPUs. */
public final class MachineAccess {
    /** @param frameBuffersGb of each vGPU; empty if one is not known */
    private record Access(GpuAccess access, Optional<List<Double>> frameBuffersGb) {}

    private final Map<String, Access> byClass = new HashMap<>();

    /** Of the workloads of a cluster; classes of machines without a GPU are not among them. */
    public MachineAccess(List<ResolvedAssignment> assignments) {
        for (ResolvedAssignment assignment : assignments) {
            Optional<List<Double>> sizes = switch (assignment.share()) {
                case GpuShare.Whole whole ->
                    whole.fullType().map(type -> Collections.nCopies(whole.gpus(), (double) type.nominalGb()));
                case GpuShare.Shared shared ->
                    Optional.of(
                            shared.parts().stream().map(MachineAccess::sizeGb).toList());
            };
            byClass.put(assignment.workload().workload().id().value(), new Access(assignment.access(), sizes));
        }
    }

    private static double sizeGb(GpuShare.Fraction part) {
        return switch (part) {
            case GpuShare.Mig mig ->
                mig.vgpuType()
                        .map(VgpuType::nominalGb)
                        .map(Integer::doubleValue)
                        .orElseGet(() -> mig.memory().toGb());
            case GpuShare.TimeSliced sliced -> sliced.type().nominalGb();
        };
    }

    /** How machines of the class reach their GPUs; without a GPU they move like those with a vGPU. */
    public GpuAccess of(String vmClass) {
        return Optional.ofNullable(byClass.get(vmClass)).map(Access::access).orElse(GpuAccess.VGPU);
    }

    /** How long a machine of the class stands still when it moves. */
    public Standstill standstill(String vmClass, StandstillTable table) {
        Access access = byClass.get(vmClass);
        if (access == null || access.access() != GpuAccess.VGPU) {
            return new Standstill.None();
        }
        return access.frameBuffersGb()
                .map(table::of)
                .orElseGet(() ->
                        new Standstill.Unknown("No vGPU type with the whole frame buffer is known for this GPU."));
    }
}
