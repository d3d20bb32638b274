package org.sizewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeRetrievalTest {
    @TempDir
    private Path folder = Path.of("");

    private final SizeRun run = new SizeRun();

    private static final String OFFICE = "--retrieve office --documents 1000 --users 360 --queries-per-hour 10 ";

    @Test
    void documentsBecomeVectorsAnIndexAndMachines() throws IOException {
        JsonNode report = run.json(
                folder,
                OFFICE + "--corpus-tokens 1M --chunk 500 --overlap 0 --index hnsw --element fp32 --links 16"
                        + " --dimensions 768 --metadata 0 --headroom 1.5 --copies 3 --gpu l40s");
        assertThat(report.path("purpose").asText()).isEqualTo("retrieval");
        assertThat(report.path("fits").asBoolean()).isTrue();
        // 1000 tokens in each document make two passages
        assertThat(SizeRun.value(report, "rag_chunks")).isEqualTo(2000);
        assertThat(SizeRun.value(report, "rag_vector_bytes")).isEqualTo(768 * 4);
        assertThat(SizeRun.value(report, "rag_index_vectors")).isEqualTo(2000 * 768 * 4.0 / (1 << 30));
        assertThat(SizeRun.value(report, "rag_memory_per_replica")).isEqualTo(1.5 * SizeRun.value(report, "rag_index"));
        assertThat(SizeRun.value(report, "rag_database_vms")).isEqualTo(3);
        assertThat(SizeRun.value(report, "rag_queries_per_second")).isEqualTo(1);
        assertThat(SizeRun.value(report, "rag_gpus")).isEqualTo(1);
        assertThat(run.out())
                .contains("Embedding: bge-m3")
                .contains("First indexing")
                .contains("Database VMs, without GPU");
    }

    @Test
    void jsonHoldsEveryRowOfEveryFigure() throws IOException {
        JsonNode report =
                run.json(folder, OFFICE + "--reranker all-MiniLM-L6-v2 --reranker-precision fp16 --guardrail Qwen3-8B");
        assertThat(report.path("reranker").asText()).isEqualTo("sentence-transformers/all-MiniLM-L6-v2");
        assertThat(report.path("rerankerWeights").asText()).isEqualTo("fp16");
        assertThat(report.path("guardrail").asText()).isEqualTo("Qwen/Qwen3-8B");
        assertThat(SizeRun.value(report, "rag_gpu_vms")).isEqualTo(3);
        assertThat(report.path("figures").findValuesAsText("rows")).contains("rag", "ragmodel");
        assertThat(run.out()).contains("Reranker: all-MiniLM-L6-v2").contains("Guardrail: Qwen3-8B");
    }

    @Test
    void whatWasMeasuredGoesBeforeTheEstimate() throws IOException {
        JsonNode estimated = run.json(folder, OFFICE + "--gpu l40s");
        assertThat(SizeRun.notes(estimated)).anyMatch(note -> note.contains("is an estimate"));
        JsonNode measured = run.json(
                folder,
                OFFICE + "--gpu l40s --embedding-rate 1000 --corpus-tokens 100M"
                        + " --chunk 1000 --overlap 0 --indexing-hours 10 --refresh 0");
        assertThat(SizeRun.notes(measured)).noneMatch(note -> note.contains("is an estimate"));
        // 100 million tokens in ten hours are 2778 in a second
        assertThat(SizeRun.value(measured, "rag_gpu_vms")).isEqualTo(3);
    }

    @Test
    void codesTakeLessThanVectors() throws IOException {
        JsonNode codes = run.json(folder, OFFICE + "--index ivf-pq --lists 1024 --code-segments 64 --code-bits 8");
        assertThat(SizeRun.value(codes, "rag_bytes_per_vector"))
                .isLessThan(SizeRun.value(run.json(folder, OFFICE), "rag_bytes_per_vector"));
        assertThat(run.size(OFFICE + "--index ivf-pq --code-segments 50")).isEqualTo(1);
        assertThat(run.out()).contains("The 50 segments of a code do not divide the 1,024 dimensions");
    }

    @Test
    void aModelThatDoesNotFitEndsWithOne() {
        assertThat(run.size(OFFICE + "--embedding Qwen3-14B --profile 1g.10gb")).isEqualTo(1);
        assertThat(run.out()).contains("It does not fit: Qwen3-14B needs ");
    }

    @Test
    void aDatabaseBeyondOneMachineIsSplitAndDoesNotOverflow() throws IOException {
        JsonNode report = run.json(
                folder,
                "--retrieve archive --documents 2000000000 --corpus-tokens 1e18 --users 100000000 --embedding Qwen3-8B");
        assertThat(SizeRun.value(report, "rag_shards")).isGreaterThan(1);
        assertThat(SizeRun.notes(report)).anyMatch(note -> note.contains("is split into"));
        SizeRun.assertFinite(report);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--retrieve office|--documents is missing",
                "--retrieve office --documents 10|the queries are missing",
                "--retrieve offices --documents 10 --users 1|did you mean office",
                "--retrieve office --documents 0 --users 1|--documents must be a whole number from 1 to 2,000,000,000",
                "--retrieve office --documents 1 --users 1 --queries-per-second 2|not both",
                "--retrieve office --documents 1 --queries-per-second -2|must be 0 to",
                "--retrieve office --documents 1 --users 1 --model Qwen3-8B|--model belongs to serving a model and training",
                "--retrieve office --documents 1 --users 1 --tp 2|--tp belongs to serving a model and training",
                "--retrieve office --documents 1 --users 1 --chunk 100 --overlap 100|below --chunk",
                "--retrieve office --documents 1 --users 1 --corpus-tokens 1e19|--corpus-tokens must be a number from 1 to 1e18",
                "--retrieve office --documents 1 --users 1 --corpus-tokens 5B --pages 3|leave out --pages",
                "--retrieve office --documents 1 --users 1 --index tree|the library has no vector index",
                "--retrieve office --documents 1 --users 1 --index flat --links 8|is no graph",
                "--retrieve office --documents 1 --users 1 --index hnsw --lists 8|has no lists",
                "--retrieve office --documents 1 --users 1 --index flat --code-bits 8|holds no codes",
                "--retrieve office --documents 1 --users 1 --index ivf-pq --element int8|holds codes in place of vectors",
                "--retrieve office --documents 1 --users 1 --headroom 0.5|the headroom must be 1 to 10",
                "--retrieve office --documents 1 --users 1 --copies 0|--copies must be a whole number from 1 to 1,000",
                "--retrieve office --documents 1 --users 1 --candidates 5|name one with --reranker",
                "--retrieve office --documents 1 --users 1 --guarded-tokens 5|name one with --guardrail",
                "--retrieve office --documents 1 --users 1 --reranker-rate 5|--reranker is missing",
                "--retrieve office --documents 1 --users 1 --embedding-rate 0|the tokens per second must be 0.001",
                "--retrieve office --documents 1 --users 1 --database-vm big|such as 16x128",
                "--retrieve office --documents 1 --users 1 --precision int9|no number format",
            })
    void badInputIsTwoAndOneSentence(String arguments, String sentence) {
        assertThat(run.size(arguments)).isEqualTo(2);
        assertThat(run.err()).containsIgnoringCase(sentence).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }
}
