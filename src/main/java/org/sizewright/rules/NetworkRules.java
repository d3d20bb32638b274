package org.sizewright.rules;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.setting.Choices.Fabric;
import org.sizewright.plan.setting.Choices.GdsStorage;
import org.sizewright.plan.setting.Choices.LicenceService;
import org.sizewright.plan.setting.Choices.Nic;
import org.sizewright.plan.setting.HostChoices.GuestOs;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.LicenceSettings;
import org.sizewright.plan.setting.MachineSettings;
import org.sizewright.plan.setting.NetworkSettings;

/** Rules about networks between hosts, GPUs and storage. */
final class NetworkRules {
    private NetworkRules() {}

    static void nicAndGpuShareASwitch(Inspection at) {
        for (HostView host : at.hosts()) {
            if (host.machines().stream().anyMatch(MachineView::isRdma)) {
                at.mustBe(
                        true,
                        host,
                        HostSettings.NIC_WITH_GPU,
                        "NIC and GPU of " + host.name() + " share no PCIe switch or root; GPUDirect RDMA needs it.",
                        "Put them under one switch, or choose a server with PCIe switches.");
            }
        }
    }

    static void machinesHaveThePeerKeys(Inspection at) {
        for (MachineView machine : VmRules.onVsphere(at)) {
            if (machine.isRdma()) {
                machine.get(MachineSettings.P2P_KEYS)
                        .filter(set -> !set)
                        .ifPresent(none -> at.add(at.wrong(
                                machine,
                                MachineSettings.P2P_KEYS,
                                "Machines of " + machine.name() + " lack the keys for peer-to-peer.",
                                "Set pciPassthru.allowP2P and pciPassthru.RelaxACSforP2P to TRUE.")));
            }
        }
    }

    static void nicIsAConnectX(Inspection at) {
        if (at.usesRdma()) {
            at.need(NetworkSettings.NIC_MODEL)
                    .filter(Nic.OTHER::equals)
                    .ifPresent(other -> at.add(at.wrong(
                            NetworkSettings.NIC_MODEL,
                            "GPUDirect RDMA takes a ConnectX adapter.",
                            "Choose ConnectX-5, 6, 7 or newer.")));
        }
    }

    static void gpuDirectTakesLinux(Inspection at) {
        for (MachineView machine : VmRules.onVsphere(at)) {
            if (!machine.isRdma() && !at.platform().isYes(NetworkSettings.GPUDIRECT_STORAGE)) {
                continue;
            }
            at.need(machine, MachineSettings.GUEST_OS)
                    .filter(VmRules::isWindows)
                    .ifPresent(windows -> at.add(at.wrong(
                            machine,
                            MachineSettings.GUEST_OS,
                            "Guests of " + machine.name() + " run Windows, which GPUDirect excludes.",
                            "Use Linux guests.")));
            machine.gpus().stream()
                    .filter(gpu -> !Gpus.isAmpereOrNewer(gpu))
                    .findFirst()
                    .ifPresent(gpu -> at.add(at.violated(
                            machine.name(),
                            gpu.name() + " of " + machine.name() + " has no virtual functions, which GPUDirect needs.",
                            "Choose Ampere or newer.")));
        }
    }

    static void gpusHaveBandwidthBetweenHosts(Inspection at) {
        boolean none = at.platform().get(NetworkSettings.FABRIC).equals(Optional.of(Fabric.NONE));
        for (MachineView machine : overHosts(at)) {
            if (none) {
                at.add(at.wrong(
                        NetworkSettings.FABRIC,
                        machine.name() + " spreads over hosts whose GPUs have no network between them.",
                        "Plan a network for GPUs, or keep it in one host."));
                continue;
            }
            at.need(NetworkSettings.GPU_BANDWIDTH)
                    .filter(speed -> speed < at.limit("gbps"))
                    .ifPresent(speed -> at.add(at.wrong(
                                    NetworkSettings.GPU_BANDWIDTH,
                                    machine.name() + " spreads over hosts with " + Math.round(speed) + " Gb/s per GPU.",
                                    "Give every GPU " + at.limit("gbps") + " Gb/s or more.")
                            .withDistance(Math.round(at.limit("gbps") - speed) + " Gb/s too slow")));
        }
    }

