package org.sizewright.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.PinnedVm;
import org.sizewright.placement.Pinning;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.RefusedVm;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.VmDevices;
import org.sizewright.plan.setting.HostChoices.Bridge;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Release;

/** Rules about machines of several GPUs and how GPUs are joined. */
final class MultiGpuRules {
    private MultiGpuRules() {}

    static void severalGpusTakeADeviceGroup(Inspection at) {
        for (MachineView machine : VmRules.onVsphere(at)) {
            if (machine.wholeGpus() > 1
                    && machine.devices().joined() == VmDevices.Joined.NO
                    && machine.gpus().stream().anyMatch(gpu -> gpu.nvlink().isKnown())) {
                at.add(at.violated(
                                machine.name(),
                                "The GPUs of " + machine.name() + " need not be joined: they are added one by one and "
                                        + "lose NVLink.",
                                "Ask for a device group of " + machine.wholeGpus() + " GPUs.")
                        .withPath(machine.assignmentPath() + "/joined"));
            }
        }
    }

    /**
     * Machines of several GPUs that find no place on boards with switches, or are pinned to GPUs that are no group there; and pairs in
     * both halves of a board although one half has room for all of them and machines of four are wanted.
     */
    static void halvesAreFilledOneByOne(Inspection at) {
        for (ClusterPlacement placed : at.placements()) {
            withoutAGroup(at, placed);
            pinnedToNoGroup(at, placed);
            boolean fours = at.machines().stream()
                    .anyMatch(machine -> machine.wholeGpus() == HALF
                            && machine.cluster()
                                    .cluster()
                                    .id()
                                    .equals(placed.cluster().cluster().id())
                            && switched(at, machine).findFirst().isPresent());
            if (!fours || placed.all().isComplete()) {
                continue;
            }
            Map<Integer, int[]> halves = new TreeMap<>();
            for (PlacedVm vm : placed.all().placed()) {
                if (vm.gpus().size() < HALF) {
                    vm.gpus()
                            .forEach(slot ->
                                    halves.computeIfAbsent(vm.host(), host -> new int[2])[slot.gpu() / HALF % 2]++);
                }
            }
            halves.forEach((host, used) -> {
                if (used[0] > 0 && used[1] > 0 && used[0] + used[1] <= HALF) {
                    at.add(at.violated(
                            placed.hostName(host),
                            "Machines of fewer than four GPUs lie in both halves of the board of "
                                    + placed.hostName(host) + ", and a machine of four finds no place.",
                            "Move them into one half."));
                }
            });
        }
    }

    private static void withoutAGroup(Inspection at, ClusterPlacement placed) {
        Map<String, Long> refused = placed.all().refused().stream()
                .filter(vm -> vm.reason().binding() == RefusedVm.Binding.WHOLE_GPUS
                        && placed.whole().vm(vm.vmClass()).gpu() instanceof GpuNeed.Whole whole
                        && whole.gpus() > 1)
                .collect(Collectors.groupingBy(RefusedVm::vmClass, TreeMap::new, Collectors.counting()));
        refused.forEach((vmClass, count) -> at.machine(VmClass.workloadOf(vmClass))
                .filter(machine -> switched(at, machine).findFirst().isPresent())
                .ifPresent(machine -> at.add(at.violated(
                                machine.name(),
                                count + (count == 1 ? " machine" : " machines") + " of " + machine.name()
                                        + " with " + machine.wholeGpus()
                                        + " GPUs each find no free part of a board with so many.",
                                "Add hosts, or take fewer or smaller machines.")
                        .withDistance(count + (count == 1 ? " machine" : " machines") + " too many"))));
    }

    private static void pinnedToNoGroup(Inspection at, ClusterPlacement placed) {
        List<HostGroupSpec> groups = placed.whole().groups();
        for (Pinning.Unused unused : placed.pinning().unused()) {
            PinnedVm pin = unused.pin();
            boolean apart = pin.group() < groups.size()
                    && placed.whole().vms().stream()
                            .anyMatch(vm -> vm.id().equals(pin.vmClass())
                                    && vm.gpu() instanceof GpuNeed.Whole whole
                                    && whole.gpus() == pin.gpus().size()
                                    && !groups.get(pin.group()).host().links().accepts(whole, pin.gpus()));
            at.machine(VmClass.workloadOf(pin.vmClass()))
                    .filter(machine ->
                            apart && switched(at, machine).findFirst().isPresent())
                    .ifPresent(machine -> at.add(at.violated(
                            machine.name(),
                            "Machine " + pin.number() + " of " + machine.name() + " is pinned to " + placed.place(pin)
                                    + ", which are no part of the board.",
                            "Pin it to GPUs of one part of the board.")));
        }
    }

    private static final int HALF = 4;

    static void bridgedCardsStandAtOneSocket(Inspection at) {
        eachBridge(at, host -> {
            if (host.group().sockets() > 1) {
                at.mustBe(
                        true,
                        host,
                        HostSettings.BRIDGED_AT_ONE_SOCKET,
                        "Bridged cards of " + host.name() + " hang at different sockets.",
                        "Put the cards of a bridge into slots of one socket.");
            }
        });
    }

    static void chassisHasRoomForBridges(Inspection at) {
        eachBridge(
                at,
                host -> at.mustBe(
                        true,
                        host,
                        HostSettings.ROOM_FOR_BRIDGES,
                        host.resolved().server().model() + " has no neighbouring double-width slots for bridges.",
                        "Choose another server, or do without bridges."));
    }

