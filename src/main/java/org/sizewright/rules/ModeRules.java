package org.sizewright.rules;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sizewright.figure.ValueText;
import org.sizewright.placement.maintenance.MachineAccess;
import org.sizewright.placement.maintenance.Standstill;
import org.sizewright.placement.maintenance.StandstillTable;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.setting.Choices.DriverInstall;
import org.sizewright.plan.setting.Choices.DrsLevel;
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
            if (promised && machine.isStatic()) {
                at.add(at.wrongAccess(
                        machine,
                        "Machines of " + machine.name()
                                + " must restart after a host failure; with static DirectPath I/O they stay down.",
                        "Use Dynamic DirectPath I/O or vGPU, or let them stay down."));
            }
        }
    }

    static void dynamicInsteadOfStatic(Inspection at) {
        for (MachineView machine : VmRules.onVsphere(at)) {
            if (machine.isStatic() && hosts(at, machine) > 1) {
                at.add(at.wrongAccess(
                        machine,
                        "Machines of " + machine.name() + " are tied to single slots of single hosts.",
                        "Ask for device ids or labels with Dynamic DirectPath I/O."));
            }
        }
    }

    static void differentGpusCarryLabels(Inspection at) {
        for (HostView host : at.hosts()) {
            if (isMixed(at, host.cluster()) && host.hasPassthrough()) {
                at.mustBe(
                        true,
                        host,
                        HostSettings.DEVICE_LABEL,
                        "The GPUs of " + host.name() + " have no label, and its cluster passes through others too.",
                        "Give them a hardware label in vCenter, and let machines ask for it.");
            }
        }
        for (MachineView machine : VmRules.onVsphere(at)) {
            if (machine.isDynamic() && isMixed(at, machine.cluster())) {
                at.need(machine, MachineSettings.DEVICE_LABEL_ASKED)
                        .filter(asked -> !asked)
                        .ifPresent(any -> at.add(at.wrong(
                                machine,
                                MachineSettings.DEVICE_LABEL_ASKED,
                                "Machines of " + machine.name() + " take any GPU of a cluster that has several kinds.",
                                "Let them ask for the hardware label of theirs.")));
            }
        }
    }

    /** Whether a cluster has GPUs of several models, or passes them through to training and to others alike. */
    private static boolean isMixed(Inspection at, ResolvedCluster cluster) {
        long models = at.hosts().stream()
                .filter(host -> host.cluster().equals(cluster))
                .map(host -> host.gpu().id())
                .distinct()
                .count();
        long roles = at.machines().stream()
                .filter(machine -> machine.cluster().equals(cluster) && machine.isPassthrough())
                .map(machine -> machine.resolved() instanceof ResolvedWorkload.Tuning)
                .distinct()
                .count();
        return models > 1 || roles > 1;
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
            if (machine.isPassthrough()) {
                at.add(at.wrongAccess(
                        machine,
                        "Machines of " + machine.name() + " shall move while they run; with passthrough they cannot.",
                        "Use a vGPU, with all of the GPU if need be, or move them while switched off."));
            }
        }
    }

    static void vgpuMigrationIsOn(Inspection at) {
        if (migrated(at).stream().anyMatch(MachineView::isVgpu)) {
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
            if (!machine.isVgpu() || at.vmotionGbps(machine).isEmpty()) {
                continue;
            }
            switch (standstill(at, machine)) {
                case Standstill.Estimate estimate -> {
                    if (estimate.basis().contains(Standstill.Basis.BEYOND)) {
                        beyondTheTable(at, machine);
                    }
                }
                case Standstill.Unknown unknown ->
                    at.add(at.unknown(
                            machine.name(),
                            "How long a migration of " + machine.name() + " pauses is not known: " + unknown.why(),
                            "Try it on one host before promising a time."));
                case Standstill.None none -> {}
            }
        }
    }

    private static void beyondTheTable(Inspection at, MachineView machine) {
        at.plan().library().vmotionStun().ifPresent(table -> {
            double most = table.rows().getLast().frameBufferGb();
            at.add(at.violated(
                            machine.name(),
                            "Pauses were measured up to " + ValueText.number(most) + " GB of GPU memory; a machine of "
                                    + machine.name() + " has " + Math.round(memoryGb(machine)) + " GB.",
                            "Try it on one host before promising a time.")
                    .withDistance(Math.round(memoryGb(machine) - most) + " GB beyond what was measured"));
        });
    }

    static void noPauseBeyondTheTimeout(Inspection at) {
        Optional<Integer> raised = at.platform().isAtLeast(PlatformSettings.VSPHERE, "8.0U2")
                ? at.platform().get(OperationSettings.STUN_LIMIT)
                : Optional.empty();
        for (MachineView machine : migrated(at)) {
            at.plan()
                    .library()
                    .vmotionStun()
                    .ifPresent(table -> pause(at, machine)
                            .filter(seconds -> seconds >= Math.max(table.limitSeconds(), raised.orElse(0)))
                            .ifPresent(seconds -> at.add(at.violated(
                                            machine.name(),
                                            "Moving a machine of " + machine.name() + " takes a pause of about "
                                                    + Math.round(seconds) + " s; vSphere gives up after "
                                                    + ValueText.number(table.limitSeconds()) + " s.",
                                            "Use a faster vMotion network, or raise the limit, which vSphere 8.0 U2 and newer allow.")
                                    .withDistance(Math.round(seconds - table.limitSeconds()) + " s too long")
                                    .withPath(at.vmotionPath(machine)))));
        }
    }

    static void migrationHasAFastNetwork(Inspection at) {
        for (MachineView machine : migrated(at)) {
            if (memoryGb(machine) <= at.limit("profileGb") || !machine.isVgpu()) {
                continue;
            }
            OptionalDouble speed = at.vmotionGbps(machine);
            if (speed.isPresent() && speed.getAsDouble() < at.limit("gbps")) {
                at.add(at.violated(
                                machine.name(),
                                "Machines of " + machine.name() + " have " + Math.round(memoryGb(machine))
                                        + " GB of GPU memory and move over " + ValueText.number(speed.getAsDouble())
                                        + " Gb/s.",
                                "Give vMotion " + at.limit("gbps") + " Gb/s or more.")
                        .withDistance(ValueText.number(at.limit("gbps") - speed.getAsDouble()) + " Gb/s too slow")
                        .withPath(at.vmotionPath(machine)));
            }
        }
    }

    /** Every host that its labels allow is a target, also one whose GPU does not offer its profile. */
    static void targetHasTheSameBoard(Inspection at) {
        for (MachineView machine : migrated(at)) {
            if (!machine.isVgpu()) {
                continue;
            }
            List<HostView> hosts = machine.cluster().groupsFor(machine.workload()).stream()
                    .map(at::host)
                    .toList();
            long boards = hosts.stream().map(HostView::gpu).distinct().count();
            List<Boolean> ecc = hosts.stream()
                    .flatMap(host -> host.get(HostSettings.ECC).stream())
                    .distinct()
                    .toList();
            if (boards > 1 || ecc.size() > 1) {
                at.add(at.violated(
                                machine.name(),
                                "Machines of " + machine.name() + " shall move between hosts whose GPUs differ in "
                                        + (boards > 1 ? "board" : "ECC") + ".",
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

    /** Seconds of pause, where the network of its cluster is known. */
    private static Optional<Double> pause(Inspection at, MachineView machine) {
        return machine.isVgpu()
                        && at.vmotionGbps(machine).isPresent()
                        && standstill(at, machine) instanceof Standstill.Estimate estimate
                ? Optional.of(estimate.seconds())
                : Optional.empty();
    }

    private static Standstill standstill(Inspection at, MachineView machine) {
        StandstillTable table = new StandstillTable(
                at.plan().library().vmotionStun(), machine.cluster().cluster().vmotionGbps());
        return new MachineAccess(List.of(machine.assignment()))
                .standstill(machine.workload().id().value(), table);
    }

    private static long hosts(Inspection at, MachineView machine) {
        return at.hosts().stream()
                .filter(host -> host.machines().contains(machine))
                .mapToLong(host -> at.hostsOf(host).orElse(1))
                .sum();
    }
}
