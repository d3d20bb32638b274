package org.sizewright.rules;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.Workload;

/**
 * A workload as the option assigns it, also where the hosts of its cluster do not offer what it asks for: of such a one no machine is
 * calculated, and rules say why.
 */
record Assigned(Assignment assignment, Workload workload, List<ResolvedGroup> groups) {
    static List<Assigned> of(Inspection at) {
        List<Assigned> all = new ArrayList<>();
        for (Assignment assignment : at.option().option().assignments()) {
            at.option().clusters().stream()
                    .filter(cluster -> cluster.cluster().id().equals(assignment.cluster()))
                    .findFirst()
                    .ifPresent(cluster -> at.plan()
                            .plan()
                            .workload(assignment.workload())
                            .ifPresent(workload ->
                                    all.add(new Assigned(assignment, workload, cluster.groupsFor(workload)))));
        }
        return all;
    }

    String name() {
        return workload.name();
    }

    /** Whether it asks for MIG instances: by how it shares GPUs, or by the name of its profile, such as 3g.40gb. */
    boolean isMig() {
        return workload instanceof Workload.GpuVms vms && vms.sharing() == Workload.GpuVms.Sharing.MIG
                || assignment
                        .profile()
                        .map(profile -> profile.matches("\\d+g\\..+"))
                        .orElse(false);
    }

    /** Parts or GPUs of one machine. */
    int parts() {
        return Math.max(assignment.gpus(), assignment.devices().shares());
    }

    String path() {
        return "/workloads/" + workload.id();
    }
}
