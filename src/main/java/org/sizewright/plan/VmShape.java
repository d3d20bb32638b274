package org.sizewright.plan;

/** What one virtual machine of a workload takes besides its GPU. Memory is reserved in full, as GPU VMs need it. */
public record VmShape(int vcpu, int memoryGib) {
    public VmShape {
        PlanChecks.between("the vCPUs of a VM", 1, 1024, vcpu);
        PlanChecks.between("the memory of a VM in GiB", 1, 65_536, memoryGib);
    }
}
