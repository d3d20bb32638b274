package org.sizewright.plan;

import org.sizewright.library.EngineId;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;

/** What must run. Workloads belong to the plan; how an option carries them stands in its {@link Assignment}s. */
public sealed interface Workload {
    WorkloadId id();

    String name();

    VmShape vm();

    Survival survival();

    Workload withName(String name);

    Workload withVm(VmShape vm);

    Workload withSurvival(Survival survival);

    /**
     * A language model that serves requests on whole GPUs.
     *
     * @param weights how the weights are stored
     * @param kvCache how keys and values are stored
     * @param contextTokens tokens of one request, prompt and answer together
     * @param concurrency requests that are in work at the same time
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
            EngineSettings settings,
            VmShape vm,
            Survival survival)
            implements Workload {
        public static final int MAX_CONTEXT = 100_000_000;
        public static final int MAX_CONCURRENCY = 10_000_000;

        public LlmServing {
            PlanChecks.name("a workload", name);
            PlanChecks.between("the context of " + name, 1, MAX_CONTEXT, contextTokens);
            PlanChecks.between("the concurrent requests of " + name, 1, MAX_CONCURRENCY, concurrency);
        }

        public LlmServing withModel(ModelId changed) {
            return new LlmServing(
                    id, name, changed, weights, kvCache, engine, contextTokens, concurrency, settings, vm, survival);
        }

        public LlmServing withWeights(NumberFormatId changed) {
            return new LlmServing(
                    id, name, model, changed, kvCache, engine, contextTokens, concurrency, settings, vm, survival);
        }

        public LlmServing withKvCache(NumberFormatId changed) {
            return new LlmServing(
                    id, name, model, weights, changed, engine, contextTokens, concurrency, settings, vm, survival);
        }

        public LlmServing withEngine(EngineId changed) {
            return new LlmServing(
                    id, name, model, weights, kvCache, changed, contextTokens, concurrency, settings, vm, survival);
        }

        public LlmServing withContextTokens(int tokens) {
            return new LlmServing(
                    id, name, model, weights, kvCache, engine, tokens, concurrency, settings, vm, survival);
        }

        public LlmServing withConcurrency(int requests) {
            return new LlmServing(
                    id, name, model, weights, kvCache, engine, contextTokens, requests, settings, vm, survival);
        }

        public LlmServing withSettings(EngineSettings changed) {
            return new LlmServing(
                    id, name, model, weights, kvCache, engine, contextTokens, concurrency, changed, vm, survival);
        }

        @Override
        public LlmServing withName(String changed) {
            return new LlmServing(
                    id, changed, model, weights, kvCache, engine, contextTokens, concurrency, settings, vm, survival);
        }

        @Override
        public LlmServing withVm(VmShape changed) {
            return new LlmServing(
                    id, name, model, weights, kvCache, engine, contextTokens, concurrency, settings, changed, survival);
        }

        @Override
        public LlmServing withSurvival(Survival changed) {
            return new LlmServing(
                    id, name, model, weights, kvCache, engine, contextTokens, concurrency, settings, vm, changed);
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
            WorkloadId id, String name, Sharing sharing, int count, int gpuMemoryGib, VmShape vm, Survival survival)
            implements Workload {
        /** How machines share a GPU. */
        public enum Sharing {
            /** vGPU types that take turns on the whole GPU. */
            TIME_SLICED,
            /** MIG instances with hardware of their own. */
            MIG
        }

        public GpuVms {
            PlanChecks.name("a workload", name);
            PlanChecks.between("the number of VMs of " + name, 1, 1_000_000, count);
            PlanChecks.between("the GPU memory of " + name + " in GiB", 1, 1024, gpuMemoryGib);
        }

        public GpuVms withSharing(Sharing changed) {
            return new GpuVms(id, name, changed, count, gpuMemoryGib, vm, survival);
        }

        public GpuVms withCount(int changed) {
            return new GpuVms(id, name, sharing, changed, gpuMemoryGib, vm, survival);
        }

        public GpuVms withGpuMemoryGib(int changed) {
            return new GpuVms(id, name, sharing, count, changed, vm, survival);
        }

        @Override
        public GpuVms withName(String changed) {
            return new GpuVms(id, changed, sharing, count, gpuMemoryGib, vm, survival);
        }

        @Override
        public GpuVms withVm(VmShape changed) {
            return new GpuVms(id, name, sharing, count, gpuMemoryGib, changed, survival);
        }

        @Override
        public GpuVms withSurvival(Survival changed) {
            return new GpuVms(id, name, sharing, count, gpuMemoryGib, vm, changed);
        }
    }
}
