package org.sizewright.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.PinnedVm;
import org.sizewright.placement.PlacedVm;

/** What lies on one GPU, or is wanted there by what somebody pinned by hand. */
record FilledGpu(ClusterPlacement placed, String host, Optional<GpuGeometry> geometry, int gpu, List<GpuSlot> slots) {
    String name() {
        return "GPU " + (gpu + 1) + " of " + host;
    }

    boolean isVgpu() {
        return slots.stream().noneMatch(slot -> slot.mode() == PartitionMode.MIG || slot.mode() == PartitionMode.FULL);
    }

    /** Whether two of them in that mode take the same unit of memory. */
    boolean overlaps(PartitionMode mode) {
        Set<Integer> taken = new HashSet<>();
        for (GpuSlot slot : of(mode)) {
            int size = scheme(slot.mode())
                    .flatMap(scheme -> scheme.slice(slot.profile()))
                    .map(Slice::size)
                    .orElse(0);
            for (int unit = slot.start(); unit < slot.start() + size; unit++) {
                if (!taken.add(unit)) {
                    return true;
                }
            }
        }
        return false;
    }

    List<Slice> slices() {
        return slots.stream()
                .flatMap(slot -> scheme(slot.mode()).stream()
                        .flatMap(scheme -> scheme.slices().stream())
                        .filter(slice -> slice.profile().equals(slot.profile())))
                .toList();
    }

    Optional<PartitionScheme> scheme(PartitionMode mode) {
        return geometry.flatMap(each -> each.scheme(mode));
    }

    List<GpuSlot> of(PartitionMode mode) {
        return slots.stream().filter(slot -> slot.mode() == mode).toList();
    }

    static List<FilledGpu> all(List<ClusterPlacement> placements) {
        List<FilledGpu> all = new ArrayList<>();
        for (ClusterPlacement placed : placements) {
            Map<Integer, Map<Integer, List<GpuSlot>>> byHost = new TreeMap<>();
            for (PlacedVm vm : placed.all().placed()) {
                for (GpuSlot slot : vm.gpus()) {
                    byHost.computeIfAbsent(vm.host(), host -> new TreeMap<>())
                            .computeIfAbsent(slot.gpu(), gpu -> new ArrayList<>())
                            .add(slot);
                }
            }
            byHost.forEach((host, gpus) -> {
                String name = placed.hostName(host);
                Optional<GpuGeometry> geometry =
                        placed.problem().hosts().get(host).geometry();
                gpus.forEach((gpu, slots) -> all.add(new FilledGpu(placed, name, geometry, gpu, slots)));
            });
            if (!placed.pinning().unused().isEmpty()) {
                all.addAll(pinned(placed));
            }
        }
        return List.copyOf(all);
    }

    /** What is pinned to each GPU, whether or not it can lie there. */
    private static List<FilledGpu> pinned(ClusterPlacement placed) {
        Map<String, FilledGpu> byGpu = new TreeMap<>();
        List<HostGroupSpec> groups = placed.whole().groups();
        for (PinnedVm pin : placed.whole().pins()) {
            for (GpuSlot slot : pin.group() < groups.size() ? pin.gpus() : List.<GpuSlot>of()) {
                String host =
                        placed.place(new PinnedVm(pin.vmClass(), pin.number(), pin.group(), pin.host(), List.of()));
                byGpu.computeIfAbsent(
                                host + "/" + slot.gpu(),
                                gpu -> new FilledGpu(
                                        placed,
                                        host,
                                        groups.get(pin.group()).host().geometry(),
                                        slot.gpu(),
                                        new ArrayList<>()))
                        .slots()
                        .add(slot);
            }
        }
        return List.copyOf(byGpu.values());
    }
}
