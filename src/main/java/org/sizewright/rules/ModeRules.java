package org.sizewright.rules;

import java.util.List;
import java.util.Optional;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.setting.Choices.DriverInstall;
import org.sizewright.plan.setting.Choices.DrsLevel;
import org.sizewright.plan.setting.HostChoices.Access;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.MachineSettings;
import org.sizewright.plan.setting.OperationSettings;
import org.sizewright.plan.setting.PlatformSettings;

/** Rules about passthrough, vGPU and moving machines. */
final class ModeRules {
    private ModeRules() {}

    static void staticPassthroughDoesNotRestart(Inspection at) {
        for (MachineView machine : VmRules.onVsphere(at)) {
            boolean promised = machine.cluster().cluster().hostFailures() > 0 && machine.mustRestart();
            if (promised && at.access(machine).equals(Optional.of(Access.DIRECTPATH))) {
                at.add(at.wrong(
                        machine,
                        MachineSettings.ACCESS,
                        "Machines of " + machine.name()
                                + " must restart after a host failure; with static DirectPath I/O they stay down.",
                        "Use Dynamic DirectPath I/O or vGPU, or let them stay down."));
            }
        }
    }

    static void dynamicInsteadOfStatic(Inspection at) {
        for (MachineView machine : VmRules.onVsphere(at)) {
            if (at.access(machine).equals(Optional.of(Access.DIRECTPATH)) && hosts(at, machine) > 1) {
                at.add(at.wrong(
                        machine,
                        MachineSettings.ACCESS,
                        "Machines of " + machine.name() + " are tied to single slots of single hosts.",
                        "Ask for device ids or labels with Dynamic DirectPath I/O."));
            }
        }
    }

    static void differentGpusCarryLabels(Inspection at) {
        for (HostView host : at.hosts()) {
            boolean mixed = at.hosts().stream()
                    .filter(other -> other.cluster().equals(host.cluster()))
                    .anyMatch(other -> !other.gpu().id().equals(host.gpu().id()));
            if (mixed && at.hasPassthrough(host)) {
                at.mustBe(
                        true,
                        host,
                        HostSettings.DEVICE_LABEL,
                        "The GPUs of " + host.name() + " have no label, and its cluster passes through others too.",
                        "Give them a hardware label in vCenter, and let machines ask for it.");
            }
        }
    }

    static void nobodyCountsOnLoadBalancing(Inspection at) {
        if (at.platform().isYes(OperationSettings.LOAD_BALANCING)
                && at.platform().onVsphere()) {
            at.add(at.wrong(
                    OperationSettings.LOAD_BALANCING,
                    "Operations rely on DRS moving GPU machines to balance load.",
                    "Plan with their placement at power-on."));
        }
    }

    static void liveMigrationNeedsVgpu(Inspection at) {
        for (MachineView machine : migrated(at)) {
            if (at.isPassthrough(machine)) {
                at.add(at.wrong(
                        machine,
                        MachineSettings.ACCESS,
                        "Machines of " + machine.name() + " shall move while they run; with passthrough they cannot.",
                        "Use a vGPU, with all of the GPU if need be, or move them while switched off."));
            }
        }
    }

    static void vgpuMigrationIsOn(Inspection at) {
        if (migrated(at).stream().filter(at::isVgpu).count() > 0) {
            at.mustBe(
                    true,
                    OperationSettings.HOT_MIGRATE,
                    "vGPU machines shall move while they run, and vCenter does not allow it.",
                    "Set vgpu.hotmigrate.enabled to true in vCenter.");
        }
    }

    static void hostsEmptyThemselves(Inspection at) {
        boolean byImage = at.platform().get(PlatformSettings.DRIVER_INSTALL).equals(Optional.of(DriverInstall.IMAGE));
        if (byImage && at.platform().onVsphere() && at.usesVgpu()) {
            at.mustBe(
                    true,
                    OperationSettings.AUTO_EVACUATION,
                    "Hosts are updated by an image, and somebody has to move every vGPU machine by hand first.",
                    "Set VgpuMMAutomationTimeoutSecs = -1 in the advanced options of DRS.");
        }
    }

    static void pauseIsWithinItsLimit(Inspection at) {
        if (!at.platform().isAtLeast(PlatformSettings.VSPHERE, "8.0U2")) {
            return;
        }
        for (MachineView machine : migrated(at)) {
            pause(at, machine)
                    .ifPresent(seconds -> at.need(OperationSettings.STUN_LIMIT)
                            .filter(limit -> seconds > limit)
                            .ifPresent(limit -> at.add(at.wrong(
                                            OperationSettings.STUN_LIMIT,
                                            "Moving a machine of " + machine.name() + " pauses it for about "
                                                    + Math.round(seconds) + " s; its limit is " + limit + " s.",
                                            "Raise the limit, or use a faster vMotion network.")
                                    .withDistance(Math.round(seconds - limit) + " s too long"))));
        }
    }

    static void pauseCanBeEstimated(Inspection at) {
        for (MachineView machine : migrated(at)) {
            if (!at.isVgpu(machine)) {
                continue;
            }
            at.need(OperationSettings.VMOTION_GBPS);
            double memory = memoryGb(machine);
            if (memory > at.limit("measuredGb")) {
                at.add(at.violated(
                                machine.name(),
                                "Pauses were measured up to " + at.limit("measuredGb")
                                        + " GB of GPU memory; a machine of " + machine.name() + " has "
                                        + Math.round(memory) + " GB.",
                                "Try it on one host before promising a time.")
                        .withDistance(Math.round(memory - at.limit("measuredGb")) + " GB beyond what was measured"));
            }
        }
    }

