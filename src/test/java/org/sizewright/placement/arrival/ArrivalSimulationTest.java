package org.sizewright.placement.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.Schemes;
import org.sizewright.placement.arrival.ArrivalEvent.Arrival;
import org.sizewright.placement.arrival.ArrivalEvent.Departure;
import org.sizewright.placement.arrival.ArrivalRun.Machine;

class ArrivalSimulationTest {
    private static final Map<String, Integer> MIX = Map.of("4C", 30, "8C", 20, "12C", 15, "24C", 5);

    private static ArrivalHosts l40s(int hosts, int gpus) {
        return new ArrivalHosts(Schemes.l40s(), hosts, gpus);
    }

    private static List<ArrivalEvent> arrivals(String... profiles) {
        return Stream.of(profiles).<ArrivalEvent>map(Arrival::new).toList();
    }

    /** Vendor's maxima on 48 GB: three of 16 GB at same size, two at mixed size. */
    @Test
    void sameSizeCarriesMoreOfOneSizeAndLessOfTwo() {
        List<ArrivalEvent> sixteens = arrivals("16C", "16C", "16C", "8C");
        ArrivalRun same = new ArrivalSimulation(l40s(1, 1), PartitionMode.EQUAL_SIZE, GpuChoice.IN_TURN).run(sixteens);
        assertThat(same.machines().getLast()).isEqualTo(new Machine.Refused("8C"));
        assertThat(same.consumed()).isEqualTo(48);
        ArrivalRun mixed =
                new ArrivalSimulation(l40s(1, 1), PartitionMode.MIXED_SIZE, GpuChoice.LEAST_FREE).run(sixteens);
        assertThat(mixed.machines())
                .containsExactly(
                        new Machine.Placed("16C", 0, 0, 0),
                        new Machine.Placed("16C", 0, 0, 32),
                        new Machine.Refused("16C"),
                        new Machine.Placed("8C", 0, 0, 16));
    }

    @Test
    void theRuleSaysWhichGpuComesNext() {
        List<ArrivalEvent> three = arrivals("8C", "8C", "8C");
        assertThat(gpus(GpuChoice.IN_TURN, three)).containsExactly(0, 1, 2);
        assertThat(gpus(GpuChoice.FEWEST_MACHINES, three)).containsExactly(0, 2, 1);
        assertThat(gpus(GpuChoice.LEAST_FREE, three)).containsExactly(0, 2, 0);
    }

    private static List<Integer> gpus(GpuChoice choice, List<ArrivalEvent> events) {
        return new ArrivalSimulation(l40s(2, 2), PartitionMode.MIXED_SIZE, choice)
                .run(events).machines().stream()
                        .map(machine -> ((Machine.Placed) machine).gpu())
                        .toList();
    }

    @Test
    void whoLeavesMakesRoomAndUnlocksTheSize() {
        List<ArrivalEvent> events = new ArrayList<>(arrivals("24C", "8C"));
        events.add(new Departure(0));
        events.add(new Departure(7));
        events.addAll(arrivals("8C"));
        ArrivalRun run = new ArrivalSimulation(l40s(1, 1), PartitionMode.EQUAL_SIZE, GpuChoice.IN_TURN).run(events);
        assertThat(run.machines())
                .containsExactly(
                        new Machine.Gone("24C", 0, 0, 0), new Machine.Refused("8C"), new Machine.Placed("8C", 0, 0, 0));
        assertThat(run.served()).isEqualTo(2);
    }

    @Test
    void aProfileThatTheGpuDoesNotHaveIsRefused() {
        ArrivalRun run = new ArrivalSimulation(
                        new ArrivalHosts(Schemes.h100(), 1, 1), PartitionMode.MIG, GpuChoice.LEAST_FREE)
                .run(arrivals("3g.40gb", "9g.90gb"));
        assertThat(run.refused()).isEqualTo(1);
    }

    /** Whatever comes and goes: every machine is accounted for, nothing overlaps, and a prefix is never changed by what follows. */
    @ParameterizedTest
    @EnumSource(GpuChoice.class)
    void nothingIsLost(GpuChoice choice) {
        for (PartitionMode mode : List.of(PartitionMode.EQUAL_SIZE, PartitionMode.MIXED_SIZE)) {
            for (long seed = 0; seed < 40; seed++) {
                ArrivalSimulation simulation = new ArrivalSimulation(l40s(3, 2), mode, choice);
                List<ArrivalEvent> events = ArrivalTrials.events(MIX, 0.3, seed);
                ArrivalRun run = simulation.run(events);
                assertThat(run.served() + run.refused()).isEqualTo(70);
                int[] used = new int[6];
                for (Machine machine : run.machines()) {
                    if (machine instanceof Machine.Placed placed) {
                        GpuLayout layout = run.gpus().get(placed.gpu());
                        assertThat(layout.parts())
                                .anyMatch(part -> part.start() == placed.start()
                                        && part.profile().equals(placed.profile()));
                        used[placed.gpu()]++;
                        assertThat(placed.host()).isEqualTo(placed.gpu() / 2);
                    }
                }
                for (int gpu = 0; gpu < 6; gpu++) {
                    assertThat(run.gpus().get(gpu).parts()).hasSize(used[gpu]);
                }
                int cut = new Random(seed).nextInt(events.size());
                List<Machine> before = simulation.run(events.subList(0, cut)).machines();
                for (int i = 0; i < before.size(); i++) {
                    assertThat(before.get(i) instanceof Machine.Refused)
                            .isEqualTo(run.machines().get(i) instanceof Machine.Refused);
                }
            }
        }
    }

    @Test
    void theWorstTrialCanBeMadeAgain() {
        ArrivalSimulation simulation =
                new ArrivalSimulation(l40s(2, 4), PartitionMode.MIXED_SIZE, GpuChoice.LEAST_FREE);
        ArrivalTrials trials = ArrivalTrials.of(simulation, MIX, 0, 7, 200);
        ArrivalTrials.Trial worst = trials.worst();
        assertThat(worst.refused()).isEqualTo(trials.percentile(1, ArrivalTrials.Trial::refused));
        assertThat(trials.percentile(0.5, ArrivalTrials.Trial::refused))
                .isBetween(trials.percentile(0.005, ArrivalTrials.Trial::refused), worst.refused());
        ArrivalRun again = new ArrivalSimulation(l40s(2, 4), PartitionMode.MIXED_SIZE, GpuChoice.LEAST_FREE)
                .run(ArrivalTrials.events(MIX, 0, worst.seed()));
        assertThat(again.refused()).isEqualTo(worst.refused());
        assertThat(again.stranded(MIX.keySet())).isEqualTo(worst.stranded());
        assertThat(again.consumed()).isEqualTo(worst.consumed());
    }
}
