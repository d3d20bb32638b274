package org.sizewright.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Source;
import org.sizewright.figure.ValueText;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.GpuLinks;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.PlacementProblems;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.VmDevices;

/** Rules about what lies close together in a host: GPUs that links join, and processors, memory and GPUs of a socket. */
final class TopologyRules {
    private static final Source BRIDGES = Source.of(
            "Denneman: Multi-GPU Topologies Within a Single Host",
            "frankdenneman.nl/2026-03-27-Understanding-Multi-GPU-Topologies-Within-a-Single-Host/",
            "2026-03-27",
            Evidence.SECOND_HAND);
    private static final Source WIDE = Source.of(
            "Denneman: CPU Topology for Large Memory Footprint VMs",
            "frankdenneman.nl/2022/11/03/vsphere-8-cpu-topology-for-large-memory-footprint-vms-exceeding-numa-boundaries/",
            "2022-11-03",
            Evidence.SECOND_HAND);
    private static final RuleCard JOINED = RuleCard.of("MGPU-004", "Links join all GPUs of a machine", BRIDGES);
    private static final Source PARTITIONS = Source.of(
            "Denneman: Topology-Aware Multi-GPU VM Placement",
            "frankdenneman.nl/2026-03-31-Topology-Aware-Multi-GPU-VM-Placement/",
            "2026-03-31",
            Evidence.SECOND_HAND);
    private static final RuleCard PARTITION = RuleCard.of("MGPU-002", "Machines take a part of the board", PARTITIONS);
    private static final RuleCard SOCKET = RuleCard.of("NUMA-001", "A machine fits one socket of its host", WIDE);
    private static final RuleCard SPANS = RuleCard.of("NUMA-006", "The GPUs of a machine are on one socket", BRIDGES);

    private TopologyRules() {}

    /** The machines of a class on the hosts of a group. */
    private record On(VmClass vm, ResolvedGroup group, List<PlacedVm> machines) {}

    private static List<On> placed(RuleSubject subject) {
        List<On> all = new ArrayList<>();
        for (ClusterPlacement placed : subject.placements()) {
            for (VmClass vm : placed.whole().vms()) {
                Map<Integer, List<PlacedVm>> byGroup = new LinkedHashMap<>();
                placed.all().placed().stream()
                        .filter(machine -> machine.vmClass().equals(vm.id()))
                        .forEach(machine -> byGroup.computeIfAbsent(
                                        placed.groupOf(machine.host()), key -> new ArrayList<>())
                                .add(machine));
                byGroup.forEach((group, machines) ->
                        all.add(new On(vm, placed.cluster().groups().get(group), machines)));
            }
        }
        return all;
    }

    /** Beyond the largest group traffic goes over the bus. That no link joins anything is no finding of this rule. */
    static List<Finding> linksJoinTheGpus(RuleSubject subject) {
        List<Finding> findings = new ArrayList<>();
        for (On on : placed(subject)) {
            GpuLinks links = PlacementProblems.links(on.group().gpu());
            if (on.vm().gpu() instanceof GpuNeed.Whole whole
                    && whole.joining() == GpuNeed.Joining.WHERE_LINKED
                    && links.largest() > 1
                    && whole.gpus() > links.largest()) {
                findings.add(Finding.of(
                                Severity.WARNING,
                                JOINED,
                                name(subject, on.vm()),
                                "Each machine takes " + whole.gpus() + " GPUs; the links of "
                                        + on.group().gpu().name() + " join " + links.words()
                                        + ", so that the rest of the traffic goes over the bus.",
                                "Take GPUs on a board with switches, or split the work over machines of "
                                        + links.largest() + " GPUs.")
                        .withDistance((whole.gpus() - links.largest()) + " GPUs too many")
                        .withPath("/workloads/" + VmClass.workloadOf(on.vm().id())));
            }
        }
        return findings;
    }

