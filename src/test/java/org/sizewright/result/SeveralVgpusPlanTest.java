package org.sizewright.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.GpuNeed;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.VmDevices;
import org.sizewright.plan.WorkloadId;
import org.sizewright.sizing.SharedVms;

/** Machines with several vGPUs, from the plan to the placement. */
class SeveralVgpusPlanTest {
    private static final WorkloadId ID = WorkloadId.of("w2");

    private static OptionResult calculated(VmDevices devices) {
        Plan plan = SamplePlans.standard();
        Option option = plan.liveOption();
        plan = plan.withOption(
                option.withAssignment(option.assignment(ID).orElseThrow().withDevices(devices)));
        return Calculation.of(Resolver.resolve(plan, new SampleReferences()), Cancellation.never())
                .live();
    }

    private static double number(OptionResult result, String figure) {
        SharedVms vms = result.sizing().demand.vms;
        RowKey row = vms.rows.keys().stream()
                .filter(key -> key.id().equals(ID.value()))
                .findFirst()
                .orElseThrow();
        Value value = result.sizing()
                .figures
                .value(
                        switch (figure) {
                            case "alone" -> vms.gpusAlone;
                            case "memory" -> vms.profileMemory;
                            default -> vms.vgpusPerVm;
                        },
                        row);
        return value.asNumber().orElse(Double.NaN);
    }

    /** The memory asked for is that of all vGPUs together: two halves of the size do. */
    @Test
    void theMemoryOfAMachineIsSpreadOverItsVgpus() {
        OptionResult one = calculated(VmDevices.ONE);
        OptionResult two = calculated(new VmDevices(2, List.of()));
        assertThat(number(one, "vgpus")).isEqualTo(1);
        assertThat(number(two, "vgpus")).isEqualTo(2);
        assertThat(number(two, "memory")).isEqualTo(number(one, "memory"));
        assertThat(number(two, "alone")).isEqualTo(number(one, "alone"));
        ClusterPlacement placed = two.placements().getFirst();
        assertThat(placed.problem().vm("w2").gpu())
                .isInstanceOfSatisfying(
                        GpuNeed.Several.class,
                        several -> assertThat(several.parts()).hasSize(2));
        assertThat(placed.violations()).isEmpty();
        assertThat(placed.isComplete()).isTrue();
    }
}
