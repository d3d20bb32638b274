package org.sizewright.buildsheet.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.delivery.machine.MachineSetup;
import org.sizewright.delivery.machine.MachineSetup.Key;
import org.sizewright.delivery.machine.MachineSetup.Line;
import org.sizewright.delivery.machine.MachineSetup.Origin;
import org.sizewright.library.HandOverRecord;

/** Advanced settings of the machines with GPUs: one file for each kind, since equal machines have equal settings. */
final class VmxFiles {
    private static final int MIB_PER_GIB = 1024;

    private VmxFiles() {}

    static List<HandOverFile> of(HandOverPlan plan, HandOverRecord.Format format) {
        List<HandOverFile> files = new ArrayList<>();
        for (MachineKind kind : plan.kinds()) {
            if (kind.access().count() > 0) {
                plan.setup(kind).ifPresent(setup -> files.add(file(plan, format, kind, setup)));
            }
        }
        return files;
    }

    private static HandOverFile file(
            HandOverPlan plan, HandOverRecord.Format format, MachineKind kind, MachineSetup setup) {
        List<String> remarks = new ArrayList<>();
        remarks.add("Machines: "
                + kind.placed().stream()
                        .map(vm -> plan.vmName(vm.vmClass(), vm.number()) + " on "
                                + kind.cluster().hostName(vm.host()))
                        .collect(Collectors.joining(", "))
                + ".");
        remarks.add(kind.vmClass().vcpu() + " vCPUs, " + kind.vmClass().memoryGib() + " GiB of memory, "
                + setup.value(Key.MEMORY_RESERVED).orElse("100 %") + " of it reserved.");
        StringBuilder body = new StringBuilder();
        for (Line line : setup.lines()) {
            Optional<String> key = key(format, line);
            if (key.isEmpty()) {
                remarks.add("Set in the client: " + line.name() + " = " + value(line) + ".");
            } else {
                line(body, key.get(), value(line));
            }
            if (line.origin() == Origin.ESTIMATED) {
                remarks.add(
                        line.name()
                                + " is twice the memory of the GPUs, rounded up: no table has this GPU. Try it on one machine.");
            }
        }
        line(body, format.value("pin"), "TRUE");
        line(body, format.value("memory-min"), String.valueOf(kind.vmClass().memoryGib() * MIB_PER_GIB));
        remarks.add("Firmware is chosen before the guest system is installed and cannot change afterwards.");
        return plan.commented(
                "vmx/" + kind.name() + ".vmx",
                "Advanced settings of the virtual machines " + kind.workload(),
                format,
                remarks,
                body.toString());
    }

    private static String value(Line line) {
        return line.value().orElseGet(() -> FillIn.of(line.toFill()));
    }

    /** What the file calls a setting; empty for those that are set in the client. */
    private static Optional<String> key(HandOverRecord.Format format, Line line) {
        return switch (line.key()) {
            case FIRMWARE -> Optional.of(format.value("firmware"));
            case USE_MMIO, MMIO_SIZE, ALLOW_P2P, RELAX_ACS -> Optional.of(line.name());
            case DEVICE -> line.name().startsWith("pciPassthru") ? Optional.of(line.name()) : Optional.empty();
            case HARDWARE_VERSION, MEMORY_RESERVED, CORES_PER_SOCKET, NUMA_NODES -> Optional.empty();
        };
    }

    private static void line(StringBuilder body, String key, String value) {
        body.append(key).append(" = \"").append(value).append("\"\n");
    }
}
