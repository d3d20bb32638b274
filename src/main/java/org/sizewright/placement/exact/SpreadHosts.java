package org.sizewright.placement.exact;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.placement.FailureReplay;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Resilience;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.Survival;

/**
 * Machines spread over given hosts so that every failure is survived: one program for normal operation and for what each failure
 * leaves. Whatever fails, the hosts that are left hold what must restart beside what runs on them and may not be stopped.
 *
 * <p>The program counts machines by host. In it those of a host may be moved within that host when another fails, which no platform
 * does: what it rules out is ruled out, what it finds is replayed and counts only if the replay survives.
 */
final class SpreadHosts {
    /** Hosts in normal operation and after each failure; with more of them the program takes too long to be of use. */
    private static final int MOST_HOSTS = 160;
    /** So many ways to spread the machines are replayed. */
    private static final int MOST_REPLAYED = 8;

    private final ExactPlacer placer;
    private final PlacementProblem problem;
    private final Budget budget;
    private final int hosts;
    private final CpModel program = new CpModel();
    private final List<HostProgram> running = new ArrayList<>();

    private SpreadHosts(ExactPlacer placer, PlacementProblem problem, Budget budget) {
        this.placer = placer;
        this.problem = problem;
        this.budget = budget;
        hosts = problem.hostCount();
    }

    /**
     * What is known in the end.
     *
     * @param found a placement from which every failure is survived
     * @param impossible whether there is none, however machines are spread
     */
    record Answer(Optional<Spread> found, boolean impossible) {
        static Answer open() {
            return new Answer(Optional.empty(), false);
        }
    }

    /** Every machine in its place, and what each failure does to it. */
    record Spread(Placement placement, Resilience resilience) {}

    /** On the hosts of the problem, with the failures of its policy; pins are left out of it. */
    static Answer search(ExactPlacer placer, PlacementProblem problem, Budget budget) {
        try {
            return new SpreadHosts(placer, problem, budget).run();
        } catch (Counting.TooManyWays tooMany) {
            return Answer.open();
        }
    }

