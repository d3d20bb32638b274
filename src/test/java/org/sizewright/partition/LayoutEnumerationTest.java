package org.sizewright.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Counts found by an independent enumeration of the same placement tables. */
class LayoutEnumerationTest {
    private final PartitionScheme h100 = Schemes.mig(Schemes.h100());
    private final PartitionScheme a30 = Schemes.mig(Schemes.a30());
    private static final Set<String> BASE = Set.of("1g.10gb", "2g.20gb", "3g.40gb", "4g.40gb", "7g.80gb");

    @Test
    void sevenComputeSliceGpuWithoutTheDoubleMemoryProfile() {
        assertThat(LayoutEnumeration.all(h100, BASE)).hasSize(298);
        assertThat(LayoutEnumeration.maximal(h100, BASE)).hasSize(19);
        assertThat(LayoutEnumeration.maximalCounts(h100, BASE)).hasSize(12);
    }

    @Test
    void sevenComputeSliceGpuWithTheDoubleMemoryProfile() {
        Set<String> all = new HashSet<>(BASE);
        all.add("1g.20gb");
        assertThat(LayoutEnumeration.all(h100, all)).hasSize(723);
        assertThat(LayoutEnumeration.maximal(h100, all)).hasSize(78);
        assertThat(LayoutEnumeration.maximalCounts(h100, all)).hasSize(28);
    }

    @Test
    void a30() {
        assertThat(LayoutEnumeration.all(a30, Schemes.profiles(a30))).hasSize(26);
        assertThat(LayoutEnumeration.maximal(a30, Schemes.profiles(a30))).hasSize(5);
        assertThat(LayoutEnumeration.maximalCounts(a30, Schemes.profiles(a30))).hasSize(4);
    }

    @Test
    void aGeometryForEachOfTheCounts() {
        var geometries = LayoutEnumeration.geometries(h100, BASE);
        assertThat(geometries.stream().map(LayoutEnumeration::counts))
                .containsExactlyInAnyOrderElementsOf(LayoutEnumeration.maximalCounts(h100, BASE));
        assertThat(geometries.getFirst().parts()).containsExactly(new GpuLayout.Part("7g.80gb", 0, 8));
        assertThat(geometries.getLast().parts()).hasSize(7);
    }
}
