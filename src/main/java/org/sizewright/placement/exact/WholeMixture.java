package org.sizewright.placement.exact;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The cheapest mixture of whole fills that covers a demand. */
final class WholeMixture {
    private final CountModel model;
    private final List<Fill> fills;
    private final int[] demand;
    private final int[] most;
    private final CpModel program = new CpModel();
    private final LinearExprBuilder cost = LinearExpr.newBuilder();

    /**
     * What was found.
     *
     * @param uses how often each fill is used; empty if none was found
     * @param complete whether nothing cheaper can be mixed from these fills
     */
    record Found(List<Cover.Used> uses, boolean complete) {
        Found {
            uses = List.copyOf(uses);
        }
    }

    /**
     * @param demand machines to cover, by class
     * @param most hosts of each bin that are left
     */
    WholeMixture(CountModel model, List<Fill> fills, int[] demand, int[] most) {
        this.model = model;
        this.fills = List.copyOf(fills);
        this.demand = demand.clone();
        this.most = most.clone();
    }

    /**
     * @param atLeast a cost that is known to be needed
     * @param atMost the most that an answer may cost
     */
    Found cheapest(long atLeast, OptionalLong atMost, double work, Budget budget) {
        IntVar[] uses = variables();
        program.addGreaterOrEqual(cost, atLeast);
        atMost.ifPresent(limit -> program.addLessOrEqual(cost, limit));
        program.minimize(cost);
        CpSolver solver = new CpSolver();
        CpSolverStatus status = budget.solve(program, solver, work);
        List<Cover.Used> chosen = new ArrayList<>();
        if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
            for (int j = 0; j < uses.length; j++) {
                int times = (int) solver.value(uses[j]);
                if (times > 0) {
                    chosen.add(new Cover.Used(fills.get(j), times));
                }
            }
        }
        return new Found(chosen, status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.INFEASIBLE);
    }

    private IntVar[] variables() {
        IntVar[] uses = new IntVar[fills.size()];
        LinearExprBuilder[] cover = new LinearExprBuilder[demand.length];
        LinearExprBuilder[] hosts = new LinearExprBuilder[most.length];
        for (int i = 0; i < cover.length; i++) {
            cover[i] = LinearExpr.newBuilder();
        }
        for (int bin = 0; bin < hosts.length; bin++) {
            hosts[bin] = LinearExpr.newBuilder();
        }
        for (int j = 0; j < uses.length; j++) {
            Fill fill = fills.get(j);
            int times = 0;
            for (int i = 0; i < cover.length; i++) {
                if (fill.count(i) > 0) {
                    times = Math.max(times, Math.ceilDiv(demand[i], fill.count(i)));
                }
            }
            uses[j] = program.newIntVar(0, Math.min(times, most[fill.bin()]), "");
            cost.addTerm(uses[j], model.bin(fill.bin()).cost());
            hosts[fill.bin()].add(uses[j]);
            for (int i = 0; i < cover.length; i++) {
                if (fill.count(i) > 0) {
                    cover[i].addTerm(uses[j], fill.count(i));
                }
            }
        }
        for (int i = 0; i < cover.length; i++) {
            program.addGreaterOrEqual(cover[i], demand[i]);
        }
        for (int bin = 0; bin < hosts.length; bin++) {
            if (most[bin] < Integer.MAX_VALUE) {
                program.addLessOrEqual(hosts[bin], most[bin]);
            }
        }
        return uses;
    }
}
