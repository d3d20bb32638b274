package org.sizewright.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Schemes;

class PinningTest {
    private static final HostSpec HOST = new HostSpec("g", 2, Optional.of(Schemes.h100()), 64, 512, 0, Set.of());

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @Test
    void aPinnedMachineStaysAndTheOthersGoAroundIt() {
        PlacementProblem problem = Problems.of(HOST, 3, Policy.simple(), Problems.mig("a", 4, "3g.40gb"))
                .withPins(List.of(mig("a", 2, 2, 1, "3g.40gb", 4)));
        Placement placement = FirstFitPlacer.standard().place(problem);
        assertThat(placement.isComplete()).isTrue();
        assertThat(placement.placed())
                .contains(new PlacedVm("a", 2, 2, List.of(new GpuSlot(1, PartitionMode.MIG, "3g.40gb", 4))));
        assertThat(PlacementChecker.check(problem, placement)).isEmpty();
        assertThat(placement.placed().stream().filter(vm -> vm.host() == 0)).hasSize(3);
    }

    @Test
    void theCheckerFindsAPinnedMachineThatWasMoved() {
        PlacementProblem free = Problems.of(HOST, 3, Policy.simple(), Problems.mig("a", 1, "3g.40gb"));
        Placement placement = FirstFitPlacer.standard().place(free);
        assertThat(PlacementChecker.check(free.withPins(List.of(mig("a", 1, 2, 1, "3g.40gb", 4))), placement))
                .extracting(Violation::kind)
                .containsExactly(Violation.Kind.PIN);
    }

    @Test
    void aPinThatDoesNotHoldSaysWhyAndItsMachineIsPlacedLikeAnyOther() {
        PlacementProblem free = Problems.of(
                HOST,
                2,
                Policy.simple(),
                Problems.mig("a", 2, "3g.40gb"),
                Problems.whole("b", 1, 2),
                Problems.mig("l", 1, "1g.10gb").withLabels(Set.of("secure")));
        PlacementProblem problem = free.withPins(List.of(
                mig("gone", 1, 0, 0, "3g.40gb", 0),
                mig("a", 3, 0, 0, "3g.40gb", 0),
                mig("a", 1, 5, 0, "3g.40gb", 0),
                mig("a", 2, 1, 0, "2g.20gb", 0),
                new PinnedVm("b", 1, 0, 0, List.of(whole(0), whole(7))),
                mig("l", 1, 0, 0, "1g.10gb", 0)));
        assertThat(Pinning.of(problem).kept()).isEmpty();
        assertThat(Pinning.of(problem).unused())
                .extracting(Pinning.Unused::words)
                .containsExactly(
                        "There is no such machine any more.",
                        "There are only 2 machines of this kind.",
                        "There are only 2 hosts of this kind.",
                        "The machine asks for 3g.40gb now.",
                        "The host has only 2 GPUs.",
                        "The host does not carry the labels that the machine needs.");
        assertThat(FirstFitPlacer.standard().place(problem))
                .isEqualTo(FirstFitPlacer.standard().place(free));
        assertThat(PlacementChecker.pinned(problem)).isEmpty();
    }

    @Test
    void ofTwoPinsToOnePlaceTheFirstHolds() {
        PlacementProblem problem = Problems.of(HOST, 2, Policy.simple(), Problems.mig("a", 2, "3g.40gb"))
                .withPins(List.of(mig("a", 2, 1, 0, "3g.40gb", 4), mig("a", 1, 1, 0, "3g.40gb", 4)));
        assertThat(Pinning.of(problem).kept()).extracting(PlacedVm::number).containsExactly(2);
        assertThat(Pinning.of(problem).unused())
                .extracting(Pinning.Unused::words)
                .containsExactly("What is pinned before it leaves no room there.");
        assertThat(Pinning.of(problem).holds("a", 2)).isTrue();
        assertThat(Pinning.of(problem).holds("a", 1)).isFalse();
    }

    @Test
    void oneMachineIsPinnedOnce() {
        PlacementProblem free = Problems.of(HOST, 2, Policy.simple(), Problems.mig("a", 2, "3g.40gb"));
        List<PinnedVm> twice = List.of(mig("a", 1, 0, 0, "3g.40gb", 0), mig("a", 1, 1, 0, "3g.40gb", 0));
        assertThatThrownBy(() -> free.withPins(twice)).hasMessage("the pin of a#1 is there twice");
    }

