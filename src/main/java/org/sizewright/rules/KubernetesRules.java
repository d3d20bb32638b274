package org.sizewright.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.plan.setting.Choices.ContainerRuntime;
import org.sizewright.plan.setting.Choices.NodeOs;
import org.sizewright.plan.setting.Choices.OperatorDriver;
import org.sizewright.plan.setting.Choices.OperatorSource;
import org.sizewright.plan.setting.Choices.PodSharing;
import org.sizewright.plan.setting.Choices.TokenForm;
import org.sizewright.plan.setting.HostChoices.Firmware;
import org.sizewright.plan.setting.KubernetesSettings;
import org.sizewright.plan.setting.MachineSettings;
import org.sizewright.plan.setting.Named;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Release;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.UseSettings;

/** Rules about Kubernetes and its operators. */
final class KubernetesRules {
    private KubernetesRules() {}

    static void operatorComesFromTheRightPlace(Inspection at) {
        if (at.platform().vsphereKubernetes() || at.platform().openShift()) {
            OperatorSource wanted = at.platform().openShift() ? OperatorSource.NVIDIA : OperatorSource.NVAIE;
            at.need(KubernetesSettings.OPERATOR_SOURCE)
                    .filter(source -> source != wanted && source != OperatorSource.INSTALLER)
                    .ifPresent(source -> at.add(at.wrong(
                            KubernetesSettings.OPERATOR_SOURCE,
                            "The GPU Operator comes from " + source.title()
                                    + ", which brings the wrong kind of driver here.",
                            "Take it from " + wanted.title() + ", or use the installer from NGC.")));
        }
    }

    static void workersOnVgpuTakeItsDriver(Inspection at) {
        if (onVgpu(at)) {
            at.mustBe(
                    OperatorDriver.VGPU_GUEST,
                    KubernetesSettings.OPERATOR_DRIVER,
                    "Workers have vGPUs, and the operator installs the driver for data centers.",
                    "Let it install the vGPU guest driver.");
        } else if (at.platform().kubernetes() && !at.machines().isEmpty() && !at.usesVgpu()) {
            at.platform()
                    .get(KubernetesSettings.OPERATOR_DRIVER)
                    .filter(OperatorDriver.VGPU_GUEST::equals)
                    .ifPresent(guest -> at.add(at.wrong(
                            KubernetesSettings.OPERATOR_DRIVER,
                            "No worker has a vGPU, and the operator installs the vGPU guest driver.",
                            "Let it install the driver for data centers.")));
        }
    }

    static void hostDriverComesFirst(Inspection at) {
        if (onVgpu(at)) {
            at.mustBe(
                    true,
                    KubernetesSettings.HOST_DRIVER_FIRST,
                    "Classes of machines are used before every host has its driver.",
                    "Install the host driver on all hosts first.");
        }
    }

    static void systemAndVersionGoTogether(Inspection at) {
        boolean newer = at.platform()
                .get(KubernetesSettings.GPU_OPERATOR)
                .map(release -> release.major() > 26)
                .orElse(false);
        if (newer) {
            return;
        }
        if (at.platform().vsphereKubernetes()) {
            within(at, KubernetesSettings.KUBERNETES_VERSION, "kubernetes");
            node(at, NodeOs.UBUNTU_22_04);
        } else if (at.platform().openShift()) {
            within(at, KubernetesSettings.OPENSHIFT_VERSION, "openshift");
            node(at, NodeOs.RHCOS);
        } else if (at.platform().isAtLeast(KubernetesSettings.GPU_OPERATOR, "26")
                && at.platform().get(KubernetesSettings.KUBERNETES_VERSION).isPresent()) {
            within(at, KubernetesSettings.KUBERNETES_VERSION, "other"); // from where on goes by the system of the nodes
        }
    }

    private static void node(Inspection at, NodeOs wanted) {
        at.mustBe(
                wanted,
                KubernetesSettings.NODE_OS,
                "GPU nodes run "
                        + at.platform()
                                .get(KubernetesSettings.NODE_OS)
                                .map(Named::title)
                                .orElse("") + " on " + at.platform().name() + "; the operator is paired with "
                        + wanted.title() + ".",
                "Use " + wanted.title() + " for GPU nodes.");
    }

