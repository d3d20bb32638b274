package org.sizewright.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.figure.ValueText;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.GpuLinks;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.PlacementProblems;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.VmDevices;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.MachineSettings;

/** Rules about what lies close together in a host: GPUs that links join, and processors, memory and GPUs of a socket. */
final class TopologyRules {
    private TopologyRules() {}

    /** The machines of a class on the hosts of a group. */
    private record On(VmClass vm, HostView host, MachineView of, List<PlacedVm> machines) {
        HostGroup group() {
            return host.group();
        }

        GpuLinks links() {
            return PlacementProblems.links(host.gpu());
        }

        /** Whether a machine takes more GPUs than a socket has. */
        boolean takesSeveralSockets() {
            return vm.gpu() instanceof GpuNeed.Whole whole
                    && group().sockets() > 1
                    && whole.gpus() * group().sockets() > group().gpusPerHost();
        }

        String path() {
            return "/workloads/" + of.workload().id();
        }
    }

    private static List<On> placed(Inspection at) {
        List<On> all = new ArrayList<>();
        for (ClusterPlacement placed : at.placements()) {
            for (VmClass vm : placed.whole().vms()) {
                Map<Integer, List<PlacedVm>> byGroup = new LinkedHashMap<>();
                placed.all().placed().stream()
                        .filter(machine -> machine.vmClass().equals(vm.id()))
                        .forEach(machine -> byGroup.computeIfAbsent(
                                        placed.groupOf(machine.host()), key -> new ArrayList<>())
                                .add(machine));
                byGroup.forEach((group, machines) -> at.machine(VmClass.workloadOf(vm.id()))
                        .ifPresent(of -> all.add(
                                new On(vm, at.host(placed.cluster().groups().get(group)), of, machines))));
            }
        }
        return all;
    }

    /** Beyond the largest group traffic goes over the bus. That no link joins anything is no finding of this rule. */
    static void linksJoinTheGpus(Inspection at) {
        for (On on : placed(at)) {
            if (on.vm().gpu() instanceof GpuNeed.Whole whole
                    && whole.gpus() > 1
                    && whole.joining() != GpuNeed.Joining.ANY) {
                joined(at, on.host())
                        .filter(most -> whole.gpus() > most)
                        .ifPresent(most -> at.add(at.violated(
                                        name(at, on),
                                        "Each machine takes " + whole.gpus() + " GPUs; "
                                                + (most == 1
                                                        ? "no bridge joins "
                                                                + on.host()
                                                                        .gpu()
                                                                        .name()
                                                        : "the links of "
                                                                + on.host()
                                                                        .gpu()
                                                                        .name() + " join "
                                                                + (most
                                                                                == on.links()
                                                                                        .largest()
                                                                        ? on.links()
                                                                                .words()
                                                                        : most))
                                                + ", so that the rest of the traffic goes over the bus.",
                                        "Take GPUs on a board with switches, or split the work over machines of "
                                                + (most == 1 ? "1 GPU." : most + " GPUs."))
                                .withDistance((whole.gpus() - most) + " GPUs too many")
                                .withPath(on.path())));
            }
        }
    }

    /**
     * Most GPUs that are joined on these hosts: by their bridges where they are stated, else as the library knows it. Cards that may
     * have bridges, of which neither says a word, are asked for; empty where there is nothing to join.
     */
    private static Optional<Integer> joined(Inspection at, HostView host) {
        GpuLinks links = PlacementProblems.links(host.gpu());
        if (!host.mayHaveBridges()) {
            return Optional.of(links.largest()).filter(most -> most > 1);
        }
        return host.get(HostSettings.BRIDGE)
                .map(bridge -> bridge.gpus())
                .or(() -> Optional.of(links.largest()).filter(most -> most > 1))
                .or(() -> at.need(host, HostSettings.BRIDGE).map(bridge -> bridge.gpus()));
    }

    /**
     * Machines with a number of GPUs that the links of their hosts do not join. Nobody chose the number of a training run, which is
     * spread over as few machines as hold it: it is placed anywhere, others find no place.
     */
    static void machinesAreAPartition(Inspection at) {
        for (MachineView machine : at.machines()) {
            VmDevices.Joined joined =
                    machine.assignment().assignment().devices().joined();
            if (machine.wholeGpus() < 2 || joined == VmDevices.Joined.NO) {
                continue;
            }
            boolean nobodyChose =
                    machine.resolved() instanceof ResolvedWorkload.Tuning && joined == VmDevices.Joined.WHERE_LINKED;
            machine.gpus().stream()
                    .map(PlacementProblems::links)
                    .filter(links -> machine.wholeGpus() < links.largest()
                            && !links.sizes().contains(machine.wholeGpus()))
                    .findFirst()
                    .ifPresent(links -> at.add(at.finding(
                                    nobodyChose ? Severity.WARNING : at.severity(),
                                    machine.name(),
                                    "Each machine takes " + machine.wholeGpus()
                                            + " GPUs, which no part of the board joins: it offers " + links.words()
                                            + (nobodyChose
                                                    ? ". The GPUs are placed anywhere and reach each other over the bus."
                                                    : "."),
                                    nobodyChose
                                            ? "Spread the run over a number of GPUs that makes machines of "
                                                    + links.words() + "."
                                            : "Give each machine " + links.words()
                                                    + " GPUs, or say that they need not be joined.")
                            .withPath("/workloads/" + machine.workload().id())));
        }
    }

