package org.sizewright.result;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.ExistingFit;
import org.sizewright.placement.Proof;
import org.sizewright.placement.Resilience;
import org.sizewright.plan.ClusterId;

/**
 * Of two answers to the same question, which says more: what was found and proven counts first, then whatever else is known. A proof that
 * is ended early may find less than the one before it.
 */
final class AnswerOrder {
    private static final long[] UNKNOWN = {-1, 0, 0, 0};

    private AnswerOrder() {}

    /** Whether nothing of what was there is lost. */
    static boolean isAsGood(OptionResult fresh, OptionResult before) {
        if (fresh.placements().size() != before.placements().size()) {
            return true; // another question
        }
        boolean more = false;
        for (int i = 0; i < fresh.placements().size(); i++) {
            ClusterPlacement now = fresh.placements().get(i);
            ClusterPlacement then = before.placements().get(i);
            int proof = compare(now.proof(), then.proof());
            if (proof < 0 || now.violations().size() > then.violations().size() || isLess(now, then)) {
                return false;
            }
            more |= proof > 0;
        }
        return more || saysAsMuch(fresh, before);
    }

    /** Something that had a place or was survived is not any more. */
    private static boolean isLess(ClusterPlacement now, ClusterPlacement then) {
        return now.all().refused().size() > then.all().refused().size() || then.isSurvived() && !now.isSurvived();
    }

    private static boolean saysAsMuch(OptionResult fresh, OptionResult before) {
        for (int i = 0; i < fresh.placements().size(); i++) {
            ClusterPlacement now = fresh.placements().get(i);
            ClusterPlacement then = before.placements().get(i);
            if (compare(low(now), low(then)) < 0
                    || compare(high(now), high(then)) < 0
                    || open(now.resiliences()) > open(then.resiliences())) {
                return false;
            }
        }
        return known(fresh.existing()) >= known(before.existing());
    }

    private static Optional<Proof> low(ClusterPlacement placed) {
        return placed.provenDemand().map(demand -> demand.low().proof());
    }

    private static Optional<Proof> high(ClusterPlacement placed) {
        return placed.provenDemand().map(demand -> demand.high().proof());
    }

    private static int compare(Optional<Proof> now, Optional<Proof> then) {
        return Arrays.compare(
                now.map(AnswerOrder::rank).orElse(UNKNOWN),
                then.map(AnswerOrder::rank).orElse(UNKNOWN));
    }

    /** Found before not found, then less, then how much less is ruled out, then whether a check confirmed it. */
    private static long[] rank(Proof proof) {
        return switch (proof) {
            case Proof.Optimal optimal -> new long[] {2, -optimal.hosts(), optimal.hosts(), rank(optimal.review())};
            case Proof.Between between -> new long[] {2, -between.upper(), between.lower(), rank(between.review())};
            case Proof.Mixture mixture ->
                new long[] {2, -mixture.cost(), mixture.bound().cost(), 0};
            case Proof.CannotFit cannot -> new long[] {1, 0, 0, 0};
            case Proof.NotFound open -> new long[] {0, 0, open.bound().hosts(), 0};
        };
    }

    private static long rank(Proof.Review review) {
        return review == Proof.Review.CONFIRMED ? 1 : 0;
    }

    /** Failures of which nobody knows whether they can be survived. */
    private static long open(List<Resilience> resiliences) {
        return resiliences.stream()
                .mapToLong(each -> each.notSurvived().size() - each.ruledOut())
                .sum();
    }

    private static long known(Map<ClusterId, ExistingFit> fits) {
        return fits.values().stream()
                .mapToLong(fit -> known(fit.inPlace()) + known(fit.repacked()))
                .sum();
    }

    private static long known(ExistingFit.Answer answer) {
        return answer instanceof ExistingFit.Answer.Open ? 0 : 1;
    }
}
