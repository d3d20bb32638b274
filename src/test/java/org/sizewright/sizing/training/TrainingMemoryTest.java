package org.sizewright.sizing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sizewright.sizing.training.TrainingRuns.FULL;
import static org.sizewright.sizing.training.TrainingRuns.LORA;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.TrainingObjective;
import org.sizewright.library.TrainingStack.Checkpointing;
import org.sizewright.library.TuningMethod;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.plan.TrainingBatch;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingLayout.Offload;
import org.sizewright.plan.TrainingLayout.Sharding;
import org.sizewright.sizing.training.TrainingRuns.Calculated;

class TrainingMemoryTest {
    private static final double PARAMETERS = 8_030_261_248d;

    @ParameterizedTest
    @CsvSource({
        // LoRA on all matrices of Qwen-7B, whose q, k and v are one: as its fine-tuning script prints
        "Qwen/Qwen-7B, lora, 64, all-linear, 143130624",
        // shapes of the parameters in PEFT's code (github.com/huggingface/peft src/peft/tuners), counted by hand
        "meta-llama/Llama-3.2-3B, ia3, 0, '', 286720",
        "meta-llama/Llama-3.2-3B, layer-norms, 0, '', 175104",
        "meta-llama/Llama-3.2-3B, adalora, 64, '', 18353664",
        "meta-llama/Llama-3.2-3B, lokr, 32, '', 279552",
        "meta-llama/Llama-3.2-3B, oft, 0, '', 2666496",
        "meta-llama/Llama-3.2-3B, boft, 0, '', 802816",
        "meta-llama/Llama-3.2-3B, c3a, 0, '', 5505024",
        "meta-llama/Llama-3.2-3B, fourierft, 0, '', 56000",
        "meta-llama/Llama-3.2-3B, randlora, 32, '', 9289728",
        "meta-llama/Llama-3.2-3B, bottleneck, 64, '', 22195712",
        // eight experts of three matrices in each of 32 layers
        "mistralai/Mixtral-8x7B-v0.1, lora, 8, gate_proj, 37748736",
    })
    void trainedParametersFollowTheShapesOfTheMethod(
            String model, String method, int rank, String target, double expected) {
        TrainingRuns run = LORA.stack("hf-peft").model(model).method(method, rank);
        assertThat((target.isEmpty() ? run : run.targets(target)).calculate().trainable())
                .isEqualTo(expected);
    }

    /** arXiv 1910.02054: 16 bytes per parameter, of which 12 are sharded in stage 1, 14 in stage 2, all in stage 3. */
    @ParameterizedTest
    @CsvSource({"NONE, 16, 0", "ZERO_1, 4, 12", "ZERO_2, 2, 14", "ZERO_3, 0, 16"})
    void stagesOfZeroShardWhatTheirPaperSays(Sharding sharding, double whole, double sharded) {
        Calculated calculated = FULL.sharded(sharding, 64).calculate();
        assertThat(calculated.held()).isCloseTo(PARAMETERS * (whole + sharded / 64), Percentage.withPercentage(0.001));
    }