    static void machinesFitASocket(Inspection at) {
        if (!at.platform().onVsphere()) {
            return;
        }
        for (On on : placed(at)) {
            HostGroup hosts = on.group();
            if (hosts.sockets() < 2
                    || on.takesSeveralSockets()
                    || on.of().get(MachineSettings.NUMA_NODES).isPresent()) {
                continue;
            }
            int memory = hosts.memoryGib() / hosts.sockets();
            List<String> beyond = new ArrayList<>();
            if (on.vm().vcpu() > hosts.coresPerSocket()) {
                beyond.add(ValueText.number(on.vm().vcpu() - hosts.coresPerSocket()) + " vCPU");
            }
            if (on.vm().memoryGib() > memory) {
                beyond.add(ValueText.number(on.vm().memoryGib() - memory) + " GiB");
            }
            if (!beyond.isEmpty()) {
                at.add(at.violated(
                                name(at, on),
                                "Each machine takes " + ValueText.number(on.vm().vcpu()) + " vCPU and "
                                        + ValueText.number(on.vm().memoryGib()) + " GiB; one socket of " + hosts.name()
                                        + " has " + ValueText.number(hosts.coresPerSocket()) + " cores and "
                                        + ValueText.number(memory)
                                        + " GiB. What lies beyond a socket is reached slower.",
                                "Make the machine smaller, or plan " + hosts.sockets()
                                        + " virtual NUMA nodes for it with vCPU and memory split evenly.")
                        .withDistance(String.join(" and ", beyond) + " too many")
                        .withPath(on.path()));
            }
        }
    }

    /**
     * Machines that must take GPUs of several sockets have as many equal nodes, unless somebody says otherwise; others lie across
     * sockets by chance.
     */
    static void machinesOverSocketsAreEven(Inspection at) {
        if (!at.platform().onVsphere()) {
            return;
        }
        for (On on : placed(at)) {
            Optional<Integer> nodes = on.of().get(MachineSettings.NUMA_NODES);
            if (on.takesSeveralSockets()) {
                nodes.filter(stated ->
                                stated % on.group().sockets() != 0 || on.vm().vcpu() % stated != 0)
                        .ifPresent(stated -> at.add(at.wrong(
                                on.of(),
                                MachineSettings.NUMA_NODES,
                                "Machines of " + name(at, on) + " have GPUs of several sockets and " + stated
                                        + (stated == 1 ? " virtual node." : " virtual nodes."),
                                "Give them " + on.group().sockets() + " nodes with equal parts.")));
            } else if (nodes.isEmpty()) {
                lieAcross(at, on);
            }
        }
    }

    private static void lieAcross(Inspection at, On on) {
        long across = on.machines().stream()
                .filter(machine -> sockets(machine.gpus().stream(), on.host()) > 1)
                .count();
        if (across > 0) {
            at.add(at.violated(
                            name(at, on),
                            across + " of " + on.machines().size()
                                    + (on.machines().size() == 1 ? " machine has" : " machines have")
                                    + " GPUs on more than one of the "
                                    + on.group().sockets() + " sockets of "
                                    + on.group().name()
                                    + (on.host()
                                                    .get(HostSettings.GPUS_AT_FIRST_SOCKET)
                                                    .isPresent()
                                            ? "."
                                            : ", if the first half of its "
                                                    + on.group().gpusPerHost() + " GPUs is on the first."),
                            "Plan a virtual NUMA node for each socket, with vCPU and memory split evenly and each GPU"
                                    + " beside its socket, or pin the machines to GPUs of one socket.")
                    .withPath(on.path()));
        }
    }

    private static long sockets(Stream<GpuSlot> slots, HostView host) {
        return slots.map(slot -> socket(slot.gpu(), host)).distinct().count();
    }

    /** GPUs are taken to be numbered socket by socket, evenly over those of which nothing is stated. */
    private static int socket(int gpu, HostView host) {
        int sockets = host.group().sockets();
        int gpus = host.group().gpusPerHost();
        Optional<Integer> first = host.get(HostSettings.GPUS_AT_FIRST_SOCKET).filter(stated -> sockets > 1);
        if (first.isEmpty()) {
            return gpu * sockets / Math.max(1, gpus);
        }
        return gpu < first.get() ? 0 : 1 + (gpu - first.get()) * (sockets - 1) / Math.max(1, gpus - first.get());
    }

    private static String name(Inspection at, On on) {
        return PlacementRules.workloadName(at, on.vm().id());
    }
}
