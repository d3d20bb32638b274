package org.sizewright.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.plan.setting.Choices.Below;
import org.sizewright.plan.setting.KubernetesSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Settings;

/**
 * One alternative for the plan's workloads: a platform, its clusters, and which of them carries what.
 *
 * @param pins machines put in their places by hand, one pin each at most
 * @param setup what was stated about platform, hosts and machines; only of groups that are there
 * @param progress how far the steps of its checklists are
 */
public record Option(
        OptionId id,
        String name,
        Platform platform,
        List<Cluster> clusters,
        List<Assignment> assignments,
        List<Pin> pins,
        Setup setup,
        Progress progress) {
    /** What the hosts run. */
    public enum Platform {
        VSPHERE("VMware vSphere"),
        OPENSHIFT("Red Hat OpenShift"),
        VSPHERE_KUBERNETES("vSphere Kubernetes"),
        BARE_METAL("Bare metal");

        private final String title;

        Platform(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** Whether the hosts run ESXi; what OpenShift stands on has to be stated. */
        public boolean isOnVsphere(Settings stated) {
            return switch (this) {
                case VSPHERE, VSPHERE_KUBERNETES -> true;
                case OPENSHIFT -> stated.get(PlatformSettings.OPENSHIFT_ON).equals(Optional.of(Below.VSPHERE));
                case BARE_METAL -> false;
            };
        }

        /** Whether it is known that no hypervisor lies between the hosts and what runs on them. */
        public boolean isOnHardware(Settings stated) {
            return switch (this) {
                case VSPHERE, VSPHERE_KUBERNETES -> false;
                case OPENSHIFT -> stated.get(PlatformSettings.OPENSHIFT_ON).equals(Optional.of(Below.BARE_METAL));
                case BARE_METAL -> true;
            };
        }

        /** Whether the workloads run in Kubernetes: by the platform, or as stated. */
        public boolean runsKubernetes(Settings stated) {
            return switch (this) {
                case VSPHERE_KUBERNETES, OPENSHIFT -> true;
                case VSPHERE, BARE_METAL -> stated.isYes(KubernetesSettings.KUBERNETES);
            };
        }
    }

    /** Whether the hosts run ESXi, as far as that is stated. */
    public boolean isOnVsphere() {
        return platform.isOnVsphere(setup.platform());
    }

    /** Whether it is known that no hypervisor lies between the hosts and what runs on them. */
    public boolean isOnHardware() {
        return platform.isOnHardware(setup.platform());
    }

    /** Whether the workloads run in Kubernetes. */
    public boolean runsKubernetes() {
        return platform.runsKubernetes(setup.platform());
    }

    public Option {
        PlanChecks.name("an option", name);
        clusters = List.copyOf(clusters);
        assignments = List.copyOf(assignments);
        PlanChecks.unique("clusters", clusters, Cluster::id);
        PlanChecks.unique(
                "groups of hosts",
                clusters.stream().flatMap(cluster -> cluster.groups().stream()).toList(),
                HostGroup::id);
        PlanChecks.unique("assignments", assignments, Assignment::workload);
        pins = List.copyOf(pins);
        PlanChecks.unique("pins", pins, Pin::key);
        setup = setup.keeping(clusters.stream()
                .flatMap(cluster -> cluster.groups().stream())
                .map(HostGroup::id)
                .collect(Collectors.toSet()));
    }

    /** With nothing put in its place by hand, and of whose setup nothing is known. */
    public Option(OptionId id, String name, Platform platform, List<Cluster> clusters, List<Assignment> assignments) {
        this(id, name, platform, clusters, assignments, List.of(), Setup.UNKNOWN);
    }

    /** Of which no step was begun. */
    public Option(
            OptionId id,
            String name,
            Platform platform,
            List<Cluster> clusters,
            List<Assignment> assignments,
            List<Pin> pins,
            Setup setup) {
        this(id, name, platform, clusters, assignments, pins, setup, Progress.NOTHING);
    }

    public Optional<Cluster> cluster(ClusterId wanted) {
        return clusters.stream().filter(cluster -> cluster.id().equals(wanted)).findFirst();
    }

    public Optional<Assignment> assignment(WorkloadId workload) {
        return assignments.stream()
                .filter(assignment -> assignment.workload().equals(workload))
                .findFirst();
    }

    public Option withName(String changed) {
        return new Option(id, changed, platform, clusters, assignments, pins, setup, progress);
    }

    public Option withPlatform(Platform changed) {
        return new Option(id, name, changed, clusters, assignments, pins, setup, progress);
    }

    public Option withCluster(Cluster changed) {
        return new Option(
                id,
                name,
                platform,
                clusters.stream()
                        .map(cluster -> cluster.id().equals(changed.id()) ? changed : cluster)
                        .toList(),
                assignments,
                pins,
                setup,
                progress);
    }

    public Option withSetup(Setup changed) {
        return new Option(id, name, platform, clusters, assignments, pins, changed, progress);
    }

    /** With one more cluster. */
    public Option withNewCluster(Cluster added) {
        return new Option(
                id, name, platform, PlanLists.put(clusters, added, Cluster::id), assignments, pins, setup, progress);
    }

    /** With this assignment in the place of the workload's present one, or added. */
    public Option withAssignment(Assignment changed) {
        return new Option(
                id,
                name,
                platform,
                clusters,
                PlanLists.put(assignments, changed, Assignment::workload),
                pins,
                setup,
                progress);
    }

    public Option withoutAssignment(WorkloadId workload) {
        return new Option(
                id,
                name,
                platform,
                clusters,
                assignments.stream()
                        .filter(assignment -> !assignment.workload().equals(workload))
                        .toList(),
                pins,
                setup,
                progress);
    }

    /** The same under another id and name. */
    public Option copy(OptionId newId, String newName) {
        return new Option(newId, newName, platform, clusters, assignments, pins, setup, progress);
    }

    /** With this pin in the place of the machine's present one, or added. */
    public Option withPin(Pin pin) {
        return withPins(PlanLists.put(pins, pin, Pin::key));
    }

    public Option withoutPin(Pin.Machine machine) {
        return withPins(pins.stream().filter(pin -> !pin.key().equals(machine)).toList());
    }

    public Option withPins(List<Pin> changed) {
        return new Option(id, name, platform, clusters, assignments, changed, setup, progress);
    }

    public Option withProgress(Progress changed) {
        return new Option(id, name, platform, clusters, assignments, pins, setup, changed);
    }
}
