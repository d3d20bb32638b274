package org.sizewright.placement.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Schemes;
import org.sizewright.partition.Slice;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementFigures;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy;
import org.sizewright.placement.RefusedVm;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.arrival.ArrivalEvent.Arrival;
import org.sizewright.placement.arrival.ArrivalEvent.Departure;
import org.sizewright.placement.arrival.ArrivalRun.Machine;

class ArrivalSimulationTest {
    private static final List<VmClass> MIX = List.of(vgpu("4C", 30), vgpu("8C", 20), vgpu("12C", 15), vgpu("24C", 5));

    static VmClass vgpu(String profile, int count) {
        return VmClass.of(profile, count, new GpuNeed.TimeSliced(profile), 0, 0);
    }

    static PlacementProblem on(GpuGeometry geometry, int hosts, int gpus, List<VmClass> classes) {
        return new PlacementProblem(
                List.of(new HostGroupSpec(HostSpec.of("host", gpus, geometry, 64, 512), hosts)),
                classes,
                Policy.simple());
    }

    private static ArrivalSimulation l40s(int hosts, int gpus, PartitionMode mode, GpuChoice choice) {
        List<VmClass> classes = Stream.of("4C", "8C", "12C", "16C", "24C")
                .map(profile -> vgpu(profile, 0))
                .toList();
        return new ArrivalSimulation(on(Schemes.l40s(), hosts, gpus, classes), mode, choice);
    }

    private static List<ArrivalEvent> arrivals(String... classes) {
        return Stream.of(classes).<ArrivalEvent>map(Arrival::new).toList();
    }

    private static List<Integer> starts(ArrivalRun run) {
        return run.machines().stream()
                .map(machine -> machine instanceof Machine.Running running
                        ? running.place().gpus().getFirst().start()
                        : -1)
                .toList();
    }

    /** Vendor's maxima on 48 GB: three of 16 GB at same size, two at mixed size. */
    @Test
    void sameSizeCarriesMoreOfOneSizeAndLessOfTwo() {
        List<ArrivalEvent> sixteens = arrivals("16C", "16C", "16C", "8C");
        ArrivalRun same =
                l40s(1, 1, PartitionMode.EQUAL_SIZE, GpuChoice.IN_TURN).run(sixteens);
        assertThat(starts(same)).containsExactly(0, 16, 32, -1);
        assertThat(same.machines().getLast()).isEqualTo(new Machine.Refused("8C", 1));
        assertThat(same.figures().consumedGib()).isEqualTo(48);
        assertThat(same.figures().count("16C")).isEqualTo(new ArrivalFigures.Count(3, 0, 0));
        ArrivalRun mixed =
                l40s(1, 1, PartitionMode.MIXED_SIZE, GpuChoice.LEAST_FREE).run(sixteens);
        assertThat(starts(mixed)).containsExactly(0, 32, -1, 16);
        assertThat(mixed.figures().consumedGib()).isEqualTo(40);
        assertThat(mixed.figures().strandedGib()).as("4C could start at 24").isZero();
    }

    @Test
    void theRuleSaysWhichGpuComesNext() {
        List<ArrivalEvent> three = arrivals("8C", "8C", "8C");
        assertThat(gpus(GpuChoice.IN_TURN, three)).containsExactly(0, 1, 2);
        assertThat(gpus(GpuChoice.FEWEST_MACHINES, three)).containsExactly(0, 2, 1);
        assertThat(gpus(GpuChoice.LEAST_FREE, three)).containsExactly(0, 2, 0);
    }

    /** Numbers of the GPUs through both hosts of two. */
    private static List<Integer> gpus(GpuChoice choice, List<ArrivalEvent> events) {
        return l40s(2, 2, PartitionMode.MIXED_SIZE, choice).run(events).placement().placed().stream()
                .map(vm -> vm.host() * 2 + vm.gpus().getFirst().gpu())
                .toList();
    }