    private static void within(Inspection at, Setting<Release> setting, String name) {
        at.need(setting)
                .filter(version -> version.compareTo(at.release(name + "First")) < 0
                        || version.minor() > at.release(name + "Last").minor())
                .ifPresent(version -> at.add(at.wrong(
                        setting,
                        setting.heading() + " is " + version + "; the operator is paired with "
                                + at.release(name + "First") + " to " + at.release(name + "Last") + ".",
                        "Use a version in between, or another operator.")));
    }

    static void operatorIsInSupport(Inspection at) {
        if (at.platform().kubernetes()) {
            at.need(KubernetesSettings.GPU_OPERATOR)
                    .filter(version -> version.major() < at.limit("oldestMajor"))
                    .ifPresent(version -> at.add(at.wrong(
                                    KubernetesSettings.GPU_OPERATOR,
                                    "GPU Operator " + version + " is out of support.",
                                    "Update it, one major release at a time.")
                            .withDistance((at.limit("oldestMajor") - version.major()) + " major releases too old")));
        }
    }

    static void openShiftHasFeatureDiscovery(Inspection at) {
        if (at.platform().openShift()) {
            at.mustBe(
                    true,
                    KubernetesSettings.FEATURE_DISCOVERY,
                    "OpenShift has no Node Feature Discovery, without which the GPU Operator finds no GPU.",
                    "Install its operator before the GPU Operator.");
        }
    }

    static void rdmaTakesTheNetworkOperator(Inspection at) {
        if (at.platform().kubernetes() && at.usesRdma()) {
            at.mustBe(
                    true,
                    KubernetesSettings.NETWORK_OPERATOR,
                    "GPUDirect RDMA is wanted in Kubernetes, and there is no Network Operator.",
                    "Install it beside the GPU Operator.");
        }
    }

    static void tokenIsASecret(Inspection at) {
        if (onVgpu(at) && at.platform().isAtLeast(KubernetesSettings.GPU_OPERATOR, "25.10")) {
            at.mustBe(
                    TokenForm.SECRET,
                    KubernetesSettings.TOKEN_FORM,
                    "The licence token is given as a ConfigMap, which is on its way out.",
                    "Put it into a Secret.");
        }
    }

    static void classesSayAll(Inspection at) {
        if (at.platform().vsphereKubernetes()) {
            at.mustBe(
                    true,
                    KubernetesSettings.CLASS_DEVICE,
                    "A class of GPU machines names neither profile nor device.",
                    "Name the vGPU profile, or vendor, device and label.");
            at.need(KubernetesSettings.CLASS_RESERVATION)
                    .filter(percent -> percent < 100)
                    .ifPresent(percent -> at.add(at.wrong(
                                    KubernetesSettings.CLASS_RESERVATION,
                                    "Classes of GPU machines reserve " + percent + " % of their memory.",
                                    "Reserve all of it.")
                            .withDistance((100 - percent) + " % too little")));
        }
    }

    static void noStaticPassthroughInClasses(Inspection at) {
        if (at.platform().vsphereKubernetes()) {
            for (MachineView machine : at.machines()) {
                if (machine.isStatic()) {
                    at.add(at.wrongAccess(
                            machine,
                            "Machines of " + machine.name() + " have static DirectPath I/O, which no class offers.",
                            "Use Dynamic DirectPath I/O or vGPU."));
                }
            }
        }
    }

    static void libraryHasTheNodeImage(Inspection at) {
        if (at.platform().vsphereKubernetes()) {
            at.mustBe(
                    true,
                    KubernetesSettings.CONTENT_LIBRARY,
                    "The content library lacks the Ubuntu image of the nodes.",
                    "Subscribe to it, or carry it in.");
        }
    }

