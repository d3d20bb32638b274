package org.sizewright.buildsheet.handover;

import org.sizewright.placement.VmClass;
import org.sizewright.plan.Plan;
import org.sizewright.plan.WorkloadId;

/** What people call machines: the same on the build sheet and in hand-over files. */
public final class VmNames {
    private VmNames() {}

    /** The name of the workload that a class of machines belongs to. */
    public static String workload(Plan plan, String vmClass) {
        return plan.workload(WorkloadId.of(VmClass.workloadOf(vmClass)))
                .map(workload -> workload.name())
                .orElse(vmClass);
    }

    /** The name of one machine of a class. */
    public static String of(Plan plan, String vmClass, int number) {
        return "%s-%s%02d".formatted(workload(plan, vmClass), VmClass.isDatabase(vmClass) ? "DB-" : "", number);
    }
}
