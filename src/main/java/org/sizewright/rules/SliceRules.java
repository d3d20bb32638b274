package org.sizewright.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.library.MigProfile;
import org.sizewright.library.MigProfileSet;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.PinnedVm;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Policy;
import org.sizewright.placement.RefusedVm;
import org.sizewright.placement.VmClass;

/**
 * Rules about what lies where on a GPU: in the placement itself, in what somebody pinned by hand and cannot lie so, and among machines
 * that found no place.
 */
final class SliceRules {
    private SliceRules() {}

    /** What lies on one GPU, or is wanted there. */
    private record Filled(
            ClusterPlacement placed, String host, Optional<GpuGeometry> geometry, int gpu, List<GpuSlot> slots) {
        String name() {
            return "GPU " + (gpu + 1) + " of " + host;
        }

        boolean isVgpu() {
            return slots.stream()
                    .noneMatch(slot -> slot.mode() == PartitionMode.MIG || slot.mode() == PartitionMode.FULL);
        }

        /** Whether two of them in that mode take the same unit of memory. */
        boolean overlaps(PartitionMode mode) {
            Set<Integer> taken = new HashSet<>();
            for (GpuSlot slot : of(this, mode)) {
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
    }

    static void memoryIsGivenAwayOnce(Inspection at) {
        each(at, filled -> {
            if (filled.isVgpu() && !filled.slots().isEmpty()) {
                filled.scheme(filled.slots().getFirst().mode()).ifPresent(scheme -> {
                    int taken = filled.slices().stream().mapToInt(Slice::size).sum();
                    if (taken > scheme.units()) {
                        tell(
                                at,
                                filled,
                                "carries profiles of " + taken + " GB and has " + scheme.units() + ".",
                                (taken - scheme.units()) + " GB too much");
                    } else if (filled.overlaps(PartitionMode.EQUAL_SIZE)) {
                        tell(at, filled, "carries profiles that lie over each other.", "");
                    }
                });
            }
        });
        refused(at, GpuNeed.TimeSliced.class, Why.TOO_MUCH);
    }

    static void oneSizeInSameSizeMode(Inspection at) {
        each(at, filled -> {
            List<GpuSlot> equal = of(filled, PartitionMode.EQUAL_SIZE);
            List<String> profiles =
                    equal.stream().map(GpuSlot::profile).distinct().toList();
            long sizes = filled.slices().stream().map(Slice::size).distinct().count();
            if (!equal.isEmpty() && profiles.size() > 1 && sizes > 1) {
                tell(at, filled, "carries " + String.join(" and ", profiles) + " in same-size mode.", "");
            }
        });
        refused(at, GpuNeed.TimeSliced.class, Why.SAME_SIZE);
    }

    static void mixedSizesStartWhereTheyMay(Inspection at) {
        each(at, filled -> {
            startsOf(at, filled, PartitionMode.MIXED_SIZE, slice -> true);
            if (filled.overlaps(PartitionMode.MIXED_SIZE)) {
                tell(at, filled, "carries profiles that lie over each other.", "");
            }
        });
        refused(at, GpuNeed.TimeSliced.class, Why.PLACES);
    }

    static void slicesAreEnough(Inspection at) {
        each(at, filled -> {
            List<GpuSlot> mig = of(filled, PartitionMode.MIG);
            sets(at, filled).findFirst().filter(set -> !mig.isEmpty()).ifPresent(set -> {
                int compute = sum(mig, set, MigProfile::computeSlices);
                int memory = sum(mig, set, MigProfile::memorySlices);
                if (compute > set.computeSlices() || memory > set.memorySlices()) {
                    tell(
                            at,
                            filled,
                            "carries instances of " + compute + " compute and " + memory + " memory slices; it has "
                                    + set.computeSlices() + " and " + set.memorySlices() + ".",
                            Math.max(compute - set.computeSlices(), memory - set.memorySlices()) + " slices too many");
                } else if (filled.overlaps(PartitionMode.MIG)) {
                    tell(at, filled, "carries instances that lie over each other.", "");
                }
            });
        });
        refused(at, GpuNeed.Mig.class, Why.TOO_MUCH);
    }

    static void fourSlicesStartAtZero(Inspection at) {
        each(
                at,
                filled -> startsOf(
                        at, filled, PartitionMode.MIG, slice -> slice.profile().startsWith("4g")));
    }

    static void threeSlicesStartAtAHalf(Inspection at) {
        each(
                at,
                filled -> startsOf(
                        at, filled, PartitionMode.MIG, slice -> slice.profile().startsWith("3g")));
    }

    static void migAndTimeSlicesStayApart(Inspection at) {
        each(at, filled -> {
            if (!of(filled, PartitionMode.MIG).isEmpty()
                    && filled.slots().stream().anyMatch(slot -> slot.mode() != PartitionMode.MIG)) {
                tell(at, filled, "carries MIG instances and vGPUs that take turns.", "");
            }
        });
    }

    private static void startsOf(Inspection at, Filled filled, PartitionMode mode, Predicate<Slice> about) {
        for (GpuSlot slot : of(filled, mode)) {
            filled.scheme(mode).stream()
                    .flatMap(scheme -> scheme.slices().stream())
                    .filter(slice -> slice.profile().equals(slot.profile()) && about.test(slice))
                    .filter(slice -> !slice.starts().contains(slot.start()))
                    .findFirst()
                    .ifPresent(slice -> tell(
                            at,
                            filled,
                            "has " + slot.profile() + " at " + slot.start() + "; it may start at "
                                    + slice.starts().stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(", ")) + ".",
                            ""));
        }
    }

    private static List<GpuSlot> of(Filled filled, PartitionMode mode) {
        return filled.slots().stream().filter(slot -> slot.mode() == mode).toList();
    }

    private static int sum(List<GpuSlot> slots, MigProfileSet set, ToIntFunction<MigProfile> slices) {
        return slots.stream()
                .flatMap(slot ->
                        set.profiles().stream().filter(profile -> profile.name().equals(slot.profile())))
                .mapToInt(slices)
                .sum();
    }

    private static Stream<MigProfileSet> sets(Inspection at, Filled filled) {
        return at.hosts().stream()
                .filter(host -> host.cluster()
                        .cluster()
                        .id()
                        .equals(filled.placed().cluster().cluster().id()))
                .flatMap(host -> host.resolved().migProfiles().stream());
    }

    private static void tell(Inspection at, Filled filled, String what, String distance) {
        Finding finding = at.violated(
                filled.name(), filled.name() + " " + what, "Move a machine to another GPU, or loosen what was pinned.");
        at.add(distance.isEmpty() ? finding : finding.withDistance(distance));
    }

    private static void each(Inspection at, Consumer<Filled> check) {
        for (ClusterPlacement placed : at.placements()) {
            Map<Integer, Map<Integer, List<GpuSlot>>> byHost = new TreeMap<>();
            for (PlacedVm vm : placed.all().placed()) {
                for (GpuSlot slot : vm.gpus()) {
                    byHost.computeIfAbsent(vm.host(), host -> new TreeMap<>())
                            .computeIfAbsent(slot.gpu(), gpu -> new ArrayList<>())
                            .add(slot);
                }
            }
            byHost.forEach((host, gpus) -> gpus.forEach((gpu, slots) -> check.accept(new Filled(
                    placed,
                    placed.hostName(host),
                    placed.problem().hosts().get(host).geometry(),
                    gpu,
                    slots))));
            if (!placed.pinning().unused().isEmpty()) {
                pinned(placed).forEach(check);
            }
        }
    }

    /** What is pinned to each GPU, whether or not it can lie there. */
    private static List<Filled> pinned(ClusterPlacement placed) {
        Map<String, Filled> byGpu = new TreeMap<>();
        List<HostGroupSpec> groups = placed.whole().groups();
        for (PinnedVm pin : placed.whole().pins()) {
            for (GpuSlot slot : pin.group() < groups.size() ? pin.gpus() : List.<GpuSlot>of()) {
                String host =
                        placed.place(new PinnedVm(pin.vmClass(), pin.number(), pin.group(), pin.host(), List.of()));
                byGpu.computeIfAbsent(
                                host + "/" + slot.gpu(),
                                gpu -> new Filled(
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

    /** Why machines found no room on GPUs. */
    private enum Why {
        /** They ask for more than all GPUs have. */
        TOO_MUCH,
        /** A GPU that carries another size is of no use to them. */
        SAME_SIZE,
        /** There is memory, but not where they may start. */
        PLACES
    }

    /** Machines that share GPUs and find no room on them, by what stands in their way. */
    private static void refused(Inspection at, Class<? extends GpuNeed> kind, Why about) {
        for (ClusterPlacement placed : at.placements()) {
            Map<String, Long> byClass = placed.all().refused().stream()
                    .filter(vm -> vm.reason().binding() == RefusedVm.Binding.GPU_SLICES)
                    .collect(Collectors.groupingBy(RefusedVm::vmClass, TreeMap::new, Collectors.counting()));
            byClass.forEach((vmClass, count) -> {
                VmClass vm = placed.whole().vm(vmClass);
                if (kind.isInstance(vm.gpu()) && (kind == GpuNeed.Mig.class || why(placed) == about)) {
                    String name = PlacementRules.workloadName(at, vmClass);
                    at.add(at.violated(
                                    name,
                                    count + " machines of " + name + " with "
                                            + vm.gpu().profile()
                                            + " find no room: "
                                            + switch (about) {
                                                case TOO_MUCH ->
                                                    "together they ask for more than the GPUs of their hosts have.";
                                                case SAME_SIZE ->
                                                    "in same-size mode a GPU that carries another size is of no use to them.";
                                                case PLACES ->
                                                    "what is free does not lie where their profile may start.";
                                            },
                                    "Add hosts, take smaller profiles, or reduce the workload.")
                            .withDistance(count + " machines without a place"));
                }
            });
        }
    }

    /** What keeps time-sliced machines out: in GB, everything that is asked for against everything that is there. */
    private static Why why(ClusterPlacement placed) {
        long there = 0;
        for (HostGroupSpec group : placed.whole().groups()) {
            there += (long) group.count()
                    * group.host().gpus()
                    * group.host().geometry().map(SliceRules::units).orElse(0);
        }
        long asked = 0;
        Set<Integer> sizes = new HashSet<>();
        for (VmClass vm : placed.whole().vms()) {
            if (vm.gpu() instanceof GpuNeed.Whole whole) {
                asked += (long) vm.count() * whole.gpus() * units(placed);
            } else if (vm.gpu() instanceof GpuNeed.TimeSliced sliced) {
                int size = size(placed, sliced.profile());
                sizes.add(size);
                asked += (long) vm.count() * size;
            }
        }
        boolean same = placed.problem().policy().vgpuMode() == Policy.VgpuMode.SAME_SIZE;
        return asked > there
                ? Why.TOO_MUCH
                : same && sizes.size() > 1 ? Why.SAME_SIZE : same ? Why.TOO_MUCH : Why.PLACES;
    }

    private static int units(ClusterPlacement placed) {
        return placed.whole().groups().stream()
                .flatMap(group -> group.host().geometry().stream())
                .mapToInt(SliceRules::units)
                .max()
                .orElse(0);
    }

    private static int units(GpuGeometry geometry) {
        return geometry.scheme(PartitionMode.EQUAL_SIZE)
                .map(PartitionScheme::units)
                .orElse(0);
    }

    private static int size(ClusterPlacement placed, String profile) {
        return placed.whole().groups().stream()
                .flatMap(group -> group.host().geometry().stream())
                .flatMap(geometry -> geometry.scheme(PartitionMode.EQUAL_SIZE).stream())
                .flatMap(scheme -> scheme.slice(profile).stream())
                .mapToInt(Slice::size)
                .max()
                .orElse(0);
    }
}
