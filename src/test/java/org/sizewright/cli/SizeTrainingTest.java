package org.sizewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeTrainingTest {
    @TempDir
    private Path folder = Path.of("");

    private final SizeRun run = new SizeRun();

    @Test
    void trainingHasItsOwnFigures() throws IOException {
        JsonNode lora = run.json(
                folder,
                "--model Meta-Llama-3.1-8B --train lora --rank 16 --targets q_proj,v_proj"
                        + " --micro-batch 1 --sequence 2048 --tokens 5e7 --epochs 2");
        // 32 layers x 16 x ((4096 + 4096) + (4096 + 1024))
        assertThat(SizeRun.value(lora, "train_trainable")).isEqualTo(32 * 16 * (8192 + 5120));
        assertThat(lora.path("fits").asBoolean()).isTrue();
        assertThat(SizeRun.value(lora, "train_hours")).isPositive();
        JsonNode full =
                run.json(folder, "--model Meta-Llama-3.1-8B --train full --optimiser adamw-mixed --dp 8 --zero 3");
        assertThat(full.path("zeroStage").asInt()).isEqualTo(3);
        assertThat(SizeRun.value(full, "train_gpus")).isEqualTo(8);
        assertThat(run.json(folder, "--model Meta-Llama-3.1-8B --train qlora")
                        .path("weights")
                        .asText())
                .isEqualTo("nf4-dq");
        assertThat(SizeRun.value(
                        run.json(folder, "--model Qwen3-8B --train full --objective ppo --dp 8"), "train_rollout"))
                .isPositive();
    }

    @Test
    void criticAndRewardModelAreNamedOrCounted() throws IOException {
        String base = "--model Meta-Llama-3.1-8B --train full --objective ppo --dp 8";
        JsonNode usual = run.json(folder, base);
        JsonNode small = run.json(folder, base + " --critic 1.5B --reward Meta-Llama-3.1-8B");
        assertThat(SizeRun.value(small, "train_critic")).isEqualTo(1.5e9);
        assertThat(SizeRun.value(small, "train_reward")).isEqualTo(8_030_261_248.0);
        assertThat(SizeRun.value(small, "train_peak")).isLessThan(SizeRun.value(usual, "train_peak"));
        assertThat(SizeRun.value(run.json(folder, base + " --no-reference"), "train_peak"))
                .isLessThan(SizeRun.value(usual, "train_peak"));
        assertThat(run.json(folder, base + " --no-reference")
                        .path("withReference")
                        .asBoolean(true))
                .isFalse();
        assertThat(SizeRun.notes(small)).anyMatch(note -> note.contains("none of PPO was measured"));
    }

    @Test
    void adaptersAreServedMergedSideBySideOrInSeries() throws IOException {
        JsonNode report = run.json(
                folder,
                "--model Meta-Llama-3.1-8B --train lora --rank 16 --targets q_proj,v_proj --serve-adapters 8"
                        + " --serve-rank 32 --serve-tp 2 --serve-series 3");
        double adapter = 32 * 16 * (8192 + 5120) * 2.0 / (1 << 20);
        assertThat(SizeRun.value(report, "train_adapter_merged")).isZero();
        assertThat(SizeRun.value(report, "train_adapter")).isEqualTo(adapter);
        assertThat(SizeRun.value(report, "train_adapter_series")).isEqualTo(3 * adapter);
        // 8 slots of rank 32: what goes in as a whole, what comes out shared by 2 GPUs
        assertThat(SizeRun.value(report, "train_adapter_slots"))
                .isEqualTo(32 * 32 * 8 * (8192 + 5120 / 2) * 2.0 / (1 << 20));
        assertThat(run.out()).contains("Serving the adapter: merged, side by side, in series");
    }

    @Test
    void roomIsKeptForTheRankThatIsTrained() throws IOException {
        String base = "--model Meta-Llama-3.1-8B --train lora --rank 64";
        assertThat(SizeRun.value(run.json(folder, base), "train_slot_rank")).isEqualTo(64);
        assertThat(SizeRun.notes(run.json(folder, base + " --serve-rank 16")))
                .anyMatch(note -> note.contains("rank 64") && note.contains("--serve-rank"));
    }

    @Test
    void checkpointsAreCountedAsTheyAreKept() throws IOException {
        String base = "--model Meta-Llama-3.1-8B --train full --dp 8 --checkpoints 5";
        JsonNode state = run.json(folder, base);
        JsonNode weights = run.json(folder, base + " --checkpoint-content weights");
        // five that stay, and the one that is being written
        assertThat(SizeRun.value(weights, "train_disk")).isEqualTo(6 * SizeRun.value(weights, "train_checkpoint"));
        assertThat(SizeRun.value(state, "train_disk")).isEqualTo(6 * SizeRun.value(state, "train_checkpoint_state"));
    }

    @Test
    void dataSettingsAndLimitsAreThoseThatWereTyped() throws IOException {
        JsonNode report = run.json(
                folder,
                "--model Meta-Llama-3.1-8B --train oft --setting BLOCKSIZE=64 --examples 2000 --example-tokens 500"
                        + " --longest-batch 50 --power 80 --tp 2 --no-sequence-parallel");
        assertThat(SizeRun.value(report, "train_run_tokens")).isEqualTo(1e6);
        assertThat(report.path("sequenceParallel").asBoolean(true)).isFalse();
        JsonNode usual = run.json(folder, "--model Meta-Llama-3.1-8B --train oft --tp 2");
        assertThat(SizeRun.value(report, "train_trainable")).isGreaterThan(SizeRun.value(usual, "train_trainable"));
        assertThat(SizeRun.value(report, "train_tokens_per_second"))
                .isLessThan(SizeRun.value(usual, "train_tokens_per_second"));
    }

    @Test
    void onASliceTheSpeedIsNotThatOfTheGpu() throws IOException {
        JsonNode report = run.json(folder, "--model Qwen3-8B --train qlora --profile 3g.40gb");
        assertThat(report.path("gpu").asText()).isEqualTo("h100-sxm-80");
        assertThat(report.path("device").asText()).contains("3g.40gb");
        assertThat(SizeRun.figure(report, "train_tokens_per_second", "w1")
                        .path("value")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatDoesNotFitIsAnsweredWithAChange() {
        assertThat(run.size("--model Llama-3.3-70B-Instruct --train full --dp 8 --zero 0"))
                .isEqualTo(1);
        assertThat(run.out()).contains("It does not fit: the peak of ").contains("still missing");
        assertThat(run.size("--model Qwen3-8B --train lora --micro-batch 64 --sequence 4096"))
                .isEqualTo(1);
        assertThat(run.out()).containsPattern("[A-Z][^.]*: that leaves [0-9.]+ GiB free");
    }

    @Test
    void whatDoesNothingIsANote() throws IOException {
        assertThat(SizeRun.notes(run.json(folder, "--model Qwen3-8B --train full --precision fp8 --zero 3")))
                .anyMatch(note -> note.contains("--precision does nothing here"))
                .anyMatch(note -> note.contains("--zero counts with --dp or --cp"));
    }

    @Test
    void aTrillionParametersAndAMillionTokensDoNotOverflow() throws IOException {
        JsonNode report = run.json(
                folder,
                "--model Huge --totals parameters=1T,hidden=16384,layers=128,heads=128,kv-heads=8,head-dim=128,"
                        + "vocabulary=200000,mlp=53248 --train full --dp 1000 --tp 8 --pp 16 --sequence 1000000"
                        + " --tokens 15T --micro-batch 100000 --accumulation 1000000");
        assertThat(report.path("fits").asBoolean(true)).isFalse();
        assertThat(SizeRun.value(report, "train_gpus")).isEqualTo(128_000);
        SizeRun.assertFinite(report, "train_left");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--train lora --context 4096|--context belongs to serving a model, not to training: leave it out",
                "--train lora --engine sglang|--engine belongs to serving a model and retrieval, not to training",
                "--train lora --retrieve office|--train and --retrieve exclude each other",
                "--train lorra|did you mean lora",
                "--train full --zero 4|--zero must be a whole number from 0 to 3, not \"4\"",
                "--train full --checkpointing some|one of none, selective, full",
                "--train full --offload all|one of none, states, everything",
                "--train lora --rank 0|--rank must be a whole number from 1 to 1,000,000",
                "--train full --rank 8|Full fine-tuning has no rank",
                "--train full --targets q_proj|does not adapt single matrices",
                "--train full --with-embeddings|trains them anyway",
                "--train full --serve-adapters 3|leaves no adapter to serve",
                "--train lora --serve-adapters 0|--serve-adapters must be a whole number from 1 to 100,000",
                "--train lora --serve-rank 99999999999|--serve-rank must be a whole number from 1 to 1,000,000",
                "--train lora --serve-tp 2000|--serve-tp must be a whole number from 1 to 1,024",
                "--train lora --serve-series 0|--serve-series must be a whole number from 1 to 1,000",
                "--train lora --setting blockSize=8|LoRA has no settings",
                "--train oft --setting size=8|it has blockSize",
                "--train oft --setting blockSize|NAME=N",
                "--train oft --setting blockSize=0|blockSize of --setting must be a whole number",
                "--train full --sequence 0|--sequence must be a whole number from 1 to 100,000,000",
                "--train full --dp 0|--dp must be a whole number from 1 to 1,000,000",
                "--train full --dp 1000000 --tp 64|the GPUs of a run must be 1 to 1000000, not 64000000",
                "--train full --virtual-stages 2|give --pp too",
                "--train lora --profile 3g.40gb --dp 2|cannot be split over several slices",
                "--train full --tokens -1|--tokens must be a number from 1 to 100,000,000,000,000",
                "--train full --tokens 1e20|--tokens must be a number from 1 to",
                "--train full --tokens 5M --examples 10|leave out --examples and --example-tokens",
                "--train full --epochs NaN|--epochs must be a number",
                "--train full --epochs 0|the epochs must be 0.001 to 1000000",
                "--train full --checkpoints 0|--checkpoints must be a whole number from 1 to 100,000",
                "--train full --checkpoint-content half|weights or state",
                "--train full --power 0|the percent of power must be 1 to 100",
                "--train full --longest-batch 101|--longest-batch must be more than 0 and at most 100",
                "--train full --optimiser adamm|no optimiser",
                "--train full --objective pppo|did you mean ppo",
                "--train full --critic 7B|Supervised fine-tuning has no critic",
                "--train full --objective grpo --reward 7B|GRPO holds no reward model",
                "--train full --no-reference|holds no reference",
                "--train full --objective dpo --answers 4|DPO generates no answers",
                "--train full --objective ppo --critic 0|--critic must be a number from 1 to 1e15",
                "--train full --objective ppo --critic 1e16|--critic must be a number from 1 to 1e15",
                "--train full --objective ppo --reward Llana-2-13B|did you mean meta-llama/Llama-2-13b-hf",
            })
    void badInputIsTwoAndOneSentence(String arguments, String sentence) {
        assertThat(run.size("--model Llama-2-13B " + arguments)).isEqualTo(2);
        assertThat(run.err()).containsIgnoringCase(sentence).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }
}
