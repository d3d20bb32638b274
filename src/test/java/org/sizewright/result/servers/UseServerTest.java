package org.sizewright.result.servers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sizewright.ExistingHostPlans;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.library.Gpu;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Plan;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.Settings;

class UseServerTest {
    @Test
    void whatWasCountedInTheServerBeforeIsNotSaidOfAnother() {
        SampleReferences references = new SampleReferences();
        Plan plan = SamplePlans.standard();
        HostGroup group = UseServer.group(plan, plan.live()).orElseThrow();
        plan = plan.withOption(plan.liveOption()
                .withSetup(plan.liveOption()
                        .setup()
                        .with(
                                group.id(),
                                stated -> stated.with(HostSettings.GPU_NICS, 4).with(HostSettings.DIMMS, 32))));
        ServerGpus gpus = new ServerGpus(references.library());
        CatalogEntry server = references.catalog().entries().stream()
                .filter(entry -> gpus.of(entry).size() == 1 && !entry.id().equals(group.server()))
                .findFirst()
                .orElseThrow();
        Plan changed = new UseServer(plan.live(), server, gpus.of(server).getFirst()).apply(plan);

        Settings stated = changed.liveOption().setup().of(group.id());
        assertThat(stated.get(HostSettings.GPU_NICS)).isEmpty();
        assertThat(stated.get(HostSettings.DIMMS)).hasValue(32);
    }

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
