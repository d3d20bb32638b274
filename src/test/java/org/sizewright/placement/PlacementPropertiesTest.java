package org.sizewright.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sizewright.plan.Survival;

/** What holds for every problem, over seeded random ones. */
class PlacementPropertiesTest {
    private final FirstFitPlacer placer = new FirstFitPlacer(7, 20);
    private final FailureReplay replay = new FailureReplay(7, 20);

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void placedAndRefusedAreWhatWasAskedAndTheCheckerAcceptsIt(long seed) {
        PlacementProblem problem = Problems.random(seed);
        Placement placement = placer.place(problem);
        assertThat(placement.placed().size() + placement.refused().size()).isEqualTo(problem.vmCount());
        assertThat(PlacementChecker.check(problem, placement)).isEmpty();
        assertThat(placer.place(problem)).as("same seed, same placement").isEqualTo(placement);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void restartPlansAreAccepted(long seed) {
        PlacementProblem problem = Problems.random(seed);
        Placement placement = placer.place(problem);
        Resilience resilience = replay.replay(problem, placement);
        for (HostFailure failure : resilience.failures()) {
            assertThat(PlacementChecker.check(problem, placement, failure))
                    .as("%s", failure.hosts())
                    .isEmpty();
        }
        assertThat(replay.replayToFirstLoss(problem, placement).isSurvived()).isEqualTo(resilience.isSurvived());
    }

    /** With equal hosts added to the last group, the best of the same orders never refuses more of the first class to count. */
    @ParameterizedTest
    @MethodSource("seeds")
    void moreHostsNeverPlaceFewer(long seed) {
        PlacementProblem problem = Problems.random(seed);
        int last = problem.groups().size() - 1;
        PlacementProblem more =
                problem.withHosts(last, problem.groups().get(last).count() + 1 + (int) (seed % 3));
        assertThat(Arrays.compare(refusedBySurvival(more), refusedBySurvival(problem)))
                .isLessThanOrEqualTo(0);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSearchedHostCountIsAcceptedWithItsBound(long seed) {
        PlacementProblem problem = Problems.random(seed);
        HostCountSearch search = new HostCountSearch(placer, replay);
        HostSearch.Answer answer = search.search(problem, 0, 40);
        assertThat(answer.proof().words()).isNotBlank();
        switch (answer.proof()) {
            case Proof.Optimal optimal -> {
                assertThat(BoundChecker.check(problem, 0, optimal.bound())).isEmpty();
                assertThat(optimal.bound().hosts()).isEqualTo(optimal.hosts());
                assertFits(answer, optimal.hosts());
            }
            case Proof.Between between -> {
                assertThat(BoundChecker.check(problem, 0, between.bound())).isEmpty();
                assertThat(between.lower()).isLessThan(between.upper());
                assertFits(answer, between.upper());
            }
            case Proof.Mixture mixture -> throw new AssertionError(mixture.words());
            case Proof.NotFound open ->
                assertThat(BoundChecker.check(problem, 0, open.bound())).isEmpty();
            case Proof.CannotFit impossible -> {
                assertThat(answer.placement()).isEmpty();
                impossible
                        .bound()
                        .ifPresent(bound -> assertThat(BoundChecker.check(problem, 0, bound))
                                .isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyBoundHoldsAndOneMoreDoesNot(long seed) {
        PlacementProblem problem = Problems.random(seed);
        for (LowerBound bound : HostBounds.of(problem, 0)) {
            assertThat(BoundChecker.check(problem, 0, bound)).as(bound.words()).isEmpty();
            LowerBound stretched = switch (bound) {
                case LowerBound.Nothing nothing -> nothing;
                case LowerBound.HostWeights b ->
                    new LowerBound.HostWeights(
                            b.resource(), b.weights(), b.perHost(), b.elsewhere(), b.failures(), b.hosts() + 1, "");
                case LowerBound.Survivors b ->
                    new LowerBound.Survivors(b.resource(), b.weights(), b.perHost(), b.failures(), b.hosts() + 1, "");
                case LowerBound.GpuCount b ->
                    new LowerBound.GpuCount(
                            b.classes(), b.wholeGpus(), b.terms(), b.elsewhere(), b.failures(), b.hosts() + 1, "");
                case LowerBound.Prices b ->
                    new LowerBound.Prices(b.weights(), b.perHost(), b.elsewhere(), b.failures(), b.hosts() + 1, "");
                case LowerBound.Exhausted b -> new LowerBound.Exhausted(b.failures(), b.hosts() + 1, "");
                case LowerBound.NoRestart b -> new LowerBound.NoRestart(b.failures(), b.hosts() + 1, "");
                case LowerBound.PinnedHost b -> new LowerBound.PinnedHost(b.hosts() + 1, "");
            };
            if (stretched.hosts() > 0) {
                assertThat(BoundChecker.check(problem, 0, stretched)).isNotEmpty();
            }
        }
    }

    /** What is really placed and survives can never contradict a bound. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noBoundExceedsWhatIsEnough(long seed) {
        PlacementProblem problem = Problems.random(seed).withHosts(0, 4 + (int) (seed % 5));
        Placement placement = placer.place(problem);
        if (placement.isComplete() && replay.replay(problem, placement).isSurvived()) {
            for (LowerBound bound : HostBounds.of(problem, 0)) {
                assertThat(bound.hosts())
                        .as(bound.words())
                        .isLessThanOrEqualTo(problem.groups().getFirst().count());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBoundWithASmallerHostOrGpuIsRefused(long seed) {
        PlacementProblem problem = Problems.random(seed);
        for (LowerBound bound : HostBounds.of(problem, 0)) {
            if (bound instanceof LowerBound.HostWeights b
                    && b.weights().values().stream().allMatch(w -> w == 1)) {
                LowerBound shrunk = new LowerBound.HostWeights(
                        b.resource(), b.weights(), b.perHost() - 1, b.elsewhere(), b.failures(), b.hosts(), "");
                assertThat(BoundChecker.check(problem, 0, shrunk)).isNotEmpty();
            } else if (bound instanceof LowerBound.GpuCount b && !b.terms().isEmpty()) {
                LowerBound.GpuTerm term = b.terms().getFirst();
                LowerBound doubled = new LowerBound.GpuCount(
                        b.classes(),
                        b.wholeGpus(),
                        List.of(term, new LowerBound.GpuTerm(term.mig(), term.weights(), term.perGpu(), term.gpus())),
                        b.elsewhere(),
                        b.failures(),
                        b.hosts(),
                        "");
                assertThat(BoundChecker.check(problem, 0, doubled)).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void figuresAddUp(long seed) {
        PlacementProblem problem = Problems.random(seed);
        Placement placement = placer.place(problem);
        PlacementFigures figures = PlacementFigures.of(problem, placement);
        assertThat(figures.gpusUsed() + figures.gpusFree() + figures.gpusSpare())
                .isEqualTo(problem.hosts().stream().mapToInt(HostSpec::gpus).sum());
        assertThat(figures.vmsByHost().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(placement.placed().size());
        assertThat(figures.strandedGib()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void theRandomProblemsAreVaried() {
        List<Placement> placements =
                seeds().mapToObj(seed -> placer.place(Problems.random(seed))).toList();
        assertThat(placements.stream().filter(Placement::isComplete).count()).isBetween(10L, 140L);
        assertThat(placements.stream()
                        .flatMap(placement -> placement.refused().stream())
                        .map(vm -> vm.reason().binding())
                        .distinct())
                .contains(
                        RefusedVm.Binding.PROFILE,
                        RefusedVm.Binding.LABEL,
                        RefusedVm.Binding.VCPU,
                        RefusedVm.Binding.GPU_SLICES,
                        RefusedVm.Binding.WHOLE_GPUS);
    }

    /** A placed machine that is moved to a random other place is refused, or the place was really free. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aMachineOnAnotherOnesPlaceIsRefused(long seed) {
        PlacementProblem problem = Problems.random(seed);
        Placement placement = placer.place(problem);
        List<PlacedVm> withGpu =
                placement.placed().stream().filter(vm -> !vm.gpus().isEmpty()).toList();
        if (withGpu.size() < 2) {
            return;
        }
        Random random = new Random(seed);
        PlacedVm moved = withGpu.get(random.nextInt(withGpu.size()));
        PlacedVm other = withGpu.get(random.nextInt(withGpu.size()));
        if (moved.equals(other)) {
            return;
        }
        List<PlacedVm> mutated = new ArrayList<>(placement.placed());
        mutated.set(mutated.indexOf(moved), new PlacedVm(moved.vmClass(), moved.number(), other.host(), other.gpus()));
        assertThat(PlacementChecker.check(problem, new Placement(mutated, placement.refused(), List.of())))
                .isNotEmpty();
    }

    private void assertFits(HostSearch.Answer answer, int hosts) {
        assertThat(answer.problem().groups().getFirst().count()).isEqualTo(hosts);
        Placement placement = answer.placement().orElseThrow();
        assertThat(placement.isComplete()).isTrue();
        assertThat(PlacementChecker.check(answer.problem(), placement)).isEmpty();
        Resilience resilience = answer.resilience().orElseThrow();
        assertThat(resilience.isSurvived()).isTrue();
        resilience
                .failures()
                .forEach(failure -> assertThat(PlacementChecker.check(answer.problem(), placement, failure))
                        .isEmpty());
    }

    private int[] refusedBySurvival(PlacementProblem problem) {
        int[] refused = new int[Survival.values().length];
        placer.place(problem)
                .refused()
                .forEach(vm -> refused[problem.vm(vm.vmClass()).survival().ordinal()]++);
        return refused;
    }
}
