package org.sizewright.sizing.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.library.EngineId;
import org.sizewright.library.GgufMix;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelId;
import org.sizewright.library.ModelTotals;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.Survival;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.sizing.Demand;
import org.sizewright.sizing.DeviceMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.Parallelism;

class GgufSizeTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();
    private static final RowKey ROW = new RowKey("w1", "Chat");

    private static ModelArchitecture model(String id) {
        return LIBRARY.model(ModelId.of(id)).orElseThrow();
    }

    private static ModelShape shape(ModelArchitecture model) {
        return ((ShapeResult.Known) LIBRARY.shape(model)).shape();
    }

    private static double bytes(ModelArchitecture model, String name, Optional<Boolean> importanceMatrix) {
        GgufMix mix = LIBRARY.ggufMix(name).orElseThrow();
        GgufLayout.Known layout = (GgufLayout.Known)
                GgufLayout.of(model, shape(model), mix, importanceMatrix.orElse(mix.needsImportanceMatrix()), LIBRARY);
        FigureBook.Builder book = FigureBook.builder();
        GgufSize size = new GgufSize(book, List.of(new GgufSize.Subject(ROW, model, layout)), LIBRARY);
        return Unit.GIB.convert(book.build().value(size.size, ROW).asNumber().orElseThrow(), Unit.BYTE);
    }

    /** Every mix, for dense, tied, joined, gated, compressed and mixed models, held against another implementation. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvFileSource(
            resources = "/org/sizewright/sizing/gguf-sizes.csv",
            useHeadersInDisplayName = false,
            numLinesToSkip = 2)
    void everyMixHasTheBytesThatWereCountedElsewhere(
            String id, String mix, @org.jspecify.annotations.Nullable Boolean importanceMatrix, double bytes) {
        assertThat(bytes(model(id), mix, Optional.ofNullable(importanceMatrix))).isCloseTo(bytes, within(1.0));
    }

    @Test
    void fewerBitsAreNeverMoreBytes() {
        String[] ladder = {
            "F32", "F16", "Q8_0", "Q6_K", "Q5_K_M", "Q5_K_S", "Q4_K_M", "Q4_K_S", "IQ4_XS", "Q3_K_M", "Q3_K_S", "Q2_K",
            "IQ2_M", "IQ2_XXS", "IQ1_S"
        };
        int models = 0;
        for (ModelArchitecture model : LIBRARY.models()) {
            if (!(LIBRARY.shape(model) instanceof ShapeResult.Known)
                    || GgufLayout.of(model, shape(model), "F16", LIBRARY) instanceof GgufLayout.Refused
                    // small widths fall back to larger blocks, which the names do not say
                    || shape(model).hidden() % 256 != 0) {
                continue;
            }
            double before = Double.MAX_VALUE;
            for (String mix : ladder) {
                double now = bytes(model, mix, Optional.empty());
                assertThat(now).as(model.name() + " " + mix).isLessThan(before);
                before = now;
            }
            models++;
        }
        assertThat(models).isGreaterThan(150);
    }

    /** Hybrids and encoders with decoders, whose matrices are not all quantised by the same rules. */
    @ParameterizedTest
    @CsvSource({
        // model, mix, tensor, layer, types of its pieces
        "Qwen/Qwen3.5-35B-A3B, Q4_K_M, in_proj_qkvz, 0, Q6_K Q4_K",
        "Qwen/Qwen3.5-35B-A3B, Q4_K_M, conv1d, 0, F32",
        "google/flan-t5-xxl, Q4_K_M, self_attn.o, 3, Q4_K",
        "google/flan-t5-xxl, Q3_K_M, self_attn.v, 40, Q4_K",
        "deepseek-ai/DeepSeek-R1, MXFP4_MOE, kv_b_proj, 0, MXFP4 MXFP4",
        "deepseek-ai/DeepSeek-R1, Q4_K_M, kv_b_proj, 0, Q5_0 Q4_K",
        "Qwen/Qwen2.5-72B-Instruct, Q4_K_M, v_proj, 11, Q5_K",
        "meta-llama/Meta-Llama-3.1-70B, Q4_K_M, v_proj, 12, Q6_K",
        "mistralai/Mixtral-8x7B-v0.1, Q4_K_M, k_proj, 5, Q8_0",
        "mistralai/Mixtral-8x7B-v0.1, Q4_K_M, router, 5, F32",
    })
    void rulesOfSingleTensors(String id, String mix, String tensor, int layer, String types) {
        ModelArchitecture model = model(id);
        GgufLayout.Known layout = (GgufLayout.Known) GgufLayout.of(model, shape(model), mix, LIBRARY);
        assertThat(layout.entries().stream()
                        .filter(entry -> entry.piece().layer() == layer
                                && entry.piece().tensor().name().equals(tensor))
                        .map(entry -> entry.type().id()))
                .containsExactly(types.split(" ", -1));
    }

    /** Rows of 2,880 values are no multiple of a block of 128, and llama.cpp has no other type for it. */
    @Test
    void whatLlamaCppCannotMakeIsRefused() {
        ModelArchitecture model = model("openai/gpt-oss-20b");
        assertThat(((GgufLayout.Refused) GgufLayout.of(model, shape(model), "Q1_0", LIBRARY)).reason())
                .contains("2880 columns");
    }

    @Test
    void aModelKnownByItsTotalsHasNoMix() {
        ModelArchitecture llama = model("meta-llama/Meta-Llama-3.1-8B");
        ModelArchitecture model = new ModelArchitecture(
                llama.id(),
                "Typed in",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ModelTotals(8_000_000_000L, 4096, 32, 32, 8, 128, 128_256, 14_336, Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                llama.evidence(),
                llama.sources());
        assertThat(((GgufLayout.Refused) GgufLayout.of(model, shape(model), "Q4_K_M", LIBRARY)).reason())
                .contains("only the totals are known");
    }

    private static Demand demand(String weights, String engine, int pipeline) {
        LlmServing workload = new LlmServing(
                WorkloadId.of("w1"),
                "Chat",
                ModelId.of("meta-llama/Meta-Llama-3.1-8B"),
                NumberFormatId.of(weights),
                NumberFormatId.of("q8_0"),
                EngineId.of(engine),
                8192,
                4,
                Optional.empty(),
                EngineSettings.DEFAULT,
                new VmShape(16, 128),
                Survival.MUST_RESTART);
        ModelArchitecture model = model("meta-llama/Meta-Llama-3.1-8B");
        Gpu device = LIBRARY.gpu(GpuId.of("l40s")).orElseThrow();
        LlmSubject subject = new LlmSubject(
                ROW,
                workload,
                model,
                shape(model),
                LIBRARY.numberFormat(workload.weights()).orElseThrow(),
                LIBRARY.numberFormat(workload.kvCache()).orElseThrow(),
                LIBRARY.engine(workload.engine()).orElseThrow(),
                device,
                DeviceMemory.of(device),
                new Parallelism(1, pipeline, 1));
        return Demand.of(List.of(subject), List.of(), List.of(), LIBRARY);
    }

    private static double number(Demand demand, Figure figure) {
        return demand.figures().value(figure, ROW).asNumber().orElseThrow();
    }

    /** 4.58 GiB, which llama.cpp prints for Llama-3.1-8B in Q4_K_M. */
    @Test
    void aWorkloadServedWithLlamaCppTakesAMix() {
        Demand demand = demand("q4_k_m", "llama.cpp", 1);
        assertThat(number(demand, demand.llm.weights)).isCloseTo(4.58, within(0.005));
        // the token table stays in the host's memory: 128,256 x 4096 values of 4.5 bit
        assertThat(number(demand, demand.llm.weightsPerGpu))
                .isCloseTo(number(demand, demand.llm.weights) - 281.8125 / 1024, within(1e-9));
        // 34 bytes for 32 values
        assertThat(number(demand, demand.llm.kvPerToken)).isEqualTo(131_072 / 2 * 34 / 32.0);
        // logits of 512 tokens in 32 bit and the hidden vectors: 250.5 + 8 MiB
        assertThat(number(demand, demand.llm.engine.activation)).isCloseTo(258.5 / 1024, within(1e-9));
        assertThat(number(demand, demand.llm.engine.nonTorch)).isCloseTo(0.5, within(1e-9));
        Value gpus = demand.figures().value(demand.llm.gpus, ROW);
        assertThat(gpus.asNumber()).isEqualTo(java.util.OptionalDouble.of(1));
    }

    @Test
    void stagesOfAPipelineAddUpToTheFile() {
        Demand whole = demand("q4_k_m", "llama.cpp", 1);
        Demand split = demand("q4_k_m", "llama.cpp", 4);
        assertThat(number(split, split.llm.weights)).isCloseTo(number(whole, whole.llm.weights), within(1e-9));
    }
}
