package org.sizewright.placement.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.sizewright.figure.ValueText;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.advice.ProfileAdvice.Density;
import org.sizewright.placement.advice.ProfileAdvice.Outcome;
import org.sizewright.placement.advice.ProfileAdvice.Verdict;
import org.sizewright.placement.arrival.ArrivalSimulation;
import org.sizewright.placement.arrival.ArrivalTrials;
import org.sizewright.placement.arrival.GpuChoice;

/**
 * Ranks the profiles of a question. Of those that are large enough the best refuses fewest machines of the whole cluster in 95 of 100
 * random orders of arrival under its assignment policy, in its mode; then carries most on a GPU; then strands least; then is the
 * smallest. What carries fewer on a GPU than the best, or refuses more, is to be avoided.
 *
 * @param seed of the first order
 * @param trials orders for each profile and mode
 */
public record ProfileAdvisor(long seed, int trials) {
    private static final double MOST = PolicyComparison.MOST_ORDERS;
    private static final List<PartitionMode> SHARED = List.of(PartitionMode.EQUAL_SIZE, PartitionMode.MIXED_SIZE);

    public ProfileAdvisor {
        if (trials < 1) {
            throw new IllegalArgumentException("at least one order");
        }
    }

    /** The advisor that the application uses: 100 orders. */
    public static ProfileAdvisor standard() {
        return new ProfileAdvisor(1, 100);
    }

    public List<ProfileAdvice> advise(ProfileQuestion question) {
        return advise(question, () -> true).orElseThrow();
    }

    /** The profiles, best first. @param wanted asked between the orders; empty if it said no before the end */
    public Optional<List<ProfileAdvice>> advise(ProfileQuestion question, BooleanSupplier wanted) {
        List<ProfileAdvice> large = new ArrayList<>();
        List<ProfileAdvice> rest = new ArrayList<>();
        for (ProfileQuestion.Offer offer : question.offered()) {
            Optional<GpuNeed> need = ProfileQuestion.need(question.geometry(), offer.profile());
            if (need.isEmpty()) {
                continue;
            }
            ProfileAdvice one = measured(question, offer, need.get(), wanted);
            if (!wanted.getAsBoolean()) {
                return Optional.empty();
            }
            if (one.isLargeEnough() && one.density(mode(question, one)).isPresent()) {
                large.add(one);
            } else {
                rest.add(one.judged(Verdict.AVOID, whyNot(question, one)));
            }
        }
        large.sort(order(question));
        List<ProfileAdvice> ranked = new ArrayList<>();
        large.forEach(one -> ranked.add(judged(question, one, large.getFirst())));
        ranked.addAll(rest);
        return Optional.of(List.copyOf(ranked));
    }

    /** The mode in which the cluster would run a machine of this profile. */
    public static PartitionMode mode(ProfileQuestion question, ProfileAdvice advice) {
        if (advice.need() instanceof GpuNeed.Mig) {
            return PartitionMode.MIG;
        }
        return question.geometry().mixedSize().isPresent() ? question.vgpuMode() : PartitionMode.EQUAL_SIZE;
    }

