package org.sizewright.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.sizewright.placement.Policy;
import org.sizewright.placement.RefusedVm;
import org.sizewright.placement.VmClass;

/**
 * Rules about what lies where on a GPU: in the placement itself, in what somebody pinned by hand and cannot lie so, and among machines
 * that found no place.
 */
final class SliceRules {
    private SliceRules() {}

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
            List<GpuSlot> equal = filled.of(PartitionMode.EQUAL_SIZE);
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
            List<GpuSlot> mig = filled.of(PartitionMode.MIG);
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
            if (!filled.of(PartitionMode.MIG).isEmpty()
                    && filled.slots().stream().anyMatch(slot -> slot.mode() != PartitionMode.MIG)) {
                tell(at, filled, "carries MIG instances and vGPUs that take turns.", "");
            }
        });
    }

    private static void startsOf(Inspection at, FilledGpu filled, PartitionMode mode, Predicate<Slice> about) {
        for (GpuSlot slot : filled.of(mode)) {
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

    private static int sum(List<GpuSlot> slots, MigProfileSet set, ToIntFunction<MigProfile> slices) {
        return slots.stream()
                .flatMap(slot ->
                        set.profiles().stream().filter(profile -> profile.name().equals(slot.profile())))
                .mapToInt(slices)
                .sum();
    }

    private static Stream<MigProfileSet> sets(Inspection at, FilledGpu filled) {
        return at.hosts().stream()
                .filter(host -> host.cluster()
                        .cluster()
                        .id()
                        .equals(filled.placed().cluster().cluster().id()))
                .filter(host -> filled.geometry()
                        .filter(geometry -> geometry.model().equals(host.gpu().name()))
                        .isPresent())
                .flatMap(host -> host.resolved().migProfiles().stream());
    }

    private static void tell(Inspection at, FilledGpu filled, String what, String distance) {
        Finding finding = at.violated(
                filled.name(), filled.name() + " " + what, "Move a machine to another GPU, or loosen what was pinned.");
        at.add(distance.isEmpty() ? finding : finding.withDistance(distance));
    }

    private static void each(Inspection at, Consumer<FilledGpu> check) {
        at.filledGpus().forEach(check);
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
