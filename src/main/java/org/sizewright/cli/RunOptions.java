package org.sizewright.cli;

import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.plan.AdapterServing;
import org.sizewright.plan.TrainingRun;
import picocli.CommandLine.Option;

/** The data of a training run, the checkpoints that stay of it, and how its adapters are served. */
final class RunOptions {
    @Option(
            names = "--tokens",
            paramLabel = "N",
            description = "tokens of the data, once through, such as 50M (default: those of the examples)")
    private Optional<String> tokens = Optional.empty();

    @Option(names = "--examples", paramLabel = "N", description = "examples in the data (default: 100,000)")
    private Optional<String> examples = Optional.empty();

    @Option(
            names = "--example-tokens",
            paramLabel = "N",
            description = "tokens of an example on average, question and answer together (default: 1,000)")
    private Optional<String> exampleTokens = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "times through the data (default: 1)")
    private Optional<String> epochs = Optional.empty();

    @Option(names = "--checkpoints", paramLabel = "N", description = "checkpoints that stay on disk (default: 3)")
    private Optional<String> checkpoints = Optional.empty();

    @Option(
            names = "--checkpoint-content",
            paramLabel = "WHAT",
            description = "what each holds: weights, or state to go on training from it too (default: state)")
    private Optional<String> content = Optional.empty();

    @Option(
            names = "--serve-adapters",
            paramLabel = "N",
            description = "adapters that a GPU holds side by side when they are served (default: 1)")
    private Optional<String> slots = Optional.empty();

    @Option(
            names = "--serve-rank",
            paramLabel = "N",
            description = "largest rank that room is kept for (default: 16, or the rank that is trained if larger)")
    private Optional<String> rank = Optional.empty();

    @Option(names = "--serve-tp", paramLabel = "N", description = "GPUs that share the served model (default: 1)")
    private Optional<String> tensor = Optional.empty();

    @Option(
            names = "--serve-series",
            paramLabel = "N",
            description = "adapters that one request goes through, one after the other (default: 1)")
    private Optional<String> series = Optional.empty();

    /** @throws IllegalArgumentException with a sentence if a number is out of range or said twice */
    TrainingRun run() {
        if (tokens.isPresent() && (examples.isPresent() || exampleTokens.isPresent())) {
            throw new IllegalArgumentException(
                    "--tokens says how much data there is: leave out --examples and --example-tokens");
        }
        TrainingRun usual = TrainingRun.USUAL;
        return new TrainingRun(
                tokens.map(text -> TypedNumber.count("--tokens", text, TrainingRun.MAX_TOKENS)),
                examples.map(text -> TypedNumber.count("--examples", text, TrainingRun.MAX_EXAMPLES))
                        .orElse(usual.examples()),
                exampleTokens
                        .map(text -> TypedNumber.count("--example-tokens", text, TrainingRun.MAX_TOKENS))
                        .orElse(usual.exampleTokens()),
                epochs.map(text -> TypedNumber.decimal("--epochs", text)).orElse(usual.epochs()),
                checkpoints
                        .map(text -> TypedNumber.whole("--checkpoints", text, 1, TrainingRun.MAX_CHECKPOINTS))
                        .orElse(usual.checkpointsKept()),
                content.map(RunOptions::holdsState).orElse(usual.withState()));
    }

    private static boolean holdsState(String word) {
        return switch (word.toLowerCase(java.util.Locale.ROOT)) {
            case "weights" -> false;
            case "state" -> true;
            default -> throw TypedNumber.refused("--checkpoint-content", "weights or state", word);
        };
    }

    /** @throws IllegalArgumentException with a sentence if there is no adapter to serve */
    AdapterServing serving(boolean adapters, int trainedRank) {
        AdapterServing usual = AdapterServing.USUAL;
        if (!adapters && Stream.of(slots, rank, tensor, series).anyMatch(Optional::isPresent)) {
            throw new IllegalArgumentException(
                    "full fine-tuning leaves no adapter to serve: leave out --serve-adapters,"
                            + " --serve-rank, --serve-tp and --serve-series, or train an adapter");
        }
        return new AdapterServing(
                whole("--serve-adapters", slots, AdapterServing.MAX_SLOTS).orElse(usual.slots()),
                whole("--serve-rank", rank, AdapterServing.MAX_RANK)
                        .orElse(adapters ? Math.max(usual.largestRank(), trainedRank) : usual.largestRank()),
                whole("--serve-tp", tensor, AdapterServing.MAX_TENSOR).orElse(usual.tensor()),
                whole("--serve-series", series, AdapterServing.MAX_IN_SERIES).orElse(usual.inSeries()));
    }

    private static Optional<Integer> whole(String option, Optional<String> typed, int most) {
        return typed.map(text -> TypedNumber.whole(option, text, 1, most));
    }
}
