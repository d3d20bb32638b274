package org.sizewright.ui;

import java.util.List;
import java.util.Optional;
import org.sizewright.SamplePlans;
import org.sizewright.StatedSetup;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.RuleOverride;
import org.sizewright.result.OptionResult;
import org.sizewright.result.PlanResult;
import org.sizewright.session.SessionState;

/** The sample plan with too few hosts, unknown facts and one finding accepted; and one without any finding. */
final class Troubled {
    private Troubled() {}

    static Plan plan() {
        Plan plan = SamplePlans.standard();
        Option option = plan.liveOption();
        Cluster cluster = option.clusters().getFirst();
        HostGroup group = cluster.groups()
                .getFirst()
                .withGpusPerHost(10)
                .withCount(HostCount.of(1))
                .withTyped(HostGroup.Typed.NOTHING);
        Option unclassed = StatedSetup.with(option.withCluster(cluster.withGroup(group)), List.of("site-class="));
        return plan.withOption(unclassed)
                .withOverrides(List.of(new RuleOverride(
                        "HOST-003",
                        group.name(),
                        "The vendor confirmed a data-center system by mail on 12 November.",
                        "A. Architect")));
    }

    static SessionState clear(SampleStates states) {
        SessionState state = states.standard();
        OptionResult live = state.live().orElseThrow();
        OptionResult clear =
                new OptionResult(live.plan(), live.option(), live.sizing(), live.placements(), live.racks(), List.of());
        return new SessionState(
                state.revision(),
                state.plan(),
                state.file(),
                state.saved(),
                state.undoLabel(),
                state.redoLabel(),
                state.library(),
                state.catalog(),
                Optional.of(new PlanResult(live.plan(), List.of(clear), false)),
                false);
    }
}
