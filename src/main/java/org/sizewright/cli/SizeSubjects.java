package org.sizewright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Engine;
import org.sizewright.library.EngineId;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.library.MigProfile;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.Optimiser;
import org.sizewright.library.TrainingStack;
import org.sizewright.library.TuningMethod;
import org.sizewright.library.VgpuType;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.ResolvedWorkload.Search;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.RetrievalStart;
import org.sizewright.plan.Survival;
import org.sizewright.plan.Traffic;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.sizing.DeviceMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.Parallelism;
import org.sizewright.sizing.retrieval.RetrievalSubject;
import org.sizewright.sizing.training.TuningSubject;

/** What the options of {@code size} name, looked up. All methods throw {@link IllegalArgumentException} with a sentence. */
final class SizeSubjects {
    private static final WorkloadId ID = WorkloadId.of("w1");
    private static final VmShape USUAL_VM = new VmShape(16, 128);

    private final Library library;
    private final Gpu gpu;
    private final Slice slice;

    /** What of a GPU one machine has: all of it, or a part. */
    private record Slice(String name, DeviceMemory memory, GpuShare share) {
        boolean isWhole() {
            return share instanceof GpuShare.Whole;
        }
    }

    /** @param profile MIG profile or vGPU type; empty for whole GPUs */
    SizeSubjects(Library library, String gpu, Optional<String> profile) {
        this.library = library;
        this.gpu = RecordNames.of("GPU", library.gpus(), each -> each.id().value(), Gpu::name)
                .find(gpu);
        slice = profile.map(this::slice)
                .orElseGet(() ->
                        new Slice(this.gpu.name(), DeviceMemory.of(this.gpu), new GpuShare.Whole(1, Optional.empty())));
    }

    /** A MIG instance or the frame buffer of a vGPU for computing. */
    private Slice slice(String wanted) {
        List<Slice> slices = new ArrayList<>();
        library.migProfilesOf(gpu.id()).ifPresent(set -> {
            for (MigProfile profile : set.profiles()) {
                slices.add(new Slice(
                        profile.name(),
                        DeviceMemory.of(gpu, set, profile),
                        new GpuShare.Mig(profile, Optional.empty())));
            }
        });
        for (VgpuType type : library.vgpuTypesOf(gpu.id())) {
            if (type.series() == VgpuType.Series.C) {
                slices.add(new Slice(type.name().value(), DeviceMemory.of(type), new GpuShare.TimeSliced(type)));
            }
        }
        if (slices.isEmpty()) {
            throw new IllegalArgumentException("the library knows no MIG profile and no vGPU type of " + gpu.name()
                    + ": leave out --profile, or choose another --gpu");
        }
        return RecordNames.of("MIG profile or vGPU type of " + gpu.name(), slices, Slice::name, Slice::name)
                .find(wanted);
    }

    private NumberFormat format(String wanted) {
        return RecordNames.of("number format", library.numberFormats(), f -> f.id().value(), NumberFormat::name)
                .find(wanted);
    }

    private Engine engine(ServingOptions options) {
        return RecordNames.of("engine", library.engines(), each -> each.id().value(), Engine::name)
                .find(options.engine());
    }

    private Parallelism parallel(ServingOptions options, ModelChoice model) {
        Parallelism parallel = options.parallel();
        checkSlice(parallel.gpus(), "--tp, --pp and --ep");
        int layers = model.shape().layers().size();
        if (parallel.pipeline() > layers) {
            throw new IllegalArgumentException(model.model().name() + " has " + layers
                    + " layers: --pp can be at most that, not " + parallel.pipeline());
        }
        if (parallel.expert() > 1 && !model.shape().hasExperts()) {
            throw new IllegalArgumentException(
                    model.model().name() + " has no experts to share: leave out --ep, or take replicas");
        }
        return parallel;
    }

