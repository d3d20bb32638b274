package org.sizewright.placement.maintenance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.Pinning;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.RefusedVm;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.Survival;

/**
 * Finds how hosts are emptied. It is the question of a host failure, asked of every machine and with nobody stopped to make room:
 * machines move to where the rules of placement leave room, and GPU machines only to the same board. A pin is a wish for normal
 * operation and holds nobody back.
 */
public final class Maintenance {
    private final PlacementProblem problem;
    private final Placement placement;
    private final MachineAccess machines;
    private final StandstillTable standstills;
    private final Pinning pinning;

    private Maintenance(
            PlacementProblem problem, Placement placement, MachineAccess machines, StandstillTable standstills) {
        this.problem = problem;
        this.placement = placement;
        this.machines = machines;
        this.standstills = standstills;
        pinning = Pinning.of(problem);
    }

    /** How any host of a placement is emptied, by its number. */
    public static IntFunction<HostMaintenance> of(
            HostSearch search,
            PlacementProblem problem,
            Placement placement,
            MachineAccess machines,
            StandstillTable standstills) {
        Maintenance maintenance = new Maintenance(problem, placement, machines, standstills);
        if (boards(problem).size() > 1) {
            return host -> maintenance.empty(host, search.failures(maintenance.asked(host), placement));
        }
        Function<List<Integer>, HostFailure> each = search.failures(maintenance.asked(0), placement);
        return host -> maintenance.empty(host, each);
    }

    /** All machines have to move, pinned ones too; only those with a device of their own by address do not. */
    PlacementProblem asked(int host) {
        Set<String> boards = boards(problem);
        List<VmClass> vms = new ArrayList<>();
        for (VmClass vm : problem.vms()) {
            boolean moves = machines.of(vm.id()) != GpuAccess.DIRECTPATH;
            vms.add(vm.withRestartable(moves)
                    .withSurvival(moves ? Survival.MUST_RESTART : Survival.MAY_STAY_DOWN)
                    .withLabels(
                            boards.size() > 1 && !(vm.gpu() instanceof GpuNeed.None)
                                    ? and(vm.labels(), board(problem.hosts().get(host)))
                                    : vm.labels()));
        }
        List<HostGroupSpec> groups = problem.groups().stream()
                .map(group -> boards.size() > 1 ? labelled(group) : group)
                .toList();
        return new PlacementProblem(groups, vms, problem.policy());
    }

    private static HostGroupSpec labelled(HostGroupSpec group) {
        HostSpec host = group.host();
        return new HostGroupSpec(host.withLabels(and(host.labels(), board(host))), group.count());
    }

    private static Set<String> boards(PlacementProblem problem) {
        Set<String> boards = new HashSet<>();
        problem.groups().stream()
                .filter(group -> group.count() > 0 && group.host().gpus() > 0)
                .forEach(group -> boards.add(board(group.host())));
        return boards;
    }

    private static String board(HostSpec host) {
        return host.geometry()
                .map(GpuGeometry::model)
                .map(model -> "the board " + model)
                .orElse("no GPU");
    }

    private static Set<String> and(Set<String> labels, String more) {
        Set<String> all = new HashSet<>(labels);
        all.add(more);
        return all;
    }

    private HostMaintenance empty(int host, Function<List<Integer>, HostFailure> failures) {
        HostFailure failure = failures.apply(List.of(host));
        List<Departure> departures = placement.placed().stream()
                .filter(vm -> vm.host() == host)
                .map(vm -> departure(vm, failure))
                .toList();
        return new HostMaintenance(host, departures, failure.certainty());
    }

    private Departure departure(PlacedVm vm, HostFailure failure) {
        Way way = Way.of(machines.of(vm.vmClass()));
        Optional<PlacedVm> target = failure.restarted().stream()
                .filter(moved -> moved.vmClass().equals(vm.vmClass()) && moved.number() == vm.number())
                .findFirst();
        Optional<RefusedVm.Reason> obstacle = failure.lost().stream()
                .filter(stays -> stays.vmClass().equals(vm.vmClass()) && stays.number() == vm.number())
                .map(RefusedVm::reason)
                .findFirst();
        return new Departure(
                vm,
                way,
                target,
                obstacle,
                machines.standstill(vm.vmClass(), standstills),
                pinning.holds(vm.vmClass(), vm.number()));
    }
}
