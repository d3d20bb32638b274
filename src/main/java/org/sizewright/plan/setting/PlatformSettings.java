package org.sizewright.plan.setting;

import java.util.List;

/** Platform, versions and drivers of an option. */
public final class PlatformSettings {
    public static final Setting<Release> VSPHERE = Setting.of(
            "vsphere",
            Topic.PLATFORM,
            "the vSphere release",
            new ValueKind.Version("8.0U3"),
            "The release of ESXi and vCenter with its update, such as 7.0U3, 8.0U3 or 9.0. Type the patch where you know it: 8.0U3 P06.");

    public static final Setting<Choices.Edition> EDITION = Setting.of(
            "edition",
            Topic.PLATFORM,
            "the vSphere edition",
            new ValueKind.Choice<>(Choices.Edition.class),
            "What was bought: it decides on vGPU, on workload domains and on Private AI Foundation.");

    public static final Setting<Choices.Below> OPENSHIFT_ON = Setting.of(
            "openshift-on",
            Topic.PLATFORM,
            "what OpenShift runs on",
            new ValueKind.Choice<>(Choices.Below.class),
            "OpenShift runs on bare metal or in machines of vSphere.");

    public static final Setting<Release> VGPU_RELEASE = Setting.of(
            "vgpu-release",
            Topic.PLATFORM,
            "the vGPU release of the hosts",
            new ValueKind.Version("20.1"),
            "The release of NVIDIA's vGPU software whose host driver the hosts have, such as 19.5 or 20.1.");

    public static final Setting<Release> GUEST_RELEASE = Setting.of(
            "guest-release",
            Topic.PLATFORM,
            "the vGPU release of the guests",
            new ValueKind.Version("20.1"),
            "The release whose driver the guests have. It is that of the hosts, or one major release older.");

    public static final Setting<Choices.HostComponent> HOST_COMPONENT = Setting.of(
            "host-component",
            Topic.PLATFORM,
            "the kind of host driver",
            new ValueKind.Choice<>(Choices.HostComponent.class),
            "The name of the component in esxcli software component list begins with NVD-AIE or with NVD-VGPU.");

    public static final Setting<Release> DATA_CENTER_DRIVER = Setting.of(
            "data-center-driver",
            Topic.PLATFORM,
            "the data center driver",
            new ValueKind.Version("580.105.08"),
            "The driver of guests with passthrough and of bare metal, as nvidia-smi prints it.");

    public static final Setting<Release> AI_ENTERPRISE = Setting.of(
            "ai-enterprise",
            Topic.PLATFORM,
            "the NVIDIA AI Enterprise release",
            new ValueKind.Version("7.5"),
            "The release of the infrastructure software, such as 6.4, 7.5 or 8.1.");

    public static final Setting<Boolean> USES_AI_ENTERPRISE = Setting.wish(
            "uses-ai-enterprise",
            Topic.PLATFORM,
            "use of NVIDIA AI Enterprise",
            new ValueKind.YesNo(),
            "Whether its software, containers or support are used; vGPU for compute cannot do without.");

    public static final Setting<Choices.DriverInstall> DRIVER_INSTALL = Setting.of(
            "driver-install",
            Topic.PLATFORM,
            "how the host driver is installed",
            new ValueKind.Choice<>(Choices.DriverInstall.class),
            "By an image that the cluster keeps all hosts to, or by hand on each host.");

    public static final Setting<Boolean> REBOOT_PLANNED = Setting.of(
            "reboot-planned",
            Topic.PLATFORM,
            "the restart after the driver was put in",
            new ValueKind.YesNo(),
            "Whether the steps of the installation hold a restart of the host.");

    public static final Setting<Boolean> ON_COMPATIBILITY_GUIDE = Setting.of(
            "on-compatibility-guide",
            Topic.PLATFORM,
            "the entry in the compatibility guide",
            new ValueKind.YesNo(),
            "Whether the GPU stands in the compatibility guide of VMware and in NVIDIA's matrix for this release.");

    public static final Setting<Choices.Domain> GPU_DOMAIN = Setting.of(
            "gpu-domain",
            Topic.PLATFORM,
            "the workload domain of the GPU hosts",
            new ValueKind.Choice<>(Choices.Domain.class),
            "With VMware Cloud Foundation: where the GPU hosts stand.");

    public static final Setting<Choices.EdgeSize> EDGE_SIZE = Setting.of(
            "edge-size",
            Topic.PLATFORM,
            "the size of the NSX edges",
            new ValueKind.Choice<>(Choices.EdgeSize.class),
            "With Private AI Foundation: the size of the NSX edge machines.");

    public static final Setting<Integer> SUPERVISOR_ZONES = Setting.of(
            "supervisor-zones",
            Topic.PLATFORM,
            "the zones of the Supervisor",
            new ValueKind.Whole(1, 16, "zones"),
            "How many zones the Supervisor spreads over.");

    public static final Setting<String> PROJECT_END = Setting.of(
            "project-end",
            Topic.PLATFORM,
            "the end of the project",
            new ValueKind.Words("\\d{4}-\\d{2}", "2029-12"),
            "The month until which the platform has to be in support.");

    private PlatformSettings() {}

    static List<Setting<?>> all() {
        return List.of(
                VSPHERE,
                EDITION,
                OPENSHIFT_ON,
                VGPU_RELEASE,
                GUEST_RELEASE,
                HOST_COMPONENT,
                DATA_CENTER_DRIVER,
                AI_ENTERPRISE,
                USES_AI_ENTERPRISE,
                DRIVER_INSTALL,
                REBOOT_PLANNED,
                ON_COMPATIBILITY_GUIDE,
                GPU_DOMAIN,
                EDGE_SIZE,
                SUPERVISOR_ZONES,
                PROJECT_END);
    }
}
