package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.delivery.machine.MachineSetup;
import org.sizewright.delivery.machine.MachineSetup.Key;
import org.sizewright.figure.Unit;
import org.sizewright.library.Gpu;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.DeviceGroups;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.PinnedVm;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.PlacementProblems;
import org.sizewright.placement.RefusedVm;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.Pin;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;

/** One row per virtual machine. */
final class VmsSheet {
    private static final List<String> WAYS = List.of(TypedWords.SEARCHED, TypedWords.PINNED);

    private final Material material;
    private final boolean windowed;
    private final Map<String, MachineSetup> setups;
    private final Block.Table.Builder table = Block.Table.titled("VMs")
            .note(
                    "Computed by Sizewright; not formulas. The hypervisor shows a vGPU type in lower case after its prefix. Under"
                            + " Placed a machine may be pinned to where it is, or given back to the search: the plan takes it"
                            + " back from this file.")
            .columns(
                    Column.text("VM"),
                    Column.text("Workload"),
                    Column.text("Cluster"),
                    Column.prose("Host", 18),
                    Column.number("vCPU"),
                    Column.number("Memory", Unit.GIB),
                    Column.status("Reservation"),
                    Column.text("Profile"),
                    Column.number("Count"),
                    Column.text("vGPU type"),
                    Column.prose("Device group", 34),
                    Column.text("Survival class"),
                    Column.prose("If its host fails", 26));

    private VmsSheet(Material material) {
        this.material = material;
        windowed = material.live().hasWeek();
        setups = MachineSetup.of(material.live()).stream()
                .collect(Collectors.toMap(setup -> setup.workload().value(), Function.identity()));
        if (!setups.isEmpty()) {
            table.column(Column.text("Hardware"))
                    .column(Column.text("Firmware"))
                    .column(Column.text("MMIO"));
        }
        if (windowed) {
            table.column(Column.prose("Runs", 30));
        }
        table.columns(Column.text(TypedWords.PLACED).withWidth(16), Column.id());
    }

    static Sheet of(Material material) {
        return new VmsSheet(material).sheet();
    }

    private Sheet sheet() {
        for (ClusterPlacement placed : material.live().placements()) {
            Set<PlacedVm> pinning = Set.copyOf(placed.pinning().kept());
            for (VmClass vmClass : placed.whole().vms()) {
                for (PlacedVm vm : placed.all().placed()) {
                    if (vm.vmClass().equals(vmClass.id())) {
                        row(
                                placed,
                                vmClass,
                                vm.number(),
                                groups(placed, vmClass, vm),
                                Entry.text(placed.hostName(vm.host())),
                                afterFailure(placed.when(vm.vmClass()), vm),
                                Optional.of(pin(placed, vm)),
                                pinning.contains(vm));
                    }
                }
                for (RefusedVm vm : placed.all().refused()) {
                    if (vm.vmClass().equals(vmClass.id())) {
                        row(
                                placed,
                                vmClass,
                                vm.number(),
                                Entry.empty(),
                                Entry.text("no place: " + vm.reason().words(), Tone.BAD),
                                Entry.empty(),
                                Optional.empty(),
                                false);
                    }
                }
            }
        }
        return Sheet.of(
                "vms",
                "VMs",
                "One row per virtual machine.",
                Sheet.Group.RESULTS,
                material.placementBanner(),
                table.build());
    }

    private void row(
            ClusterPlacement placed,
            VmClass vmClass,
            int number,
            Entry group,
            Entry host,
            Entry afterFailure,
            Optional<Pin> pin,
            boolean isPinned) {
        List<Entry> row = new ArrayList<>(List.of(
                Entry.text(material.vmName(vmClass.id(), number)),
                Entry.text(material.workloadName(vmClass.id())),
                Entry.text(placed.cluster().cluster().name()),
                host,
                Entry.number(vmClass.vcpu()),
                Entry.number(vmClass.memoryGib()),
                Entry.text("full"),
                Entry.text(
                        vmClass.gpu() instanceof GpuNeed.Whole
                                ? "whole GPU"
                                : vmClass.gpu().profile()),
                Entry.number(vmClass.gpu().gpus()),
                Entry.text(VmTypes.of(material.live(), vmClass.id())),
                group,
                Entry.text(Material.words(vmClass.survival())),
                afterFailure));
        if (!setups.isEmpty()) {
            row.add(setting(vmClass, Key.HARDWARE_VERSION, ""));
            row.add(setting(vmClass, Key.FIRMWARE, ""));
            row.add(setting(vmClass, Key.MMIO_SIZE, " GB"));
        }
        if (windowed) {
            row.add(Entry.text(WeekSheet.runs(material, vmClass.id())));
        }
        row.add(pin.map(place -> Entry.chosen(isPinned ? TypedWords.PINNED : TypedWords.SEARCHED, WAYS, place.toLine()))
                .orElseGet(Entry::empty));
        row.add(Entry.text(placed.cluster().cluster().id() + "/" + vmClass.id() + "/" + number, Tone.MUTED));
        table.row(row);
    }

