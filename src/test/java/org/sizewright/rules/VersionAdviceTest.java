package org.sizewright.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.plan.setting.PlatformSettings;

/** Contradictions between versions and the smallest change of each. */
class VersionAdviceTest {
    @Test
    void aSoundPlanHasNone() {
        assertThat(VersionAdvice.of(RulePlan.subject(""))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            guest-release=20.0 | DRV-004 | Guest driver: 20.0 becomes 19.5
            guest-release=17.5 | DRV-004 | Guest driver: 17.5 becomes 18.0
            ai-enterprise=8.1 | VER-101 | NVIDIA AI Enterprise: 8.1 becomes 7
            vsphere=8.0U2;vgpu-release=20.1;ai-enterprise=8.1 | DRV-005 | Platform: 8.0U2 becomes 8.0 U3 P06
            vsphere=8.0U1;#gpu=h200-sxm;#llm=2 | MGPU-008 | Platform: 8.0U1 becomes 8.0U2
            licence-service=DLS;dls-version=3.3 | LIC-008 | Licence system: 3.3 becomes 3.4
            gpu-operator=24.9;#platform=VSPHERE_KUBERNETES | K8S-005 | GPU Operator: 24.9 becomes 25
            gpu-operator=26.7;kubernetes-version=1.31;#platform=VSPHERE_KUBERNETES | K8S-004 | Kubernetes: 1.31 becomes 1.33
            """)
    void theSmallestChangeIsProposed(String changes, String rule, String words) {
        List<VersionConflict> conflicts = VersionAdvice.of(RulePlan.subject(changes)).stream()
                .filter(conflict -> conflict.finding().rule().equals(rule))
                .toList();

        assertThat(conflicts).hasSize(1);
        assertThat(conflicts.getFirst().change().map(VersionConflict.Change::words))
                .contains(words);
        assertThat(conflicts.getFirst().sides()).isNotEmpty();
    }

    @Test
    void aChangeClearsAllItCanAndBringsNothingNew() {
        RuleSubject subject = RulePlan.subject("vgpu-release=16.9;guest-release=16.9;#date=2026-08-01");
        List<VersionConflict> conflicts = VersionAdvice.of(subject);

        assertThat(conflicts).extracting(conflict -> conflict.finding().rule()).contains("VER-101", "VER-102");
        for (VersionConflict conflict : conflicts) {
            VersionConflict.Change change = conflict.change().orElseThrow();
            String stated = change.steps().stream()
                    .map(step -> ";" + step.setting().key() + "=" + step.written())
                    .reduce("vgpu-release=16.9;guest-release=16.9;#date=2026-08-01", String::concat);
            assertThat(VersionAdvice.of(RulePlan.subject(stated)))
                    .extracting(after -> after.finding().rule())
                    .isSubsetOf(conflicts.stream()
                            .map(before -> before.finding().rule())
                            .toList())
                    .doesNotContain(conflict.finding().rule());
        }
    }

    @Test
    void severalContradictionsHaveAChangeEach() {
        List<VersionConflict> conflicts = VersionAdvice.of(RulePlan.subject(
                "vsphere=7.0U3;vgpu-release=17.5;guest-release=17.5;ai-enterprise=6.0;#date=2026-02-01"));

        assertThat(conflicts).extracting(conflict -> conflict.finding().rule()).contains("VER-101", "VER-103");
        assertThat(conflicts)
                .allSatisfy(conflict -> assertThat(conflict.change()).isPresent());
    }

    /** An older vGPU release takes older guests and an older AI Enterprise with it. */
    @Test
    void theGpuIsNeverChanged() {
        List<VersionConflict> conflicts =
                VersionAdvice.of(RulePlan.subject("#gpu=v100-pcie-32;#need=12;ai-enterprise=7.5"));

        assertThat(conflicts)
                .filteredOn(conflict -> conflict.finding().rule().equals("DRV-007"))
                .hasSize(1)
                .allSatisfy(
                        conflict -> assertThat(conflict.change().orElseThrow().steps())
                                .extracting(VersionConflict.Step::setting)
                                .containsExactlyInAnyOrder(
                                        PlatformSettings.VGPU_RELEASE,
                                        PlatformSettings.GUEST_RELEASE,
                                        PlatformSettings.AI_ENTERPRISE));
    }
}
