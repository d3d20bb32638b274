package org.sizewright.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.library.Library;
import org.sizewright.library.LoadPreset;
import org.sizewright.plan.Traffic;
import org.sizewright.plan.Traffic.RequestKind;
import org.sizewright.plan.Workload.LlmServing;
import picocli.CommandLine.Option;

/** The load: requests in work, or the people that they come from. */
final class LoadOptions {
    private static final double ALL_ACTIVE = 100;
    private static final double USUAL_FIRST_TOKEN = 5;
    private static final double USUAL_TOKEN = 100;

    @Option(
            names = "--context",
            paramLabel = "TOKENS",
            description = "tokens of one request, prompt and answer together; with people the longest that is let in")
    private Optional<Integer> context = Optional.empty();

    @Option(names = "--concurrency", paramLabel = "N", description = "requests in work at the same time")
    private Optional<Integer> concurrency = Optional.empty();

    @Option(names = "--users", paramLabel = "N", description = "people: requests in work follow from them")
    private Optional<Integer> users = Optional.empty();

    @Option(
            names = "--load",
            paramLabel = "PRESET",
            description =
                    "what --users ask for, from the library: chat, coding-agent, rag... each number can be replaced")
    private Optional<String> preset = Optional.empty();

    @Option(
            names = "--active",
            paramLabel = "PERCENT",
            description = "share of the users at it in the busiest hour (default: 100)")
    private Optional<Double> active = Optional.empty();

    @Option(names = "--requests-per-hour", paramLabel = "N", description = "of one active user")
    private Optional<Double> perHour = Optional.empty();

    @Option(names = "--input-tokens", paramLabel = "N", description = "tokens of a prompt")
    private Optional<Integer> input = Optional.empty();

    @Option(names = "--output-tokens", paramLabel = "N", description = "tokens of an answer")
    private Optional<Integer> output = Optional.empty();

    @Option(
            names = "--prefix",
            paramLabel = "PERCENT",
            description = "share of the input that the cache already holds (default: 0)")
    private Optional<Double> prefix = Optional.empty();

    @Option(
            names = "--first-token",
            paramLabel = "SECONDS",
            description = "promised time to the first token (default: 5)")
    private Optional<Double> firstToken = Optional.empty();

    @Option(
            names = "--token-time",
            paramLabel = "MS",
            description = "promised time per token after that (default: 100)")
    private Optional<Double> tokenTime = Optional.empty();

    boolean isGiven() {
        return context.isPresent() || concurrency.isPresent() || isOfPeople();
    }

    private boolean isOfPeople() {
        return Stream.of(users, preset, active, perHour, input, output, prefix, firstToken, tokenTime)
                .anyMatch(Optional::isPresent);
    }

    /**
     * The load from people; empty if requests in work are typed in.
     *
     * @throws IllegalArgumentException with a sentence if something is missing or contradicts
     */
    Optional<Traffic> traffic(Library library) {
        if (!isOfPeople()) {
            return Optional.empty();
        }
        if (concurrency.isPresent()) {
            throw new IllegalArgumentException(
                    "requests in work follow from --users: give --concurrency or the people, not both");
        }
        int people = users.orElseThrow(
                () -> new IllegalArgumentException("--users is missing: how many people ask for that"));
        Optional<LoadPreset> start =
                preset.map(name -> RecordNames.of("load", library.loadPresets(), LoadPreset::id, LoadPreset::name)
                        .find(name));
        double hourly = perHour.or(() -> start.map(LoadPreset::requestsPerHour))
                .orElseThrow(() -> missing("--requests-per-hour"));
        return Optional.of(new Traffic(
                people,
                active.or(() -> start.map(LoadPreset::activePercent)).orElse(ALL_ACTIVE),
                hourly,
                kinds(start),
                prefix.or(() -> start.map(LoadPreset::prefixReusePercent)).orElse(0.0),
                firstToken.or(() -> start.map(LoadPreset::firstTokenSeconds)).orElse(USUAL_FIRST_TOKEN),
                tokenTime.or(() -> start.map(LoadPreset::tokenMillis)).orElse(USUAL_TOKEN)));
    }

    /** Lengths that are typed in make one kind of request; else the kinds of the preset. */
    private List<RequestKind> kinds(Optional<LoadPreset> start) {
        if (start.isPresent() && input.isEmpty() && output.isEmpty()) {
            return start.get().kinds().stream()
                    .map(kind ->
                            new RequestKind(kind.name(), kind.sharePercent(), kind.inputTokens(), kind.outputTokens()))
                    .toList();
        }
        return List.of(new RequestKind(
                "Request",
                100,
                input.orElseThrow(() -> missing("--input-tokens")),
                output.orElseThrow(() -> missing("--output-tokens"))));
    }

    private static IllegalArgumentException missing(String option) {
        return new IllegalArgumentException(option + " is missing, or a --load that says it");
    }

    /** @throws IllegalArgumentException with a sentence if nothing says it */
    int contextTokens(Optional<Traffic> traffic) {
        int longest = traffic.map(Traffic::longest).orElse(1);
        int tokens = context.or(() -> traffic.map(Traffic::longest))
                .orElseThrow(
                        () -> new IllegalArgumentException("--context is missing, or --users with their requests"));
        if (tokens < longest && tokens > 0) {
            throw new IllegalArgumentException(
                    "a context of " + tokens + " tokens is too short: the longest request has " + longest);
        }
        return tokens;
    }

    /** With people they follow from them, so that the number does not matter. */
    int requests(Optional<Traffic> traffic) {
        return traffic.isPresent()
                ? 1
                : concurrency.orElseThrow(() ->
                        new IllegalArgumentException("--concurrency is missing, or --users with their requests; 1 to "
                                + LlmServing.MAX_CONCURRENCY));
    }
}
