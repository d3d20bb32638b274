package org.sizewright.placement.exact;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.Optional;

/** The heaviest way to fill one host, for given weights of the classes: processors, memory, and what its GPUs can carry. */
final class Pricing {
    /** Counted work for one host at most. */
    private static final double MOST_WORK = 5;

    private final int bin;
    private final CpModel program = new CpModel();
    private final HostProgram host;

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
        host = new HostProgram(program, model, model.bin(bin), wanted);
    }

    /** Empty if the budget ended before anything was found. @param weights at least 0, by class */
    Optional<Heaviest> heaviest(long[] weights, Budget budget) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int i = 0; i < weights.length; i++) {
            sum.addTerm(host.machines(i), weights[i]);
        }
        program.clearObjective();
        program.maximize(sum);
        CpSolver solver = new CpSolver();
        CpSolverStatus status = budget.solve(program, solver, MOST_WORK);
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return Optional.empty();
        }
        Fill fill = host.read(bin, solver);
        long weight = 0;
        for (int i = 0; i < weights.length; i++) {
            weight = Math.addExact(weight, Math.multiplyExact(weights[i], (long) fill.count(i)));
        }
        // the solver's own numbers are floating-point; a bound that is not the weight itself leaves room for that
        long bound = status == CpSolverStatus.OPTIMAL
                ? weight
                : Math.max(weight, (long) Math.ceil(solver.bestObjectiveBound() * (1 + 1e-9)) + 1);
        return Optional.of(new Heaviest(fill, weight, bound));
    }
}
