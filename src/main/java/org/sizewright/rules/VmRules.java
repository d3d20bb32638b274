package org.sizewright.rules;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.library.VgpuType;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.setting.HostChoices.Firmware;
import org.sizewright.plan.setting.HostChoices.GuestOs;
import org.sizewright.plan.setting.MachineSettings;
import org.sizewright.plan.setting.NetworkSettings;
import org.sizewright.plan.setting.OperationSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Release;
import org.sizewright.plan.setting.UseSettings;
import org.sizewright.quantity.Bytes;

/** Rules about how machines with GPUs are set up. */
final class VmRules {
    private VmRules() {}

    static void guestHas64Bits(Inspection at) {
        for (MachineView machine : onVsphere(at)) {
            machine.get(MachineSettings.BITS_64)
                    .filter(yes -> !yes)
                    .ifPresent(no -> at.add(at.wrong(
                            machine,
                            MachineSettings.BITS_64,
                            "The guests of " + machine.name() + " have 32 bits.",
                            "Take a template with a 64-bit system.")));
        }
    }

    static void firmwareIsEfi(Inspection at) {
        for (MachineView machine : onVsphere(at)) {
            machine.gpus().stream()
                    .filter(gpu -> !Gpus.hasSmallWindow(gpu, at.limit("windowMib")))
                    .filter(gpu -> machine.get(MachineSettings.FIRMWARE).equals(Optional.of(Firmware.BIOS)))
                    .findFirst()
                    .ifPresent(gpu -> at.add(at.wrong(
                            machine,
                            MachineSettings.FIRMWARE,
                            "The template of " + machine.name() + " has BIOS firmware; " + gpu.name() + " needs EFI.",
                            "Make a new template with EFI: it cannot be changed under an installed system.")));
        }
    }

    static void memoryIsReserved(Inspection at) {
        for (MachineView machine : onVsphere(at)) {
            machine.get(MachineSettings.MEMORY_RESERVED)
                    .filter(percent -> percent < 100)
                    .ifPresent(percent -> at.add(at.wrong(
                                    machine,
                                    MachineSettings.MEMORY_RESERVED,
                                    "Only " + percent + " % of the memory of " + machine.name() + " are reserved.",
                                    "Reserve all guest memory.")
                            .withDistance((100 - percent) * machine.vm().memoryGib() / 100
                                    + " GiB not reserved per machine")));
        }
    }

    static void hardwareKnowsAssignableDevices(Inspection at) {
        at.platform()
                .get(PlatformSettings.VSPHERE)
                .filter(release -> release.isBefore("7.0"))
                .filter(release -> onVsphere(at).stream().anyMatch(MachineView::isDynamic))
                .ifPresent(release -> at.add(at.wrong(
                        PlatformSettings.VSPHERE,
                        "vSphere " + release + " has no Dynamic DirectPath I/O, which came with 7.0.",
                        "Update the hosts, or pass devices through by their address.")));
        for (MachineView machine : onVsphere(at)) {
            if (machine.isDynamic()) {
                hardware(at, machine)
                        .filter(version -> version < at.limit("hardware"))
                        .ifPresent(version -> at.add(at.wrong(
                                        machine,
                                        MachineSettings.HARDWARE_VERSION,
                                        machine.name() + " has virtual hardware " + version
                                                + "; Dynamic DirectPath I/O needs " + at.limit("hardware") + ".",
                                        "Upgrade the virtual hardware.")
                                .withDistance((at.limit("hardware") - version) + " versions too old")));
            }
        }
    }

    static void mmioIsSwitchedOn(Inspection at) {
        for (MachineView machine : onVsphere(at)) {
            boolean needed = machine.gpus().stream().anyMatch(gpu -> VmSettings.windowGb(machine, gpu) > 0);
            if (needed && machine.get(MachineSettings.MMIO_64).equals(Optional.of(false))) {
                at.add(at.wrong(
                        machine,
                        MachineSettings.MMIO_64,
                        machine.name() + " needs more than " + at.limit("defaultGb")
                                + " GB of device addresses, and 64-bit MMIO is off.",
                        "Set pciPassthru.use64bitMMIO = TRUE."));
            }
        }
    }

