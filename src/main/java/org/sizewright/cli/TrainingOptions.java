package org.sizewright.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.library.Library;
import org.sizewright.library.Optimiser;
import org.sizewright.library.TrainingObjective;
import org.sizewright.library.TrainingStack;
import org.sizewright.library.TrainingStack.Checkpointing;
import org.sizewright.library.TuningMethod;
import org.sizewright.plan.TrainingBatch;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingLayout.Offload;
import org.sizewright.plan.TrainingLayout.Sharding;
import org.sizewright.plan.TrainingRun;
import org.sizewright.sizing.Parallelism;
import org.sizewright.sizing.training.Alignment;
import org.sizewright.sizing.training.Tuning;
import picocli.CommandLine.Option;

/** Training in place of serving: what is trained, with what, on what data. */
final class TrainingOptions {
    private static final String USUAL_STACK = "hf-peft";
    /** A LoRA over a model of four bits. */
    private static final String PACKED = "qlora";

    @Option(
            names = "--train",
            paramLabel = "METHOD",
            description = "trains instead of serving: full, lora, qlora, dora, ia3, prefix-tuning, p-tuning...")
    private Optional<String> method = Optional.empty();

    @Option(names = "--stack", paramLabel = "ID", description = "software that trains (default: " + USUAL_STACK + ")")
    private Optional<String> stack = Optional.empty();

    @Option(
            names = {"--optimiser", "--optimizer"},
            paramLabel = "ID",
            description = "optimiser (default: what is usual for the software)")
    private Optional<String> optimiser = Optional.empty();

    @Option(names = "--micro-batch", paramLabel = "N", description = "sequences at a time on a GPU")
    private Optional<Integer> microBatch = Optional.empty();

    @Option(names = "--sequence", paramLabel = "TOKENS", description = "tokens of the longest sequence")
    private Optional<Integer> sequence = Optional.empty();

    @Option(
            names = "--accumulation",
            paramLabel = "N",
            description = "micro batches before the weights change (default: 1)")
    private Optional<Integer> accumulation = Optional.empty();

    @Option(
            names = "--checkpointing",
            paramLabel = "HOW",
            description = "activations that are computed again: none, selective, full")
    private Optional<String> checkpointing = Optional.empty();

    @Option(names = "--rank", paramLabel = "N", description = "rank of adapters, or number of virtual tokens")
    private Optional<Integer> rank = Optional.empty();

    @Option(
            names = "--targets",
            paramLabel = "NAMES",
            split = ",",
            description = "matrices that are adapted, such as q_proj,v_proj or all-linear")
    private List<String> targets = List.of();

    @Option(names = "--with-embeddings", description = "trains embedding and output head as a whole besides")
    private boolean embeddings;

    @Option(
            names = {"--zero", "--zero-stage"},
            paramLabel = "0-3",
            description = "what data-parallel GPUs share out: 1 states, 2 gradients, 3 weights (default: 3 with several"
                    + " of them and full training, else 0)")
    private Optional<Integer> zero = Optional.empty();

    @Option(
            names = {"--dp", "--data-parallel"},
            paramLabel = "N",
            description = "GPUs that each see other data (default: 1)")
    private Optional<Integer> data = Optional.empty();

    @Option(
            names = {"--cp", "--context-parallel"},
            paramLabel = "N",
            description = "GPUs that share a sequence (default: 1)")
    private Optional<Integer> context = Optional.empty();

    @Option(
            names = "--virtual-stages",
            paramLabel = "N",
            description = "pieces of a pipeline stage that take turns (default: 1)")
    private Optional<Integer> virtualStages = Optional.empty();

    @Option(
            names = "--offload",
            paramLabel = "WHAT",
            description = "what stays in the host's memory: none, states, everything")
    private Optional<String> offload = Optional.empty();

    @Option(names = "--compile", description = "the model is compiled before training")
    private boolean compiled;

    @Option(names = "--float8", description = "matrices multiply in 8 bit")
    private boolean float8;

