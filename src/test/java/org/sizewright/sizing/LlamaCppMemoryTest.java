package org.sizewright.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.library.EngineId;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.Survival;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;

/** Held against the buffers of CUDA0 that load logs of llama.cpp print, in MiB. */
class LlamaCppMemoryTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();
    private static final RowKey ROW = new RowKey("w1", "Model");

    private record Sized(LlmMemory llm, FigureBook book) {
        static Sized of(String model, String format, int context) {
            ModelArchitecture architecture = LIBRARY.model(ModelId.of(model)).orElseThrow();
            Gpu gpu = LIBRARY.gpu(GpuId.of("rtx-4090-24")).orElseThrow();
            LlmServing serving = new LlmServing(
                    WorkloadId.of("w1"),
                    model,
                    architecture.id(),
                    NumberFormatId.of(format),
                    NumberFormatId.of("fp16"),
                    EngineId.of("llama.cpp"),
                    context,
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
                            architecture,
                            ((ShapeResult.Known) LIBRARY.shape(architecture)).shape(),
                            LIBRARY.numberFormat(serving.weights()).orElseThrow(),
                            LIBRARY.numberFormat(serving.kvCache()).orElseThrow(),
                            LIBRARY.engine(serving.engine()).orElseThrow(),
                            gpu,
                            DeviceMemory.of(gpu),
                            Parallelism.NONE)),
                    LIBRARY);
            return new Sized(llm, builder.build());
        }

        double mib(Figure figure) {
            return figure.unit()
                    .convert(book.value(figure.cell(ROW, Lane.VALUE)).asNumber().orElseThrow(), Unit.MIB);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // model, format, n_ctx, model buffer, KV buffer, compute buffer, source
        "meta-llama/Meta-Llama-3-8B, q4_k_m, 512, 4403.49, 64.00, 258.50, github developer0hye/llama-3-korean-bllossom-8b-q4-docker README; RTX 3070",
        "meta-llama/Llama-2-7b-hf, fp16, 512, 12603.02, 256.00, 70.50, ggml CI log of OpenLLaMA 7B (same shape); llama.cpp build 2459 on V100",
        "Qwen/Qwen2.5-7B-Instruct, fp16, 2048, , 112.00, 304.00, log of llama.cpp quoted in a parser's test (29 of 29 layers)",
    })
    void buffersAreThoseOfTheLog(
            String model, String format, int context, Double weights, double cache, double compute, String source) {
        Sized sized = Sized.of(model, format, context);
        if (weights != null) {
            assertThat(sized.mib(sized.llm.weightsPerGpu)).as(source).isCloseTo(weights, within(weights * 0.002));
        }
        assertThat(sized.mib(sized.llm.kvPerRequest)).as(source).isEqualTo(cache);
        assertThat(sized.mib(sized.llm.engine.activation)).as(source).isCloseTo(compute, within(0.01));
    }

    /** RTX 3090 Ti, ik_llama.cpp with flash attention, 512 tokens at once; a fork, one hidden vector more. */
    @Test
    void aMixtureOfExpertsIsMetWithinTwoPerCent() {
        Sized sized = Sized.of("Qwen/Qwen3-30B-A3B", "q4_k_m", 32_768);
        assertThat(sized.mib(sized.llm.kvPerRequest)).isEqualTo(3072);
        assertThat(sized.mib(sized.llm.engine.activation)).isCloseTo(304.75, within(304.75 * 0.02));
    }

    /**
     * A build of 2026 with Qwen3 4B Q4_K_M at 8192 tokens printed a compute buffer of 85.01 MiB: it makes logits only for the tokens
     * asked for. The tied table of the tokens stands on the GPU, as the output head.
     */
    @Test
    void newerBuildsStayBelow() {
        Sized sized = Sized.of("Qwen/Qwen3-4B", "q4_k_m", 8192);
        assertThat(sized.mib(sized.llm.weightsPerGpu)).isCloseTo(2375.91, within(2375.91 * 0.01));
        assertThat(sized.mib(sized.llm.kvPerRequest)).isEqualTo(1152);
        assertThat(sized.mib(sized.llm.engine.activation)).isGreaterThan(85.01);
    }
}