    private ProfileAdvice measured(
            ProfileQuestion question, ProfileQuestion.Offer offer, GpuNeed need, BooleanSupplier wanted) {
        GpuGeometry geometry = question.geometry();
        List<PartitionMode> modes = need instanceof GpuNeed.Mig ? List.of(PartitionMode.MIG) : SHARED;
        List<Density> densities = new ArrayList<>();
        for (PartitionMode mode : modes) {
            Optional<PartitionScheme> scheme = geometry.scheme(mode);
            Optional<Slice> slice = scheme.flatMap(each -> each.slice(offer.profile()));
            if (slice.isPresent()) {
                densities.add(density(geometry, scheme.get(), offer.profile()));
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        if (offer.memoryGib() >= question.needGib()) {
            PlacementProblem problem = question.with(need);
            GpuChoice choice = GpuChoice.of(problem.policy().assignment());
            for (PartitionMode mode : modes) {
                if (densities.stream().anyMatch(each -> each.mode() == mode) && wanted.getAsBoolean()) {
                    ArrivalSimulation simulation = new ArrivalSimulation(problem, vgpuMode(question, mode), choice);
                    outcomes.add(new Outcome(mode, ArrivalTrials.of(simulation, 0, seed, trials, wanted)));
                }
            }
        }
        return new ProfileAdvice(
                offer.profile(),
                need,
                offer.memoryGib(),
                offer.memoryGib() - question.needGib(),
                densities,
                outcomes,
                Verdict.AVOID,
                "");
    }

    /** Machines on MIG instances arrive beside vGPUs that are run as the cluster does. */
    private static PartitionMode vgpuMode(ProfileQuestion question, PartitionMode mode) {
        return mode == PartitionMode.MIG ? question.vgpuMode() : mode;
    }

    private static Density density(GpuGeometry geometry, PartitionScheme scheme, String profile) {
        GpuLayout layout = GpuLayout.empty(scheme);
        List<Integer> free = layout.freeStarts(profile);
        while (!free.isEmpty()) {
            layout = layout.place(profile, free.getFirst());
            free = layout.freeStarts(profile);
        }
        return new Density(scheme.mode(), layout.parts().size(), geometry.gib(scheme, layout.freeUnits()));
    }

    private static Comparator<ProfileAdvice> order(ProfileQuestion question) {
        return Comparator.<ProfileAdvice>comparingInt(one -> refused(question, one))
                .thenComparingInt(one -> -most(question, one))
                .thenComparingDouble(one -> Math.rint(stranded(question, one)))
                .thenComparingDouble(ProfileAdvice::sizeGib);
    }

    private static int refused(ProfileQuestion question, ProfileAdvice one) {
        return one.outcome(mode(question, one)).orElseThrow().refused(MOST);
    }

    private static double stranded(ProfileQuestion question, ProfileAdvice one) {
        return one.outcome(mode(question, one)).orElseThrow().stranded(MOST);
    }

    private static int most(ProfileQuestion question, ProfileAdvice one) {
        return one.density(mode(question, one)).orElseThrow().most();
    }

    private static ProfileAdvice judged(ProfileQuestion question, ProfileAdvice one, ProfileAdvice best) {
        int most = most(question, one);
        int fewer = most(question, best) - most;
        int refused = refused(question, one) - refused(question, best);
        String size = gib(one.sizeGib()) + ", "
                + (one.spareGib() < 0.5 ? "none to spare" : gib(one.spareGib()) + " more than needed")
                + "; " + most + " on a GPU (" + mode(question, one).words() + ")";
        String left = left(question, one);
        if (one == best) {
            int none = refused(question, one);
            return one.judged(
                    Verdict.OFFER,
                    size + ", as many as any. In 95 of 100 orders "
                            + (none == 0
                                    ? "no machine is"
                                    : "at most " + none + (none == 1 ? " machine is" : " machines are"))
                            + " refused, and at most " + gib(stranded(question, one)) + " are stranded." + left);
        }
        if (refused > 0) {
            return one.judged(
                    Verdict.AVOID,
                    size + ". In 95 of 100 orders " + refused + " more "
                            + (refused == 1 ? "machine is" : "machines are") + " refused than with "
                            + best.profile() + "." + left);
        }
        if (fewer > 0) {
            return one.judged(
                    Verdict.AVOID,
                    size + "; " + best.profile() + " is large enough and a GPU carries " + fewer + " more of it."
                            + left);
        }
        double more = stranded(question, one) - stranded(question, best);
        return one.judged(
                Verdict.POSSIBLE,
                size + ", "
                        + (fewer == 0 ? "as many as of " : -fewer + " more than of ") + best.profile()
                        + (more >= 0.5
                                ? ", but up to " + gib(more) + " more are stranded."
                                : Math.abs(one.sizeGib() - best.sizeGib()) < 0.5
                                        ? ", of the same size."
                                        : ", and no more is stranded: the larger size costs nothing here.")
                        + left);
    }

    private static String left(ProfileQuestion question, ProfileAdvice one) {
        double left = one.density(mode(question, one)).orElseThrow().leftGib();
        return left < 0.5 ? "" : " A GPU full of it leaves " + gib(left) + " unused.";
    }

    private static String whyNot(ProfileQuestion question, ProfileAdvice one) {
        return one.isLargeEnough()
                ? "The placement ids of " + one.profile() + " at "
                        + question.vgpuMode().words() + " are not known, so that nothing can be said about it."
                : gib(one.sizeGib()) + " are less than the " + ValueText.number(question.needGib(), 1)
                        + " GiB that are needed.";
    }

    private static String gib(double number) {
        return ValueText.number(number, Math.abs(number - Math.rint(number)) < 0.05 ? 0 : 1) + " GiB";
    }
}
