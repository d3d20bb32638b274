package org.sizewright.buildsheet.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.library.HandOverRecord;
import org.sizewright.plan.Site;

/** Helm values of the GPU Operator: only what differs from its defaults, or what the plan decides. */
final class GpuOperatorFile {
    private static final String PULL_SECRET = "registry-secret";

    private GpuOperatorFile() {}

    static HandOverFile of(HandOverPlan plan, HandOverRecord.Format format, List<MigLayouts.Layout> layouts) {
        List<String> remarks = new ArrayList<>();
        remarks.add("helm install --wait gpu-operator --namespace " + format.value("namespace")
                + " --create-namespace --repo "
                + format.value("repository") + " --version v" + format.version() + " --values values.yaml "
                + format.value("chart"));
        if (plan.hasVgpus()) {
            remarks.add("Before: kubectl create secret generic " + format.value("licensing-secret") + " -n "
                    + format.value("namespace")
                    + " --from-file=gridd.conf --from-file=client_configuration_token.tok; and the secret "
                    + PULL_SECRET
                    + " for the registry.");
            remarks.add("The vGPU guest driver may not be published: its image stands in a private registry.");
        }
        return plan.yaml(
                "gpu-operator/values.yaml",
                "Helm values of the GPU Operator",
                format,
                remarks,
                List.of(values(plan, format, layouts)));
    }

    private static Yaml values(HandOverPlan plan, HandOverRecord.Format format, List<MigLayouts.Layout> layouts) {
        Yaml.Fields values = Yaml.fields();
        values.put("mig", Yaml.fields().put("strategy", strategy(plan, layouts)));
        driver(plan, format).ifPresent(driver -> values.put("driver", driver));
        if (!plan.hasVgpus() && !layouts.isEmpty()) {
            Optional<HandOverRecord.Format> parted = plan.format("mig-parted");
            parted.ifPresent(mig -> values.put(
                    "migManager",
                    Yaml.fields()
                            .put("enabled", Yaml.flag(true))
                            .put(
                                    "config",
                                    Yaml.fields()
                                            .put("create", Yaml.flag(true))
                                            .put("name", "sizewright-mig-config")
                                            .put("default", mig.value("default-config"))
                                            .put(
                                                    "data",
                                                    Yaml.fields()
                                                            .put(
                                                                    mig.value("config-map-key"),
                                                                    new Yaml.Lines(YamlWriter.write(
                                                                                    "",
                                                                                    MigPartedFile.document(
                                                                                            mig, layouts))
                                                                            .substring("---\n".length())))))));
        }
        return values.end();
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

    /** Of nodes that are guests with vGPUs, or behind a gap of air; elsewhere the operator's own defaults hold. */
    static Optional<Yaml> driver(HandOverPlan plan, HandOverRecord.Format format) {
        boolean closed = plan.plan().site().connectivity() == Site.Connectivity.AIR_GAPPED;
        if (!plan.hasVgpus() && !closed) {
            return Optional.empty();
        }
        Yaml.Fields driver = Yaml.fields()
                .put("repository", FillIn.of("private-registry"))
                .put("image", format.value("driver-image"))
                .put("version", FillIn.of(plan.hasVgpus() ? "vgpu-guest-driver-version" : "driver-version"))
                .put("imagePullSecrets", Yaml.texts(List.of(PULL_SECRET)));
        if (plan.hasVgpus()) {
            driver.put(
                    "licensingConfig",
                    Yaml.fields()
                            .put("secretName", format.value("licensing-secret"))
                            .put("nlsEnabled", Yaml.flag(true)));
        }
        return Optional.of(driver.end());
    }
}
