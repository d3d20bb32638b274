package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.MigProfile;
import org.sizewright.library.MigProfileSet;
import org.sizewright.library.VgpuType;
import org.sizewright.plan.GpuShare;
import org.sizewright.quantity.Bytes;
import org.sizewright.sizing.DeviceMemory;

/**
 * Where a model could run: a whole GPU or a slice of one.
 *
 * @param profile the name of the MIG profile or vGPU type; empty for the whole GPU
 * @param share what a machine there takes of the GPU
 * @param perGpu how many of them share one GPU
 */
record Place(Gpu gpu, Kind kind, Optional<String> profile, GpuShare share, DeviceMemory device, int perGpu) {
    /** GPUs that servers of the present are bought with; those that the library lacks are left out. */
    private static final List<GpuId> USUAL = List.of(
            GpuId.of("a30"),
            GpuId.of("a100-pcie-40"),
            GpuId.of("a100-sxm-80"),
            GpuId.of("l4"),
            GpuId.of("l40s"),
            GpuId.of("h100-sxm-80"),
            GpuId.of("h100-nvl-94"),
            GpuId.of("h200-sxm"),
            GpuId.of("h200-nvl"),
            GpuId.of("b200"),
            GpuId.of("b300"),
            GpuId.of("rtx-pro-6000-se"));

    private static final int SMALLEST_GB = 16;

    enum Kind {
        GPU,
        MIG,
        VGPU
    }

    static Place whole(Gpu gpu) {
        return new Place(
                gpu, Kind.GPU, Optional.empty(), new GpuShare.Whole(1, Optional.empty()), DeviceMemory.of(gpu), 1);
    }

    private static Place mig(Gpu gpu, MigProfileSet set, MigProfile profile) {
        return new Place(
                gpu,
                Kind.MIG,
                Optional.of(profile.name()),
                new GpuShare.Mig(profile, Optional.empty()),
                DeviceMemory.of(gpu, set, profile),
                profile.maxInstances());
    }

    private static Place vgpu(Gpu gpu, VgpuType type) {
        return new Place(
                gpu,
                Kind.VGPU,
                Optional.of(type.name().value()),
                new GpuShare.TimeSliced(type),
                DeviceMemory.of(type),
                type.maxEqualSize().orElse(1));
    }

    /** The usual GPUs, with that of the plan and its slices before all others. */
    static List<Place> usual(Library library, Optional<GpuId> present) {
        Set<GpuId> ids = new LinkedHashSet<>();
        present.ifPresent(ids::add);
        ids.addAll(USUAL);
        List<Place> places = new ArrayList<>();
        for (GpuId id : ids) {
            library.gpu(id).ifPresent(gpu -> places.add(whole(gpu)));
        }
        present.flatMap(library::gpu).ifPresent(gpu -> places.addAll(slices(library, gpu)));
        return places;
    }

    /** All that the library knows and that can be bought, except {@link #usual}. */
    static List<Place> others(Library library, Optional<GpuId> present) {
        Map<String, Place> places = new LinkedHashMap<>();
        library.gpus().stream()
                .filter(gpu -> !gpu.announcedOnly() && gpu.memory().nominalGb() >= SMALLEST_GB)
                .forEach(gpu -> {
                    places.put(whole(gpu).id(), whole(gpu));
                    slices(library, gpu).forEach(place -> places.put(place.id(), place));
                });
        usual(library, present).forEach(place -> places.remove(place.id()));
        return List.copyOf(places.values());
    }

    /** Parts of that GPU that one machine can have, from small to large. */
    static List<Place> slices(Library library, Gpu gpu) {
        List<Place> places = new ArrayList<>();
        library.migProfilesOf(gpu.id())
                .ifPresent(set -> set.profiles().stream()
                        .filter(profile -> profile.attribute().isEmpty() && profile.maxInstances() > 1)
                        .forEach(profile -> places.add(mig(gpu, set, profile))));
        library.vgpuTypesOf(gpu.id()).stream()
                .filter(type -> type.series() == VgpuType.Series.C && type.mode() == VgpuType.Mode.TIME_SLICED)
                .filter(type -> type.maxEqualSize().orElse(1) > 1)
                .forEach(type -> places.add(vgpu(gpu, type)));
        places.sort(Comparator.comparingDouble(Place::gib));
        return places;
    }

    double gib() {
        return device.usable().asOptional().map(Bytes::toGib).orElse(0.0);
    }

    boolean isWhole() {
        return kind == Kind.GPU;
    }

    String id() {
        return gpu.id().value() + profile.map(name -> "/" + name).orElse("");
    }

    /** Short enough for a column. */
    String title() {
        String form = gpu.form().startsWith("SXM") ? " SXM" : gpu.form().equals("NVL") ? " NVL" : "";
        String whole = gpu.chip() + form + " " + gpu.memory().nominalGb() + "GB";
        return switch (kind) {
            case GPU -> whole;
            case MIG -> gpu.chip() + form + " " + profile.orElse("");
            case VGPU -> profile.orElse("");
        };
    }
}
