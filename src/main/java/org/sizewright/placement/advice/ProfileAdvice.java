package org.sizewright.placement.advice;

import java.util.List;
import java.util.Optional;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.arrival.ArrivalTrials;
import org.sizewright.placement.arrival.ArrivalTrials.Trial;

/**
 * What a profile would be for the machines in question.
 *
 * @param sizeGib memory in GiB that a machine gets
 * @param spareGib what a machine would have beyond its need in GiB; negative where the profile is too small
 * @param densities one for each mode in which the GPU offers the profile
 * @param outcomes one for each mode that was simulated; none where the profile is too small
 * @param reason the verdict in a sentence
 */
public record ProfileAdvice(
        String profile,
        GpuNeed need,
        double sizeGib,
        double spareGib,
        List<Density> densities,
        List<Outcome> outcomes,
        Verdict verdict,
        String reason) {
    /** Whether to offer it. */
    public enum Verdict {
        /** The best for the need. */
        OFFER,
        /** Carries as many as the best. */
        POSSIBLE,
        /** Too small, or it costs machines. */
        AVOID
    }

    /**
     * A GPU that carries nothing but this profile.
     *
     * @param most how many it carries
     * @param leftGib frame buffer in GiB that is left over, by size or by placement ids
     */
    public record Density(PartitionMode mode, int most, double leftGib) {}

    /** The cluster with the machines on this profile, all machines arriving in random orders. */
    public record Outcome(PartitionMode mode, ArrivalTrials trials) {
        /** Machines refused at most in that share of the orders. */
        public int refused(double share) {
            return (int) trials.percentile(share, Trial::refused);
        }

        /** Stranded GiB at most in that share of the orders. */
        public double stranded(double share) {
            return trials.percentile(share, Trial::strandedGib);
        }
    }

    public ProfileAdvice {
        densities = List.copyOf(densities);
        outcomes = List.copyOf(outcomes);
    }

    public Optional<Density> density(PartitionMode mode) {
        return densities.stream().filter(each -> each.mode() == mode).findFirst();
    }

    public Optional<Outcome> outcome(PartitionMode mode) {
        return outcomes.stream().filter(each -> each.mode() == mode).findFirst();
    }

    boolean isLargeEnough() {
        return spareGib >= 0;
    }

    ProfileAdvice judged(Verdict newVerdict, String newReason) {
        return new ProfileAdvice(profile, need, sizeGib, spareGib, densities, outcomes, newVerdict, newReason);
    }
}
