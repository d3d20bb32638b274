package org.sizewright.rules;

import java.util.Optional;
import org.sizewright.plan.setting.Choices.DriverInstall;
import org.sizewright.plan.setting.HostChoices.DeviceType;
import org.sizewright.plan.setting.HostChoices.GraphicsType;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.PlatformSettings;

/** Rules about how ESXi treats GPUs. */
final class EsxiRules {
    private EsxiRules() {}

    static void graphicsTypeIsSharedDirect(Inspection at) {
        for (HostView host : at.hosts()) {
            if (host.hasVgpu()) {
                at.mustBe(
                        GraphicsType.SHARED_DIRECT,
                        host,
                        HostSettings.GRAPHICS_TYPE,
                        "The graphics type of " + host.name() + " is Shared, which offers no vGPU.",
                        "Set it to Shared Direct: esxcli graphics host set --default-type SharedPassthru.");
            }
        }
    }

    static void graphicsTypeStaysShared(Inspection at) {
        for (HostView host : at.hosts()) {
            if (host.hasPassthrough() && !host.hasVgpu()) {
                at.mustBe(
                        GraphicsType.SHARED,
                        host,
                        HostSettings.GRAPHICS_TYPE,
                        host.name() + " passes its GPUs through and has the graphics type of vGPU hosts.",
                        "Leave the graphics type at Shared and switch the device to passthrough.");
            }
        }
    }

    static void gpuIsBasicAtInstallation(Inspection at) {
        for (HostView host : at.hosts()) {
            if (host.hasVgpu()) {
                at.mustBe(
                        DeviceType.BASIC,
                        host,
                        HostSettings.TYPE_AT_INSTALL,
                        "The GPUs of " + host.name() + " are not of type Basic when the host driver is put in.",
                        "Take them out of passthrough first.");
            }
        }
    }

    static void aGpuServesOneWay(Inspection at) {
        for (HostView host : at.hosts()) {
            if (host.group().gpusPerHost() == 1 && host.hasVgpu() && host.hasPassthrough()) {
                at.add(at.violated(
                                host.name(),
                                "The only GPU of each " + host.name() + " is to be passed through and to carry vGPUs.",
                                "Give the two ways hosts of their own, by labels.")
                        .withPath(host.path() + "/labels"));
            }
        }
    }

    static void passthroughNeedsNoHostDriver(Inspection at) {
        for (HostView host : at.hosts()) {
            if (host.hasPassthrough() && !host.hasVgpu()) {
                at.mustBe(
                        false,
                        host,
                        HostSettings.HOST_DRIVER,
                        host.name() + " passes its GPUs through and has NVIDIA's host driver.",
                        "Leave the host driver out: the driver runs in the guest.");
            }
        }
    }

    static void hostIsRestartedAfterInstallation(Inspection at) {
        if (at.usesVgpu() && at.need(PlatformSettings.DRIVER_INSTALL).equals(Optional.of(DriverInstall.MANUAL))) {
            at.mustBe(
                    true,
                    PlatformSettings.REBOOT_PLANNED,
                    "The host driver is put in by hand, and no restart is planned.",
                    "Plan a restart of every host, in maintenance mode.");
        }
    }
}
