package org.sizewright.buildsheet.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.library.FormInRelease;
import org.sizewright.library.HandOverRecord;

/** Helm values of the GPU Operator: only what differs from its defaults, or what the plan decides. */
final class GpuOperatorFile {
    static final String PULL_SECRET = "registry-secret";
    static final String PRIVATE_REGISTRY = FillIn.of("private-registry");
    /** Holds the list of the package mirror. */
    static final String REPO_CONFIG = "repo-config";

    private static final String OPERATOR = "operator";
    /** What the licence's object is called: a secret, or a ConfigMap in older versions. */
    private static final String LICENCE_FIELD = "licence-field";

    /** Parts whose images the chart names one by one. */
    private static final List<String> PARTS =
            List.of(OPERATOR, "validator", "toolkit", "devicePlugin", "gfd", "dcgmExporter");

    private GpuOperatorFile() {}

    static HandOverFile of(HandOverPlan plan, FormInRelease form, List<MigLayouts.Layout> layouts) {
        HandOverRecord.Format format = form.format();
        List<String> remarks = new ArrayList<>();
        form.unread().ifPresent(stated -> remarks.add(unread(stated, form)));
        remarks.add("helm install --wait gpu-operator --namespace " + format.value("namespace")
                + " --create-namespace --repo "
                + format.value("repository") + " --version v" + form.release() + " --values values.yaml "
                + format.value("chart"));
        if (plan.hasVgpus()) {
            remarks.add("Before: " + licence("kubectl", format, format.value("namespace")) + "; and the secret "
                    + PULL_SECRET + " for the registry.");
            remarks.add("The vGPU guest driver may not be published: its image stands in a private registry.");
        }
        if (plan.isAirGapped()) {
            remarks.add("All images stand in the private registry under their own names; before: kubectl create secret"
                    + " docker-registry " + PULL_SECRET + " -n " + format.value("namespace")
                    + " --docker-server=... --docker-username=... --docker-password=..., and, unless drivers are precompiled,"
                    + " kubectl create configmap " + REPO_CONFIG + " -n " + format.value("namespace")
                    + " --from-file=custom-repo.list.");
            remarks.add(
                    "Charts are carried in as files: the path of the file takes the place of --repo and the chart.");
        }
        remarks.addAll(direct(plan));
        return plan.yaml(
                "gpu-operator/values.yaml",
                "Helm values of the GPU Operator",
                format,
                remarks,
                List.of(values(plan, format, layouts)));
    }

    /** That the file is not written for the version that the plan states. */
    static String unread(String stated, FormInRelease form) {
        return "The plan states GPU Operator " + stated + ", whose fields were not read: this file is written for "
                + form.release() + ". Hold it against the fields of " + stated + " before use.";
    }

    /** The command that gives the operator the licence of vGPUs, in the kind of object that its version reads. */
    static String licence(String tool, HandOverRecord.Format format, String namespace) {
        String kind = format.value(LICENCE_FIELD).equals("secretName") ? "secret generic" : "configmap";
        return tool + " create " + kind + " " + format.value("licensing-secret") + " -n " + namespace
                + " --from-file=gridd.conf --from-file=client_configuration_token.tok";
    }

    /** What GPUDirect asks of the nodes; empty where it is not wanted. */
    static List<String> direct(HandOverPlan plan) {
        List<String> remarks = new ArrayList<>();
        if (plan.wantsRdma() || plan.wantsDirectStorage()) {
            remarks.add("GPUDirect takes the open kernel modules and, by DMA-BUF, a kernel from 5.12 on.");
        }
        if (plan.wantsDirectStorage()) {
            remarks.add(
                    "GPUDirect Storage runs neither with secure boot nor with precompiled drivers; the operator supports it for"
                            + " local NVMe and NFS.");
        }
        return remarks;
    }

