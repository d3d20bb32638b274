package org.sizewright.buildsheet.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.library.FormInRelease;
import org.sizewright.library.HandOverRecord;

/** What OpenShift's Operator Lifecycle Manager needs to install Node Feature Discovery, GPU Operator and Network Operator. */
final class OpenShiftObjects {
    private static final String GROUPS = "operators.coreos.com/v1";
    private static final String OPENSHIFT = "openshift";
    private static final String SUBSCRIPTIONS = "operators.coreos.com/v1alpha1";

    private OpenShiftObjects() {}

    static HandOverFile discovery(HandOverPlan plan, HandOverRecord.Format format) {
        String namespace = format.value("namespace");
        String sources = YamlWriter.write(
                        "",
                        Yaml.fields()
                                .put(
                                        "sources",
                                        Yaml.fields()
                                                .put(
                                                        "pci",
                                                        Yaml.fields()
                                                                .put("deviceClassWhitelist", Yaml.texts(classes(plan)))
                                                                .put(
                                                                        "deviceLabelFields",
                                                                        Yaml.texts(List.of("vendor")))))
                                .end())
                .substring("---\n".length());
        Yaml instance = Yaml.fields()
                .put("apiVersion", "nfd.openshift.io/v1")
                .put("kind", "NodeFeatureDiscovery")
                .put(
                        "metadata",
                        Yaml.fields().put("name", format.value("instance")).put("namespace", namespace))
                .put(
                        "spec",
                        Yaml.fields().put("workerConfig", Yaml.fields().put("configData", new Yaml.Lines(sources))))
                .end();
        return plan.yaml(
                "openshift/1-node-feature-discovery.yaml",
                "Node Feature Discovery on OpenShift",
                format,
                List.of(
                        "Apply the instance, the last document, when the operator is installed.",
                        "Then nodes with GPUs carry the label feature.node.kubernetes.io/pci-10de.present=true."),
                List.of(
                        namespace(namespace),
                        group(namespace, namespace),
                        subscription(format, format.value("channel"), "Automatic", Optional.empty()),
                        instance));
    }

    /** Classes of devices that get a label; adapters in InfiniBand mode are 0207. */
    private static List<String> classes(HandOverPlan plan) {
        return plan.wantsRdma() ? List.of("0200", "0207", "03", "12") : List.of("0200", "03", "12");
    }

    static HandOverFile operator(HandOverPlan plan, FormInRelease form) {
        HandOverRecord.Format format = form.format();
        String namespace = format.value("namespace");
        List<String> remarks = new ArrayList<>();
        form.unread().ifPresent(stated -> remarks.add(GpuOperatorFile.unread(stated, form)));
        remarks.addAll(remarks(plan, format, form.value(OPENSHIFT), namespace));
        return plan.yaml(
                "openshift/2-gpu-operator.yaml",
                "GPU Operator on OpenShift: namespace and subscription",
                format,
                remarks,
                List.of(
                        namespace(namespace),
                        group(namespace, namespace + "-group"),
                        subscription(
                                format,
                                form.value("channel"),
                                "Manual",
                                Optional.of(format.value("package") + ".v" + form.release()))));
    }

    static HandOverFile networkOperator(HandOverPlan plan, HandOverRecord.Format format) {
        String namespace = format.value("namespace");
        List<String> remarks = new ArrayList<>(remarks(plan, format, format.value(OPENSHIFT), namespace));
        format.notes().ifPresent(remarks::add);
        return plan.yaml(
                "openshift/4-network-operator.yaml",
                "Network Operator on OpenShift: namespace and subscription",
                format,
                remarks,
                List.of(
                        namespace(namespace),
                        group(namespace, format.value("group")),
                        subscription(
                                format,
                                format.value("channel"),
                                "Manual",
                                Optional.of(format.value("package") + ".v" + format.value("release")))));
    }

    private static List<String> remarks(
            HandOverPlan plan, HandOverRecord.Format format, String openShift, String namespace) {
        List<String> remarks = new ArrayList<>();
        remarks.add("For OpenShift " + openShift + ".");
        remarks.add("The install plan waits for approval: oc patch installplan NAME -n " + namespace
                + " --type merge --patch '{\"spec\":{\"approved\":true}}'.");
        if (plan.isAirGapped()) {
            remarks.add("The catalog comes from a mirror: put its name in the place of " + format.value("source")
                    + " (oc get catalogsource -n " + format.value("sourceNamespace") + ").");
        }
        return remarks;
    }

    static HandOverFile networkPolicy(
            HandOverPlan plan, HandOverRecord.Format installed, HandOverRecord.Format format) {
        return NetworkOperatorFiles.policy(plan, format, installed, "openshift/5-nic-cluster-policy.yaml", "oc");
    }