    /** The machine pinned to where it is. */
    private static Pin pin(ClusterPlacement placed, PlacedVm vm) {
        return PlacementProblems.pin(
                placed.cluster(),
                new PinnedVm(
                        vm.vmClass(),
                        vm.number(),
                        placed.groupOf(vm.host()),
                        placed.numberInGroup(vm.host()),
                        vm.gpus()));
    }

    /** A setting that VM settings explains; nothing where the machine needs none. */
    private Entry setting(VmClass vmClass, Key key, String unit) {
        return Optional.ofNullable(setups.get(vmClass.id()))
                .flatMap(setup -> setup.line(key))
                .map(line -> Entry.text(line.value().map(value -> value + unit).orElse("unknown")))
                .orElseGet(Entry::empty);
    }

    /** The device group of joined GPUs, where it is on its board, and the network cards beside them. */
    private Entry groups(ClusterPlacement placed, VmClass vmClass, PlacedVm vm) {
        Gpu gpu = placed.cluster().groups().get(placed.groupOf(vm.host())).gpu();
        Optional<ResolvedAssignment> assignment = VmTypes.assignment(material.live(), vmClass.id());
        List<String> words = Stream.of(
                        assignment.flatMap(found -> DeviceGroups.name(gpu, found.share(), vmClass.gpu())),
                        DeviceGroups.partition(gpu, vmClass.gpu(), vm.gpus()),
                        DeviceGroups.cards(
                                placed.problem()
                                        .groups()
                                        .get(placed.groupOf(vm.host()))
                                        .host(),
                                vmClass.gpu()))
                .flatMap(Optional::stream)
                .toList();
        return words.isEmpty() ? Entry.empty() : Entry.text(String.join("; ", words));
    }

    private static Entry afterFailure(ClusterPlacement placed, PlacedVm vm) {
        List<HostFailure> failures = placed.resilience().failures().stream()
                .filter(failure -> failure.hosts().contains(vm.host()))
                .toList();
        if (failures.isEmpty()) {
            return Entry.text("not planned for", Tone.CAUTION);
        }
        List<HostFailure> lost =
                failures.stream().filter(failure -> isIn(failure.lost(), vm)).toList();
        if (!lost.isEmpty()) {
            return Entry.text(
                    lost.stream().anyMatch(HostFailure::isRuledOut)
                            ? "does not restart (proven: not everything can)"
                            : "no restart found (none ruled out)",
                    Tone.BAD);
        }
        String hosts = failures.stream()
                .flatMap(failure -> failure.restarted().stream())
                .filter(restarted -> isSame(restarted.vmClass(), restarted.number(), vm))
                .map(restarted -> placed.hostName(restarted.host()))
                .distinct()
                .collect(Collectors.joining(" or "));
        boolean mayStayDown = failures.stream().anyMatch(failure -> isIn(failure.down(), vm));
        String makesRoom = makesRoom(placed, vm);
        if (hosts.isEmpty()) {
            return Entry.text("stays down, as it may" + makesRoom, Tone.CAUTION);
        }
        return Entry.text("restarts on " + hosts + (mayStayDown ? ", or stays down" : "") + makesRoom);
    }

    /** Room that is lent: the failures of other hosts for which the machine is stopped. */
    private static String makesRoom(ClusterPlacement placed, PlacedVm vm) {
        String others = placed.resilience().failures().stream()
                .filter(failure -> failure.evicted().contains(vm))
                .map(failure -> failure.hosts().stream().map(placed::hostName).collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : "; stopped to make room if " + others + " fails";
    }

    private static boolean isIn(List<RefusedVm> list, PlacedVm vm) {
        return list.stream().anyMatch(other -> isSame(other.vmClass(), other.number(), vm));
    }

    private static boolean isSame(String vmClass, int number, PlacedVm vm) {
        return vmClass.equals(vm.vmClass()) && number == vm.number();
    }
}
