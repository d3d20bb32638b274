package org.sizewright.result.platforms;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sizewright.plan.Option.Platform;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.KubernetesSettings;
import org.sizewright.plan.setting.LicenceSettings;
import org.sizewright.plan.setting.MachineSettings;
import org.sizewright.plan.setting.OperationSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.Settings;
import org.sizewright.plan.setting.Topic;

/**
 * Which settings make sense on a platform. What the customer wants, such as vMotion, always does: whether it can be had is another
 * question.
 *
 * @param vsphere whether machines run under vSphere
 * @param kubernetes whether the workloads run in Kubernetes
 */
record PlatformFit(Platform platform, boolean vsphere, boolean kubernetes) {
    private static final Set<Setting<?>> OF_VSPHERE = Set.of(
            PlatformSettings.VSPHERE,
            PlatformSettings.EDITION,
            PlatformSettings.VGPU_RELEASE,
            PlatformSettings.GUEST_RELEASE,
            PlatformSettings.HOST_COMPONENT,
            PlatformSettings.DRIVER_INSTALL,
            PlatformSettings.REBOOT_PLANNED,
            PlatformSettings.ON_COMPATIBILITY_GUIDE,
            PlatformSettings.GPU_DOMAIN,
            PlatformSettings.EDGE_SIZE,
            LicenceSettings.LICENCE_PRODUCT,
            LicenceSettings.PAIF_LICENCES,
            KubernetesSettings.HOST_DRIVER_FIRST,
            OperationSettings.HOT_MIGRATE,
            OperationSettings.AUTO_EVACUATION,
            OperationSettings.DRS_LEVEL,
            OperationSettings.DRS_CONSOLIDATION,
            OperationSettings.STUN_LIMIT,
            HostSettings.GRAPHICS_TYPE,
            HostSettings.TYPE_AT_INSTALL,
            HostSettings.HOST_DRIVER,
            HostSettings.HOST_RELEASE,
            HostSettings.SCHEDULER,
            HostSettings.DEVICE_LABEL);
    private static final Set<Setting<?>> OF_VSPHERE_KUBERNETES = Set.of(
            PlatformSettings.SUPERVISOR_ZONES,
            KubernetesSettings.CONTENT_LIBRARY,
            KubernetesSettings.CLASS_RESERVATION,
            KubernetesSettings.CLASS_DEVICE);
    private static final Set<Setting<?>> OF_OPENSHIFT = Set.of(
            PlatformSettings.OPENSHIFT_ON, KubernetesSettings.OPENSHIFT_VERSION, KubernetesSettings.FEATURE_DISCOVERY);
    /** What is set on a guest stays without a hypervisor, where the guest's system is that of the host. */
    private static final List<Setting<?>> OF_ANY_SYSTEM =
            List.of(MachineSettings.GUEST_OS, MachineSettings.SECURE_BOOT, MachineSettings.DEBUGGING);

    static PlatformFit of(Platform platform, Settings stated) {
        return new PlatformFit(platform, platform.isOnVsphere(stated), platform.runsKubernetes(stated));
    }

    boolean makesSense(Setting<?> setting) {
        if (OF_OPENSHIFT.contains(setting)) {
            return platform == Platform.OPENSHIFT;
        }
        if (OF_VSPHERE_KUBERNETES.contains(setting)) {
            return platform == Platform.VSPHERE_KUBERNETES;
        }
        if (setting.equals(KubernetesSettings.KUBERNETES)) {
            return platform == Platform.VSPHERE || platform == Platform.BARE_METAL;
        }
        if (!vsphere
                && (OF_VSPHERE.contains(setting)
                        || setting.topic() == Topic.MACHINE && !OF_ANY_SYSTEM.contains(setting))) {
            return false;
        }
        return kubernetes || setting.topic() != Topic.KUBERNETES;
    }

    /** The wishes that only a hypervisor can meet. */
    static Stream<Setting<Boolean>> wishesOfVsphere() {
        return Stream.of(
                OperationSettings.VMOTION,
                OperationSettings.SNAPSHOTS,
                OperationSettings.SUSPEND,
                OperationSettings.LOAD_BALANCING);
    }
}
