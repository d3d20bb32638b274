package org.sizewright.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
        Map<String, Set<String>> missing = new TreeMap<>();
        placed.resilience().notSurvived().stream()
                .flatMap(failure -> failure.lost().stream())
                .forEach(lost -> ofAGpu(lost.reason().binding())
                        .ifPresent(words -> missing.computeIfAbsent(lost.vmClass(), added -> new TreeSet<>())
                                .add(words)));
        missing.forEach((vmClass, words) -> at.machine(VmClass.workloadOf(vmClass))
                .filter(machine -> VmRules.onVsphere(at).contains(machine))
                .ifPresent(machine -> at.add(at.violated(
                        machine.name(),
                        "After a host failure machines of " + machine.name() + " find " + String.join(" and ", words)
                                + ".",
                        "Keep such room free, or add a host that has it."))));
    }

    /** What a machine does not find, if it is one of a GPU or beside one. */
    private static Optional<String> ofAGpu(RefusedVm.Binding binding) {
        return switch (binding) {
            case LABEL -> Optional.of("no host with the labels that they ask for");
            case PROFILE -> Optional.of("no GPU with their profile");
            case LINKS -> Optional.of("no host that joins so many GPUs");
            case GPU_SLICES -> Optional.of("no GPU with room for their profile");
            case WHOLE_GPUS -> Optional.of("too few free GPUs on one host");
            case NICS, HOST_NICS -> Optional.of("too few network cards beside GPUs");
            case NO_HOST, HOST_SIZE, VCPU, MEMORY, NOT_RESTARTABLE -> Optional.empty();
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
