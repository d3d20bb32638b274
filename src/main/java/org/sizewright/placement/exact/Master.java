package org.sizewright.placement.exact;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The cheapest mixture of fills that covers the demand, where parts of a fill count: a linear program that grows by columns. Its
 * prices say what one more machine of a class would cost.
 */
final class Master implements AutoCloseable {
    private final CountModel model;
    private final MPSolver solver;
    private final MPObjective objective;
    private final List<MPConstraint> covered = new ArrayList<>();
    private final List<MPConstraint> limited = new ArrayList<>();
    private final List<MPVariable> left = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private final List<MPVariable> uses = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    /** @param leftOut what it costs to leave a machine out */
    Master(CountModel model, double leftOut) {
        this.model = model;
        solver = MPSolver.createSolver("GLOP");
        objective = solver.objective();
        objective.setMinimization();
        for (int i = 0; i < model.classes(); i++) {
            MPConstraint cover = solver.makeConstraint(model.demand(i), Double.POSITIVE_INFINITY);
            covered.add(cover);
            MPVariable without = solver.makeNumVar(0, Double.POSITIVE_INFINITY, "");
            objective.setCoefficient(without, leftOut);
            cover.setCoefficient(without, 1);
            left.add(without);
        }
        for (Bin bin : model.bins()) {
            limited.add(solver.makeConstraint(Double.NEGATIVE_INFINITY, bin.most()));
        }
    }

    /** Adds a column; false if it is there already. */
    boolean add(Fill fill) {
        if (!keys.add(fill.key())) {
            return false;
        }
        MPVariable use = solver.makeNumVar(0, Double.POSITIVE_INFINITY, "");
        objective.setCoefficient(use, model.bin(fill.bin()).cost());
        for (int i = 0; i < model.classes(); i++) {
            if (fill.count(i) > 0) {
                covered.get(i).setCoefficient(use, fill.count(i));
            }
        }
        limited.get(fill.bin()).setCoefficient(use, 1);
        fills.add(fill);
        uses.add(use);
        return true;
    }

    /** The new demand of a class. */
    void demand(int vmClass, int machines) {
        covered.get(vmClass).setLb(machines);
    }

    /** How many of a bin may be used. */
    void most(int bin, int hosts) {
        limited.get(bin).setUb(hosts);
    }

    /** Solves; true if the optimum was found. */
    boolean solve() {
        return solver.solve() == MPSolver.ResultStatus.OPTIMAL;
    }

    double value() {
        return objective.value();
    }

    /** Machines that are left out, parts of machines counted. */
    double leftOut() {
        double sum = 0;
        for (MPVariable variable : left) {
            sum += variable.solutionValue();
        }
        return sum;
    }

    /** What one more machine of the class would cost; at least 0. */
    double price(int vmClass) {
        return Math.max(0, covered.get(vmClass).dualValue());
    }

    /** What one more host of the bin would save; at least 0. */
    double worth(int bin) {
        return Math.max(0, -limited.get(bin).dualValue());
    }

    List<Fill> fills() {
        return fills;
    }

    double use(int fill) {
        return uses.get(fill).solutionValue();
    }

    @Override
    public void close() {
        solver.delete();
    }
}
