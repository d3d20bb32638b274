package org.sizewright.plan;

import java.util.List;

/**
 * What a machine takes of the GPUs of its host beside the profile of its assignment.
 *
 * @param vgpus how many vGPUs or MIG instances of the profile each machine that shares GPUs gets
 * @param further profiles of further vGPUs of each such machine; board and series are those of the first, the size need not be
 */
public record VmDevices(int vgpus, List<String> further) {
    /** More are supported by no hypervisor whose limit was seen; how many the one in use allows is a rule. */
    public static final int MOST_VGPUS = 16;

    /** One share of one GPU. */
    public static final VmDevices ONE = new VmDevices(1, List.of());

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
        return new VmDevices(changed, further);
    }

    public VmDevices withFurther(List<String> changed) {
        return new VmDevices(vgpus, changed);
    }
}
