package org.sizewright.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A library that generates text without a memory pool: it allocates as it goes, so its peak follows from what is alive at once.
 *
 * @param versions the versions that the record holds for
 * @param constants what {@link Method#constants} names, each with its evidence
 * @param dequantises formats of which a matrix is unpacked to 16 bit beside the packed one
 * @param repeatsKvFor formats with which keys and values are repeated to all heads
 */
public record GenerationStack(
        String id,
        String name,
        String versions,
        Method method,
        Map<String, Fact<Double>> constants,
        List<NumberFormatId> dequantises,
        List<NumberFormatId> repeatsKvFor,
        java.util.Optional<String> notes,
        List<String> sources)
        implements LibraryRecord {

    /** How the peak comes about. */
    public enum Method {
        /** Peaks of loading, prompt and generation, as Hugging Face transformers reaches them. */
        TRANSFORMERS(
                "transformers",
                List.of(
                        "workspaceMib",
                        "workspaceHopperMib",
                        "tensorByTensor",
                        "rotaryTableBytes",
                        "promptLogitBytes",
                        "mlpWidths",
                        "hiddenWidths",
                        "positionBytes",
                        "grownBlockMib",
                        "repeatedBytes")),
        /** Weights, with the output head unpacked, and a cache that is allocated first. */
        LITGPT(
                "litgpt",
                List.of(
                        "workspaceMib",
                        "tensorByTensor",
                        "headCopies",
                        "mlpWidths",
                        "hiddenWidths",
                        "promptLogitBytes")),
        /** A cache that is allocated first, joined matrices, scores of all heads at once. */
        AUTOAWQ(
                "autoawq",
                List.of(
                        "workspaceMib",
                        "tensorByTensor",
                        "rotaryTableBytes",
                        "warmUpMib",
                        "scoreBytes",
                        "promptLogitBytes",
                        "hiddenWidths"));

        private final String word;
        private final List<String> constants;

        Method(String word, List<String> constants) {
            this.word = word;
            this.constants = constants;
        }

        public String word() {
            return word;
        }

        /** The names of the constants that the method needs. */
        public List<String> constants() {
            return constants;
        }
    }

    public GenerationStack {
        Checks.notBlank("id", id);
        Checks.notBlank("name", name);
        constants = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        for (String needed : method.constants()) {
            if (!constants.containsKey(needed)) {
                throw new IllegalArgumentException("\"constants." + needed + "\" is missing");
            }
        }
        dequantises = List.copyOf(dequantises);
        repeatsKvFor = List.copyOf(repeatsKvFor);
        sources = List.copyOf(sources);
    }

    /** @throws IllegalArgumentException if its method has no such constant */
    public Fact<Double> constant(String name) {
        Fact<Double> constant = constants.get(name);
        if (constant == null) {
            throw new IllegalArgumentException(id + " has no constant " + name);
        }
        return constant;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.GENERATION_STACK;
    }

    @Override
    public String key() {
        return id;
    }
}
