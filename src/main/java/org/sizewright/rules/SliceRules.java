package org.sizewright.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.library.MigProfile;
import org.sizewright.library.MigProfileSet;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.PlacedVm;

/** Rules about what lies where on a GPU, checked on the placement itself. */
final class SliceRules {
    private SliceRules() {}

    /** What lies on one GPU. */
    private record Filled(ClusterPlacement placed, int host, int gpu, List<GpuSlot> slots) {
        String name() {
            return "GPU " + (gpu + 1) + " of " + placed.hostName(host);
        }

        boolean isVgpu() {
            return slots.stream()
                    .noneMatch(slot -> slot.mode() == PartitionMode.MIG || slot.mode() == PartitionMode.FULL);
        }

        List<Slice> slices() {
            return slots.stream()
                    .flatMap(slot -> scheme(slot.mode()).stream()
                            .flatMap(scheme -> scheme.slices().stream())
                            .filter(slice -> slice.profile().equals(slot.profile())))
                    .toList();
        }

        Optional<PartitionScheme> scheme(PartitionMode mode) {
            return placed.problem().hosts().get(host).geometry().flatMap(geometry -> geometry.scheme(mode));
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
                    }
                });
            }
        });
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
    }

    static void mixedSizesStartWhereTheyMay(Inspection at) {
        each(at, filled -> startsOf(at, filled, PartitionMode.MIXED_SIZE, slice -> true));
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
                }
            });
        });
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
            byHost.forEach(
                    (host, gpus) -> gpus.forEach((gpu, slots) -> check.accept(new Filled(placed, host, gpu, slots))));
        }
    }
}
