package org.sizewright.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.sizewright.library.Library;
import org.sizewright.library.Optimiser;
import org.sizewright.library.TrainingStack;
import org.sizewright.library.TrainingStack.Checkpointing;
import org.sizewright.library.TuningMethod;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.TrainingBatch;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingLayout.Offload;
import org.sizewright.plan.TrainingLayout.Sharding;
import org.sizewright.sizing.Parallelism;
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
    private Optional<String> microBatch = Optional.empty();

    @Option(names = "--sequence", paramLabel = "TOKENS", description = "tokens of the longest sequence")
    private Optional<String> sequence = Optional.empty();

    @Option(
            names = "--accumulation",
            paramLabel = "N",
            description = "micro batches before the weights change (default: 1)")
    private Optional<String> accumulation = Optional.empty();

    @Option(
            names = "--checkpointing",
            paramLabel = "HOW",
            description = "activations that are computed again: none, selective, full")
    private Optional<String> checkpointing = Optional.empty();

    @Option(names = "--rank", paramLabel = "N", description = "rank of adapters, or number of virtual tokens")
    private Optional<String> rank = Optional.empty();

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
    private Optional<String> zero = Optional.empty();

    @Option(
            names = {"--dp", "--data-parallel"},
            paramLabel = "N",
            description = "GPUs that each see other data (default: 1)")
    private Optional<String> data = Optional.empty();

    @Option(
            names = {"--cp", "--context-parallel"},
            paramLabel = "N",
            description = "GPUs that share a sequence (default: 1)")
    private Optional<String> context = Optional.empty();

    @Option(
            names = "--virtual-stages",
            paramLabel = "N",
            description = "pieces of a pipeline stage that take turns (default: 1)")
    private Optional<String> virtualStages = Optional.empty();

    @Option(
            names = "--offload",
            paramLabel = "WHAT",
            description = "what stays in the host's memory: none, states, everything")
    private Optional<String> offload = Optional.empty();

    @Option(names = "--compile", description = "the model is compiled before training")
    private boolean compiled;

    @Option(names = "--float8", description = "matrices multiply in 8 bit; the model is compiled for that")
    private boolean float8;

    @Option(
            names = "--setting",
            paramLabel = "NAME=N",
            description = "a further number of the method, such as blockSize=64 of OFT; once for each")
    private List<String> settings = List.of();

    @Option(
            names = "--longest-batch",
            paramLabel = "PERCENT",
            description = "tokens of the longest batch that really comes, of that of full sequences (default: 100)")
    private Optional<String> lengthShare = Optional.empty();

    @Option(
            names = "--no-sequence-parallel",
            description = "GPUs of --tp share matrices only, and not what lies between them")
    private boolean withoutSequenceParallel;

    @Option(
            names = "--power",
            paramLabel = "PERCENT",
            description = "limit of the GPU's power, of what it may draw (default: 100)")
    private Optional<String> power = Optional.empty();

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
            Function<T, String> id,
            Function<T, String> name,
            Function<T, List<String>> others,
            String wanted) {
        return new RecordNames<>(
                        kind, records, id, record -> RecordNames.with(name.apply(record), others.apply(record)))
                .find(wanted);
    }

    /** How the frozen model is stored where nothing else is said. */
    String usualPrecision() {
        return method.orElse("").toLowerCase(Locale.ROOT).startsWith(PACKED) ? "nf4-dq" : "bf16";
    }

    /** @throws IllegalArgumentException with a sentence if something has no place in the method */
    FineTuning.Method tuned(Library library) {
        TuningMethod chosen = method(library);
        boolean ranked =
                chosen.rank().isPresent() || stack(library).usualRanks().containsKey(chosen.id());
        check(rank.isEmpty() || ranked, "--rank", chosen, "has no rank");
        check(
                targets.isEmpty() || chosen.trains() == TuningMethod.Trains.MATRICES,
                "--targets",
                chosen,
                "does not adapt single matrices");
        check(!embeddings || !isWhole(chosen), "--with-embeddings", chosen, "trains them anyway");
        return new FineTuning.Method(
                chosen.id(),
                rank.map(text -> TypedNumber.whole("--rank", text, 1, FineTuning.MAX_RANK)),
                targets,
                settings(chosen),
                embeddings);
    }

    static boolean isWhole(TuningMethod method) {
        return method.trains() == TuningMethod.Trains.EVERYTHING;
    }

    private static void check(boolean fine, String option, TuningMethod chosen, String why) {
        if (!fine) {
            throw new IllegalArgumentException(option + " does nothing here, because " + chosen.name() + " " + why
                    + ": leave it out, or choose another method");
        }
    }

    private SortedMap<String, Integer> settings(TuningMethod chosen) {
        SortedMap<String, Integer> numbers = new TreeMap<>();
        for (String typed : settings) {
            String[] parts = typed.split("=", 2);
            if (parts.length < 2) {
                throw TypedNumber.refused("--setting", "NAME=N, such as blockSize=64", typed);
            }
            String name = chosen.settings().keySet().stream()
                    .filter(each -> each.equalsIgnoreCase(parts[0].strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(chosen.name()
                            + (chosen.settings().isEmpty()
                                    ? " has no settings: leave out --setting"
                                    : " has no setting \"" + parts[0] + "\"; it has "
                                            + String.join(
                                                    ", ", chosen.settings().keySet()))));
            if (numbers.put(name, TypedNumber.whole(name + " of --setting", parts[1], 1, FineTuning.MAX_RANK))
                    != null) {
                throw new IllegalArgumentException("--setting says " + name + " twice");
            }
        }
        return numbers;
    }

    /** The rank that is trained, with what is usual for method and software. */
    int trainedRank(Library library) {
        TuningMethod chosen = method(library);
        return rank.map(text -> TypedNumber.whole("--rank", text, 1, FineTuning.MAX_RANK))
                .or(() -> Optional.ofNullable(stack(library).usualRanks().get(chosen.id())))
                .orElse(chosen.rank().orElse(1));
    }

    /** What of the options does nothing, but is no mistake. */
    List<String> notes(boolean withPrecision, Library library) {
        List<String> notes = new ArrayList<>();
        if (withPrecision && isWhole(method(library))) {
            notes.add(
                    "A model that is trained as a whole is stored as its optimiser says: --precision does nothing here.");
        }
        if (zero.isPresent()
                && !zero.get().strip().equals("0")
                && degree("--dp", data) * (long) degree("--cp", context) == 1) {
            notes.add("ZeRO has nothing to share out on one GPU that sees data: --zero counts with --dp or --cp.");
        }
        return notes;
    }

    FineTuning.Software software(Library library) {
        TuningMethod chosen = method(library);
        TrainingStack software = stack(library);
        return new FineTuning.Software(
                software.id(),
                optimiser(library, isWhole(chosen)).id(),
                checkpointing
                        .map(word -> word("--checkpointing", word, Checkpointing.values(), Checkpointing::word))
                        .orElse(software.checkpointing()),
                compiled || float8,
                float8,
                power.map(text -> TypedNumber.decimal("--power", text)).orElse(100.0));
    }

    TrainingBatch batch(TrainingStack software) {
        double percent = lengthShare
                .map(text -> TypedNumber.decimal("--longest-batch", text))
                .orElse(100.0);
        if (!(percent > 0 && percent <= 100)) {
            throw TypedNumber.refused("--longest-batch", "more than 0 and at most 100", lengthShare.orElse(""));
        }
        return new TrainingBatch(
                whole("--micro-batch", microBatch, TrainingBatch.MAX_MICRO_BATCH)
                        .orElse(software.microBatch()),
                whole("--accumulation", accumulation, TrainingBatch.MAX_MICRO_BATCHES)
                        .orElse(1),
                whole("--sequence", sequence, TrainingBatch.MAX_SEQUENCE).orElse(software.sequence()),
                percent / 100);
    }

    TrainingLayout layout(Parallelism parallel, boolean everything) {
        int copies = degree("--dp", data);
        int stages = degree("--virtual-stages", virtualStages);
        if (stages > 1 && parallel.pipeline() == 1) {
            throw new IllegalArgumentException("--virtual-stages are pieces of a pipeline stage: give --pp too");
        }
        int stage = zero.map(text -> TypedNumber.whole("--zero", text, 0, Sharding.ZERO_3.ordinal()))
                .orElse(copies > 1 && everything ? Sharding.ZERO_3.ordinal() : 0);
        return new TrainingLayout(
                copies,
                Sharding.values()[stage],
                parallel.tensor(),
                !withoutSequenceParallel,
                parallel.pipeline(),
                stages,
                degree("--cp", context),
                parallel.expert(),
                offload.map(word -> word(
                                "--offload",
                                word,
                                Offload.values(),
                                value -> value.name().toLowerCase(Locale.ROOT)))
                        .orElse(Offload.NONE));
    }

    private static int degree(String option, Optional<String> typed) {
        return whole(option, typed, TrainingLayout.MOST).orElse(1);
    }

    private static Optional<Integer> whole(String option, Optional<String> typed, int most) {
        return typed.map(text -> TypedNumber.whole(option, text, 1, most));
    }

    private static <E> E word(String option, String wanted, E[] values, Function<E, String> word) {
        for (E value : values) {
            if (word.apply(value).equalsIgnoreCase(wanted)) {
                return value;
            }
        }
        throw TypedNumber.refused(
                option,
                "one of " + String.join(", ", Arrays.stream(values).map(word).toList()),
                wanted);
    }
}
