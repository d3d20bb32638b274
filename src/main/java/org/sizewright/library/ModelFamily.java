package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Evidence;
import org.sizewright.library.model.FamilyTraits;

/**
 * How models of one family are put together, beyond the numbers of their configurations.
 *
 * @param id the family's own name, or the first of those that go by it
 * @param gguf whether llama.cpp can make a file of its models
 * @param types the values of {@code model_type} that mean this family
 */
public record ModelFamily(
        String id,
        List<String> types,
        FamilyTraits traits,
        boolean gguf,
        Optional<String> notes,
        Evidence evidence,
        List<String> sources)
        implements LibraryRecord {
    public ModelFamily {
        Checks.notBlank("id", id);
        types = List.copyOf(types);
        sources = List.copyOf(sources);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("\"types\" names no model_type");
        }
    }

    @Override
    public RecordKind kind() {
        return RecordKind.MODEL_FAMILY;
    }

    @Override
    public String key() {
        return id;
    }
}
