package org.sizewright.placement.arrival;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.sizewright.placement.VmClass;

/**
 * The same machines in many random orders.
 *
 * @param trials in the order in which they were made
 */
public record ArrivalTrials(List<Trial> trials) {
    /** One order and what came of it. @param seed makes the same order again with {@link ArrivalScript#shuffled} */
    public record Trial(long seed, ArrivalFigures figures) {
        public int refused() {
            return figures.refused();
        }

        public double strandedGib() {
            return figures.strandedGib();
        }
    }

    public ArrivalTrials {
        trials = List.copyOf(trials);
        if (trials.isEmpty()) {
            throw new IllegalArgumentException("at least one trial");
        }
    }

    /** Tries that many orders, with the seeds {@code seed}, {@code seed + 1}... */
    public static ArrivalTrials of(ArrivalSimulation simulation, double leaving, long seed, int number) {
        return of(simulation, leaving, seed, number, () -> true);
    }

    /**
     * The same with an early end.
     *
     * @param leaving share of the machines that leave again
     * @param number how many orders
     * @param wanted asked before every trial but the first; no further one is made when it says no
     */
    public static ArrivalTrials of(
            ArrivalSimulation simulation, double leaving, long seed, int number, BooleanSupplier wanted) {
        List<VmClass> classes = simulation.problem().vms();
        List<Trial> trials = new ArrayList<>(number);
        for (int i = 0; i < number && (i == 0 || wanted.getAsBoolean()); i++) {
            ArrivalScript script = ArrivalScript.shuffled(classes, leaving, seed + i);
            trials.add(new Trial(seed + i, simulation.run(script.events()).figures()));
        }
        return new ArrivalTrials(trials);
    }

    /** The trial that refuses most; of equals the one that strands most, then the first. */
    public Trial worst() {
        Trial worst = trials.getFirst();
        for (Trial trial : trials) {
            if (trial.refused() > worst.refused()
                    || trial.refused() == worst.refused() && trial.strandedGib() > worst.strandedGib()) {
                worst = trial;
            }
        }
        return worst;
    }

    /** The smallest number that at least that share of the trials does not exceed. @param share above 0, up to 1 */
    public double percentile(double share, ToDoubleFunction<Trial> number) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a percentile is above 0 and at most 1");
        }
        double[] sorted = trials.stream().mapToDouble(number).sorted().toArray();
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
