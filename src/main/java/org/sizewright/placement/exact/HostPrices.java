package org.sizewright.placement.exact;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;

/**
 * Prices of a host's processors, memory and GPU shares such that no part of a fill weighs more than it costs, but for what single
 * classes gain. They come from the fill in which parts of machines count.
 */
final class HostPrices {
    private final double[] price;
    private final double[] gain;
    private final double host;

    private HostPrices(double[] price, double[] gain, double host) {
        this.price = price;
        this.gain = gain;
        this.host = host;
    }

    /** What one machine of the class takes of the host, at its prices. */
    double price(int vmClass) {
        return price[vmClass];
    }

    /** What a machine of the class weighs beyond its price. */
    double gain(int vmClass) {
        return gain[vmClass];
    }

    /** What the whole host is worth at its prices. */
    double host() {
        return host;
    }

    static HostPrices of(CountModel model, Bin bin, long[] weights) {
        MPSolver solver = MPSolver.createSolver("GLOP");
        try {
            MPObjective objective = solver.objective();
            objective.setMaximization();
            double infinity = Double.POSITIVE_INFINITY;
            MPConstraint vcpu = solver.makeConstraint(-infinity, bin.vcpu());
            MPConstraint memory = solver.makeConstraint(-infinity, bin.memoryGib());
            List<MPConstraint> shares = new ArrayList<>();
            for (int share = 0; share < model.shares(); share++) {
                shares.add(solver.makeConstraint(-infinity, 0));
            }
            for (int i = 0; i < model.classes(); i++) {
                MPVariable machines = solver.makeNumVar(0, model.most(bin, i, model.demand(i)), "");
                objective.setCoefficient(machines, weights[i]);
                vcpu.setCoefficient(machines, model.vmClass(i).vcpu());
                memory.setCoefficient(machines, model.vmClass(i).memoryGib());
                for (int share = 0; share < model.shares(); share++) {
                    if (model.units(i, share) > 0) {
                        shares.get(share).setCoefficient(machines, model.units(i, share));
                    }
                }
            }
            List<MPConstraint> gpus = new ArrayList<>();
            for (Bin.Stock stock : bin.stocks()) {
                MPConstraint used = solver.makeConstraint(-infinity, stock.size());
                gpus.add(used);
                for (GpuPattern pattern : stock.patterns()) {
                    MPVariable times = solver.makeNumVar(0, infinity, "");
                    used.setCoefficient(times, 1);
                    for (int share = 0; share < model.shares(); share++) {
                        if (pattern.counts().get(share) > 0) {
                            shares.get(share)
                                    .setCoefficient(times, -pattern.counts().get(share));
                        }
                    }
                }
            }
            solver.solve();
            double perVcpu = Math.max(0, vcpu.dualValue());
            double perGib = Math.max(0, memory.dualValue());
            double[] perShare = new double[model.shares()];
            for (int share = 0; share < perShare.length; share++) {
                perShare[share] = Math.max(0, shares.get(share).dualValue());
            }
            double host = perVcpu * bin.vcpu() + perGib * bin.memoryGib();
            for (int stock = 0; stock < gpus.size(); stock++) {
                // whatever the solver's rounding: the dearest pattern at these prices
                double dearest = 0;
                for (GpuPattern pattern : bin.stocks().get(stock).patterns()) {
                    double worth = 0;
                    for (int share = 0; share < perShare.length; share++) {
                        worth += perShare[share] * pattern.counts().get(share);
                    }
                    dearest = Math.max(dearest, worth);
                }
                host += dearest * bin.stocks().get(stock).size();
            }
            double[] price = new double[model.classes()];
            double[] gain = new double[price.length];
            for (int i = 0; i < price.length; i++) {
                price[i] = perVcpu * model.vmClass(i).vcpu()
                        + perGib * model.vmClass(i).memoryGib();
                for (int share = 0; share < perShare.length; share++) {
                    price[i] += perShare[share] * model.units(i, share);
                }
                gain[i] = weights[i] - price[i];
            }
            return new HostPrices(price, gain, host);
        } finally {
            solver.delete();
        }
    }
}
