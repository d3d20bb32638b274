package org.sizewright.rules;

import java.util.List;
import org.sizewright.plan.setting.KubernetesSettings;
import org.sizewright.plan.setting.LicenceSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Setting;

/** What has to go together, those that are changed with the least trouble first. */
public enum VersionSide {
    GUEST_DRIVER("Guest driver", List.of(PlatformSettings.GUEST_RELEASE)),
    LICENCE_SYSTEM("Licence system", List.of(LicenceSettings.DLS_VERSION)),
    GPU_OPERATOR("GPU Operator", List.of(KubernetesSettings.GPU_OPERATOR)),
    GUEST_SYSTEM("System of the nodes", List.of(KubernetesSettings.NODE_OS)),
    AI_ENTERPRISE("NVIDIA AI Enterprise", List.of(PlatformSettings.AI_ENTERPRISE)),
    HOST_DRIVER("vGPU release of the hosts", List.of(PlatformSettings.VGPU_RELEASE)),
    KUBERNETES("Kubernetes", List.of(KubernetesSettings.KUBERNETES_VERSION, KubernetesSettings.OPENSHIFT_VERSION)),
    PLATFORM("Platform", List.of(PlatformSettings.VSPHERE)),
    /** Never changed by advice: it was chosen for its work. */
    GPU("GPU", List.of());

    private final String title;
    private final List<Setting<?>> settings;

    VersionSide(String title, List<Setting<?>> settings) {
        this.title = title;
        this.settings = settings;
    }

    public String title() {
        return title;
    }

    /** What says which version it is; none for the GPU. */
    public List<Setting<?>> settings() {
        return settings;
    }
}
