package org.sizewright.buildsheet.handover;

import java.util.List;
import java.util.Optional;
import org.sizewright.library.Gpu;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.quantity.Bytes;

/**
 * Equal machines of a workload.
 *
 * @param name a DNS-1123 label, unique in the plan
 */
record MachineKind(ClusterPlacement cluster, VmClass vmClass, String workload, String name, GpuAccess access) {

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

    /**
     * 64-bit MMIO space in GB: what its GPUs want together, rounded up to a power of two; empty if that is not known for one of
     * them.
     */
    Optional<Integer> mmioGb() {
        long most = 0;
        for (Gpu gpu : gpus()) {
            Optional<Bytes> each = gpu.mmio().asOptional();
            if (each.isEmpty()) {
                return Optional.empty();
            }
            most = Math.max(most, Math.round(each.get().toGib()));
        }
        return Optional.of(nextPowerOfTwo(Math.max(1, most * access.count())));
    }

    static int nextPowerOfTwo(long value) {
        return Math.toIntExact(value <= 1 ? 1 : Long.highestOneBit(value - 1) << 1);
    }
}
