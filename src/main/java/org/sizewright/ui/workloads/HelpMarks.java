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
            Map.entry(Field.EXPERT, "expert-parallel"),
            Map.entry("tuningModel", "llm"),
            Map.entry("tuningMethod", "fine-tuning"),
            Map.entry("tuningRank", "lora"),
            Map.entry("tuningTargets", "adapter"),
            Map.entry("tuningNames", "mlp"),
            Map.entry("tuningWeights", "qlora"),
            Map.entry("tuningEmbeddings", "token-embedding"),
            Map.entry("tuningTokens", "token"),
            Map.entry("tuningSequence", "context-window"),
            Map.entry("tuningBatch", "micro-batch"),
            Map.entry("tuningSteps", "batch"),
            Map.entry("tuningKept", "checkpoint"),
            Map.entry("tuningState", "optimiser-state"),
            Map.entry("tuningCheckpointing", "activation-checkpointing"),
            Map.entry("tuningOptimiser", "optimiser-state"),
            Map.entry("tuningSharding", "zero"),
            Map.entry("tuningOffload", "fsdp"),
            Map.entry("tuningFloat8", "fp8"),
            Map.entry("tuningSlice", "mig-profile"),
            Map.entry("tuningSequenceParallel", "sequence-parallel"),
            Map.entry("tuningObjective", "rlhf"),
            Map.entry("tuningReference", "dpo"),
            Map.entry("tuningCritic", "ppo"),
            Map.entry("tuningReward", "reward-model"),
            Map.entry("tuningAnswers", "grpo"),
            Map.entry("tuningSlots", "adapter"));

    private HelpMarks() {}

    /** @param frames fields by their id; one without a term stays as it is */
    static void on(Glossary glossary, Map<String, FieldFrame> frames) {
        frames.forEach(
                (id, frame) -> Optional.ofNullable(TERMS.get(id)).ifPresent(term -> glossary.explain(frame, term)));
    }
}
