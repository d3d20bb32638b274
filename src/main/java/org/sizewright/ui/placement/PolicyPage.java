package org.sizewright.ui.placement;

import java.util.List;
import java.util.Optional;
import org.sizewright.ui.chart.Curves;

/**
 * What is shown of the comparison of policies, prepared.
 *
 * @param leaving percent of the machines that leave again
 * @param nothing why there is no result, where none is on its way
 */
record PolicyPage(
        List<ClusterSubject> clusters,
        ClusterSubject cluster,
        int leaving,
        boolean working,
        Optional<Result> result,
        String nothing) {
    /**
     * @param best the best ways in short
     * @param words which and why
     * @param remark what could not be compared; may be empty
     */
    record Result(String best, String words, String remark, List<Row> rows, Curves refused, Curves stranded) {
        Result {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A way to run the cluster.
     *
     * @param orders numbers over the random orders; empty for the placement by plan
     */
    record Row(String way, boolean isBest, int refused, double stranded, int gpus, Optional<Orders> orders) {}

    /** Numbers that half of the random orders, and 95 of 100 of them, do not exceed. */
    record Orders(int refusedHalf, int refusedMost, int refusedWorst, double strandedHalf, double strandedMost) {}

    PolicyPage {
        clusters = List.copyOf(clusters);
    }

    PolicyPage with(boolean isWorking, Optional<Result> newResult, String why) {
        return new PolicyPage(clusters, cluster, leaving, isWorking, newResult, why);
    }
}
