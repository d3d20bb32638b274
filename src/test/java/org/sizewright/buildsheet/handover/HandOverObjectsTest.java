package org.sizewright.buildsheet.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sizewright.buildsheet.handover.HandOverCases.Case;
import org.sizewright.delivery.supply.FirewallPorts;
import org.sizewright.library.HandOverRecord.Port;
import org.sizewright.plan.Option;
import org.sizewright.plan.setting.LicenceSettings;

/** Hosts, network and Kubernetes: what the hand-over files say about them. */
class HandOverObjectsTest {
    static List<Case> cases() {
        return HandOverCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFirewallTableIsATable(Case one) throws IOException {
        String text = one.file("network/firewall.csv").orElseThrow().text();
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new java.io.StringReader(text))) {
            List<CSVRecord> rows = parser.getRecords();
            assertThat(rows).hasSameSizeAs(FirewallPorts.of(one.live()).ports());
            for (CSVRecord row : rows) {
                assertThat(row.isConsistent()).isTrue();
                assertThat(Integer.parseInt(row.get("Port"))).isBetween(1, 65_535);
                assertThat(row.get("Protocol")).isIn("TCP", "UDP");
                assertThat(row.get("Source")).isNotBlank();
                if (row.get("To").contains(".")) {
                    assertThat(row.get("To")).matches("[a-z0-9.-]+");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyHostWithGpusHasItsCommands(Case one) {
        long hosts = one.live().placements().stream()
                .flatMap(placed -> placed.problem().hosts().stream())
                .filter(host -> host.gpus() > 0)
                .count();
        assertThat(one.under("esxi")).hasSize(one.plan().runsEsxi() ? (int) hosts : 0);
        for (HandOverFile file : one.under("esxi")) {
            List<String> lines = file.text()
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            assertThat(lines.getFirst()).endsWith("exit 1");
            assertThat(lines.stream().skip(1))
                    .allMatch(line -> line.matches("(esxcli|nvidia-smi|reboot|/etc/init\\.d/xorg)( .*)?"));
            assertThat(file.text()).doesNotContain("{").doesNotContain("mig -cgi");
        }
    }

    @Test
    void eachGpuInMigModeIsSwitchedOnceAndMixedSizesAreSaid() {
        Case sample = HandOverCases.named("sample");
        long switched = sample.under("esxi").stream()
                .flatMap(file -> file.text().lines())
                .filter(line -> line.matches("nvidia-smi -i [0-9]+ -mig 1"))
                .count();
        long planned = MigLayouts.of(sample.plan()).stream()
                .mapToLong(layout -> layout.hosts().size()
                        * layout.gpus().stream().filter(gpu -> !gpu.isEmpty()).count())
                .sum();
        assertThat(switched).isEqualTo(planned).isPositive();
        assertThat(HandOverCases.named("mixed size").under("esxi"))
                .anyMatch(file -> file.text().contains("-m MixedSize"));
        assertThat(sample.under("esxi")).noneMatch(file -> file.text().contains("-m MixedSize"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valuesOfTheGpuOperatorFollowItsRules(Case one) {
        Option.Platform platform = one.plan().platform();
        assertThat(one.file("gpu-operator/values.yaml").isPresent())
                .isEqualTo(platform == Option.Platform.VSPHERE_KUBERNETES || platform == Option.Platform.BARE_METAL);
        one.file("gpu-operator/values.yaml").ifPresent(file -> {
            JsonNode values = Schemas.yaml(file.text()).getFirst();
            assertThat(Schemas.refusals(valuesOf(one), values)).isEmpty();
            if (one.plan().hasVgpus()) {
                assertThat(values.at("/driver/repository").textValue()).isEqualTo("<FILL-IN:private-registry>");
            }
            JsonNode config = values.at("/migManager/config/data/config.yaml");
            if (!config.isMissingNode()) {
                assertThat(Schemas.yaml(config.textValue()))
                        .isEqualTo(Schemas.yaml(
                                one.file("mig-parted/config.yaml").orElseThrow().text()));
            }
        });
    }

    /** The schema of the version that a case states; each refuses the fields of the others. */
    private static String valuesOf(Case one) {
        return one.name().contains("25.3.2")
                ? "gpu-operator-values-25.3"
                : one.name().contains("25.10") ? "gpu-operator-values-25.10" : "gpu-operator-values";
    }

    @Test
    void valuesAreWrittenForTheStatedVersion() {
        Case old = HandOverCases.named("vSphere Kubernetes with GPU Operator 25.3.2, air-gapped");
        HandOverFile file = old.file("gpu-operator/values.yaml").orElseThrow();
        assertThat(file.version()).isEqualTo("25.3.2");
        assertThat(file.text()).contains("--version v25.3.2").contains("create configmap licensing-config");
        JsonNode values = tree(old, "gpu-operator/values.yaml");
        assertThat(values.at("/driver/licensingConfig/configMapName").textValue())
                .isEqualTo("licensing-config");
        assertThat(values.at("/operator/initContainer/repository").textValue()).isEqualTo("<FILL-IN:private-registry>");
        assertThat(Schemas.refusals("gpu-operator-values", values)).isNotEmpty();

        HandOverFile newest = HandOverCases.named("vSphere Kubernetes with GPU Operator 25.10")
                .file("gpu-operator/values.yaml")
                .orElseThrow();
        assertThat(newest.version()).isEqualTo("25.10.1");
    }

    /** Version 24.9 had driver.useOpenKernelModules in the place of driver.kernelModuleType; it is out of support. */
    @Test
    void anUnknownVersionIsSaid() {
        Case unknown = HandOverCases.named("vSphere Kubernetes with GPU Operator 24.9.2");
        HandOverFile file = unknown.file("gpu-operator/values.yaml").orElseThrow();
        assertThat(file.version()).isEqualTo("26.7.0");
        assertThat(file.remarks().getFirst()).contains("24.9.2").contains("written for 26.7.0");
        assertThat(unknown.handOver().leftOut()).anyMatch(left -> left.name().equals("Files for GPU Operator 24.9.2"));
        for (Case one : cases()) {
            if (one != unknown) {
                assertThat(one.handOver().leftOut())
                        .as(one.name())
                        .noneMatch(left -> left.name().startsWith("Files for GPU Operator"));
            }
        }
    }

    @Test
    void theSubscriptionTakesTheChannelOfTheStatedVersion() {
        Case one = HandOverCases.named("OpenShift with GPU Operator 25.3.0");
        List<JsonNode> objects = Schemas.yaml(
                one.file("openshift/2-gpu-operator.yaml").orElseThrow().text());
        JsonNode subscription = objects.getLast();
        assertThat(Schemas.refusals("olm", subscription)).isEmpty();
        assertThat(subscription.at("/spec/channel").textValue()).isEqualTo("v24.9");
        assertThat(subscription.at("/spec/startingCSV").textValue()).isEqualTo("gpu-operator-certified.v25.3.0");
        assertThat(one.file("openshift/2-gpu-operator.yaml").orElseThrow().text())
                .contains("For OpenShift 4.12 to 4.18.");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void portsOfALicenceServiceAreOpenedWhereMachinesHaveVgpus(Case one) {
        Set<Port.Scope> scopes =
                FirewallPorts.of(one.live()).ports().stream().map(Port::scope).collect(Collectors.toSet());
        boolean stated = one.live()
                .option()
                .option()
                .setup()
                .platform()
                .get(LicenceSettings.LICENCE_SERVICE)
                .isPresent();
        assertThat(scopes.contains(Port.Scope.LICENCE_CLOUD) || scopes.contains(Port.Scope.LICENCE_LOCAL))
                .isEqualTo(stated || one.plan().hasVgpus());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNetworkOperatorComesWithRdmaOnly(Case one) {
        Option.Platform platform = one.plan().platform();
        boolean written = one.plan().wantsRdma()
                && (platform == Option.Platform.VSPHERE_KUBERNETES || platform == Option.Platform.BARE_METAL);
        assertThat(one.under("network-operator")).hasSize(written ? 2 : 0);
        assertThat(one.handOver().leftOut().stream()
                        .anyMatch(left -> left.name().equals("Helm values of the Network Operator")))
                .isNotEqualTo(written);
        if (written) {
            JsonNode values = tree(one, "network-operator/values.yaml");
            assertThat(Schemas.refusals("network-operator-values", values)).isEmpty();
            JsonNode policy = tree(one, "network-operator/nic-cluster-policy.yaml");
            assertThat(Schemas.refusals("nic-cluster-policy", policy)).isEmpty();
            JsonNode config = Schemas.json(
                    policy.at("/spec/rdmaSharedDevicePlugin/config").textValue());
            assertThat(config.at("/configList/0/selectors/vendors/0").textValue())
                    .isEqualTo("15b3");
            assertThat(tree(one, "gpu-operator/values.yaml")
                            .at("/driver/kernelModuleType")
                            .textValue())
                    .isEqualTo("open");
            assertThat(tree(one, "gpu-operator/values.yaml").at("/gds/enabled").booleanValue())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void behindAnAirGapEveryImageComesFromThePrivateRegistry(Case one) {
        for (String path : List.of(
                "gpu-operator/values.yaml",
                "network-operator/values.yaml",
                "network-operator/nic-cluster-policy.yaml",
                "openshift/5-nic-cluster-policy.yaml")) {
            one.file(path).ifPresent(file -> {
                List<String> repositories = tree(one, path).findValuesAsText("repository");
                if (one.plan().isAirGapped()) {
                    assertThat(repositories)
                            .isNotEmpty()
                            .allMatch(each -> each.startsWith("<FILL-IN:private-registry>"));
                    assertThat(file.text()).contains("registry-secret").doesNotContain("nvcr.io");
                }
            });
        }
    }

    @Test
    void aClosedSiteNamesTheRegistryForEachPartOfTheOperator() {
        JsonNode values = tree(HandOverCases.named("MIG on bare metal, air-gapped"), "gpu-operator/values.yaml");
        for (String part : List.of(
                "operator", "validator", "driver", "toolkit", "devicePlugin", "gfd", "dcgmExporter", "migManager")) {
            assertThat(values.at("/" + part + "/repository").textValue())
                    .as(part)
                    .isEqualTo("<FILL-IN:private-registry>");
            assertThat(values.at("/" + part + "/imagePullSecrets/0").textValue())
                    .as(part)
                    .isEqualTo("registry-secret");
        }
        assertThat(values.at("/migManager/config/create").booleanValue()).isTrue();
        assertThat(values.at("/driver/repoConfig/configMapName").textValue()).isEqualTo("repo-config");
        assertThat(values.at("/node-feature-discovery/imagePullSecrets/0/name").textValue())
                .isEqualTo("registry-secret");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void openShiftGetsTheNetworkOperatorWithRdmaOnly(Case one) {
        boolean wanted =
                one.plan().platform() == Option.Platform.OPENSHIFT && one.plan().wantsRdma();
        assertThat(one.file("openshift/4-network-operator.yaml").isPresent()).isEqualTo(wanted);
        assertThat(one.file("openshift/5-nic-cluster-policy.yaml").isPresent()).isEqualTo(wanted);
        if (wanted) {
            List<JsonNode> objects = Schemas.yaml(
                    one.file("openshift/4-network-operator.yaml").orElseThrow().text());
            assertThat(objects)
                    .extracting(object -> object.at("/kind").textValue())
                    .containsExactly("Namespace", "OperatorGroup", "Subscription");
            assertThat(objects)
                    .allSatisfy(object ->
                            assertThat(Schemas.refusals("olm", object)).isEmpty());
            assertThat(objects.get(1).at("/spec/targetNamespaces/0"))
                    .isEqualTo(objects.get(0).at("/metadata/name"));
            assertThat(objects.get(2).at("/spec/startingCSV").textValue())
                    .isEqualTo(objects.get(2).at("/spec/name").textValue() + ".v26.4.1");
            assertThat(Schemas.refusals("nic-cluster-policy", tree(one, "openshift/5-nic-cluster-policy.yaml")))
                    .isEmpty();
            assertThat(one.file("openshift/1-node-feature-discovery.yaml")
                            .orElseThrow()
                            .text())
                    .contains("0207");
        }
    }

    /** The bundle of the operator has no image for GPUDirect Storage: a policy without one is refused when it is carried out. */
    @Test
    void aPolicyWithDirectStorageNamesItsImage() {
        JsonNode open = tree(HandOverCases.named("RDMA on OpenShift"), "openshift/3-cluster-policy.yaml");
        assertThat(Schemas.refusals("cluster-policy", open)).isEmpty();
        assertThat(open.at("/spec/driver/kernelModuleType").textValue()).isEqualTo("open");
        assertThat(open.at("/spec/gds/repository").textValue()).isEqualTo("nvcr.io/nvidia/cloud-native");
        JsonNode closed = tree(HandOverCases.named("RDMA on OpenShift, air-gapped"), "openshift/3-cluster-policy.yaml");
        assertThat(Schemas.refusals("cluster-policy", closed)).isEmpty();
        assertThat(closed.at("/spec/gds/repository").textValue()).isEqualTo("<FILL-IN:private-registry>");
        assertThat(closed.at("/spec/gds/imagePullSecrets/0").textValue()).isEqualTo("registry-secret");
        ((com.fasterxml.jackson.databind.node.ObjectNode) open.at("/spec/gds")).remove("image");
        assertThat(Schemas.refusals("cluster-policy", open)).isNotEmpty();
        JsonNode plain = tree(HandOverCases.named("OpenShift"), "openshift/3-cluster-policy.yaml");
        assertThat(plain.at("/spec/gds").isMissingNode()).isTrue();
        assertThat(plain.at("/spec/driver/kernelModuleType").isMissingNode()).isTrue();
    }

    private static JsonNode tree(Case one, String path) {
        return Schemas.yaml(one.file(path).orElseThrow().text()).getFirst();
    }

    @Test
    void bareMetalWithMigHandsTheOperatorItsConfiguration() {
        JsonNode values = Schemas.yaml(HandOverCases.named("MIG on bare metal, many hosts")
                        .file("gpu-operator/values.yaml")
                        .orElseThrow()
                        .text())
                .getFirst();
        assertThat(values.at("/migManager/config/create").booleanValue()).isTrue();
        assertThat(values.at("/mig/strategy").textValue()).isEqualTo("mixed");
        assertThat(values.at("/driver").isMissingNode()).isTrue();
    }

    @Test
    void clustersUseTheClassesOfThePlan() {
        Case one = HandOverCases.named("vSphere Kubernetes");
        Set<String> classes =
                Schemas.yaml(one.file("vm-service/virtual-machine-classes.yaml")
                                .orElseThrow()
                                .text())
                        .stream()
                        .map(node -> node.at("/metadata/name").textValue())
                        .collect(Collectors.toSet());
        List<JsonNode> clusters = Schemas.yaml(
                one.file("vsphere-kubernetes/cluster.yaml").orElseThrow().text());
        assertThat(clusters).hasSameSizeAs(one.live().placements());
        int nodes = 0;
        for (JsonNode cluster : clusters) {
            assertThat(Schemas.refusals("cluster", cluster)).isEmpty();
            for (JsonNode pool : cluster.at("/spec/topology/workers/machineDeployments")) {
                nodes += pool.at("/replicas").intValue();
                assertThat(classes)
                        .contains(pool.at("/variables/overrides/0/value").textValue());
            }
        }
        assertThat(nodes)
                .isEqualTo(one.live().placements().stream()
                        .mapToInt(placed -> placed.all().placed().size())
                        .sum());
    }

    /** The Supervisor takes the beginning of a version; each class takes some versions only. */
    @Test
    void aStatedKubernetesVersionIsWrittenWithAClassThatTakesIt() {
        JsonNode stated = tree(
                HandOverCases.named("vSphere Kubernetes with GPU Operator 25.10"), "vsphere-kubernetes/cluster.yaml");
        assertThat(stated.at("/spec/topology/version").textValue()).isEqualTo("v1.34");
        assertThat(stated.at("/spec/topology/class").textValue()).isEqualTo("builtin-generic-v3.5.0");

        Case unread = HandOverCases.named("vSphere Kubernetes with GPU Operator 24.9.2");
        JsonNode old = tree(unread, "vsphere-kubernetes/cluster.yaml");
        assertThat(old.at("/spec/topology/version").textValue()).isEqualTo("v1.27.3+vmware.1");
        assertThat(unread.file("vsphere-kubernetes/cluster.yaml").orElseThrow().remarks())
                .anyMatch(remark -> remark.contains("Which class takes Kubernetes 1.27 was not read"));

        Case silent = HandOverCases.named("vSphere Kubernetes");
        assertThat(tree(silent, "vsphere-kubernetes/cluster.yaml")
                        .at("/spec/topology/version")
                        .textValue())
                .isEqualTo("<FILL-IN:kubernetes-release>");
        assertThat(silent.file("vsphere-kubernetes/cluster.yaml").orElseThrow().text())
                .contains("# One of kubectl get kr");
    }

    @Test
    void openShiftGetsItsObjects() {
        Case one = HandOverCases.named("OpenShift");
        assertThat(one.under("openshift")).hasSize(3);
        for (HandOverFile file : one.under("openshift").subList(0, 2)) {
            for (JsonNode object : Schemas.yaml(file.text())) {
                assertThat(Schemas.refusals("olm", object)).as(file.path()).isEmpty();
            }
        }
        JsonNode policy = Schemas.yaml(one.under("openshift").get(2).text()).getFirst();
        assertThat(Schemas.refusals("cluster-policy", policy)).isEmpty();
        ((com.fasterxml.jackson.databind.node.ObjectNode) policy.at("/spec")).remove("gfd");
        assertThat(Schemas.refusals("cluster-policy", policy)).isNotEmpty();
    }
}
