package org.sizewright.rules.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Setup;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;

/** A finding about a sound plan is a false alarm: whoever has seen a few of them reads none. */
class SoundPlansTest {
    /** Worth knowing about plans that are right: facts with weak sources, and pauses that nobody has measured. */
    private static final Set<String> HINTS = Set.of("FACT-001", "FACT-002", "MODE-009", "MODE-015", "PLACE-004");

    private static final Map<String, Plan> PLANS = SoundPlans.all();

    static Set<String> names() {
        return PLANS.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingIsFoundInASoundPlan(String name) {
        assertThat(alarms(Findings.of(plan(name)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everythingHasAPlace(String name) {
        assertThat(Findings.result(plan(name)).placements()).allSatisfy(placed -> {
            assertThat(placed.all().isComplete()).isTrue();
            assertThat(placed.all().placed()).isNotEmpty();
        });
    }

    /** Of what nobody has stated, rules ask; they accuse nobody. */
    @ParameterizedTest
    @MethodSource("names")
    void aPlanWithoutSettingsIsAskedOnly(String name) {
        Plan plan = plan(name);
        List<Finding> findings =
                Findings.of(plan.withOption(plan.options().getFirst().withSetup(Setup.UNKNOWN)));

        assertThat(findings)
                .filteredOn(finding -> finding.severity() == Severity.ERROR || finding.severity() == Severity.WARNING)
                .extracting(finding -> finding.rule() + " " + finding.sentence())
                .isEmpty();
        assertThat(findings).extracting(Finding::severity).contains(Severity.OPEN_ITEM);
    }

    /** Nor is a plan blamed whose racks nobody has entered. */
    @ParameterizedTest
    @MethodSource("names")
    void aSiteWithoutRacksIsAnOpenItem(String name) {
        assertThat(Findings.of(Change.of(plan(name), "/site/racks=[]")))
                .filteredOn(finding -> !HINTS.contains(finding.rule()))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo("SITE-001");
                    assertThat(finding.severity()).isEqualTo(Severity.OPEN_ITEM);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.0U3",
                "8.0 U3",
                "8.0u3",
                "8.0 Update 3",
                "vSphere 8.0 Update 3",
                "8.0.3",
                "ESXi 8.0.3 build-24674464",
                "8.0U3e",
                "8.0 U3 P06",
                "9.0",
                "9.0.1",
                "9.0.1.0",
                "VCF 9.0"
            })
    void aReleaseIsTheSameHoweverItIsWritten(String release) {
        assertThat(alarms(Findings.of(Change.of(plan("vgpu"), "vsphere=" + release))))
                .isEmpty();
    }

    /** Values right at what a rule asks for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "vgpu | power-cables=25",
                "vgpu | memory-reserved=100",
                "vgpu | hardware-version=21",
                "vgpu | w1:mmio-size=1024",
                "vgpu | w1:cores-per-socket=16",
                "vgpu | guest-release=18.0",
                "vgpu | guest-release=16.14",
                "vgpu | vgpu-release=19.4",
                "vgpu | drs-level=MANUAL",
                "vgpu | bios-sub-numa=",
                "vgpu | bridge=TWO_WAY",
                "vgpu | w2:guest-os=WINDOWS_SERVER",
                "time-sliced | guest-os=WINDOWS_SERVER",
                "time-sliced | drs-level=FULL",
                "time-sliced | ai-enterprise-licences=13",
                "passthrough | drs-level=FULL",
                "mig | dls-version=3.4;dls-disk=10",
                "mig | dls-on-gpu-cluster=SPREAD",
                "mig | licence-service=NODE_LOCKED",
                "rdma | nic-model=BLUEFIELD_3",
                "rdma | guest-os=RHEL_8",
                "rdma | gpu-bandwidth=200",
                "rdma | vsphere=8.0U2",
                "rdma | fabric=INFINIBAND;lossless=;roce=",
                "bare metal | data-center-driver=570.133.20",
                "blackwell | vsphere=8.0 U3 P06",
                "blackwell | vsphere=8.0 U3 P07",
                "vsphere kubernetes | operator-source=INSTALLER",
                "vsphere kubernetes | kubernetes-version=v1.34.2+vmware.1",
                "vsphere kubernetes | kubernetes-version=1.36.4",
                "vsphere kubernetes | gpu-operator=v25.10.1",
                "vsphere kubernetes | runtime-version=2.3.1",
                "openshift on vsphere | openshift-version=4.18.33",
                "openshift on bare metal | operator-source=INSTALLER",
                "private ai | edge-size=EXTRA_LARGE",
                "retrieval | guest-release=19.0",
                "retrieval | /workloads/w2/contextTokens=16384",
                "edge | edge-watts=288",
                "labelled | g1:nics=4;g2:nics=4",
                "older | vsphere=8.0 U1c",
                "oldest | vsphere=7.0.3"
            })
    void valuesAtTheEdgeAreSound(String words) {
        String[] parts = words.split("\\|");
        assertThat(alarms(Findings.of(Change.of(plan(parts[0].strip()), parts[1].strip()))))
                .isEmpty();
    }

    @Test
    void hintsAreNotes() {
        for (String name : names()) {
            assertThat(Findings.of(plan(name)))
                    .filteredOn(finding -> HINTS.contains(finding.rule()))
                    .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE));
        }
    }

    private static Plan plan(String name) {
        Plan plan = PLANS.get(name);
        if (plan == null) {
            throw new IllegalArgumentException("no plan " + name);
        }
        return plan;
    }

    private static List<String> alarms(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !HINTS.contains(finding.rule()))
                .filter(finding -> !finding.rule().equals("PLAN-003"))
                .map(finding -> finding.severity() + " " + finding.rule() + " " + finding.sentence())
                .toList();
    }
}
