package org.sizewright.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostCountSearch;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostNumbers;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.MixQuestion;
import org.sizewright.placement.MixSite;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy;
import org.sizewright.placement.Proof;
import org.sizewright.placement.RackFit;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.HostObjective;

/** Mixtures that are to stand in racks: what finds no racks is no answer while another mixture finds them. */
class MixSiteTest {
    private static final int CLUSTERS = Integer.getInteger("sizewright.clusters", 200) / 5;

    private final HostSearch proven = ProvenHosts.orFirstFit(1, () -> false);

    /** So many machines with a GPU each; hosts of kind large have 8 GPUs, those of kind small 4. */
    private static PlacementProblem machines(int count) {
        return new PlacementProblem(
                List.of(
                        new HostGroupSpec(
                                new HostSpec("large", 8, Optional.of(SmallClusters.H100), 128, 1024, 0, Set.of()), 0),
                        new HostGroupSpec(
                                new HostSpec("small", 4, Optional.of(SmallClusters.H100), 64, 512, 0, Set.of()), 0)),
                List.of(VmClass.of("w1", count, new GpuNeed.Whole(1), 8, 64)),
                Policy.simple());
    }

    private static MixQuestion question(PlacementProblem problem, long large, long small, MixSite site) {
        return new MixQuestion(
                        HostObjective.LEAST_POWER,
                        "W",
                        problem.groups().stream()
                                .map(group -> group.host().id())
                                .toList(),
                        List.of(OptionalLong.of(MixQuestion.cost(large)), OptionalLong.of(MixQuestion.cost(small))),
                        Optional.empty())
                .withSite(Optional.of(site));
    }

    private static MixSite site(int racks, double watts, double units, double large, double small) {
        return new MixSite(
                Collections.nCopies(
                        racks, new RackFit.Room(watts, units, OptionalDouble.empty(), OptionalDouble.empty())),
                List.of(hosts(large, 8), hosts(small, 4)),
                List.of(0, 1));
    }

    private static RackFit.Hosts hosts(double watts, double units) {
        return new RackFit.Hosts(0, OptionalDouble.of(watts), OptionalDouble.of(units), OptionalDouble.empty());
    }

    private static Proof.Mixture mixture(HostSearch.Answer answer) {
        assertThat(answer.proof()).as(answer.proof().words()).isInstanceOf(Proof.Mixture.class);
        Proof.Mixture mixture = (Proof.Mixture) answer.proof();
        assertThat(answer.problem().counts()).isEqualTo(mixture.counts());
        assertThat(answer.placement().orElseThrow().isComplete()).isTrue();
        return mixture;
    }

    private static void isConfirmed(PlacementProblem problem, Proof.Mixture mixture) {
        assertThat(ProofCheck.check(problem, mixture.question(), mixture.bound(), Budget.of(20, 60)))
                .as(mixture.words())
                .isEmpty();
    }

    /** The hosts that draw least for their GPUs are too much for any rack: the others are the answer, one in each rack. */
    @Test
    void hostsThatFitNoRackAreNoAnswer() {
        PlacementProblem problem = machines(16);
        MixQuestion question = question(problem, 10_200, 7_400, site(6, 9_000, 42, 10_200, 7_400));
        for (HostSearch search : List.of(proven, HostCountSearch.first())) {
            Proof.Mixture mixture = mixture(search.mix(problem, question, 100));
            assertThat(mixture.counts()).containsExactly(0, 4);
            assertThat(mixture.words())
                    .contains(
                            "2 × large = 20,400 W would carry everything too, but the racks do not take them: they lack"
                                    + " power with one feed lost.");
            isConfirmed(problem, mixture);
        }
        Proof.Mixture best = mixture(proven.mix(problem, question, 100));
        assertThat(best.isProven()).isTrue();
        assertThat(best.bound().words()).contains("more than the racks take");
    }