    @Test
    void whoLeavesMakesRoomAndUnlocksTheSize() {
        List<ArrivalEvent> events = new ArrayList<>(arrivals("24C", "8C"));
        events.add(new Departure(0));
        events.add(new Departure(7));
        events.addAll(arrivals("8C"));
        ArrivalRun run = l40s(1, 1, PartitionMode.EQUAL_SIZE, GpuChoice.IN_TURN).run(events);
        assertThat(run.machines())
                .containsExactly(
                        new Machine.Gone(
                                new PlacedVm("24C", 1, 0, List.of(new GpuSlot(0, PartitionMode.EQUAL_SIZE, "24C", 0)))),
                        new Machine.Refused("8C", 1),
                        new Machine.Running(
                                new PlacedVm("8C", 2, 0, List.of(new GpuSlot(0, PartitionMode.EQUAL_SIZE, "8C", 0)))));
        assertThat(run.figures().total()).isEqualTo(new ArrivalFigures.Count(1, 1, 1));
        assertThat(run.figures().total().served()).isEqualTo(2);
    }

    /** Two GPUs: one whole, one cut by MIG; when the cut one is empty again it can be given away whole. */
    @Test
    void aGpuIsWhatItsFirstMachineMakesIt() {
        List<VmClass> classes = List.of(
                VmClass.of("big", 0, new GpuNeed.Whole(1), 8, 64),
                VmClass.of("cut", 0, new GpuNeed.Mig("3g.40gb"), 8, 64),
                VmClass.of("pair", 0, new GpuNeed.Whole(2), 8, 64),
                vgpu("20C", 0));
        ArrivalSimulation simulation = new ArrivalSimulation(
                on(Schemes.h100(), 1, 2, classes), PartitionMode.EQUAL_SIZE, GpuChoice.LEAST_FREE);
        List<ArrivalEvent> events = new ArrayList<>(arrivals("big", "cut", "20C", "pair"));
        events.add(new Departure(1));
        events.addAll(arrivals("20C"));
        events.add(new Departure(0));
        events.add(new Departure(4));
        events.addAll(arrivals("pair"));
        ArrivalRun run = simulation.run(events);
        assertThat(run.machines().stream().map(Object::getClass).map(Class::getSimpleName))
                .containsExactly("Gone", "Gone", "Refused", "Refused", "Gone", "Running");
        assertThat(run.placement().placed().getFirst().gpus()).hasSize(2);
        assertThat(run.figures().consumedGib()).isEqualTo(160);
        assertThat(run.figures().gpusUsed()).isEqualTo(2);
    }

    @Test
    void processorsMemoryAndLabelsCountToo() {
        List<VmClass> classes = List.of(
                VmClass.of("wide", 0, new GpuNeed.TimeSliced("4C"), 40, 64),
                VmClass.of("plain", 0, new GpuNeed.None(), 4, 300),
                VmClass.of("here", 0, new GpuNeed.TimeSliced("4C"), 1, 1).withLabels(java.util.Set.of("gold")));
        ArrivalRun run = new ArrivalSimulation(
                        on(Schemes.l40s(), 2, 1, classes), PartitionMode.EQUAL_SIZE, GpuChoice.FEWEST_MACHINES)
                .run(arrivals("wide", "wide", "wide", "plain", "plain", "plain", "here"));
        assertThat(run.figures().count("wide")).isEqualTo(new ArrivalFigures.Count(2, 0, 1));
        assertThat(run.figures().count("plain")).isEqualTo(new ArrivalFigures.Count(2, 0, 1));
        assertThat(run.figures().count("here").refused()).isEqualTo(1);
        assertThat(run.figures().hostsUsed()).isEqualTo(2);
    }

