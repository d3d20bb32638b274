package org.sizewright;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.TrainingStack.Checkpointing;
import org.sizewright.plan.AdapterServing;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.Survival;
import org.sizewright.plan.TrainingBatch;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingLayout.Offload;
import org.sizewright.plan.TrainingLayout.Sharding;
import org.sizewright.plan.TrainingRun;
import org.sizewright.plan.TuningGoal;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.WorkloadId;

/** Fine-tuning for tests. */
public final class FineTunings {
    public static final ModelId LLAMA_8B = ModelId.of("meta-llama/Meta-Llama-3.1-8B");
    private static final WorkloadId ID = WorkloadId.of("w3");

    private FineTunings() {}

    /** Llama 3.1 8B as a whole, 16 bytes per parameter, one sequence of 4096 tokens at a time, all computed again. */
    public static FineTuning full() {
        return FineTuning.full(ID, "Support answers", LLAMA_8B)
                .withRun(TrainingRun.ofTokens(1e9, 2))
                .withServing(new AdapterServing(4, 64, 2, 3));
    }

    /** The same by LoRA of rank 16 on the matrices that are usual. */
    public static FineTuning lora() {
        FineTuning full = full();
        return full.withMethod(FineTuning.Method.of("lora").withRank(Optional.of(16)))
                .withSoftware(full.software().withStack("hf-peft").withOptimiser("adamw-32"));
    }

    /** With everything that fine-tuning can have. */
    public static FineTuning everything() {
        return FineTuning.qlora(ID, "Aligned answers", LLAMA_8B)
                .withMethod(new FineTuning.Method(
                        "lokr",
                        Optional.of(24),
                        List.of("q_proj", "v_proj", "down_proj"),
                        new TreeMap<>(Map.of("factor", 8)),
                        true))
                .withSoftware(
                        new FineTuning.Software("torchtitan", "adamw-32", Checkpointing.SELECTIVE, true, true, 82.5))
                .withBatch(new TrainingBatch(2, 8, 8192, 0.85))
                .withGoal(new TuningGoal(
                        "ppo", 4, Optional.of(2), 700, 300, true, false, Optional.of(1.2e9), Optional.of(7e9)))
                .withRun(new TrainingRun(Optional.of(2.5e8), 5e5, 640, 2.5, 4, false))
                .withServing(new AdapterServing(8, 64, 2, 2))
                .withVm(new VmShape(32, 256))
                .withSurvival(Survival.MUST_RESTART);
    }

    /** With everything that a spread over GPUs can have. */
    public static TrainingLayout layout() {
        return new TrainingLayout(4, Sharding.ZERO_2, 2, false, 2, 3, 2, 4, Offload.STATES);
    }

    /** Of some size, with ends of what is allowed where {@code wild}. */
    public static FineTuning random(Random random, boolean wild, WorkloadId id, String name) {
        FineTuning some = random.nextBoolean() ? everything() : full();
        return some.withId(id)
                .withName(name)
                .withWeights(NumberFormatId.of(wild ? "no \"such\" format" : "bf16"))
                .withMethod(FineTuning.Method.of(wild ? "{\"}" : "dora")
                        .withRank(random.nextBoolean() ? Optional.of(wild ? FineTuning.MAX_RANK : 8) : Optional.empty())
                        .withSettings(wild ? Map.of("factor", Integer.MIN_VALUE) : Map.of()))
                .withBatch(new TrainingBatch(
                        wild ? TrainingBatch.MAX_MICRO_BATCH : 1 + random.nextInt(4),
                        1 + random.nextInt(8),
                        wild ? TrainingBatch.MAX_SEQUENCE : 512 << random.nextInt(4),
                        wild ? Double.MIN_VALUE : 1))
                .withRun(some.run()
                        .withTokens(
                                random.nextBoolean()
                                        ? Optional.empty()
                                        : Optional.of(wild ? TrainingRun.MAX_TOKENS : 1e8))
                        .withEpochs(wild ? 0.1 + 0.2 : 3));
    }

    /** A spread of some size. */
    public static TrainingLayout randomLayout(Random random, boolean wild) {
        TrainingLayout some = random.nextBoolean() ? TrainingLayout.SINGLE : layout();
        return wild
                ? some.withPipeline(1 + random.nextInt(1000))
                : TrainingLayout.data(1 + random.nextInt(8), Sharding.values()[random.nextInt(4)]);
    }
}
