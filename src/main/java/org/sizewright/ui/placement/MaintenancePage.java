package org.sizewright.ui.placement;

import java.util.List;
import java.util.Optional;
import org.sizewright.placement.maintenance.Departure;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.placement.PlacementPage.Verdict;

/**
 * What is shown of how a host is emptied, prepared.
 *
 * @param host the host that is shown
 * @param cluster verdict on all hosts of the cluster
 * @param verdict on the host that is shown
 * @param total what its machines come to, in a sentence
 * @param remark what the standstill rests on
 * @param workload the one whose access to whole GPUs can be changed here; empty where none has whole GPUs
 */
record MaintenancePage(
        List<ClusterSubject> clusters,
        ClusterSubject chosen,
        List<HostChoice> hosts,
        HostChoice host,
        Optional<Verdict> cluster,
        Optional<Verdict> verdict,
        String total,
        String remark,
        List<Owner> workloads,
        Optional<Owner> workload,
        List<Row> rows) {
    /** A host, with a word on whether it can be emptied. */
    record HostChoice(int host, String text) {}

    /** A workload with whole GPUs. */
    record Owner(WorkloadId id, String name, GpuAccess access) {}

    /**
     * A machine.
     *
     * @param stays whether it finds no place
     * @param note the reason if it stays, else what to know about its standstill; may be empty
     */
    record Row(
            Departure departure,
            String name,
            String access,
            String way,
            String target,
            String standstill,
            double seconds,
            Tone tone,
            boolean stays,
            String note) {}

    MaintenancePage {
        clusters = List.copyOf(clusters);
        hosts = List.copyOf(hosts);
        workloads = List.copyOf(workloads);
        rows = List.copyOf(rows);
    }
}
