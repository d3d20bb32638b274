package org.sizewright.plan.setting;

import java.util.List;

/** What the customer expects of operations. */
public final class OperationSettings {
    public static final Setting<Boolean> VMOTION = Setting.wish(
            "vmotion",
            Topic.OPERATIONS,
            "vMotion of GPU machines",
            new ValueKind.YesNo(),
            "Whether GPU machines shall move while they run.");

    public static final Setting<Boolean> SNAPSHOTS = Setting.wish(
            "snapshots",
            Topic.OPERATIONS,
            "snapshots of GPU machines",
            new ValueKind.YesNo(),
            "Whether operations rely on snapshots of GPU machines.");

    public static final Setting<Boolean> SUSPEND = Setting.wish(
            "suspend",
            Topic.OPERATIONS,
            "suspending GPU machines",
            new ValueKind.YesNo(),
            "Whether operations rely on suspend and resume.");

    public static final Setting<Boolean> LOAD_BALANCING = Setting.wish(
            "load-balancing",
            Topic.OPERATIONS,
            "load balancing of GPU machines",
            new ValueKind.YesNo(),
            "Whether operations rely on DRS moving GPU machines.");

    public static final Setting<Boolean> METERING = Setting.wish(
            "metering",
            Topic.OPERATIONS,
            "metering of MIG instances",
            new ValueKind.YesNo(),
            "Whether what each instance does is measured.");

    public static final Setting<Boolean> HOT_MIGRATE = Setting.of(
            "hot-migrate",
            Topic.OPERATIONS,
            "vGPU migration in vCenter",
            new ValueKind.YesNo(),
            "The advanced setting vgpu.hotmigrate.enabled of vCenter.");

    public static final Setting<Boolean> AUTO_EVACUATION = Setting.of(
            "auto-evacuation",
            Topic.OPERATIONS,
            "automatic evacuation",
            new ValueKind.YesNo(),
            "Whether VgpuMMAutomationTimeoutSecs of the cluster is -1.");

    public static final Setting<Choices.DrsLevel> DRS_LEVEL = Setting.of(
            "drs-level",
            Topic.OPERATIONS,
            "the automation level of DRS",
            new ValueKind.Choice<>(Choices.DrsLevel.class),
            "Of the GPU clusters.");

    public static final Setting<Boolean> DRS_CONSOLIDATION = Setting.of(
            "drs-consolidation",
            Topic.OPERATIONS,
            "consolidation of whole GPUs by DRS",
            new ValueKind.YesNo(),
            "Whether the advanced setting is on.");

    public static final Setting<Integer> STUN_LIMIT = Setting.of(
            "stun-limit",
            Topic.OPERATIONS,
            "the limit of the vMotion pause",
            new ValueKind.Whole(1, 3600, "s"),
            "Per machine, from 8.0 U2; its default is 100 s.");

    private OperationSettings() {}

    static List<Setting<?>> all() {
        return List.of(
                VMOTION,
                SNAPSHOTS,
                SUSPEND,
                LOAD_BALANCING,
                METERING,
                HOT_MIGRATE,
                AUTO_EVACUATION,
                DRS_LEVEL,
                DRS_CONSOLIDATION,
                STUN_LIMIT);
    }
}
