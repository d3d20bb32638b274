package org.sizewright.ui.placement;

import java.util.List;
import java.util.Optional;
import org.sizewright.placement.FailureTable;
import org.sizewright.ui.placement.PlacementPage.Verdict;

/**
 * What is shown of all failures of a cluster, prepared.
 *
 * @param hostsAtOnce 1 or 2
 * @param working whether failures are still being worked out
 * @param verdict how many are survived, of those that are known
 * @param remark what to know about the table; may be empty
 * @param rows worst first
 */
record FailurePage(
        List<ClusterSubject> clusters,
        ClusterSubject cluster,
        int hostsAtOnce,
        boolean working,
        Optional<Verdict> verdict,
        String remark,
        List<Row> rows) {
    /**
     * A failure and those that are like it.
     *
     * @param host name of the host that fails
     * @param second name of the one that fails with it; empty if none does
     * @param alike how many sets of hosts fail like this
     * @param verdict in a word or two
     * @param lacks which machines do not restart and what they lack, in short; empty if all do
     * @param why the same in sentences
     */
    record Row(
            String host, String second, int alike, FailureTable.Row row, Verdict verdict, String lacks, String why) {}

    FailurePage {
        clusters = List.copyOf(clusters);
        rows = List.copyOf(rows);
    }
}
