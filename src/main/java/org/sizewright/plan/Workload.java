package org.sizewright.plan;

import java.util.Optional;
import java.util.function.Consumer;
import org.sizewright.library.EngineId;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;

/** What must run. Workloads belong to the plan; how an option carries them stands in its {@link Assignment}s. */
public sealed interface Workload permits Workload.LlmServing, Workload.GpuVms, Retrieval, FineTuning {
    WorkloadId id();

    String name();

    VmShape vm();

    Survival survival();

    /** Where and when it may run. */
    RunTerms terms();

    Workload withName(String name);

    Workload withVm(VmShape vm);

    Workload withSurvival(Survival survival);

    Workload withTerms(RunTerms terms);

    /**
     * A language model that serves requests, on whole GPUs or on a slice of one.
     *
     * @param weights how the weights are stored
     * @param kvCache how keys and values are stored
     * @param contextTokens tokens of one request, prompt and answer together; with traffic the longest that is let in
     * @param concurrency requests that are in work at the same time; with traffic they follow from it
     * @param traffic the load from people down to requests; empty if requests in work are typed in
     * @param terms where and when it may run
     */
    record LlmServing(
            WorkloadId id,
            String name,
            ModelId model,
            NumberFormatId weights,
            NumberFormatId kvCache,
            EngineId engine,
            int contextTokens,
            int concurrency,
            Optional<Traffic> traffic,
            EngineSettings settings,
            VmShape vm,
            Survival survival,
            RunTerms terms)
            implements Workload {
        public static final int MAX_CONTEXT = 100_000_000;
        public static final int MAX_CONCURRENCY = 10_000_000;

        /** On any host, always. */
        public LlmServing(
                WorkloadId id,
                String name,
                ModelId model,
                NumberFormatId weights,
                NumberFormatId kvCache,
                EngineId engine,
                int contextTokens,
                int concurrency,
                Optional<Traffic> traffic,
                EngineSettings settings,
                VmShape vm,
                Survival survival) {
            this(
                    id,
                    name,
                    model,
                    weights,
                    kvCache,
                    engine,
                    contextTokens,
                    concurrency,
                    traffic,
                    settings,
                    vm,
                    survival,
                    RunTerms.FREE);
        }

        public LlmServing {
            PlanChecks.name("a workload", name);
            PlanChecks.between("the context of " + name, 1, MAX_CONTEXT, contextTokens);
            PlanChecks.between("the concurrent requests of " + name, 1, MAX_CONCURRENCY, concurrency);
        }

        /** Fields as they are changed one by one. */
        private static final class Copy {
            private String name;
            private ModelId model;
            private NumberFormatId weights;
            private NumberFormatId kvCache;
            private EngineId engine;
            private int contextTokens;
            private int concurrency;
            private Optional<Traffic> traffic;
            private EngineSettings settings;
            private VmShape vm;
            private Survival survival;
            private RunTerms terms;

            Copy(LlmServing from) {
                name = from.name;
                model = from.model;
                weights = from.weights;
                kvCache = from.kvCache;
                engine = from.engine;
                contextTokens = from.contextTokens;
                concurrency = from.concurrency;
                traffic = from.traffic;
                settings = from.settings;
                vm = from.vm;
                survival = from.survival;
                terms = from.terms;
            }
        }

        private LlmServing with(Consumer<Copy> change) {
            Copy copy = new Copy(this);
            change.accept(copy);
            return new LlmServing(
                    id,
                    copy.name,
                    copy.model,
                    copy.weights,
                    copy.kvCache,
                    copy.engine,
                    copy.contextTokens,
                    copy.concurrency,
                    copy.traffic,
                    copy.settings,
                    copy.vm,
                    copy.survival,
                    copy.terms);
        }

        public LlmServing withModel(ModelId changed) {
            return with(copy -> copy.model = changed);
        }

        public LlmServing withWeights(NumberFormatId changed) {
            return with(copy -> copy.weights = changed);
        }

        public LlmServing withKvCache(NumberFormatId changed) {
            return with(copy -> copy.kvCache = changed);
        }

        public LlmServing withEngine(EngineId changed) {
            return with(copy -> copy.engine = changed);
        }

        public LlmServing withContextTokens(int tokens) {
            return with(copy -> copy.contextTokens = tokens);
        }

        public LlmServing withConcurrency(int requests) {
            return with(copy -> copy.concurrency = requests);
        }

        public LlmServing withTraffic(Optional<Traffic> changed) {
            return with(copy -> copy.traffic = changed);
        }

        public LlmServing withSettings(EngineSettings changed) {
            return with(copy -> copy.settings = changed);
        }

        @Override
        public LlmServing withName(String changed) {
            return with(copy -> copy.name = changed);
        }

        @Override
        public LlmServing withVm(VmShape changed) {
            return with(copy -> copy.vm = changed);
        }

        @Override
        public LlmServing withSurvival(Survival changed) {
            return with(copy -> copy.survival = changed);
        }

        @Override
        public LlmServing withTerms(RunTerms changed) {
            return with(copy -> copy.terms = changed);
        }
    }

    /**
     * Equal virtual machines with a share of a GPU each: notebooks, rendering, small models, anything that asks for memory.
     *
     * @param sharing how GPUs are shared
     * @param count how many machines
     * @param gpuMemoryGib GPU memory that each needs; the assignment picks the profile that gives it
     */
    record GpuVms(
            WorkloadId id,
            String name,
            Sharing sharing,
            int count,
            int gpuMemoryGib,
            VmShape vm,
            Survival survival,
            RunTerms terms)
            implements Workload {
        /** How machines share a GPU. */
        public enum Sharing {
            /** vGPU types that take turns on the whole GPU. */
            TIME_SLICED,
            /** MIG instances with hardware of their own. */
            MIG,
            /** None: each machine has whole GPUs to itself. */
            WHOLE
        }

        /** On any host, always. */
        public GpuVms(
                WorkloadId id,
                String name,
                Sharing sharing,
                int count,
                int gpuMemoryGib,
                VmShape vm,
                Survival survival) {
            this(id, name, sharing, count, gpuMemoryGib, vm, survival, RunTerms.FREE);
        }

        public GpuVms {
            PlanChecks.name("a workload", name);
            PlanChecks.between("the number of VMs of " + name, 1, 1_000_000, count);
            PlanChecks.between("the GPU memory of " + name + " in GiB", 1, 1024, gpuMemoryGib);
        }

        public GpuVms withSharing(Sharing changed) {
            return new GpuVms(id, name, changed, count, gpuMemoryGib, vm, survival, terms);
        }

        public GpuVms withCount(int changed) {
            return new GpuVms(id, name, sharing, changed, gpuMemoryGib, vm, survival, terms);
        }

        public GpuVms withGpuMemoryGib(int changed) {
            return new GpuVms(id, name, sharing, count, changed, vm, survival, terms);
        }

        @Override
        public GpuVms withName(String changed) {
            return new GpuVms(id, changed, sharing, count, gpuMemoryGib, vm, survival, terms);
        }

        @Override
        public GpuVms withVm(VmShape changed) {
            return new GpuVms(id, name, sharing, count, gpuMemoryGib, changed, survival, terms);
        }

        @Override
        public GpuVms withSurvival(Survival changed) {
            return new GpuVms(id, name, sharing, count, gpuMemoryGib, vm, changed, terms);
        }

        @Override
        public GpuVms withTerms(RunTerms changed) {
            return new GpuVms(id, name, sharing, count, gpuMemoryGib, vm, survival, changed);
        }
    }
}
