package org.sizewright.buildsheet.handover;

import java.util.List;
import org.sizewright.delivery.machine.GpuDevices;
import org.sizewright.library.Gpu;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.ResolvedGroup;

/**
 * Equal machines of a workload.
 *
 * @param name a DNS-1123 label, unique in the plan
 */
record MachineKind(ClusterPlacement cluster, VmClass vmClass, String workload, String name, GpuDevices access) {

    /** Those with a place, in the order of their numbers. */
    List<PlacedVm> placed() {
        return cluster.all().placed().stream()
                .filter(vm -> vm.vmClass().equals(vmClass.id()))
                .toList();
    }

    /** The GPUs of the hosts that carry them; of all hosts of the cluster where none has a place. */
    List<Gpu> gpus() {
        List<ResolvedGroup> groups = cluster.cluster().groups();
        List<Gpu> used = placed().stream()
                .map(vm -> groups.get(cluster.groupOf(vm.host())).gpu())
                .distinct()
                .toList();
        return used.isEmpty()
                ? groups.stream().map(ResolvedGroup::gpu).distinct().toList()
                : used;
    }
}
