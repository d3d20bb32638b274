package org.sizewright.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.placement.CostBound;
import org.sizewright.placement.HostCountSearch;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostNumbers;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.MixChecker;
import org.sizewright.placement.MixQuestion;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Proof;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.HostObjective;
import org.sizewright.plan.Survival;

class MixedHostsTest {
    private static final int CLUSTERS = Integer.getInteger("sizewright.clusters", 200) / 5;
    private static final int MOST = 40;

    private final HostSearch proven = ProvenHosts.orFirstFit(1, () -> false);

    private static PlacementProblem draw(Random random, int failures, boolean given) {
        PlacementProblem drawn = SmallClusters.draw(random, 1 + random.nextInt(5));
        HostSpec host = drawn.groups().getFirst().host();
        HostSpec smaller = new HostSpec(
                "smaller",
                Math.max(1, host.gpus() - 1),
                host.geometry(),
                12 + random.nextInt(host.vcpu() - 11),
                48 + random.nextInt(host.memoryGib() - 47),
                0,
                Set.of());
        List<HostGroupSpec> groups = new ArrayList<>();
        if (given) {
            groups.add(new HostGroupSpec(
                    new HostSpec("there", host.gpus(), host.geometry(), 12, 48, 0, host.labels()), 1));
        }
        groups.add(new HostGroupSpec(host, 0));
        groups.add(new HostGroupSpec(smaller, 0));
        List<VmClass> vms = new ArrayList<>();
        for (VmClass vm : drawn.vms()) {
            vms.add(failures > 0 && random.nextInt(3) == 0 ? vm.withSurvival(Survival.MAY_STAY_DOWN) : vm);
        }
        return new PlacementProblem(groups, vms, drawn.policy().withFailures(failures));
    }

    private static MixQuestion question(PlacementProblem problem, long first, long second) {
        List<OptionalLong> costs = new ArrayList<>();
        if (problem.groups().size() == 3) {
            costs.add(OptionalLong.empty());
        }
        costs.add(OptionalLong.of(MixQuestion.cost(first)));
        costs.add(OptionalLong.of(MixQuestion.cost(second)));
        return new MixQuestion(
                HostObjective.LEAST_POWER,
                "W",
                problem.groups().stream().map(group -> group.host().id()).toList(),
                costs,
                Optional.empty());
    }

