package org.sizewright.ui.accel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.sizewright.library.MigProfile;
import org.sizewright.library.VgpuType;
import org.sizewright.library.accelerator.Accelerator;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.LayoutEnumeration;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Refusal;
import org.sizewright.partition.Slice;
import org.sizewright.placement.PlacementProblems;

/**
 * One GPU on which instances or vGPUs are tried out.
 *
 * @param series the vGPU types that count
 * @param layout what lies on it; empty where the GPU is not shared in that mode as far as is known
 */
record PartitionBoard(
        Accelerator accelerator,
        PartitionMode mode,
        VgpuType.Series series,
        GpuGeometry geometry,
        Optional<GpuLayout> layout) {

    /** A board with nothing on it. */
    static PartitionBoard of(Accelerator accelerator, PartitionMode mode, VgpuType.Series series) {
        GpuGeometry geometry =
                PlacementProblems.geometry(accelerator.gpu(), accelerator.mig(), accelerator.timeSliced(series));
        return new PartitionBoard(
                accelerator, mode, series, geometry, geometry.scheme(mode).map(GpuLayout::empty));
    }

    /** The mode that says most about the GPU: MIG, else mixed sizes, else the same size. */
    static PartitionMode usual(Accelerator accelerator) {
        GpuGeometry geometry =
                of(accelerator, PartitionMode.MIG, VgpuType.Series.C).geometry();
        if (geometry.mig().isPresent()) {
            return PartitionMode.MIG;
        }
        return geometry.mixedSize().isPresent() ? PartitionMode.MIXED_SIZE : PartitionMode.EQUAL_SIZE;
    }

    Optional<PartitionScheme> scheme() {
        return layout.map(GpuLayout::scheme);
    }

    /** Places an instance, or takes away the one of that profile that starts there; a place that is refused changes nothing. */
    PartitionBoard toggle(String profile, int start) {
        return withLayout(layout.map(now -> {
            if (isPlaced(profile, start)) {
                return now.remove(start);
            }
            return now.canPlace(profile, start) ? now.place(profile, start) : now;
        }));
    }

    /** Places one more where it strands least; unchanged where none fits. */
    PartitionBoard add(String profile) {
        return withLayout(layout.map(now -> {
            OptionalInt start = now.bestStart(profile, profiles());
            return start.isPresent() ? now.place(profile, start.getAsInt()) : now;
        }));
    }

    PartitionBoard take(GpuLayout wanted) {
        return withLayout(Optional.of(wanted));
    }

    PartitionBoard cleared() {
        return of(accelerator, mode, series);
    }

    boolean isPlaced(String profile, int start) {
        return layout.stream()
                .flatMap(now -> now.parts().stream())
                .anyMatch(part -> part.profile().equals(profile) && part.start() == start);
    }

    int placed(String profile) {
        return (int) layout.stream()
                .flatMap(now -> now.parts().stream())
                .filter(part -> part.profile().equals(profile))
                .count();
    }

    Optional<Refusal> refusal(String profile, int start) {
        return layout.flatMap(now -> now.refusal(profile, start));
    }

    /** The free stretches in order, those in which no profile can start any more told apart. */
    List<GpuLayout.Gap> gaps() {
        return layout.map(now -> now.gaps(
                        now.scheme().slices().stream().map(Slice::profile).collect(Collectors.toSet())))
                .orElse(List.of());
    }

    int stranded() {
        return gaps().stream()
                .filter(GpuLayout.Gap::stranded)
                .mapToInt(GpuLayout.Gap::size)
                .sum();
    }

    /**
     * The MIG geometries to which nothing can be added, one layout for each set of counts; of profiles without a media or graphics
     * attribute, which change nothing about what fits beside what. Empty in other modes, where there are too many to read.
     */
    List<GpuLayout> geometries() {
        if (mode != PartitionMode.MIG || scheme().isEmpty()) {
            return List.of();
        }
        Set<String> plain = accelerator.mig().stream()
                .flatMap(set -> set.profiles().stream())
                .filter(profile -> profile.attribute().isEmpty())
                .map(MigProfile::name)
                .collect(Collectors.toSet());
        return LayoutEnumeration.geometries(scheme().orElseThrow(), plain);
    }

    /** The place of a profile in the list of profiles, which gives it its colour. */
    int index(String profile) {
        List<String> names = scheme().stream()
                .flatMap(scheme -> scheme.slices().stream())
                .map(Slice::profile)
                .toList();
        return Math.max(0, names.indexOf(profile));
    }

    Optional<MigProfile> migProfile(String name) {
        return accelerator.mig().flatMap(set -> set.profile(name));
    }

    Optional<VgpuType> vgpuType(String name) {
        return accelerator.vgpuTypes().stream()
                .filter(type -> type.name().value().equals(name))
                .findFirst();
    }

    private Set<String> profiles() {
        return scheme().stream()
                .flatMap(scheme -> scheme.slices().stream())
                .map(Slice::profile)
                .collect(Collectors.toSet());
    }

    private PartitionBoard withLayout(Optional<GpuLayout> changed) {
        return new PartitionBoard(accelerator, mode, series, geometry, changed);
    }
}
