package org.sizewright.placement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Has answers checked before they are shown as proven. A bound that is refuted proves nothing: the answer is then a range, and says so. A
 * bound that could not be confirmed in the work that a check may take stays, and says that.
 */
public final class ProofReview {
    private final Optional<HostSearch> checker;

    private ProofReview(Optional<HostSearch> checker) {
        this.checker = checker;
    }

    /** By the check that comes with a search. */
    public static ProofReview by(HostSearch search) {
        return new ProofReview(Optional.of(search));
    }

    /** Leaves every answer as it is: for one that is wanted at once. */
    public static ProofReview none() {
        return new ProofReview(Optional.empty());
    }

    /** @param maximum the most hosts that were tried */
    public Proof of(PlacementProblem problem, int group, int maximum, Proof proof) {
        return checker.map(search -> of(proof, maximum, bound -> search.review(problem, group, bound)))
                .orElse(proof);
    }

    /** The bound of a week is that of one of its slots. */
    public Proof of(WeekPlacement week, int group, int maximum, Proof proof) {
        Optional<PlacementProblem> problem = proof.fromBelow()
                .flatMap(bound -> week.slots().stream()
                        .filter(slot -> slot.needed().flatMap(Proof::fromBelow).equals(Optional.of(bound)))
                        .findFirst()
                        .map(WeekPlacement.Slot::problem));
        return problem.map(slot -> of(slot, group, maximum, proof)).orElse(proof);
    }

    public Proof of(PlacementProblem problem, MixQuestion question, Proof proof) {
        return checker.isPresent()
                        && proof instanceof Proof.Mixture mixture
                        && mixture.bound().cost() > 0
                ? of(mixture, checker.get().review(problem, question, mixture.bound()))
                : proof;
    }

    /** The bound of a week is that of one of its slots. */
    public Proof of(WeekPlacement week, MixQuestion question, Proof proof) {
        if (!(proof instanceof Proof.Mixture mixture)) {
            return proof;
        }
        return week.slots().stream()
                .filter(slot -> slot.needed().orElse(proof) instanceof Proof.Mixture alone
                        && slot.needed().isPresent()
                        && alone.bound().equals(mixture.bound()))
                .findFirst()
                .map(slot -> of(slot.problem(), question, proof))
                .orElse(proof);
    }

    private static Proof of(Proof proof, int maximum, Function<LowerBound, BoundReview> check) {
        Optional<LowerBound> bound = proof.fromBelow().filter(known -> known.hosts() > 0);
        if (bound.isEmpty()) {
            return proof;
        }
        BoundReview review = check.apply(bound.get());
        Proof.Review outcome = review.isConfirmed() ? Proof.Review.CONFIRMED : Proof.Review.OPEN;
        String refused = refused(review);
        LowerBound none = new LowerBound.Nothing();
        return switch (proof) {
            case Proof.Optimal optimal ->
                review.isRefuted()
                        ? new Proof.Between(optimal.hosts(), optimal.whyEnough(), refused, none)
                        : new Proof.Optimal(optimal.hosts(), optimal.whyEnough(), optimal.bound(), outcome);
            case Proof.Between between ->
                review.isRefuted()
                        ? new Proof.Between(
                                between.upper(), between.whyEnough(), between.whyNotFewer() + " " + refused, none)
                        : new Proof.Between(
                                between.upper(), between.whyEnough(), between.whyNotFewer(), between.bound(), outcome);
            case Proof.Mixture mixture -> mixture;
            case Proof.NotFound open ->
                review.isRefuted() ? new Proof.NotFound(open.maximum(), open.why() + " " + refused, none) : open;
            case Proof.CannotFit cannot -> review.isRefuted() ? new Proof.NotFound(maximum, refused, none) : cannot;
        };
    }

    private static Proof of(Proof.Mixture mixture, BoundReview review) {
        if (review.isRefuted()) {
            return new Proof.Mixture(
                    mixture.question(),
                    mixture.counts(),
                    mixture.whyEnough(),
                    (mixture.obstacle() + " " + refused(review)).strip(),
                    CostBound.nothing(),
                    mixture.oneKind(),
                    mixture.notes());
        }
        return mixture.withNote((review.isConfirmed() ? Proof.Review.CONFIRMED : Proof.Review.OPEN).words());
    }

    private static String refused(BoundReview review) {
        return review.isRefuted()
                ? "A proof that fewer cannot do was found, and the check refused it: "
                        + review.refuted().getFirst()
                        + " This is an error of the program: please report it with the plan."
                : "";
    }

    /**
     * With every restart plan recounted, in every slot of the week.
     *
     * @param between called between the plans; may throw where nobody wants the result any more
     */
    public ClusterPlacement restarts(ClusterPlacement placed, Runnable between) {
        if (checker.isEmpty()) {
            return placed;
        }
        Set<Violation> violations = new LinkedHashSet<>(placed.violations());
        if (placed.week().isPresent()) {
            for (WeekPlacement.Slot slot : placed.week().get().slots()) {
                violations.addAll(restarts(slot.problem(), slot.placement(), slot.resilience(), between));
            }
        } else {
            violations.addAll(restarts(placed.problem(), placed.placement(), placed.resilience(), between));
        }
        return violations.size() == placed.violations().size()
                ? placed
                : placed.withViolations(List.copyOf(violations));
    }

    private static List<Violation> restarts(
            PlacementProblem problem, Placement placement, Resilience resilience, Runnable between) {
        List<Violation> violations = new ArrayList<>();
        for (HostFailure failure : resilience.failures()) {
            between.run();
            violations.addAll(PlacementChecker.check(problem, placement, failure));
        }
        return violations;
    }
}
