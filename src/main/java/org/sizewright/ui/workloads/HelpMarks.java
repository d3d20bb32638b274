package org.sizewright.ui.workloads;

import java.util.List;
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
            Map.entry("tuningReference", "reference-model"),
            Map.entry("tuningCritic", "ppo"),
            Map.entry("tuningReward", "reward-model"),
            Map.entry("tuningAnswers", "grpo"),
            Map.entry("tuningSlots", "multi-lora"),
            Map.entry("tuningLargestRank", "lora"),
            Map.entry("tuningServedOn", "tensor-parallel"),
            Map.entry("tuningSeries", "adapter"),
            Map.entry("tuningBlock", "oft"),
            Map.entry("tuningFactor", "lokr"),
            Map.entry("tuningFactors", "oft"),
            Map.entry("tuningValues", "fourierft"),
            Map.entry("tuningExamples", "training-example"),
            Map.entry("tuningExampleTokens", "token"),
            Map.entry("tuningEpochs", "epoch"),
            Map.entry("tuningLength", "packing"),
            Map.entry("tuningStack", "training-stack"),
            Map.entry("tuningCompiled", "compiled-model"),
            Map.entry("tuningPower", "power-limit"),
            Map.entry("tuningPrompts", "rollout"),
            Map.entry("tuningPromptTokens", "prompt"),
            Map.entry("tuningAnswerTokens", "rollout"),
            Map.entry("tuningShared", "rollout"),
            Map.entry("tuningData", "data-parallel"),
            Map.entry("tuningTensor", "tensor-parallel"),
            Map.entry("tuningPipeline", "pipeline-parallel"),
            Map.entry("tuningVirtual", "virtual-stage"),
            Map.entry("tuningContext", "context-parallel"),
            Map.entry("tuningExpert", "expert-parallel"),
            Map.entry("load-users", "active-users"),
            Map.entry("load-active", "active-users"),
            Map.entry("load-per-hour", "request"),
            Map.entry("load-reuse", "prefix-caching"),
            Map.entry("load-first-token", "ttft"),
            Map.entry("load-per-token", "tpot"),
            Map.entry(Field.KIND_NAME, "request"),
            Map.entry(Field.KIND_INPUT, "prompt"),
            Map.entry(Field.KIND_OUTPUT, "decode"),
            Map.entry(Field.VCPU, "vcpu"),
            Map.entry(Field.MEMORY, "vm-memory"),
            Map.entry(Field.SURVIVAL, "high-availability"),
            Map.entry(Field.LABELS, "host-label"),
            Map.entry(Field.WINDOWS, "weekly-window"),
            Map.entry(Field.GROWTH, "load-growth"),
            Map.entry("outlook-percent", "load-growth"),
            Map.entry("outlook-after12", "load-growth"),
            Map.entry("outlook-after36", "load-growth"),
            Map.entry("outlook-versions", "model-version"),
            Map.entry("outlook-copies", "model-version"),
            Map.entry("outlook-users", "home-directory"),
            Map.entry("outlook-home", "home-directory"),
            Map.entry("outlook-disk", "datastore"),
            Map.entry("outlook-images", "container-image"),
            Map.entry(Field.SHARING, "vgpu"),
            Map.entry(Field.GPU_MEMORY, "gpu-memory"),
            Map.entry(Field.PROFILE, "gpu-profile"),
            Map.entry(Field.VGPUS, "multi-vgpu"),
            Map.entry(Field.FURTHER, "multi-vgpu"),
            Map.entry(Field.JOINED, "device-group"),
            Map.entry(Field.RDMA, "gpudirect-rdma"),
            Map.entry(Field.ACCESS, "passthrough"));

    private HelpMarks() {}

    /** @param frames fields by their id; one without a term stays as it is */
    static void on(Glossary glossary, Map<String, FieldFrame> frames) {
        frames.forEach((id, frame) -> term(id).ifPresent(term -> glossary.explain(frame, term)));
    }

    /** The same for sliders whose stops change. */
    static void onSliders(Glossary glossary, List<? extends StopField<?>> sliders) {
        sliders.forEach(slider -> term(slider.id()).ifPresent(term -> slider.explain(glossary, term)));
    }

    private static Optional<String> term(String id) {
        return Optional.ofNullable(TERMS.get(id));
    }
}
