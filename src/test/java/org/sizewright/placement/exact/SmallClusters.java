package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy;
import org.sizewright.placement.VmClass;

/**
 * Clusters drawn from a seed, small enough for brute force. Profiles and starts are those of real GPUs, of each only some: with all of
 * them brute force takes minutes.
 */
final class SmallClusters {
    /** Starts of an A30 as its vendor lists them, with media profiles. */
    static final GpuGeometry A30 = new GpuGeometry(
            "A30",
            24 * 1024,
            Optional.of(PartitionScheme.mig(
                    4,
                    List.of(
                            Slice.of("1g.6gb", 1, List.of(0, 1, 2, 3), 4),
                            Slice.of("1g.6gb+me", 1, List.of(0, 1, 2, 3), 1).inGroup(Slice.MEDIA),
                            Slice.of("2g.12gb", 2, List.of(0, 2), 2),
                            Slice.of("2g.12gb+me", 2, List.of(0, 2), 1).inGroup(Slice.MEDIA),
                            Slice.of("4g.24gb", 4, List.of(0), 1)))),
            Optional.of(PartitionScheme.equalSize(
                    24, List.of(Slice.inRow("24C", 24, 1), Slice.inRow("12C", 12, 2), Slice.inRow("8C", 8, 3)))),
            Optional.empty());

    static final GpuGeometry H100 = new GpuGeometry(
            "H100",
            80 * 1024,
            Optional.of(PartitionScheme.mig(
                    8,
                    List.of(
                            Slice.of("1g.10gb", 1, List.of(0, 1, 2, 3, 4, 5, 6), 7),
                            Slice.of("1g.20gb", 2, List.of(0, 2, 4, 6), 4),
                            Slice.of("2g.20gb", 2, List.of(0, 2, 4), 3),
                            Slice.of("3g.40gb", 4, List.of(0, 4), 2),
                            Slice.of("4g.40gb", 4, List.of(0), 1)))),
            Optional.of(PartitionScheme.equalSize(
                    80, List.of(Slice.inRow("40C", 40, 2), Slice.inRow("20C", 20, 4), Slice.inRow("16C", 16, 5)))),
            Optional.empty());

    static final GpuGeometry L40S = new GpuGeometry(
            "L40S",
            48 * 1024,
            Optional.empty(),
            Optional.of(PartitionScheme.equalSize(
                    48,
                    List.of(
                            Slice.inRow("24C", 24, 2),
                            Slice.inRow("16C", 16, 3),
                            Slice.inRow("12C", 12, 4),
                            Slice.inRow("8C", 8, 6)))),
            Optional.of(PartitionScheme.mixedSize(
                    48,
                    List.of(
                            Slice.of("24C", 24, List.of(0, 24), 2),
                            Slice.of("16C", 16, List.of(0, 32), 2),
                            Slice.of("12C", 12, List.of(0, 12, 24, 36), 4),
                            Slice.of("8C", 8, List.of(0, 16, 24, 40), 4)))));

    private SmallClusters() {}

    /** A problem with one group on which every class fits alone. */
    static PlacementProblem draw(Random random, int machines) {
        GpuGeometry gpu = List.of(A30, H100, L40S).get(random.nextInt(3));
        int gpus = 1 + random.nextInt(3);
        HostSpec host = new HostSpec(
                "host", gpus, Optional.of(gpu), 16 + random.nextInt(17), 64 + random.nextInt(65), 0, Set.of());
        Policy policy =
                Policy.simple().withVgpuMode(Policy.VgpuMode.values()[random.nextInt(Policy.VgpuMode.values().length)]);
        List<VmClass> vms = new ArrayList<>();
        int left = machines;
        while (left > 0) {
            GpuNeed need = need(random, gpu, gpus);
            while (!fits(host, policy, need)) {
                need = need(random, gpu, gpus);
            }
            // each share counts, so that brute force has as many places to try as without several shares
            int shares = need instanceof GpuNeed.Several several ? several.gpus() : 1;
            int count = 1 + random.nextInt(Math.ceilDiv(left, shares));
            vms.add(VmClass.of("v" + vms.size(), count, need, random.nextInt(13), random.nextInt(49)));
            left -= count * shares;
        }
        return new PlacementProblem(List.of(new HostGroupSpec(host, 0)), vms, policy);
    }

    private static boolean fits(HostSpec host, Policy policy, GpuNeed need) {
        return BruteForce.fits(
                new PlacementProblem(
                        List.of(new HostGroupSpec(host, 1)), List.of(VmClass.of("one", 1, need, 0, 0)), policy),
                List.of());
    }

    private static GpuNeed need(Random random, GpuGeometry gpu, int gpus) {
        int kind = random.nextInt(12);
        if (kind > 9) {
            boolean mig = gpu.mig().isPresent() && random.nextBoolean();
            PartitionScheme scheme = mig ? gpu.mig().get() : gpu.equalSize().orElseThrow();
            boolean insists = random.nextBoolean();
            List<GpuNeed.Fraction> parts = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                String profile = one(random, scheme);
                parts.add(mig ? new GpuNeed.Mig(profile) : new GpuNeed.TimeSliced(profile, insists));
            }
            return new GpuNeed.Several(parts);
        }
        if (kind == 0) {
            return new GpuNeed.None();
        }
        if (kind == 1) {
            return new GpuNeed.Whole(1 + random.nextInt(gpus));
        }
        if (kind < 7 && gpu.mig().isPresent()) {
            return new GpuNeed.Mig(one(random, gpu.mig().get()));
        }
        return new GpuNeed.TimeSliced(one(random, gpu.equalSize().orElseThrow()), random.nextBoolean());
    }

    private static String one(Random random, PartitionScheme scheme) {
        return scheme.slices().get(random.nextInt(scheme.slices().size())).profile();
    }
}
