package org.sizewright.plan;

import java.util.Optional;

/**
 * Settings of a serving engine that the architect changed; what is absent stands on the engine's default.
 *
 * @param utilisationPercent share of the GPU's memory that the engine takes
 * @param maxSequences most requests in one step
 * @param maxBatchedTokens most tokens in one step
 */
public record EngineSettings(
        Optional<Integer> utilisationPercent, Optional<Integer> maxSequences, Optional<Integer> maxBatchedTokens) {
    public static final EngineSettings DEFAULT =
            new EngineSettings(Optional.empty(), Optional.empty(), Optional.empty());

    public EngineSettings {
        utilisationPercent.ifPresent(value -> PlanChecks.between("the utilisation in percent", 1, 100, value));
        maxSequences.ifPresent(value -> PlanChecks.between("the largest number of sequences", 1, 1_000_000, value));
        maxBatchedTokens.ifPresent(
                value -> PlanChecks.between("the largest number of batched tokens", 1, 100_000_000, value));
    }

    public EngineSettings withUtilisationPercent(Optional<Integer> changed) {
        return new EngineSettings(changed, maxSequences, maxBatchedTokens);
    }

    public EngineSettings withMaxSequences(Optional<Integer> changed) {
        return new EngineSettings(utilisationPercent, changed, maxBatchedTokens);
    }

    public EngineSettings withMaxBatchedTokens(Optional<Integer> changed) {
        return new EngineSettings(utilisationPercent, maxSequences, changed);
    }
}
