package org.sizewright.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sizewright.MixedHostPlans;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.placement.BoundReview;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.CostBound;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.LowerBound;
import org.sizewright.placement.MixQuestion;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Proof;
import org.sizewright.placement.Resilience;
import org.sizewright.placement.Violation;
import org.sizewright.placement.exact.Budget;
import org.sizewright.placement.exact.ProofCheck;
import org.sizewright.placement.exact.ProvenHosts;
import org.sizewright.plan.HostObjective;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.rules.Finding;

/** What a search says is checked before it is shown as proven. */
class CheckedProofsTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    /** A search whose answers, restart plans and checks can be made wrong. */
    private static class Changed implements HostSearch {
        final HostSearch real = ProvenHosts.orFirstFit(1, () -> false);

        Proof proof(Proof right) {
            return right;
        }

        Resilience restarts(Resilience right) {
            return right;
        }

        private Answer changed(Answer right) {
            return new Answer(
                    proof(right.proof()),
                    right.problem(),
                    right.placement(),
                    right.resilience().map(this::restarts));
        }

        @Override
        public Answer search(PlacementProblem problem, int group, int maximum) {
            return changed(real.search(problem, group, maximum));
        }

        @Override
        public Answer mix(PlacementProblem problem, MixQuestion question, int maximum) {
            return changed(real.mix(problem, question, maximum));
        }

        @Override
        public Placement place(PlacementProblem problem) {
            return real.place(problem);
        }

        @Override
        public Resilience replay(PlacementProblem problem, Placement placement) {
            return restarts(real.replay(problem, placement));
        }

        @Override
        public BoundReview review(PlacementProblem problem, int group, LowerBound bound) {
            return real.review(problem, group, bound);
        }

        @Override
        public BoundReview review(PlacementProblem problem, MixQuestion question, CostBound bound) {
            return real.review(problem, question, bound);
        }
    }

    private static OptionResult searched(HostSearch search) {
        return Calculation.of(Resolver.resolve(SamplePlans.standard(), REFERENCES), search, Cancellation.never())
                .option(OptionId.of("b"))
                .orElseThrow();
    }

    private static ClusterPlacement mixed(HostSearch search) {
        Plan plan = MixedHostPlans.twoKinds(HostObjective.LEAST_POWER);
        return Calculation.of(Resolver.resolve(plan, REFERENCES), search, Cancellation.never())
                .live()
                .placements()
                .getFirst();
    }

    private static HostSearch claiming(UnaryOperator<Proof> claim) {
        return new Changed() {
            @Override
            Proof proof(Proof right) {
                return claim.apply(right);
            }
        };
    }

    @Test
    void aRightAnswerIsConfirmed() {
        OptionResult result = searched(new Changed());
        ClusterPlacement placed = result.placements().getFirst();
        assertThat(placed.violations()).isEmpty();
        assertThat(placed.proof().orElseThrow())
                .isInstanceOfSatisfying(
                        Proof.Optimal.class,
                        optimal -> assertThat(optimal.review()).isEqualTo(Proof.Review.CONFIRMED));
        assertThat(placed.proofWords().orElseThrow())
                .contains("A check that shares nothing with the search confirms this bound.");
        assertThat(mixed(new Changed()).proofWords().orElseThrow())
                .contains("A check that shares nothing with the search confirms this bound.");
    }

    @Test
    void theAnswerThatIsThereAtOnceIsNotChecked() {
        PlanResult first =
                Calculation.first(Resolver.resolve(SamplePlans.standard(), REFERENCES), Cancellation.never());
        assertThat(first.options())
                .allSatisfy(option -> assertThat(option.placements())
                        .allSatisfy(placed ->
                                assertThat(placed.proofWords().orElse("")).doesNotContain("A check that shares")));
    }

    /** One by the division, one that only a search can see through. */
    @Test
    void aWrongBoundProvesNothing() {
        int hosts = searched(new Changed())
                .placements()
                .getFirst()
                .proof()
                .flatMap(proof -> proof.enough().stream().boxed().findFirst())
                .orElseThrow();
        for (LowerBound wrong : List.of(
                new LowerBound.HostWeights(
                        LowerBound.Resource.VCPU, Map.of("w1", 1), 1, 0, 0, hosts + 7, "Too many for the processors."),
                new LowerBound.Exhausted(0, hosts + 7, "Every way was tried."))) {
            ClusterPlacement placed = searched(claiming(right -> new Proof.Optimal(hosts + 7, "Enough.", wrong)))
                    .placements()
                    .getFirst();
            assertThat(placed.proof().orElseThrow()).isInstanceOfSatisfying(Proof.Between.class, range -> {
                assertThat(range.upper()).isEqualTo(hosts + 7);
                assertThat(range.lower()).isZero();
                assertThat(range.words())
                        .contains("the check refused it")
                        .contains("This is an error of the program")
                        .doesNotContain("At least");
            });
        }
    }

    @Test
    void aWrongBoundOfAMixtureProvesNothing() {
        ClusterPlacement placed = mixed(claiming(right -> {
            // the runner-up of one kind is searched for as well
            return right instanceof Proof.Mixture mixture
                    ? new Proof.Mixture(
                            mixture.question(),
                            mixture.counts(),
                            mixture.whyEnough(),
                            "",
                            new CostBound(mixture.cost(), List.of(), "Without a reason."),
                            Optional.empty(),
                            List.of())
                    : right;
        }));
        assertThat(placed.proof().orElseThrow()).isInstanceOfSatisfying(Proof.Mixture.class, mixture -> {
            assertThat(mixture.isProven()).isFalse();
            assertThat(mixture.words()).contains("the check refused it").contains("which is cheaper");
        });
    }

    @Test
    void aBoundThatWasNotConfirmedInTimeStaysAndSaysSo() {
        ClusterPlacement placed = searched(new Changed() {
                    @Override
                    public BoundReview review(PlacementProblem problem, int group, LowerBound bound) {
                        LowerBound tried = new LowerBound.Exhausted(0, bound.hosts(), "Every way was tried.");
                        return ProofCheck.review(problem, group, tried, Budget.of(0, 0));
                    }
                })
                .placements()
                .getFirst();
        assertThat(placed.proof().orElseThrow())
                .isInstanceOfSatisfying(
                        Proof.Optimal.class,
                        optimal -> assertThat(optimal.review()).isEqualTo(Proof.Review.OPEN));
        assertThat(placed.proofWords().orElseThrow())
                .contains("The check of this bound was not carried to its end; it found nothing wrong so far.");
    }

    @Test
    void aWrongRestartPlanIsAFaultOfThePlacement() {
        OptionResult result = searched(new Changed() {
            @Override
            Resilience restarts(Resilience right) {
                return new Resilience(
                        right.hostsAtOnce(),
                        right.failures().stream()
                                .map(plan -> new HostFailure(
                                        plan.hosts(), List.of(), plan.evicted(), plan.down(), plan.lost()))
                                .toList());
            }
        });
        assertThat(result.placements().getFirst().violations())
                .isNotEmpty()
                .extracting(Violation::kind)
                .containsAnyOf(Violation.Kind.RESTART, Violation.Kind.ACCOUNT);
        assertThat(result.findings()).extracting(Finding::rule).contains("PLACE-001");
    }
}
