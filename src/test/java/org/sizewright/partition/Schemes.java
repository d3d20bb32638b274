package org.sizewright.partition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** GPU geometries for tests, written out from the vendor's tables. */
public final class Schemes {
    private Schemes() {}

    /** H100 80 GB: seven MIG profiles (nvidia-smi mig -lgipp), time-sliced C types same size and mixed size. */
    public static GpuGeometry h100() {
        PartitionScheme mig = PartitionScheme.mig(
                8,
                List.of(
                        Slice.of("1g.10gb", 1, List.of(0, 1, 2, 3, 4, 5, 6), 7),
                        Slice.of("1g.10gb+me", 1, List.of(0, 1, 2, 3, 4, 5, 6), 1)
                                .inGroup(Slice.MEDIA),
                        Slice.of("1g.20gb", 2, List.of(0, 2, 4, 6), 4),
                        Slice.of("2g.20gb", 2, List.of(0, 2, 4), 3),
                        Slice.of("3g.40gb", 4, List.of(0, 4), 2),
                        Slice.of("4g.40gb", 4, List.of(0), 1),
                        Slice.of("7g.80gb", 8, List.of(0), 1)));
        PartitionScheme same = PartitionScheme.equalSize(
                80,
                List.of(
                        Slice.inRow("80C", 80, 1),
                        Slice.inRow("40C", 40, 2),
                        Slice.inRow("20C", 20, 4),
                        Slice.inRow("16C", 16, 5),
                        Slice.inRow("10C", 10, 8),
                        Slice.inRow("8C", 8, 10),
                        Slice.inRow("5C", 5, 16),
                        Slice.inRow("4C", 4, 20)));
        return new GpuGeometry("H100-80", 81_920, Optional.of(mig), Optional.of(same), Optional.empty());
    }

    /** A30 24 GB. */
    public static GpuGeometry a30() {
        PartitionScheme mig = PartitionScheme.mig(
                4,
                List.of(
                        Slice.of("1g.6gb", 1, List.of(0, 1, 2, 3), 4),
                        Slice.of("2g.12gb", 2, List.of(0, 2), 2),
                        Slice.of("4g.24gb", 4, List.of(0), 1)));
        return new GpuGeometry("A30-24", 24_576, Optional.of(mig), Optional.empty(), Optional.empty());
    }

    /** L40S 48 GB: no MIG; the mixed-size starts are the placement ids of the vGPU user guide. */
    public static GpuGeometry l40s() {
        PartitionScheme same = PartitionScheme.equalSize(
                48,
                List.of(
                        Slice.inRow("48C", 48, 1),
                        Slice.inRow("24C", 24, 2),
                        Slice.inRow("16C", 16, 3),
                        Slice.inRow("16Q", 16, 3),
                        Slice.inRow("12C", 12, 4),
                        Slice.inRow("8C", 8, 6),
                        Slice.inRow("6C", 6, 8),
                        Slice.inRow("4C", 4, 12)));
        PartitionScheme mixed = PartitionScheme.mixedSize(
                48,
                List.of(
                        Slice.of("48C", 48, List.of(0), 1),
                        Slice.of("24C", 24, List.of(0, 24), 2),
                        Slice.of("16C", 16, List.of(0, 32), 2),
                        Slice.of("12C", 12, List.of(0, 12, 24, 36), 4),
                        Slice.of("8C", 8, List.of(0, 16, 24, 40), 4),
                        Slice.of("6C", 6, List.of(0, 6, 12, 18, 24, 30, 36, 42), 8),
                        Slice.of("4C", 4, List.of(0, 8, 12, 20, 24, 32, 36, 44), 8)));
        return new GpuGeometry("L40S-48", 49_152, Optional.empty(), Optional.of(same), Optional.of(mixed));
    }

    public static PartitionScheme mig(GpuGeometry gpu) {
        return gpu.mig().orElseThrow();
    }

    public static Set<String> profiles(PartitionScheme scheme) {
        return scheme.slices().stream().map(Slice::profile).collect(Collectors.toSet());
    }
}
