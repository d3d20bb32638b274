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
import org.sizewright.plan.Option;

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
            assertThat(Schemas.refusals("gpu-operator-values", values)).isEmpty();
            if (one.plan().hasVgpus()) {
                assertThat(values.at("/driver/licensingConfig/secretName").isMissingNode())
                        .isFalse();
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
