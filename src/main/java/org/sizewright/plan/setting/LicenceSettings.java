package org.sizewright.plan.setting;

import java.util.List;

/** Licences and the service that hands them out. */
public final class LicenceSettings {
    public static final Setting<Choices.LicenceService> LICENCE_SERVICE = Setting.of(
            "licence-service",
            Topic.LICENCES,
            "the licence service",
            new ValueKind.Choice<>(Choices.LicenceService.class),
            "NVIDIA's cloud service, an own one, or licences in files.");

    public static final Setting<Choices.LicenceProduct> LICENCE_PRODUCT = Setting.of(
            "licence-product",
            Topic.LICENCES,
            "the vGPU licence",
            new ValueKind.Choice<>(Choices.LicenceProduct.class),
            "The product whose licences the vGPUs take.");

    public static final Setting<Integer> AI_ENTERPRISE_LICENCES = Setting.of(
            "ai-enterprise-licences",
            Topic.LICENCES,
            "the AI Enterprise licences",
            new ValueKind.Whole(0, 100000, "licences"),
            "How many are there or ordered, without those that come with GPUs.");

    public static final Setting<Boolean> PAIF_LICENCES = Setting.of(
            "paif-licences",
            Topic.LICENCES,
            "the licences for Private AI Foundation",
            new ValueKind.YesNo(),
            "Whether VCF, the add-on and NVIDIA AI Enterprise are all ordered.");

    public static final Setting<String> ACTIVATION_KEY = Setting.of(
            "activation-key",
            Topic.LICENCES,
            "the product activation key",
            new ValueKind.Words("[A-Za-z0-9-]{1,60}", "30 letters and digits"),
            "The PAK id on the entitlement certificate: 30 letters and digits.");

    public static final Setting<Boolean> PORTS_OPEN = Setting.of(
            "ports-open",
            Topic.LICENCES,
            "the ports of the licence service",
            new ValueKind.YesNo(),
            "Whether clients reach the service over ports 443 and 80, and its administration over its own.");

    public static final Setting<Release> DLS_VERSION = Setting.of(
            "dls-version",
            Topic.LICENCES,
            "the version of the licence service",
            new ValueKind.Version("3.6.1"),
            "The version of the Delegated License Service.");

    public static final Setting<Integer> DLS_NODES = Setting.of(
            "dls-nodes",
            Topic.LICENCES,
            "the nodes of the licence service",
            new ValueKind.Whole(1, 8, "nodes"),
            "How many nodes the own service has.");

    public static final Setting<Boolean> DLS_ALL_DLS = Setting.of(
            "dls-all-dls",
            Topic.LICENCES,
            "nodes of one kind",
            new ValueKind.YesNo(),
            "Whether all nodes of the pair are DLS, none of them in the cloud.");

    public static final Setting<Integer> DLS_VCPU = Setting.of(
            "dls-vcpu",
            Topic.LICENCES,
            "the vCPUs of the licence service",
            new ValueKind.Whole(1, 128, "vCPU"),
            "Of each of its machines.");

    public static final Setting<Integer> DLS_MEMORY = Setting.of(
            "dls-memory",
            Topic.LICENCES,
            "the memory of the licence service",
            new ValueKind.Whole(1, 1024, "GB"),
            "Of each of its machines.");

    public static final Setting<Integer> DLS_DISK = Setting.of(
            "dls-disk",
            Topic.LICENCES,
            "the disk of the licence service",
            new ValueKind.Whole(1, 10000, "GB"),
            "Of each of its machines.");

    public static final Setting<Boolean> DLS_ADDRESS = Setting.of(
            "dls-address",
            Topic.LICENCES,
            "address, name and clock of the licence service",
            new ValueKind.YesNo(),
            "Whether it has a fixed or reserved address, a full name and NTP.");

    public static final Setting<Choices.DlsPlace> DLS_ON_GPU_CLUSTER = Setting.of(
            "dls-on-gpu-cluster",
            Topic.LICENCES,
            "the cluster of the licence service",
            new ValueKind.Choice<>(Choices.DlsPlace.class),
            "Where its machines run.");

    private LicenceSettings() {}

    static List<Setting<?>> all() {
        return List.of(
                LICENCE_SERVICE,
                LICENCE_PRODUCT,
                AI_ENTERPRISE_LICENCES,
                PAIF_LICENCES,
                ACTIVATION_KEY,
                PORTS_OPEN,
                DLS_VERSION,
                DLS_NODES,
                DLS_ALL_DLS,
                DLS_VCPU,
                DLS_MEMORY,
                DLS_DISK,
                DLS_ADDRESS,
                DLS_ON_GPU_CLUSTER);
    }
}
