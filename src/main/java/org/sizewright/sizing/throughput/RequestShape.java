package org.sizewright.sizing.throughput;

import java.util.OptionalDouble;

/**
 * What one request asks for and how fast it should be served.
 *
 * @param inputTokens tokens of the prompt
 * @param outputTokens tokens of the answer
 * @param prefixReuse share of the prompt whose cache is there already, 0 to 1
 * @param targetTtft seconds to the first token that are wanted at most
 * @param targetTpot seconds per further token that are wanted at most
 */
public record RequestShape(
        double inputTokens,
        double outputTokens,
        double prefixReuse,
        OptionalDouble targetTtft,
        OptionalDouble targetTpot) {
    private static final double MOST_TOKENS = 100_000_000;

    public RequestShape {
        if (!(inputTokens >= 0 && inputTokens <= MOST_TOKENS)) {
            throw new IllegalArgumentException("the tokens of a prompt must be 0 to 100 million, not " + inputTokens);
        }
        if (!(outputTokens >= 1 && outputTokens <= MOST_TOKENS)) {
            throw new IllegalArgumentException("the tokens of an answer must be 1 to 100 million, not " + outputTokens);
        }
        if (!(prefixReuse >= 0 && prefixReuse <= 1)) {
            throw new IllegalArgumentException("the reused share of a prompt must be 0 to 1, not " + prefixReuse);
        }
        if (targetTtft.orElse(1) <= 0 || targetTpot.orElse(1) <= 0) {
            throw new IllegalArgumentException("a target time must be above zero");
        }
    }

    public static RequestShape of(double inputTokens, double outputTokens) {
        return new RequestShape(inputTokens, outputTokens, 0, OptionalDouble.empty(), OptionalDouble.empty());
    }

    public RequestShape withPrefixReuse(double share) {
        return new RequestShape(inputTokens, outputTokens, share, targetTtft, targetTpot);
    }

    /** Both in seconds. */
    public RequestShape withTargets(OptionalDouble ttft, OptionalDouble tpot) {
        return new RequestShape(inputTokens, outputTokens, prefixReuse, ttft, tpot);
    }
}
