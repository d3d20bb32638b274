package org.sizewright.buildsheet.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.library.HandOverRecord;
import org.sizewright.plan.Option;
import org.sizewright.plan.setting.Choices.Nic;
import org.sizewright.plan.setting.NetworkSettings;

/** Helm values of the Network Operator, and the policy that makes it hand RDMA devices to pods, on OpenShift too. */
final class NetworkOperatorFiles {
    private static final String REPOSITORY = "repository";

    private NetworkOperatorFiles() {}

    /** Why they are not written; empty if they are. */
    static Optional<String> obstacle(HandOverPlan plan) {
        if (!plan.wantsRdma()) {
            return Optional.of("No workload of this option asks for GPUDirect RDMA.");
        }
        return switch (plan.platform()) {
            case VSPHERE ->
                Optional.of(
                        "The machines of this option are plain virtual machines: choose vSphere Kubernetes for them.");
            case OPENSHIFT, VSPHERE_KUBERNETES, BARE_METAL ->
                plan.live()
                        .option()
                        .option()
                        .setup()
                        .platform()
                        .get(NetworkSettings.NIC_MODEL)
                        .filter(Nic.OTHER::equals)
                        .map(other -> "The GPU network has no ConnectX or BlueField adapter.");
        };
    }

    static List<HandOverFile> of(HandOverPlan plan, HandOverRecord.Format format) {
        return List.of(
                values(plan, format),
                policy(plan, format, format, "network-operator/nic-cluster-policy.yaml", "kubectl"));
    }

    private static HandOverFile values(HandOverPlan plan, HandOverRecord.Format format) {
        Yaml.Fields values = Yaml.fields().put("nfd", Yaml.fields().put("enabled", Yaml.flag(false)));
        if (plan.isAirGapped()) {
            values.put(
                    "operator",
                    Yaml.fields()
                            .put(REPOSITORY, GpuOperatorFile.PRIVATE_REGISTRY)
                            .put(
                                    "ofedDriver",
                                    Yaml.fields()
                                            .put(
                                                    "initContainer",
                                                    Yaml.fields().put(REPOSITORY, GpuOperatorFile.PRIVATE_REGISTRY))));
            values.put("imagePullSecrets", Yaml.texts(List.of(GpuOperatorFile.PULL_SECRET)));
        }
        List<String> remarks = new ArrayList<>();
        remarks.add("helm install --wait network-operator --namespace " + format.value("namespace")
                + " --create-namespace --repo " + format.value("repository") + " --version " + format.version()
                + " --values values.yaml " + format.value("chart"));
        remarks.add("Node Feature Discovery comes with the GPU Operator: install that one first.");
        format.notes().ifPresent(remarks::add);
        return plan.yaml(
                "network-operator/values.yaml",
                "Helm values of the Network Operator",
                format,
                remarks,
                List.of(values.end()));
    }

    /**
     * @param installed what the operator was installed by, for the heading
     * @param tool the command that applies it
     */
    static HandOverFile policy(
            HandOverPlan plan,
            HandOverRecord.Format format,
            HandOverRecord.Format installed,
            String path,
            String tool) {
        Yaml.Fields driver = image(plan, format, "driver-image", "driver-version");
        if (plan.isAirGapped()) {
            driver.put("repoConfig", Yaml.fields().put("name", GpuOperatorFile.REPO_CONFIG));
        }
        Yaml policy = Yaml.fields()
                .put("apiVersion", format.value("apiVersion"))
                .put("kind", "NicClusterPolicy")
                .put("metadata", Yaml.fields().put("name", format.value("policy-name")))
                .put(
                        "spec",
                        Yaml.fields()
                                .put("ofedDriver", driver)
                                .put(
                                        "rdmaSharedDevicePlugin",
                                        image(plan, format, "rdma-image", "rdma-version")
                                                .put("config", new Yaml.Lines(config(format)))))
                .end();
        List<String> remarks = new ArrayList<>();
        remarks.add("Apply it when the operator runs: " + tool + " apply -f "
                + path.substring(path.lastIndexOf('/') + 1) + ". There may be one only.");
        remarks.add("Pods ask for rdma/" + format.value("resource-name")
                + "; all adapters of the vendor share it: add deviceIDs or ifNames to the selectors where only some of them are"
                + " meant.");
        if (plan.isAirGapped()) {
            remarks.add("Before: " + tool + " create secret docker-registry " + GpuOperatorFile.PULL_SECRET + " -n "
                    + format.value("namespace")
                    + " --docker-server=... --docker-username=... --docker-password=..., and the ConfigMap "
                    + GpuOperatorFile.REPO_CONFIG + " with the package mirror in the same namespace.");
            remarks.add(
                    "The operator asks the registry for the tags of the driver: it takes the pull secret from here, and the"
                            + " certificate of the registry from a ConfigMap of its own.");
        }
        if (plan.isAirGapped() && plan.platform() == Option.Platform.OPENSHIFT) {
            remarks.add(
                    "The tag of the driver's image ends in the system of the nodes, such as -rhel9.6-amd64 from OpenShift 4.19"
                            + " on and -rhcos4.18-amd64 before.");
        }
        return plan.yaml(
                path,
                "Policy of the Network Operator: driver of the adapters and shared RDMA devices",
                installed,
                remarks,
                List.of(policy));
    }

    private static Yaml.Fields image(HandOverPlan plan, HandOverRecord.Format format, String image, String version) {
        Yaml.Fields fields = Yaml.fields()
                .put("image", format.value(image))
                .put(
                        REPOSITORY,
                        plan.isAirGapped() ? GpuOperatorFile.PRIVATE_REGISTRY : format.value("image-repository"))
                .put("version", format.value(version));
        if (plan.isAirGapped()) {
            fields.put("imagePullSecrets", Yaml.texts(List.of(GpuOperatorFile.PULL_SECRET)));
        }
        return fields;
    }

    /** The configuration of the device plugin, in JSON. */
    private static String config(HandOverRecord.Format format) {
        return """
                {
                  "configList": [
                    {
                      "resourceName": "%s",
                      "rdmaHcaMax": %s,
                      "selectors": {
                        "vendors": ["%s"]
                      }
                    }
                  ]
                }
                """.formatted(format.value("resource-name"), format.value("shared-devices"), format.value("vendor"));
    }
}
