package org.sizewright.plan.setting;

import java.util.List;

/** How the machines of a workload are made. */
public final class MachineSettings {
    public static final Setting<HostChoices.GuestOs> GUEST_OS = Setting.of(
            "guest-os",
            Topic.MACHINE,
            "the guest system",
            new ValueKind.Choice<>(HostChoices.GuestOs.class),
            "The operating system of the machines.");

    public static final Setting<HostChoices.Firmware> FIRMWARE = Setting.wish(
            "firmware",
            Topic.MACHINE,
            "the firmware of the template",
            new ValueKind.Choice<>(HostChoices.Firmware.class),
            "Only where a template is there already; new machines get EFI.");

    public static final Setting<Boolean> SECURE_BOOT = Setting.of(
            "secure-boot",
            Topic.MACHINE,
            "secure boot",
            new ValueKind.YesNo(),
            "Whether the machines start signed systems only.");

    public static final Setting<Integer> HARDWARE_VERSION = Setting.wish(
            "hardware-version",
            Topic.MACHINE,
            "the virtual hardware",
            new ValueKind.Whole(4, 30, ""),
            "Where it is not the newest of the platform.");

    public static final Setting<Integer> MEMORY_RESERVED = Setting.wish(
            "memory-reserved",
            Topic.MACHINE,
            "the memory reservation",
            new ValueKind.Whole(0, 100, "%"),
            "Where it is not all of the memory.");

    public static final Setting<Boolean> MMIO_64 = Setting.wish(
            "mmio-64",
            Topic.MACHINE,
            "64-bit MMIO",
            new ValueKind.YesNo(),
            "Where pciPassthru.use64bitMMIO is set otherwise than computed.");

    public static final Setting<Integer> MMIO_SIZE = Setting.wish(
            "mmio-size",
            Topic.MACHINE,
            "the MMIO size",
            new ValueKind.Whole(0, 4096, "GB"),
            "Where pciPassthru.64bitMMIOSizeGB is set otherwise than computed.");

    public static final Setting<Boolean> CPU_HOT_ADD =
            Setting.wish("cpu-hot-add", Topic.MACHINE, "CPU hot add", new ValueKind.YesNo(), "Whether it is on.");

    public static final Setting<Integer> CORES_PER_SOCKET = Setting.wish(
            "cores-per-socket",
            Topic.MACHINE,
            "the cores per socket of the machines",
            new ValueKind.Whole(1, 1024, "cores"),
            "Where they are set by hand.");

    public static final Setting<Integer> NUMA_NODES = Setting.wish(
            "numa-nodes",
            Topic.MACHINE,
            "the virtual NUMA nodes",
            new ValueKind.Whole(1, 64, "nodes"),
            "Where they are set by hand.");

    public static final Setting<Boolean> GPU_NODE = Setting.of(
            "gpu-on-node",
            Topic.MACHINE,
            "GPU and machine at one NUMA node",
            new ValueKind.YesNo(),
            "Whether machines are kept at the node of their GPU.");

    public static final Setting<Boolean> DEVICE_NODE = Setting.of(
            "device-node",
            Topic.MACHINE,
            "the node of the virtual device",
            new ValueKind.YesNo(),
            "Whether the device is assigned to the virtual node that it hangs at.");

    public static final Setting<Boolean> P2P_KEYS = Setting.wish(
            "p2p-keys",
            Topic.MACHINE,
            "the peer-to-peer keys",
            new ValueKind.YesNo(),
            "Where pciPassthru.allowP2P and RelaxACSforP2P are set otherwise than computed.");

    public static final Setting<Integer> OTHER_PCI_DEVICES = Setting.wish(
            "other-pci-devices",
            Topic.MACHINE,
            "other passed-through devices",
            new ValueKind.Whole(0, 256, "devices"),
            "Per machine, such as NICs.");

    public static final Setting<Boolean> DEBUGGING = Setting.wish(
            "debugging",
            Topic.MACHINE,
            "unified memory, debugger or profiler",
            new ValueKind.YesNo(),
            "Whether one of them is on for the vGPU.");

    public static final Setting<Boolean> BITS_64 = Setting.wish(
            "bits-64", Topic.MACHINE, "a 64-bit guest", new ValueKind.YesNo(), "Where a template is there already.");

    public static final Setting<Boolean> DEVICE_LABEL_ASKED = Setting.of(
            "label-asked",
            Topic.MACHINE,
            "the label that machines ask for",
            new ValueKind.YesNo(),
            "Whether the machines name the hardware label.");

    private MachineSettings() {}

    static List<Setting<?>> all() {
        return List.of(
                GUEST_OS,
                FIRMWARE,
                SECURE_BOOT,
                HARDWARE_VERSION,
                MEMORY_RESERVED,
                MMIO_64,
                MMIO_SIZE,
                CPU_HOT_ADD,
                CORES_PER_SOCKET,
                NUMA_NODES,
                GPU_NODE,
                DEVICE_NODE,
                P2P_KEYS,
                OTHER_PCI_DEVICES,
                DEBUGGING,
                BITS_64,
                DEVICE_LABEL_ASKED);
    }
}
