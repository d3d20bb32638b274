package org.sizewright.rules;

import org.sizewright.plan.Unresolved;
import org.sizewright.plan.Workload;

/** Rules about the plan as such. */
final class PlanRules {

    private PlanRules() {}

    static void idsAreKnown(Inspection at) {
        String inOption = "/options/" + at.option().option().id() + "/";
        for (Unresolved problem : at.plan().problems()) {
            if (problem.path().startsWith(inOption) || !problem.path().startsWith("/options/")) {
                at.add(at.violated(problem.subject(), problem.sentence(), problem.remedy())
                        .withPath(problem.path()));
            }
        }
    }

    static void workloadsAreAssigned(Inspection at) {
        for (Workload workload : at.plan().plan().workloads()) {
            if (at.option().option().assignment(workload.id()).isEmpty()) {
                at.add(at.violated(
                                workload.name(),
                                "No cluster of option " + at.option().option().name() + " carries " + workload.name()
                                        + ".",
                                "Assign it to a cluster.")
                        .withPath("/workloads/" + workload.id()));
            }
        }
    }
}
