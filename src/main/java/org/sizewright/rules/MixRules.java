package org.sizewright.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Source;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.Proof;
import org.sizewright.plan.HostObjective;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.ResolvedWorkload;

/** Rules about clusters of which several groups of hosts are on AUTO. */
final class MixRules {
    private static final Source MIXED = Source.of("The mixture of hosts and its costs", "", "", Evidence.COMPUTED);
    private static final RuleCard COSTS =
            RuleCard.of("MIX-001", "Hosts are chosen by what the cluster asks for", MIXED);
    private static final RuleCard ONE_GPU =
            RuleCard.of("MIX-002", "Workloads are sized for the GPU that they run on", MIXED);

    private MixRules() {}

    static List<Finding> costsAreKnown(RuleSubject subject) {
        List<Finding> findings = new ArrayList<>();
        for (ClusterPlacement placed : subject.placements()) {
            HostObjective asked = placed.cluster().cluster().objective();
            placed.proof().ifPresent(proof -> {
                if (proof instanceof Proof.Mixture mixture && mixture.question().objective() != asked) {
                    findings.add(Finding.of(
                            Severity.OPEN_ITEM,
                            COSTS,
                            placed.cluster().cluster().name(),
                            mixture.question().note().orElse(""),
                            asked == HostObjective.LOWEST_PRICE
                                    ? "Add the quotes to your own library, or choose another objective."
                                    : "Type it in at the hosts, or choose another objective."));
                }
            });
        }
        return findings;
    }

    static List<Finding> oneGpuIsUsed(RuleSubject subject) {
        List<Finding> findings = new ArrayList<>();
        for (ClusterPlacement placed : subject.placements()) {
            List<ResolvedGroup> groups = placed.cluster().groups();
            ResolvedGroup first = groups.getFirst();
            List<ResolvedGroup> others = groups.stream()
                    .filter(group -> !group.gpu().id().equals(first.gpu().id()))
                    .toList();
            if (placed.cluster().cluster().isMixed() && !others.isEmpty()) {
                subject.option().assignments().stream()
                        .filter(assignment -> assignment.cluster().equals(placed.cluster()))
                        .filter(assignment -> !(assignment.workload() instanceof ResolvedWorkload.Vms))
                        .forEach(assignment -> findings.add(sizedForTheFirst(assignment, first, others)));
            }
        }
        return findings;
    }

    private static Finding sizedForTheFirst(
            ResolvedAssignment assignment, ResolvedGroup first, List<ResolvedGroup> others) {
        return Finding.of(
                Severity.WARNING,
                ONE_GPU,
                assignment.workload().workload().name(),
                "Its machines are sized for the " + first.gpu().name() + " of "
                        + first.group().name()
                        + ", and may be placed on "
                        + others.stream()
                                .map(group -> group.group().name() + " with "
                                        + group.gpu().name())
                                .collect(Collectors.joining(", "))
                        + " as if they did the same there.",
                "Label the hosts that it may use, or mix hosts with the same GPU.");
    }
}