    /** Each kind alone would find racks in the numbers that are cheapest, but not both beside each other. */
    @Test
    void dearerMixturesAreTriedWhereTheCheapestFindsNoRacks() {
        // two racks of 8 U: a large host in each, or two small ones
        PlacementProblem problem = machines(20);
        MixSite site = site(2, 100_000, 8, 900, 500);
        MixQuestion question = question(problem, 900, 500, site);
        assertThat(question.houses(List.of(2, 1))).isFalse();
        assertThat(question.most(0, 100)).isEqualTo(2);
        assertThat(mixture(proven.mix(problem, question.withSite(Optional.empty()), 100))
                        .counts())
                .containsExactly(2, 1);

        // no mixture of 20 GPUs stands in 16 U: the answer is that without the racks, and it is said
        Proof.Mixture none = mixture(proven.mix(problem, question, 100));
        assertThat(none.counts()).containsExactly(2, 1);
        assertThat(none.words()).contains("No mixture was found that the racks take");
        assertThat(mixture(HostCountSearch.first().mix(problem, question, 100)).words())
                .contains("No mixture was found that the racks take");

        // by power two large ones take a rack each, and no small one beside them; three small ones share one
        MixSite one = site(2, 1_100, 16, 900, 250);
        MixQuestion asked = question(problem, 900, 500, one);
        assertThat(asked.houses(List.of(2, 1))).isFalse();
        assertThat(asked.houses(List.of(1, 3))).isTrue();
        Proof.Mixture found = mixture(proven.mix(problem, asked, 100));
        assertThat(found.counts()).containsExactly(1, 3);
        assertThat(found.isProven()).as(found.words()).isTrue();
        isConfirmed(problem, found);
        assertThat(asked.houses(mixture(HostCountSearch.first().mix(problem, asked, 100))
                        .counts()))
                .isTrue();
    }

    @Test
    void whatIsUnknownRulesNothingOut() {
        PlacementProblem problem = machines(16);
        RackFit.Hosts unknown =
                new RackFit.Hosts(0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        MixSite site = new MixSite(
                List.of(new RackFit.Room(10, 1, OptionalDouble.empty(), OptionalDouble.empty())),
                List.of(unknown, hosts(7_400, 4)),
                List.of(0, 1));
        assertThat(site.most(0)).isEmpty();
        assertThat(site.most(1)).hasValue(0);
        assertThat(mixture(proven.mix(problem, question(problem, 10_200, 1_000, site), 100))
                        .counts())
                .containsExactly(2, 0);
    }

    /** Drawn racks: the answer is the cheapest that brute force finds among those that racks take, and its bound holds. */
    @Test
    void withRacksTheMixtureIsThatOfBruteForce() {
        int housed = 0;
        int decided = 0;
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(4_711L + seed);
            PlacementProblem problem = machines(4 + random.nextInt(25));
            List<RackFit.Room> racks = new ArrayList<>();
            for (int rack = 0; rack <= random.nextInt(5); rack++) {
                racks.add(new RackFit.Room(
                        5 + random.nextInt(20),
                        8 + random.nextInt(16),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()));
            }
            MixSite site = new MixSite(
                    racks, List.of(hosts(4 + random.nextInt(9), 8), hosts(2 + random.nextInt(6), 4)), List.of(0, 1));
            MixQuestion question = question(problem, 5 + random.nextInt(6), 3 + random.nextInt(4), site);
            Proof.Mixture mixture = mixture(proven.mix(problem, question, 40));
            isConfirmed(problem, mixture);
            List<Long> costs =
                    question.costs().stream().map(cost -> cost.orElse(0)).toList();
            OptionalLong cheapest =
                    HostNumbers.between(costs, problem.counts(), 0, 100 * 100, 100_000).orElseThrow().stream()
                            .filter(counts -> 8 * counts.get(0) + 4 * counts.get(1) >= problem.vmCount())
                            .filter(question::houses)
                            .mapToLong(question::cost)
                            .min();
            assertThat(mixture.question().site().isPresent())
                    .as("seed %s: %s", seed, mixture.words())
                    .isEqualTo(cheapest.isPresent());
            if (cheapest.isPresent()) {
                housed++;
                assertThat(question.houses(mixture.counts())).isTrue();
                assertThat(mixture.cost())
                        .as("seed %s: %s", seed, mixture.words())
                        .isEqualTo(cheapest.getAsLong());
                decided += mixture.isProven() ? 1 : 0;
            }
        }
        assertThat(housed).isPositive();
        assertThat(decided).isGreaterThanOrEqualTo(housed * 9 / 10);
    }
}
