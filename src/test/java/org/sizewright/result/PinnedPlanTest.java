package org.sizewright.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.WindowPlans;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.WeekPlacement;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Pin;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.WorkloadId;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;

/** Machines pinned in a plan, from the plan to its findings. */
class PinnedPlanTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    /** The number of its hosts is searched. */
    private static final Plan AUTO = SamplePlans.standard().withLive(OptionId.of("b"));

    @Test
    void aPinnedMachineStaysAndTheOthersGoAroundIt() {
        ClusterPlacement free = placed(AUTO);
        PlacedVm moved = free.placement().placed().stream()
                .filter(vm -> vm.host() == 0 && vm.gpus().size() == 1)
                .findFirst()
                .orElseThrow();
        Pin pin = pin(moved, free.problem().hostCount() + 1);

        ClusterPlacement pinned = placed(with(AUTO, pin));

        assertThat(pinned.violations()).isEmpty();
        assertThat(pinned.problem().hostCount()).isGreaterThan(free.problem().hostCount());
        assertThat(pinned.placement().placed())
                .contains(new PlacedVm(moved.vmClass(), moved.number(), pin.host() - 1, moved.gpus()));
        assertThat(pinned.pinning().holds(moved.vmClass(), moved.number())).isTrue();
        assertThat(pinned.proof().orElseThrow().words())
                .contains("One machine is pinned by hand.", "Without pins it would be");
    }

    @Test
    void aPinToWhatIsGoneIsNamedWithItsReasonAndWhatToDo() {
        ClusterPlacement free = placed(SamplePlans.standard());
        PlacedVm vm = free.placement().placed().stream()
                .filter(each -> each.vmClass().equals("w2"))
                .findFirst()
                .orElseThrow();
        Pin pin = pin(vm, 1);
        Plan plan = with(SamplePlans.standard(), pin);

        assertThat(pins(live(plan))).isEmpty();
        assertThat(pins(live(plan.withoutWorkload(WorkloadId.of("w2")))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.sentence()).endsWith("is not used: There is no such machine any more.");
                    assertThat(finding.remedy()).startsWith("Remove the pin");
                });
        Pin elsewhere = new Pin(ClusterId.of("c9"), "w2", 1, GroupId.of("g1"), 1, List.of());
        assertThat(pins(live(with(SamplePlans.standard(), elsewhere))))
                .extracting(Finding::sentence)
                .singleElement()
                .asString()
                .endsWith("is not used: Its cluster is not there any more.");
    }

    @Test
    void aPinHoldsInEverySlotOfTheWeekInWhichItsMachineRuns() {
        ClusterPlacement free = placed(WindowPlans.standard());
        WeekPlacement week = free.week().orElseThrow();
        for (String vmClass : List.of("w1", "w2", "w4", "w5")) {
            PlacedVm vm = week.all().placed().stream()
                    .filter(each -> each.vmClass().equals(vmClass))
                    .findFirst()
                    .orElseThrow();
            Pin pin = pin(vm, free.problem().hostCount());

            ClusterPlacement pinned = placed(with(WindowPlans.standard(), pin));

            assertThat(pinned.violations()).as(vmClass).isEmpty();
            assertThat(pinned.pinning().kept()).as(vmClass).hasSize(1);
            long slots = 0;
            for (WeekPlacement.Slot slot : pinned.week().orElseThrow().slots()) {
                for (PlacedVm each : slot.placement().placed()) {
                    if (each.vmClass().equals(vmClass) && each.number() == vm.number()) {
                        assertThat(each.host()).as(vmClass).isEqualTo(pin.host() - 1);
                        slots++;
                    }
                }
            }
            assertThat(slots).as(vmClass).isPositive();
        }
    }

    private static Pin pin(PlacedVm vm, int host) {
        return new Pin(
                ClusterId.of("c1"),
                vm.vmClass(),
                vm.number(),
                GroupId.of("g1"),
                host,
                vm.gpus().stream()
                        .map(slot -> new Pin.Share(
                                slot.gpu(),
                                slot.mode() == PartitionMode.FULL
                                        ? Optional.empty()
                                        : Optional.of(new Pin.Place(slot.mode(), slot.profile(), slot.start()))))
                        .toList());
    }

    private static Plan with(Plan plan, Pin pin) {
        Option option = plan.liveOption();
        return plan.withOption(option.withPin(pin));
    }

    private static List<Finding> pins(OptionResult result) {
        return result.findings().stream()
                .filter(finding -> finding.rule().equals("PLACE-005"))
                .toList();
    }

    private static ClusterPlacement placed(Plan plan) {
        return live(plan).placements().getFirst();
    }

    private static OptionResult live(Plan plan) {
        return Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never())
                .live();
    }
}
