package org.sizewright.buildsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.plan.DiskNeeds;
import org.sizewright.plan.Growth;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.PlanResult;
import org.sizewright.result.growth.GrowthSteps;
import org.sizewright.result.platforms.PlatformTrials;

/** The sheets Storage, Growth and Platforms. */
class OutlookSheetsTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private static BuildSheet sheet(Plan plan) {
        PlanResult result = Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never());
        return BuildSheets.of(new BuildSheetSubject(result, result.live(), Optional.empty(), "Sizewright test")
                .withGrowth(GrowthSteps.of(result.live(), Cancellation.never(), GrowthSteps.Progress.none()))
                .withPlatforms(PlatformTrials.of(result.live(), Cancellation.never(), PlatformTrials.Progress.none())));
    }

    private static Plan growing() {
        Plan plan = SamplePlans.standard();
        Workload notebooks = plan.workload(WorkloadId.of("w2")).orElseThrow();
        return plan.withWorkload(notebooks.withTerms(notebooks
                .terms()
                .withGrowth(new Growth.Factors(2, 8))
                .withDisk(DiskNeeds.UNSTATED.withHomeGb(Optional.of(100.0)))));
    }

    private static List<String> texts(BuildSheet sheet, String id) {
        return sheet.sheets().stream()
                .filter(each -> each.id().equals(id))
                .flatMap(each -> each.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .flatMap(table -> table.rows().stream())
                .flatMap(List::stream)
                .map(Object::toString)
                .toList();
    }

    @Test
    void growthSaysWhatIsBoughtWhen() {
        String all = String.join("\n", texts(sheet(growing()), "growth"));
        assertThat(all)
                .contains("12 VMs", "24 VMs", "96 VMs", "2 times after 12 months, 8 times after 36")
                .contains("constant, as no growth is stated")
                .contains("Day 1, 21 Nov 2026", "+36 months, 21 Nov 2029");
    }

    @Test
    void platformsSayWhatIsImpossible() {
        String all = String.join("\n", texts(sheet(SamplePlans.standard()), "platforms"));
        assertThat(all)
                .contains("VMware vSphere (in use)", "Red Hat OpenShift", "Bare metal")
                .contains("time-sliced vGPU, and there is no hypervisor")
                .contains("OpenShift is taken to run on vSphere");
    }

    @Test
    void withoutThemTheSheetsAreNotThere() {
        PlanResult result = Calculation.of(Resolver.resolve(SamplePlans.standard(), REFERENCES), Cancellation.never());
        BuildSheet sheet =
                BuildSheets.of(new BuildSheetSubject(result, result.live(), Optional.empty(), "Sizewright test"));
        assertThat(sheet.sheets()).extracting(Sheet::id).contains("storage").doesNotContain("growth", "platforms");
    }
}
