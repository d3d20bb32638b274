package org.sizewright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.partition.PartitionMode;

class PinTest {
    private static final Plan PLAN = SamplePlans.standard();
    private static final Option OPTION = PLAN.liveOption();

    @Test
    void aMachineHasOnePin() {
        Option option = OPTION.withPin(pin("w2", 1, 1)).withPin(pin("w2", 2, 1)).withPin(pin("w2", 1, 3));
        assertThat(option.pins()).containsExactly(pin("w2", 1, 3), pin("w2", 2, 1));
        assertThat(option.withoutPin(pin("w2", 1, 9).key()).pins()).containsExactly(pin("w2", 2, 1));
        List<Pin> twice = List.of(pin("w2", 1, 1), pin("w2", 1, 2));
        assertThatThrownBy(() -> OPTION.withPins(twice)).hasMessage("two pins have the id w2 1");
    }

    @Test
    void aChangeOfTheOptionKeepsItsPins() {
        Option option = OPTION.withPin(pin("w2", 1, 1));
        Cluster cluster = option.clusters().getFirst();
        assertThat(List.of(
                        option.withName("Other"),
                        option.withPlatform(Option.Platform.BARE_METAL),
                        option.withCluster(cluster.withName("Other")),
                        option.withAssignment(option.assignments().getFirst()),
                        option.withoutAssignment(WorkloadId.of("w2")),
                        option.copy(OptionId.of("z"), "Copy")))
                .allMatch(changed -> changed.pins().equals(option.pins()));
    }

    /** A new workload must not take over the pins of one that was removed. */
    @Test
    void theIdOfARemovedWorkloadIsNotGivenAgainWhileItsMachinesArePinned() {
        Plan pinned = PLAN.withOption(OPTION.withPin(pin("w2", 1, 1))).withoutWorkload(WorkloadId.of("w2"));
        assertThat(pinned.freeWorkloadId()).isEqualTo(WorkloadId.of("w4"));
        assertThat(PLAN.withoutWorkload(WorkloadId.of("w2")).freeWorkloadId()).isEqualTo(WorkloadId.of("w2"));
        assertThat(PLAN.withOption(OPTION.withPin(pin("w2-database", 1, 1)))
                        .withoutWorkload(WorkloadId.of("w2"))
                        .freeWorkloadId())
                .isEqualTo(WorkloadId.of("w4"));
    }

    @Test
    void whatNoHostCanHaveIsRefusedWithASentence() {
        assertThatThrownBy(() -> pin("w2", 0, 1))
                .hasMessage("the number of a pinned machine must be 1 to 1000000, not 0");
        assertThatThrownBy(() -> pin("w2", 1, 0)).hasMessage("the host of a pin must be 1 to 10000, not 0");
        assertThatThrownBy(() -> new Pin.Share(99, Optional.empty()))
                .hasMessage("the GPU of a pin must be 0 to 72, not 99");
        assertThatThrownBy(() -> new Pin.Place(PartitionMode.FULL, "whole", 0))
                .hasMessage("a pin to a whole GPU has no place on it");
    }

    private static Pin pin(String machine, int number, int host) {
        return new Pin(
                ClusterId.of("c1"),
                machine,
                number,
                GroupId.of("g1"),
                host,
                List.of(new Pin.Share(0, Optional.empty())));
    }

    @Test
    void aPinIsOneLineAndBack() {
        Pin whole = pin("w2", 1, 1);
        Pin shared = new Pin(
                whole.cluster(),
                "w2-db",
                3,
                whole.group(),
                2,
                List.of(
                        new Pin.Share(1, Optional.empty()),
                        new Pin.Share(7, Optional.of(new Pin.Place(PartitionMode.MIG, "1g.10gb+me", 4)))));
        Pin none = new Pin(whole.cluster(), "w9", 1, whole.group(), 1, List.of());

        assertThat(List.of(whole, shared, none))
                .allSatisfy(pin -> assertThat(Pin.parse(pin.toLine())).isEqualTo(pin));
        assertThatThrownBy(() -> Pin.parse("c1|w2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pin.parse("c1|w2|x|g1|1|0")).isInstanceOf(IllegalArgumentException.class);
    }
}
