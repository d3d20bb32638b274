package org.sizewright.delivery.supply;

import java.util.List;
import org.sizewright.DocumentPlans;
import org.sizewright.SampleReferences;
import org.sizewright.StatedSetup;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Site;
import org.sizewright.plan.WorkloadId;
import org.sizewright.plan.setting.Settings;
import org.sizewright.plan.setting.UseSettings;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;

/** The plan of an assistant, retrieval and tuning, with changes; and what it is supplied with. */
final class SupplyPlan {
    static final WorkloadId ASSISTANT = WorkloadId.of("w1");
    private static final SampleReferences REFERENCES = new SampleReferences();

    private Plan plan = DocumentPlans.documents();

    static SupplyPlan plain() {
        return new SupplyPlan();
    }

    Option option() {
        return plan.liveOption();
    }

    SupplyPlan on(Option.Platform platform) {
        plan = plan.withOption(option().withPlatform(platform));
        return this;
    }

    SupplyPlan airGapped() {
        plan = plan.withSite(plan.site().withConnectivity(Site.Connectivity.AIR_GAPPED));
        return this;
    }

    /** Settings as {@code key=value}: of the option, of all groups, of all workloads. */
    SupplyPlan stating(String... settings) {
        plan = plan.withOption(StatedSetup.with(option(), List.of(settings)));
        return this;
    }

    /** Software for the assistant alone, as saved plans write it. */
    SupplyPlan ticking(String software) {
        plan = plan.withOption(option().withSetup(option().setup()
                .with(
                        ASSISTANT,
                        machines -> software.isEmpty()
                                ? Settings.NOTHING
                                : machines.withText(UseSettings.SOFTWARE, software))));
        return this;
    }

    SupplyPlan rdma() {
        Assignment assignment = option().assignments().stream()
                .filter(each -> each.workload().equals(ASSISTANT))
                .findFirst()
                .orElseThrow();
        plan = plan.withOption(option().withAssignment(
                        assignment.withDevices(assignment.devices().withRdma(true))));
        return this;
    }

    /** All machines get their GPUs passed through. */
    SupplyPlan passedThrough() {
        for (Assignment assignment : option().assignments()) {
            plan = plan.withOption(option().withAssignment(assignment.withAccess(GpuAccess.DIRECTPATH)));
        }
        return this;
    }

    Plan plan() {
        return plan;
    }

    OptionResult result() {
        return Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never())
                .live();
    }

    Supply supply() {
        return Supply.of(result());
    }
}
