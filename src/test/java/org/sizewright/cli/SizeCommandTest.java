package org.sizewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private final SizeRun run = new SizeRun();

    private int size(String arguments) {
        return run.size(arguments);
    }

    private JsonNode json(String arguments) throws IOException {
        return run.json(folder, arguments);
    }

    @Test
    void jsonHoldsEveryRowOfEveryFigureAndAllThatTheyRead() throws IOException {
        JsonNode report = json("--model Meta-Llama-3.1-8B --precision bf16 --context 8192 --concurrency 16 --pp 2");
        assertThat(report.path("format").asText()).isEqualTo("sizewright-size");
        assertThat(report.path("fits").asBoolean()).isTrue();
        Map<String, JsonNode> cells = new HashMap<>();
        Set<String> kindsOfRows = new HashSet<>();
        for (JsonNode figure : report.path("figures")) {
            String row = figure.path("row").asText();
            String name = figure.path("id").asText() + (row.equals("single") ? "" : "/" + row);
            assertThat(cells.put(name, figure)).as(name).isNull();
            kindsOfRows.add(figure.path("rows").asText());
            for (JsonNode read : figure.path("reads")) {
                assertThat(cells).as(name + " reads what stands before it").containsKey(read.asText());
            }
            if (figure.has("low") && figure.path("low").isNumber()) {
                assertThat(figure.path("low").asDouble())
                        .as(name)
                        .isLessThanOrEqualTo(figure.path("value").asDouble());
                assertThat(figure.path("high").asDouble())
                        .as(name)
                        .isGreaterThanOrEqualTo(figure.path("value").asDouble());
            }
            assertThat(figure.path("value").isNumber()
                            || !figure.path("valueUnknown").asText().isBlank())
                    .as(name)
                    .isTrue();
        }
        assertThat(kindsOfRows).contains("llm", "llmstage", "llmpart", "llmkind", "none");
        assertThat(cells).containsKeys("stage_pool/w1s1", "stage_pool/w1s2", "tokens_per_second/w1", "gpus_needed");
        assertThat(SizeRun.figure(report, "weights_per_gpu", "w1")
                        .path("formula")
                        .asText())
                .isNotBlank();
        assertThat(SizeRun.figure(report, "gpu_memory", "w1").path("sources")).isNotEmpty();
    }

    @Test
    void aSliceHasItsOwnMemoryAndNoSpeed() throws IOException {
        JsonNode report = json("--model Qwen3-8B --precision fp8 --context 4096 --concurrency 4 --profile 2g.20gb");
        assertThat(report.path("device").asText()).contains("2g.20gb");
        assertThat(SizeRun.value(report, "gpu_memory")).isBetween(18.0, 20.0);
        assertThat(SizeRun.figure(report, "tokens_per_second", "w1")
                        .path("valueUnknown")
                        .asText())
                .contains("the speed of the slice");
        assertThat(SizeRun.value(
                        json("--model Qwen3-8B --precision fp8 --context 4096 --concurrency 4 --profile h100xm-20c"
                                + " --gpu h100-sxm-80"),
                        "gpu_memory"))
                .isBetween(18.0, 20.5);
    }

    @Test
    void settingsOfTheEngineGoBeforeItsDefaults() throws IOException {
        String base = "--model Meta-Llama-3.1-8B --precision bf16 --context 8192 --concurrency 16";
        JsonNode usual = json(base);
        JsonNode less = json(base + " --utilisation 80 --max-batched-tokens 2048 --block-tokens 32");
        assertThat(SizeRun.value(less, "utilisation")).isEqualTo(80);
        assertThat(SizeRun.value(less, "max_batched_tokens")).isEqualTo(2048);
        assertThat(SizeRun.value(less, "context_in_blocks")).isEqualTo(8192);
        assertThat(SizeRun.value(less, "kv_pool")).isLessThan(SizeRun.value(usual, "kv_pool"));
        // 40 GiB / (131072 B/token * 16 tokens) = 20480 blocks
        assertThat(SizeRun.value(json(base + " --measured-pool 40"), "gpu_blocks"))
                .isEqualTo(20_480);
    }

    @Test
    void requestsFollowFromPeople() throws IOException {
        // 300 users, 20 % active, 12 requests per hour each = 0.2 per second; 1200 tokens in, 400 out
        JsonNode report = json("--model Meta-Llama-3.1-8B --precision fp8 --gpu l40s --users 300 --load chat");
        assertThat(SizeRun.value(report, "active_users")).isEqualTo(60);
        assertThat(SizeRun.value(report, "requests_per_second")).isEqualTo(0.2);
        assertThat(SizeRun.value(report, "context")).isEqualTo(1600);
        assertThat(SizeRun.value(report, "concurrent_requests")).isEqualTo(SizeRun.value(report, "requests_in_work"));
        assertThat(run.out()).contains("Needed to keep the promised times").contains("measured case");
        JsonNode typed = json("--model Meta-Llama-3.1-8B --precision fp8 --gpu l40s --users 100 --active 50"
                + " --requests-per-hour 36 --input-tokens 1000 --output-tokens 100 --prefix 40 --first-token 2"
                + " --token-time 50");
        assertThat(SizeRun.value(typed, "requests_per_second")).isEqualTo(0.5);
        // each stays 2 s + 100 x 50 ms = 7 s
        assertThat(SizeRun.value(typed, "requests_in_work")).isEqualTo(4);
        assertThat(SizeRun.value(typed, "prefix_reuse")).isEqualTo(40);
    }

    @Test
    void whatDoesNotFitEndsWithOneAndASentence() {
        assertThat(size("--model Llama-3.3-70B-Instruct --precision bf16 --context 4096 --concurrency 8"))
                .isEqualTo(1);
        assertThat(run.out()).contains("It does not fit: ");
        assertThat(size("--model Llama-3.3-70B-Instruct --train full")).isEqualTo(1);
        assertThat(run.out()).contains("It does not fit: the peak of ");
    }

    @Test
    void headsThatDoNotDivideAreAFinding() {
        assertThat(size("--model Qwen3-14B --precision bf16 --context 4096 --concurrency 8 --tp 3"))
                .isEqualTo(1);
        assertThat(run.out())
                .contains("query heads of")
                .contains("cannot be split over 3 GPUs: choose a --tp that divides them: 1, 2, 4, 5, 8");
    }

    @Test
    void formulasAreThereOnRequest() {
        String base = "--model Llama-2-13B --precision bf16 --context 4096 --concurrency 8";
        assertThat(size(base)).isZero();
        assertThat(run.out())
                .contains("24.24 GiB = 26.03 GB")
                .contains("verified")
                .doesNotContain("source:");
        assertThat(run.out().lines()).allMatch(line -> line.length() < 200);
        assertThat(size(base + " --why")).isZero();
        assertThat(run.out()).contains("      = ").contains("source:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--context -5 --concurrency 8|--context must be a whole number from 1 to 100,000,000, not \"-5\"",
                "--context 99999999999 --concurrency 8|whole number from 1 to 100,000,000, not \"99999999999\"",
                "--context 1e999999999 --concurrency 8|whole number from 1 to 100,000,000",
                "--context 4096.5 --concurrency 8|whole number from 1 to 100,000,000",
                "--context many --concurrency 8|whole number from 1 to 100,000,000, not \"many\"",
                "--context 4096 --concurrency -1|--concurrency must be a whole number from 1 to 10,000,000",
                "--context 4096|--concurrency is missing",
                "--context 4096 --concurrency 8 --tp 0|--tp must be a whole number from 1 to 64, not \"0\"",
                "--context 4096 --concurrency 8 --pp -2|--pp must be a whole number from 1 to 64",
                "--context 4096 --concurrency 8 --pp 41|has 40 layers",
                "--context 4096 --concurrency 8 --ep 2|has no experts",
                "--context 4096 --concurrency 8 --utilisation 150|--utilisation must be a whole number from 1 to 100",
                "--context 4096 --concurrency 8 --measured-pool -1|must be 0 to 100000, not -1",
                "--context 4096 --concurrency 8 --measured-pool 1e999|--measured-pool must be a number",
                "--context 4096 --concurrency 8 --vm 16|such as 16x128",
                "--context 4096 --concurrency 8 --vm 16x0|the GiB of --vm must be a whole number from 1 to 65,536",
                "--context 4096 --concurrency 8 --profile 9g.90gb|has no MIG profile or vGPU type of H100",
                "--context 4096 --concurrency 8 --profile 1g.10gb --tp 2|cannot be split over several slices",
                "--context 4096 --concurrency 8 --engine vlm|did you mean vllm",
                "--context 4096 --concurrency 8 --gpu L40Z|did you mean l40",
                "--context 4096 --concurrency 8 --kv-cache int9|the library has no number format",
                "--context 4096 --concurrency 8 --rank 8|--rank belongs to training, not to serving a model",
                "--context 4096 --concurrency 8 --chunk 8|--chunk belongs to retrieval, not to serving a model",
                "--contxt 4096|There is no option --contxt; did you mean --context",
                "--context 4096 --context 8192 --concurrency 1|--context is given twice: leave out one",
                "--context 4096 --concurrency 8 --profile|Missing required parameter for option '--profile'",
                "--context 4096 --concurrency 8 left over|\"left\" stands alone",
                "--users 100|--requests-per-hour is missing, or a --load that says it",
                "--users 100 --load chatt|did you mean chat",
                "--load chat|--users is missing",
                "--users 100 --load chat --concurrency 4|not both",
                "--users 100 --load chat --context 100|too short",
                "--users -3 --load chat|--users must be a whole number from 1 to 100,000,000",
                "--users 10 --load chat --prefix 120|must be 0 to 100",
                "--users 10 --load chat --kind 70:1200|SHARE:INPUT:OUTPUT",
                "--users 10 --load chat --kind 70:1200:many|the output of --kind must be a whole number",
                "--users 10 --load chat --kind 70:1200:400|add up to 70.0, not to 100",
                "--users 10 --load chat --kind 100:1200:400 --input-tokens 5|leave out --input-tokens",
            })
    void badInputIsTwoAndOneSentence(String arguments, String sentence) {
        assertThat(size("--model Llama-2-13B --precision bf16 " + arguments)).isEqualTo(2);
        assertThat(run.err()).containsIgnoringCase(sentence).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--context 1 --concurrency 1 --precision bf16|--model is missing",
                "--model Llama-2-13B --context 1 --concurrency 1|--precision is missing",
                "--model Llama-2-13B --precision bf16|the load is missing",
                "--model nope.json --precision bf16 --context 1 --concurrency 1|the file nope.json is no model",
                "--totals hidden=64 --precision bf16 --context 1 --concurrency 1|--totals lacks parameters, layers",
                "--totals size=64 --precision bf16 --context 1 --concurrency 1|NAME=N with names of parameters",
                "--totals hidden=64,hidden=65 --precision bf16 --context 1 --concurrency 1|says hidden twice",
            })
    void whatIsMissingIsNamed(String arguments, String sentence) {
        assertThat(size(arguments)).isEqualTo(2);
        assertThat(run.err()).containsIgnoringCase(sentence).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aTrillionParametersAndAMillionTokensDoNotOverflow() throws IOException {
        JsonNode report = json("--model Huge --totals parameters=1T,hidden=16384,layers=128,heads=128,kv-heads=8,"
                + "head-dim=128,vocabulary=200000,mlp=53248 --precision bf16 --context 1000000 --concurrency 1000"
                + " --tp 8 --pp 16");
        assertThat(report.path("model").asText()).isEqualTo("Huge");
        assertThat(SizeRun.value(report, "parameters")).isEqualTo(1e12);
        // 128 layers x 2 x 8 heads x 128 x 2 B, shared by 8 GPUs and 16 stages
        assertThat(SizeRun.value(report, "kv_per_token")).isEqualTo(4096);
        SizeRun.assertFinite(report);
    }

    @Test
    void requestsMayBeOfSeveralKinds() throws IOException {
        JsonNode report = json("--model Meta-Llama-3.1-8B --precision fp8 --gpu l40s --users 100 --requests-per-hour 36"
                + " --kind 75:1000:100:Questions --kind 25:3000:500");
        assertThat(SizeRun.value(report, "requests_per_second")).isEqualTo(1);
        assertThat(SizeRun.value(report, "context")).isEqualTo(3500);
    }

    @Test
    void machinesAreThoseThatWereTyped() throws IOException {
        JsonNode report = json("--model Llama-2-13B --precision bf16 --context 4096 --concurrency 8 --vm 24x256");
        assertThat(SizeRun.value(report, "llm_vcpu")).isEqualTo(24);
        assertThat(SizeRun.value(report, "llm_memory")).isEqualTo(256);
    }

    @ParameterizedTest
    @CsvSource({
        "Llana-2-13B, h100-sxm-80, did you mean meta-llama/Llama-2-13b-hf",
        "Llama-2-13B, H100, may be h100-pcie-80",
        "qwen2.5 7b, H100 SXM 80GB, ''",
        "meta-llama/Llama-2-13b-hf, h100 sxm5 80gb, ''",
    })
    void namesAreForgiven(String model, String gpu, String sentence) {
        int code = run.size(
                "--model", model, "--gpu", gpu, "--precision", "bf16", "--context", "4096", "--concurrency", "1");
        assertThat(run.err()).contains(sentence);
        assertThat(code).as(run.err()).isEqualTo(sentence.isEmpty() ? 0 : 2);
    }
}
