package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.sizewright.placement.FailureReplay;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.RefusedVm;
import org.sizewright.placement.RefusedVm.Binding;
import org.sizewright.placement.RefusedVm.Reason;
import org.sizewright.placement.Resilience;
import org.sizewright.placement.Violation;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.exact.ExactPlacer.Outcome;
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

    /** Every failure of the policy: by first fit, and where that finds something lost, all of them exactly. */
    static Resilience of(ExactPlacer placer, PlacementProblem problem, Placement placement, Budget budget) {
        Resilience quick = FailureReplay.standard().replay(problem, placement);
        if (quick.isSurvived()) {
            return quick;
        }
        ExactReplay exact = new ExactReplay(placer, problem, placement, budget);
        return new Resilience(
                quick.hostsAtOnce(),
                quick.failures().stream().map(exact::improved).toList());
    }

    /**
     * The failure as it is if it is survived; with a restart for all that must and can; where there is none, with that proof; as it was where none is found within
     * the budget.
     */
    HostFailure improved(HostFailure failure) {
        if (failure.lost().stream().noneMatch(vm -> problem.vm(vm.vmClass()).restartable())) {
            return failure;
        }
        Predicate<PlacedVm> failed = vm -> failure.hosts().contains(vm.host());
        List<PlacedVm> survivors =
                placement.placed().stream().filter(failed.negate()).toList();
        List<PlacedVm> must = with(failed, vm -> vm.survival() == Survival.MUST_RESTART && vm.restartable());
        List<PlacedVm> may = with(failed, vm -> vm.survival() != Survival.MUST_RESTART);
        List<PlacedVm> all = new ArrayList<>(must);
        may.stream().filter(vm -> vmClass(vm).restartable()).forEach(all::add);
        Optional<List<PlacedVm>> everything = found(restart(all, survivors, failure.hosts()), all);
        if (everything.isPresent()) {
            return failure(failure, everything.get(), List.of(), may);
        }
        Outcome beside = restart(must, survivors, failure.hosts());
        Optional<List<PlacedVm>> needed = found(beside, must);
        if (needed.isPresent()) {
            return failure(failure, needed.get(), List.of(), may);
        }
        List<PlacedVm> staying = survivors.stream()
                .filter(vm -> vmClass(vm).survival() != Survival.MAY_BE_EVICTED)
                .toList();
        Outcome instead = staying.equals(survivors) ? beside : restart(must, staying, failure.hosts());
        return found(instead, must)
                .map(restarted -> failure(failure, restarted, evicted(survivors, staying, restarted), may))
                .orElseGet(() -> instead.impossible() ? failure.ruledOut() : failure);
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

    /** Places for these machines beside those that run, if there are any. */
    private Outcome restart(List<PlacedVm> machines, List<PlacedVm> running, List<Integer> failed) {
        Map<Integer, HostRoom> rooms = new TreeMap<>(HostRooms.of(problem, running));
        failed.forEach(rooms::remove);
        Map<String, Integer> wanted = new HashMap<>();
        machines.forEach(vm -> wanted.merge(vm.vmClass(), 1, Integer::sum));
        return placer.fit(problem, wanted, Map.of(), rooms, budget);
    }

    /** The places with the numbers that the machines have. */
    private static Optional<List<PlacedVm>> found(Outcome outcome, List<PlacedVm> machines) {
        Map<String, List<Integer>> numbers = new HashMap<>();
        for (PlacedVm vm : machines) {
            numbers.computeIfAbsent(vm.vmClass(), key -> new ArrayList<>()).add(vm.number());
        }
        return outcome.found()
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
        List<RefusedVm> lost = before.lost().stream()
                .filter(vm -> !problem.vm(vm.vmClass()).restartable())
                .toList();
        return new HostFailure(before.hosts(), restarted.stream().sorted(byName).toList(), evicted, down, lost);
    }
}
