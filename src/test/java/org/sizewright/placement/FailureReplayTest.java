package org.sizewright.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.Schemes;
import org.sizewright.plan.Survival;

class FailureReplayTest {
    private final HostSpec host = HostSpec.of("h100x2", 2, Schemes.h100(), 64, 512);
    private final FailureReplay replay = FailureReplay.standard();

    @Test
    void anEmptyEqualHostTakesEverythingOver() {
        PlacementProblem problem = Problems.of(host, 2, one(), Problems.whole("train", 2, 1));
        Resilience resilience = replay.replay(problem, FirstFitPlacer.standard().place(problem));
        assertThat(resilience.isSurvived()).isTrue();
        assertThat(resilience.verdict()).isEqualTo("Survives any host failure.");
        assertThat(resilience.verdict(2))
                .as("of machines without a place it says nothing")
                .isEqualTo("2 machines have no place.");
    }

    /** Enough room by count, none in shape: each survivor GPU has four free slices, but 4g starts at 0 only. */
    @Test
    void roomByCountIsNotRoomInShape() {
        PlacementProblem problem = Problems.of(
                HostSpec.of("one", 1, Schemes.h100(), 64, 512), 2, one(), Problems.mig("big", 2, "4g.40gb"));
        Resilience resilience = replay.replay(problem, FirstFitPlacer.standard().place(problem));
        assertThat(resilience.notSurvived()).hasSize(2);
        RefusedVm lost = resilience.notSurvived().getFirst().lost().getFirst();
        assertThat(lost.reason().binding()).isEqualTo(RefusedVm.Binding.GPU_SLICES);
        assertThat(resilience.verdict())
                .startsWith(
                        "Does not survive every host failure: for 2 of 2 failures no restart was found, and none is ruled out")
                .contains("1 × big");
    }

    @Test
    void aBusyGpuKeepsItsMode() {
        HostSpec one = HostSpec.of("one", 1, Schemes.h100(), 64, 512);
        PlacementProblem problem =
                Problems.of(one, 2, one(), Problems.mig("a", 1, "1g.10gb"), Problems.vgpu("b", 1, "8C"));
        Placement placement = new Placement(
                List.of(
                        placed("a", 1, 0, PartitionMode.MIG, "1g.10gb", 0),
                        placed("b", 1, 1, PartitionMode.EQUAL_SIZE, "8C", 0)),
                List.of(),
                List.of());
        assertThat(PlacementChecker.check(problem, placement)).isEmpty();
        assertThat(replay.replay(problem, placement).notSurvived()).hasSize(2);
    }

    @Test
    void thoseThatMayStayDownDoNotCount() {
        PlacementProblem problem =
                Problems.of(host, 1, one(), Problems.whole("batch", 1, 1).withSurvival(Survival.MAY_STAY_DOWN));
        HostFailure failure = replay.replay(problem, FirstFitPlacer.standard().place(problem))
                .failures()
                .getFirst();
        assertThat(failure.isSurvived()).isTrue();
        assertThat(failure.down()).hasSize(1);
        assertThat(failure.down().getFirst().reason().binding()).isEqualTo(RefusedVm.Binding.NO_HOST);
    }

    @Test
    void evictableMachinesMakeRoomAndOnlyAsManyAsNeeded() {
        PlacementProblem problem = Problems.of(
                host,
                2,
                one(),
                Problems.whole("prod", 1, 1),
                Problems.whole("scratch", 3, 1).withSurvival(Survival.MAY_BE_EVICTED));
        Placement placement = FirstFitPlacer.standard().place(problem);
        Resilience resilience = replay.replay(problem, placement);
        assertThat(resilience.isSurvived()).isTrue();
        int home = placement.placed().stream()
                .filter(vm -> vm.vmClass().equals("prod"))
                .findFirst()
                .orElseThrow()
                .host();
        HostFailure failure = resilience.failures().get(home);
        assertThat(failure.evicted()).hasSize(1);
        assertThat(failure.down()).hasSize(1);
        assertThat(PlacementChecker.check(problem, placement, failure)).isEmpty();
    }

    @Test
    void staticPassthroughDoesNotRestart() {
        PlacementProblem problem =
                Problems.of(host, 2, one(), Problems.whole("pass", 1, 1).withRestartable(false));
        HostFailure failure = replay.replay(problem, FirstFitPlacer.standard().place(problem))
                .failures()
                .getFirst();
        assertThat(failure.lost().getFirst().reason().binding()).isEqualTo(RefusedVm.Binding.NOT_RESTARTABLE);
        assertThat(failure.certainty()).isEqualTo(HostFailure.Certainty.RULED_OUT);
        assertThat(replay.replay(problem, FirstFitPlacer.standard().place(problem))
                        .verdict())
                .contains("for 1 of 2 failures it is proven that not everything can restart");
        assertThat(HostCountSearch.standard().search(problem, 0, 9).proof()).isInstanceOf(Proof.CannotFit.class);
    }

    @Test
    void twoFailuresAtOnceAreAllPairs() {
        PlacementProblem problem = Problems.of(host, 4, Policy.simple().withFailures(2), Problems.whole("a", 4, 1));
        Resilience resilience = replay.replay(problem, FirstFitPlacer.standard().place(problem));
        assertThat(resilience.failures()).hasSize(6);
        assertThat(resilience.verdict()).isEqualTo("Survives any 2 host failures.");
    }

    /** N + k identical hosts are exactly enough: 3 hosts carry it, so 4 and 5. */
    @Test
    void theFewestHostsGrowByTheNumberOfFailures() {
        for (int failures = 0; failures <= 2; failures++) {
            PlacementProblem problem = Problems.of(
                    host,
                    0,
                    Policy.simple().withFailures(failures),
                    Problems.whole("a", 5, 1),
                    Problems.mig("b", 1, "3g.40gb"));
            Proof proof = HostCountSearch.standard().search(problem, 0, 9).proof();
            assertThat(proof).isInstanceOf(Proof.Optimal.class);
            assertThat(((Proof.Optimal) proof).hosts()).isEqualTo(3 + failures);
        }
    }

    /** Those that may stay down need no spare host. */
    @Test
    void noSpareForThoseThatMayStayDown() {
        PlacementProblem problem =
                Problems.of(host, 0, one(), Problems.whole("a", 4, 1).withSurvival(Survival.MAY_STAY_DOWN));
        Proof proof = HostCountSearch.standard().search(problem, 0, 9).proof();
        assertThat(((Proof.Optimal) proof).hosts()).isEqualTo(2);
    }

    @Test
    void labelsHoldOnRestart() {
        HostSpec secure = new HostSpec("secure", 2, Optional.of(Schemes.h100()), 64, 512, 0, Set.of("secure"));
        PlacementProblem problem = new PlacementProblem(
                List.of(new HostGroupSpec(secure, 1), new HostGroupSpec(host, 3)),
                List.of(Problems.whole("a", 1, 1).withLabels(Set.of("secure"))),
                one());
        Resilience resilience = replay.replay(problem, FirstFitPlacer.standard().place(problem));
        assertThat(resilience
                        .notSurvived()
                        .getFirst()
                        .lost()
                        .getFirst()
                        .reason()
                        .binding())
                .isEqualTo(RefusedVm.Binding.LABEL);
    }

    private static Policy one() {
        return Policy.simple().withFailures(1);
    }

    private static PlacedVm placed(String id, int number, int host, PartitionMode mode, String profile, int start) {
        return new PlacedVm(id, number, host, List.of(new GpuSlot(0, mode, profile, start)));
    }
}