    static void noPauseBeyondTheTimeout(Inspection at) {
        boolean old = at.platform()
                .get(PlatformSettings.VSPHERE)
                .map(release -> release.isBefore("7.0"))
                .orElse(false);
        if (!old) {
            return;
        }
        for (MachineView machine : migrated(at)) {
            pause(at, machine)
                    .filter(seconds -> seconds >= at.limit("seconds"))
                    .ifPresent(seconds -> at.add(at.wrong(
                                    OperationSettings.VMOTION_GBPS,
                                    "Moving a machine of " + machine.name() + " takes a pause of about "
                                            + Math.round(seconds) + " s; this release gives up after "
                                            + at.limit("seconds") + " s.",
                                    "Use a faster vMotion network, or a newer vSphere.")
                            .withDistance(Math.round(seconds - at.limit("seconds")) + " s too long")));
        }
    }

    static void migrationHasAFastNetwork(Inspection at) {
        for (MachineView machine : migrated(at)) {
            if (memoryGb(machine) > at.limit("profileGb") && at.isVgpu(machine)) {
                at.need(OperationSettings.VMOTION_GBPS)
                        .filter(speed -> speed < at.limit("gbps"))
                        .ifPresent(speed -> at.add(at.wrong(
                                        OperationSettings.VMOTION_GBPS,
                                        "Machines of " + machine.name() + " have " + Math.round(memoryGb(machine))
                                                + " GB of GPU memory and move over " + Math.round(speed) + " Gb/s.",
                                        "Give vMotion " + at.limit("gbps") + " Gb/s or more.")
                                .withDistance(Math.round(at.limit("gbps") - speed) + " Gb/s too slow")));
            }
        }
    }

    static void targetHasTheSameBoard(Inspection at) {
        for (MachineView machine : migrated(at)) {
            if (!at.isVgpu(machine)) {
                continue;
            }
            List<HostView> hosts = at.hosts().stream()
                    .filter(host -> host.machines().contains(machine))
                    .toList();
            List<Boolean> ecc = hosts.stream()
                    .flatMap(host -> host.get(HostSettings.ECC).stream())
                    .distinct()
                    .toList();
            if (machine.gpus().size() > 1 || ecc.size() > 1) {
                at.add(at.violated(
                                machine.name(),
                                "Machines of " + machine.name() + " shall move between hosts whose GPUs differ in "
                                        + (machine.gpus().size() > 1 ? "board" : "ECC") + ".",
                                "Keep them on equal hosts by labels, or make the hosts equal.")
                        .withPath("/workloads/" + machine.workload().id()));
            }
        }
    }

    static void nothingBlocksMigration(Inspection at) {
        for (MachineView machine : migrated(at)) {
            if (machine.isYes(MachineSettings.DEBUGGING)) {
                at.add(at.wrong(
                        machine,
                        MachineSettings.DEBUGGING,
                        "Unified memory, debugger or profiler is on for " + machine.name()
                                + ", whose machines shall move while they run.",
                        "Switch it off, or leave them where they are."));
            }
        }
    }

    static void drsLevelIsWrittenDown(Inspection at) {
        if (at.platform().onVsphere() && at.usesVgpu()) {
            at.need(OperationSettings.DRS_LEVEL)
                    .filter(DrsLevel.FULL::equals)
                    .filter(full -> !at.platform().isAtLeast(PlatformSettings.VSPHERE, "8.0U2"))
                    .ifPresent(full -> at.add(at.wrong(
                            OperationSettings.DRS_LEVEL,
                            "DRS is fully automated for vGPU machines on a release before 8.0 U2.",
                            "Set it to partially automated or manual.")));
        }
    }

    static void newerReleaseShortensMigrations(Inspection at) {
        boolean older = at.platform()
                .get(PlatformSettings.VSPHERE)
                .map(release -> release.isBefore("9.0"))
                .orElse(false);
        if (!older) {
            return;
        }
        for (MachineView machine : migrated(at)) {
            if (machine.resolved() instanceof ResolvedWorkload.Llm) {
                pause(at, machine)
                        .filter(seconds -> seconds > at.limit("seconds"))
                        .ifPresent(seconds -> at.add(at.violated(
                                        machine.name(),
                                        "Moving a machine of " + machine.name() + " pauses the service for about "
                                                + Math.round(seconds) + " s; VCF 9 was measured with "
                                                + at.limit("seconds") + " s for 70 billion parameters.",
                                        "Consider VCF 9.0.")
                                .withDistance(Math.round(seconds - at.limit("seconds")) + " s longer")));
            }
        }
    }

    /** Machines that shall move while they run. */
    private static List<MachineView> migrated(Inspection at) {
        return at.platform().isYes(OperationSettings.VMOTION) ? VmRules.onVsphere(at) : List.of();
    }

    private static double memoryGb(MachineView machine) {
        return machine.gpus().stream().mapToDouble(machine::gpuMemoryGb).max().orElse(0);
    }

    /** Seconds of pause, by what was measured at 10 GbE: in between in proportion, beyond it with the last slope. */
    private static Optional<Double> pause(Inspection at, MachineView machine) {
        if (!at.isVgpu(machine)) {
            return Optional.empty();
        }
        return at.need(OperationSettings.VMOTION_GBPS)
                .map(speed -> at.measuredPause(memoryGb(machine)) * MEASURED_GBPS / speed);
    }

    private static final double MEASURED_GBPS = 10;

    private static long hosts(Inspection at, MachineView machine) {
        return at.hosts().stream()
                .filter(host -> host.machines().contains(machine))
                .mapToLong(host -> at.hostsOf(host).orElse(1))
                .sum();
    }
}
