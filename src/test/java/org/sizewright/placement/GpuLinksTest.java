package org.sizewright.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Schemes;
import org.sizewright.placement.GpuNeed.Joining;

/** Groups of joined GPUs: frankdenneman.nl/2026-03-31-Topology-Aware-Multi-GPU-VM-Placement and 2026-03-27 of the same series. */
class GpuLinksTest {
    private static final HostSpec BOARD =
            new HostSpec("board", 8, Optional.of(Schemes.h100()), 64, 512, 0, Set.of()).withLinks(GpuLinks.board());

    private static VmClass machines(String id, int count, int gpus, Joining joining) {
        return VmClass.of(id, count, new GpuNeed.Whole(gpus, joining), 2, 8);
    }

    /** Fabric Manager offers partitions of 1, 2, 4 and 8; a bridge joins no more than it spans. */
    @ParameterizedTest
    @CsvSource({
        "BOARD, 1, true, true", "BOARD, 2, true, true", "BOARD, 3, false, false", "BOARD, 4, true, true",
        "BOARD, 5, false, false", "BOARD, 6, false, false", "BOARD, 7, false, false", "BOARD, 8, true, true",
        "PAIRS, 2, true, true", "PAIRS, 4, true, false", "NONE, 1, true, true", "NONE, 2, true, false"
    })
    void whichNumbersAreJoined(String host, int gpus, boolean whereLinked, boolean always) {
        GpuLinks links = switch (host) {
            case "BOARD" -> GpuLinks.board();
            case "PAIRS" -> GpuLinks.pairs();
            default -> GpuLinks.none();
        };
        assertThat(links.allows(new GpuNeed.Whole(gpus, Joining.WHERE_LINKED))).isEqualTo(whereLinked);
        assertThat(links.allows(new GpuNeed.Whole(gpus, Joining.ALWAYS))).isEqualTo(always);
        assertThat(links.allows(new GpuNeed.Whole(gpus))).isTrue();
    }

    /** Two pairs go into one half, so that the other stays free for four. */
    @Test
    void smallGroupsAreTakenWhereTheyBreakUpLeast() {
        GpuLinks links = GpuLinks.board();
        BitSet free = new BitSet();
        free.set(0, 8);
        assertThat(links.group(free, 2)).containsExactly(0, 1);
        free.clear(0, 2);
        assertThat(links.group(free, 2)).containsExactly(2, 3);
        assertThat(links.loose(free, 3)).containsExactly(2, 3, 4);
        assertThat(links.freeGroups(free, 4)).isEqualTo(1);
        free.clear(5);
        assertThat(links.group(free, 4)).isEmpty();
    }

    @Test
    void aNumberThatNoPartitionHasIsRefusedWithARemedy() {
        PlacementProblem problem = Problems.of(BOARD, 1, Policy.simple(), machines("six", 1, 6, Joining.WHERE_LINKED));
        assertThat(FirstFitPlacer.standard().place(problem).refused().getFirst().reason())
                .isEqualTo(new RefusedVm.Reason(
                        RefusedVm.Binding.LINKS,
                        "Its 6 GPUs are to be joined by links; these hosts join 2, 4 or 8 of theirs. Take so many, or let its"
                                + " GPUs lie anywhere."));
    }

    /** One MIG machine breaks up one half; four joined GPUs are in the other. */
    @Test
    void sharesOfGpusStayInOneHalf() {
        PlacementProblem problem = Problems.of(
                BOARD,
                1,
                Policy.simple().withAssignment(Policy.Assignment.PERFORMANCE),
                Problems.mig("notebook", 3, "3g.40gb"),
                machines("four", 1, 4, Joining.ALWAYS));
        Placement placement = FirstFitPlacer.standard().place(problem);
        assertThat(placement.isComplete()).isTrue();
        assertThat(PlacementChecker.check(problem, placement)).isEmpty();
    }

    @Test
    void theCheckerFindsGpusThatAreNoGroup() {
        PlacementProblem problem = Problems.of(BOARD, 1, Policy.simple(), machines("pair", 1, 2, Joining.WHERE_LINKED));
        for (int first = 0; first < 7; first++) {
            PlacedVm vm = new PlacedVm(
                    "pair",
                    1,
                    0,
                    List.of(
                            new GpuSlot(first, PartitionMode.FULL, PartitionScheme.WHOLE, 0),
                            new GpuSlot(first + 1, PartitionMode.FULL, PartitionScheme.WHOLE, 0)));
            assertThat(PlacementChecker.check(problem, new Placement(List.of(vm), List.of(), List.of())))
                    .extracting(Violation::kind)
                    .isEqualTo(first % 2 == 0 ? List.of() : List.of(Violation.Kind.LINKS));
        }
    }
}