    /** Two kinds to buy, sometimes beside a host that is there: what is proven is what brute force finds by counting costs up. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withoutFailuresTheMixtureIsThatOfBruteForce(boolean given) {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(77L + 100 * seed);
            PlacementProblem problem = draw(random, 0, given);
            MixQuestion question = question(problem, 5 + random.nextInt(4), 2 + random.nextInt(4));
            HostSearch.Answer answer = proven.mix(problem, question, MOST);
            Proof.Mixture mixture = mixture(answer);
            assertThat(mixture.cost()).as("seed %s", seed).isEqualTo(cheapest(problem, question));
            assertThat(mixture.isProven()).as("seed %s", seed).isTrue();
            assertThat(ProofCheck.check(problem, question, mixture.bound(), Budget.of(20, 60)))
                    .as("seed %s: %s", seed, mixture.words())
                    .isEmpty();
        }
    }

    /** With failures the placement survives, and what is said to be cheapest is confirmed by the check. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void mixturesSurviveAndTheirBoundsHold(int failures) {
        int optimal = 0;
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(1_000L * failures + 100 * seed);
            PlacementProblem problem = draw(random, failures, seed % 4 == 0);
            MixQuestion question = question(problem, 5 + random.nextInt(4), 2 + random.nextInt(4));
            HostSearch.Answer answer = proven.mix(problem, question, MOST);
            Proof.Mixture mixture = mixture(answer);
            assertThat(answer.problem().counts()).isEqualTo(mixture.counts());
            assertThat(answer.placement().orElseThrow().isComplete()).isTrue();
            assertThat(PlacementChecker.check(
                            answer.problem(), answer.placement().orElseThrow()))
                    .as("seed %s", seed)
                    .isEmpty();
            assertThat(answer.resilience().orElseThrow().isSurvived())
                    .as("seed %s", seed)
                    .isTrue();
            assertThat(ProofCheck.check(problem, question, mixture.bound(), Budget.of(20, 60)))
                    .as("seed %s: %s", seed, mixture.words())
                    .isEmpty();
            optimal += mixture.isProven() ? 1 : 0;
        }
        // machines keep their places on a host in reality, not in the bound: in between a few may stay open
        assertThat(optimal).isGreaterThanOrEqualTo(CLUSTERS * 95 / 100);
    }

    /** What is answered at once works too, and its bound is confirmed without a solver. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void theFirstAnswerWorksAndIsNoCheaperThanTheProvenOne(int failures) {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(500L + 1_000 * failures + 100 * seed);
            PlacementProblem problem = draw(random, failures, seed % 4 == 0);
            MixQuestion question = question(problem, 5 + random.nextInt(4), 2 + random.nextInt(4));
            HostSearch.Answer answer = HostCountSearch.first().mix(problem, question, MOST);
            Proof.Mixture mixture = mixture(answer);
            assertThat(PlacementChecker.check(
                            answer.problem(), answer.placement().orElseThrow()))
                    .isEmpty();
            assertThat(answer.resilience().orElseThrow().isSurvived()).isTrue();
            assertThat(MixChecker.check(problem, question, mixture.bound())).isEmpty();
            Proof.Mixture best = mixture(proven.mix(problem, question, MOST));
            assertThat(best.cost()).isLessThanOrEqualTo(mixture.cost());
            assertThat(mixture.bound().cost()).isLessThanOrEqualTo(best.cost());
        }
    }

    @Test
    void aBoundThatSaysTooMuchIsRefused() {
        PlacementProblem problem = draw(new Random(5), 0, false);
        MixQuestion question = question(problem, 6, 4);
        CostBound bound = mixture(proven.mix(problem, question, MOST)).bound();
        CostBound tooMuch = new CostBound(bound.cost() + 100, bound.reasons(), bound.words());
        assertThat(MixChecker.check(problem, question, bound)).isEmpty();
        assertThat(MixChecker.check(problem, question, tooMuch))
                .singleElement()
                .satisfies(violation -> assertThat(violation.words()).contains("which is cheaper"));
        CostBound empty = new CostBound(bound.cost(), List.of(), "");
        assertThat(MixChecker.check(problem, question, empty)).isNotEmpty();
    }

    @Test
    void wordsNameTheMixtureTheUnitAndTheRunnerUp() {
        MixQuestion question = new MixQuestion(
                HostObjective.LOWEST_PRICE,
                "EUR",
                List.of("A", "B"),
                List.of(OptionalLong.of(MixQuestion.cost(100_000)), OptionalLong.of(MixQuestion.cost(112_000))),
                Optional.empty());
        Proof.Mixture open = new Proof.Mixture(
                question,
                List.of(3, 1),
                "Everything has a place.",
                "The rest was not decided.",
                new CostBound(MixQuestion.cost(405_000), List.of(), "The machines weigh too much."),
                Optional.of(List.of(5, 0)),
                List.of());
        assertThat(open.isProven()).isFalse();
        assertThat(open.words())
                .isEqualTo(
                        "3 × A + 1 × B = 412,000 EUR; nothing below 405,000 EUR. Everything has a place. The rest was"
                                + " not decided. The machines weigh too much. Of one kind only: 5 × A = 500,000 EUR, 88,000 EUR"
                                + " more.");
        Proof.Mixture proven = new Proof.Mixture(
                question,
                List.of(3, 1),
                "Everything has a place.",
                "",
                new CostBound(MixQuestion.cost(412_000), List.of(), "The machines weigh too much."),
                Optional.empty(),
                List.of());
        assertThat(proven.words())
                .startsWith("Lowest price: 3 × A + 1 × B = 412,000 EUR. ")
                .contains("Nothing below 412,000 EUR: The machines weigh too much.");
    }

    private static Proof.Mixture mixture(HostSearch.Answer answer) {
        assertThat(answer.proof()).as(answer.proof().words()).isInstanceOf(Proof.Mixture.class);
        return (Proof.Mixture) answer.proof();
    }

    private static long cheapest(PlacementProblem problem, MixQuestion question) {
        List<Long> costs = question.costs().stream().map(cost -> cost.orElse(0)).toList();
        for (long cost = 0; ; cost += 100) {
            for (List<Integer> counts : HostNumbers.between(costs, problem.counts(), cost, cost, 10_000)
                    .orElseThrow()) {
                if (BruteForce.fits(problem.withHosts(counts), List.of())) {
                    return cost;
                }
            }
        }
    }
}