    @Option(
            names = "--tokens",
            paramLabel = "N",
            description = "tokens of the data, once through (default: 100,000 examples of 1,000 tokens)")
    private Optional<Double> tokens = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "times through the data (default: 1)")
    private Optional<Double> epochs = Optional.empty();

    @Option(
            names = "--objective",
            paramLabel = "ID",
            description = "next-token, dpo, grpo or ppo (default: next-token)")
    private Optional<String> objective = Optional.empty();

    @Option(names = "--prompts", paramLabel = "N", description = "prompts that a GPU generates answers to at a time")
    private Optional<Integer> prompts = Optional.empty();

    @Option(names = "--answers", paramLabel = "N", description = "answers to each prompt")
    private Optional<Integer> answers = Optional.empty();

    @Option(names = "--prompt-tokens", paramLabel = "N", description = "tokens of a prompt (default: 512)")
    private Optional<Integer> promptTokens = Optional.empty();

    @Option(names = "--answer-tokens", paramLabel = "N", description = "tokens of an answer (default: 512)")
    private Optional<Integer> answerTokens = Optional.empty();

    @Option(names = "--shared-weights", description = "answers are generated with the weights that are trained")
    private boolean shared;

    boolean isGiven() {
        return method.isPresent();
    }

    TuningMethod method(Library library) {
        return find(
                "tuning method",
                library.tuningMethods(),
                TuningMethod::id,
                TuningMethod::name,
                TuningMethod::otherNames,
                method.orElse(""));
    }

    TrainingStack stack(Library library) {
        return find(
                "training software",
                library.trainingStacks(),
                TrainingStack::id,
                TrainingStack::name,
                TrainingStack::otherNames,
                stack.orElse(USUAL_STACK));
    }

    Optimiser optimiser(Library library, boolean everything) {
        TrainingStack software = stack(library);
        return find(
                "optimiser",
                library.optimisers(),
                Optimiser::id,
                Optimiser::name,
                record -> List.of(),
                optimiser.orElse(everything ? software.optimiser() : software.adapterOptimiser()));
    }

    private static <T> T find(
            String kind,
            List<T> records,
            java.util.function.Function<T, String> id,
            java.util.function.Function<T, String> name,
            java.util.function.Function<T, List<String>> others,
            String wanted) {
        return new RecordNames<T>(
                        kind,
                        records,
                        id,
                        record -> java.util.stream.Stream.concat(
                                        java.util.stream.Stream.of(name.apply(record)), others.apply(record).stream())
                                .toList())
                .find(wanted);
    }

    /** How the frozen model is stored where nothing else is said. */
    String usualPrecision() {
        return method.orElse("").toLowerCase(Locale.ROOT).startsWith(PACKED) ? "nf4" : "bf16";
    }

    Tuning tuning(Library library) {
        return new Tuning(
                method(library),
                rank.map(OptionalInt::of).orElse(OptionalInt.empty()),
                targets,
                java.util.Map.of(),
                embeddings);
    }

    TrainingBatch batch(TrainingStack software) {
        return new TrainingBatch(
                microBatch.orElse(software.microBatch()),
                accumulation.orElse(1),
                sequence.orElse(software.sequence()),
                1);
    }

    Checkpointing checkpointing(TrainingStack software) {
        return checkpointing
                .map(word -> word("--checkpointing", word, Checkpointing.values(), Checkpointing::word))
                .orElse(software.checkpointing());
    }

    TrainingLayout layout(Parallelism parallel, boolean everything) {
        int copies = data.orElse(1);
        int stage = zero.orElse(copies > 1 && everything ? Sharding.ZERO_3.ordinal() : 0);
        if (stage < 0 || stage > Sharding.ZERO_3.ordinal()) {
            throw new IllegalArgumentException("--zero is 0 to 3, not " + stage);
        }
        return new TrainingLayout(
                copies,
                Sharding.values()[stage],
                parallel.tensor(),
                true,
                parallel.pipeline(),
                virtualStages.orElse(1),
                context.orElse(1),
                parallel.expert(),
                offload.map(word -> word(
                                "--offload",
                                word,
                                Offload.values(),
                                value -> value.name().toLowerCase(Locale.ROOT)))
                        .orElse(Offload.NONE));
    }

    Alignment alignment(Library library) {
        TrainingObjective chosen = find(
                "training objective",
                library.trainingObjectives(),
                TrainingObjective::id,
                TrainingObjective::name,
                TrainingObjective::otherNames,
                objective.orElse("next-token"));
        Alignment usual = Alignment.of(chosen);
        return new Alignment(
                chosen,
                prompts.orElse(usual.prompts()),
                answers.orElse(usual.answers()),
                promptTokens.orElse(usual.promptTokens()),
                answerTokens.orElse(usual.answerTokens()),
                shared,
                usual.withReference(),
                usual.critic(),
                usual.reward());
    }

    TrainingRun run() {
        return TrainingRun.USUAL.withTokens(tokens).withEpochs(epochs.orElse(TrainingRun.USUAL.epochs()));
    }

    boolean compiled() {
        return compiled || float8;
    }

    boolean float8() {
        return float8;
    }

    private static <E> E word(String option, String wanted, E[] values, java.util.function.Function<E, String> word) {
        for (E value : values) {
            if (word.apply(value).equalsIgnoreCase(wanted)) {
                return value;
            }
        }
        throw new IllegalArgumentException(option + " is one of "
                + String.join(", ", java.util.Arrays.stream(values).map(word).toList()) + ", not \"" + wanted + "\"");
    }
}