    /** One card beside two GPUs: the second machine with a card waits until the first has left, one without does not. */
    @Test
    void networkCardsBesideGpusCountToo() {
        List<VmClass> classes = List.of(
                VmClass.of("carded", 0, new GpuNeed.Whole(1).withNics(true), 1, 1),
                VmClass.of("plain", 0, new GpuNeed.Whole(1), 1, 1));
        PlacementProblem open = on(Schemes.l40s(), 1, 2, classes);
        PlacementProblem problem = new PlacementProblem(
                List.of(new HostGroupSpec(open.groups().getFirst().host().withNics(Optional.of(1)), 1)),
                classes,
                open.policy());
        ArrivalSimulation simulation =
                new ArrivalSimulation(problem, PartitionMode.EQUAL_SIZE, GpuChoice.FEWEST_MACHINES);
        ArrivalRun run = simulation.run(arrivals("carded", "carded", "plain"));
        assertThat(run.figures().count("carded")).isEqualTo(new ArrivalFigures.Count(1, 0, 1));
        assertThat(run.figures().count("plain").refused()).isZero();
        List<ArrivalEvent> events = new ArrayList<>(arrivals("carded"));
        events.add(new Departure(0));
        events.addAll(arrivals("carded"));
        assertThat(simulation.run(events).figures().count("carded").refused()).isZero();
    }

    /** Ids are tried in the order in which they are listed, whichever that is. */
    @Test
    void theFirstFreeIdOfTheListIsTaken() {
        GpuGeometry gpu = new GpuGeometry(
                "G",
                48 * 1024,
                Optional.empty(),
                Optional.of(PartitionScheme.equalSize(48, List.of(Slice.inRow("8C", 8, 6)))),
                Optional.of(PartitionScheme.mixedSize(48, List.of(Slice.of("8C", 8, List.of(40, 0, 16), 3)))));
        ArrivalRun run = new ArrivalSimulation(
                        on(gpu, 1, 1, List.of(vgpu("8C", 0))), PartitionMode.MIXED_SIZE, GpuChoice.LEAST_FREE)
                .run(arrivals("8C", "8C", "8C", "8C"));
        assertThat(starts(run)).containsExactly(40, 0, 16, -1);
    }

    @Test
    void whatNobodyOffersIsRefused() {
        PlacementProblem problem =
                on(Schemes.h100(), 1, 1, List.of(VmClass.of("x", 0, new GpuNeed.Mig("9g.90gb"), 0, 0)));
        ArrivalRun run = new ArrivalSimulation(problem, PartitionMode.EQUAL_SIZE, GpuChoice.LEAST_FREE)
                .run(arrivals("x", "never heard of"));
        assertThat(run.figures().refused()).isEqualTo(2);
        ArrivalRun nowhere = new ArrivalSimulation(
                        on(Schemes.h100(), 0, 1, MIX), PartitionMode.EQUAL_SIZE, GpuChoice.IN_TURN)
                .run(arrivals("4C"));
        assertThat(nowhere.figures().refused()).isEqualTo(1);
    }

    @Test
    void whereTheIdsAreUnknownItStaysAtSameSize() {
        PlacementProblem problem = on(Schemes.h100(), 1, 1, List.of(vgpu("10C", 0), vgpu("20C", 0)));
        assertThat(ArrivalSimulation.knows(problem, PartitionMode.MIXED_SIZE)).isFalse();
        assertThat(ArrivalSimulation.knows(on(Schemes.l40s(), 1, 1, MIX), PartitionMode.MIXED_SIZE))
                .isTrue();
        ArrivalRun run = new ArrivalSimulation(problem, PartitionMode.MIXED_SIZE, GpuChoice.LEAST_FREE)
                .run(arrivals("10C", "20C", "10C"));
        assertThat(starts(run)).containsExactly(0, -1, 10);
    }

    /** Whatever comes and goes: the checker accepts the end, every machine is counted, and what follows never changes a prefix. */
    @ParameterizedTest
    @EnumSource(GpuChoice.class)
    void nothingIsLost(GpuChoice choice) {
        for (PartitionMode mode : List.of(PartitionMode.EQUAL_SIZE, PartitionMode.MIXED_SIZE)) {
            Policy policy = Policy.simple()
                    .withVgpuMode(
                            mode == PartitionMode.EQUAL_SIZE ? Policy.VgpuMode.SAME_SIZE : Policy.VgpuMode.MIXED_SIZE);
            PlacementProblem problem = on(Schemes.l40s(), 3, 2, MIX).withPolicy(policy);
            ArrivalSimulation simulation = new ArrivalSimulation(problem, mode, choice);
            for (long seed = 0; seed < 40; seed++) {
                ArrivalScript script = ArrivalScript.shuffled(MIX, 0.3, seed);
                ArrivalRun run = simulation.run(script.events());
                assertThat(run.figures().total().arrived()).isEqualTo(70);
                checked(problem, run);
                int cut = new Random(seed).nextInt(script.size());
                List<Machine> before = simulation.run(script.first(cut)).machines();
                for (int i = 0; i < before.size(); i++) {
                    assertThat(before.get(i) instanceof Machine.Refused)
                            .isEqualTo(run.machines().get(i) instanceof Machine.Refused);
                }
            }
        }
    }

