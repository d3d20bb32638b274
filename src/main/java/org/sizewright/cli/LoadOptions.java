package org.sizewright.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
    private Optional<String> context = Optional.empty();

    @Option(names = "--concurrency", paramLabel = "N", description = "requests in work at the same time")
    private Optional<String> concurrency = Optional.empty();

    @Option(names = "--users", paramLabel = "N", description = "people: requests in work follow from them")
    private Optional<String> users = Optional.empty();

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
    private Optional<String> active = Optional.empty();

    @Option(names = "--requests-per-hour", paramLabel = "N", description = "of one active user")
    private Optional<String> perHour = Optional.empty();

    @Option(names = "--input-tokens", paramLabel = "N", description = "tokens of a prompt")
    private Optional<String> input = Optional.empty();

    @Option(names = "--output-tokens", paramLabel = "N", description = "tokens of an answer")
    private Optional<String> output = Optional.empty();

    @Option(
            names = "--kind",
            paramLabel = "SHARE:INPUT:OUTPUT[:NAME]",
            description =
                    "one kind of requests in place of a preset's, with its percent of all and its tokens; once for"
                            + " each kind")
    private List<String> kinds = List.of();

    @Option(
            names = "--prefix",
            paramLabel = "PERCENT",
            description = "share of the input that the cache already holds (default: 0)")
    private Optional<String> prefix = Optional.empty();

    @Option(
            names = "--first-token",
            paramLabel = "SECONDS",
            description = "promised time to the first token (default: 5)")
    private Optional<String> firstToken = Optional.empty();

    @Option(
            names = "--token-time",
            paramLabel = "MS",
            description = "promised time per token after that (default: 100)")
    private Optional<String> tokenTime = Optional.empty();

    boolean isGiven() {
        return context.isPresent() || concurrency.isPresent() || isOfPeople();
    }

    private boolean isOfPeople() {
        return !kinds.isEmpty()
                || Stream.of(users, preset, active, perHour, input, output, prefix, firstToken, tokenTime)
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
        int people = people().orElseThrow(
                        () -> new IllegalArgumentException("--users is missing: how many people ask for that"));
        Optional<LoadPreset> start =
                preset.map(name -> RecordNames.of("load", library.loadPresets(), LoadPreset::id, LoadPreset::name)
                        .find(name));
        double hourly = decimal("--requests-per-hour", perHour)
                .or(() -> start.map(LoadPreset::requestsPerHour))
                .orElseThrow(() -> missing("--requests-per-hour"));
        return Optional.of(new Traffic(
                people,
                decimal("--active", active)
                        .or(() -> start.map(LoadPreset::activePercent))
                        .orElse(ALL_ACTIVE),
                hourly,
                kinds(start),
                decimal("--prefix", prefix)
                        .or(() -> start.map(LoadPreset::prefixReusePercent))
                        .orElse(0.0),
                decimal("--first-token", firstToken)
                        .or(() -> start.map(LoadPreset::firstTokenSeconds))
                        .orElse(USUAL_FIRST_TOKEN),
                decimal("--token-time", tokenTime)
                        .or(() -> start.map(LoadPreset::tokenMillis))
                        .orElse(USUAL_TOKEN)));
    }

    /** People who ask, if they were given. */
    Optional<Integer> people() {
        return users.map(text -> TypedNumber.whole("--users", text, 1, Traffic.MAX_USERS));
    }

    private static Optional<Double> decimal(String option, Optional<String> typed) {
        return typed.map(text -> TypedNumber.decimal(option, text));
    }

    private static int tokens(String option, String typed) {
        return TypedNumber.whole(option, typed, 1, LlmServing.MAX_CONTEXT);
    }

    /** Kinds or lengths that are typed in; else the kinds of the preset. */
    private List<RequestKind> kinds(Optional<LoadPreset> start) {
        boolean lengths = input.isPresent() || output.isPresent();
        if (!kinds.isEmpty()) {
            if (lengths) {
                throw new IllegalArgumentException(
                        "--kind says the tokens of requests: leave out --input-tokens and --output-tokens");
            }
            return IntStream.range(0, kinds.size())
                    .mapToObj(i -> kind(kinds.get(i), i + 1))
                    .toList();
        }
        if (start.isPresent() && !lengths) {
            return start.get().kinds().stream()
                    .map(kind ->
                            new RequestKind(kind.name(), kind.sharePercent(), kind.inputTokens(), kind.outputTokens()))
                    .toList();
        }
        return List.of(new RequestKind(
                "Request",
                100,
                tokens("--input-tokens", input.orElseThrow(() -> missing("--input-tokens"))),
                tokens("--output-tokens", output.orElseThrow(() -> missing("--output-tokens")))));
    }

    private static RequestKind kind(String typed, int number) {
        List<String> parts = List.of(typed.split(":", 4));
        if (parts.size() < 3) {
            throw TypedNumber.refused(
                    "--kind", "SHARE:INPUT:OUTPUT or SHARE:INPUT:OUTPUT:NAME, such as 70:1200:400", typed);
        }
        return new RequestKind(
                parts.size() > 3 && !parts.get(3).isBlank() ? parts.get(3).strip() : "Request " + number,
                TypedNumber.decimal("the share of --kind", parts.get(0)),
                tokens("the input of --kind", parts.get(1)),
                tokens("the output of --kind", parts.get(2)));
    }

    private static IllegalArgumentException missing(String option) {
        return new IllegalArgumentException(option + " is missing, or a --load that says it");
    }

    /** @throws IllegalArgumentException with a sentence if nothing says it */
    int contextTokens(Optional<Traffic> traffic) {
        int longest = traffic.map(Traffic::longest).orElse(1);
        int tokens = context.map(text -> tokens("--context", text))
                .or(() -> traffic.map(Traffic::longest))
                .orElseThrow(
                        () -> new IllegalArgumentException("--context is missing, or --users with their requests"));
        if (tokens < longest) {
            throw new IllegalArgumentException("a context of " + tokens
                    + " tokens is too short: the longest request has " + longest + "; raise --context or leave it out");
        }
        return tokens;
    }

    /** With people they follow from them, so that the number does not matter. */
    int requests(Optional<Traffic> traffic) {
        return traffic.isPresent()
                ? 1
                : concurrency
                        .map(text -> TypedNumber.whole("--concurrency", text, 1, LlmServing.MAX_CONCURRENCY))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "--concurrency is missing, or --users with their requests"));
    }
}
