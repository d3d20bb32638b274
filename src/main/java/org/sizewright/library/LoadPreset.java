package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Evidence;

/**
 * A load of a language model to start from, before the customer's own numbers are known.
 *
 * @param activePercent share of the users who are at it in the busiest hour
 * @param requestsPerHour of one active user
 * @param kinds what requests look like; their shares add up to 100
 * @param prefixReusePercent share of the input that the cache already holds
 * @param firstTokenSeconds wanted time to the first token
 * @param tokenMillis wanted time per token after that
 */
public record LoadPreset(
        String id,
        String name,
        double activePercent,
        double requestsPerHour,
        List<Kind> kinds,
        double prefixReusePercent,
        double firstTokenSeconds,
        double tokenMillis,
        Optional<String> notes,
        Evidence evidence,
        List<String> sources)
        implements LibraryRecord {
    /** Requests of one kind. @param sharePercent of all requests */
    public record Kind(String name, double sharePercent, int inputTokens, int outputTokens) {
        public Kind {
            Checks.notBlank("name", name);
            Checks.positive("sharePercent", sharePercent);
            Checks.atLeast("inputTokens", 1, inputTokens);
            Checks.atLeast("outputTokens", 1, outputTokens);
        }
    }

    public LoadPreset {
        Checks.notBlank("id", id);
        Checks.notBlank("name", name);
        Checks.positive("activePercent", activePercent);
        Checks.positive("requestsPerHour", requestsPerHour);
        Checks.positive("firstTokenSeconds", firstTokenSeconds);
        Checks.positive("tokenMillis", tokenMillis);
        kinds = List.copyOf(kinds);
        sources = List.copyOf(sources);
        Checks.notEmpty("kinds", kinds);
        double sum = kinds.stream().mapToDouble(Kind::sharePercent).sum();
        if (Math.abs(sum - 100) > 0.5) {
            throw new IllegalArgumentException(
                    "the \"sharePercent\" of the \"kinds\" add up to " + sum + ", not to 100");
        }
        if (!(prefixReusePercent >= 0 && prefixReusePercent <= 100) || activePercent > 100) {
            throw new IllegalArgumentException(
                    "\"prefixReusePercent\" and \"activePercent\" must be shares of 100, not " + prefixReusePercent
                            + " and " + activePercent);
        }
    }

    @Override
    public RecordKind kind() {
        return RecordKind.LOAD_PRESET;
    }

    @Override
    public String key() {
        return id;
    }
}
