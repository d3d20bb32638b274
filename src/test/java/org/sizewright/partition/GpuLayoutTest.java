package org.sizewright.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GpuLayoutTest {
    private final PartitionScheme h100 = Schemes.mig(Schemes.h100());
    private final PartitionScheme same = Schemes.l40s().equalSize().orElseThrow();
    private final PartitionScheme mixed = Schemes.l40s().mixedSize().orElseThrow();

    @Test
    void sevenSmallestInstancesLeaveTheEighthMemorySliceStranded() {
        GpuLayout layout = GpuLayout.empty(h100);
        for (int start = 0; start < 7; start++) {
            layout = layout.place("1g.10gb", start);
        }
        assertThat(layout.freeStarts("1g.10gb")).isEmpty();
        assertThat(layout.freeUnits()).isEqualTo(1);
        assertThat(layout.stranded(Schemes.profiles(h100))).isEqualTo(1);
        assertThat(Schemes.h100().gib(h100, 1)).isEqualTo(10.0);
    }

    @Test
    void aBadStartBlocksAProfileThatAGoodOneLeavesRoomFor() {
        GpuLayout bad = GpuLayout.empty(h100).place("1g.10gb", 5);
        assertThat(bad.freeStarts("3g.40gb")).containsExactly(0);
        assertThat(bad.stranded(Set.of("3g.40gb"))).isEqualTo(2);
        GpuLayout good = GpuLayout.empty(h100).place("3g.40gb", 4);
        assertThat(good.freeStarts("4g.40gb")).containsExactly(0);
    }

    /** The first 3g instance lands at 4 (Denneman, vSphere power-on order). */
    @Test
    void bestStartOfTheFirst3gKeepsRoomFor4g() {
        assertThat(GpuLayout.empty(h100).bestStart("3g.40gb", Set.of("3g.40gb", "4g.40gb")))
                .hasValue(4);
        // at 6 the eighth slice would be lost, which only a 3g at 4 can use
        assertThat(GpuLayout.empty(h100).bestStart("1g.10gb", Set.of("1g.10gb", "3g.40gb")))
                .hasValue(0);
    }

    @Test
    void aGpuCarriesAtMostOneMediaInstance() {
        GpuLayout layout = GpuLayout.empty(h100).place("1g.10gb+me", 0);
        assertThat(layout.freeStarts("1g.10gb+me")).isEmpty();
        assertThat(layout.freeStarts("1g.10gb")).hasSize(6);
        assertThatThrownBy(() -> layout.place("1g.10gb+me", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever lies there: a start is refused with a reason exactly where nothing can be placed. */
    @Test
    void aRefusalNamesWhatIsInTheWay() {
        GpuLayout layout =
                GpuLayout.empty(h100).place("3g.40gb", 0).place("1g.10gb+me", 4).place("1g.10gb", 5);
        assertThat(layout.refusal("4g.40gb", 0))
                .contains(new Refusal.Overlap(layout.parts().getFirst()));
        assertThat(layout.refusal("1g.10gb+me", 6))
                .contains(new Refusal.GroupTaken(layout.parts().get(1)));
        assertThat(layout.refusal("2g.20gb", 1)).contains(new Refusal.NoSuchStart());
        assertThat(layout.refusal("9g.90gb", 0)).contains(new Refusal.NoSuchProfile());
        assertThat(layout.refusal("1g.20gb", 6)).isEmpty();
        assertThat(GpuLayout.empty(same).place("16C", 0).refusal("8C", 16))
                .contains(new Refusal.OtherSize(new GpuLayout.Part("16C", 0, 16)));
        for (PartitionScheme scheme : List.of(h100, Schemes.a30().mig().orElseThrow(), same)) {
            Set<String> few =
                    scheme.slices().stream().limit(4).map(Slice::profile).collect(Collectors.toSet());
            for (GpuLayout each : LayoutEnumeration.all(scheme, few)) {
                for (Slice slice : scheme.slices()) {
                    for (int start = 0; start < scheme.units(); start++) {
                        assertThat(each.refusal(slice.profile(), start).isEmpty())
                                .isEqualTo(each.canPlace(slice.profile(), start));
                    }
                }
            }
        }
    }

    /** vGPU user guide, 48 GB: 16 GB types 3 at same size, 2 at mixed size; 8 GB types 6 and 4. */
    @Test
    void mixedSizeCarriesFewerOfTheSizesThatDoNotDivideEvenly() {
        assertThat(filled(same, "16C")).isEqualTo(3);
        assertThat(filled(mixed, "16C")).isEqualTo(2);
        assertThat(filled(same, "8C")).isEqualTo(6);
        assertThat(filled(mixed, "8C")).isEqualTo(4);
        assertThat(filled(same, "12C")).isEqualTo(filled(mixed, "12C")).isEqualTo(4);
    }

    @Test
    void mixedSizeTakesASmallOneBetweenTwoLargeOnes() {
        GpuLayout layout = GpuLayout.empty(mixed).place("16C", 0).place("16C", 32);
        assertThat(layout.freeStarts("8C")).containsExactly(16, 24);
        assertThat(layout.freeStarts("16C")).isEmpty();
        assertThat(layout.stranded(Set.of("16C"))).isEqualTo(16);
    }

    @Test
    void sameSizeLocksTheSizeAndNotTheSeries() {
        GpuLayout layout = GpuLayout.empty(same).place("16C", 0);
        assertThat(layout.freeStarts("8C")).isEmpty();
        assertThat(layout.freeStarts("16Q")).containsExactly(16, 32);
        assertThat(layout.stranded(Set.of("8C"))).isEqualTo(32);
    }

    @Test
    void placingAndRemovingGivesTheSameLayoutBack() {
        GpuLayout one = GpuLayout.empty(h100).place("3g.40gb", 4);
        assertThat(one.place("2g.20gb", 0).remove(0)).isEqualTo(one);
        assertThat(one.parts()).isEqualTo(List.of(new GpuLayout.Part("3g.40gb", 4, 4)));
        assertThatThrownBy(() -> one.remove(0)).hasMessageContaining("nothing starts");
    }

    @Test
    void refusesASchemeThatReachesPastItsEnd() {
        assertThatThrownBy(() -> PartitionScheme.mig(8, List.of(Slice.of("3g", 4, List.of(0, 6), 2))))
                .hasMessageContaining("longer than the GPU");
    }

    private static int filled(PartitionScheme scheme, String profile) {
        GpuLayout layout = GpuLayout.empty(scheme);
        while (!layout.freeStarts(profile).isEmpty()) {
            layout = layout.place(
                    profile, layout.bestStart(profile, Set.of(profile)).orElseThrow());
        }
        return layout.parts().size();
    }
}
