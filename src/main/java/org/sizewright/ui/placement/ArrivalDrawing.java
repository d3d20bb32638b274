package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.ValueText;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementFigures;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Resilience;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.arrival.ArrivalEvent;
import org.sizewright.placement.arrival.ArrivalFigures;
import org.sizewright.placement.arrival.ArrivalRun;
import org.sizewright.placement.arrival.ArrivalRun.Machine;
import org.sizewright.placement.arrival.ArrivalScript;
import org.sizewright.placement.arrival.ArrivalSimulation;
import org.sizewright.placement.arrival.ArrivalTrials;
import org.sizewright.placement.arrival.ArrivalTrials.Trial;
import org.sizewright.ui.chart.Axis;
import org.sizewright.ui.chart.Curves;
import org.sizewright.ui.chart.Scale;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Legend;

/** Runs a script and prepares what is shown of it; works on any thread. */
final class ArrivalDrawing {
    /** Random orders that are tried. */
    static final int TRIALS = 100;

    private static final long FIRST_SEED = 1;
    private static final List<PartitionMode> MODES = List.of(PartitionMode.EQUAL_SIZE, PartitionMode.MIXED_SIZE);

    private final Texts texts;
    private final ClusterSubject cluster;
    private final ArrivalPage.Settings settings;

    ArrivalDrawing(Texts texts, ClusterSubject cluster, ArrivalPage.Settings settings) {
        this.texts = texts;
        this.cluster = cluster;
        this.settings = settings;
    }

    ArrivalPage page(List<ClusterSubject> clusters, ArrivalScript script, int at, boolean changed) {
        List<ArrivalPage.Lane> lanes =
                MODES.stream().map(mode -> lane(mode, script, at)).toList();
        List<ArrivalPage.Addable> addable = cluster.problem().vms().stream()
                .map(vm -> new ArrivalPage.Addable(vm.id(), cluster.text(texts, vm)))
                .toList();
        return new ArrivalPage(
                clusters, cluster, settings, at, script.size(), changed, lanes, profiles(lanes), addable, legend());
    }

    private ArrivalPage.Lane lane(PartitionMode mode, ArrivalScript script, int at) {
        ArrivalRun run = new ArrivalSimulation(cluster.problem(), mode, settings.choice()).run(script.first(at));
        Optional<Machine> last = at > 0 && script.events().get(at - 1) instanceof ArrivalEvent.Arrival
                ? Optional.of(run.machines().getLast())
                : Optional.empty();
        return new ArrivalPage.Lane(
                mode,
                nothing(mode),
                scene(run.placement()),
                run.figures(),
                last.flatMap(ArrivalDrawing::place),
                note(script, at, last, run));
    }

    /** Why there is no lane of that mode. */
    private Optional<String> nothing(PartitionMode mode) {
        if (mode == PartitionMode.EQUAL_SIZE) {
            return Optional.empty();
        }
        if (!cluster.hasVgpus()) {
            return Optional.of(texts.get("arrivals.mixed.none"));
        }
        return ArrivalSimulation.knows(cluster.problem(), mode)
                ? Optional.empty()
                : Optional.of(texts.get("arrivals.mixed.unknown"));
    }

    private ClusterScene scene(Placement placement) {
        ClusterPlacement placed = cluster.placed();
        PlacementProblem problem =
                placed.problem().withPolicy(placed.problem().policy().withFailures(0));
        ClusterPlacement arrived = new ClusterPlacement(
                placed.cluster(),
                problem,
                placement,
                new Resilience(0, List.of()),
                Optional.empty(),
                PlacementFigures.of(problem, placement),
                List.of());
        return new ClusterScene(texts, arrived, cluster.names(), Optional.empty());
    }

    private static Optional<PlacedVm> place(Machine machine) {
        return machine instanceof Machine.Running running ? Optional.of(running.place()) : Optional.empty();
    }

    /** What the last event did. */
    private String note(ArrivalScript script, int at, Optional<Machine> last, ArrivalRun run) {
        if (at > 0
                && script.events().get(at - 1) instanceof ArrivalEvent.Departure departure
                && run.machines().get(departure.machine()) instanceof Machine.Refused) {
            return texts.get("arrivals.note", name(script, departure.machine()), texts.get("arrivals.note.never"));
        }
        return last.map(machine -> texts.get("arrivals.note", name(script, arrivals(script, at) - 1), went(machine)))
                .orElseGet(() -> event(script, at));
    }

    private String went(Machine machine) {
        if (place(machine).isEmpty()) {
            return texts.get("arrivals.note.refused");
        }
        PlacedVm vm = place(machine).get();
        String host = cluster.placed().hostName(vm.host());
        if (vm.gpus().isEmpty()) {
            return texts.get("arrivals.note.host", host);
        }
        List<String> gpus =
                vm.gpus().stream().map(GpuSlot::gpu).map(String::valueOf).toList();
        return texts.get("arrivals.note.gpu", host, String.join(", ", gpus));
    }

    private String event(ArrivalScript script, int at) {
        if (at == 0) {
            return texts.get("arrivals.event.start");
        }
        return switch (script.events().get(at - 1)) {
            case ArrivalEvent.Arrival arrival ->
                texts.get(
                        "arrivals.event.arrival",
                        name(script, arrivals(script, at) - 1),
                        cluster.profile(cluster.problem().vm(arrival.vmClass())));
            case ArrivalEvent.Departure departure ->
                texts.get("arrivals.event.departure", name(script, departure.machine()));
        };
    }

