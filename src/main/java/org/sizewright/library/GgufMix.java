package org.sizewright.library;

import java.util.List;
import org.sizewright.figure.Evidence;
import org.sizewright.library.GgufTensor.GgufModel;

/**
 * A mix of block types, as llama.cpp makes it: one type for most matrices, rules for the others.
 *
 * @param id as llama.cpp calls it: {@code Q4_K_M}
 * @param aliases other names of the same mix
 * @param type the type where no rule says otherwise
 * @param needsImportanceMatrix whether llama.cpp refuses to make it without one
 * @param rules the first that matches counts
 */
public record GgufMix(
        String id,
        List<String> aliases,
        String type,
        boolean needsImportanceMatrix,
        List<GgufRule> rules,
        Evidence evidence,
        List<String> sources)
        implements LibraryRecord {
    public GgufMix {
        Checks.notBlank("id", id);
        Checks.notBlank("type", type);
        aliases = List.copyOf(aliases);
        rules = List.copyOf(rules);
        sources = List.copyOf(sources);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.GGUF_MIX;
    }

    @Override
    public String key() {
        return id;
    }

    /** The id of the type that the rules choose, before it is seen whether it fits the columns. @param own the type of the mix */
    public String typeOf(GgufTensor tensor, GgufModel model, GgufType own) {
        return rules.stream()
                .filter(rule -> rule.matches(tensor, model, own))
                .findFirst()
                .map(GgufRule::type)
                .orElse(type);
    }

    /** Ids of all types that it may use, without those that are fallen back to. */
    public List<String> types() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(type), rules.stream().map(GgufRule::type))
                .distinct()
                .toList();
    }
}
