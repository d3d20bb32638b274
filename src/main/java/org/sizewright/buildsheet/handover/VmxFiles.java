package org.sizewright.buildsheet.handover;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.library.HandOverRecord;

/** Advanced settings of the machines with GPUs: one file for each kind, since equal machines have equal settings. */
final class VmxFiles {
    private static final int MIB_PER_GIB = 1024;

    private VmxFiles() {}

    static List<HandOverFile> of(HandOverPlan plan, HandOverRecord.Format format) {
        return plan.kinds().stream()
                .filter(kind -> kind.access().count() > 0)
                .map(kind -> file(plan, format, kind))
                .toList();
    }

    private static HandOverFile file(HandOverPlan plan, HandOverRecord.Format format, MachineKind kind) {
        List<String> remarks = new ArrayList<>();
        remarks.add("Machines: "
                + String.join(
                        ", ",
                        kind.placed().stream()
                                .map(vm -> plan.vmName(vm.vmClass(), vm.number()) + " on "
                                        + kind.cluster().hostName(vm.host()))
                                .toList())
                + ".");
        remarks.add(kind.vmClass().vcpu() + " vCPUs, " + kind.vmClass().memoryGib()
                + " GiB of memory, all of it reserved. " + device(plan, kind.access()));
        remarks.add("Firmware is chosen before the guest system is installed and cannot change afterwards.");
        StringBuilder body = new StringBuilder();
        line(body, format.value("firmware"), "efi");
        line(body, format.value("use-mmio"), "TRUE");
        line(
                body,
                format.value("mmio-size"),
                kind.mmioGb().map(String::valueOf).orElseGet(() -> FillIn.of("mmio-size-in-GB-of-this-GPU")));
        line(body, format.value("pin"), "TRUE");
        line(body, format.value("memory-min"), String.valueOf(kind.vmClass().memoryGib() * MIB_PER_GIB));
        return plan.commented(
                "vmx/" + kind.name() + ".vmx",
                "Advanced settings of the virtual machines " + kind.workload(),
                format,
                remarks,
                body.toString());
    }

    private static String device(HandOverPlan plan, GpuAccess access) {
        return switch (access) {
            case GpuAccess.None none -> "";
            case GpuAccess.MigInstances mig -> "";
            case GpuAccess.Vgpus vgpus ->
                "Add as PCI devices: vGPU " + vgpus.words()
                        + ", which the list of the host shows in lower case after a prefix ("
                        + String.join(
                                ", ",
                                vgpus.parts().stream()
                                        .map(plan::profileName)
                                        .distinct()
                                        .toList())
                        + ").";
            case GpuAccess.Passthrough whole ->
                "Add as PCI device: " + whole.count()
                        + (whole.count() == 1 ? " GPU" : " GPUs")
                        + " by Dynamic DirectPath I/O, which needs hardware version 17 or later.";
        };
    }

    private static void line(StringBuilder body, String key, String value) {
        body.append(key).append(" = \"").append(value).append("\"\n");
    }
}
