package org.sizewright.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.RowKey;
import org.sizewright.library.EngineId;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.library.model.Tensor;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.Survival;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;

/** Models that keep a key of an indexer, and the one whose pictures are counted. */
class SparseAttentionCacheTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();
    private static final RowKey ROW = new RowKey("w1", "Model");

    private static ModelShape shape(String model) {
        ModelArchitecture architecture = LIBRARY.model(ModelId.of(model)).orElseThrow();
        return ((ShapeResult.Known) LIBRARY.shape(architecture)).shape();
    }

    private static double kvPerToken(String model, String cache) {
        return kvPerToken(model, cache, 8);
    }

    private static double kvPerToken(String model, String cache, int tensorParallel) {
        LlmServing serving = new LlmServing(
                WorkloadId.of("w1"),
                model,
                ModelId.of(model),
                NumberFormatId.of("fp8"),
                NumberFormatId.of(cache),
                EngineId.of("sglang"),
                8192,
                1,
                Optional.empty(),
                EngineSettings.DEFAULT,
                new VmShape(1, 1),
                Survival.MUST_RESTART);
        FigureBook.Builder builder = FigureBook.builder();
        LlmMemory llm = new LlmMemory(
                builder,
                List.of(new LlmSubject(
                        ROW,
                        serving,
                        LIBRARY.model(serving.model()).orElseThrow(),
                        shape(model),
                        LIBRARY.numberFormat(serving.weights()).orElseThrow(),
                        LIBRARY.numberFormat(serving.kvCache()).orElseThrow(),
                        LIBRARY.engine(serving.engine()).orElseThrow(),
                        LIBRARY.gpu(GpuId.of("b200")).orElseThrow(),
                        DeviceMemory.of(LIBRARY.gpu(GpuId.of("b200")).orElseThrow()),
                        Parallelism.tensor(tensorParallel))),
                LIBRARY);
        return builder.build().value(llm.kvPerToken, ROW).asNumber().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // SGLang on 8 B200, github sgl-project/sglang pull 11309: tokens, GiB of the pool with the indexer's keys
        "1462784, 65.49",
        "975424, 43.67",
    })
    void bytesPerTokenAreThoseOfTheLog(double tokens, double gib) {
        // the pool has a page of 64 tokens more than it tells
        double printed = gib * (1L << 30) / (tokens + 64);
        double rounding = 0.005 * (1L << 30) / tokens;
        // 61 layers x (656 of compressed tokens + 132 of the indexer)
        assertThat(kvPerToken("deepseek-ai/DeepSeek-V3.2", "fp8"))
                .isEqualTo(61 * 788)
                .isCloseTo(printed, within(rounding));
    }

    @Test
    void in16BitOnlyTheKeyOfTheIndexerComesOnTop() {
        // 61 layers x ((512 + 64) x 2 + 128 + 4)
        assertThat(kvPerToken("deepseek-ai/DeepSeek-V3.2", "bf16")).isEqualTo(61 * (1152 + 132));
        // 78 layers
        assertThat(kvPerToken("zai-org/GLM-5", "bf16")).isEqualTo(78 * (1152 + 132));
        // without an indexer as before
        assertThat(kvPerToken("deepseek-ai/DeepSeek-V3", "bf16")).isEqualTo(61 * 1152);
        assertThat(kvPerToken("deepseek-ai/DeepSeek-V3", "fp8")).isEqualTo(61 * 576);
    }

    /** TokenSpeed on 4 B200, github lightseekorg/tokenspeed pull 758: 5,799,936 bytes per page of 128 tokens on each GPU. */
    @Test
    void besideKeysAndValuesTheKeyOfTheIndexerIsIn16Bit() {
        assertThat(kvPerToken("MiniMaxAI/MiniMax-M3", "bf16", 4)).isEqualTo(5_799_936 / 128.0);
        // 60 layers x 1 head x 256 values, 57 layers x 128 values of the indexer
        assertThat(kvPerToken("MiniMaxAI/MiniMax-M3", "bf16", 4)).isEqualTo(60 * 512 + 57 * 256);
        // the index keeps its 16 bit
        assertThat(kvPerToken("MiniMaxAI/MiniMax-M3", "fp8", 4)).isEqualTo(60 * 256 + 57 * 256);
        // without an indexer
        assertThat(kvPerToken("MiniMaxAI/MiniMax-M2.5", "bf16", 4)).isEqualTo(62 * 2 * 512);
    }

    /** huggingface.co counts 108,641,793,536 parameters in the checkpoint of Scout. */
    @Test
    void picturesOfLlama4AreCounted() {
        ModelShape scout = shape("meta-llama/Llama-4-Scout-17B-16E-Instruct");
        assertThat(scout.parameters()).isEqualTo(108_641_793_536L);
        assertThat(scout.parameters(Tensor.Role.VISION)).isEqualTo(871_932_416L);
        assertThat(scout.assumptions()).noneMatch(text -> text.contains("pictures"));
    }
}
