package org.sizewright.rules.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sizewright.library.GpuId;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.PlacedVm;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.Option.Platform;
import org.sizewright.plan.Plan;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.Workload.GpuVms.Sharing;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.Finding;

/** Two groups of hosts with different GPUs in one cluster: a workload goes by those that it may run on. */
class DifferentGpusTest {
    private static final String LLAMA_8B = "meta-llama/Llama-3.1-8B-Instruct";

    private static Draft draft() {
        return new Draft("different GPUs", Platform.VSPHERE)
                .hosts("dell-technologies/poweredger760xa/l40s-pcie", "l40s", 4, 2, 32, 1024)
                .labels("small")
                .hosts("lenovo/thinksystemsr675v3/h100-nvl", "h100-nvl-94", 4, 2, 32, 1024)
                .labels("large");
    }

    private static List<String> said(OptionResult result, String rule) {
        return result.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::sentence)
                .toList();
    }

    private static ResolvedAssignment first(OptionResult result) {
        return result.option().assignments().getFirst();
    }

    /** Ids of the groups whose hosts carry machines. */
    private static List<String> carrying(OptionResult result) {
        ClusterPlacement placed = result.placements().getFirst();
        return placed.all().placed().stream()
                .map(PlacedVm::host)
                .map(host -> placed.cluster().groups().get(placed.groupOf(host)).group())
                .map(group -> group.id().value())
                .distinct()
                .toList();
    }

    @Test
    void aProfileOfTheSecondGpuIsFound() {
        OptionResult result =
                Findings.result(draft().sliced(4, 20, "H100L-23C", 8, 64).toPlan());

        assertThat(said(result, "PLAN-001")).isEmpty();
        assertThat(carrying(result)).containsExactly("g2");
        assertThat(first(result).group().gpu().id()).isEqualTo(GpuId.of("h100-nvl-94"));
    }

    @Test
    void migIsTakenFromTheGpuThatHasIt() {
        OptionResult result = Findings.result(
                Change.of(draft().mig(4, 20, "1g.24gb", 8, 64).toPlan(), "/options/a/assignments/w1/profile=-"));

        assertThat(said(result, "PLAN-001")).isEmpty();
        assertThat(said(result, "MIG-009")).isEmpty();
        assertThat(carrying(result)).containsExactly("g2");
    }

    @Test
    void labelsDecideWhichGpuCounts() {
        OptionResult result = Findings.result(
                draft().llm(LLAMA_8B, "bf16", 1, 8192, 10, 16, 96).on("large").toPlan());

        assertThat(result.sizing()
                        .demand
                        .llm
                        .subject(result.sizing().demand.llm.rows.keys().getFirst())
                        .gpu()
                        .id())
                .isEqualTo(GpuId.of("h100-nvl-94"));
        assertThat(carrying(result)).containsExactly("g2");
        assertThat(said(result, "MIX-002")).isEmpty();
    }

    /** A profile that only hosts of another label offer is none that it may get. */
    @Test
    void aProfileOfHostsThatLabelsRuleOutIsMissing() {
        OptionResult result = Findings.result(
                draft().sliced(4, 20, "L40S-24C", 8, 64).on("large").toPlan());

        assertThat(said(result, "PLAN-001")).hasSize(1).first().asString().contains("H100 NVL", "L40S-24C");
    }

    @Test
    void everyGpuThatLacksAProfileIsNamed() {
        OptionResult result =
                Findings.result(draft().sliced(4, 20, "A40-24C", 8, 64).toPlan());

        assertThat(said(result, "PLAN-001"))
                .hasSize(2)
                .anySatisfy(sentence -> assertThat(sentence).contains("L40S"))
                .anySatisfy(sentence -> assertThat(sentence).contains("H100 NVL"));
    }

    /** The GPU with less memory decides how many have the memory that is asked for. */
    @Test
    void wholeGpusSufficeOnEveryGpu() {
        Plan plan = Change.of(
                draft().sliced(1, 90, "H100L-94C", 8, 192).toPlan(),
                "/options/a/assignments/w1/profile=-;/workloads/w1/sharing=" + Sharing.WHOLE);
        Plan turned = Change.of(plan, "/workloads/w1/labels=[\"large\"]");

        assertThat(first(Findings.result(plan)).share())
                .isInstanceOfSatisfying(
                        GpuShare.Whole.class, whole -> assertThat(whole.gpus()).isEqualTo(2));
        assertThat(first(Findings.result(turned)).share())
                .isInstanceOfSatisfying(
                        GpuShare.Whole.class, whole -> assertThat(whole.gpus()).isEqualTo(1));
    }

    /** A model on whole GPUs is sized for the first GPU that it may get, and whoever mixes GPUs is told so. */
    @Test
    void aModelThatMayGetEitherGpuIsNamed() {
        OptionResult result = Findings.result(
                draft().llm(LLAMA_8B, "bf16", 1, 8192, 10, 16, 96).toPlan());

        assertThat(said(result, "MIX-002")).hasSize(1).first().asString().contains("L40S", "Hosts g2");
    }
}
