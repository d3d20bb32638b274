package org.sizewright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sizewright.MixedHostPlans;
import org.sizewright.SamplePlans;
import org.sizewright.library.Library;

class ClusterTest {
    private static SavedPlan saved(Plan plan) {
        return new SavedPlan(plan, java.util.Optional.empty(), List.of(), Library.of(List.of()), "test");
    }

    @Test
    void severalGroupsMayBeOnAutoAndTheClusterSaysByWhat() {
        Plan plan = MixedHostPlans.twoKinds(HostObjective.LEAST_POWER);
        Cluster cluster = plan.liveOption().clusters().getFirst();
        assertThat(cluster.isMixed()).isTrue();
        assertThat(cluster.withName("x").withHostFailures(2).objective()).isEqualTo(HostObjective.LEAST_POWER);
        assertThat(cluster.withGroup(cluster.groups().getFirst().withCount(HostCount.of(2)))
                        .isMixed())
                .isFalse();

        byte[] file = PlanFile.write(saved(plan));

        assertThat(new String(file, StandardCharsets.UTF_8)).contains("\"objective\": \"LEAST_POWER\"");
        assertThat(PlanFile.read(file))
                .isInstanceOfSatisfying(
                        ReadPlan.Read.class,
                        read -> assertThat(read.saved().plan()).isEqualTo(plan));
    }

    @Test
    void aFileThatDoesNotSayMeansTheFewestHosts() {
        byte[] file = PlanFile.write(saved(SamplePlans.standard()));

        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain("\"objective\": \"FEWEST");
        assertThat(PlanFile.read(file))
                .isInstanceOfSatisfying(
                        ReadPlan.Read.class,
                        read -> assertThat(read.saved()
                                        .plan()
                                        .liveOption()
                                        .clusters()
                                        .getFirst()
                                        .objective())
                                .isEqualTo(HostObjective.FEWEST_HOSTS));
    }
}
