package org.sizewright.plan.setting;

import java.util.List;

/** What is set in the BIOS of hosts. */
public final class BiosSettings {
    public static final Setting<Boolean> IOMMU = Setting.of(
            "bios-iommu",
            Topic.BIOS,
            "the IOMMU in the BIOS",
            new ValueKind.YesNo(),
            "Intel VT-d or AMD I/O virtualisation.");

    public static final Setting<Boolean> SR_IOV = Setting.of(
            "bios-sr-iov", Topic.BIOS, "SR-IOV in the BIOS", new ValueKind.YesNo(), "Single-root I/O virtualisation.");

    public static final Setting<Boolean> ABOVE_4G = Setting.of(
            "bios-above-4g",
            Topic.BIOS,
            "memory mapping above 4 GB",
            new ValueKind.YesNo(),
            "Also called Above 4G decoding, 64-bit BAR or Large BAR.");

    public static final Setting<Boolean> SUB_NUMA = Setting.of(
            "bios-sub-numa",
            Topic.BIOS,
            "sub-NUMA clustering",
            new ValueKind.YesNo(),
            "Intel SNC, or AMD NPS other than 1.");

    public static final Setting<Boolean> HIGH_PERFORMANCE = Setting.of(
            "bios-high-performance",
            Topic.BIOS,
            "the high performance profile",
            new ValueKind.YesNo(),
            "The power profile of the BIOS.");

    private BiosSettings() {}

    static List<Setting<?>> all() {
        return List.of(IOMMU, SR_IOV, ABOVE_4G, SUB_NUMA, HIGH_PERFORMANCE);
    }
}
