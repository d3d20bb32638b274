package org.sizewright.buildsheet.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sizewright.library.HandOverRecord;
import org.sizewright.plan.setting.KubernetesSettings;

/** A cluster of the vSphere Kubernetes Service: one pool of nodes for each kind of machine. */
final class ClusterManifest {
    private static final int POOL_NAME = 40;
    private static final String CLASS = "class";
    /** A version as the Supervisor takes it: major and minor number, and as much behind them as is known. */
    private static final Pattern VERSION = Pattern.compile("(\\d+\\.\\d+)(\\.\\d+([+][A-Za-z0-9.+-]+)?)?");

    private ClusterManifest() {}

    static HandOverFile of(HandOverPlan plan, HandOverRecord.Format format) {
        List<String> remarks = new ArrayList<>();
        remarks.add("Each pool uses the VM class of its machines; add the classes to the namespace first.");
        remarks.add("kubectl get kr lists the releases, kubectl get clusterclass -n " + format.value("class-namespace")
                + " the classes; kubectl apply --dry-run=server --validate=strict checks the file.");
        Optional<MatchResult> version = version(plan);
        version.ifPresentOrElse(
                stated -> {
                    remarks.add(
                            "Kubernetes v" + stated.group() + " is taken as the beginning of a version: the Supervisor"
                                    + " puts in the newest release that begins so and that it has. State more of the version to hold one.");
                    if (format.find(CLASS + " " + stated.group(1)).isEmpty()) {
                        remarks.add("Which class takes Kubernetes " + stated.group(1) + " was not read: see that "
                                + format.value(CLASS) + " does.");
                    }
                },
                () -> remarks.add(
                        "State the Kubernetes version among the platform's settings, and it is written here."));
        format.notes().ifPresent(remarks::add);
        plan.operator("gpu-operator")
                .filter(operator -> operator.unread().isEmpty())
                .flatMap(operator -> operator.format().find("vks-guest"))
                .ifPresent(guest -> remarks.add("The GPU Operator names " + guest
                        + " for nodes of vSphere Kubernetes: choose a release with that image."));
        List<Yaml> documents = plan.live().placements().stream()
                .map(placed -> document(
                        format,
                        version,
                        DnsName.of(
                                placed.cluster().cluster().name(),
                                placed.cluster().cluster().id().value()),
                        plan.kinds().stream()
                                .filter(kind -> kind.cluster() == placed)
                                .toList()))
                .toList();
        return plan.yaml(
                "vsphere-kubernetes/cluster.yaml",
                "Kubernetes clusters with their pools of GPU nodes",
                format,
                remarks,
                documents);
    }

    /** The stated Kubernetes version, if it has the form of one. */
    private static Optional<MatchResult> version(HandOverPlan plan) {
        return plan.live()
                .option()
                .option()
                .setup()
                .platform()
                .get(KubernetesSettings.KUBERNETES_VERSION)
                .map(stated -> VERSION.matcher(stated.text().replaceFirst("^[A-Za-z ]+", "")))
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult);
    }

    private static Yaml document(
            HandOverRecord.Format format, Optional<MatchResult> version, String name, List<MachineKind> kinds) {
        Yaml.Fields topology = Yaml.fields()
                .put(
                        CLASS,
                        version.flatMap(stated -> format.find(CLASS + " " + stated.group(1)))
                                .orElseGet(() -> format.value(CLASS)))
                .put("classNamespace", format.value("class-namespace"))
                .put(
                        "version",
                        Yaml.text(version.map(stated -> "v" + stated.group())
                                .orElseGet(() -> FillIn.of("kubernetes-release"))),
                        "One of kubectl get kr; the Supervisor completes the beginning of one.")
                .put(
                        "controlPlane",
                        Yaml.fields()
                                .put("replicas", Yaml.whole(Integer.parseInt(format.value("control-plane-replicas"))))
                                .put("metadata", annotations(format)))
                .put(
                        "workers",
                        Yaml.fields()
                                .put(
                                        "machineDeployments",
                                        Yaml.list(kinds.stream()
                                                .filter(kind -> !kind.placed().isEmpty())
                                                .map(kind -> pool(format, kind))
                                                .toList())))
                .put(
                        "variables",
                        Yaml.list(List.of(
                                variable("vmClass", Yaml.text(FillIn.of("vm-class-of-control-plane"))),
                                variable("storageClass", Yaml.text(FillIn.of("storage-class"))))));
        return Yaml.fields()
                .put("apiVersion", format.value("apiVersion"))
                .put("kind", "Cluster")
                .put("metadata", Yaml.fields().put("name", name).put("namespace", FillIn.of("vsphere-namespace")))
                .put(
                        "spec",
                        Yaml.fields()
                                .put(
                                        "clusterNetwork",
                                        Yaml.fields()
                                                .put("pods", blocks(format.value("pods")))
                                                .put("services", blocks(format.value("services"))))
                                .put("topology", topology))
                .end();
    }

    private static Yaml pool(HandOverRecord.Format format, MachineKind kind) {
        Yaml volume = Yaml.fields()
                .put("name", "containerd")
                .put("mountPath", format.value("containerd-path"))
                .put("storageClass", FillIn.of("storage-class"))
                .put("capacity", FillIn.of("size-of-container-images-in-Gi"))
                .end();
        List<Yaml> overrides = new ArrayList<>();
        overrides.add(variable("vmClass", Yaml.text(kind.name())));
        overrides.add(variable("volumes", Yaml.list(List.of(volume))));
        return Yaml.fields()
                .put(CLASS, format.value("worker-class"))
                .put("name", poolName(kind.name()))
                .put("replicas", Yaml.whole(kind.placed().size()))
                .put("metadata", annotations(format))
                .put("variables", Yaml.fields().put("overrides", Yaml.list(overrides)))
                .end();
    }

    /** Short, since the names of nodes are made of it. */
    private static String poolName(String kind) {
        return kind.length() <= POOL_NAME
                ? kind
                : kind.substring(kind.length() - POOL_NAME).replaceAll("^-+", "");
    }

    private static Yaml.Fields annotations(HandOverRecord.Format format) {
        return Yaml.fields()
                .put("annotations", Yaml.fields().put(format.value("os-annotation"), format.value("os-value")));
    }

    private static Yaml.Fields blocks(String block) {
        return Yaml.fields().put("cidrBlocks", new Yaml.Row(List.of(Yaml.text(block))));
    }

    private static Yaml variable(String name, Yaml value) {
        return Yaml.fields().put("name", name).put("value", value).end();
    }
}
