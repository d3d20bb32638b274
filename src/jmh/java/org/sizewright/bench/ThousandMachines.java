package org.sizewright.bench;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.SamplePlans;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Survival;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;

/** A plan of 1,000 machines of ten workloads on 64 hosts with eight GPUs. */
final class ThousandMachines {
    private ThousandMachines() {}

    static Plan plan() {
        Plan sample = SamplePlans.standard();
        Option option = sample.options().getFirst();
        Cluster cluster = option.clusters().getFirst();
        List<Workload> workloads = new ArrayList<>();
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            WorkloadId id = WorkloadId.of("w" + (i + 1));
            workloads.add(new Workload.GpuVms(
                    id,
                    "Machines " + (i + 1),
                    i % 2 == 0 ? Workload.GpuVms.Sharing.MIG : Workload.GpuVms.Sharing.TIME_SLICED,
                    100,
                    List.of(8, 18, 36, 9, 38).get(i / 2),
                    new VmShape(4 + 2 * (i % 3), 48 + 16 * (i % 4)),
                    i % 4 == 3 ? Survival.MAY_BE_EVICTED : Survival.MUST_RESTART));
            assignments.add(Assignment.of(id, cluster.id()));
        }
        Cluster large = cluster.withGroup(cluster.groups().getFirst().withCount(HostCount.of(64)));
        return new Plan(
                sample.header(),
                sample.site(),
                workloads,
                List.of(new Option(option.id(), option.name(), option.platform(), List.of(large), assignments)),
                option.id(),
                List.of());
    }
}
