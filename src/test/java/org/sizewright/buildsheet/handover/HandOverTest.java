package org.sizewright.buildsheet.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.buildsheet.handover.HandOverCases.Case;
import org.sizewright.delivery.machine.GpuDevices;
import org.sizewright.delivery.machine.MachineSetup;
import org.sizewright.library.Gpu;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.placement.ClusterPlacement;

/** What hand-over files are as a whole, and what the first of them say. */
class HandOverTest {
    private static final String SUMMARY_SCHEMA = "/assets/schema/plan-summary-1.json";

    static List<Case> cases() {
        return HandOverCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSamePlanGivesTheSameFiles(Case one) {
        assertThat(HandOver.of(one.live(), HandOverCases.WRITTEN_BY)).isEqualTo(one.handOver());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everythingIsInTheReadme(Case one) {
        String readme = one.file("README.md").orElseThrow().text();
        for (HandOverFile file : one.handOver().files()) {
            if (!file.path().equals("README.md")) {
                assertThat(readme).contains("### " + file.path());
            }
        }
        for (LeftOut left : one.handOver().leftOut()) {
            assertThat(readme).contains("- " + left.name() + ": ");
            assertThat(left.reason()).endsWith(".");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsToBeFilledInIsInTheRemarks(Case one) {
        for (HandOverFile file : one.handOver().files()) {
            if (file.path().equals("README.md")) {
                continue;
            }
            String body = file.text().replaceAll("(?m)^#.*$", "");
            for (String value : FillIn.in(body)) {
                assertThat(file.remarks()).as(file.path()).contains("Fill in by hand: " + value + ".");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSummaryFollowsItsSchemaAndCountsEveryMachine(Case one) {
        JsonNode summary =
                Schemas.json(one.file("plan-summary.json").orElseThrow().text());
        assertThat(Schemas.refusalsBy(SUMMARY_SCHEMA, summary)).isEmpty();
        List<ClusterPlacement> placements = one.live().placements();
        for (int i = 0; i < placements.size(); i++) {
            JsonNode machines = summary.at("/clusters/" + i + "/machines");
            assertThat(machines).hasSize(placements.get(i).whole().vmCount());
            assertThat(machines.findValues("refused"))
                    .hasSize(placements.get(i).all().refused().size());
            assertThat(summary.at("/clusters/" + i + "/hosts"))
                    .hasSize(placements.get(i).problem().hostCount());
        }
    }

    @Test
    void theSummarySchemaIsASchemaAndRefusesWhatItDoesNotKnow() {
        assertThat(Schemas.faults(SUMMARY_SCHEMA)).isEmpty();
        JsonNode summary = Schemas.json(HandOverCases.named("sample")
                .file("plan-summary.json")
                .orElseThrow()
                .text());
        ((com.fasterxml.jackson.databind.node.ObjectNode) summary.at("/clusters/0/machines/0")).put("colour", "red");
        assertThat(Schemas.refusalsBy(SUMMARY_SCHEMA, summary)).isNotEmpty();
    }

    @Test
    void aPlanWithMachinesWithoutAPlaceSaysSo() {
        assertThat(HandOverCases.named("too few hosts")
                        .file("README.md")
                        .orElseThrow()
                        .text())
                .contains("have no place yet");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void migConfigurationsAreThoseOfThePlacement(Case one) {
        List<MigLayouts.Layout> layouts = MigLayouts.of(one.plan());
        if (layouts.isEmpty()) {
            assertThat(one.file("mig-parted/config.yaml")).isEmpty();
            return;
        }
        JsonNode tree = Schemas.yaml(
                        one.file("mig-parted/config.yaml").orElseThrow().text())
                .getFirst();
        assertThat(Schemas.refusals("mig-parted", tree)).isEmpty();
        int instances = 0;
        for (MigLayouts.Layout layout : layouts) {
            JsonNode entries = tree.at("/mig-configs/" + layout.name());
            int gpus = 0;
            for (JsonNode entry : entries) {
                gpus += entry.at("/devices").size();
                for (JsonNode device : entry.at("/devices")) {
                    int onGpu = 0;
                    for (JsonNode count : entry.at("/mig-devices")) {
                        onGpu += count.intValue();
                    }
                    instances += onGpu * layout.hosts().size();
                    fits(layout, entry, device.intValue());
                }
            }
            assertThat(gpus).isEqualTo(layout.gpus().size());
        }
        long placed = one.live().placements().stream()
                .flatMap(cluster -> cluster.placement().placed().stream())
                .flatMap(vm -> vm.gpus().stream())
                .filter(slot -> slot.mode() == org.sizewright.partition.PartitionMode.MIG)
                .count();
        assertThat(instances).isEqualTo((int) placed);
    }

    /** The largest first, each where it starts best: what the GPU itself would have to manage. */
    private static void fits(MigLayouts.Layout layout, JsonNode entry, int device) {
        int host = hostNumber(layout);
        PartitionScheme scheme = layout.cluster()
                .cluster()
                .groups()
                .get(layout.cluster().groupOf(host))
                .migProfiles()
                .orElseThrow()
                .toScheme();
        GpuLayout gpu = GpuLayout.empty(scheme);
        List<String> profiles = entry.at("/mig-devices").properties().stream()
                .flatMap(field -> java.util.Collections.nCopies(field.getValue().intValue(), field.getKey()).stream())
                .sorted(java.util.Comparator.comparingInt((String profile) ->
                                -scheme.slice(profile).orElseThrow().size())
                        .thenComparing(profile -> profile))
                .toList();
        for (String profile : profiles) {
            int start = gpu.bestStart(profile, java.util.Set.copyOf(profiles)).orElseThrow();
            gpu = gpu.place(profile, start);
        }
        assertThat(layout.gpus().get(device).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(gpu.parts().size());
    }

    private static int hostNumber(MigLayouts.Layout layout) {
        for (int host = 0; host < layout.cluster().problem().hostCount(); host++) {
            if (layout.cluster().hostName(host).equals(layout.hosts().getFirst())) {
                return host;
            }
        }
        throw new AssertionError("no such host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mig-configs: {all-disabled: [{devices: all, mig-enabled: false}]}",
                "version: v2\nmig-configs: {all-disabled: [{devices: all, mig-enabled: false}]}",
                "version: v1\nmig-configs: {}",
                "version: v1\nmig-configs: {all-disabled: [{devices: some, mig-enabled: false}]}",
                "version: v1\nmig-configs: {all-disabled: [{devices: all, mig-enabled: true}]}",
                "version: v1\nmig-configs: {all-disabled: [{devices: all, mig-enabled: false, mig-devices: {1g.10gb: 1}}]}",
                "version: v1\nmig-configs: {all-disabled: [{devices: all, mig-enabled: true, mig-devices: {1g.5gb+me-me: 1}}]}",
                "version: v1\nmig-configs: {all-disabled: [{devices: all, mig-enabled: true, mig-devices: {1g.5gb: 0}}]}",
                "version: v1\nother: 1\nmig-configs: {all-disabled: [{devices: all, mig-enabled: false}]}"
            })
    void migPartedWouldRefuseTheseAndSoDoesTheSchema(String text) {
        assertThat(Schemas.refusals("mig-parted", Schemas.yaml(text).getFirst()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void vmClassesAreThoseOfTheMachines(Case one) {
        List<JsonNode> classes = one.file("vm-service/virtual-machine-classes.yaml")
                .map(file -> Schemas.yaml(file.text()))
                .orElse(List.of());
        boolean vsphere = one.plan().runsEsxi();
        assertThat(classes).hasSize(vsphere ? one.plan().kinds().size() : 0);
        for (int i = 0; i < classes.size(); i++) {
            MachineKind kind = one.plan().kinds().get(i);
            JsonNode vmClass = classes.get(i);
            assertThat(Schemas.refusals("virtual-machine-class", vmClass)).isEmpty();
            assertThat(vmClass.at("/metadata/name").textValue()).isEqualTo(kind.name());
            assertThat(vmClass.at("/spec/hardware/cpus").intValue())
                    .isEqualTo(kind.vmClass().vcpu());
            assertThat(vmClass.at("/spec/policies/resources/requests/memory"))
                    .isEqualTo(vmClass.at("/spec/hardware/memory"));
            int devices = vmClass.at("/spec/hardware/devices/vgpuDevices").size()
                    + vmClass.at("/spec/hardware/devices/dynamicDirectPathIODevices")
                            .size()
                    + vmClass.at("/spec/configSpec/deviceChange").size();
            assertThat(devices).isEqualTo(kind.access().count());
        }
        assertThat(classes.stream().map(one1 -> one1.at("/metadata/name").textValue()))
                .doesNotHaveDuplicates();
    }

    @Test
    void twoEqualVgpusAreTwoDevicesSinceAProfileStandsOnceInTheList() {
        Case case4 = HandOverCases.named("documents");
        List<MachineKind> several = case4.plan().kinds().stream()
                .filter(kind -> kind.access() instanceof GpuDevices.Vgpus
                        && kind.access().count() > 1)
                .toList();
        assertThat(several).isNotEmpty();
        List<JsonNode> classes = Schemas.yaml(case4.file("vm-service/virtual-machine-classes.yaml")
                .orElseThrow()
                .text());
        for (MachineKind kind : several) {
            JsonNode vmClass = classes.stream()
                    .filter(node -> node.at("/metadata/name").textValue().equals(kind.name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(vmClass.at("/spec/hardware/devices").isMissingNode()).isTrue();
            assertThat(vmClass.at("/spec/configSpec/deviceChange"))
                    .hasSize(kind.access().count());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void advancedSettingsAreLinesOfKeysAndValues(Case one) {
        for (HandOverFile file : one.under("vmx")) {
            List<String> lines =
                    file.text().lines().filter(line -> !line.startsWith("#")).toList();
            assertThat(lines)
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allMatch(line -> line.matches("[A-Za-z0-9_.]+ = \"[^\"]*\""));
            String size = lines.stream()
                    .filter(line -> line.startsWith("pciPassthru.64bitMMIOSizeGB"))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll(".*\"(.*)\"", "$1");
            if (!size.startsWith("<FILL-IN:")) {
                assertThat(Integer.bitCount(Integer.parseInt(size))).isEqualTo(1);
            }
        }
        assertThat(one.under("vmx"))
                .hasSize(
                        one.plan().runsEsxi()
                                ? (int) one.plan().kinds().stream()
                                        .filter(kind -> kind.access().count() > 0)
                                        .count()
                                : 0);
    }

    @Test
    void theMmioSpaceIsWhatTheGpusWantTogether() {
        // 256 GB for each H100 with 80 GB by NVIDIA's table
        HandOverPlan plan = HandOverCases.named("sample").plan();
        MachineKind kind = plan.kinds().getFirst();
        assertThat(kind.gpus().stream().map(Gpu::id).map(Object::toString)).containsExactly("h100-sxm-80");
        assertThat(kind.access().count()).isEqualTo(2);
        assertThat(plan.setup(kind).orElseThrow().value(MachineSetup.Key.MMIO_SIZE))
                .contains("512");
    }
}
