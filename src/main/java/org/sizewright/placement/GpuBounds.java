package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.placement.LowerBound.GpuTerm;

/**
 * How many GPUs a multiset of profiles needs at least. For every subset of the profiles, weighed by 1 and by size, the most
 * weight that one GPU carries is found exactly (weighted intervals), and the best quotient is kept.
 */
final class GpuBounds {
    /** Subsets are tried for so many profiles at most, the most wanted area first: 2^n of them. */
    private static final int PROFILES_AT_MOST = 10;

    private final GpuGeometry geometry;
    private final Policy.VgpuMode vgpuMode;

    GpuBounds(GpuGeometry geometry, Policy.VgpuMode vgpuMode) {
        this.geometry = geometry;
        this.vgpuMode = vgpuMode;
    }

    /** The term for these MIG instances, empty if there are none. */
    Optional<GpuTerm> mig(Map<String, Long> demand) {
        return geometry.mig().flatMap(scheme -> best(true, demand, List.of(scheme), Optional.empty()));
    }

    /** The terms for these time-sliced vGPUs: one, or one per size where all GPUs run at same size. */
    List<GpuTerm> timeSliced(Map<String, Long> demand) {
        boolean mixes =
                vgpuMode != Policy.VgpuMode.SAME_SIZE && geometry.mixedSize().isPresent();
        if (mixes) {
            return best(
                            false,
                            demand,
                            geometry.mixedSize().stream().toList(),
                            vgpuMode == Policy.VgpuMode.PER_GPU ? geometry.equalSize() : Optional.empty())
                    .stream()
                    .toList();
        }
        List<GpuTerm> terms = new ArrayList<>();
        geometry.equalSize().ifPresent(scheme -> {
            Map<Integer, Map<String, Long>> bySize = new TreeMap<>();
            demand.forEach((profile, count) -> scheme.slice(profile)
                    .ifPresent(slice -> bySize.computeIfAbsent(slice.size(), size -> new TreeMap<>())
                            .put(profile, count)));
            bySize.values()
                    .forEach(sameSize -> best(false, sameSize, List.of(), Optional.of(scheme))
                            .ifPresent(terms::add));
        });
        return terms;
    }

    private Optional<GpuTerm> best(
            boolean mig, Map<String, Long> demand, List<PartitionScheme> free, Optional<PartitionScheme> oneSize) {
        Map<String, Slice> slices = new HashMap<>();
        oneSize.ifPresent(scheme -> scheme.slices().forEach(slice -> slices.put(slice.profile(), slice)));
        free.forEach(scheme -> scheme.slices().forEach(slice -> slices.put(slice.profile(), slice)));
        List<Slice> wanted = slices.values().stream()
                .filter(slice -> demand.getOrDefault(slice.profile(), 0L) > 0)
                .sorted(Comparator.<Slice>comparingLong(
                                slice -> -slice.size() * demand.getOrDefault(slice.profile(), 0L))
                        .thenComparing(Slice::profile))
                .limit(PROFILES_AT_MOST)
                .toList();
        Optional<GpuTerm> best = Optional.empty();
        for (int subset = 1; subset < 1 << wanted.size(); subset++) {
            for (boolean bySize : new boolean[] {false, true}) {
                Map<String, Integer> weights = new TreeMap<>();
                long sum = 0;
                for (int i = 0; i < wanted.size(); i++) {
                    if ((subset >> i & 1) == 1) {
                        Slice slice = wanted.get(i);
                        int weight = bySize ? slice.size() : 1;
                        weights.put(slice.profile(), weight);
                        sum += demand.getOrDefault(slice.profile(), 0L) * weight;
                    }
                }
                long perGpu = 0;
                for (PartitionScheme scheme : free) {
                    perGpu = Math.max(perGpu, heaviest(scheme, weights));
                }
                if (oneSize.isPresent()) {
                    perGpu = Math.max(perGpu, heaviestOfOneSize(oneSize.get(), weights));
                }
                long gpus = Math.ceilDiv(sum, perGpu);
                if (best.isEmpty() || gpus > best.get().gpus()) {
                    best = Optional.of(new GpuTerm(mig, weights, perGpu, gpus));
                }
            }
        }
        return best;
    }

    /** Most weight of disjoint intervals; a single profile is also limited by its own maximum. */
    private static long heaviest(PartitionScheme scheme, Map<String, Integer> weights) {
        long[] upTo = new long[scheme.units() + 1];
        for (int end = 1; end <= scheme.units(); end++) {
            upTo[end] = upTo[end - 1];
            for (Slice slice : scheme.slices()) {
                int start = end - slice.size();
                Integer weight = weights.get(slice.profile());
                if (weight != null && start >= 0 && slice.starts().contains(start)) {
                    upTo[end] = Math.max(upTo[end], upTo[start] + weight);
                }
            }
        }
        long heaviest = upTo[scheme.units()];
        if (weights.size() == 1) {
            Map.Entry<String, Integer> only = weights.entrySet().iterator().next();
            int most = scheme.slice(only.getKey()).map(Slice::maxInstances).orElse(0);
            return Math.min(heaviest, (long) most * only.getValue());
        }
        return heaviest;
    }

    private static long heaviestOfOneSize(PartitionScheme scheme, Map<String, Integer> weights) {
        long heaviest = 0;
        for (Slice slice : scheme.slices()) {
            heaviest = Math.max(heaviest, (long) slice.maxInstances() * weights.getOrDefault(slice.profile(), 0));
        }
        return heaviest;
    }
}
