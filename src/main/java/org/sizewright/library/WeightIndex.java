package org.sizewright.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/** What a {@code model.safetensors.index.json} says about the weights that lie beside it. */
public sealed interface WeightIndex {
    /** @param totalBytes of all tensors, as the index states it */
    record Read(long totalBytes, int tensors) implements WeightIndex {}

    /** Not such a file; the reason is a sentence without its point. */
    record Refused(String reason) implements WeightIndex {}

    /** Reads a file of at most 50 MB. */
    static WeightIndex read(Path file) {
        try {
            JsonNode json = JsonFiles.read(file);
            JsonNode total = json.path("metadata").path("total_size");
            if (!total.isIntegralNumber() || !total.canConvertToLong() || total.longValue() < 1) {
                return new Refused("it has no whole number \"total_size\" in \"metadata\"");
            }
            return new Read(total.longValue(), json.path("weight_map").size());
        } catch (InvalidRecord refused) {
            return new Refused(String.valueOf(refused.getMessage()));
        }
    }
}
