package org.sizewright.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.Cluster.VgpuMode;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.rules.Finding;

/** Clusters that mix sizes of vGPUs, on GPUs whose placement ids the library knows and does not know. */
class MixedSizePlanTest {
    /** The ids of GPUs with 80 GB are published, those of 141 GB are not. */
    @ParameterizedTest
    @CsvSource({"a, MIXED_SIZE, 0", "b, SAME_SIZE, 0", "b, MIXED_SIZE, 1"})
    void unknownPlacementIdsAreAFinding(String option, VgpuMode mode, int findings) {
        assertThat(findings(option, mode)).hasSize(findings);
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
