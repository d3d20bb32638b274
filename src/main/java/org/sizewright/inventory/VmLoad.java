package org.sizewright.inventory;

import org.sizewright.quantity.Bytes;

/**
 * What runs on a host today.
 *
 * @param vms powered-on virtual machines
 * @param vcpus their virtual CPUs, all together
 * @param memory their memory as configured, all together: more than they use, and what a failover would need
 */
public record VmLoad(int vms, int vcpus, Bytes memory) {
    public static final VmLoad NOTHING = new VmLoad(0, 0, Bytes.of(0));

    public VmLoad {
        InventoryChecks.between("the number of VMs", 0, 100_000, vms);
        InventoryChecks.between("the vCPUs of the VMs", 0, 1_000_000, vcpus);
    }

    VmLoad plus(int moreVcpus, Bytes moreMemory) {
        return new VmLoad(vms + 1, vcpus + moreVcpus, Bytes.of(memory.count() + moreMemory.count()));
    }
}