    static void mmioIsLargeEnough(Inspection at) {
        for (MachineView machine : onVsphere(at)) {
            int needed = machine.gpus().stream()
                    .mapToInt(gpu -> VmSettings.windowGb(machine, gpu))
                    .max()
                    .orElse(0);
            machine.get(MachineSettings.MMIO_SIZE)
                    .filter(size -> size < needed)
                    .ifPresent(size -> at.add(at.wrong(
                                    machine,
                                    MachineSettings.MMIO_SIZE,
                                    "The MMIO size of " + machine.name() + " is " + size + " GB; its GPUs need "
                                            + needed + " GB.",
                                    "Set pciPassthru.64bitMMIOSizeGB = " + needed + ".")
                            .withDistance((needed - size) + " GB too small")));
        }
    }

    static void workersStayWithinTheirWindow(Inspection at) {
        if (!at.platform().vsphereKubernetes()) {
            return;
        }
        for (MachineView machine : at.machines()) {
            int needed = machine.gpus().stream()
                    .mapToInt(gpu -> VmSettings.windowGb(machine, gpu))
                    .max()
                    .orElse(0);
            if (needed > at.limit("workerGb")) {
                at.add(at.violated(
                                machine.name(),
                                "A worker of " + machine.name() + " needs " + needed
                                        + " GB of device addresses; it gets " + at.limit("workerGb") + " GB by itself.",
                                "Give a worker fewer GPUs.")
                        .withDistance((needed - at.limit("workerGb")) + " GB too much")
                        .withPath("/workloads/" + machine.workload().id()));
            }
        }
    }

    static void memoryExceedsThatOfTheGpus(Inspection at) {
        for (MachineView machine : onVsphere(at)) {
            if (machine.wholeGpus() == 0 || !machine.isPassthrough()) {
                continue;
            }
            double wanted = machine.gpus().stream()
                            .mapToDouble(machine::gpuMemoryGb)
                            .max()
                            .orElse(0)
                    * at.limit("percent")
                    / 100;
            double there = Bytes.ofGib(machine.vm().memoryGib()).toGb();
            if (there < wanted) {
                at.add(at.violated(
                                machine.name(),
                                "A machine of " + machine.name() + " has "
                                        + machine.vm().memoryGib() + " GiB; one and a half times its GPU memory are "
                                        + Math.round(wanted) + " GB.",
                                "Give it more memory.")
                        .withDistance(Math.round(wanted - there) + " GB too little")
                        .withPath("/workloads/" + machine.workload().id() + "/vm/memoryGib"));
            }
        }
    }

    static void vcpusAreWithinTheHardware(Inspection at) {
        for (MachineView machine : onVsphere(at)) {
            hardware(at, machine)
                    .flatMap(version -> at.limitOf(Release.of(String.valueOf(version))))
                    .filter(most -> machine.vm().vcpu() > most)
                    .ifPresent(most -> at.add(at.violated(
                                    machine.name(),
                                    "A machine of " + machine.name() + " has "
                                            + machine.vm().vcpu() + " vCPUs; its virtual hardware takes " + most + ".",
                                    "Use newer virtual hardware, or smaller machines.")
                            .withDistance((machine.vm().vcpu() - most) + " vCPUs too many")
                            .withPath("/workloads/" + machine.workload().id() + "/vm/vcpu")));
        }
    }

    static void memoryIsWithinTheHardware(Inspection at) {
        for (MachineView machine : onVsphere(at)) {
            hardware(at, machine)
                    .flatMap(version -> at.limitOf(Release.of(String.valueOf(version))))
                    .filter(most -> machine.vm().memoryGib() > most)
                    .ifPresent(most -> at.add(at.violated(
                                    machine.name(),
                                    "A machine of " + machine.name() + " has "
                                            + machine.vm().memoryGib() + " GiB; its virtual hardware takes " + most
                                            + ".",
                                    "Use newer virtual hardware, or smaller machines.")
                            .withDistance((machine.vm().memoryGib() - most) + " GiB too much")
                            .withPath("/workloads/" + machine.workload().id() + "/vm/memoryGib")));
        }
    }

