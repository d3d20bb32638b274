package org.sizewright.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
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

class LlmMemoryTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();
    private static final RowKey ROW = new RowKey("w1", "Chat");

    private static LlmServing serving(String model, String weights, int context, int concurrency, int utilisation) {
        return new LlmServing(
                WorkloadId.of("w1"),
                "Chat",
                ModelId.of(model),
                NumberFormatId.of(weights),
                NumberFormatId.of("bf16"),
                EngineId.of("vllm-0.19"),
                context,
                concurrency,
                Optional.empty(),
                EngineSettings.DEFAULT.withUtilisationPercent(Optional.of(utilisation)),
                new VmShape(16, 128),
                Survival.MUST_RESTART);
    }

    private static Demand demand(LlmServing workload, String gpu, int tensorParallel) {
        ModelArchitecture model = LIBRARY.model(workload.model()).orElseThrow();
        Gpu device = LIBRARY.gpu(GpuId.of(gpu)).orElseThrow();
        LlmSubject subject = new LlmSubject(
                ROW,
                workload,
                model,
                ((ShapeResult.Known) LIBRARY.shape(model)).shape(),
                LIBRARY.numberFormat(workload.weights()).orElseThrow(),
                LIBRARY.numberFormat(workload.kvCache()).orElseThrow(),
                LIBRARY.engine(workload.engine()).orElseThrow(),
                device,
                DeviceMemory.of(device),
                Parallelism.tensor(tensorParallel));
        return Demand.of(List.of(subject), List.of(), List.of(), LIBRARY);
    }

    private static double number(Demand demand, Figure figure) {
        return demand.figures().value(figure, ROW).asNumber().orElseThrow();
    }

    @Test
    void llama2With13BillionParametersTakes26DecimalGigabytesInBf16() {
        // article "LLM terminology" (2023-08-18): 13B at BF16 = 26 GB
        Demand demand = demand(serving("meta-llama/Llama-2-13b-hf", "bf16", 4096, 8, 90), "h100-sxm-80", 1);
        assertThat(number(demand, demand.llm.model.parameters)).isEqualTo(13_015_864_320d);
        Value weights = demand.figures().value(demand.llm.weights, ROW);
        assertThat(ValueText.of(weights, Unit.GIB, 1)).isEqualTo("24.2 GiB");
        double gb = Unit.GIB.convert(weights.asNumber().orElseThrow(), Unit.GB);
        assertThat(gb).isCloseTo(26.0, within(0.05));
        assertThat(number(demand, demand.llm.kvPerToken)).isEqualTo(819_200);
    }

    @Test
    void everyModelOfTheLibraryHasTheParametersThatWereCountedElsewhere() {
        int counted = 0;
        for (ModelArchitecture model : LIBRARY.models()) {
            if (model.parametersTotal().isPresent()) {
                Demand demand = demand(serving(model.id().value(), "bf16", 4096, 1, 90), "h100-sxm-80", 1);
                assertThat(number(demand, demand.llm.model.parameters))
                        .as(model.name())
                        .isEqualTo(model.parametersTotal().get().doubleValue());
                counted++;
            }
        }
        assertThat(counted).isGreaterThan(40);
    }

    /**
     * Start-up logs of vLLM 0.19 on H100 80GB: github.com/jgchn/llm-d-planner accuracy/results/v0.19.0/results_raw.csv, one row
     * each.
     */
    @ParameterizedTest
    @CsvSource({
        // model, utilisation %, TP, weights GiB, activation GiB, KV tokens
        "meta-llama/Llama-3.1-8B-Instruct, 95, 1, 14.99, 1.89, 476016",
        "meta-llama/Llama-3.1-8B-Instruct, 95, 4, 3.77, 1.89, 2209792",
        "microsoft/phi-4, 95, 1, 27.39, 1.52, 241568",
        "mistralai/Mixtral-8x7B-Instruct-v0.1, 95, 2, 43.51, 1.21, 465936",
        "Qwen/Qwen2.5-7B-Instruct, 95, 1, 14.25, 2.21, 1096000",
        "codellama/CodeLlama-7b-hf, 95, 1, 12.56, 0.77, 126256",
    })
    void estimatesMeetTheServersOwnLog(
            String model, int utilisation, int tp, double weights, double activation, double tokens) {
        Demand demand = demand(serving(model, "bf16", 8192, 1, utilisation), "h100-sxm-80", tp);
        assertThat(number(demand, demand.llm.weightsPerGpu)).isCloseTo(weights, Percentage.withPercentage(1));
        assertThat(number(demand, demand.llm.engine.activation)).isCloseTo(activation, Percentage.withPercentage(18));
        assertThat(number(demand, demand.llm.tokensPerReplica)).isCloseTo(tokens, Percentage.withPercentage(1.5));
    }

    @Test
    void longerContextNeverNeedsFewerGpus() {
        double before = 0;
        for (int context : new int[] {512, 1000, 4096, 8192, 32_000, 65_536, 131_072}) {
            Demand demand =
                    demand(serving("meta-llama/Llama-3.1-8B-Instruct", "bf16", context, 64, 90), "h100-sxm-80", 1);
            double gpus = number(demand, demand.llm.gpus);
            assertThat(gpus).isGreaterThanOrEqualTo(before);
            before = gpus;
        }
        assertThat(before).isGreaterThan(1);
    }

    @Test
    void modelThatDoesNotFitIsNoNumberAndSaysSo() {
        Demand demand = demand(serving("meta-llama/Llama-3.3-70B-Instruct", "bf16", 8192, 8, 90), "h100-sxm-80", 1);
        FigureBook figures = demand.figures();
        assertThat(number(demand, demand.llm.requestsPerReplica)).isZero();
        assertThat(figures.value(demand.llm.replicas, ROW))
                .isEqualTo(
                        new Value.Unknown("does not fit", "not one request of this context fits beside the weights"));
        assertThat(figures.value(demand.llm.gpus, ROW).isKnown()).isFalse();
    }

    @Test
    void bandOfTheEngineRunsOnToTheGpus() {
        Demand demand = demand(serving("meta-llama/Llama-3.3-70B-Instruct", "fp8", 8192, 150, 90), "h100-sxm-80", 2);
        FigureBook figures = demand.figures();
        double low =
                figures.value(demand.llm.left.cell(ROW, Lane.LOW)).asNumber().orElseThrow();
        double high =
                figures.value(demand.llm.left.cell(ROW, Lane.HIGH)).asNumber().orElseThrow();
        assertThat(low).isGreaterThan(high);
        assertThat(figures.band(demand.llm.gpus, ROW)).isPresent();
    }

    @Test
    void fewerBitsNeverTakeMoreMemory() {
        double before = Double.MAX_VALUE;
        for (String format : new String[] {"fp32", "bf16", "fp8", "nf4"}) {
            Demand demand = demand(serving("meta-llama/Llama-2-13b-hf", format, 4096, 8, 90), "h200-sxm", 1);
            double weights = number(demand, demand.llm.weights);
            assertThat(weights).isLessThan(before);
            before = weights;
        }
        // a Llama-2-13B NF4 checkpoint with double quantisation has 7,201,770,923 bytes on disk (FORMULAS section 2)
        Demand nf4 = demand(serving("meta-llama/Llama-2-13b-hf", "nf4-dq", 4096, 8, 90), "h200-sxm", 1);
        assertThat(Unit.GIB.convert(number(nf4, nf4.llm.weights), Unit.BYTE))
                .isCloseTo(7_201_770_923d, Percentage.withPercentage(0.5));
    }
}
