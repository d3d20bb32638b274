package org.sizewright.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.sizewright.plan.setting.Settings;

/**
 * What was stated about an option beside what is sized: its platform, its groups of hosts and the machines of its workloads.
 *
 * @param platform of the option as a whole
 * @param hosts by group of hosts
 * @param machines by workload
 */
public record Setup(Settings platform, Map<GroupId, Settings> hosts, Map<WorkloadId, Settings> machines) {
    public static final Setup UNKNOWN = new Setup(Settings.NOTHING, Map.of(), Map.of());

    public Setup {
        hosts = stated(hosts);
        machines = stated(machines);
    }

    private static <K> Map<K, Settings> stated(Map<K, Settings> all) {
        Map<K, Settings> kept = new LinkedHashMap<>(all);
        kept.values().removeIf(Settings::isEmpty);
        return java.util.Collections.unmodifiableMap(kept);
    }

    /** What is stated of a group of hosts. */
    public Settings of(GroupId group) {
        return hosts.getOrDefault(group, Settings.NOTHING);
    }

    /** What is stated of the machines of a workload. */
    public Settings of(WorkloadId workload) {
        return machines.getOrDefault(workload, Settings.NOTHING);
    }

    public Setup withPlatform(UnaryOperator<Settings> change) {
        return new Setup(change.apply(platform), hosts, machines);
    }

    public Setup with(GroupId group, UnaryOperator<Settings> change) {
        Map<GroupId, Settings> changed = new LinkedHashMap<>(hosts);
        changed.put(group, change.apply(of(group)));
        return new Setup(platform, changed, machines);
    }

    public Setup with(WorkloadId workload, UnaryOperator<Settings> change) {
        Map<WorkloadId, Settings> changed = new LinkedHashMap<>(machines);
        changed.put(workload, change.apply(of(workload)));
        return new Setup(platform, hosts, changed);
    }

    /** Without what is stated of groups that are not among these. */
    Setup keeping(Set<GroupId> groups) {
        if (groups.containsAll(hosts.keySet())) {
            return this;
        }
        return new Setup(
                platform,
                hosts.entrySet().stream()
                        .filter(entry -> groups.contains(entry.getKey()))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first, LinkedHashMap::new)),
                machines);
    }
}
