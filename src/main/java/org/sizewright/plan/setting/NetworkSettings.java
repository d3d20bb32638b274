package org.sizewright.plan.setting;

import java.util.List;

/** Network between hosts, GPUs and storage. */
public final class NetworkSettings {
    public static final Setting<Boolean> GPUDIRECT_STORAGE = Setting.wish(
            "gpudirect-storage",
            Topic.NETWORK,
            "GPUDirect Storage",
            new ValueKind.YesNo(),
            "Whether GPUs shall read from storage directly.");

    public static final Setting<Boolean> NVME_SNAP = Setting.wish(
            "nvme-snap",
            Topic.NETWORK,
            "NVMe SNAP",
            new ValueKind.YesNo(),
            "Whether BlueField shall show network storage as local drives.");

    public static final Setting<Choices.Nic> NIC_MODEL = Setting.of(
            "nic-model",
            Topic.NETWORK,
            "the NIC",
            new ValueKind.Choice<>(Choices.Nic.class),
            "The adapter of the GPU network.");

    public static final Setting<Boolean> ROCE = Setting.of(
            "roce",
            Topic.NETWORK,
            "RoCE",
            new ValueKind.YesNo(),
            "Whether the NICs of the GPU network speak RDMA over Ethernet.");

    public static final Setting<Choices.Fabric> FABRIC = Setting.of(
            "fabric",
            Topic.NETWORK,
            "the GPU network",
            new ValueKind.Choice<>(Choices.Fabric.class),
            "What joins the GPUs of different hosts.");

    public static final Setting<Boolean> LOSSLESS = Setting.of(
            "lossless",
            Topic.NETWORK,
            "PFC and ECN",
            new ValueKind.YesNo(),
            "Whether the switches of the GPU network have both.");

    public static final Setting<Double> GPU_BANDWIDTH = Setting.of(
            "gpu-bandwidth",
            Topic.NETWORK,
            "the bandwidth per GPU between hosts",
            new ValueKind.Amount(1, 3200, "Gb/s"),
            "What the NIC of a GPU gives, in one direction.");

    public static final Setting<Integer> NORTH_SOUTH_LINKS = Setting.of(
            "north-south-links",
            Topic.NETWORK,
            "the links of the application network",
            new ValueKind.Whole(1, 16, "links"),
            "How many each host has, to different switches.");

    public static final Setting<Boolean> OUT_OF_BAND = Setting.of(
            "out-of-band",
            Topic.NETWORK,
            "the management network",
            new ValueKind.YesNo(),
            "Whether hosts are managed over a network of their own.");

    public static final Setting<Choices.GdsStorage> STORAGE = Setting.of(
            "gds-storage",
            Topic.NETWORK,
            "the storage for GPUDirect Storage",
            new ValueKind.Choice<>(Choices.GdsStorage.class),
            "Where the data lies.");

    public static final Setting<Boolean> OPEN_MODULES = Setting.of(
            "open-modules",
            Topic.NETWORK,
            "the open kernel modules",
            new ValueKind.YesNo(),
            "Whether the guest driver is the one with open kernel modules.");

    public static final Setting<Double> STEP_SECONDS = Setting.of(
            "step-seconds",
            Topic.NETWORK,
            "the time of a training step",
            new ValueKind.Amount(0.001, 3600, "s"),
            "How long one step takes without the exchange of gradients.");

    public static final Setting<Integer> STORAGE_RESERVE = Setting.wish(
            "storage-reserve",
            Topic.NETWORK,
            "the reserve of the datastore",
            new ValueKind.Whole(0, 90, "%"),
            "Share of the datastore that stays free; 20 % where nothing is stated.");

    private NetworkSettings() {}

    static List<Setting<?>> all() {
        return List.of(
                GPUDIRECT_STORAGE,
                NVME_SNAP,
                NIC_MODEL,
                ROCE,
                FABRIC,
                LOSSLESS,
                GPU_BANDWIDTH,
                NORTH_SOUTH_LINKS,
                OUT_OF_BAND,
                STORAGE,
                STORAGE_RESERVE,
                OPEN_MODULES,
                STEP_SECONDS);
    }
}
