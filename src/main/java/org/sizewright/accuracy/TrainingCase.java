package org.sizewright.accuracy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A training run as tables of measurements describe it. What is not said is empty and taken as usual.
 *
 * @param engine name of the software
 * @param method name of the tuning method
 * @param tokens virtual or new tokens that are trained
 * @param microBatch sequences at a time; with a pipeline, all of a step
 * @param recomputes which activations are computed again, in words
 * @param layout parallelism, in words such as {@code FSDP8,TP8}
 * @param technique what else was switched on, in words
 */
record TrainingCase(
        Optional<String> engine,
        Optional<String> method,
        OptionalInt rank,
        OptionalInt tokens,
        List<String> targets,
        Map<String, Integer> settings,
        boolean withEmbeddings,
        Optional<String> weightFormat,
        Optional<String> optimiser,
        OptionalInt microBatch,
        OptionalInt sequence,
        Optional<String> recomputes,
        boolean float8,
        Optional<String> gpu,
        OptionalInt gpus,
        Map<String, Integer> degrees,
        OptionalInt microBatches,
        Optional<String> layout,
        Optional<String> technique) {
    private static final int LARGEST = 100_000_000;
    private static final Pattern DEGREE = Pattern.compile("([A-Za-z]+)\\s*(\\d+)");
    private static final Map<String, String> SETTINGS = Map.of(
            "n_frequency", "values",
            "factor", "factor",
            "decompose_factor", "factor",
            "block_size", "blockSize",
            "oft_block_size", "blockSize",
            "boft_block_size", "blockSize",
            "n_butterfly_factor", "factors");

    TrainingCase {
        targets = List.copyOf(targets);
        settings = Map.copyOf(settings);
        degrees = Map.copyOf(degrees);
    }

    /** The engine is named among the inputs or beside them. */
    static TrainingCase of(MeasuredCase run) {
        Inputs inputs = run.inputs();
        Map<String, Integer> settings = new LinkedHashMap<>();
        SETTINGS.forEach((name, setting) -> count(inputs, name).ifPresent(value -> settings.put(setting, value)));
        Map<String, Integer> degrees = new LinkedHashMap<>();
        inputs.text("layout").ifPresent(words -> degrees.putAll(degreesOf(words)));
        for (String degree : List.of("fsdp", "dp", "tp", "pp", "cp", "ep", "virtual_stages", "zero_stage")) {
            count(inputs, degree).ifPresent(value -> degrees.put(degree, value));
        }
        Optional<String> method = inputs.text("method");
        return new TrainingCase(
                inputs.text("engine").or(() -> Optional.of(run.engine())).filter(name -> !name.isBlank()),
                method,
                first(inputs, "rank", "r", "init_r", "bottleneck"),
                first(inputs, "virtual_tokens", "num_virtual_tokens", "adapter_len", "tokens"),
                targets(inputs),
                settings,
                inputs.flag("train_embeddings").orElse(false)
                        || method.map(name -> name.toLowerCase(Locale.ROOT).contains("emb"))
                                .orElse(false),
                inputs.text("weight_format"),
                inputs.text("optimizer"),
                first(inputs, "micro_batch", "batch", "local_batch"),
                first(inputs, "max_seq_tokens", "seq_len"),
                recomputes(inputs),
                inputs.flag("float8").orElse(false),
                inputs.text("gpu"),
                count(inputs, "gpus"),
                degrees,
                count(inputs, "microbatches"),
                inputs.text("layout"),
                inputs.text("technique"));
    }

    /** The words of a case by the kind of parallelism, 1 where nothing is said. */
    int degree(String name) {
        return degrees.getOrDefault(name, 1);
    }

    private static Map<String, Integer> degreesOf(String words) {
        Map<String, Integer> degrees = new LinkedHashMap<>();
        Matcher matcher = DEGREE.matcher(words);
        while (matcher.find() && matcher.group(2).length() < 8) {
            degrees.put(matcher.group(1).toLowerCase(Locale.ROOT), Math.max(1, Integer.parseInt(matcher.group(2))));
        }
        return degrees;
    }

    private static Optional<String> recomputes(Inputs inputs) {
        for (String name : List.of("activation_checkpointing", "gradient_checkpointing")) {
            Optional<String> words = inputs.flag(name)
                    .map(on -> on ? "full" : "none")
                    .or(() -> inputs.text(name).map(word -> word.toLowerCase(Locale.ROOT)));
            if (words.isPresent()) {
                return words;
            }
        }
        return Optional.empty();
    }

    private static List<String> targets(Inputs inputs) {
        List<String> several = inputs.texts("targets");
        return several.isEmpty() ? inputs.text("targets").stream().toList() : several;
    }

    private static OptionalInt first(Inputs inputs, String... names) {
        for (String name : names) {
            OptionalInt found = count(inputs, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt count(Inputs inputs, String name) {
        return inputs.count(name)
                .filter(number -> number <= LARGEST)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}