    /** Machines that left are to the checker as if they had never been asked for. */
    private static void checked(PlacementProblem problem, ArrivalRun run) {
        List<VmClass> classes = new ArrayList<>();
        List<PlacedVm> placed = new ArrayList<>();
        List<RefusedVm> refused = new ArrayList<>();
        for (VmClass vm : problem.vms()) {
            int number = 0;
            for (Machine machine : run.machines()) {
                if (machine.vmClass().equals(vm.id()) && !(machine instanceof Machine.Gone)) {
                    number++;
                    if (machine instanceof Machine.Running running) {
                        placed.add(new PlacedVm(
                                vm.id(),
                                number,
                                running.place().host(),
                                running.place().gpus()));
                    } else {
                        refused.add(new RefusedVm(
                                vm.id(), number, new RefusedVm.Reason(RefusedVm.Binding.GPU_SLICES, "no room")));
                    }
                }
            }
            classes.add(vm.withCount(number));
        }
        PlacementProblem left = problem.withVms(classes);
        Placement placement = new Placement(placed, refused, List.of());
        assertThat(PlacementChecker.check(left, placement)).isEmpty();
        PlacementFigures figures = PlacementFigures.of(left, placement);
        assertThat(run.figures().gpusUsed()).isEqualTo(figures.gpusUsed());
        assertThat(run.figures().strandedGib())
                .isEqualTo(figures.strandedGib(), org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void theWorstTrialCanBeMadeAgain() {
        PlacementProblem problem = on(Schemes.l40s(), 2, 4, MIX);
        ArrivalSimulation simulation = new ArrivalSimulation(problem, PartitionMode.MIXED_SIZE, GpuChoice.LEAST_FREE);
        ArrivalTrials trials = ArrivalTrials.of(simulation, 0, 7, 200);
        ArrivalTrials.Trial worst = trials.worst();
        assertThat((double) worst.refused()).isEqualTo(trials.percentile(1, ArrivalTrials.Trial::refused));
        assertThat(trials.percentile(0.5, ArrivalTrials.Trial::refused))
                .isBetween(trials.percentile(0.005, ArrivalTrials.Trial::refused), (double) worst.refused());
        ArrivalRun again = new ArrivalSimulation(problem, PartitionMode.MIXED_SIZE, GpuChoice.LEAST_FREE)
                .run(ArrivalScript.shuffled(MIX, 0, worst.seed()).events());
        assertThat(again.figures()).isEqualTo(worst.figures());
        assertThat(ArrivalTrials.of(simulation, 0, 7, 200, () -> false).trials())
                .hasSize(1);
    }

    /** A machine without a GPU takes its host's turn, so that the next one goes to the next host. */
    @Test
    void machinesWithoutGpuTakeTheHostsInTurn() {
        List<VmClass> classes = List.of(VmClass.of("db", 4, new GpuNeed.None(), 4, 16), vgpu("4C", 1));
        ArrivalSimulation simulation = new ArrivalSimulation(
                on(Schemes.l40s(), 3, 2, classes), PartitionMode.EQUAL_SIZE, GpuChoice.FEWEST_MACHINES);
        ArrivalRun run = simulation.run(arrivals("db", "db", "4C", "db"));
        assertThat(run.machines().stream()
                        .map(machine -> ((Machine.Running) machine).place().host()))
                .containsExactly(0, 1, 2, 0);
    }
}
