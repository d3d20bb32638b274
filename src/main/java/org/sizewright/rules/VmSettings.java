package org.sizewright.rules;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.library.Gpu;
import org.sizewright.library.RuleBase;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.plan.setting.HostChoices.Firmware;
import org.sizewright.plan.setting.MachineSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.quantity.Bytes;

/**
 * What the machines of a workload are set to on vSphere: stated where a template or an architect says so, else what their GPUs ask
 * for. Sources are those of the rules VM-002 to VM-006, NUMA-003 and NET-002.
 *
 * @param hardwareVersion the newest virtual hardware of the vSphere release; empty where the release is not known
 * @param reservedPercent of the memory, 100 unless stated otherwise
 * @param mmio64 whether 64-bit addresses are switched on for devices
 * @param mmioGb the window that all GPUs of the machine need together in GB, a power of two; 0 if no setting is needed
 * @param mmioEstimated whether no table has the window of the GPU, so that it is twice its memory, rounded up to a power of two
 * @param numa how CPUs are laid out where the default would hide a node from the guest
 * @param peerToPeer whether GPUs and network cards talk to each other past the host
 */
public record VmSettings(
        Firmware firmware,
        OptionalInt hardwareVersion,
        int reservedPercent,
        boolean mmio64,
        int mmioGb,
        boolean mmioEstimated,
        Optional<Numa> numa,
        boolean peerToPeer) {
    /** What a machine has without any setting. */
    private static final int DEFAULT_WINDOW_GB = 32;

    /** Cores of each virtual socket, and virtual NUMA nodes. */
    public record Numa(int coresPerSocket, int nodes) {}

    /** Of the machines of that workload; empty where no machines run on vSphere or they have no GPU. */
    public static Optional<VmSettings> of(ResolvedPlan plan, ResolvedOption option, ResolvedAssignment assignment) {
        PlatformView platform = PlatformView.of(plan, option);
        if (!platform.onVsphere()) {
            return Optional.empty();
        }
        MachineView machine = MachineView.of(option, assignment, platform);
        List<Gpu> gpus = machine.gpus();
        int window = gpus.stream().mapToInt(gpu -> windowGb(machine, gpu)).max().orElse(0);
        boolean estimated =
                gpus.stream().anyMatch(gpu -> gpu.mmio().asOptional().isEmpty() && windowGb(machine, gpu) == window);
        OptionalInt hardware = machine.get(MachineSettings.HARDWARE_VERSION)
                .or(() -> platform.get(PlatformSettings.VSPHERE)
                        .flatMap(release -> Inspection.hardwareOf(RuleBase.of(plan.library()), release)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        return Optional.of(new VmSettings(
                machine.get(MachineSettings.FIRMWARE).orElse(Firmware.EFI),
                hardware,
                machine.get(MachineSettings.MEMORY_RESERVED).orElse(100),
                machine.get(MachineSettings.MMIO_64).orElse(window > 0),
                machine.get(MachineSettings.MMIO_SIZE).orElse(window),
                estimated && machine.get(MachineSettings.MMIO_SIZE).isEmpty(),
                numa(machine),
                machine.get(MachineSettings.P2P_KEYS).orElse(machine.isRdma())));
    }

    /** The window that the GPUs of one machine need, in GB. */
    static int windowGb(MachineView machine, Gpu gpu) {
        if (gpu.mmio().asOptional().isEmpty() && Gpus.isT4(gpu)) {
            return 0;
        }
        int gpus = machine.vgpus();
        double each = gpu.mmio()
                .asOptional()
                .map(Bytes::toGib)
                .orElseGet(() -> 2.0 * powerOfTwo(gpu.memory().nominalGb()));
        int all = powerOfTwo(each * gpus);
        return all > DEFAULT_WINDOW_GB ? all : 0;
    }

    private static int powerOfTwo(double number) {
        int power = 1;
        while (power < number) {
            power *= 2;
        }
        return power;
    }

    /**
     * The layout that shows the guest every node its memory lies in: vSphere shows one for as many vCPUs as a socket has cores,
     * however much memory the machine has.
     */
    private static Optional<Numa> numa(MachineView machine) {
        Optional<Integer> cores = machine.get(MachineSettings.CORES_PER_SOCKET);
        Optional<Integer> nodes = machine.get(MachineSettings.NUMA_NODES);
        if (cores.isPresent() || nodes.isPresent()) {
            return Optional.of(new Numa(
                    cores.orElseGet(() -> Math.max(1, machine.vm().vcpu() / nodes.orElse(1))),
                    nodes.orElseGet(() -> Math.max(1, machine.vm().vcpu() / cores.orElse(1)))));
        }
        ResolvedGroup group = machine.groups().getFirst();
        int sockets = group.group().sockets();
        int nodeGib = group.group().memoryGib() / sockets;
        boolean onlyMemory = machine.vm().memoryGib() > nodeGib
                && machine.vm().vcpu() <= group.group().coresPerSocket();
        return onlyMemory && sockets > 1 && machine.vm().vcpu() > 1
                ? Optional.of(new Numa(machine.vm().vcpu() / 2, 2))
                : Optional.empty();
    }
}
