package org.sizewright.plan;

import java.util.List;

/**
 * What a machine takes of the GPUs of its host beside the profile of its assignment.
 *
 * @param vgpus how many vGPUs or MIG instances of the profile each machine that shares GPUs gets
 * @param further profiles of further vGPUs of each such machine; board and series are those of the first, the size need not be
 * @param joined whether the whole GPUs of a machine are to be a group that links join
 * @param rdma whether each GPU is to have a network card beside it that reaches its memory (GPUDirect RDMA)
 */
public record VmDevices(int vgpus, List<String> further, Joined joined, boolean rdma) {
    /** Whether GPUs of one machine are to be joined. Declared in the order in which they are offered. */
    public enum Joined {
        /** Where the links of the hosts join so many. */
        WHERE_LINKED,
        /** They may lie anywhere. */
        NO,
        /** On no host that does not join them. */
        ALWAYS
    }

    /** More are supported by no hypervisor whose limit was seen; how many the one in use allows is a rule. */
    public static final int MOST_VGPUS = 16;

    /** One share of one GPU. */
    public static final VmDevices ONE = new VmDevices(1, List.of());

    /** Without a say on links and network cards. */
    public VmDevices(int vgpus, List<String> further) {
        this(vgpus, further, Joined.WHERE_LINKED, false);
    }

    public VmDevices {
        further = List.copyOf(further);
        PlanChecks.between("the vGPUs of a machine", 1, MOST_VGPUS, vgpus);
        PlanChecks.between("all vGPUs of a machine", 1, MOST_VGPUS, vgpus + further.size());
        further.forEach(name -> PlanChecks.name("a further profile", name));
    }

    /** How many shares of GPUs a machine gets. */
    public int shares() {
        return vgpus + further.size();
    }

    public VmDevices withVgpus(int changed) {
        return new VmDevices(changed, further, joined, rdma);
    }

    public VmDevices withFurther(List<String> changed) {
        return new VmDevices(vgpus, changed, joined, rdma);
    }

    public VmDevices withJoined(Joined changed) {
        return new VmDevices(vgpus, further, changed, rdma);
    }

    public VmDevices withRdma(boolean changed) {
        return new VmDevices(vgpus, further, joined, changed);
    }
}