    static void nicsFollowThePattern(Inspection at) {
        for (HostView host : at.hosts()) {
            host.get(HostSettings.PATTERN)
                    .ifPresent(pattern -> at.need(host, HostSettings.NICS).ifPresent(nics -> {
                        int wanted = switch (pattern) {
                            case P_2_4_3 -> 3;
                            case P_2_8_5 -> 5;
                            case P_2_8_9 -> 9;
                        };
                        if (nics != wanted) {
                            at.add(at.wrong(
                                            host,
                                            HostSettings.NICS,
                                            host.name() + " has " + nics + " NICs; the pattern " + pattern.title()
                                                    + " has " + wanted + ".",
                                            "Take as many NICs as the pattern has, or leave the pattern out.")
                                    .withDistance(
                                            Math.abs(nics - wanted) + (nics < wanted ? " too few" : " too many")));
                        }
                    }));
        }
    }

    static void servingNeedsNoFabric(Inspection at) {
        Optional<Fabric> fabric = at.platform().get(NetworkSettings.FABRIC);
        if (fabric.isPresent() && fabric.get() != Fabric.NONE && overHosts(at).isEmpty() && !at.usesRdma()) {
            at.add(at.wrong(
                    NetworkSettings.FABRIC,
                    "The plan has a network between GPUs, and nothing in it spreads over hosts.",
                    "Leave it out, or say what it is for."));
        }
    }

    static void networkIsRedundant(Inspection at) {
        at.need(NetworkSettings.NORTH_SOUTH_LINKS)
                .filter(links -> links < 2)
                .ifPresent(links -> at.add(at.wrong(
                                NetworkSettings.NORTH_SOUTH_LINKS,
                                "Hosts have one link to one switch; when it fails they are cut off.",
                                "Give each host two links to two switches.")
                        .withDistance((2 - links) + " link too few")));
        at.mustBe(
                true,
                NetworkSettings.OUT_OF_BAND,
                "There is no network for management alone.",
                "Plan an out-of-band network.");
    }

    static void rdmaOverEthernetLosesNothing(Inspection at) {
        boolean ethernet = at.platform().get(NetworkSettings.FABRIC).equals(Optional.of(Fabric.ETHERNET));
        if (ethernet && (at.usesRdma() || !overHosts(at).isEmpty())) {
            at.mustBe(
                    true,
                    NetworkSettings.LOSSLESS,
                    "RDMA runs over Ethernet whose switches lack PFC or ECN.",
                    "Set both on the switches of the GPU network.");
        }
    }

    static void severalHostsNeedRoce(Inspection at) {
        boolean infiniband = at.platform().get(NetworkSettings.FABRIC).equals(Optional.of(Fabric.INFINIBAND));
        if (!overHosts(at).isEmpty() && !infiniband) {
            at.mustBe(
                    true,
                    NetworkSettings.ROCE,
                    "Training spreads over hosts whose NICs do not speak RoCE.",
                    "Choose NICs with RoCE.");
        }
    }

    static void gradientsAreExchangedQuickly(Inspection at) {
        boolean ethernet = at.platform().get(NetworkSettings.FABRIC).equals(Optional.of(Fabric.ETHERNET));
        for (MachineView machine : overHosts(at)) {
            if (!ethernet || !(machine.resolved() instanceof ResolvedWorkload.Tuning)) {
                continue;
            }
            Optional<Double> speed = at.need(NetworkSettings.GPU_BANDWIDTH);
            Optional<Double> step = at.need(NetworkSettings.STEP_SECONDS);
            Optional<Double> parameters = trained(at, machine);
            if (speed.isPresent() && step.isPresent() && parameters.isPresent()) {
                double seconds = 2 * parameters.get() * BYTES * 8 / (speed.get() * 1e9);
                if (seconds > step.get() * at.limit("percent") / 100) {
                    at.add(at.wrong(
                                    NetworkSettings.GPU_BANDWIDTH,
                                    "Exchanging the gradients of " + machine.name() + " takes "
                                            + ValueText.number(seconds) + " s of a step of "
                                            + ValueText.number(step.get()) + " s.",
                                    "Use a faster network, train fewer parameters, or take larger steps.")
                            .withDistance(ValueText.number(seconds - step.get() * at.limit("percent") / 100)
                                    + " s too long"));
                }
            }
        }
    }

