package org.sizewright.placement.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.arrival.ArrivalEvent.Arrival;
import org.sizewright.placement.arrival.ArrivalEvent.Departure;

class ArrivalScriptTest {
    private static final List<VmClass> TWO =
            List.of(ArrivalSimulationTest.vgpu("8C", 2), ArrivalSimulationTest.vgpu("4C", 1));

    @Test
    void inOrderIsClassAfterClass() {
        assertThat(ArrivalScript.inOrder(TWO).events())
                .containsExactly(new Arrival("8C"), new Arrival("8C"), new Arrival("4C"));
    }

    @Test
    void aSeedGivesOneOrderOfTheSameMachines() {
        ArrivalScript one = ArrivalScript.shuffled(TWO, 1, 3);
        assertThat(one).isEqualTo(ArrivalScript.shuffled(TWO, 1, 3));
        assertThat(one.events())
                .containsExactlyInAnyOrder(
                        new Arrival("8C"),
                        new Arrival("8C"),
                        new Arrival("4C"),
                        new Departure(0),
                        new Departure(1),
                        new Departure(2));
        for (int machine = 0; machine < 3; machine++) {
            int gone = one.events().indexOf(new Departure(machine));
            assertThat(one.first(gone).stream()
                            .filter(Arrival.class::isInstance)
                            .count())
                    .as("nobody leaves before he came")
                    .isGreaterThan(machine);
        }
        assertThat(ArrivalScript.inOrder(TWO, 1, 3).events().stream().filter(Arrival.class::isInstance))
                .containsExactly(new Arrival("8C"), new Arrival("8C"), new Arrival("4C"));
        assertThatThrownBy(() -> ArrivalScript.shuffled(TWO, 1.1, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsPutInLeavesTheOtherMachinesAlone() {
        ArrivalScript script =
                new ArrivalScript(List.of(new Arrival("a"), new Arrival("b"), new Departure(0), new Departure(1)));
        assertThat(script.withArrival(1, "x").events())
                .containsExactly(
                        new Arrival("a"), new Arrival("x"), new Arrival("b"), new Departure(0), new Departure(2));
        assertThat(script.withDeparture(2, 1).events())
                .containsExactly(new Arrival("a"), new Arrival("b"), new Departure(1), new Departure(0));
        assertThatThrownBy(() -> script.withDeparture(1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