    /** The last pinned host must be there, and the bound says so. */
    @Test
    void theFewestHostsReachToTheLastPin() {
        PlacementProblem problem = Problems.of(HOST, 0, Policy.simple(), Problems.mig("a", 4, "3g.40gb"))
                .withPins(List.of(mig("a", 1, 4, 0, "3g.40gb", 0)));
        HostSearch.Answer answer = HostCountSearch.first().search(problem, 0, 10);
        assertThat(answer.proof()).isInstanceOf(Proof.Optimal.class);
        assertThat(answer.proof().enough()).hasValue(5);
        assertThat(answer.proof().words()).contains("One machine is pinned by hand.", "a 1 is pinned to host 5");
        LowerBound bound = answer.proof().fromBelow().orElseThrow();
        assertThat(BoundChecker.check(problem, 0, bound)).isEmpty();
        assertThat(BoundChecker.check(problem, 0, new LowerBound.PinnedHost(6, "")))
                .extracting(Violation::kind)
                .containsExactly(Violation.Kind.BOUND);
        assertThat(BoundChecker.check(problem.withPins(List.of()), 0, bound)).isNotEmpty();
    }

    /** What is pinned is a wish for normal operation: after a failure it restarts where there is room. */
    @Test
    void aPinnedMachineRestartsElsewhere() {
        PlacementProblem problem = Problems.of(
                        HOST, 2, Policy.simple().withFailures(1), Problems.mig("a", 1, "3g.40gb"))
                .withPins(List.of(mig("a", 1, 1, 0, "3g.40gb", 0)));
        Placement placement = FirstFitPlacer.standard().place(problem);
        Resilience resilience = FailureReplay.standard().replay(problem, placement);
        assertThat(resilience.isSurvived()).isTrue();
        HostFailure failure = resilience.failures().get(1);
        assertThat(failure.restarted()).extracting(PlacedVm::host).containsExactly(0);
        assertThat(PlacementChecker.check(problem, placement, failure)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void placedAndRefusedAreWhatWasAskedAndPinsAreKeptOrRefused(long seed) {
        PlacementProblem free = Problems.random(seed);
        PlacementProblem problem = free.withPins(pins(free, new Random(seed)));
        Pinning pinning = Pinning.of(problem);
        assertThat(pinning.kept().size() + pinning.unused().size())
                .isEqualTo(problem.pins().size());
        assertThat(pinning.unused()).allMatch(unused -> !unused.words().isBlank());
        assertThat(pinning.kept()).isEqualTo(PlacementChecker.pinned(problem));
        Placement placement = new FirstFitPlacer(7, 5).place(problem);
        assertThat(placement.placed().size() + placement.refused().size()).isEqualTo(problem.vmCount());
        assertThat(placement.placed()).containsAll(pinning.kept());
        assertThat(PlacementChecker.check(problem, placement)).isEmpty();
        Placement spread = CopySpread.of(problem, placement);
        assertThat(PlacementChecker.check(problem, spread)).isEmpty();
        for (HostFailure failure :
                new FailureReplay(7, 5).replay(problem, placement).failures()) {
            assertThat(PlacementChecker.check(problem, placement, failure)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSearchedHostsKeepPinsAndTheirBound(long seed) {
        PlacementProblem free = Problems.random(seed);
        PlacementProblem problem = free.withPins(pins(free, new Random(seed)));
        HostSearch.Answer answer = HostCountSearch.first().search(problem, 0, 40);
        answer.placement()
                .ifPresent(placement -> assertThat(PlacementChecker.check(answer.problem(), placement))
                        .isEmpty());
        answer.proof()
                .fromBelow()
                .ifPresent(bound ->
                        assertThat(BoundChecker.check(problem, 0, bound)).isEmpty());
    }

    /** Some machines where first fit put them or one host on, some where nothing can be. */
    private static List<PinnedVm> pins(PlacementProblem problem, Random random) {
        List<PinnedVm> pins = new ArrayList<>();
        for (PlacedVm vm : new FirstFitPlacer(7, 0).place(problem).placed()) {
            if (random.nextInt(4) == 0) {
                int group = 0;
                while (group + 1 < problem.groups().size() && vm.host() >= problem.firstHost(group + 1)) {
                    group++;
                }
                int shifted = switch (random.nextInt(6)) {
                    case 0 -> 1;
                    case 1 -> 3;
                    default -> 0;
                };
                pins.add(new PinnedVm(
                        vm.vmClass(),
                        vm.number() + (random.nextInt(9) == 0 ? 20 : 0),
                        group,
                        vm.host() - problem.firstHost(group) + shifted,
                        vm.gpus()));
            }
        }
        return pins;
    }

    private static PinnedVm mig(String vmClass, int number, int host, int gpu, String profile, int start) {
        return new PinnedVm(vmClass, number, 0, host, List.of(new GpuSlot(gpu, PartitionMode.MIG, profile, start)));
    }

    private static GpuSlot whole(int gpu) {
        return new GpuSlot(gpu, PartitionMode.FULL, PartitionScheme.WHOLE, 0);
    }
}