    /** A gradient is counted with four bytes. */
    private static final double BYTES = 4;

    private static Optional<Double> trained(Inspection at, MachineView machine) {
        RowKey row = new RowKey(machine.workload().id().value(), machine.name());
        return at.sizing()
                .demand
                .training
                .map(training -> at.value(training.memory.trained.trainable, row))
                .filter(Value.Known.class::isInstance)
                .map(value -> ((Value.Known) value).number());
    }

    static void licenceServiceInTheCloudIsReached(Inspection at) {
        if (at.platform().get(LicenceSettings.LICENCE_SERVICE).equals(Optional.of(LicenceService.CLS))) {
            at.mustBe(
                    true,
                    LicenceSettings.PORTS_OPEN,
                    "Clients cannot reach the licence service in the cloud.",
                    "Open TCP 443 and 80 from every licensed client to it.");
        }
    }

    static void ownLicenceServiceIsReached(Inspection at) {
        if (at.platform().get(LicenceSettings.LICENCE_SERVICE).equals(Optional.of(LicenceService.DLS))) {
            at.mustBe(
                    true,
                    LicenceSettings.PORTS_OPEN,
                    "Clients cannot reach the own licence service, or its nodes each other.",
                    "Open TCP 443 and 80 from clients, 8081 for administration and 8082 between the nodes.");
        }
    }

    static void gpuDirectStorageHasItsConditions(Inspection at) {
        if (!at.platform().isYes(NetworkSettings.GPUDIRECT_STORAGE)) {
            return;
        }
        at.mustBe(
                true,
                NetworkSettings.OPEN_MODULES,
                "GPUDirect Storage needs the open kernel modules.",
                "Install the driver with open kernel modules.");
        at.need(NetworkSettings.STORAGE)
                .filter(GdsStorage.OTHER::equals)
                .ifPresent(other -> at.add(at.wrong(
                        NetworkSettings.STORAGE,
                        "GPUDirect Storage reads from local NVMe or from NFS.",
                        "Choose one of them.")));
        for (MachineView machine : VmRules.onVsphere(at)) {
            machine.gpus().stream()
                    .filter(Gpus::isAmpere)
                    .filter(gpu -> machine.isVgpu())
                    .findFirst()
                    .ifPresent(gpu -> at.add(at.violated(
                            machine.name(),
                            "GPUDirect Storage under vGPU leaves out " + gpu.name() + " of " + machine.name() + ".",
                            "Choose Ada, Hopper or newer.")));
            if (machine.isYes(MachineSettings.SECURE_BOOT)) {
                at.add(at.wrong(
                        machine,
                        MachineSettings.SECURE_BOOT,
                        "GPUDirect Storage does not work with secure boot, which machines of " + machine.name()
                                + " have.",
                        "Switch secure boot off for them."));
            }
            at.need(machine, MachineSettings.GUEST_OS)
                    .filter(guest ->
                            guest != GuestOs.RHEL_8 && guest != GuestOs.UBUNTU_22_04 && guest != GuestOs.UBUNTU_24_04)
                    .ifPresent(guest -> at.add(at.wrong(
                            machine,
                            MachineSettings.GUEST_OS,
                            "GPUDirect Storage is not listed for " + guest.title() + " of " + machine.name() + ".",
                            "Use Ubuntu 22.04 or 24.04, or RHEL 8.8 or newer of 8.")));
        }
    }

    static void noSnapOnVsphere(Inspection at) {
        if (at.platform().isYes(NetworkSettings.NVME_SNAP) && at.platform().onVsphere()) {
            at.add(at.wrong(
                    NetworkSettings.NVME_SNAP,
                    "BlueField shall show network storage as local drives; vSphere did not support it.",
                    "Do without, or ask for a statement of support."));
        }
    }

    /** Machines of work that spreads over hosts: runs of more GPUs than a host has. */
    private static List<MachineView> overHosts(Inspection at) {
        return at.machines().stream()
                .filter(machine -> {
                    int most = machine.groups().stream()
                            .mapToInt(group -> group.group().gpusPerHost())
                            .max()
                            .orElse(0);
                    long gpus = machine.resolved() instanceof ResolvedWorkload.Tuning
                            ? machine.assignment().assignment().training().gpus()
                            : machine.assignment().assignment().gpus();
                    return gpus > most;
                })
                .toList();
    }
}