    /** The policy, as far as the plan decides it; all other parts run with the operator's defaults. */
    static HandOverFile policy(
            HandOverPlan plan, FormInRelease form, HandOverRecord.Format operator, List<MigLayouts.Layout> layouts) {
        HandOverRecord.Format format = form.format();
        Yaml empty = Yaml.fields().end();
        Yaml.Fields spec = Yaml.fields()
                .put("operator", Yaml.fields().put("use_ocp_driver_toolkit", Yaml.flag(true)))
                .put("daemonsets", empty)
                .put(
                        "driver",
                        GpuOperatorFile.driver(plan, operator)
                                .orElseGet(() -> Yaml.fields()
                                        .put("enabled", Yaml.flag(true))
                                        .end()))
                .put("toolkit", Yaml.fields().put("enabled", Yaml.flag(true)))
                .put("devicePlugin", Yaml.fields().put("enabled", Yaml.flag(true)))
                .put("dcgm", Yaml.fields().put("enabled", Yaml.flag(true)))
                .put("dcgmExporter", Yaml.fields().put("enabled", Yaml.flag(true)))
                .put("gfd", Yaml.fields().put("enabled", Yaml.flag(true)))
                .put("nodeStatusExporter", Yaml.fields().put("enabled", Yaml.flag(true)))
                .put("mig", Yaml.fields().put("strategy", GpuOperatorFile.strategy(plan, layouts)));
        if (plan.wantsDirectStorage()) {
            spec.put("gds", directStorage(plan, operator));
        }
        List<String> remarks = new ArrayList<>();
        form.unread().ifPresent(stated -> remarks.add(GpuOperatorFile.unread(stated, form)));
        remarks.add("Only one ClusterPolicy may exist.");
        remarks.add(
                "Nodes are taken to be virtual machines with vGPUs, where the plan shares GPUs: on bare metal leave the"
                        + " driver's values out, and the operator takes its own driver.");
        remarks.add("Before, where nodes have vGPUs: "
                + GpuOperatorFile.licence("oc", operator, format.value("namespace")) + ".");
        if (plan.isAirGapped()) {
            remarks.add("Before: oc create secret docker-registry " + GpuOperatorFile.PULL_SECRET + " -n "
                    + format.value("namespace")
                    + " --docker-server=... --docker-username=... --docker-password=...");
        }
        remarks.addAll(GpuOperatorFile.direct(plan));
        if (plan.wantsRdma()) {
            remarks.add(
                    "RDMA goes by DMA-BUF, as the GPU Operator's guide recommends. The Network Operator's guide for OpenShift"
                            + " sets driver.rdma.enabled too, for the older module nvidia-peermem.");
        }
        return plan.yaml(
                "openshift/3-cluster-policy.yaml",
                "Policy of the GPU Operator on OpenShift",
                format,
                remarks,
                List.of(Yaml.fields()
                        .put("apiVersion", "nvidia.com/v1")
                        .put("kind", "ClusterPolicy")
                        .put("metadata", Yaml.fields().put("name", format.value("policy-name")))
                        .put("spec", spec)
                        .end()));
    }

    /** All three parts of the image: the bundle of the operator has no image of its own for this part. */
    private static Yaml.Fields directStorage(HandOverPlan plan, HandOverRecord.Format operator) {
        Yaml.Fields fields = Yaml.fields()
                .put("enabled", Yaml.flag(true))
                .put(
                        "repository",
                        plan.isAirGapped() ? GpuOperatorFile.PRIVATE_REGISTRY : operator.value("gds-repository"))
                .put("image", operator.value("gds-image"))
                .put("version", operator.value("gds-version"));
        return plan.isAirGapped()
                ? fields.put("imagePullSecrets", Yaml.texts(List.of(GpuOperatorFile.PULL_SECRET)))
                : fields;
    }

    private static Yaml namespace(String name) {
        return Yaml.fields()
                .put("apiVersion", "v1")
                .put("kind", "Namespace")
                .put("metadata", Yaml.fields().put("name", name))
                .end();
    }

    private static Yaml group(String namespace, String name) {
        return Yaml.fields()
                .put("apiVersion", GROUPS)
                .put("kind", "OperatorGroup")
                .put("metadata", Yaml.fields().put("name", name).put("namespace", namespace))
                .put("spec", Yaml.fields().put("targetNamespaces", Yaml.texts(List.of(namespace))))
                .end();
    }

    /** @param csv the version to begin with; without one it is the newest of the channel */
    private static Yaml subscription(
            HandOverRecord.Format format, String channel, String approval, Optional<String> csv) {
        Yaml.Fields spec = Yaml.fields()
                .put("channel", channel)
                .put("installPlanApproval", approval)
                .put("name", format.value("package"))
                .put("source", format.value("source"))
                .put("sourceNamespace", format.value("sourceNamespace"));
        csv.ifPresent(version -> spec.put("startingCSV", version));
        return Yaml.fields()
                .put("apiVersion", SUBSCRIPTIONS)
                .put("kind", "Subscription")
                .put(
                        "metadata",
                        Yaml.fields().put("name", format.value("package")).put("namespace", format.value("namespace")))
                .put("spec", spec)
                .end();
    }
}
