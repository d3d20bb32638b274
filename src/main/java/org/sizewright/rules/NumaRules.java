package org.sizewright.rules;

import java.util.function.BiConsumer;
import org.sizewright.plan.setting.MachineSettings;
import org.sizewright.plan.setting.PlatformSettings;

/** Rules about machines and the memory of sockets. */
final class NumaRules {
    private NumaRules() {}

    static void machineAndGpuAreAtOneNode(Inspection at) {
        each(at, (machine, host) -> {
            if (host.group().sockets() > 1
                    && !isWide(machine, host)
                    && at.platform().onVsphere()) {
                at.need(machine, MachineSettings.GPU_NODE)
                        .filter(same -> !same)
                        .ifPresent(
                                other -> at.add(
                                        at.wrong(
                                                machine,
                                                MachineSettings.GPU_NODE,
                                                "Machines of " + machine.name()
                                                        + " may run at another socket than their GPU.",
                                                "Keep them at the node of their GPU, and do not fill a socket with machines of the other.")));
            }
        });
    }

    static void memoryBeyondANodeIsPlanned(Inspection at) {
        each(at, (machine, host) -> {
            boolean onlyMemory = machine.vm().memoryGib() > nodeGib(host)
                    && machine.vm().vcpu() <= host.group().coresPerSocket();
            if (onlyMemory && machine.get(MachineSettings.NUMA_NODES).orElse(1) < 2) {
                at.add(at.wrong(
                                machine,
                                MachineSettings.NUMA_NODES,
                                "The memory of a machine of " + machine.name()
                                        + " is more than a node has, its vCPUs are not: "
                                        + "vSphere shows it one node.",
                                "Set " + Math.max(1, machine.vm().vcpu() / 2) + " cores per socket and 2 nodes.")
                        .withDistance((machine.vm().memoryGib() - nodeGib(host)) + " GiB beyond a node"));
            }
        });
    }

    static void coresPerSocketFollowTheHardware(Inspection at) {
        each(
                at,
                (machine, host) -> machine.get(MachineSettings.CORES_PER_SOCKET).ifPresent(cores -> {
                    int vcpu = machine.vm().vcpu();
                    boolean odd = vcpu > cores && vcpu / cores % 2 != 0;
                    if (vcpu % cores != 0 || odd || cores > host.group().coresPerSocket()) {
                        at.add(at.wrong(
                                machine,
                                MachineSettings.CORES_PER_SOCKET,
                                "The " + vcpu + " vCPUs of " + machine.name() + " make no equal sockets of " + cores
                                        + " cores on " + host.name() + ".",
                                "Leave it at the default, or take a part of " + vcpu + " up to "
                                        + host.group().coresPerSocket() + "."));
                    }
                }));
    }

    static void deviceIsAssignedToItsNode(Inspection at) {
        if (!at.platform().isAtLeast(PlatformSettings.VSPHERE, "8.0")) {
            return;
        }
        each(at, (machine, host) -> {
            if (isWide(machine, host) && at.platform().onVsphere()) {
                at.need(machine, MachineSettings.DEVICE_NODE)
                        .filter(assigned -> !assigned)
                        .ifPresent(none -> at.add(at.wrong(
                                machine,
                                MachineSettings.DEVICE_NODE,
                                "Guests of " + machine.name() + " do not learn at which node their GPU hangs.",
                                "Assign the device to the virtual node that it hangs at.")));
            }
        });
    }

    private static int nodeGib(HostView host) {
        return host.group().memoryGib() / host.group().sockets();
    }

    private static boolean isWide(MachineView machine, HostView host) {
        return machine.vm().vcpu() > host.group().coresPerSocket()
                || machine.vm().memoryGib() > nodeGib(host);
    }

    /** Each kind of machine with the first kind of host that it may run on. */
    private static void each(Inspection at, BiConsumer<MachineView, HostView> check) {
        for (MachineView machine : VmRules.onVsphere(at)) {
            at.hosts().stream()
                    .filter(host -> host.machines().contains(machine))
                    .findFirst()
                    .ifPresent(host -> check.accept(machine, host));
        }
    }
}
