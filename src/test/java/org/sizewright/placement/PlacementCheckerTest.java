package org.sizewright.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.Schemes;
import org.sizewright.placement.Violation.Kind;

/** One wrong placement for each rule. */
class PlacementCheckerTest {
    record Wrong(Kind kind, PlacementProblem problem, List<PlacedVm> placed) {}

    static Stream<Wrong> wrong() {
        HostSpec h100 = HostSpec.of("h100", 1, Schemes.h100(), 8, 32);
        HostSpec l40s = HostSpec.of("l40s", 1, Schemes.l40s(), 32, 256);
        PlacementProblem mig = Problems.of(h100, 2, Policy.simple(), Problems.mig("a", 2, "3g.40gb"));
        PlacementProblem media = Problems.of(h100, 1, Policy.simple(), Problems.mig("a", 2, "1g.10gb+me"));
        PlacementProblem mixture =
                Problems.of(l40s, 1, Policy.simple(), Problems.vgpu("a", 1, "16C"), Problems.vgpu("b", 1, "8C"));
        PlacementProblem mixed = mixture.withPolicy(Policy.simple().withVgpuMode(Policy.VgpuMode.MIXED_SIZE));
        VmClass heavy = VmClass.of("a", 2, new GpuNeed.None(), 5, 1);
        VmClass large = VmClass.of("a", 2, new GpuNeed.None(), 1, 17);
        VmClass secure = VmClass.of("a", 1, new GpuNeed.None(), 1, 1).withLabels(Set.of("secure"));
        PartitionMode same = PartitionMode.EQUAL_SIZE;
        PartitionMode ids = PartitionMode.MIXED_SIZE;
        return Stream.of(
                new Wrong(
                        Kind.OVERLAP,
                        mig,
                        List.of(
                                at("a", 1, 0, PartitionMode.MIG, "3g.40gb", 4),
                                at("a", 2, 0, PartitionMode.MIG, "3g.40gb", 4))),
                new Wrong(
                        Kind.START,
                        mig,
                        List.of(
                                at("a", 1, 0, PartitionMode.MIG, "3g.40gb", 2),
                                at("a", 2, 1, PartitionMode.MIG, "3g.40gb", 0))),
                new Wrong(Kind.ACCOUNT, mig, List.of(at("a", 1, 0, PartitionMode.MIG, "3g.40gb", 4))),
                new Wrong(
                        Kind.ACCOUNT,
                        mig,
                        List.of(
                                at("a", 1, 0, PartitionMode.MIG, "3g.40gb", 4),
                                at("a", 1, 1, PartitionMode.MIG, "3g.40gb", 4))),
                new Wrong(
                        Kind.UNKNOWN,
                        mig,
                        List.of(
                                at("a", 1, 0, PartitionMode.MIG, "3g.40gb", 4),
                                at("a", 2, 2, PartitionMode.MIG, "3g.40gb", 4))),
                new Wrong(
                        Kind.NEED,
                        mig,
                        List.of(
                                at("a", 1, 0, PartitionMode.MIG, "3g.40gb", 4),
                                at("a", 2, 1, PartitionMode.MIG, "2g.20gb", 4))),
                new Wrong(
                        Kind.NEED,
                        mig,
                        List.of(at("a", 1, 0, PartitionMode.MIG, "3g.40gb", 4), new PlacedVm("a", 2, 1, List.of()))),
                new Wrong(
                        Kind.MAXIMUM,
                        media,
                        List.of(
                                at("a", 1, 0, PartitionMode.MIG, "1g.10gb+me", 0),
                                at("a", 2, 0, PartitionMode.MIG, "1g.10gb+me", 1))),
                new Wrong(
                        Kind.SIZE_LOCK, mixture, List.of(at("a", 1, 0, same, "16C", 0), at("b", 1, 0, same, "8C", 16))),
                new Wrong(Kind.MODE, mixture, List.of(at("a", 1, 0, ids, "16C", 0), at("b", 1, 0, ids, "8C", 16))),
                new Wrong(Kind.MODE, mixed, List.of(at("a", 1, 0, same, "16C", 0), at("b", 1, 0, ids, "8C", 16))),
                new Wrong(Kind.START, mixed, List.of(at("a", 1, 0, ids, "16C", 0), at("b", 1, 0, ids, "8C", 32))),
                new Wrong(Kind.VCPU, Problems.of(h100, 1, Policy.simple(), heavy), List.of(bare("a", 1), bare("a", 2))),
                new Wrong(
                        Kind.MEMORY, Problems.of(h100, 1, Policy.simple(), large), List.of(bare("a", 1), bare("a", 2))),
                new Wrong(
                        Kind.NICS,
                        Problems.of(
                                HostSpec.of("h100", 2, Schemes.h100(), 64, 256).withNics(Optional.of(1)),
                                1,
                                Policy.simple(),
                                Problems.whole("a", 2, 1).withGpu(new GpuNeed.Whole(1).withNics(true))),
                        List.of(
                                at("a", 1, 0, PartitionMode.FULL, "whole", 0),
                                new PlacedVm("a", 2, 0, List.of(new GpuSlot(1, PartitionMode.FULL, "whole", 0))))),
                new Wrong(Kind.LABEL, Problems.of(h100, 1, Policy.simple(), secure), List.of(bare("a", 1))));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesEachKindOfError(Wrong wrong) {
        assertThat(PlacementChecker.check(wrong.problem(), new Placement(wrong.placed(), List.of(), List.of())))
                .extracting(Violation::kind)
                .contains(wrong.kind());
    }

    @Test
    void acceptsMixedSizeAtItsPlacementIds() {
        Wrong mixed =
                wrong().filter(wrong -> wrong.kind() == Kind.START).toList().getLast();
        List<PlacedVm> right = new ArrayList<>(mixed.placed());
        right.set(1, at("b", 1, 0, PartitionMode.MIXED_SIZE, "8C", 24));
        assertThat(PlacementChecker.check(mixed.problem(), new Placement(right, List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void refusesRestartPlansThatMoveOrStopWhatTheyMustNot() {
        HostSpec host = HostSpec.of("h100", 1, Schemes.h100(), 64, 256);
        PlacementProblem problem = Problems.of(host, 3, Policy.simple().withFailures(1), Problems.whole("a", 2, 1));
        Placement before = new Placement(List.of(whole(1, 0), whole(2, 1)), List.of(), List.of());
        assertThat(kinds(problem, before, List.of(whole(1, 2)), List.of())).isEmpty();
        assertThat(kinds(problem, before, List.of(whole(1, 0)), List.of())).contains(Kind.RESTART);
        assertThat(kinds(problem, before, List.of(whole(1, 1)), List.of())).contains(Kind.OVERLAP);
        assertThat(kinds(problem, before, List.of(), List.of())).contains(Kind.ACCOUNT);
        assertThat(kinds(problem, before, List.of(whole(1, 2)), List.of(whole(2, 1))))
                .contains(Kind.RESTART);
    }

    private static List<Kind> kinds(
            PlacementProblem problem, Placement before, List<PlacedVm> restarted, List<PlacedVm> evicted) {
        HostFailure failure = new HostFailure(List.of(0), restarted, evicted, List.of(), List.of());
        return PlacementChecker.check(problem, before, failure).stream()
                .map(Violation::kind)
                .toList();
    }

    private static PlacedVm whole(int number, int host) {
        return at("a", number, host, PartitionMode.FULL, "whole", 0);
    }

    private static PlacedVm at(String id, int number, int host, PartitionMode mode, String profile, int start) {
        return new PlacedVm(id, number, host, List.of(new GpuSlot(0, mode, profile, start)));
    }

    private static PlacedVm bare(String id, int number) {
        return new PlacedVm(id, number, 0, List.of());
    }
}
