package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sizewright.library.Engine;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelUse;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.RetrievalRecord.RetrievalPreset;
import org.sizewright.library.RetrievalRecord.VectorElement;
import org.sizewright.library.RetrievalRecord.VectorIndex;

/**
 * What the fields of retrieval need besides the workload itself.
 *
 * @param models for each use, those that were made for it first
 * @param automatic what counts where nothing is typed in, by the id of the field
 * @param notes what follows from the inputs, by the id of the field
 */
record RetrievalFields(
        List<RetrievalPreset> presets,
        List<VectorIndex> indexes,
        List<VectorElement> elements,
        List<Engine> engines,
        Map<ModelUse, List<ModelArchitecture>> models,
        List<NumberFormat> formats,
        List<LlmFields.Slice> slices,
        Optional<LlmFields.Slice> slice,
        Map<String, Double> automatic,
        Map<String, String> notes) {
    List<ModelArchitecture> models(ModelUse use) {
        return models.getOrDefault(use, List.of());
    }

    OptionalDouble automatic(String field) {
        Double number = automatic.get(field);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    String note(String field) {
        return notes.getOrDefault(field, "");
    }
}
