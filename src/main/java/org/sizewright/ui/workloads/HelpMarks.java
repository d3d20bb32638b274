package org.sizewright.ui.workloads;

import java.util.Map;
import java.util.Optional;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.Glossary;

/** Which word of the glossary explains which field. */
final class HelpMarks {
    private static final Map<String, String> TERMS = Map.ofEntries(
            Map.entry(Field.MODEL, "llm"),
            Map.entry(Field.WEIGHTS, "number-format"),
            Map.entry(Field.KV_CACHE, "kv-quantisation"),
            Map.entry(Field.CONTEXT, "context-window"),
            Map.entry(Field.CONCURRENCY, "concurrency"),
            Map.entry(Field.DEGREE, "tensor-parallel"),
            Map.entry(Field.ENGINE, "serving-engine"),
            Map.entry(Field.UTILISATION, "gpu-memory-utilisation"),
            Map.entry(Field.SEQUENCES, "continuous-batching"),
            Map.entry(Field.BATCHED, "chunked-prefill"),
            Map.entry(Field.BLOCK, "paged-attention"),
            Map.entry(Field.POOL, "kv-cache"),
            Map.entry(Field.PRECISION, "quantisation"),
            Map.entry(Field.SLICE, "mig-profile"),
            Map.entry(Field.PIPELINE, "pipeline-parallel"),
            Map.entry(Field.EXPERT, "expert-parallel"));

    private HelpMarks() {}

    /** @param frames fields by their id; one without a term stays as it is */
    static void on(Glossary glossary, Map<String, FieldFrame> frames) {
        frames.forEach(
                (id, frame) -> Optional.ofNullable(TERMS.get(id)).ifPresent(term -> glossary.explain(frame, term)));
    }
}
