package org.sizewright.plan;

import java.util.List;
import java.util.Optional;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;

/** Whether the hosts of a cluster carry the labels that a workload asks for. */
final class LabelChecks {
    private LabelChecks() {}

    /** What is missing, with the way out; empty if some group of hosts carries all of them. */
    static Optional<Unresolved> of(Workload workload, ResolvedCluster cluster, String path) {
        Labels asked = workload.terms().labels();
        List<HostGroup> groups =
                cluster.groups().stream().map(ResolvedGroup::group).toList();
        if (groups.stream().anyMatch(group -> group.labels().containsAll(asked))) {
            return Optional.empty();
        }
        Labels missing = asked.without(groups.stream()
                .flatMap(group -> group.labels().names().stream())
                .toList());
        String name = cluster.cluster().name();
        String sentence = missing.isEmpty()
                ? "no group of hosts in " + name + " carries them together."
                : missing.names().size() == asked.names().size()
                        ? "no group of hosts in " + name
                                + (asked.names().size() == 1 ? " carries it." : " carries them.")
                        : "no group of hosts in " + name + " carries " + missing.words() + ".";
        return Optional.of(new Unresolved(
                path,
                workload.name(),
                workload.name() + " asks for hosts labelled " + asked.words() + ", and " + sentence,
                "Give the label to a group of hosts on the Cluster screen, or take it from the workload."));
    }
}
