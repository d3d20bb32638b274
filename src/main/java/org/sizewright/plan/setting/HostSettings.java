package org.sizewright.plan.setting;

import java.util.List;

/** Hosts and what is built into them. */
public final class HostSettings {
    public static final Setting<HostChoices.GraphicsType> GRAPHICS_TYPE = Setting.of(
            "graphics-type",
            Topic.HOST,
            "the graphics type of the host",
            new ValueKind.Choice<>(HostChoices.GraphicsType.class),
            "The default type under Host graphics, or esxcli graphics host get.");

    public static final Setting<HostChoices.DeviceType> TYPE_AT_INSTALL = Setting.of(
            "type-at-install",
            Topic.HOST,
            "the type of the GPU at installation",
            new ValueKind.Choice<>(HostChoices.DeviceType.class),
            "The active type of the device when the host driver is put in.");

    public static final Setting<Boolean> HOST_DRIVER = Setting.of(
            "host-driver",
            Topic.HOST,
            "the NVIDIA host driver",
            new ValueKind.YesNo(),
            "Whether the hosts have NVIDIA's driver in the hypervisor.");

    public static final Setting<Release> HOST_RELEASE = Setting.wish(
            "host-release",
            Topic.HOST,
            "the vGPU release of these hosts",
            new ValueKind.Version("20.1"),
            "Where it differs from that of the platform.");

    public static final Setting<HostChoices.Scheduler> SCHEDULER = Setting.of(
            "scheduler",
            Topic.HOST,
            "the vGPU scheduler",
            new ValueKind.Choice<>(HostChoices.Scheduler.class),
            "How time slices are given out.");

    public static final Setting<HostChoices.BootDevice> BOOT_DEVICE = Setting.of(
            "boot-device",
            Topic.HOST,
            "the boot device",
            new ValueKind.Choice<>(HostChoices.BootDevice.class),
            "What the hypervisor starts from.");

    public static final Setting<Boolean> GPU_READY = Setting.of(
            "gpu-ready",
            Topic.HOST,
            "the vendor's word on GPUs",
            new ValueKind.YesNo(),
            "Whether the maker lists this node as ready for GPUs.");

    public static final Setting<Integer> POWER_CABLES = Setting.of(
            "power-cables",
            Topic.HOST,
            "the GPU power cables",
            new ValueKind.Whole(0, 10000, "cables"),
            "How many are on the order, for all hosts of the group.");

    public static final Setting<Integer> GPUS_AT_FIRST_SOCKET = Setting.of(
            "gpus-at-first-socket",
            Topic.HOST,
            "the GPUs at the first socket",
            new ValueKind.Whole(0, 72, "GPUs"),
            "Per host; the rest hangs at the other sockets.");

    public static final Setting<HostChoices.Bridge> BRIDGE = Setting.of(
            "bridge",
            Topic.HOST,
            "the NVLink bridges",
            new ValueKind.Choice<>(HostChoices.Bridge.class),
            "What joins PCIe cards.");

    public static final Setting<Boolean> BRIDGED_AT_ONE_SOCKET = Setting.of(
            "bridged-at-one-socket",
            Topic.HOST,
            "bridged cards at one socket",
            new ValueKind.YesNo(),
            "Whether the cards of a bridge hang at the same socket.");

    public static final Setting<Boolean> ROOM_FOR_BRIDGES = Setting.of(
            "room-for-bridges",
            Topic.HOST,
            "room for bridges",
            new ValueKind.YesNo(),
            "Whether the chassis has neighbouring double-width slots.");

    public static final Setting<Double> BASE_CLOCK = Setting.of(
            "base-clock",
            Topic.HOST,
            "the base clock of the CPU",
            new ValueKind.Amount(0.5, 6, "GHz"),
            "From the data sheet of the CPU.");

    public static final Setting<Boolean> VECTOR_EXTENSIONS = Setting.of(
            "vector-extensions",
            Topic.HOST,
            "the vector extensions of the CPU",
            new ValueKind.YesNo(),
            "AVX, AVX2 or AVX-512.");

    public static final Setting<Integer> DIMMS =
            Setting.of("dimms", Topic.HOST, "the memory modules", new ValueKind.Whole(1, 256, "modules"), "Per host.");

    public static final Setting<Integer> MEMORY_CHANNELS = Setting.of(
            "memory-channels",
            Topic.HOST,
            "the memory channels per socket",
            new ValueKind.Whole(1, 24, "channels"),
            "From the data sheet of the CPU: 8 or 12 with present servers.");

    public static final Setting<Integer> SYSTEM_DRIVES = Setting.of(
            "system-drives",
            Topic.HOST,
            "the boot drives",
            new ValueKind.Whole(0, 16, "drives"),
            "NVMe or SSD for the system, per host.");