    /** A training run whose machines have a number of GPUs that no partition of a board has: they are not joined. */
    static List<Finding> machinesAreAPartition(RuleSubject subject) {
        List<Finding> findings = new ArrayList<>();
        subject.option().assignments().forEach(assignment -> {
            GpuLinks links = PlacementProblems.links(
                    assignment.cluster().groups().getFirst().gpu());
            if (assignment.workload() instanceof ResolvedWorkload.Tuning tuning
                    && assignment.share() instanceof GpuShare.Whole whole
                    && assignment.assignment().devices().joined() == VmDevices.Joined.WHERE_LINKED
                    && whole.gpus() > 1
                    && whole.gpus() < links.largest()
                    && !links.sizes().contains(whole.gpus())) {
                findings.add(Finding.of(
                                Severity.WARNING,
                                PARTITION,
                                tuning.workload().name(),
                                "Each machine takes " + whole.gpus()
                                        + " GPUs, which no part of the board joins: it offers " + links.words()
                                        + ". The GPUs are placed anywhere and reach each other over the bus.",
                                "Spread the run over a number of GPUs that makes machines of " + links.words() + ".")
                        .withPath("/workloads/" + tuning.workload().id()));
            }
        });
        return findings;
    }

    static List<Finding> machinesFitASocket(RuleSubject subject) {
        List<Finding> findings = new ArrayList<>();
        for (On on : placed(subject)) {
            HostGroup hosts = on.group().group();
            int memory = hosts.memoryGib() / hosts.sockets();
            List<String> beyond = new ArrayList<>();
            if (hosts.sockets() > 1 && on.vm().vcpu() > hosts.coresPerSocket()) {
                beyond.add(ValueText.number(on.vm().vcpu() - hosts.coresPerSocket()) + " vCPU");
            }
            if (hosts.sockets() > 1 && on.vm().memoryGib() > memory) {
                beyond.add(ValueText.number(on.vm().memoryGib() - memory) + " GiB");
            }
            if (!beyond.isEmpty()) {
                findings.add(Finding.of(
                                Severity.WARNING,
                                SOCKET,
                                name(subject, on.vm()),
                                "Each machine takes " + ValueText.number(on.vm().vcpu()) + " vCPU and "
                                        + ValueText.number(on.vm().memoryGib()) + " GiB; one socket of " + hosts.name()
                                        + " has " + ValueText.number(hosts.coresPerSocket()) + " cores and "
                                        + ValueText.number(memory)
                                        + " GiB. What lies beyond a socket is reached slower.",
                                "Make the machine smaller, or plan " + hosts.sockets()
                                        + " virtual NUMA nodes for it with vCPU and memory split evenly.")
                        .withDistance(String.join(" and ", beyond) + " too many")
                        .withPath("/workloads/" + VmClass.workloadOf(on.vm().id())));
            }
        }
        return findings;
    }

    /** Nobody says which slots hang on which socket, so the first GPUs are taken to be on the first one. */
    static List<Finding> gpusAreOnOneSocket(RuleSubject subject) {
        List<Finding> findings = new ArrayList<>();
        for (On on : placed(subject)) {
            HostGroup hosts = on.group().group();
            long across = on.machines().stream()
                    .filter(machine -> sockets(machine.gpus().stream(), hosts) > 1)
                    .count();
            if (across > 0) {
                findings.add(Finding.of(
                                Severity.WARNING,
                                SPANS,
                                name(subject, on.vm()),
                                across + " of " + on.machines().size()
                                        + (on.machines().size() == 1 ? " machine has" : " machines have")
                                        + " GPUs on more than one of the " + hosts.sockets() + " sockets of "
                                        + hosts.name() + ", if the first half of its " + hosts.gpusPerHost()
                                        + " GPUs is on the first.",
                                "Plan a virtual NUMA node for each socket, with vCPU and memory split evenly and each GPU"
                                        + " beside its socket.")
                        .withPath("/workloads/" + VmClass.workloadOf(on.vm().id())));
            }
        }
        return findings;
    }

    private static long sockets(Stream<GpuSlot> slots, HostGroup hosts) {
        return slots.map(slot -> slot.gpu() * hosts.sockets() / Math.max(1, hosts.gpusPerHost()))
                .distinct()
                .count();
    }

    private static String name(RuleSubject subject, VmClass vm) {
        return PlacementRules.workloadName(subject, vm.id());
    }
}
