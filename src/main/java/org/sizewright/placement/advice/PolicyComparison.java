package org.sizewright.placement.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.sizewright.figure.ValueText;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.arrival.ArrivalFigures;
import org.sizewright.placement.arrival.ArrivalScript;
import org.sizewright.placement.arrival.ArrivalSimulation;
import org.sizewright.placement.arrival.ArrivalTrials;
import org.sizewright.placement.arrival.ArrivalTrials.Trial;
import org.sizewright.placement.arrival.GpuChoice;

/**
 * The same machines arriving under each mode and assignment policy, against the placement that was planned.
 *
 * @param machines how many arrive
 * @param rows best first
 * @param mixedKnown whether all GPUs that carry vGPUs know their mixed-size placement ids; without them there are no rows of that mode
 */
public record PolicyComparison(int machines, ClusterUse planned, List<Row> rows, boolean mixedKnown) {
    /** Of so many orders, how many a number holds for: 95 of 100. */
    public static final double MOST_ORDERS = 0.95;

    private static final Comparator<Row> BEST_FIRST = Comparator.<Row>comparingDouble(row -> row.refused())
            .thenComparingDouble(row -> row.refused(0.5))
            .thenComparingDouble(row -> Math.rint(row.stranded(MOST_ORDERS)))
            .thenComparingDouble(row -> Math.rint(row.stranded(0.5)))
            .thenComparingDouble(
                    row -> row.trials().percentile(0.5, trial -> trial.figures().gpusUsed()));

    /** One way to run the cluster. @param inOrder what comes of the machines class after class */
    public record Row(PartitionMode mode, GpuChoice choice, ArrivalFigures inOrder, ArrivalTrials trials) {
        /** Machines refused at most in {@link #MOST_ORDERS} of the orders. */
        public int refused() {
            return refused(MOST_ORDERS);
        }

        public int refused(double share) {
            return (int) trials.percentile(share, Trial::refused);
        }

        /** In GiB. */
        public double stranded(double share) {
            return trials.percentile(share, Trial::strandedGib);
        }

        /** The way in words, such as {@code same size, consolidation}. */
        public String words() {
            return mode.words() + ", " + choice.words();
        }
    }

    public PolicyComparison {
        rows = rows.stream().sorted(BEST_FIRST).toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("nothing to compare");
        }
    }

    /**
     * @param leaving share of the machines that leave again
     * @param trials orders for each way
     * @param wanted asked between the orders; empty if it said no before the end
     */
    public static Optional<PolicyComparison> of(
            PlacementProblem problem,
            Placement planned,
            double leaving,
            long seed,
            int trials,
            BooleanSupplier wanted) {
        boolean shared = problem.vms().stream().anyMatch(vm -> vm.gpu() instanceof GpuNeed.TimeSliced);
        boolean known = ArrivalSimulation.knows(problem, PartitionMode.MIXED_SIZE);
        List<PartitionMode> modes = shared && known
                ? List.of(PartitionMode.EQUAL_SIZE, PartitionMode.MIXED_SIZE)
                : List.of(PartitionMode.EQUAL_SIZE);
        List<Row> rows = new ArrayList<>();
        for (PartitionMode mode : modes) {
            for (GpuChoice choice : GpuChoice.values()) {
                ArrivalSimulation simulation = new ArrivalSimulation(problem, mode, choice);
                rows.add(new Row(
                        mode,
                        choice,
                        simulation
                                .run(ArrivalScript.inOrder(problem.vms(), leaving, seed)
                                        .events())
                                .figures(),
                        ArrivalTrials.of(simulation, leaving, seed, trials, wanted)));
                if (!wanted.getAsBoolean()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(
                new PolicyComparison(problem.vmCount(), ClusterUse.of(problem, planned), rows, !shared || known));
    }

    /** The ways that none is better than. */
    public List<Row> winners() {
        return rows.stream()
                .filter(row -> BEST_FIRST.compare(row, rows.getFirst()) == 0)
                .toList();
    }

    /** Which way is best and why, in sentences. */
    public String words() {
        Row best = rows.getFirst();
        List<Row> winners = winners();
        if (winners.size() == rows.size()) {
            return "It makes no difference here: every way refuses " + counted(best.refused()) + " and strands "
                    + gib(best.stranded(MOST_ORDERS)) + " at most in 95 of 100 orders." + plan(best);
        }
        Row next = rows.get(winners.size());
        String names = String.join(" and ", winners.stream().map(Row::words).toList());
        String first = capital(names) + (winners.size() == 1 ? " is best: " : " are best: ");
        String why;
        if (best.refused() < next.refused()) {
            why = "in 95 of 100 orders at most " + counted(best.refused()) + " of " + machines + " refused, "
                    + next.refused() + " with " + next.words() + ".";
        } else if (best.refused(0.5) < next.refused(0.5)) {
            why = "in half of the orders at most " + counted(best.refused(0.5)) + " of " + machines + " refused, "
                    + next.refused(0.5) + " with " + next.words() + ".";
        } else if (Math.rint(best.stranded(MOST_ORDERS)) < Math.rint(next.stranded(MOST_ORDERS))) {
            why = "as few refused as any, and at most " + gib(best.stranded(MOST_ORDERS)) + " stranded in 95 of 100"
                    + " orders, " + gib(next.stranded(MOST_ORDERS)) + " with " + next.words() + ".";
        } else if (Math.rint(best.stranded(0.5)) < Math.rint(next.stranded(0.5))) {
            why = "as few refused as any, and at most " + gib(best.stranded(0.5)) + " stranded in half of the orders, "
                    + gib(next.stranded(0.5)) + " with " + next.words() + ".";
        } else {
            why = "as few refused and as little stranded as any, on the fewest GPUs.";
        }
        return first + why + plan(best);
    }

    private String plan(Row best) {
        int more = best.refused() - planned.refused();
        return more > 0
                ? " Placed by plan, " + more + " more of them have a place."
                : planned.refused() == 0 ? " Placed by plan, all have a place." : "";
    }

    private static String counted(int number) {
        return number == 0 ? "none" : String.valueOf(number);
    }

    private static String gib(double number) {
        return ValueText.number(number, 0) + " GiB";
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
