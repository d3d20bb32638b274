package org.sizewright;

import java.util.Optional;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.HostObjective;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;

/** Plans in which several kinds of hosts are on AUTO. */
public final class MixedHostPlans {
    private MixedHostPlans() {}

    /** Option B of the sample plan with a smaller kind of its hosts beside the large one: 3 GPUs, half the memory. */
    public static Plan twoKinds(HostObjective objective) {
        Plan plan = SamplePlans.standard();
        Option option = plan.option(OptionId.of("b")).orElseThrow();
        Cluster cluster = option.clusters().getFirst();
        HostGroup large = cluster.groups().getFirst();
        HostGroup small = new HostGroup(
                GroupId.of("g2"),
                "small",
                large.server(),
                large.gpu(),
                3,
                HostCount.auto(),
                2,
                32,
                1,
                1024,
                64,
                new HostGroup.Typed(Optional.of(Watts.of(1100)), Optional.of(2), Optional.of(Kilograms.of(60))));
        return plan.withOption(
                        option.withCluster(cluster.withObjective(objective).withNewGroup(small)))
                .withLive(OptionId.of("b"));
    }
}
