package org.sizewright.placement.exact;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.List;
import java.util.Optional;

/** The heaviest way to fill one host, for given weights of the classes: processors, memory, and what its GPUs can carry. */
final class Pricing {
    /** Counted work for one host at most. */
    private static final double MOST_WORK = 5;

    private final int bin;
    private final CpModel program = new CpModel();
    private final IntVar[] machines;
    private final IntVar[][] patterns;

    /**
     * What was found.
     *
     * @param fill a way to fill the host
     * @param weight its weight
     * @param bound no way to fill the host weighs more; equal to the weight where the search ended by itself
     */
    record Heaviest(Fill fill, long weight, long bound) {}

    /** @param wanted machines of each class that a fill may hold at most */
    Pricing(CountModel model, int bin, int[] wanted) {
        this.bin = bin;
        Bin host = model.bin(bin);
        machines = new IntVar[model.classes()];
        LinearExprBuilder vcpu = LinearExpr.newBuilder();
        LinearExprBuilder memory = LinearExpr.newBuilder();
        LinearExprBuilder[] taken = new LinearExprBuilder[model.shares()];
        for (int share = 0; share < taken.length; share++) {
            taken[share] = LinearExpr.newBuilder();
        }
        for (int i = 0; i < machines.length; i++) {
            machines[i] = program.newIntVar(0, model.most(host, i, wanted[i]), "");
            vcpu.addTerm(machines[i], model.vmClass(i).vcpu());
            memory.addTerm(machines[i], model.vmClass(i).memoryGib());
            for (int share = 0; share < taken.length; share++) {
                if (model.units(i, share) > 0) {
                    taken[share].addTerm(machines[i], model.units(i, share));
                }
            }
        }
        program.addLessOrEqual(vcpu, host.vcpu());
        program.addLessOrEqual(memory, host.memoryGib());
        host.freeGroups().forEach((size, free) -> {
            LinearExprBuilder groups = LinearExpr.newBuilder();
            for (int i = 0; i < machines.length; i++) {
                groups.addTerm(machines[i], host.groupsOf(model.vmClass(i).gpu(), size));
            }
            program.addLessOrEqual(groups, free);
        });
        patterns = new IntVar[host.stocks().size()][];
        for (int stock = 0; stock < patterns.length; stock++) {
            Bin.Stock gpus = host.stocks().get(stock);
            patterns[stock] = new IntVar[gpus.patterns().size()];
            LinearExprBuilder used = LinearExpr.newBuilder();
            for (int i = 0; i < patterns[stock].length; i++) {
                patterns[stock][i] = program.newIntVar(0, gpus.size(), "");
                used.add(patterns[stock][i]);
                List<Integer> counts = gpus.patterns().get(i).counts();
                for (int share = 0; share < taken.length; share++) {
                    taken[share].addTerm(patterns[stock][i], -counts.get(share));
                }
            }
            program.addLessOrEqual(used, gpus.size());
        }
        for (LinearExprBuilder share : taken) {
            program.addLessOrEqual(share, 0);
        }
    }

    /** Empty if the budget ended before anything was found. @param weights at least 0, by class */
    Optional<Heaviest> heaviest(long[] weights, Budget budget) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int i = 0; i < machines.length; i++) {
            sum.addTerm(machines[i], weights[i]);
        }
        program.clearObjective();
        program.maximize(sum);
        CpSolver solver = new CpSolver();
        CpSolverStatus status = budget.solve(program, solver, MOST_WORK);
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return Optional.empty();
        }
        Fill fill = read(solver);
        long weight = 0;
        for (int i = 0; i < machines.length; i++) {
            weight = Math.addExact(weight, Math.multiplyExact(weights[i], (long) fill.count(i)));
        }
        // the solver's own numbers are floating-point; a bound that is not the weight itself leaves room for that
        long bound = status == CpSolverStatus.OPTIMAL
                ? weight
                : Math.max(weight, (long) Math.ceil(solver.bestObjectiveBound() * (1 + 1e-9)) + 1);
        return Optional.of(new Heaviest(fill, weight, bound));
    }

    private Fill read(CpSolver solver) {
        int[] counts = new int[machines.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (int) solver.value(machines[i]);
        }
        int[][] used = new int[patterns.length][];
        for (int stock = 0; stock < used.length; stock++) {
            used[stock] = new int[patterns[stock].length];
            for (int i = 0; i < used[stock].length; i++) {
                used[stock][i] = (int) solver.value(patterns[stock][i]);
            }
        }
        return new Fill(bin, counts, used);
    }
}