    static void devicesAreWithinTheLimit(Inspection at) {
        for (MachineView machine : onVsphere(at)) {
            int devices = machine.get(MachineSettings.OTHER_PCI_DEVICES).orElse(0)
                    + (machine.isPassthrough() ? Math.max(1, machine.wholeGpus()) : 0);
            if (devices == 0) {
                continue;
            }
            at.need(PlatformSettings.VSPHERE)
                    .flatMap(at::limitOf)
                    .filter(most -> devices > most)
                    .ifPresent(most -> at.add(at.violated(
                                    machine.name(),
                                    "A machine of " + machine.name() + " has " + devices
                                            + " passed-through devices; this release takes " + most + ".",
                                    "Use fewer devices, or a newer vSphere.")
                            .withDistance((devices - most) + " devices too many")
                            .withPath("/workloads/" + machine.workload().id())));
        }
    }

    static void vgpusAreWithinTheLimit(Inspection at) {
        for (MachineView machine : onVsphere(at)) {
            int vgpus = machine.vgpus();
            if (vgpus <= at.limit("vgpus") || !machine.isVgpu()) {
                continue;
            }
            at.need(PlatformSettings.VSPHERE).ifPresent(release -> {
                boolean known = release.isBefore("8.0U2"); // older releases do not take more
                at.add(at.finding(
                                known ? at.severity() : Severity.OPEN_ITEM,
                                machine.name(),
                                "A machine of " + machine.name() + " has " + vgpus + " vGPUs; "
                                        + (known
                                                ? "vSphere " + release + " takes " + at.limit("vgpus") + "."
                                                : "how many vSphere " + release + " takes is not known here."),
                                known
                                        ? "Use fewer vGPUs per machine."
                                        : "Look it up in the configuration maximums of the release.")
                        .withDistance((vgpus - at.limit("vgpus")) + " more than " + at.limit("vgpus"))
                        .withPath("/workloads/" + machine.workload().id()));
            });
        }
    }

    /** By the names in the plan, also where the hosts do not offer them. */
    static void vgpusAreOfOneKind(Inspection at) {
        for (Assignment assignment : at.option().option().assignments()) {
            if (!at.platform().onVsphere() || assignment.devices().further().isEmpty()) {
                continue;
            }
            List<VgpuType> types = Stream.concat(assignment.profile().stream(), assignment.devices().further().stream())
                    .flatMap(name -> at.plan().library().vgpuTypes().stream()
                            .filter(type -> type.name().value().equals(name))
                            .limit(1))
                    .toList();
            List<VgpuType.Series> series =
                    types.stream().map(VgpuType::series).distinct().toList();
            boolean boards = types.stream()
                    .anyMatch(type ->
                            types.stream().anyMatch(other -> Collections.disjoint(type.gpuIds(), other.gpuIds())));
            if (boards) {
                String name =
                        PlacementRules.workloadName(at, assignment.workload().value());
                at.add(at.violated(
                                name,
                                "The vGPUs of a machine of " + name + " are of different boards: "
                                        + types.stream()
                                                .map(type -> type.name().value())
                                                .distinct()
                                                .collect(Collectors.joining(" and "))
                                        + ".",
                                "Take vGPUs of one board.")
                        .withPath("/options/" + at.option().option().id() + "/assignments/" + assignment.workload()
                                + "/furtherProfiles"));
            } else if (series.size() > 1) {
                String name =
                        PlacementRules.workloadName(at, assignment.workload().value());
                at.add(at.violated(
                                name,
                                "The vGPUs of a machine of " + name + " are of the series "
                                        + series.stream().map(Enum::name).collect(Collectors.joining(" and ")) + ".",
                                "Take vGPUs of one series.")
                        .withPath("/options/" + at.option().option().id() + "/assignments/" + assignment.workload()
                                + "/furtherProfiles"));
            }
        }
    }

    static void vsphere7TakesFullVgpusOnly(Inspection at) {
        for (MachineView machine : onVsphere(at)) {
            boolean parts =
                    machine.parts().stream().anyMatch(part -> !part.mostPerGpu().equals(Optional.of(1)));
            if (parts && machine.vgpus() > 1) {
                at.need(PlatformSettings.VSPHERE)
                        .filter(release -> release.isBefore("8.0"))
                        .ifPresent(release -> at.add(at.violated(
                                        machine.name(),
                                        "vSphere " + release
                                                + " gives a machine several vGPUs only if each is a full GPU; "
                                                + machine.name() + " has " + machine.vgpus() + " parts.",
                                        "Use full profiles, or vSphere 8.0.")
                                .withPath(machine.assignmentPath() + "/vgpus")));
            }
        }
    }

