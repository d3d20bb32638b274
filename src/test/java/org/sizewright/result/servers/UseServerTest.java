package org.sizewright.result.servers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sizewright.ExistingHostPlans;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.library.Gpu;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Plan;

class UseServerTest {
    @Test
    void replacesTheFirstGroupToBuyAndLeavesHostsThatAreThere() {
        SampleReferences references = new SampleReferences();
        Plan plan = ExistingHostPlans.nordhafen();
        HostGroup toBuy = UseServer.group(plan, plan.live()).orElseThrow();
        assertThat(toBuy.isExisting()).isFalse();
        ServerGpus gpus = new ServerGpus(references.library());
        CatalogEntry server = references.catalog().entries().stream()
                .filter(entry -> gpus.of(entry).size() == 1 && !entry.id().equals(toBuy.server()))
                .findFirst()
                .orElseThrow();
        Gpu gpu = gpus.of(server).getFirst();
        UseServer use = new UseServer(plan.live(), server, gpu);
        Plan changed = use.apply(plan);
        assertThat(use.isDone(changed)).isTrue();
        assertThat(changed.liveOption().clusters().stream()
                        .flatMap(cluster -> cluster.groups().stream())
                        .filter(HostGroup::isExisting)
                        .toList())
                .isEqualTo(plan.liveOption().clusters().stream()
                        .flatMap(cluster -> cluster.groups().stream())
                        .filter(HostGroup::isExisting)
                        .toList());
    }
}