    private static int arrivals(ArrivalScript script, int at) {
        return (int) script.first(at).stream()
                .filter(ArrivalEvent.Arrival.class::isInstance)
                .count();
    }

    /** The machine of that number as people call it. */
    private String name(ArrivalScript script, int machine) {
        List<String> classes = new ArrayList<>();
        for (ArrivalEvent event : script.events()) {
            if (event instanceof ArrivalEvent.Arrival arrival) {
                classes.add(arrival.vmClass());
            }
        }
        String vmClass = classes.get(machine);
        long number =
                classes.subList(0, machine + 1).stream().filter(vmClass::equals).count();
        return cluster.names().workload(vmClass) + "-" + number;
    }

    private List<ArrivalPage.Profile> profiles(List<ArrivalPage.Lane> lanes) {
        Map<String, List<VmClass>> byProfile = new LinkedHashMap<>();
        for (VmClass vm : cluster.problem().vms()) {
            byProfile
                    .computeIfAbsent(cluster.brief(vm), ignored -> new ArrayList<>())
                    .add(vm);
        }
        ArrivalPage.Lane same = lanes.getFirst();
        ArrivalPage.Lane mixed = lanes.getLast();
        List<ArrivalPage.Profile> profiles = new ArrayList<>();
        byProfile.forEach((name, classes) -> {
            ArrivalFigures.Count count = sum(same.figures(), classes);
            profiles.add(new ArrivalPage.Profile(
                    name,
                    count.arrived(),
                    count,
                    mixed.nothing().isPresent() ? Optional.empty() : Optional.of(sum(mixed.figures(), classes))));
        });
        return profiles;
    }

    private static ArrivalFigures.Count sum(ArrivalFigures figures, List<VmClass> classes) {
        int running = 0;
        int gone = 0;
        int refused = 0;
        for (VmClass vm : classes) {
            running += figures.count(vm.id()).running();
            gone += figures.count(vm.id()).gone();
            refused += figures.count(vm.id()).refused();
        }
        return new ArrivalFigures.Count(running, gone, refused);
    }

    private List<Legend.Entry> legend() {
        List<Legend.Entry> legend = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (VmNames.Colour colour : cluster.names().colours(cluster.problem().vms(), ColourBy.WORKLOAD)) {
            if (seen.add(colour.label())) {
                legend.add(new Legend.Entry(colour.label(), colour.fill()));
            }
        }
        legend.add(new Legend.Entry(texts.get("placement.stranded"), Fill.STRANDED));
        legend.add(new Legend.Entry(texts.get("placement.free"), Fill.FREE));
        return legend;
    }

    /** Many random orders in both modes; empty if they are no longer wanted. */
    Optional<ArrivalPage.Trials> trials(BooleanSupplier wanted) {
        List<Curves.Line> refused = new ArrayList<>();
        List<Curves.Line> stranded = new ArrayList<>();
        List<ArrivalPage.Worst> worst = new ArrayList<>();
        for (PartitionMode mode : MODES) {
            if (nothing(mode).isEmpty()) {
                ArrivalSimulation simulation = new ArrivalSimulation(cluster.problem(), mode, settings.choice());
                ArrivalTrials trials =
                        ArrivalTrials.of(simulation, settings.leaving() / 100.0, FIRST_SEED, TRIALS, wanted);
                if (!wanted.getAsBoolean()) {
                    return Optional.empty();
                }
                Fill fill = Fill.work(MODES.indexOf(mode));
                refused.add(line(texts.get(key(mode)), fill, trials, Trial::refused));
                stranded.add(line(texts.get(key(mode)), fill, trials, Trial::strandedGib));
                worst.add(worst(mode, trials));
            }
        }
        return Optional.of(new ArrivalPage.Trials(
                false,
                Optional.of(curves(texts, refused, texts.get("arrivals.trials.refused"))),
                Optional.of(curves(texts, stranded, texts.get("arrivals.trials.stranded"))),
                worst,
                ""));
    }

    private ArrivalPage.Worst worst(PartitionMode mode, ArrivalTrials trials) {
        Trial worst = trials.worst();
        return new ArrivalPage.Worst(
                mode,
                worst.seed(),
                texts.get("arrivals.trials.worst", texts.get(key(mode)), worst.refused()),
                texts.get("arrivals.trials.load", worst.seed(), ValueText.number(worst.strandedGib(), 0)));
    }

    static String key(PartitionMode mode) {
        return mode == PartitionMode.EQUAL_SIZE ? "arrivals.mode.same" : "arrivals.mode.mixed";
    }

    /** How many of the orders, in percent, do not exceed a number. */
    static Curves curves(Texts texts, List<Curves.Line> lines, String what) {
        double most = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Curves.Point::value)
                .max()
                .orElse(0);
        Axis share = Axis.of(texts.get("arrivals.trials.share"), "%", Scale.LINEAR, value -> ValueText.number(value, 0))
                .between(0, 100);
        Axis number = Axis.of(what, "", Scale.LINEAR, value -> ValueText.number(value, 0))
                .between(0, Math.max(4, Math.ceil(most * 1.1)))
                .ofCounts();
        return Curves.of(share, number, lines);
    }

    static Curves.Line line(String name, Fill fill, ArrivalTrials trials, ToDoubleFunction<Trial> number) {
        List<Curves.Point> points = new ArrayList<>();
        for (int percent = 5; percent <= 100; percent += 5) {
            points.add(Curves.Point.of(percent, trials.percentile(percent / 100.0, number)));
        }
        return Curves.Line.of(name, fill, points);
    }
}