    @Test
    void aRunOnOneGpuAddsUp() {
        // weights 2, gradients 2, states 12 bytes; activations 2hLT and the loss 12VT; 1.5 GB of the software
        double activations = 2.0 * 4096 * 32 * 4096;
        double loss = 12.0 * 128_256 * 4096;
        assertThat(FULL.calculate().peak()).isCloseTo(16 * PARAMETERS + activations + loss + 1.5e9, within(1e3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "lora", "qlora"})
    void moreGpusUnderZero3NeverTakeMoreOfEach(String method) {
        for (String model :
                List.of("meta-llama/Meta-Llama-3.1-8B", "Qwen/Qwen2-0.5B-Instruct", "mistralai/Mixtral-8x7B-v0.1")) {
            double before = Double.POSITIVE_INFINITY;
            for (int gpus = 2; gpus <= 1024; gpus *= 2) {
                double peak = tuned(method)
                        .model(model)
                        .sharded(Sharding.ZERO_3, gpus)
                        .calculate()
                        .peak();
                assertThat(peak).as(model + " on " + gpus).isLessThanOrEqualTo(before);
                before = peak;
            }
        }
    }

    private static TrainingRuns tuned(String method) {
        return switch (method) {
            case "full" -> FULL;
            case "lora" -> LORA;
            default -> LORA.weights("nf4");
        };
    }

    @ParameterizedTest
    @EnumSource(Checkpointing.class)
    void longerSequencesNeverTakeLess(Checkpointing checkpointing) {
        for (String stack : List.of("hf-peft", "hf-trainer", "litgpt", "torchtune", "torchtitan")) {
            double before = 0;
            for (int sequence = 1; sequence < 1_000_000; sequence *= 3) {
                double peak = LORA.stack(stack)
                        .checkpointing(checkpointing)
                        .batch(TrainingBatch.of(1, sequence))
                        .calculate()
                        .peak();
                assertThat(peak).isGreaterThanOrEqualTo(before);
                before = peak;
            }
        }
    }

    @Test
    void everyKnownModelTakesMoreInFullThanWithAdaptersAndLeastPacked() {
        int known = 0;
        for (ModelArchitecture model : TrainingRuns.LIBRARY.models()) {
            if (model.config().isEmpty() || TrainingRuns.LIBRARY.shape(model) instanceof ShapeResult.Refused) {
                continue;
            }
            String id = model.id().value();
            TrainingRuns adapted = LORA.model(id).targets(Tuning.ALL_LINEAR);
            double full = FULL.model(id).calculate().held();
            double lora = adapted.calculate().held();
            double packed = adapted.weights("nf4").calculate().held();
            assertThat(full).as(id).isGreaterThan(lora);
            assertThat(lora).as(id).isGreaterThan(packed);
            double all = adapted.checkpointing(Checkpointing.NONE).calculate().peak();
            double selected =
                    adapted.checkpointing(Checkpointing.SELECTIVE).calculate().peak();
            double inputs =
                    adapted.checkpointing(Checkpointing.FULL).calculate().peak();
            assertThat(all).as(id).isGreaterThanOrEqualTo(selected);
            assertThat(selected).as(id).isGreaterThanOrEqualTo(inputs);
            known++;
        }
        assertThat(known).isGreaterThan(175);
    }

    @Test
    void everyMethodOnEverySoftwareGivesNumbers() {
        for (TuningMethod method : TrainingRuns.LIBRARY.tuningMethods()) {
            for (String stack : List.of("hf-peft", "hf-trainer", "litgpt", "torchtune", "torchtitan")) {
                Calculated calculated = LORA.stack(stack).method(method.id(), 0).calculate();
                assertThat(calculated.trainable()).as(method.name()).isBetween(1.0, PARAMETERS);
                assertThat(calculated.peak()).as(method.name()).isBetween(1e9, 1e12);
            }
        }
    }

    @Test
    void tensorAndPipelineParallelDivideWhatIsHeld() {
        double one = FULL.calculate().held();
        double tensor = FULL.layout(new TrainingLayout(1, Sharding.NONE, 8, true, 1, 1, 1, 1, Offload.NONE))
                .calculate()
                .held();
        assertThat(tensor).isCloseTo(one / 8, Percentage.withPercentage(0.1));
        Calculated piped = FULL.batch(new TrainingBatch(1, 4, 4096, 1))
                .layout(new TrainingLayout(1, Sharding.NONE, 1, true, 4, 1, 1, 1, Offload.NONE))
                .calculate();
        assertThat(piped.memory().stages.keys()).hasSize(4);
        double stages = 0;
        for (RowKey stage : piped.memory().stages.keys()) {
            stages += piped.book()
                    .value(piped.memory().held.states, stage)
                    .asNumber()
                    .orElseThrow();
        }
        assertThat(stages * (1L << 30)).isCloseTo(12 * PARAMETERS, Percentage.withPercentage(0.001));
        // the first stage has four micro batches under way, the last one none but its own
        assertThat(piped.memory().stages.keys().stream()
                        .map(stage -> piped.book()
                                .value(piped.book().get("train_in_flight"), stage)
                                .asNumber()
                                .orElseThrow()))
                .containsExactly(4.0, 3.0, 2.0, 1.0);
    }

    @Test
    void withoutSequenceParallelWhatLiesBetweenMatricesStaysWhole() {
        TrainingRuns kept = FULL.checkpointing(Checkpointing.NONE);
        double shared = kept.layout(new TrainingLayout(1, Sharding.NONE, 4, true, 1, 1, 1, 1, Offload.NONE))
                .calculate()
                .peak();
        double whole = kept.layout(new TrainingLayout(1, Sharding.NONE, 4, false, 1, 1, 1, 1, Offload.NONE))
                .calculate()
                .peak();
        // norms 8h, their outputs 4h and inputs of matrices 4h, of 32 layers and 4096 tokens: three quarters of it
        assertThat(whole - shared).isCloseTo(16.0 * 4096 * 32 * 4096 * 0.75, Percentage.withPercentage(0.01));
    }

    @Test
    void expertsAreSpreadOverGroups() {
        TrainingRuns mixture = FULL.model("mistralai/Mixtral-8x7B-v0.1");
        double together = mixture.sharded(Sharding.NONE, 8).calculate().held();
        double spread = mixture.layout(new TrainingLayout(8, Sharding.NONE, 1, true, 1, 1, 1, 8, Offload.NONE))
                .calculate()
                .held();
        // 32 layers of eight experts of three matrices of 4096 x 14336
        double experts = 16.0 * 32 * 8 * 3 * 4096 * 14_336;
        assertThat(together - spread).isCloseTo(experts * 7 / 8, Percentage.withPercentage(0.001));
    }

    @Test
    void alignmentHoldsTheModelsOfItsMethod() {
        Calculated supervised = FULL.calculate();
        double plain = supervised.bytes(supervised.memory().training);
        Calculated dpo = FULL.objective("dpo").calculate();
        assertThat(dpo.bytes(dpo.memory().frozen)).isCloseTo(2 * PARAMETERS, within(1.0));
        Calculated adapted = LORA.objective("dpo").calculate();
        assertThat(adapted.bytes(adapted.memory().frozen)).isZero();
        Calculated ppo = FULL.objective("ppo").calculate();
        // a critic with its states, a reference and a reward model beside the actor
        assertThat(ppo.bytes(ppo.memory().training) - plain)
                .isCloseTo(16 * PARAMETERS + 4 * PARAMETERS, Percentage.withPercentage(0.01));
        Calculated grpo = FULL.objective("grpo").calculate();
        assertThat(grpo.number(grpo.memory().rollout)).isPositive();
        assertThat(grpo.number(grpo.memory().peak))
                .isEqualTo(Math.max(
                        grpo.number(grpo.memory().training),
                        Math.max(grpo.number(grpo.memory().scoring), grpo.number(grpo.memory().rollout))));
        for (TrainingObjective objective : TrainingRuns.LIBRARY.trainingObjectives()) {
            assertThat(FULL.objective(objective.id()).calculate().peak()).isGreaterThanOrEqualTo(plain);
        }
    }

    @Test
    void whatIsOffloadedStandsInTheHost() {
        Calculated states = FULL.layout(new TrainingLayout(1, Sharding.NONE, 1, true, 1, 1, 1, 1, Offload.STATES))
                .calculate();
        assertThat(states.held()).isCloseTo(4 * PARAMETERS, within(1.0));
        assertThat(states.bytes(states.memory().offloaded)).isCloseTo(12 * PARAMETERS, within(1.0));
        Calculated all = FULL.layout(new TrainingLayout(1, Sharding.NONE, 1, true, 1, 1, 1, 1, Offload.EVERYTHING))
                .calculate();
        assertThat(all.held()).isZero();
        assertThat(all.bytes(all.memory().offloaded)).isCloseTo(16 * PARAMETERS, within(1.0));
        assertThat(all.bytes(all.memory().held.gathered)).isPositive();
    }

    @Test
    void checkpointsAndServedAdaptersTakeTheirBytes() {
        Calculated run = FULL.calculate();
        assertThat(run.bytes(run.memory().result.checkpoint)).isCloseTo(2 * PARAMETERS, within(1.0));
        // three are kept while a fourth is written
        assertThat(run.bytes(run.memory().result.disk)).isCloseTo(14 * PARAMETERS * 4, within(10.0));
        assertThat(run.value(run.memory().result.adapter)).isInstanceOf(Value.Unknown.class);

        Calculated adapted = LORA.stack("hf-peft").calculate();
        TrainingResult result = adapted.memory().result;
        double trained = 32 * 16 * ((4096 + 4096) + (4096 + 1024));
        assertThat(adapted.trainable()).isEqualTo(trained);
        assertThat(adapted.bytes(result.merged)).isZero();
        assertThat(adapted.bytes(result.adapter)).isEqualTo(2 * trained);
        assertThat(adapted.bytes(result.series)).isEqualTo(3 * 2 * trained);
        // four adapters of rank 64 on two GPUs that share what comes out
        assertThat(adapted.bytes(result.slots)).isEqualTo(4.0 * 64 * 2 * 32 * ((4096 + 4096 / 2) + (4096 + 1024 / 2)));
        Calculated prompt = LORA.stack("hf-peft").method("prompt-tuning", 20).calculate();
        assertThat(prompt.value(prompt.memory().result.merged)).isInstanceOf(Value.Unknown.class);
    }

    @Test
    void hoursFollowFromTokensAndSpeed() {
        Calculated run = FULL.sharded(Sharding.ZERO_3, 8).calculate();
        TrainingTime time = run.memory().time;
        assertThat(run.number(time.hours))
                .isCloseTo(1e9 * 2 / (3600.0 * 8 * run.number(time.tokensPerSecond)), Percentage.withPercentage(1e-6));
        assertThat(run.number(time.utilisation)).isBetween(25.0, 64.0);
        assertThat(run.band(time.hours).min()).isLessThan(run.number(time.hours));
        assertThat(run.band(time.hours).max()).isGreaterThan(run.number(time.hours));
    }

    /** Llama 3.1 8B on an H100 (3350 GB/s, 989 TFLOPS), one answer of 512 tokens at a time; constants of vllm-stream. */
    @Test
    void hoursOfAlignmentAreThoseOfWritingJudgingAndLearning() {
        Calculated run = FULL.objective("ppo").calculate();
        TrainingTime time = run.memory().time;
        double read = PARAMETERS - 128_256.0 * 4096;
        double step = read * 2 / (3350e9 * 0.878) + (512 + 256) * 32 * 2 * 1024 * 2 / (3350e9 * 0.7) + 32 * 0.000135;
        double prompt = 512 * 2 * read / (989e12 * 0.686);
        double answers = 2e9 / 1024;
        assertThat(run.number(time.answers.answers)).isCloseTo(answers, Percentage.withPercentage(1e-6));
        assertThat(run.number(time.answers.writing))
                .isCloseTo(answers * (512 * step + prompt) / 3600, Percentage.withPercentage(0.1));
        // an actor and a critic learn
        assertThat(run.number(time.learning))
                .isCloseTo(2 * 2e9 / (3600 * run.number(time.tokensPerSecond)), Percentage.withPercentage(1e-6));
        assertThat(run.number(time.hours))
                .isCloseTo(
                        run.number(time.learning) + run.number(time.answers.writing) + run.number(time.answers.judging),
                        Percentage.withPercentage(1e-6));
        // forward by reference, reward model and critic; learning goes forward twice and backward once, for two models
        assertThat(run.number(time.answers.judging) / run.number(time.learning))
                .isBetween(3.0 / 8 * 0.8, 3.0 / 8 * 1.2);
        assertThat(run.book().band(time.hours, TrainingRuns.ROW)).isEmpty();
        assertThat(run.band(time.learning).min()).isLessThan(run.number(time.learning));
    }

    @Test
    void answersAreWrittenTogetherAndOnEveryCopy() {
        Calculated one = FULL.objective("ppo").calculate();
        Calculated group = FULL.objective("grpo").calculate();
        // eight answers read the weights once, so that they take much less than eight times as long
        double shorter =
                one.number(one.memory().time.answers.writing) / group.number(group.memory().time.answers.writing);
        assertThat(shorter).isBetween(6.0, 8.0);
        Calculated copies = FULL.objective("ppo").sharded(Sharding.ZERO_2, 4).calculate();
        assertThat(copies.number(copies.memory().time.answers.writing))
                .isCloseTo(one.number(one.memory().time.answers.writing) / 4, Percentage.withPercentage(1e-6));
    }

    @Test
    void whereNoCopyCanWriteAloneTheHoursAreNotKnown() {
        Calculated stages = FULL.objective("grpo")
                .layout(TrainingLayout.SINGLE.withPipeline(2))
                .calculate();
        assertThat(stages.value(stages.memory().time.answers.writing)).isInstanceOf(Value.Unknown.class);
        assertThat(stages.value(stages.memory().time.hours)).isInstanceOf(Value.Unknown.class);
        assertThat(stages.number(stages.memory().time.learning)).isPositive();
    }

    @Test
    void aTargetThatTheModelHasNotLeavesTheSizeUnknown() {
        Calculated misnamed = LORA.targets("quux").calculate();
        assertThat(misnamed.value(misnamed.memory().trained.trainable)).isInstanceOf(Value.Unknown.class);
    }

    @Test
    void manyRunsStandInOneBook() {
        List<TrainingSubject> subjects = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            subjects.add(FULL.sharded(Sharding.ZERO_3, i).subject(new RowKey("w" + i, "Run " + i)));
        }
        FigureBook.Builder builder = FigureBook.builder();
        TrainingMemory memory = new TrainingMemory(builder, subjects, TrainingRuns.LIBRARY);
        FigureBook book = builder.build();
        for (TrainingSubject subject : subjects) {
            assertThat(book.value(memory.trained.parameters, subject.row())
                            .asNumber()
                            .orElseThrow())
                    .isEqualTo(PARAMETERS);
        }
    }
}
