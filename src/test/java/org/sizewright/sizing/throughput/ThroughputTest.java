package org.sizewright.sizing.throughput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.SpreadsheetFormula;
import org.sizewright.figure.Value;
import org.sizewright.library.EngineId;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.RecordCodec;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.Survival;
import org.sizewright.plan.Traffic;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.sizing.DeviceMemory;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.Parallelism;

class ThroughputTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();
    private static final RowKey ROW = new RowKey("w1", "Chat");
    private static final String LLAMA_70B = "meta-llama/Llama-3.3-70B-Instruct";
    private static final String QWEN_30B = "Qwen/Qwen3-30B-A3B";

    /** Figures of one model. */
    private record Case(FigureBook figures, Throughput throughput) {
        double number(Figure figure) {
            return figures.value(figure, ROW).asNumber().orElseThrow();
        }

        double number(Figure figure, Lane lane) {
            return figures.value(figure.cell(ROW, lane)).asNumber().orElseThrow();
        }
    }

    private static Case of(
            String model,
            String weights,
            String engine,
            Gpu gpu,
            Parallelism parallel,
            int concurrency,
            RequestShape request) {
        return of(model, weights, engine, gpu, parallel, concurrency, request, Optional.empty());
    }

    private static Case of(
            String model,
            String weights,
            String engine,
            Gpu gpu,
            Parallelism parallel,
            int concurrency,
            RequestShape request,
            Optional<Traffic> traffic) {
        ModelArchitecture architecture = LIBRARY.model(ModelId.of(model)).orElseThrow();
        LlmServing serving = new LlmServing(
                WorkloadId.of("w1"),
                "Chat",
                architecture.id(),
                NumberFormatId.of(weights),
                NumberFormatId.of("fp8"),
                EngineId.of(engine),
                (int) (request.inputTokens() + request.outputTokens()),
                concurrency,
                traffic,
                EngineSettings.DEFAULT,
                new VmShape(16, 128),
                Survival.MUST_RESTART);
        LlmSubject subject = new LlmSubject(
                ROW,
                serving,
                architecture,
                ((ShapeResult.Known) LIBRARY.shape(architecture)).shape(),
                LIBRARY.numberFormat(serving.weights()).orElseThrow(),
                LIBRARY.numberFormat(serving.kvCache()).orElseThrow(),
                LIBRARY.engine(serving.engine()).orElseThrow(),
                gpu,
                DeviceMemory.of(gpu),
                parallel);
        FigureBook.Builder book = FigureBook.builder();
        LlmMemory memory = new LlmMemory(book, List.of(subject), LIBRARY);
        Throughput throughput = Throughput.of(book, memory, any -> request, LIBRARY);
        return new Case(book.build(), throughput);
    }

    private static Case llama(String gpu, int concurrency, RequestShape request) {
        return of(LLAMA_70B, "fp8", "tensorrt-llm", gpu(gpu), Parallelism.tensor(2), concurrency, request);
    }

    private static Gpu gpu(String id) {
        return LIBRARY.gpu(GpuId.of(id)).orElseThrow();
    }

    /** The same GPU with so many times the memory bandwidth. */
    private static Gpu withBandwidth(Gpu gpu, double factor) {
        ObjectNode json = RecordCodec.toJson(gpu);
        ObjectNode bandwidth = (ObjectNode) json.path("memoryBandwidthGbS");
        bandwidth.put("value", bandwidth.path("value").asDouble() * factor);
        String file =
                "{\"format\": \"sizewright-library\", \"schema\": 1, \"kind\": \"gpus\", \"asOf\": \"2026-11-22\","
                        + " \"records\": [" + json + "]}";
        return LibraryReader.read("gpus.json", file.getBytes(StandardCharsets.UTF_8))
                .library()
                .gpus()
                .getFirst();
    }

    @Test
    void moreBandwidthIsNeverSlower() {
        for (String model : List.of(LLAMA_70B, QWEN_30B)) {
            double load = 0;
            double alone = 0;
            double latency = Double.MAX_VALUE;
            for (double factor : new double[] {0.5, 0.8, 1, 1.5, 3}) {
                Case now = of(
                        model,
                        "fp8",
                        "tensorrt-llm",
                        withBandwidth(gpu("h200-sxm"), factor),
                        Parallelism.tensor(2),
                        32,
                        RequestShape.of(1000, 1000));
                assertThat(now.number(now.throughput.load.maxLoad)).isGreaterThanOrEqualTo(load);
                assertThat(now.number(now.throughput.stream.speed)).isGreaterThan(alone);
                assertThat(now.number(now.throughput.load.timePerToken)).isLessThanOrEqualTo(latency);
                load = now.number(now.throughput.load.maxLoad);
                alone = now.number(now.throughput.stream.speed);
                latency = now.number(now.throughput.load.timePerToken);
            }
        }
    }

    @Test
    void moreUsersNeverMeanLowerLatencyAndFewerTokens() {
        for (String model : List.of(LLAMA_70B, QWEN_30B)) {
            double tpot = 0;
            double tokens = 0;
            for (int users : new int[] {1, 2, 8, 30, 100, 400}) {
                Case now = of(
                        model,
                        "fp8",
                        "tensorrt-llm",
                        gpu("h200-sxm"),
                        Parallelism.tensor(4),
                        users,
                        RequestShape.of(1000, 500));
                assertThat(now.number(now.throughput.load.timePerToken)).isGreaterThanOrEqualTo(tpot);
                assertThat(now.number(now.throughput.load.tokensPerSecond)).isGreaterThan(tokens);
                tpot = now.number(now.throughput.load.timePerToken);
                tokens = now.number(now.throughput.load.tokensPerSecond);
            }
        }
    }

    @Test
    void aHigherServiceLevelNeverHasMoreUsersAndNeverFewerGpus() {
        double users = 0;
        double gpus = Double.MAX_VALUE;
        for (double seconds : new double[] {0.02, 0.03, 0.05, 0.08, 0.2, 1}) {
            Case now = llama(
                    "h200-sxm",
                    1000,
                    RequestShape.of(1000, 1000).withTargets(OptionalDouble.of(2), OptionalDouble.of(seconds)));
            double kept = now.number(now.throughput.level.requestsPerReplica);
            assertThat(kept).isGreaterThanOrEqualTo(users);
            users = kept;
            if (kept > 0) {
                assertThat(now.number(now.throughput.level.gpus)).isLessThanOrEqualTo(gpus);
                gpus = now.number(now.throughput.level.gpus);
            }
        }
        assertThat(users).isGreaterThan(100);
    }

    /** The closed form against the times themselves: what it calls the largest batch keeps both targets. */
    @Test
    void theLargestBatchKeepsTheTarget() {
        Random random = new Random(20261122);
        List<String> models = List.of(LLAMA_70B, QWEN_30B, "meta-llama/Llama-3.1-8B-Instruct", "openai/gpt-oss-20b");
        int met = 0;
        for (int i = 0; i < 60; i++) {
            String model = models.get(random.nextInt(models.size()));
            double tpot = 0.005 + 0.1 * random.nextDouble();
            double ttft = 0.1 + 3 * random.nextDouble();
            RequestShape request = RequestShape.of(1 + random.nextInt(8000), 1 + random.nextInt(2000))
                    .withPrefixReuse(random.nextInt(2) * random.nextDouble())
                    .withTargets(OptionalDouble.of(ttft), OptionalDouble.of(tpot));
            Parallelism parallel = new Parallelism(1 << random.nextInt(3), 1 + random.nextInt(2), 1);
            Case now = of(model, "fp8", "tensorrt-llm", gpu("h200-sxm"), parallel, 64, request);
            double batch = now.number(now.throughput.level.batch);
            Value token = now.figures.value(now.figures.get("load_token_level"), ROW);
            if (batch >= 1) {
                met++;
                assertThat(token.asNumber().orElseThrow() * parallel.pipeline())
                        .as("%s %s %s", model, request, parallel)
                        .isLessThanOrEqualTo(tpot * 1000 * 1.000001);
            }
        }
        assertThat(met).isGreaterThan(20);
    }

    /** A dense model of many layers on one GPU: one sequence more than the largest batch would break the target. */
    @Test
    void theLargestBatchOfADenseModelIsExact() {
        RequestShape request = RequestShape.of(500, 2000).withTargets(OptionalDouble.empty(), OptionalDouble.of(0.045));
        Case now = llama("h200-sxm", 64, request);
        double token = now.number(now.figures.get("load_token_level"));
        assertThat(now.number(now.throughput.level.batch)).isLessThan(now.number(now.throughput.load.batch));
        assertThat(token).isCloseTo(45, within(0.01));
    }

    @Test
    void aCachedPrefixIsNotReadAgain() {
        double first = Double.MAX_VALUE;
        double most = 0;
        for (double reuse : new double[] {0, 0.25, 0.5, 0.75, 0.9}) {
            Case now = llama("h200-sxm", 8, RequestShape.of(8192, 1024).withPrefixReuse(reuse));
            double ttft = now.number(now.throughput.load.timeToFirstToken);
            double load = now.number(now.throughput.load.maxLoadPerGpu);
            assertThat(ttft).isLessThan(first);
            assertThat(load).isGreaterThan(most);
            assertThat(now.number(now.throughput.load.prefillTime)).isLessThan(ttft);
            first = ttft;
            most = load;
        }
    }

    @Test
    void measuredGpuHasABandAndSaysHowManyCasesStandBehindIt() {
        Case now = llama("h100-sxm-80", 32, RequestShape.of(1000, 1000));
        assertThat(now.number(now.throughput.load.cases)).isEqualTo(28);
        assertThat(now.throughput.measuredLoad(ROW).text())
                .isEqualTo(
                        "28 measured cases on H100 SXM5 80GB (TensorRT-LLM under the most load); band of Throughput at"
                                + " the most load, models of measured families");
        Figure load = now.throughput.load.maxLoadPerGpu;
        Range band = now.figures.band(load, ROW).orElseThrow();
        double value = now.number(load);
        assertThat(band.min()).isCloseTo(0.68 * value, Percentage.withPercentage(0.001));
        assertThat(band.max()).isCloseTo(1.38 * value, Percentage.withPercentage(0.001));
        // the low lane is the low need for hardware
        assertThat(now.number(load, Lane.LOW)).isGreaterThan(now.number(load, Lane.HIGH));
        assertThat(now.number(now.throughput.load.timePerToken, Lane.LOW))
                .isLessThan(now.number(now.throughput.load.timePerToken, Lane.HIGH));
    }

    @ParameterizedTest
    @CsvSource({
        "l40s, tensorrt-llm, 0, no measured case on L40S; the constants come from 184 cases on other GPUs (TensorRT-LLM under the most load)",
        "h100-sxm-80, vllm-0.19, 0, no measured case on H100 SXM5 80GB with this engine; the constants are those of TensorRT-LLM under the most load (28 cases on this GPU)",
        "h200-sxm, tensorrt-llm, 0.5, no measured case with cached prefixes on any GPU",
    })
    void withoutCasesThereIsAValueAndNoBand(String gpu, String engine, double reuse, String text) {
        Case now = of(
                "meta-llama/Llama-3.1-8B-Instruct",
                "fp8",
                engine,
                gpu(gpu),
                Parallelism.NONE,
                8,
                RequestShape.of(1000, 1000).withPrefixReuse(reuse));
        assertThat(now.number(now.throughput.load.cases)).isZero();
        assertThat(now.throughput.measuredLoad(ROW).text()).isEqualTo(text);
        Figure load = now.throughput.load.maxLoadPerGpu;
        assertThat(now.number(load)).isPositive();
        assertThat(now.figures.band(load, ROW)).isEmpty();
        assertThat(now.figures.value(load.cell(ROW, Lane.HIGH))).isEqualTo(new Value.Unknown("not measured", text));
    }

    @Test
    void timeToTheFirstTokenWasMeasuredNowhere() {
        Case now = llama("h100-sxm-80", 32, RequestShape.of(1000, 1000));
        Figure ttft = now.throughput.load.timeToFirstToken;
        assertThat(now.number(ttft)).isPositive();
        assertThat(now.figures.band(ttft, ROW)).isEmpty();
        assertThat(now.figures.value(ttft.cell(ROW, Lane.LOW)))
                .isEqualTo(new Value.Unknown(
                        "not measured", "no case of the time to the first token was measured on any GPU"));
    }

    @Test
    void requestsInWorkAreTheirRateTimesTheirTime() {
        Case now = llama("h200-sxm", 300, RequestShape.of(1000, 500));
        LoadFigures load = now.throughput.load;
        assertThat(now.number(load.requestRate) * now.number(load.requestTime))
                .isCloseTo(300, Percentage.withPercentage(1e-6));
        assertThat(now.number(load.requestTime))
                .isCloseTo(
                        (now.number(load.timeToFirstToken) + 500 * now.number(load.timePerToken)) / 1000,
                        Percentage.withPercentage(1e-6));
    }

    /** 0.75 x 400 + 0.25 x 2000 tokens of input, 0.75 x 100 + 0.25 x 500 of output; the promised times are the service level. */
    @Test
    void trafficGoesBeforeATypedRequest() {
        Traffic traffic = new Traffic(
                5000,
                10,
                20,
                List.of(
                        new Traffic.RequestKind("Question", 75, 400, 100),
                        new Traffic.RequestKind("Document", 25, 2000, 500)),
                0,
                2,
                40);
        Case now = of(
                LLAMA_70B,
                "fp8",
                "tensorrt-llm",
                gpu("h200-sxm"),
                Parallelism.tensor(2),
                1,
                RequestShape.of(8000, 4000).withPrefixReuse(0.5),
                Optional.of(traffic));
        assertThat(now.number(now.throughput.work.input)).isCloseTo(800, within(1e-9));
        assertThat(now.number(now.throughput.work.output)).isCloseTo(200, within(1e-9));
        assertThat(now.number(now.throughput.work.reuse)).isZero();
        assertThat(now.number(now.throughput.level.targetTtft)).isCloseTo(2000, within(1e-9));
        assertThat(now.number(now.throughput.level.targetTpot)).isCloseTo(40, within(1e-9));
        assertThat(now.throughput.measuredLoad(ROW).cases()).isEqualTo(48);
        assertThat(now.number(now.throughput.level.replicas)).isPositive();
    }

    @Test
    void whatDoesNotFitHasNoThroughputAndSaysSo() {
        Case now = of(
                LLAMA_70B,
                "bf16",
                "tensorrt-llm",
                gpu("h100-sxm-80"),
                Parallelism.NONE,
                8,
                RequestShape.of(1000, 1000));
        assertThat(now.figures.value(now.throughput.load.maxLoad, ROW).isKnown())
                .isFalse();
        assertThat(now.figures.value(now.throughput.load.batch, ROW))
                .isEqualTo(new Value.Unknown("does not fit", "not one request fits in the room for the cache"));
    }

    @Test
    void anEmbeddingModelReadsAtMostAsFastAsItsOperationsAllow() {
        Case now =
                of("Qwen/Qwen3-0.6B", "bf16", "vllm-0.19", gpu("l40s"), Parallelism.NONE, 1, RequestShape.of(512, 1));
        double operations = now.number(now.throughput.work.prefillOperations);
        double rate = now.number(now.throughput.load.promptsPerSecond);
        // 2 x 440 million matrix parameters x 512 tokens, and attention
        assertThat(operations).isBetween(0.45, 0.55);
        assertThat(rate).isPositive().isLessThan(362 / operations);
    }

    @Test
    void everyFigureCanBeWrittenAsALiveCell() {
        Case now = of(
                "openai/gpt-oss-120b",
                "mxfp4",
                "tensorrt-llm",
                gpu("b200"),
                new Parallelism(1, 2, 4),
                64,
                RequestShape.of(1000, 1000).withTargets(OptionalDouble.of(1), OptionalDouble.of(0.03)));
        for (Figure figure : now.figures.figures()) {
            figure.formula()
                    .ifPresent(formula -> now.figures
                            .cells(figure)
                            .forEach(cell -> assertThat(SpreadsheetFormula.of(cell))
                                    .as(figure.id())
                                    .isNotBlank()));
        }
    }
}