    private Answer run() throws Counting.TooManyWays {
        List<List<Integer>> failures =
                FailureReplay.sets(hosts, problem.policy().failures());
        boolean cannotRestart = problem.vms().stream()
                .anyMatch(vm -> vm.count() > 0 && vm.survival() == Survival.MUST_RESTART && !vm.restartable());
        long parts = hosts + (long) failures.size() * (hosts - problem.policy().failures());
        if (cannotRestart || problem.policy().failures() == 0 || parts > MOST_HOSTS) {
            return Answer.open();
        }
        build(failures);
        for (int replayed = 0; replayed < MOST_REPLAYED; replayed++) {
            CpSolver solver = new CpSolver();
            CpSolverStatus status = budget.solve(program, solver, budget.left());
            if (status == CpSolverStatus.INFEASIBLE) {
                return new Answer(Optional.empty(), replayed == 0);
            }
            if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
                return Answer.open();
            }
            List<int[]> counts = new ArrayList<>();
            for (HostProgram host : running) {
                counts.add(host.read(0, solver).counts());
            }
            Optional<Spread> survives = placed(counts).flatMap(this::survives);
            if (survives.isPresent()) {
                return new Answer(survives, false);
            }
            exclude(counts);
        }
        return Answer.open();
    }

    private void build(List<List<Integer>> failures) throws Counting.TooManyWays {
        Counting counting = new Counting(problem, Counting.demand(problem));
        List<Bin> bins = new ArrayList<>();
        for (int group = 0; group < problem.groups().size(); group++) {
            Bin bin = counting.empty(group, 0, problem.groups().get(group).count());
            for (int i = 0; i < problem.groups().get(group).count(); i++) {
                bins.add(bin);
            }
        }
        CountModel model = counting.model(bins);
        int[] all = model.demands();
        int[] kept = all.clone();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = model.vmClass(i).survival() == Survival.MAY_BE_EVICTED ? 0 : all[i];
        }
        for (int host = 0; host < hosts; host++) {
            running.add(new HostProgram(program, model, bins.get(host), all));
            if (host > 0 && bins.get(host).equals(bins.get(host - 1))) {
                program.addGreaterOrEqual(rank(host - 1), rank(host));
            }
        }
        for (int i = 0; i < all.length; i++) {
            program.addEquality(sum(running, i), all[i]);
        }
        for (List<Integer> failed : failures) {
            List<HostProgram> left = new ArrayList<>();
            for (int host = 0; host < hosts; host++) {
                if (!failed.contains(host)) {
                    HostProgram after = new HostProgram(program, model, bins.get(host), kept);
                    left.add(after);
                    for (int i = 0; i < all.length; i++) {
                        switch (model.vmClass(i).survival()) {
                            case MUST_RESTART ->
                                program.addGreaterOrEqual(
                                        after.machines(i), running.get(host).machines(i));
                            case MAY_STAY_DOWN ->
                                program.addEquality(
                                        after.machines(i), running.get(host).machines(i));
                            case MAY_BE_EVICTED -> {}
                        }
                    }
                }
            }
            for (int i = 0; i < all.length; i++) {
                if (model.vmClass(i).survival() == Survival.MUST_RESTART) {
                    program.addEquality(sum(left, i), all[i]);
                }
            }
        }
    }

    private static LinearExpr sum(List<HostProgram> hosts, int vmClass) {
        return LinearExpr.sum(hosts.stream().map(host -> host.machines(vmClass)).toArray(IntVar[]::new));
    }

    /** Tells equal hosts apart, so that only one order of them is tried. */
    private LinearExpr rank(int host) {
        LinearExprBuilder rank = LinearExpr.newBuilder();
        for (int i = 0; i < problem.vms().size(); i++) {
            rank.addTerm(running.get(host).machines(i), 1L + i * i);
        }
        return rank.build();
    }

    /** The machines in their places, host by host; numbers go on from host to host. */
    private Optional<Placement> placed(List<int[]> counts) {
        Map<Integer, HostRoom> rooms = HostRooms.of(problem, List.of());
        Map<String, Integer> next = new HashMap<>();
        List<PlacedVm> placed = new ArrayList<>();
        for (int host = 0; host < hosts; host++) {
            Map<String, Integer> wanted = new HashMap<>();
            for (int i = 0; i < problem.vms().size(); i++) {
                VmClass vm = problem.vms().get(i);
                wanted.put(vm.id(), counts.get(host)[i]);
            }
            Optional<ExactPlacer.Found> found = placer.fit(problem, wanted, next, Map.of(host, rooms.get(host)), budget)
                    .found();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            placed.addAll(found.get().placed());
            wanted.forEach((vm, number) -> next.merge(vm, 1 + number, (before, added) -> before + added - 1));
        }
        return Optional.of(Placement.noted(problem, ProvenHosts.sorted(problem, placed), List.of()));
    }

    private Optional<Spread> survives(Placement placement) {
        Resilience resilience = ExactReplay.of(placer, problem, placement, budget);
        return resilience.isSurvived() ? Optional.of(new Spread(placement, resilience)) : Optional.empty();
    }

    /** Not these numbers again. */
    private void exclude(List<int[]> counts) {
        List<BoolVar> differs = new ArrayList<>();
        for (int host = 0; host < hosts; host++) {
            for (int i = 0; i < problem.vms().size(); i++) {
                BoolVar fewer = program.newBoolVar("");
                BoolVar more = program.newBoolVar("");
                IntVar machines = running.get(host).machines(i);
                program.addLessOrEqual(machines, counts.get(host)[i] - 1L).onlyEnforceIf(fewer);
                program.addGreaterOrEqual(machines, counts.get(host)[i] + 1L).onlyEnforceIf(more);
                differs.addAll(Arrays.asList(fewer, more));
            }
        }
        program.addBoolOr(differs.toArray(BoolVar[]::new));
    }
}
