package org.sizewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.library.LibraryReader;
import org.sizewright.plan.FileOperations;
import org.sizewright.session.Recovery;
import org.sizewright.session.Storage;

class SizeCommandTest {
    private static final Storage STORAGE = new Storage(
            LibraryReader.bundled().library(),
            CatalogRulesReader.readShipped(),
            new Recovery(Path.of("target/no-recovery")),
            FileOperations.ofSystem(),
            "Sizewright test");
    private static final WindowFace NO_WINDOW = new WindowFace() {
        @Override
        public void open(List<Path> files) {}

        @Override
        public void screens(Path target, Consumer<Path> written) {}
    };

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** The arguments of {@code size}, separated by blanks. */
    private int size(String arguments) {
        List<String> all = new ArrayList<>(List.of("size"));
        all.addAll(List.of(arguments.split(" ")));
        return Commands.run(
                all.toArray(String[]::new),
                NO_WINDOW,
                Environment.of(() -> STORAGE),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }

    private JsonNode json(String arguments) throws IOException {
        Path file = folder.resolve("size.json");
        Files.deleteIfExists(file);
        assertThat(size(arguments + " --json " + file)).as(err.toString()).isLessThan(2);
        return new ObjectMapper().readTree(Files.readAllBytes(file));
    }

    private static JsonNode figure(JsonNode report, String id, String row) {
        return StreamSupport.stream(report.path("figures").spliterator(), false)
                .filter(figure -> figure.path("id").asText().equals(id)
                        && figure.path("row").asText().equals(row))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no figure " + id + " of " + row));
    }

    private static double value(JsonNode report, String id) {
        return figure(report, id, "w1").path("value").asDouble();
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
        assertThat(figure(report, "weights_per_gpu", "w1").path("formula").asText())
                .isNotBlank();
        assertThat(figure(report, "gpu_memory", "w1").path("sources")).isNotEmpty();
    }

    @Test
    void aSliceHasItsOwnMemoryAndNoSpeed() throws IOException {
        JsonNode report = json("--model Qwen3-8B --precision fp8 --context 4096 --concurrency 4 --profile 2g.20gb");
        assertThat(report.path("device").asText()).contains("2g.20gb");
        assertThat(value(report, "gpu_memory")).isBetween(18.0, 20.0);
        assertThat(figure(report, "tokens_per_second", "w1")
                        .path("valueUnknown")
                        .asText())
                .contains("the speed of the slice");
        assertThat(value(
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
        assertThat(value(less, "utilisation")).isEqualTo(80);
        assertThat(value(less, "max_batched_tokens")).isEqualTo(2048);
        assertThat(value(less, "context_in_blocks")).isEqualTo(8192);
        assertThat(value(less, "kv_pool")).isLessThan(value(usual, "kv_pool"));
        // 40 GiB / (131072 B/token * 16 tokens) = 20480 blocks
        assertThat(value(json(base + " --measured-pool 40"), "gpu_blocks")).isEqualTo(20_480);
    }

    @Test
    void requestsFollowFromPeople() throws IOException {
        // 300 users, 20 % active, 12 requests per hour each = 0.2 per second; 1200 tokens in, 400 out
        JsonNode report = json("--model Meta-Llama-3.1-8B --precision fp8 --gpu l40s --users 300 --load chat");
        assertThat(value(report, "active_users")).isEqualTo(60);
        assertThat(value(report, "requests_per_second")).isEqualTo(0.2);
        assertThat(value(report, "context")).isEqualTo(1600);
        assertThat(value(report, "concurrent_requests")).isEqualTo(value(report, "requests_in_work"));
        assertThat(out.toString()).contains("Needed to keep the promised times").contains("measured case");
        JsonNode typed = json("--model Meta-Llama-3.1-8B --precision fp8 --gpu l40s --users 100 --active 50"
                + " --requests-per-hour 36 --input-tokens 1000 --output-tokens 100 --prefix 40 --first-token 2"
                + " --token-time 50");
        assertThat(value(typed, "requests_per_second")).isEqualTo(0.5);
        // each stays 2 s + 100 x 50 ms = 7 s
        assertThat(value(typed, "requests_in_work")).isEqualTo(4);
        assertThat(value(typed, "prefix_reuse")).isEqualTo(40);
    }

    @Test
    void trainingHasItsOwnFigures() throws IOException {
        JsonNode lora = json("--model Meta-Llama-3.1-8B --train lora --rank 16 --targets q_proj,v_proj"
                + " --micro-batch 1 --sequence 2048 --tokens 5e7 --epochs 2");
        // 32 layers x 16 x ((4096 + 4096) + (4096 + 1024))
        assertThat(value(lora, "train_trainable")).isEqualTo(32 * 16 * (8192 + 5120));
        assertThat(lora.path("fits").asBoolean()).isTrue();
        assertThat(value(lora, "train_hours")).isPositive();
        JsonNode full = json("--model Meta-Llama-3.1-8B --train full --optimiser adamw-mixed --dp 8 --zero 3");
        assertThat(full.path("zeroStage").asInt()).isEqualTo(3);
        assertThat(value(full, "train_gpus")).isEqualTo(8);
        assertThat(json("--model Meta-Llama-3.1-8B --train qlora")
                        .path("weights")
                        .asText())
                .isEqualTo("nf4");
        assertThat(value(json("--model Qwen3-8B --train full --objective ppo --dp 8"), "train_rollout"))
                .isPositive();
    }

    @Test
    void whatDoesNotFitEndsWithOneAndASentence() {
        assertThat(size("--model Llama-3.3-70B-Instruct --precision bf16 --context 4096 --concurrency 8"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("It does not fit: ");
        assertThat(size("--model Llama-3.3-70B-Instruct --train full")).isEqualTo(1);
        assertThat(out.toString()).contains("It does not fit: the peak of ");
    }

    @Test
    void headsThatDoNotDivideAreAFinding() {
        assertThat(size("--model Qwen3-14B --precision bf16 --context 4096 --concurrency 8 --tp 3"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("query heads of").contains("cannot be split over 3 GPUs");
    }

    @Test
    void formulasAreThereOnRequest() {
        String base = "--model Llama-2-13B --precision bf16 --context 4096 --concurrency 8";
        assertThat(size(base)).isZero();
        assertThat(out.toString())
                .contains("24.24 GiB = 26.03 GB")
                .contains("verified")
                .doesNotContain("source:");
        assertThat(out.toString().lines()).allMatch(line -> line.length() < 200);
        assertThat(size(base + " --why")).isZero();
        assertThat(out.toString()).contains("      = ").contains("source:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--context -5 --concurrency 8|The context of",
                "--context 4096 --concurrency -1|The concurrent requests of",
                "--context 4096 --concurrency 8 --tp 0|--tp must be 1 to 64, not 0",
                "--context 4096 --concurrency 8 --pp -2|--pp must be 1 to 64, not -2",
                "--context 4096 --concurrency 8 --pp 41|has 40 layers",
                "--context 4096 --concurrency 8 --ep 2|has no experts",
                "--context 4096 --concurrency 8 --utilisation 150|The utilisation in percent must be 1 to 100",
                "--context 4096 --concurrency 8 --profile 9g.90gb|has no MIG profile or vGPU type of H100",
                "--context 4096 --concurrency 8 --profile 1g.10gb --tp 2|cannot be split over several slices",
                "--context 4096 --concurrency 8 --engine vlm|did you mean vllm",
                "--context 4096 --concurrency 8 --gpu L40Z|did you mean l40",
                "--context 4096 --concurrency 8 --kv-cache int9|the library has no number format",
                "--users 100|--requests-per-hour is missing, or a --load that says it",
                "--users 100 --load chatt|did you mean chat",
                "--load chat|--users is missing",
                "--users 100 --load chat --concurrency 4|not both",
                "--users 100 --load chat --context 100|too short",
                "--users -3 --load chat|The number of users must be 1 to",
                "--users 10 --load chat --prefix 120|must be 0 to 100",
                "--train lora --context 4096|exclude each other",
                "--train lorra|did you mean lora",
                "--train full --zero 4|--zero is 0 to 3, not 4",
                "--train full --checkpointing some|one of none, selective, full",
                "--train lora --rank 0|a rank is 1 to",
                "--train full --sequence 0|the tokens of a sequence must be 1 to",
                "--train full --dp 0|a degree of parallelism",
                "--train full --tokens -1|the tokens of the data must be 1 to",
                "--train full --optimiser adamm|no optimiser",
            })
    void badInputIsTwoAndOneSentence(String arguments, String sentence) {
        assertThat(size("--model Llama-2-13B --precision bf16 " + arguments)).isEqualTo(2);
        assertThat(err.toString()).containsIgnoringCase(sentence).hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Llana-2-13B, h100-sxm-80, did you mean meta-llama/Llama-2-13b-hf",
        "Llama-2-13B, H100, may be h100-pcie-80",
        "qwen2.5 7b, H100 SXM 80GB, ''",
        "meta-llama/Llama-2-13b-hf, h100 sxm5 80gb, ''",
    })
    void namesAreForgiven(String model, String gpu, String sentence) {
        List<String> all = new ArrayList<>(List.of("size", "--model", model, "--gpu", gpu));
        all.addAll(List.of("--precision", "bf16", "--context", "4096", "--concurrency", "1"));
        int code = Commands.run(
                all.toArray(String[]::new),
                NO_WINDOW,
                Environment.of(() -> STORAGE),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        assertThat(err.toString()).contains(sentence);
        assertThat(code).as(err.toString()).isEqualTo(sentence.isEmpty() ? 0 : 2);
    }
}
