package org.sizewright.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.inventory.InventoryHost;

/**
 * A whole plan. Immutable; every change makes a new one. It names catalog entries and library records by id only.
 *
 * @param live the option that is shown and exported
 */
public record Plan(
        Header header,
        Site site,
        List<Workload> workloads,
        List<Option> options,
        OptionId live,
        List<RuleOverride> overrides) {
    public Plan {
        workloads = List.copyOf(workloads);
        options = List.copyOf(options);
        overrides = List.copyOf(overrides);
        PlanChecks.unique("workloads", workloads, Workload::id);
        PlanChecks.unique("options", options, Option::id);
        if (options.stream().noneMatch(option -> option.id().equals(live))) {
            throw new IllegalArgumentException("the plan has no option \"" + live + "\" to show");
        }
    }

    public Optional<Workload> workload(WorkloadId id) {
        return workloads.stream().filter(workload -> workload.id().equals(id)).findFirst();
    }

    public Optional<Option> option(OptionId id) {
        return options.stream().filter(option -> option.id().equals(id)).findFirst();
    }

    /** What hosts and workloads are labelled with, each once, in the order of the plan. */
    public List<String> labelsInUse() {
        Stream<Labels> ofHosts = options.stream()
                .flatMap(option -> option.clusters().stream())
                .flatMap(cluster -> cluster.groups().stream())
                .map(HostGroup::labels);
        Stream<Labels> ofWork =
                workloads.stream().map(workload -> workload.terms().labels());
        return Stream.concat(ofHosts, ofWork)
                .flatMap(labels -> labels.names().stream())
                .distinct()
                .toList();
    }

    public Option liveOption() {
        return option(live).orElseThrow();
    }

    public Plan withHeader(Header changed) {
        return new Plan(changed, site, workloads, options, live, overrides);
    }

    public Plan withSite(Site changed) {
        return new Plan(header, changed, workloads, options, live, overrides);
    }

    /**
     * With these as the hosts that the customer has. Groups that are made of some of them follow.
     *
     * @throws IllegalArgumentException with a sentence for the user, if a group loses a host or its hosts become unequal
     */
    public Plan withExistingHosts(List<InventoryHost> hosts) {
        Site changed = site.withExistingHosts(hosts);
        List<Option> refreshed = options.stream()
                .map(option -> {
                    Option following = option;
                    for (Cluster cluster : option.clusters()) {
                        Cluster next = cluster;
                        for (HostGroup group : cluster.groups()) {
                            if (group.origin() instanceof Origin.Existing existing) {
                                next = next.withGroup(follow(option, group, existing, changed));
                            }
                        }
                        following = following.withCluster(next);
                    }
                    return following;
                })
                .toList();
        return new Plan(header, changed, workloads, refreshed, live, overrides);
    }

    private static HostGroup follow(Option option, HostGroup group, Origin.Existing existing, Site site) {
        for (String name : existing.hosts()) {
            if (site.existingHost(name).isEmpty()) {
                throw new IllegalArgumentException(name + " is in the group " + group.name() + " of option "
                        + option.name() + "; remove it there first");
            }
        }
        return ExistingGroups.refreshed(group, existing.in(site));
    }

    /** With this host in the place of the one with the same name, or added; see {@link #withExistingHosts}. */
    public Plan withExistingHost(InventoryHost host) {
        return withExistingHosts(PlanLists.put(site.existingHosts(), host, InventoryHost::key));
    }

    /** With this workload in the place of the one with the same id, or added. */
    public Plan withWorkload(Workload changed) {
        return new Plan(header, site, PlanLists.put(workloads, changed, Workload::id), options, live, overrides);
    }

    /** Without the workload and everything that assigns it. */
    public Plan withoutWorkload(WorkloadId id) {
        return new Plan(
                header,
                site,
                workloads.stream().filter(workload -> !workload.id().equals(id)).toList(),
                options.stream().map(option -> option.withoutAssignment(id)).toList(),
                live,
                overrides);
    }

    /** With this option in the place of the one with the same id, or added. */
    public Plan withOption(Option changed) {
        return new Plan(header, site, workloads, PlanLists.put(options, changed, Option::id), live, overrides);
    }

    /** With this option alone, shown. @throws java.util.NoSuchElementException if the plan has no such option */
    public Plan only(OptionId id) {
        return new Plan(header, site, workloads, List.of(option(id).orElseThrow()), id, overrides);
    }

    public Plan withLive(OptionId changed) {
        return new Plan(header, site, workloads, options, changed, overrides);
    }

    public Plan withOverrides(List<RuleOverride> changed) {
        return new Plan(header, site, workloads, options, live, changed);
    }

    /** The same with no step begun: what results are calculated from. */
    public Plan withoutProgress() {
        return new Plan(
                header,
                site,
                workloads,
                options.stream()
                        .map(option -> option.withProgress(Progress.NOTHING))
                        .toList(),
                live,
                overrides);
    }

    /** A workload id that is still free: the smallest w1, w2... that nothing is pinned by. */
    public WorkloadId freeWorkloadId() {
        int number = 1;
        while (workload(WorkloadId.of("w" + number)).isPresent() || isPinned("w" + number)) {
            number++;
        }
        return WorkloadId.of("w" + number);
    }

    private boolean isPinned(String workload) {
        return options.stream()
                .flatMap(option -> option.pins().stream())
                .anyMatch(pin -> pin.machine().equals(workload) || pin.machine().startsWith(workload + "-"));
    }

    /** An option id that is still free: the first letter a to z, then o1, o2... */
    public OptionId freeOptionId() {
        for (char letter = 'a'; letter <= 'z'; letter++) {
            OptionId id = OptionId.of(String.valueOf(letter));
            if (option(id).isEmpty()) {
                return id;
            }
        }
        int number = 1;
        while (option(OptionId.of("o" + number)).isPresent()) {
            number++;
        }
        return OptionId.of("o" + number);
    }
}