    static void noSnapshotsWithPassthrough(Inspection at) {
        boolean snapshots = at.platform().isYes(OperationSettings.SNAPSHOTS);
        boolean suspend = at.platform().isYes(OperationSettings.SUSPEND);
        if (!snapshots && !suspend) {
            return;
        }
        for (MachineView machine : onVsphere(at)) {
            if (machine.isPassthrough()) {
                at.add(at.wrongAccess(
                        machine,
                        "Operations rely on " + (snapshots ? "snapshots" : "suspend") + "; machines of "
                                + machine.name() + " have passthrough, which has none.",
                        "Use vGPU for them, or do without."));
            }
        }
    }

    static void aPartOfAGpuIsAVgpu(Inspection at) {
        for (MachineView machine : onVsphere(at)) {
            if (machine.isFraction() && machine.assignment().assignment().access() != GpuAccess.VGPU) {
                at.add(at.wrongAccess(
                        machine,
                        "Machines of " + machine.name() + " take a part of a GPU; passthrough gives whole GPUs only.",
                        "Use vGPU, or whole GPUs."));
            }
        }
    }

    static void noHotAddOnWideMachines(Inspection at) {
        for (MachineView machine : onVsphere(at)) {
            boolean wide = machine.groups().stream()
                    .anyMatch(group -> machine.vm().vcpu() > group.group().coresPerSocket());
            if (wide && machine.isYes(MachineSettings.CPU_HOT_ADD)) {
                at.add(at.wrong(
                        machine,
                        MachineSettings.CPU_HOT_ADD,
                        "Machines of " + machine.name() + " have more vCPUs than a socket has cores, and CPU hot add.",
                        "Switch CPU hot add off."));
            }
        }
    }

    static void windowsGuestsStayWithinTheirLimits(Inspection at) {
        for (MachineView machine : onVsphere(at)) {
            if (!machine.isVgpu()) {
                continue;
            }
            at.need(machine, MachineSettings.GUEST_OS)
                    .filter(VmRules::isWindows)
                    .ifPresent(windows -> {
                        boolean containers = machine.isYes(UseSettings.CONTAINERS);
                        boolean direct = machine.isRdma() || at.platform().isYes(NetworkSettings.GPUDIRECT_STORAGE);
                        boolean fabric = machine.wholeGpus() > 1
                                && at.hosts().stream()
                                        .anyMatch(host -> host.hasNvSwitch()
                                                && host.machines().contains(machine));
                        if (containers || direct || fabric) {
                            at.add(at.wrong(
                                    machine,
                                    MachineSettings.GUEST_OS,
                                    "Windows guests of " + machine.name() + " have no "
                                            + (containers ? "containers" : direct ? "GPUDirect" : "NVSwitch") + ".",
                                    "Use Linux guests for them."));
                        }
                    });
        }
    }

    static void noSecureBootWithUnsignedDrivers(Inspection at) {
        for (MachineView machine : onVsphere(at)) {
            boolean storage = at.platform().isYes(NetworkSettings.GPUDIRECT_STORAGE);
            if (storage || at.platform().openShift() && machine.isVgpu()) {
                at.need(machine, MachineSettings.SECURE_BOOT)
                        .filter(on -> on)
                        .ifPresent(on -> at.add(at.wrong(
                                machine,
                                MachineSettings.SECURE_BOOT,
                                "Machines of " + machine.name()
                                        + " start with secure boot, and their driver is not signed.",
                                "Switch secure boot off for them.")));
            }
        }
    }

    static boolean isWindows(GuestOs guest) {
        return guest == GuestOs.WINDOWS_SERVER || guest == GuestOs.WINDOWS_CLIENT;
    }

    static List<MachineView> onVsphere(Inspection at) {
        return at.platform().onVsphere() ? at.machines() : List.of();
    }

    /** The virtual hardware of machines: stated, or the newest of the release. */
    private static Optional<Integer> hardware(Inspection at, MachineView machine) {
        return machine.get(MachineSettings.HARDWARE_VERSION)
                .or(() -> at.need(PlatformSettings.VSPHERE).flatMap(at::hardwareOf));
    }
}
