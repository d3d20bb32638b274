package org.sizewright.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.Cluster.VgpuMode;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.rules.Finding;
import org.sizewright.rules.RulePlan;

/** Clusters that mix sizes of vGPUs, on GPUs whose placement ids the library knows and does not know. */
class MixedSizePlanTest {
    /** The ids of GPUs with 80 GB are published, those of 141 GB are not. */
    @ParameterizedTest
    @CsvSource({"a, MIXED_SIZE, 0", "b, SAME_SIZE, 0", "b, MIXED_SIZE, 1", "a, PER_GPU, 0"})
    void unknownPlacementIdsAreAFinding(String option, VgpuMode mode, int findings) {
        assertThat(findings(option, mode)).hasSize(findings);
    }

    /** Seven machines of 16 GB and seven of 24 GB on GPUs of 48 GB: only GPUs of both modes carry them on six. */
    @ParameterizedTest
    @CsvSource({"SAME_SIZE, 1", "MIXED_SIZE, 2", "PER_GPU, 0"})
    void eachGpuRunsAsItPays(VgpuMode mode, int without) {
        ClusterPlacement placed = RulePlan.calculated(
                        "#server=lenovo/thinkedgese455v3/l40s-pcie;#gpu=l40s;#gpus=6;#hosts=1;#failures=0;#vcpu=4;"
                                + "#profile=L40S-16C;#other=L40S-24C;#count=7;#mode=" + mode)
                .placements()
                .getFirst();
        assertThat(placed.placement().refused()).hasSize(without);
        if (mode == VgpuMode.PER_GPU) {
            assertThat(placed.violations()).isEmpty();
            assertThat(placed.gpusIn(PartitionMode.MIXED_SIZE)).containsOnlyKeys(0);
            assertThat(placed.gpusIn(PartitionMode.MIXED_SIZE).get(0)).isNotEmpty();
            assertThat(placed.gpusIn(PartitionMode.EQUAL_SIZE).get(0)).isNotEmpty();
        }
    }

    @Test
    void theFindingLeadsToTheCluster() {
        assertThat(findings("b", VgpuMode.MIXED_SIZE)).first().satisfies(finding -> {
            assertThat(finding.sentence()).contains("placement ids of", "are not known");
            assertThat(finding.path())
                    .hasValueSatisfying(path -> assertThat(path).startsWith("/options/b/clusters/"));
        });
    }

    private static List<Finding> findings(String id, VgpuMode mode) {
        Plan plan = SamplePlans.standard();
        Option option = plan.option(OptionId.of(id)).orElseThrow();
        for (Cluster cluster : option.clusters()) {
            option = option.withCluster(cluster.withVgpuMode(mode));
        }
        Plan changed = plan.withOption(option).withLive(option.id());
        return Calculation.of(Resolver.resolve(changed, new SampleReferences()), Cancellation.never())
                .live()
                .findings()
                .stream()
                .filter(finding -> finding.rule().equals("PLACE-006"))
                .toList();
    }
}
