package org.sizewright.sizing.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.accuracy.Estimate;
import org.sizewright.accuracy.Inputs;
import org.sizewright.accuracy.MeasuredCase;
import org.sizewright.accuracy.Predictions;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.library.Engine;
import org.sizewright.library.EngineId;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.Survival;
import org.sizewright.plan.Traffic;
import org.sizewright.plan.Traffic.RequestKind;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.sizing.DeviceMemory;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.Parallelism;

/** A model that is sized on a process without a pool must have the peak that measured cases are held against. */
class GenerationServingTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();

    private static LlmSubject subject(
            String id,
            String model,
            String format,
            String engine,
            String gpu,
            int prompt,
            int answer,
            Parallelism parallel) {
        ModelArchitecture architecture = LIBRARY.model(ModelId.of(model)).orElseThrow();
        ModelShape shape = ((ShapeResult.Known) LIBRARY.shape(architecture)).shape();
        NumberFormat weights = LIBRARY.numberFormat(NumberFormatId.of(format)).orElseThrow();
        NumberFormat cache = LIBRARY.numberFormat(NumberFormatId.of("bf16")).orElseThrow();
        Engine record = LIBRARY.engine(EngineId.of(engine)).orElseThrow();
        Gpu device = LIBRARY.gpu(GpuId.of(gpu)).orElseThrow();
        // one user with one short request per hour: always one request in work
        Traffic traffic =
                new Traffic(1, 100, 0.01, List.of(new RequestKind("Case", 100, prompt, answer)), 0, 0.001, 0.01);
        LlmServing serving = new LlmServing(
                WorkloadId.of(id),
                model,
                architecture.id(),
                weights.id(),
                cache.id(),
                record.id(),
                prompt + answer,
                1,
                Optional.of(traffic),
                EngineSettings.DEFAULT,
                new VmShape(1, 1),
                Survival.MUST_RESTART);
        return new LlmSubject(
                new RowKey(id, model),
                serving,
                architecture,
                shape,
                weights,
                cache,
                record,
                device,
                DeviceMemory.of(device),
                parallel);
    }

    private static LlmSubject typed(LlmSubject subject, int context, int requests) {
        return new LlmSubject(
                subject.row(),
                subject.workload()
                        .withTraffic(Optional.empty())
                        .withContextTokens(context)
                        .withConcurrency(requests),
                subject.model(),
                subject.shape(),
                subject.weights(),
                subject.kvCache(),
                subject.engine(),
                subject.gpu(),
                subject.device(),
                subject.parallel());
    }

    private record Sized(LlmMemory llm, FigureBook book) {
        static Sized of(LlmSubject... subjects) {
            FigureBook.Builder builder = FigureBook.builder();
            LlmMemory llm = new LlmMemory(builder, List.of(subjects), LIBRARY);
            return new Sized(llm, builder.build());
        }

        private double number(Figure figure, RowKey row, Lane lane) {
            Value value = book.value(figure.cell(row, lane));
            return value.asNumber().orElseThrow(() -> new AssertionError(figure + ": " + value));
        }

        double peak(LlmSubject subject, Lane lane) {
            return number(llm.weightsPerGpu, subject.row(), lane)
                    + number(llm.engine.activation, subject.row(), lane)
                    + number(llm.kvInUse, subject.row(), lane);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hf_generate, peak_allocated_gib, Qwen/Qwen2-7B-Instruct, bf16, transformers-4.44, a100-sxm-80, 30720, 2048",
        "hf_generate, peak_allocated_gib, Qwen/Qwen2-7B-Instruct, awq-int4-g128, transformers-4.44, a100-sxm-80, 6144, 2048",
        "hf_generate, peak_allocated_gib, Qwen/Qwen2.5-0.5B-Instruct, bf16, transformers-4.45, a100-sxm-80, 1, 2048",
        "hf_generate, peak_allocated_gib, Qwen/Qwen2.5-32B-Instruct, gptq-int4-g128, transformers-4.45, a100-sxm-80, 14336, 2048",
        "hf_generate, peak_allocated_gib, Qwen/Qwen3-8B, bf16, transformers-4.45, h100-sxm-80, 14336, 2048",
        "awq_inference, peak_gb, mistralai/Mistral-7B-v0.1, awq-int4-g128, autoawq, rtx-4090-24, 512, 512",
    })
    void thePeakIsTheOneThatIsHeldAgainstMeasurements(
            String kind,
            String metric,
            String model,
            String format,
            String engine,
            String gpu,
            int prompt,
            int answer) {
        LlmSubject subject = subject("w1", model, format, engine, gpu, prompt, answer, Parallelism.NONE);
        Map<String, Object> inputs = new java.util.HashMap<>(Map.of(
                "weight_format", format,
                "input_tokens", prompt,
                "new_tokens", answer,
                "prefill", prompt,
                "decode", prompt + answer,
                "gpu", subject.gpu().name(),
                "full_prefill_logits", engine.equals("transformers-4.44")));
        MeasuredCase run =
                new MeasuredCase("case", kind, model, "", new Inputs(inputs), Map.of(metric, Optional.empty()));
        Estimate.Known estimate = (Estimate.Known)
                Objects.requireNonNull(new Predictions(LIBRARY).of(run).get(metric));
        Sized sized = Sized.of(subject);
        assertThat(sized.peak(subject, Lane.VALUE)).isCloseTo(estimate.value(), within(1e-6));
        assertThat(sized.peak(subject, Lane.LOW)).isCloseTo(estimate.low(), within(1e-6));
        assertThat(sized.peak(subject, Lane.HIGH)).isCloseTo(estimate.high(), within(1e-6));
    }

    @Test
    void requestsAreTheLargestBatchWhosePeakFits() {
        LlmSubject one = subject(
                "w1",
                "meta-llama/Meta-Llama-3.1-8B",
                "bf16",
                "transformers-4.50",
                "h100-sxm-80",
                1,
                1,
                Parallelism.NONE);
        LlmSubject many = typed(one, 4096, 10_000);
        Sized sized = Sized.of(many);
        double fits = sized.number(sized.llm.requestsPerReplica, many.row(), Lane.VALUE);
        assertThat(fits).isBetween(20.0, 200.0);
        double left = sized.number(sized.llm.left, many.row(), Lane.VALUE);
        double perRequest = sized.number(sized.llm.kvPerRequest, many.row(), Lane.VALUE);
        // 32 layers x 8 heads x (128 + 128) x 2 B x 4096 tokens = 0.5 GiB
        assertThat(perRequest).isEqualTo(0.5);
        assertThat(left).isBetween(0.0, 3 * perRequest);
        assertThat(sized.number(sized.llm.replicas, many.row(), Lane.VALUE)).isEqualTo(Math.ceil(10_000 / fits));
        assertThat(sized.number(sized.llm.requestsPerReplica, many.row(), Lane.HIGH))
                .isLessThanOrEqualTo(fits);
        assertThat(sized.number(sized.llm.requestsPerReplica, many.row(), Lane.LOW))
                .isGreaterThanOrEqualTo(fits);
    }

    @Test
    void enginesOfAllKindsStandInOneCalculationAndLeaveEachOtherAlone() {
        LlmSubject pool = typed(
                subject("w1", "Qwen/Qwen3-8B", "bf16", "vllm-0.19", "h100-sxm-80", 1, 1, Parallelism.tensor(2)),
                8192,
                16);
        LlmSubject plain = typed(
                subject("w2", "Qwen/Qwen3-8B", "bf16", "transformers-4.50", "h100-sxm-80", 1, 1, Parallelism.NONE),
                8192,
                16);
        LlmSubject packed = typed(
                subject("w3", "mistralai/Mistral-7B-v0.1", "awq-int4-g128", "autoawq", "l40s", 1, 1, Parallelism.NONE),
                2048,
                2);
        LlmSubject small = typed(
                subject("w4", "meta-llama/Llama-2-7b-hf", "nf4", "litgpt", "l4", 1, 1, Parallelism.NONE), 2048, 1);
        Sized alone = Sized.of(pool);
        Sized all = Sized.of(pool, plain, packed, small);
        for (Figure figure : List.of(
                all.llm.weightsPerGpu,
                all.llm.engine.activation,
                all.llm.engine.kvPool,
                all.llm.tokensPerReplica,
                all.llm.requestsPerReplica,
                all.llm.left)) {
            assertThat(all.book.value(figure, pool.row()))
                    .as(figure.id())
                    .isEqualTo(alone.book.value(alone.book.get(figure.id()), pool.row()));
            for (LlmSubject subject : List.of(plain, packed, small)) {
                assertThat(all.book.value(figure, subject.row()).asNumber().orElse(-1))
                        .as(figure.id() + " of " + subject.engine().name())
                        .isNotNegative();
            }
        }
        assertThat(all.book.value(all.llm.blocks, plain.row()).isKnown()).isFalse();
        assertThat(alone.book.find("process")).isEmpty();
    }

    @Test
    void layersAreSpreadAsStages() {
        LlmSubject two = typed(
                subject(
                        "w1",
                        "Qwen/Qwen2.5-72B-Instruct",
                        "bf16",
                        "transformers-4.45",
                        "a100-sxm-80",
                        1,
                        1,
                        new Parallelism(1, 2, 1)),
                2048,
                1);
        Sized sized = Sized.of(two);
        // 72.7 billion parameters of two bytes over two GPUs: 67.7 GiB each
        assertThat(sized.number(sized.llm.weightsPerGpu, two.row(), Lane.VALUE)).isCloseTo(67.8, within(0.7));
        assertThat(sized.number(sized.llm.requestsPerReplica, two.row(), Lane.VALUE))
                .isGreaterThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bf16|2|take pipeline stages",
                "q4_k_m|1|is a mix for llama.cpp",
            })
    void whatTheProcessCannotDoIsUnknownWithItsReason(String format, int tensor, String reason) {
        LlmSubject subject = subject(
                "w1", "Qwen/Qwen3-8B", format, "transformers-4.50", "h100-sxm-80", 1, 1, Parallelism.tensor(tensor));
        Sized sized = Sized.of(subject);
        assertThat(sized.book.value(sized.llm.requestsPerReplica, subject.row()))
                .isInstanceOfSatisfying(
                        Value.Unknown.class,
                        unknown -> assertThat(unknown.why()).contains(reason));
    }
}
