package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sizewright.figure.Unit;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.PlacementFigures;

/** One row per VM and GPU, and one per GPU that carries nothing. */
final class GpuPlacementSheet {
    private final Material material;
    private final boolean windowed;
    private final Block.Table.Builder table = Block.Table.titled("GPU placement")
            .note(
                    "Computed by Sizewright; not formulas. GPUs count from 0. What is free or stranded on a GPU stands in its first"
                            + " row only.")
            .columns(
                    Column.text("Host"),
                    Column.number("GPU"),
                    Column.text("Mode"),
                    Column.text("Profile"),
                    Column.number("Start"),
                    Column.text("VM"),
                    Column.text("Workload"),
                    Column.number("Free", Unit.GIB),
                    Column.number("Stranded", Unit.GIB));

    private GpuPlacementSheet(Material material) {
        this.material = material;
        windowed = material.live().hasWeek();
        if (windowed) {
            table.column(Column.prose("Runs", 30));
        }
    }

    static Sheet of(Material material) {
        return new GpuPlacementSheet(material).sheet();
    }

    private Sheet sheet() {
        material.live().placements().forEach(this::cluster);
        material.live().placements().forEach(this::otherSlots);
        return Sheet.of(
                "placement",
                "GPU placement",
                windowed
                        ? "Which VM runs on which GPU, and where on it: in the busiest slot of the week, then those of other times."
                        : "Which VM runs on which GPU, and where on it.",
                Sheet.Group.RESULTS,
                material.placementBanner(),
                table.build());
    }

    private record Place(int host, int gpu) {}

    private record Share(PlacedVm vm, GpuSlot slot) {}

    private void cluster(ClusterPlacement placed) {
        Map<Place, List<Share>> shares = new HashMap<>();
        for (PlacedVm vm : placed.placement().placed()) {
            for (GpuSlot slot : vm.gpus()) {
                shares.computeIfAbsent(new Place(vm.host(), slot.gpu()), place -> new ArrayList<>())
                        .add(new Share(vm, slot));
            }
        }
        Map<Place, PlacementFigures.UsedGpu> used = new HashMap<>();
        placed.figures().gpus().forEach(gpu -> used.put(new Place(gpu.host(), gpu.gpu()), gpu));
        List<HostSpec> hosts = placed.problem().hosts();
        for (int host = 0; host < hosts.size(); host++) {
            for (int gpu = 0; gpu < hosts.get(host).gpus(); gpu++) {
                Place place = new Place(host, gpu);
                PlacementFigures.UsedGpu figures = used.get(place);
                if (figures == null) {
                    free(placed, place, hosts.get(host));
                } else {
                    used(placed, place, shares.getOrDefault(place, List.of()), figures);
                }
            }
        }
    }

    /** Machines that do not run in the busiest slot have their places at other times. */
    private void otherSlots(ClusterPlacement placed) {
        Set<PlacedVm> shown = new HashSet<>(placed.placement().placed());
        for (PlacedVm vm : placed.all().placed()) {
            if (!shown.contains(vm)) {
                for (GpuSlot slot : vm.gpus()) {
                    share(placed, new Place(vm.host(), slot.gpu()), new Share(vm, slot), Entry.empty(), Entry.empty());
                }
            }
        }
    }

    private void share(ClusterPlacement placed, Place place, Share share, Entry free, Entry stranded) {
        boolean whole = share.slot().mode() == PartitionMode.FULL;
        row(
                placed,
                WeekSheet.runs(material, share.vm().vmClass()),
                List.of(
                        Entry.text(placed.hostName(place.host())),
                        Entry.number(place.gpu()),
                        Entry.text(share.slot().mode().words()),
                        Entry.text(
                                whole
                                        ? VmTypes.of(material.live(), share.vm().vmClass())
                                        : share.slot().profile()),
                        whole ? Entry.empty() : Entry.number(share.slot().start()),
                        Entry.text(
                                material.vmName(share.vm().vmClass(), share.vm().number())),
                        Entry.text(material.workloadName(share.vm().vmClass())),
                        free,
                        stranded));
    }

    private void row(ClusterPlacement placed, String runs, List<Entry> entries) {
        List<Entry> row = new ArrayList<>(entries);
        if (windowed) {
            row.add(Entry.text(placed.week().isPresent() ? runs : ""));
        }
        table.row(row);
    }

    private void free(ClusterPlacement placed, Place place, HostSpec host) {
        double gib =
                host.geometry().map(geometry -> geometry.memoryMib() / 1024.0).orElse(0.0);
        boolean spare = placed.figures().vmsByHost().get(place.host()) == 0;
        row(
                placed,
                "",
                List.of(
                        Entry.text(placed.hostName(place.host())),
                        Entry.number(place.gpu()),
                        Entry.text(spare ? "free (spare host)" : "free", Tone.GOOD),
                        Entry.empty(),
                        Entry.empty(),
                        Entry.empty(),
                        Entry.empty(),
                        Entry.number(gib, 1),
                        Entry.number(0, 1)));
    }

    private void used(ClusterPlacement placed, Place place, List<Share> shares, PlacementFigures.UsedGpu figures) {
        List<Share> inOrder = shares.stream()
                .sorted(java.util.Comparator.comparingInt(share -> share.slot().start()))
                .toList();
        Set<Place> seen = new HashSet<>();
        for (Share share : inOrder) {
            boolean first = seen.add(place);
            share(
                    placed,
                    place,
                    share,
                    first ? Entry.number(figures.openGib(), 1) : Entry.empty(),
                    first ? Entry.number(figures.strandedGib(), 1) : Entry.empty());
        }
    }
}