    static void splitModelsWantNvlink(Inspection at) {
        for (MachineView machine : at.machines()) {
            int tensor = machine.assignment().assignment().tensorParallel();
            if (machine.resolved() instanceof ResolvedWorkload.Llm && tensor > 1) {
                machine.gpus().stream()
                        .filter(gpu -> !gpu.nvlink().isKnown())
                        .findFirst()
                        .ifPresent(gpu -> at.add(at.violated(
                                        machine.name(),
                                        machine.name() + " is split over " + tensor + " " + gpu.name()
                                                + ", which have no NVLink.",
                                        "Use a GPU that the model fits into, or one with NVLink.")
                                .withPath("/workloads/" + machine.workload().id())));
            }
        }
    }

    static void fabricNeedsARelease(Inspection at) {
        for (MachineView machine : VmRules.onVsphere(at)) {
            if (machine.wholeGpus() < 2 || !machine.isVgpu()) {
                continue;
            }
            switched(at, machine)
                    .findFirst()
                    .filter(host -> !Gpus.isBlackwell(host.gpu()))
                    .ifPresent(host -> {
                        Release first = at.release(Gpus.isAmpere(host.gpu()) ? "Ampere" : "Hopper");
                        at.need(PlatformSettings.VSPHERE)
                                .filter(release -> release.compareTo(first) < 0)
                                .ifPresent(release -> at.add(at.wrong(
                                        PlatformSettings.VSPHERE,
                                        "vSphere " + release + " does not know the fabric of "
                                                + host.gpu().name() + ".",
                                        "Use vSphere " + first + " or newer.")));
                    });
        }
    }

    static void newestBoardsNeedANewerList(Inspection at) {
        for (MachineView machine : VmRules.onVsphere(at)) {
            if (machine.wholeGpus() > 1 && machine.isVgpu()) {
                switched(at, machine)
                        .filter(host -> Gpus.isBlackwell(host.gpu()))
                        .findFirst()
                        .ifPresent(host -> at.add(at.violated(
                                        machine.name(),
                                        "Machines of " + machine.name() + " take several vGPUs of "
                                                + host.gpu().name() + " on vSphere, which no list read here names.",
                                        "Ask NVIDIA for a newer list, or plan without a hypervisor.")
                                .withPath("/workloads/" + machine.workload().id())));
            }
        }
    }

    static void noPassthroughBehindNvSwitch(Inspection at) {
        for (MachineView machine : VmRules.onVsphere(at)) {
            switched(at, machine)
                    .findFirst()
                    .filter(host -> machine.isPassthrough())
                    .ifPresent(host -> at.add(at.wrongAccess(
                            machine,
                            "Machines of " + machine.name() + " have passthrough on " + host.name()
                                    + ", whose GPUs stand behind NVSwitch.",
                            "Use full-size vGPUs, or override this with a written statement of support.")));
        }
    }

    static void singleGpusLeaveTheFabric(Inspection at) {
        for (HostView host : at.hosts()) {
            boolean joined = host.machines().stream().anyMatch(machine -> machine.wholeGpus() > 1);
            Optional<MachineView> single = host.machines().stream()
                    .filter(machine -> machine.wholeGpus() == 1 || machine.isFraction())
                    .findFirst();
            if (at.platform().onVsphere()
                    && host.hasNvSwitch()
                    && joined
                    && single.isPresent()
                    && sharesAHost(at, host)) {
                at.add(at.violated(
                        host.name(),
                        "Machines of " + single.get().name() + " take GPUs of " + host.name()
                                + " out of the fabric that others use.",
                        "Give them hosts of their own by labels, if every GPU of the fabric counts."));
            }
        }
    }

    /** Whether a host of the group carries machines of several GPUs and of one or less. */
    private static boolean sharesAHost(Inspection at, HostView host) {
        for (ClusterPlacement placed : at.placements()) {
            if (!placed.cluster().cluster().id().equals(host.cluster().cluster().id())) {
                continue;
            }
            Set<Integer> several = new TreeSet<>();
            Set<Integer> single = new TreeSet<>();
            placed.all().placed().stream()
                    .filter(vm -> !vm.gpus().isEmpty())
                    .forEach(vm -> (vm.gpus().size() > 1 ? several : single).add(vm.host()));
            several.retainAll(single);
            if (!several.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    static void aBoardOfFourIsFourGpus(Inspection at) {
        for (HostView host : at.hosts()) {
            int each = host.gpu().gpusPerBoard();
            if (each > 1 && host.group().gpusPerHost() % each != 0) {
                at.add(at.violated(
                                host.name(),
                                host.name() + " has " + host.group().gpusPerHost() + " GPUs; a board of "
                                        + host.gpu().name() + " has " + each + ".",
                                "Count GPUs, not boards: take a multiple of " + each + ".")
                        .withDistance((each - host.group().gpusPerHost() % each) + " GPUs to the next board")
                        .withPath(host.path() + "/gpusPerHost"));
            }
        }
    }

    private static Stream<HostView> switched(Inspection at, MachineView machine) {
        return at.hosts().stream().filter(host -> host.machines().contains(machine) && host.hasNvSwitch());
    }

    private static void eachBridge(Inspection at, Consumer<HostView> check) {
        at.hosts().stream()
                .filter(HostView::mayHaveBridges)
                .filter(host -> host.get(HostSettings.BRIDGE)
                        .map(bridge -> bridge != Bridge.NONE)
                        .orElse(false))
                .forEach(check);
    }
}