    private void checkSlice(long gpus, String options) {
        if (!slice.isWhole() && gpus > 1) {
            throw new IllegalArgumentException(
                    "one model cannot be split over several slices: leave out --profile, or " + options);
        }
    }

    LlmSubject served(ModelChoice model, ServingOptions options, ServingOptions.Engine settings, LoadOptions load) {
        Parallelism parallel = parallel(options, model);
        NumberFormat weights = format(options.precision().orElse("bf16"));
        NumberFormat cache = format(options.kvCache());
        Engine engine = engine(options);
        Optional<Traffic> traffic = load.traffic(library);
        LlmServing serving = new LlmServing(
                ID,
                model.model().name(),
                model.model().id(),
                weights.id(),
                cache.id(),
                EngineId.of(engine.id().value()),
                load.contextTokens(traffic),
                load.requests(traffic),
                traffic,
                settings.settings(),
                options.vm(USUAL_VM),
                Survival.MUST_RESTART);
        return new LlmSubject(
                row(model.model().name()),
                serving,
                model.model(),
                model.shape(),
                weights,
                cache,
                engine,
                gpu,
                slice.memory(),
                parallel);
    }

    TuningSubject trained(
            ModelChoice model, ServingOptions options, TrainingOptions training, GoalOptions goal, RunOptions run) {
        TuningMethod method = training.method(library);
        boolean everything = TrainingOptions.isWhole(method);
        TrainingStack stack = training.stack(library);
        Optimiser optimiser = training.optimiser(library, everything);
        NumberFormat weights = format(options.precision().orElse(training.usualPrecision()));
        TrainingLayout layout = training.layout(parallel(options, model), everything);
        checkSlice(layout.gpus(), "--dp and --cp");
        FineTuning work = FineTuning.full(
                        ID, model.model().name(), model.model().id())
                .withMethod(training.tuned(library))
                .withWeights(weights.id())
                .withSoftware(training.software(library))
                .withBatch(training.batch(stack))
                .withGoal(goal.goal(library))
                .withRun(run.run())
                .withServing(run.serving(!everything, training.trainedRank(library)));
        ResolvedWorkload.Tuning tuning = new ResolvedWorkload.Tuning(
                work, model.model(), model.shape(), method, weights, optimiser, stack, goal.objective(library));
        return TuningSubject.of(row(work.name()), tuning, layout, slice.share(), gpu, slice.memory(), List.of());
    }

    RetrievalSubject searched(
            ServingOptions options,
            RetrievalOptions retrieval,
            RetrievalModelOptions models,
            Optional<Integer> people) {
        Retrieval start = RetrievalStart.of(ID, "Retrieval", retrieval.preset(library), library)
                .orElseThrow(() -> new IllegalArgumentException("the library has no model or no engine for retrieval"));
        String precision =
                options.precision().orElse(start.embedding().weights().value());
        Engine engine = engine(options);
        Search.Model embedding = models.embedding(start, precision, this::format, library);
        Optional<Search.Model> reranker = models.reranker(precision, this::format, library);
        Optional<Search.Model> guardrail = models.guardrail(precision, this::format, library);
        retrieval.refuseWithout(reranker.isPresent(), guardrail.isPresent());
        Retrieval work = retrieval
                .replaced(start, people, library)
                .withEngine(engine.id())
                .withEmbedding(embedding.service())
                .withReranker(reranker.map(Search.Model::service))
                .withGuardrail(guardrail.map(Search.Model::service))
                .withDatabaseVm(models.databaseVm(start.databaseVm()))
                .withVm(options.vm(start.vm()));
        Search search = new Search(
                work,
                library.vectorIndex(work.store().index()).orElseThrow(),
                library.vectorElement(work.store().element()).orElseThrow(),
                engine,
                embedding,
                reranker,
                guardrail);
        return new RetrievalSubject(row(work.name()), search, gpu, slice.share(), slice.memory());
    }

    private static RowKey row(String name) {
        return new RowKey(ID.value(), name);
    }
}
