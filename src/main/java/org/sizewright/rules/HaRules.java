package org.sizewright.rules;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sizewright.library.Gpu;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.RefusedVm;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.plan.Survival;
import org.sizewright.plan.setting.OperationSettings;

/** Rules about what stays up. */
final class HaRules {
    private HaRules() {}

    static void memoryIsLeftForRestarts(Inspection at) {
        for (ClusterPlacement placed : at.placements()) {
            int failures = placed.problem().policy().failures();
            if (failures == 0) {
                continue;
            }
            long wanted = placed.whole().vms().stream()
                    .filter(vm -> vm.survival() == Survival.MUST_RESTART)
                    .mapToLong(vm -> (long) vm.memoryGib() * vm.count())
                    .sum();
            List<Integer> hosts = placed.problem().hosts().stream()
                    .map(HostSpec::usableMemoryGib)
                    .sorted()
                    .toList();
            long left = hosts.subList(0, Math.max(0, hosts.size() - failures)).stream()
                    .mapToLong(Integer::longValue)
                    .sum();
            if (wanted > left) {
                at.add(at.violated(
                                placed.cluster().cluster().name(),
                                "Machines that must restart reserve " + wanted + " GiB; after a failure hosts have "
                                        + left + " GiB.",
                                "Add a host or memory, or let machines stay down.")
                        .withDistance((wanted - left) + " GiB too little"));
            }
        }
    }

    static void restartFindsAMatchingDevice(Inspection at) {
        for (MachineView machine : VmRules.onVsphere(at)) {
            boolean restarts =
                    machine.mustRestart() && machine.cluster().cluster().hostFailures() > 0;
            if (!restarts || machine.isStatic()) {
                continue;
            }
            for (Gpu gpu : machine.gpus()) {
                long hosts = at.hosts().stream()
                        .filter(host -> host.machines().contains(machine)
                                && host.gpu().id().equals(gpu.id()))
                        .mapToLong(host -> at.hostsOf(host).orElse(2))
                        .sum();
                if (hosts == 1) {
                    at.add(at.violated(
                                    machine.name(),
                                    "Only one host has " + gpu.name() + " for " + machine.name()
                                            + ": when it fails no other has a matching device.",
                                    "Add a second host with it.")
                            .withDistance("1 host too few"));
                }
            }
        }
        at.placements().stream().filter(placed -> !placed.isSurvived()).forEach(placed -> withoutADevice(at, placed));
    }

    /** Machines of which a failure leaves some without a free GPU, or room on one. */
    private static void withoutADevice(Inspection at, ClusterPlacement placed) {
        Set<String> classes = placed.resilience().notSurvived().stream()
                .flatMap(failure -> failure.lost().stream())
                .filter(lost -> ofAGpu(lost.reason().binding()))
                .map(RefusedVm::vmClass)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String vmClass : classes) {
            at.machine(VmClass.workloadOf(vmClass))
                    .filter(machine -> VmRules.onVsphere(at).contains(machine))
                    .ifPresent(machine -> at.add(at.violated(
                            machine.name(),
                            "After a host failure machines of " + machine.name()
                                    + " find no GPU with the device, label, profile or network card that they ask for.",
                            "Keep such GPUs free, or add a host with them.")));
        }
    }

    private static boolean ofAGpu(RefusedVm.Binding binding) {
        return switch (binding) {
            case LABEL, PROFILE, LINKS, GPU_SLICES, WHOLE_GPUS, NICS -> true;
            case NO_HOST, HOST_SIZE, VCPU, MEMORY, NOT_RESTARTABLE -> false;
        };
    }

    static void thereAreHostsToFailOver(Inspection at) {
        for (ResolvedCluster cluster : at.option().clusters()) {
            if (cluster.cluster().hostFailures() == 0) {
                continue;
            }
            long hosts = at.hosts().stream()
                    .filter(host -> host.cluster()
                            .cluster()
                            .id()
                            .equals(cluster.cluster().id()))
                    .mapToLong(host -> at.hostsOf(host).orElse(Integer.MAX_VALUE))
                    .sum();
            int least = at.platform().privateAi() ? at.limit("privateAi") : at.limit("hosts");
            if (hosts < least) {
                at.add(at.violated(
                                cluster.cluster().name(),
                                cluster.cluster().name() + " has " + hosts + (hosts == 1 ? " host" : " hosts")
                                        + " and shall survive a failure; it takes " + least + ".",
                                "Add hosts, or tolerate no failure.")
                        .withDistance((least - hosts) + " too few"));
            }
        }
    }

    /** Static passthrough under automatic updates: the image cannot empty the host. */
    static void maintenanceHasAWay(Inspection at) {
        boolean automatic = at.platform().isYes(OperationSettings.AUTO_EVACUATION);
        for (MachineView machine : VmRules.onVsphere(at)) {
            if (automatic && machine.isPassthrough()) {
                at.add(at.wrongAccess(
                        machine,
                        "Hosts shall empty themselves for maintenance; machines of " + machine.name()
                                + " have passthrough and must be "
                                + (machine.isStatic() ? "shut down and set up anew." : "switched off and moved."),
                        "Write it into the maintenance plan, or use vGPU."));
            }
        }
    }

    static void everyKindHasHostsToRestartOn(Inspection at) {
        for (MachineView machine : VmRules.onVsphere(at)) {
            if (!machine.mustRestart()) {
                continue;
            }
            long hosts = at.hosts().stream()
                    .filter(host -> host.machines().contains(machine) && host.carries(machine))
                    .mapToLong(host -> at.hostsOf(host).orElse(Integer.MAX_VALUE))
                    .sum();
            int wanted = 1 + machine.cluster().cluster().hostFailures();
            if (hosts < wanted) {
                at.add(at.violated(
                                machine.name(),
                                "Machines of " + machine.name() + " find " + hosts
                                        + (hosts == 1 ? " host" : " hosts")
                                        + " that carry them; with failures it takes "
                                        + wanted + ".",
                                "Give more hosts their labels, or other labels to them.")
                        .withDistance((wanted - hosts) + " too few"));
            }
        }
    }
}
