package org.sizewright.library;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the texts of checklists as {@code {word}} and is filled from a plan, or by hand where the plan does not know. */
public enum StepValue {
    /** The hosts, the cluster or the machines that a step is about. */
    SUBJECT("subject", "name"),
    CUSTOMER("customer", "customer"),
    SITE("site", "site"),

    HOSTS("hosts", "number of hosts"),
    /** GPUs of one host. */
    GPUS("gpus", "GPUs per host"),
    ALL_GPUS("all-gpus", "number of GPUs"),
    /** GPUs that are put into hosts. */
    NEW_GPUS("new-gpus", "number of GPUs"),
    GPU_MODEL("gpu-model", "GPU"),
    SERVER("server", "server"),
    VALIDATION("validation", "validation"),
    HOST_MEMORY("host-memory", "memory per host"),
    CORES("cores", "cores"),
    CABLES("cables", "number of power cables"),
    BRIDGES("bridges", "NVLink bridges"),
    NIC_MODEL("nic-model", "network adapter"),

    EDITION("edition", "vSphere edition"),
    VSPHERE("vsphere", "vSphere release"),
    VGPU_RELEASE("vgpu-release", "vGPU release"),
    GUEST_RELEASE("guest-release", "vGPU release of the guests"),
    HOST_DRIVER("host-driver", "version of the host driver"),
    LINUX_GUEST("linux-guest", "version of the Linux guest driver"),
    WINDOWS_GUEST("windows-guest", "version of the Windows guest driver"),
    AI_ENTERPRISE("ai-enterprise", "NVIDIA AI Enterprise release"),
    BRANCH("branch", "driver branch"),
    BRANCH_END("branch-end", "end of support"),
    DATA_CENTER_DRIVER("data-center-driver", "version of the data center driver"),
    PACKAGE("package", "name of the package"),
    DRIVER_FILE("driver-file", "file of the host driver"),
    DAEMON_FILE("daemon-file", "file of the management daemon"),
    GUEST_FILE("guest-file", "file of the guest driver"),
    /** The same with its path, as commands have it. */
    DRIVER_BUNDLE("driver-bundle", "path of the host driver"),

    HOST_FAILURES("host-failures", "host failures"),
    DRS_LEVEL("drs-level", "automation of DRS"),
    POLICY("policy", "assignment policy"),
    SHARED_TYPE("shared-type", "graphics type"),
    VGPU_MODE("vgpu-mode", "mode of the vGPUs"),
    GPU_NUMBER("gpu", "number of the GPU"),
    ADDRESS("address", "address of the GPU"),
    MIG_PROFILES("profiles", "MIG profiles"),
    LABEL("label", "hardware label"),

    MACHINES("machines", "number of machines"),
    VCPU("vcpu", "vCPUs"),
    VM_MEMORY("vm-memory", "memory of a machine"),
    PROFILE("profile", "profile"),
    HARDWARE_VERSION("hardware-version", "virtual hardware version"),
    MMIO("mmio", "MMIO window"),

    LICENCES("licences", "number of licences"),
    LICENCES_INCLUDED("licences-included", "licences that come with GPUs"),
    ACTIVATION_KEY("activation-key", "product activation key"),
    LICENCE_PORTS("licence-ports", "ports of the licence service"),
    LICENCE_VERSION("licence-version", "version of the licence service"),
    LICENCE_NODES("licence-nodes", "nodes of the licence service"),
    LICENCE_VCPU("licence-vcpu", "vCPUs of the licence service"),
    LICENCE_MEMORY("licence-memory", "memory of the licence service"),
    LICENCE_DISK("licence-disk", "disk of the licence service"),
    LICENCE_ADDRESS("licence-address", "address of the licence service"),
    LICENCE_NAME("licence-name", "full name of the licence service"),
    CLOCK("clock", "NTP server"),

    KUBERNETES("kubernetes-version", "Kubernetes version"),
    OPENSHIFT("openshift-version", "OpenShift version"),
    NODE_OS("node-os", "system of the nodes"),
    GPU_OPERATOR("gpu-operator", "version of the GPU Operator"),
    NETWORK_OPERATOR("network-operator", "version of the Network Operator"),
    /** What clusters are spoken to with. */
    TOOL("tool", "command line tool"),
    OPERATOR_NAMESPACE("namespace", "namespace of the GPU Operator"),
    REPOSITORY("repository", "repository of the charts"),
    REGISTRY("registry", "private registry"),
    OPERATOR_PACKAGE("operator-package", "package of the GPU Operator"),
    OPERATOR_CHANNEL("operator-channel", "channel of the GPU Operator"),
    DISCOVERY_NAMESPACE("discovery-namespace", "namespace of Node Feature Discovery"),
    NETWORK_NAMESPACE("network-namespace", "namespace of the Network Operator"),
    ZONES("zones", "zones of the Supervisor"),
    NAMESPACES("namespaces", "vSphere namespaces"),

    FROM_RELEASE("from-release", "release before the upgrade"),
    TO_RELEASE("to-release", "release after the upgrade"),
    TO_HOST_DRIVER("to-host-driver", "host driver after the upgrade"),
    TO_GUEST_DRIVER("to-guest-driver", "guest driver after the upgrade"),

    ACCOUNT("account", "account holder"),
    ORGANISATION("organisation", "NGC organisation"),
    DATASTORE("datastore", "shared datastore"),
    OPERATING_SYSTEM("operating-system", "operating system"),
    MEASURED("measured", "measured value");

    private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z-]*)}");

    private final String word;
    private final String title;

    StepValue(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** What texts call it, between braces. */
    public String word() {
        return word;
    }

    /** What it is called where it is to be filled in by hand. */
    public String title() {
        return title;
    }

    public static Optional<StepValue> parse(String word) {
        for (StepValue value : values()) {
            if (value.word.equals(word)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /**
     * The values that a text asks for, in their order.
     *
     * @throws IllegalArgumentException if it asks for one that nobody knows
     */
    public static Set<StepValue> in(String text) {
        Set<StepValue> values = new LinkedHashSet<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            values.add(named(place.group(1)));
        }
        return values;
    }

    /** The text with each of them replaced. */
    public static String fill(String text, Function<StepValue, String> words) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(words.apply(named(place.group(1)))));
    }

    private static StepValue named(String word) {
        return parse(word)
                .orElseThrow(() -> new IllegalArgumentException("\"text\" asks for {" + word + "}, which is no value"));
    }
}
