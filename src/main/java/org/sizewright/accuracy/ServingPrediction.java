package org.sizewright.accuracy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.library.Engine;
import org.sizewright.library.EngineId;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.model.ModelShape;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.Survival;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.quantity.Bytes;
import org.sizewright.sizing.Demand;
import org.sizewright.sizing.DeviceMemory;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.Parallelism;

/**
 * What a serving engine prints when it starts: weights, activation peak, memory outside the framework and room for the cache of
 * its first GPU, and the tokens and blocks of the whole.
 *
 * <p>Tokens and blocks come from the pool that the case gives, everything else from the inputs alone.
 */
final class ServingPrediction {
    private static final RowKey ROW = new RowKey("w1", "Measured run");
    private static final double HALF_DIGIT = 0.005;
    private static final int USUAL_CONTEXT = 8192;

    private final MeasuredCase run;
    private final ModelArchitecture model;
    private final ModelShape shape;
    private final Library library;

    ServingPrediction(MeasuredCase run, ModelArchitecture model, ModelShape shape, Library library) {
        this.run = run;
        this.model = model;
        this.shape = shape;
        this.library = library;
    }

    Map<String, Estimate> predict() {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        Demand free = demand(Optional.empty());
        LlmMemory llm = free.llm;
        RowKey first = llm.model.stages.keys().getFirst();
        estimates.put("weights_gib", of(free, llm.model.stageWeights, first));
        estimates.put("activation_peak_gib", of(free, llm.engine.stageActivation, first));
        estimates.put("non_torch_gib", of(free, llm.engine.stageNonTorch, first));
        estimates.put("kv_available_gib", of(free, llm.engine.stagePool, first));
        estimates.put("cuda_graph_gib", of(free, llm.engine.stageGraphs, first));
        Optional<Double> pool =
                run.inputs().number("pool_gib").or(() -> run.inputs().number("available_gib"));
        Demand given = pool.isPresent() ? demand(pool) : free;
        estimates.put("kv_tokens", of(given, given.llm.tokensPerReplica, ROW));
        estimates.put("gpu_blocks", of(given, given.llm.blocks, ROW));
        estimates.put("max_concurrency", printed(of(given, given.llm.concurrencyAtContext, ROW)));
        return estimates;
    }

    /** As the engine prints it, rounded to two digits after the point. */
    private static Estimate printed(Estimate estimate) {
        return estimate instanceof Estimate.Known known
                ? Estimate.Known.of(known.value(), known.low() - HALF_DIGIT, known.high() + HALF_DIGIT)
                : estimate;
    }

    private static Estimate of(Demand demand, Figure figure, RowKey row) {
        Value value = demand.value(figure, row, Lane.VALUE);
        if (value instanceof Value.Unknown unknown) {
            return new Estimate.NotPredicted(unknown.why());
        }
        double number = value.asNumber().orElseThrow();
        return Estimate.Known.of(
                number,
                demand.value(figure, row, Lane.LOW).asNumber().orElse(number),
                demand.value(figure, row, Lane.HIGH).asNumber().orElse(number));
    }

    private Demand demand(Optional<Double> pool) {
        Inputs inputs = run.inputs();
        Engine engine = Engines.find(library, inputs.text("engine").orElse(run.engine()));
        NumberFormat weights =
                Formats.weights(library, inputs.text("weight_format").orElse("bf16"));
        NumberFormat cache = Formats.cache(library, inputs);
        EngineSettings settings = new EngineSettings(
                inputs.number("gpu_memory_utilization").map(share -> (int) Math.round(share * 100)),
                inputs.count("max_num_seqs"),
                inputs.count("max_num_batched_tokens"),
                inputs.count("block_size"),
                pool);
        LlmServing serving = new LlmServing(
                WorkloadId.of("w1"),
                model.name(),
                model.id(),
                weights.id(),
                cache.id(),
                EngineId.of(engine.id().value()),
                inputs.count("max_model_len").orElse(shape.maxPosition().orElse(USUAL_CONTEXT)),
                1,
                Optional.empty(),
                settings,
                new VmShape(1, 1),
                Survival.MUST_RESTART);
        Optional<Gpu> gpu = inputs.text("gpu").flatMap(name -> GpuByName.find(name, library));
        Gpu known = gpu.orElseGet(() -> library.gpus().getFirst());
        DeviceMemory device = inputs.number("total_gib")
                .map(gib -> DeviceMemory.measured("the GPU of the run", Bytes.ofGib(gib)))
                .orElseGet(() -> gpu.map(DeviceMemory::of)
                        .orElseGet(() -> new DeviceMemory(
                                "the GPU of the run", org.sizewright.library.Fact.unknown(), Optional.empty())));
        LlmSubject subject = new LlmSubject(
                ROW,
                serving,
                model,
                shape,
                weights,
                cache,
                engine,
                known,
                device,
                new Parallelism(
                        inputs.count("tp").orElse(1),
                        inputs.count("pp").orElse(1),
                        inputs.count("dep").orElse(1)));
        return Demand.of(List.of(subject), List.of(), List.of(), library);
    }
}
