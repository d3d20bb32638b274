package org.sizewright.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.sizewright.library.LibraryCheck.Check;
import org.sizewright.library.LibraryCheck.Fault;
import org.sizewright.library.SupportRecord.MixedPlacements;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.LayoutEnumeration;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.quantity.Bytes;

/** Whether what the records say about shares of GPUs is possible. */
final class PartitionCheck {
    private final Library library;
    private final List<Fault> faults = new ArrayList<>();

    private PartitionCheck(Library library) {
        this.library = library;
    }

    static List<Fault> faultsOf(Library library) {
        PartitionCheck check = new PartitionCheck(library);
        library.migProfileSets().forEach(check::set);
        library.mixedPlacements().forEach(check::table);
        library.vgpuTypes().forEach(check::type);
        library.migGeometries().forEach(check::geometry);
        return check.faults;
    }

    private void fault(Check check, LibraryRecord record, String sentence) {
        faults.add(new Fault(check, record, sentence));
    }

    /** That starts lie inside the grid is the constructor's business; here they are tried out. */
    private void set(MigProfileSet set) {
        PartitionScheme scheme = set.toScheme();
        for (MigProfile profile : set.profiles()) {
            // without its own maximum, so that the placements alone decide; one instance where the group says so
            Slice slice = scheme.slice(profile.name()).orElseThrow();
            Slice free = new Slice(
                    slice.profile(),
                    slice.size(),
                    slice.starts(),
                    slice.starts().size(),
                    slice.group());
            int most = mostOf(PartitionScheme.mig(scheme.units(), List.of(free)));
            if (most != profile.maxInstances()) {
                fault(
                        Check.MAXIMA,
                        set,
                        "the placements of " + profile.name() + " allow " + most + " on one GPU, its maximum says "
                                + profile.maxInstances());
            }
            if (profile.memorySlices() != profile.size()) {
                fault(
                        Check.PLACEMENTS,
                        set,
                        profile.name() + " has " + profile.memorySlices() + " memory slices and takes "
                                + profile.size());
            }
            memory(set, profile);
        }
    }

    private void memory(MigProfileSet set, MigProfile profile) {
        Optional<Bytes> each = profile.memory().or(profile::memoryReported);
        for (GpuId id : set.gpuIds()) {
            Optional<Gpu> gpu = library.gpu(id);
            if (each.isPresent() && gpu.isPresent()) {
                fits(set, profile.name(), each.get(), profile.maxInstances(), gpu.get());
            }
        }
    }

    private void fits(LibraryRecord record, String what, Bytes each, int count, Gpu gpu) {
        Bytes most = Bytes.ofGib(gpu.memory().nominalGb());
        Bytes together = Bytes.of(Math.multiplyExact(each.count(), (long) count));
        if (together.compareTo(most) > 0) {
            fault(
                    Check.FRAME_BUFFER,
                    record,
                    count + " x " + what + " of " + Math.round(each.toMib()) + " MiB are "
                            + Math.round(together.toMib()) + " MiB, " + gpu.id() + " has " + Math.round(most.toMib()));
        }
    }

    private static int mostOf(PartitionScheme scheme) {
        Set<String> all = new HashSet<>();
        scheme.slices().forEach(slice -> all.add(slice.profile()));
        return LayoutEnumeration.maximal(scheme, all).stream()
                .mapToInt(layout -> layout.parts().size())
                .max()
                .orElse(0);
    }

    /** The same for a single profile with many starts: equal lengths fill up best from the left. */
    private static int inRow(PartitionScheme scheme) {
        String profile = scheme.slices().getFirst().profile();
        GpuLayout layout = GpuLayout.empty(scheme);
        List<Integer> free = layout.freeStarts(profile);
        while (!free.isEmpty()) {
            layout = layout.place(profile, free.getFirst());
            free = layout.freeStarts(profile);
        }
        return layout.parts().size();
    }

    private void table(MixedPlacements table) {
        for (MixedPlacements.Size size : table.sizes()) {
            starts(table, size.sizeGb(), size.starts(), table.regionGb());
        }
    }

    private void starts(LibraryRecord record, int size, List<Integer> starts, int region) {
        int free = 0;
        for (int start : starts.stream().sorted().toList()) {
            if (start < free) {
                fault(Check.PLACEMENTS, record, "a start at " + start + " GB overlaps the one before it");
            }
            free = start + size;
        }
        if (free > region) {
            fault(
                    Check.PLACEMENTS,
                    record,
                    "its last start ends at " + free + " GB, beyond the " + region + " GB there are");
        }
    }

    private void type(VgpuType type) {
        for (GpuId id : type.gpuIds()) {
            library.gpu(id).ifPresent(gpu -> on(type, gpu));
        }
    }

    private void on(VgpuType type, Gpu gpu) {
        if (type.frameBuffer().isPresent() && type.maxEqualSize().isPresent()) {
            frameBuffer(type, type.frameBuffer().get(), type.maxEqualSize().get(), gpu);
        }
        switch (type.mode()) {
            case MIG_BACKED ->
                profile(type, gpu)
                        .ifPresent(profile -> type.maxEqualSize()
                                .filter(most -> most != profile.maxInstances())
                                .ifPresent(most -> fault(
                                        Check.MAXIMA,
                                        type,
                                        "its maximum is " + most + ", that of the MIG profile " + profile.name()
                                                + " is " + profile.maxInstances())));
            case MIG_BACKED_TIME_SLICED -> {}
            case TIME_SLICED -> timeSliced(type, gpu);
        }
    }