    public static final Setting<Double> DATA_NVME = Setting.of(
            "data-nvme",
            Topic.HOST,
            "the NVMe for data",
            new ValueKind.Amount(0, 1000, "TB"),
            "Per host; 0 where fast shared storage serves instead.");

    public static final Setting<Boolean> SHARED_STORAGE = Setting.wish(
            "fast-shared-storage",
            Topic.HOST,
            "fast shared storage",
            new ValueKind.YesNo(),
            "Whether training data lies on shared storage that is as fast.");

    public static final Setting<HostChoices.Pattern> PATTERN = Setting.wish(
            "pattern",
            Topic.HOST,
            "the NVIDIA pattern",
            new ValueKind.Choice<>(HostChoices.Pattern.class),
            "Sockets, GPUs and NICs of a reference node.");

    public static final Setting<Integer> NICS = Setting.of(
            "nics", Topic.HOST, "the NICs per host", new ValueKind.Whole(1, 32, "NICs"), "All network adapters.");

    public static final Setting<Integer> GPU_NICS = Setting.of(
            "gpu-nics",
            Topic.HOST,
            "the NICs beside the GPUs",
            new ValueKind.Whole(0, 144, "NICs"),
            "Those of a host that machines get with GPUs; a card shared by virtual functions counts for each sharer.");

    public static final Setting<Boolean> NIC_WITH_GPU = Setting.of(
            "nic-with-gpu",
            Topic.HOST,
            "NIC and GPU under one switch",
            new ValueKind.YesNo(),
            "Whether they share a PCIe switch or root complex.");

    public static final Setting<Integer> POWER_SUPPLIES = Setting.of(
            "power-supplies",
            Topic.HOST,
            "the power supplies per host",
            new ValueKind.Whole(1, 32, "supplies"),
            "How many are built in.");

    public static final Setting<Integer> SPARE_SUPPLIES = Setting.of(
            "spare-supplies",
            Topic.HOST,
            "the redundant power supplies",
            new ValueKind.Whole(0, 16, "supplies"),
            "How many may fail.");

    public static final Setting<Integer> SUPPLY_WATTS = Setting.of(
            "supply-watts",
            Topic.HOST,
            "the watts of a power supply",
            new ValueKind.Whole(100, 20000, "W"),
            "Of one supply at the site's voltage.");

    public static final Setting<HostChoices.SiteClass> SITE_CLASS = Setting.of(
            "site-class",
            Topic.HOST,
            "the class of the place",
            new ValueKind.Choice<>(HostChoices.SiteClass.class),
            "Whether these hosts stand in a data center or at an edge site.");

    public static final Setting<Double> EDGE_WATTS = Setting.of(
            "edge-watts",
            Topic.HOST,
            "the power for GPUs at the edge",
            new ValueKind.Amount(10, 1000000, "W"),
            "What the edge site gives to the GPUs of these hosts.");

    public static final Setting<Boolean> AIRFLOW = Setting.of(
            "airflow",
            Topic.HOST,
            "the air for cards without fans",
            new ValueKind.YesNo(),
            "Whether the maker lists the server with this card and enough air.");

    public static final Setting<Boolean> ECC =
            Setting.of("ecc", Topic.HOST, "ECC of the GPUs", new ValueKind.YesNo(), "Whether error correction is on.");

    public static final Setting<Boolean> DEVICE_LABEL = Setting.of(
            "device-label",
            Topic.HOST,
            "a hardware label on the GPUs",
            new ValueKind.YesNo(),
            "Whether vCenter has a label such as Training for them.");

    private HostSettings() {}

    static List<Setting<?>> all() {
        return List.of(
                GRAPHICS_TYPE,
                TYPE_AT_INSTALL,
                HOST_DRIVER,
                HOST_RELEASE,
                SCHEDULER,
                BOOT_DEVICE,
                GPU_READY,
                POWER_CABLES,
                GPUS_AT_FIRST_SOCKET,
                BRIDGE,
                BRIDGED_AT_ONE_SOCKET,
                ROOM_FOR_BRIDGES,
                BASE_CLOCK,
                VECTOR_EXTENSIONS,
                DIMMS,
                MEMORY_CHANNELS,
                SYSTEM_DRIVES,
                DATA_NVME,
                SHARED_STORAGE,
                PATTERN,
                NICS,
                GPU_NICS,
                NIC_WITH_GPU,
                POWER_SUPPLIES,
                SPARE_SUPPLIES,
                SUPPLY_WATTS,
                SITE_CLASS,
                EDGE_WATTS,
                AIRFLOW,
                ECC,
                DEVICE_LABEL);
    }
}
