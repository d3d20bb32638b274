package org.sizewright.rules;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Source;
import org.sizewright.plan.Unresolved;
import org.sizewright.plan.Workload;

/** Rules about the plan as such. */
final class PlanRules {
    private static final Source PLAN = Source.of("Consistency of the plan", "", "", Evidence.VERIFIED);
    private static final RuleCard KNOWN_IDS = RuleCard.of("PLAN-001", "Everything that the plan names is known", PLAN);
    private static final RuleCard ASSIGNED = RuleCard.of("PLAN-002", "Every workload is carried by a cluster", PLAN);

    private PlanRules() {}

    static List<Finding> idsAreKnown(RuleSubject subject) {
        String inOption = "/options/" + subject.option().option().id() + "/";
        List<Finding> findings = new ArrayList<>();
        for (Unresolved problem : subject.plan().problems()) {
            if (problem.path().startsWith(inOption) || !problem.path().startsWith("/options/")) {
                findings.add(
                        Finding.of(Severity.ERROR, KNOWN_IDS, problem.subject(), problem.sentence(), problem.remedy())
                                .withPath(problem.path()));
            }
        }
        return findings;
    }

    static List<Finding> workloadsAreAssigned(RuleSubject subject) {
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : subject.plan().plan().workloads()) {
            if (subject.option().option().assignment(workload.id()).isEmpty()) {
                findings.add(Finding.of(
                                Severity.ERROR,
                                ASSIGNED,
                                workload.name(),
                                "No cluster of option "
                                        + subject.option().option().name() + " carries " + workload.name() + ".",
                                "Assign it to a cluster.")
                        .withPath("/workloads/" + workload.id()));
            }
        }
        return findings;
    }
}
