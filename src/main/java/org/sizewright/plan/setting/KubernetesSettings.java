package org.sizewright.plan.setting;

import java.util.List;

/** Kubernetes and its operators. */
public final class KubernetesSettings {
    public static final Setting<Boolean> KUBERNETES = Setting.wish(
            "kubernetes",
            Topic.KUBERNETES,
            "Kubernetes on this platform",
            new ValueKind.YesNo(),
            "Whether the workloads run in Kubernetes. vSphere Kubernetes and OpenShift always do.");

    public static final Setting<Release> KUBERNETES_VERSION = Setting.of(
            "kubernetes-version",
            Topic.KUBERNETES,
            "the Kubernetes version",
            new ValueKind.Version("1.34"),
            "As kubectl version prints it.");

    public static final Setting<Release> OPENSHIFT_VERSION = Setting.of(
            "openshift-version",
            Topic.KUBERNETES,
            "the OpenShift version",
            new ValueKind.Version("4.20"),
            "As oc version prints it.");

    public static final Setting<Choices.NodeOs> NODE_OS = Setting.of(
            "node-os",
            Topic.KUBERNETES,
            "the system of the nodes",
            new ValueKind.Choice<>(Choices.NodeOs.class),
            "The operating system of the GPU nodes.");

    public static final Setting<Release> GPU_OPERATOR = Setting.of(
            "gpu-operator",
            Topic.KUBERNETES,
            "the version of the GPU Operator",
            new ValueKind.Version("26.7.0"),
            "The version of the chart, such as 25.10.1 or 26.7.0.");

    public static final Setting<Choices.OperatorSource> OPERATOR_SOURCE = Setting.of(
            "operator-source",
            Topic.KUBERNETES,
            "where the GPU Operator comes from",
            new ValueKind.Choice<>(Choices.OperatorSource.class),
            "The repository of its chart, or the installer from NGC.");

    public static final Setting<Choices.OperatorDriver> OPERATOR_DRIVER = Setting.of(
            "operator-driver",
            Topic.KUBERNETES,
            "the driver that the GPU Operator installs",
            new ValueKind.Choice<>(Choices.OperatorDriver.class),
            "The vGPU guest driver, or the driver for data centers.");

    public static final Setting<Choices.Registry> DRIVER_REGISTRY = Setting.of(
            "driver-registry",
            Topic.KUBERNETES,
            "the registry of the driver image",
            new ValueKind.Choice<>(Choices.Registry.class),
            "Where the image with the vGPU guest driver stands.");

    public static final Setting<Boolean> HOST_DRIVER_FIRST = Setting.of(
            "host-driver-first",
            Topic.KUBERNETES,
            "the host driver before the VM classes",
            new ValueKind.YesNo(),
            "Whether every host has its driver before classes of machines with GPUs are used.");

    public static final Setting<Boolean> FEATURE_DISCOVERY = Setting.of(
            "feature-discovery",
            Topic.KUBERNETES,
            "Node Feature Discovery",
            new ValueKind.YesNo(),
            "Whether its operator is installed before the GPU Operator.");

    public static final Setting<Boolean> NETWORK_OPERATOR = Setting.of(
            "network-operator",
            Topic.KUBERNETES,
            "the Network Operator",
            new ValueKind.YesNo(),
            "Whether it is installed beside the GPU Operator.");

    public static final Setting<Choices.TokenForm> TOKEN_FORM = Setting.of(
            "token-form",
            Topic.KUBERNETES,
            "the form of the licence token",
            new ValueKind.Choice<>(Choices.TokenForm.class),
            "As a Secret or as a ConfigMap.");

    public static final Setting<Boolean> CONTENT_LIBRARY = Setting.of(
            "content-library",
            Topic.KUBERNETES,
            "the node image in the content library",
            new ValueKind.YesNo(),
            "Whether the Ubuntu image of the nodes is there.");

    public static final Setting<Choices.PodSharing> POD_SHARING = Setting.wish(
            "pod-sharing",
            Topic.KUBERNETES,
            "how pods share a GPU",
            new ValueKind.Choice<>(Choices.PodSharing.class),
            "What the operator makes of a GPU within a node.");

    public static final Setting<Choices.ContainerRuntime> CONTAINER_RUNTIME = Setting.of(
            "container-runtime",
            Topic.KUBERNETES,
            "the container runtime",
            new ValueKind.Choice<>(Choices.ContainerRuntime.class),
            "What runs the containers of the nodes.");

    public static final Setting<Release> RUNTIME_VERSION = Setting.of(
            "runtime-version",
            Topic.KUBERNETES,
            "the version of the container runtime",
            new ValueKind.Version("2.1"),
            "As containerd --version prints it.");

    public static final Setting<Integer> CLASS_RESERVATION = Setting.of(
            "class-reservation",
            Topic.KUBERNETES,
            "the memory reservation of the VM classes",
            new ValueKind.Whole(0, 100, "%"),
            "How much of its memory a class of machines reserves.");

    public static final Setting<Boolean> CLASS_DEVICE = Setting.of(
            "class-device",
            Topic.KUBERNETES,
            "the device in the VM classes",
            new ValueKind.YesNo(),
            "Whether every class of GPU machines names its profile or device.");

    private KubernetesSettings() {}

    static List<Setting<?>> all() {
        return List.of(
                KUBERNETES,
                KUBERNETES_VERSION,
                OPENSHIFT_VERSION,
                NODE_OS,
                GPU_OPERATOR,
                OPERATOR_SOURCE,
                OPERATOR_DRIVER,
                DRIVER_REGISTRY,
                HOST_DRIVER_FIRST,
                FEATURE_DISCOVERY,
                NETWORK_OPERATOR,
                TOKEN_FORM,
                CONTENT_LIBRARY,
                POD_SHARING,
                CONTAINER_RUNTIME,
                RUNTIME_VERSION,
                CLASS_RESERVATION,
                CLASS_DEVICE);
    }
}