    private static Yaml values(HandOverPlan plan, HandOverRecord.Format format, List<MigLayouts.Layout> layouts) {
        Yaml.Fields values = Yaml.fields();
        values.put("mig", Yaml.fields().put("strategy", strategy(plan, layouts)));
        Yaml.Fields driver = Yaml.fields();
        driverFields(plan, format, driver);
        if (plan.isAirGapped()) {
            driver.put("manager", Yaml.fields().put("repository", PRIVATE_REGISTRY));
            driver.put("repoConfig", Yaml.fields().put("configMapName", REPO_CONFIG));
            PARTS.forEach(part -> values.put(part, part.equals(OPERATOR) ? operator(format) : fromRegistry()));
            values.put(
                    "node-feature-discovery",
                    Yaml.fields()
                            .put("image", Yaml.fields().put("repository", PRIVATE_REGISTRY + "/node-feature-discovery"))
                            .put(
                                    "imagePullSecrets",
                                    Yaml.list(List.of(Yaml.fields()
                                            .put("name", PULL_SECRET)
                                            .end()))));
        }
        if (!driver.isEmpty()) {
            values.put("driver", driver);
        }
        if (plan.wantsDirectStorage()) {
            Yaml.Fields storage = plan.isAirGapped() ? fromRegistry() : Yaml.fields();
            values.put("gds", storage.put("enabled", Yaml.flag(true)));
        }
        migManager(plan, layouts).ifPresent(manager -> values.put("migManager", manager));
        return values.end();
    }

    /** Older versions start the operator's pods with an image of their own. */
    private static Yaml.Fields operator(HandOverRecord.Format format) {
        Yaml.Fields fields = fromRegistry();
        format.find("init-container")
                .ifPresent(field -> fields.put(field, Yaml.fields().put("repository", PRIVATE_REGISTRY)));
        return fields;
    }

    private static Yaml.Fields fromRegistry() {
        return Yaml.fields()
                .put("repository", PRIVATE_REGISTRY)
                .put("imagePullSecrets", Yaml.texts(List.of(PULL_SECRET)));
    }

    private static Optional<Yaml> migManager(HandOverPlan plan, List<MigLayouts.Layout> layouts) {
        Yaml.Fields manager = plan.isAirGapped() ? fromRegistry() : Yaml.fields();
        if (!plan.hasVgpus() && !layouts.isEmpty()) {
            plan.format("mig-parted")
                    .ifPresent(mig -> manager.put("enabled", Yaml.flag(true)).put("config", migConfig(mig, layouts)));
        }
        return manager.isEmpty() ? Optional.empty() : Optional.of(manager.end());
    }

    private static Yaml.Fields migConfig(HandOverRecord.Format mig, List<MigLayouts.Layout> layouts) {
        String document =
                YamlWriter.write("", MigPartedFile.document(mig, layouts)).substring("---\n".length());
        return Yaml.fields()
                .put("create", Yaml.flag(true))
                .put("name", "sizewright-mig-config")
                .put("default", mig.value("default-config"))
                .put("data", Yaml.fields().put(mig.value("config-map-key"), new Yaml.Lines(document)));
    }

    /** Mixed wherever nodes, or GPUs of one, differ; a guest with a vGPU sees one GPU and needs no more than single. */
    static String strategy(HandOverPlan plan, List<MigLayouts.Layout> layouts) {
        if (plan.hasVgpus() || layouts.isEmpty()) {
            return "single";
        }
        boolean uniform = layouts.stream()
                .allMatch(layout -> layout.gpus().stream().distinct().count() == 1
                        && layout.gpus().getFirst().keySet().size() == 1);
        return uniform ? "single" : "mixed";
    }

    /** Of nodes that are guests with vGPUs, behind a gap of air, or with GPUDirect; elsewhere the operator's own defaults hold. */
    static Optional<Yaml> driver(HandOverPlan plan, HandOverRecord.Format format) {
        Yaml.Fields driver = Yaml.fields();
        driverFields(plan, format, driver);
        return driver.isEmpty() ? Optional.empty() : Optional.of(driver.end());
    }

    private static void driverFields(HandOverPlan plan, HandOverRecord.Format format, Yaml.Fields driver) {
        if (plan.hasVgpus() || plan.isAirGapped()) {
            ownDriver(plan, format, driver);
        }
        if (plan.wantsRdma() || plan.wantsDirectStorage()) {
            driver.put("kernelModuleType", "open");
        }
    }

    private static void ownDriver(HandOverPlan plan, HandOverRecord.Format format, Yaml.Fields driver) {
        driver.put("repository", PRIVATE_REGISTRY)
                .put("image", format.value("driver-image"))
                .put("version", FillIn.of(plan.hasVgpus() ? "vgpu-guest-driver-version" : "driver-version"))
                .put("imagePullSecrets", Yaml.texts(List.of(PULL_SECRET)));
        if (plan.hasVgpus()) {
            driver.put(
                    "licensingConfig",
                    Yaml.fields()
                            .put(format.value(LICENCE_FIELD), format.value("licensing-secret"))
                            .put("nlsEnabled", Yaml.flag(true)));
        }
    }
}