    static void timeSlicesIsolateNothing(Inspection at) {
        boolean sliced = at.platform().get(KubernetesSettings.POD_SHARING).equals(Optional.of(PodSharing.TIME_SLICED));
        if (at.platform().kubernetes() && sliced) {
            at.machines().stream()
                    .filter(machine -> machine.isYes(UseSettings.ISOLATION))
                    .forEach(machine -> at.add(at.wrong(
                            machine,
                            UseSettings.ISOLATION,
                            "Tenants of " + machine.name()
                                    + " shall be kept apart, and pods share GPUs by time slices.",
                            "Use MIG or vGPU for tenants.")));
        }
    }

    static void openShiftWorkersAreSetUp(Inspection at) {
        if (!at.platform().openShift() || !at.platform().onVsphere()) {
            return;
        }
        for (MachineView machine : at.machines()) {
            if (!machine.isVgpu()) {
                continue;
            }
            List<String> wrong = new ArrayList<>();
            if (machine.get(MachineSettings.FIRMWARE).equals(Optional.of(Firmware.BIOS))) {
                wrong.add("BIOS firmware");
            }
            if (at.need(machine, MachineSettings.SECURE_BOOT).orElse(false)) {
                wrong.add("secure boot");
            }
            if (machine.get(MachineSettings.MMIO_64).equals(Optional.of(false))) {
                wrong.add("no 64-bit MMIO");
            }
            int window = machine.gpus().stream()
                    .mapToInt(gpu -> VmSettings.windowGb(machine, gpu))
                    .max()
                    .orElse(0);
            if (machine.get(MachineSettings.MMIO_SIZE).orElse(window) < window) {
                wrong.add("too small an MMIO size");
            }
            if (!wrong.isEmpty()) {
                at.add(at.violated(
                                machine.name(),
                                "Workers of " + machine.name() + " have " + String.join(" and ", wrong) + ".",
                                "Set EFI, secure boot off, pciPassthru.use64bitMMIO = TRUE"
                                        + (window > 0 ? " and pciPassthru.64bitMMIOSizeGB = " + window : "") + ".")
                        .withDistance(wrong.size() + (wrong.size() == 1 ? " setting" : " settings"))
                        .withPath(machine.setupPath()));
            }
        }
    }

    static void runtimeWasTested(Inspection at) {
        if (!at.platform().kubernetes()) {
            return;
        }
        at.need(KubernetesSettings.CONTAINER_RUNTIME).ifPresent(runtime -> {
            boolean coreOs = at.platform().get(KubernetesSettings.NODE_OS).equals(Optional.of(NodeOs.RHCOS));
            Optional<Release> version = at.platform().get(KubernetesSettings.RUNTIME_VERSION);
            boolean old = runtime == ContainerRuntime.CONTAINERD
                    && version.map(each -> each.compareTo(at.release("first")) < 0
                                    || each.compareTo(at.release("last")) > 0
                                            && !each.isWithin(at.release("last").text()))
                            .orElse(false);
            if (runtime == ContainerRuntime.DOCKER || coreOs && runtime != ContainerRuntime.CRI_O || old) {
                at.add(at.wrong(
                        KubernetesSettings.CONTAINER_RUNTIME,
                        "Nodes run " + runtime.title() + (old ? " " + version.get() : "")
                                + ", which was not tested with the operator.",
                        coreOs
                                ? "Use CRI-O on Red Hat CoreOS."
                                : "Use containerd " + at.release("first") + " to " + at.release("last") + "."));
            }
        });
    }

    static void privateAiRunsInOneZone(Inspection at) {
        if (at.platform().privateAi() && at.platform().isAtLeast(PlatformSettings.VSPHERE, "9.0")) {
            at.need(PlatformSettings.SUPERVISOR_ZONES)
                    .filter(zones -> zones > 1)
                    .ifPresent(zones -> at.add(at.wrong(
                                    PlatformSettings.SUPERVISOR_ZONES,
                                    "The Supervisor has " + zones + " zones; Private AI Services run in one.",
                                    "Plan a Supervisor of one zone.")
                            .withDistance((zones - 1) + " zones too many")));
        }
    }

    private static boolean onVgpu(Inspection at) {
        return at.platform().kubernetes() && at.usesVgpu();
    }
}
