package org.sizewright.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.placement.FirstFitPlacer;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.LowerBound;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy;
import org.sizewright.placement.Proof;
import org.sizewright.placement.Resilience;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.Survival;

class ProvenHostsTest {
    private static final int MOST = 40;

    private final HostSearch proven = ProvenHosts.orFirstFit(1, () -> false);

    /** With and without failures, with given hosts beside, every proof holds and the machines survive what they must. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void proofsHoldAndPlacementsSurvive(int failures) {
        int optimal = 0;
        for (int seed = 0; seed < 25; seed++) {
            Random random = new Random(1_000 * failures + seed);
            PlacementProblem problem = SmallClusters.draw(random, 3 + random.nextInt(12));
            HostSpec host = problem.groups().getFirst().host();
            HostSpec given = new HostSpec(
                    "given", host.gpus(), host.geometry(), host.vcpu() / 2, host.memoryGib(), 0, host.labels());
            if (seed % 3 == 0) {
                problem = new PlacementProblem(
                        List.of(new HostGroupSpec(given, 1), new HostGroupSpec(host, 0)),
                        problem.vms(),
                        problem.policy());
            }
            int group = problem.groups().size() - 1;
            problem = problem.withPolicy(problem.policy().withFailures(failures));
            HostSearch.Answer answer = proven.search(problem, group, MOST);
            switch (answer.proof()) {
                case Proof.Optimal found -> {
                    optimal++;
                    assertThat(ProofCheck.check(problem, group, found.bound(), Budget.of(20, 60)))
                            .as("seed %s: %s", seed, found.words())
                            .isEmpty();
                }
                case Proof.Between between ->
                    assertThat(ProofCheck.check(problem, group, between.bound(), Budget.of(20, 60)))
                            .as("seed %s: %s", seed, between.words())
                            .isEmpty();
                case Proof.Mixture mixture -> throw new AssertionError(mixture.words());
                case Proof.NotFound open -> throw new AssertionError(open.words());
                case Proof.CannotFit impossible -> throw new AssertionError(impossible.words());
            }
            assertThat(PlacementChecker.check(
                            answer.problem(), answer.placement().orElseThrow()))
                    .as("seed %s", seed)
                    .isEmpty();
            assertThat(answer.resilience().orElseThrow().isSurvived()).isTrue();
        }
        // without failures and given hosts nothing is left open
        assertThat(optimal).isGreaterThanOrEqualTo(failures == 0 ? 25 : 17);
    }

    /** Four machines that fill two thirds of a host each: the sum asks for three hosts, four are needed. */
    @Test
    void whereTheSumIsNotEnoughPricesOrTrialsAre() {
        PlacementProblem problem = new PlacementProblem(
                List.of(new HostGroupSpec(HostSpec.of("host", 2, SmallClusters.H100, 30, 300), 0)),
                List.of(
                        VmClass.of("a", 2, new GpuNeed.Mig("3g.40gb"), 20, 10),
                        VmClass.of("b", 2, new GpuNeed.Mig("1g.10gb"), 19, 10)),
                Policy.simple());
        HostSearch.Answer answer = proven.search(problem, 0, MOST);
        assertThat(answer.proof()).isInstanceOfSatisfying(Proof.Optimal.class, found -> {
            assertThat(found.hosts()).isEqualTo(4);
            assertThat(found.words()).contains("Fewer cannot");
        });
    }

    /** One more host than a proof says must be refused by its check. */
    @Test
    void aStretchedBoundIsRefused() {
        int refused = 0;
        for (int seed = 0; seed < 12; seed++) {
            PlacementProblem problem = SmallClusters.draw(new Random(500 + seed), 12);
            ExactPlacer.Outcome outcome =
                    ExactPlacer.load().orElseThrow().cheapest(problem, List.of(HostChoice.any(1)), Budget.of(20, 60));
            int hosts = (int) outcome.bound();
            LowerBound stretched = switch (outcome.argument()) {
                case Argument.Weights weights ->
                    new LowerBound.Prices(weights.weights(), weights.heaviest().getFirst(), 0, 0, hosts + 1, "");
                case Argument.Tried tried -> new LowerBound.Exhausted(0, hosts + 1, "");
                case Argument.None none -> new LowerBound.Exhausted(0, hosts + 1, "");
                case Argument.Nowhere nowhere -> throw new AssertionError(nowhere.vmClass());
            };
            assertThat(ProofCheck.check(problem, 0, stretched, Budget.of(20, 60)))
                    .as("seed %s", seed)
                    .isNotEmpty();
            refused++;
        }
        assertThat(refused).isEqualTo(12);
    }

