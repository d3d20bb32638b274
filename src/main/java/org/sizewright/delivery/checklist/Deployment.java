package org.sizewright.delivery.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.library.ChecklistStep.Per;
import org.sizewright.library.Library;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.plan.Setup;
import org.sizewright.plan.WorkloadId;
import org.sizewright.plan.setting.Choices.Edition;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Settings;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.VmSettings;

/** An option as steps see it: its platform, and every place that steps are done for. */
final class Deployment {
    private final OptionResult result;
    private final Place whole;
    private final List<Place> clusters = new ArrayList<>();
    private final List<Place> groups = new ArrayList<>();
    private final List<Place> workloads = new ArrayList<>();

    Deployment(OptionResult result) {
        this.result = result;
        List<Hosts> allHosts = new ArrayList<>();
        List<Machines> allMachines = new ArrayList<>();
        for (ResolvedCluster cluster : result.option().clusters()) {
            List<Hosts> hosts = cluster.groups().stream().map(this::hosts).toList();
            List<Machines> machines = result.option().assignments().stream()
                    .filter(each -> each.cluster()
                            .cluster()
                            .id()
                            .equals(cluster.cluster().id()))
                    .map(this::machines)
                    .toList();
            clusters.add(place(
                    Per.CLUSTER,
                    cluster.cluster().id().value(),
                    cluster.cluster().name(),
                    cluster,
                    hosts,
                    machines));
            hosts.forEach(each -> groups.add(place(
                    Per.HOSTS,
                    each.group().id().value(),
                    each.group().name(),
                    cluster,
                    List.of(each),
                    machines.stream().filter(work -> mayRun(work, each)).toList())));
            machines.forEach(work -> workloads.add(place(
                    Per.MACHINES,
                    work.workload().id().value(),
                    work.workload().name(),
                    cluster,
                    hosts.stream().filter(each -> mayRun(work, each)).toList(),
                    List.of(work))));
            allHosts.addAll(hosts);
            allMachines.addAll(machines);
        }
        whole = new Place(
                Per.PLAN,
                "",
                "",
                option().clusters(),
                allHosts,
                allMachines,
                option().id().value());
    }

    private Place place(
            Per per, String id, String name, ResolvedCluster cluster, List<Hosts> hosts, List<Machines> machines) {
        return new Place(
                per,
                id,
                name,
                List.of(cluster.cluster()),
                hosts,
                machines,
                option().id().value());
    }

    private static boolean mayRun(Machines machines, Hosts hosts) {
        return machines.assignment().groups().stream()
                .anyMatch(group -> group.group().id().equals(hosts.group().id()));
    }

    private Hosts hosts(ResolvedGroup group) {
        return new Hosts(group, setup().of(group.group().id()), count(group.group()));
    }

    private OptionalInt count(HostGroup group) {
        RowKey row = new RowKey(group.id().value(), group.name());
        return result.figures().value(result.sizing().cluster.hosts, row) instanceof Value.Known known
                ? OptionalInt.of((int) Math.round(known.number()))
                : OptionalInt.empty();
    }

    private Machines machines(ResolvedAssignment assignment) {
        WorkloadId id = assignment.workload().workload().id();
        int count = 0;
        for (ClusterPlacement placed : result.placements()) {
            for (VmClass vms : placed.whole().vms()) {
                if (VmClass.workloadOf(vms.id()).equals(id.value()) && !VmClass.isDatabase(vms.id())) {
                    count += vms.count();
                }
            }
        }
        return new Machines(
                assignment,
                setup().of(id),
                isOnEsxi(),
                VmSettings.of(result.plan(), result.option(), assignment),
                count);
    }

    /** The places for which such a step is done. */
    List<Place> places(Per per) {
        return switch (per) {
            case PLAN -> List.of(whole);
            case CLUSTER -> clusters;
            case HOSTS -> groups;
            case MACHINES -> workloads;
        };
    }

    OptionResult result() {
        return result;
    }

    Plan plan() {
        return result.plan().plan();
    }

    Library library() {
        return result.plan().library();
    }

    Option option() {
        return result.option().option();
    }

    private Setup setup() {
        return option().setup();
    }

    /** What is stated of the option as a whole. */
    Settings platform() {
        return setup().platform();
    }

    boolean isOpenShift() {
        return option().platform() == Option.Platform.OPENSHIFT;
    }

    boolean isOnEsxi() {
        return option().isOnVsphere();
    }

    boolean runsKubernetes() {
        return option().runsKubernetes();
    }

    boolean isPrivateAi() {
        return platform().get(PlatformSettings.EDITION).equals(Optional.of(Edition.PRIVATE_AI_FOUNDATION));
    }

    boolean isAirGapped() {
        return plan().site().isAirGapped();
    }
}
