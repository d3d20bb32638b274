package org.sizewright.sizing.training;

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
public record TrainingCase(
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
    private static final Pattern DEGREE = Pattern.compile("([A-Za-z]+)\\s*(\\d+)");
    private static final Map<String, String> SETTINGS = Map.of(
            "n_frequency", "values",
            "factor", "factor",
            "decompose_factor", "factor",
            "block_size", "blockSize",
            "oft_block_size", "blockSize",
            "boft_block_size", "blockSize",
            "n_butterfly_factor", "factors");

    public TrainingCase {
        targets = List.copyOf(targets);
        settings = Map.copyOf(settings);
        degrees = Map.copyOf(degrees);
    }

    /**
     * The inputs of a case by name: texts, numbers, flags and lists of texts, as in files of measured cases.
     *
     * @param engine the software, where the case names it outside its inputs
     */
    public static TrainingCase of(Map<String, Object> inputs, Optional<String> engine) {
        Map<String, Integer> settings = new LinkedHashMap<>();
        SETTINGS.forEach((name, setting) -> count(inputs, name).ifPresent(value -> settings.put(setting, value)));
        Map<String, Integer> degrees = new LinkedHashMap<>();
        text(inputs, "layout").ifPresent(words -> degrees.putAll(degreesOf(words)));
        for (String degree : List.of("fsdp", "dp", "tp", "pp", "cp", "ep", "virtual_stages", "zero_stage")) {
            count(inputs, degree).ifPresent(value -> degrees.put(degree, value));
        }
        Optional<String> method = text(inputs, "method");
        return new TrainingCase(
                text(inputs, "engine").or(() -> engine).filter(name -> !name.isBlank()),
                method,
                first(inputs, "rank", "r", "init_r", "bottleneck"),
                first(inputs, "virtual_tokens", "num_virtual_tokens", "adapter_len", "tokens"),
                targets(inputs),
                settings,
                flag(inputs, "train_embeddings")
                        || method.map(name -> name.toLowerCase(Locale.ROOT).contains("emb"))
                                .orElse(false),
                text(inputs, "weight_format"),
                text(inputs, "optimizer"),
                first(inputs, "micro_batch", "batch", "local_batch"),
                first(inputs, "max_seq_tokens", "seq_len"),
                recomputes(inputs),
                flag(inputs, "float8"),
                text(inputs, "gpu"),
                count(inputs, "gpus"),
                degrees,
                count(inputs, "microbatches"),
                text(inputs, "layout"),
                text(inputs, "technique"));
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

    private static Optional<String> recomputes(Map<String, Object> inputs) {
        for (String name : List.of("activation_checkpointing", "gradient_checkpointing")) {
            if (inputs.get(name) instanceof Boolean on) {
                return Optional.of(on ? "full" : "none");
            }
            Optional<String> words = text(inputs, name);
            if (words.isPresent()) {
                return words.map(word -> word.toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    private static List<String> targets(Map<String, Object> inputs) {
        if (inputs.get("targets") instanceof List<?> list) {
            return list.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
        }
        return text(inputs, "targets").stream().toList();
    }

    private static Optional<String> text(Map<String, Object> inputs, String name) {
        return inputs.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static boolean flag(Map<String, Object> inputs, String name) {
        return inputs.get(name) instanceof Boolean flag && flag;
    }

    private static OptionalInt first(Map<String, Object> inputs, String... names) {
        for (String name : names) {
            OptionalInt found = count(inputs, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return OptionalInt.empty();
    }

    /** A whole number from 1 to a million; empty if it is none. */
    private static OptionalInt count(Map<String, Object> inputs, String name) {
        return inputs.get(name) instanceof Number number && number.doubleValue() >= 1 && number.doubleValue() <= 1e8
                ? OptionalInt.of((int) Math.round(number.doubleValue()))
                : OptionalInt.empty();
    }
}