    /** What may be evicted needs no spare: 2 hosts for what must restart, with the third hosting what goes first. */
    @Test
    void evictableMachinesRunOnSpares() {
        VmClass must = VmClass.of("must", 4, new GpuNeed.Whole(1), 4, 16);
        VmClass may = VmClass.of("may", 2, new GpuNeed.Whole(1), 4, 16).withSurvival(Survival.MAY_BE_EVICTED);
        PlacementProblem problem = new PlacementProblem(
                List.of(new HostGroupSpec(HostSpec.of("host", 2, SmallClusters.H100, 32, 300), 0)),
                List.of(must, may),
                Policy.simple().withFailures(1));
        assertThat(proven.search(problem, 0, MOST).proof())
                .isInstanceOfSatisfying(
                        Proof.Optimal.class, found -> assertThat(found.hosts()).isEqualTo(3));
    }

    /** The clock does not decide: the same question has the same answer, machine by machine. */
    @Test
    void theSameQuestionHasTheSameAnswer() {
        PlacementProblem problem = SmallClusters.draw(new Random(77), 40);
        assertThat(proven.search(problem, 0, MOST)).isEqualTo(proven.search(problem, 0, MOST));
    }

    @Test
    void aSearchThatNobodyWantsEndsWithWhatItHas() {
        PlacementProblem problem = SmallClusters.draw(new Random(77), 40);
        HostSearch.Answer answer = ProvenHosts.orFirstFit(1, () -> true).search(problem, 0, MOST);
        assertThat(answer.placement()).isPresent();
    }

    /** Five instances of half a GPU and one whole GPU on one host with three GPUs: the notebooks have nothing to do with it. */
    @Test
    void whatCannotFitTogetherIsNamedWithTheWaysOut() {
        PlacementProblem problem = new PlacementProblem(
                List.of(new HostGroupSpec(HostSpec.of("host", 3, SmallClusters.H100, 64, 512), 1)),
                List.of(
                        VmClass.of("halves", 5, new GpuNeed.Mig("3g.40gb"), 2, 8),
                        VmClass.of("whole", 1, new GpuNeed.Whole(1), 2, 8),
                        VmClass.of("plain", 3, new GpuNeed.None(), 2, 8)),
                Policy.simple());
        Proof why = proven.whyNot(problem, proven.place(problem)).orElseThrow();
        assertThat(why.words())
                .isEqualTo(
                        "5 × halves and 1 × whole cannot fit together on 1 host, however they are placed. Everything would fit"
                                + " with 1 fewer of halves, the smallest change, or with 1 fewer of whole, or with 1 more host.");
        PlacementProblem larger = problem.withHosts(0, 2);
        assertThat(proven.whyNot(larger, proven.place(larger))).isEmpty();
    }

    /** On small clusters the replay survives exactly where brute force restarts everything, and its plans are accepted. */
    @Test
    void aFailureIsSurvivedWhereBruteForceSurvivesIt() {
        int lost = 0;
        int survived = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(9_000 + seed);
            PlacementProblem problem =
                    SmallClusters.draw(random, 3 + random.nextInt(4)).withHosts(0, 2 + random.nextInt(2));
            problem = problem.withPolicy(problem.policy().withFailures(1));
            Placement placement = new FirstFitPlacer(seed, 0).place(problem);
            if (!placement.isComplete()) {
                continue;
            }
            Resilience resilience = proven.replay(problem, placement);
            for (HostFailure failure : resilience.failures()) {
                List<PlacedVm> running = placement.placed().stream()
                        .filter(vm -> !failure.hosts().contains(vm.host()))
                        .toList();
                assertThat(failure.isSurvived())
                        .as("seed %s, host %s", seed, failure.hosts())
                        .isEqualTo(
                                BruteForce.fitsWithout(problem, failure.hosts().getFirst(), running));
                assertThat(PlacementChecker.check(problem, placement, failure)).isEmpty();
                assertThat(failure.isRuledOut()).as("proven, seed %s", seed).isEqualTo(!failure.isSurvived());
                survived += failure.isSurvived() ? 1 : 0;
                lost += failure.isSurvived() ? 0 : 1;
            }
        }
        assertThat(survived).isGreaterThan(10);
        assertThat(lost).isGreaterThan(10);
    }
}