    private void frameBuffer(VgpuType type, Bytes each, int most, Gpu gpu) {
        switch (type.countScope()) {
            case GPU -> fits(type, type.name().value(), each, most, gpu);
            case GPU_INSTANCE ->
                profile(type, gpu).ifPresent(profile -> {
                    if (each.count() * most > Bytes.ofGib(profile.memoryGb()).count()) {
                        fault(Check.FRAME_BUFFER, type, most + " of them do not fit in one " + profile.name());
                    }
                });
        }
    }

    private Optional<MigProfile> profile(VgpuType type, Gpu gpu) {
        return type.migProfile().flatMap(name -> library.migProfilesOf(gpu.id()).flatMap(set -> set.profile(name)));
    }

    private void timeSliced(VgpuType type, Gpu gpu) {
        int memory = gpu.memory().nominalGb();
        int size = type.nominalGb();
        // the other series are cut off by a maximum per board that no document derives
        if (type.series() == VgpuType.Series.C
                && size > 0
                && type.maxEqualSize().isPresent()) {
            int allowed = size > memory
                    ? 0
                    : inRow(PartitionScheme.equalSize(
                            memory, List.of(Slice.inRow(type.name().value(), size, memory / size))));
            if (allowed != type.maxEqualSize().get()) {
                fault(
                        Check.MAXIMA,
                        type,
                        "the " + memory + " GB of " + gpu.id() + " hold " + allowed + " of " + size
                                + " GB, its maximum says " + type.maxEqualSize().get());
            }
        }
        mixed(type, memory);
    }

    private void mixed(VgpuType type, int memory) {
        List<Integer> starts = type.mixedPlacementIds();
        if (starts.isEmpty()) {
            return;
        }
        starts(type, type.nominalGb(), starts, memory);
        Optional<Integer> most = type.maxMixedSize();
        if (most.isPresent() && most.get() != starts.size()) {
            fault(
                    Check.MAXIMA,
                    type,
                    "in mixed-size mode it has " + starts.size() + " starts and a maximum of " + most.get());
        }
        if (most.isPresent()
                && type.maxEqualSize().filter(equal -> equal < most.get()).isPresent()) {
            fault(Check.MAXIMA, type, "more of them fit in mixed-size mode than alone");
        }
        library.mixedPlacements().stream()
                .filter(table -> table.regionGb() == memory)
                .map(table -> table.startsOf(type.nominalGb()))
                .filter(listed -> !listed.isEmpty() && !listed.equals(starts))
                .forEach(listed -> fault(
                        Check.PLACEMENTS,
                        type,
                        "its mixed-size starts are " + starts + ", the table for " + memory + " GB says " + listed));
    }

    private void geometry(MigGeometry geometry) {
        Optional<MigProfileSet> set = library.migProfileSet(geometry.set());
        if (set.isEmpty()) {
            return;
        }
        PartitionScheme scheme = set.get().toScheme();
        Set<String> named = new HashSet<>(geometry.wanted().keySet());
        geometry.placed().forEach(placed -> named.add(placed.profile()));
        for (String profile : named) {
            if (scheme.slice(profile).isEmpty()) {
                fault(Check.IDS, geometry, "the MIG profile \"" + profile + "\" does not exist on " + geometry.set());
                return;
            }
        }
        boolean feasible = feasible(scheme, geometry);
        if (feasible != geometry.feasible()) {
            fault(
                    Check.GEOMETRIES,
                    geometry,
                    "by the placements of " + geometry.set() + " it is " + (feasible ? "possible" : "impossible")
                            + ", its source says the opposite");
        }
        geometry.preferredStart().ifPresent(start -> {
            OptionalInt best = GpuLayout.empty(scheme)
                    .bestStart(geometry.wanted().keySet().iterator().next(), profilesOf(scheme));
            if (best.isEmpty() || best.getAsInt() != start) {
                fault(Check.GEOMETRIES, geometry, "the first instance goes to another start than " + start);
            }
        });
    }

    private static Set<String> profilesOf(PartitionScheme scheme) {
        Set<String> all = new HashSet<>();
        scheme.slices().forEach(slice -> all.add(slice.profile()));
        return all;
    }

    private static boolean feasible(PartitionScheme scheme, MigGeometry geometry) {
        GpuLayout layout = GpuLayout.empty(scheme);
        for (MigGeometry.Placed placed : geometry.placed()) {
            if (!layout.canPlace(placed.profile(), placed.start())) {
                return false;
            }
            layout = layout.place(placed.profile(), placed.start());
        }
        List<String> wanted = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : geometry.wanted().entrySet()) {
            for (int i = 0; i < entry.getValue(); i++) {
                wanted.add(entry.getKey());
            }
        }
        // the largest first, so that the search ends soon
        wanted.sort(Comparator.comparingInt(
                        (String profile) -> scheme.slice(profile).orElseThrow().size())
                .reversed());
        return fits(layout, wanted);
    }

    private static boolean fits(GpuLayout layout, List<String> wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        List<String> rest = wanted.subList(1, wanted.size());
        return layout.freeStarts(wanted.getFirst()).stream()
                .anyMatch(start -> fits(layout.place(wanted.getFirst(), start), rest));
    }
}
