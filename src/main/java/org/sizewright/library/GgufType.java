package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Evidence;

/**
 * A block of a GGUF file: so many bytes for so many parameters that follow each other in a row of a matrix.
 *
 * @param id as llama.cpp prints it: {@code Q4_K}
 * @param fallback the type that is taken where the columns of a matrix are no multiple of {@code parameters}
 */
public record GgufType(
        String id, int bytes, int parameters, Optional<String> fallback, Evidence evidence, List<String> sources)
        implements LibraryRecord {
    public GgufType {
        Checks.notBlank("id", id);
        Checks.atLeast("bytes", 1, bytes);
        Checks.atLeast("parameters", 1, parameters);
        sources = List.copyOf(sources);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.GGUF_TYPE;
    }

    @Override
    public String key() {
        return id;
    }

    public boolean fits(long columns) {
        return columns % parameters == 0;
    }

    public double bytesPerParameter() {
        return (double) bytes / parameters;
    }
}
