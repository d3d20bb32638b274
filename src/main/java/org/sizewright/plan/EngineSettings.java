package org.sizewright.plan;

import java.util.Optional;

/**
 * Settings of a serving engine that the architect changed, and what was measured on it; what is absent stands on the engine's
 * default or on the estimate.
 *
 * @param utilisationPercent share of the GPU's memory that the engine takes
 * @param maxSequences most requests in one step
 * @param maxBatchedTokens most tokens in one step
 * @param blockTokens tokens of one block of the cache
 * @param measuredPoolGib memory for the KV cache per GPU as the engine's own log says it; goes before the estimate
 */
public record EngineSettings(
        Optional<Integer> utilisationPercent,
        Optional<Integer> maxSequences,
        Optional<Integer> maxBatchedTokens,
        Optional<Integer> blockTokens,
        Optional<Double> measuredPoolGib) {
    public static final EngineSettings DEFAULT = new EngineSettings(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public EngineSettings {
        utilisationPercent.ifPresent(value -> PlanChecks.between("the utilisation in percent", 1, 100, value));
        maxSequences.ifPresent(value -> PlanChecks.between("the largest number of sequences", 1, 1_000_000, value));
        maxBatchedTokens.ifPresent(
                value -> PlanChecks.between("the largest number of batched tokens", 1, 100_000_000, value));
        blockTokens.ifPresent(value -> PlanChecks.between("the tokens of a block", 1, 65_536, value));
        measuredPoolGib.ifPresent(
                value -> PlanChecks.between("the measured room for the cache in GiB", 0, 100_000, value));
    }

    public EngineSettings withUtilisationPercent(Optional<Integer> changed) {
        return new EngineSettings(changed, maxSequences, maxBatchedTokens, blockTokens, measuredPoolGib);
    }

    public EngineSettings withMaxSequences(Optional<Integer> changed) {
        return new EngineSettings(utilisationPercent, changed, maxBatchedTokens, blockTokens, measuredPoolGib);
    }

    public EngineSettings withMaxBatchedTokens(Optional<Integer> changed) {
        return new EngineSettings(utilisationPercent, maxSequences, changed, blockTokens, measuredPoolGib);
    }

    public EngineSettings withBlockTokens(Optional<Integer> changed) {
        return new EngineSettings(utilisationPercent, maxSequences, maxBatchedTokens, changed, measuredPoolGib);
    }

    public EngineSettings withMeasuredPoolGib(Optional<Double> changed) {
        return new EngineSettings(utilisationPercent, maxSequences, maxBatchedTokens, blockTokens, changed);
    }
}
