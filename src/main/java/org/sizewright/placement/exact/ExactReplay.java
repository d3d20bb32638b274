package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.RefusedVm;
import org.sizewright.placement.RefusedVm.Binding;
import org.sizewright.placement.RefusedVm.Reason;
import org.sizewright.placement.Violation;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.Survival;

/**
 * Restarts for failures after which first fit found none: survivors do not move, a busy GPU keeps its mode, and every way to start what
 * must restart is considered; where that is not enough, machines that may be evicted make room.
 */
final class ExactReplay {
    private final ExactPlacer placer;
    private final PlacementProblem problem;
    private final Placement placement;
    private final Budget budget;

    ExactReplay(ExactPlacer placer, PlacementProblem problem, Placement placement, Budget budget) {
        this.placer = placer;
        this.problem = problem;
        this.placement = placement;
        this.budget = budget;
    }

    /** The failure with a restart for all that must; as it was where there is none, or none is found within the budget. */
    HostFailure improved(HostFailure failure) {
        Predicate<PlacedVm> failed = vm -> failure.hosts().contains(vm.host());
        List<PlacedVm> survivors =
                placement.placed().stream().filter(failed.negate()).toList();
        List<PlacedVm> must = with(failed, vm -> vm.survival() == Survival.MUST_RESTART);
        List<PlacedVm> may = with(failed, vm -> vm.survival() != Survival.MUST_RESTART);
        if (must.stream().anyMatch(vm -> !vmClass(vm).restartable())) {
            return failure;
        }
        List<PlacedVm> all = new ArrayList<>(must);
        may.stream().filter(vm -> vmClass(vm).restartable()).forEach(all::add);
        Optional<List<PlacedVm>> everything = restart(all, survivors, failure.hosts());
        if (everything.isPresent()) {
            return failure(failure, everything.get(), List.of(), may);
        }
        Optional<List<PlacedVm>> needed = restart(must, survivors, failure.hosts());
        if (needed.isPresent()) {
            return failure(failure, needed.get(), List.of(), may);
        }
        List<PlacedVm> staying = survivors.stream()
                .filter(vm -> vmClass(vm).survival() != Survival.MAY_BE_EVICTED)
                .toList();
        return restart(must, staying, failure.hosts())
                .map(restarted -> failure(failure, restarted, evicted(survivors, staying, restarted), may))
                .orElse(failure);
    }

    private List<PlacedVm> with(Predicate<PlacedVm> failed, Predicate<VmClass> survival) {
        return placement.placed().stream()
                .filter(failed)
                .filter(vm -> survival.test(vmClass(vm)))
                .toList();
    }

    private VmClass vmClass(PlacedVm vm) {
        return problem.vm(vm.vmClass());
    }

    /** New places for these machines beside those that run; empty if there are none or nobody knows. */
    private Optional<List<PlacedVm>> restart(List<PlacedVm> machines, List<PlacedVm> running, List<Integer> failed) {
        Map<Integer, HostRoom> rooms = new TreeMap<>(HostRooms.of(problem, running));
        failed.forEach(rooms::remove);
        Map<String, Integer> wanted = new HashMap<>();
        Map<String, List<Integer>> numbers = new HashMap<>();
        for (PlacedVm vm : machines) {
            wanted.merge(vm.vmClass(), 1, Integer::sum);
            numbers.computeIfAbsent(vm.vmClass(), key -> new ArrayList<>()).add(vm.number());
        }
        return placer.fit(problem, wanted, Map.of(), rooms, budget)
                .found()
                .map(found -> found.placed().stream()
                        .map(vm -> new PlacedVm(
                                vm.vmClass(),
                                numbers.getOrDefault(vm.vmClass(), List.of()).get(vm.number() - 1),
                                vm.host(),
                                vm.gpus()))
                        .toList());
    }

    /** Those that really have to go; the others keep their places. */
    private List<PlacedVm> evicted(List<PlacedVm> survivors, List<PlacedVm> staying, List<PlacedVm> restarted) {
        List<PlacedVm> running = new ArrayList<>(staying);
        running.addAll(restarted);
        List<PlacedVm> evicted = new ArrayList<>();
        for (PlacedVm vm : survivors) {
            if (vmClass(vm).survival() == Survival.MAY_BE_EVICTED) {
                running.add(vm);
                boolean fits = PlacementChecker.check(problem, new Placement(running, List.of(), List.of())).stream()
                        .allMatch(violation -> violation.kind() == Violation.Kind.ACCOUNT);
                if (!fits) {
                    running.removeLast();
                    evicted.add(vm);
                }
            }
        }
        return evicted;
    }

    private HostFailure failure(
            HostFailure before, List<PlacedVm> restarted, List<PlacedVm> evicted, List<PlacedVm> may) {
        Comparator<PlacedVm> byName = Comparator.comparing(PlacedVm::vmClass).thenComparingInt(PlacedVm::number);
        List<RefusedVm> down = may.stream()
                .filter(vm -> restarted.stream()
                        .noneMatch(again -> again.vmClass().equals(vm.vmClass()) && again.number() == vm.number()))
                .sorted(byName)
                .map(vm -> new RefusedVm(
                        vm.vmClass(),
                        vm.number(),
                        vmClass(vm).restartable()
                                ? new Reason(Binding.GPU_SLICES, "What is left is taken by machines that must restart.")
                                : new Reason(Binding.NOT_RESTARTABLE, "It cannot be restarted on another host.")))
                .toList();
        return new HostFailure(before.hosts(), restarted.stream().sorted(byName).toList(), evicted, down, List.of());
    }
}
