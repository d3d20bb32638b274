package org.sizewright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.SamplePlans;
import org.sizewright.library.EngineId;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Survival;
import org.sizewright.plan.Traffic;
import org.sizewright.plan.Traffic.RequestKind;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;

/**
 * A plan with twenty language models: dense, with experts, with compressed and with windowed attention, hybrid, split over GPUs and
 * over stages; half of them with the load of people. Every workload is of the kind that has the most figures.
 */
final class LargePlan {
    private record Work(String model, String weights, int tensorParallel, int pipelineParallel) {}

    private static final List<Work> WORK = List.of(
            new Work("meta-llama/Llama-3.3-70B-Instruct", "fp8", 2, 1),
            new Work("meta-llama/Llama-3.1-8B-Instruct", "bf16", 1, 1),
            new Work("Qwen/Qwen3-32B", "fp8", 1, 1),
            new Work("Qwen/Qwen3-235B-A22B", "fp8", 8, 1),
            new Work("Qwen/Qwen3-30B-A3B", "bf16", 2, 1),
            new Work("deepseek-ai/DeepSeek-V3", "fp8", 8, 2),
            new Work("openai/gpt-oss-120b", "mxfp4", 2, 1),
            new Work("openai/gpt-oss-20b", "mxfp4", 1, 1),
            new Work("google/gemma-3-27b-it", "bf16", 2, 1),
            new Work("google/gemma-2-9b-it", "bf16", 1, 1),
            new Work("mistralai/Mixtral-8x7B-Instruct-v0.1", "bf16", 4, 1),
            new Work("mistralai/Mistral-Large-Instruct-2407", "fp8", 4, 1),
            new Work("nvidia/Nemotron-H-56B-Base-8K", "bf16", 4, 1),
            new Work("nvidia/Llama-3_3-Nemotron-Super-49B-v1", "fp8", 2, 1),
            new Work("microsoft/phi-4", "bf16", 1, 1),
            new Work("Qwen/Qwen2.5-72B-Instruct", "awq-int4-g128", 1, 1),
            new Work("meta-llama/Meta-Llama-3.1-405B", "fp8", 8, 2),
            new Work("Qwen/Qwen3.5-122B-A10B", "fp8", 4, 1),
            new Work("tiiuae/falcon-40b", "bf16", 2, 1),
            new Work("meta-llama/Llama-4-Scout-17B-16E-Instruct", "fp8", 4, 1));

    private LargePlan() {}

    static Plan plan() {
        List<Workload> workloads = new ArrayList<>();
        List<Assignment> assignments = new ArrayList<>();
        Plan sample = SamplePlans.standard();
        Option option = sample.options().getFirst();
        Cluster cluster = option.clusters().getFirst();
        for (int i = 0; i < WORK.size(); i++) {
            Work work = WORK.get(i);
            WorkloadId id = WorkloadId.of("w" + (i + 1));
            workloads.add(new LlmServing(
                    id,
                    "Model " + (i + 1),
                    ModelId.of(work.model()),
                    NumberFormatId.of(work.weights()),
                    NumberFormatId.of(i % 3 == 0 ? "fp8" : "bf16"),
                    EngineId.of("vllm-0.19"),
                    8192,
                    32,
                    i % 2 == 0 ? Optional.empty() : Optional.of(traffic()),
                    EngineSettings.DEFAULT,
                    new VmShape(24, 384),
                    Survival.MUST_RESTART));
            assignments.add(Assignment.of(id, cluster.id())
                    .withTensorParallel(work.tensorParallel())
                    .withPipelineParallel(work.pipelineParallel()));
        }
        Cluster large = cluster.withGroup(cluster.groups().getFirst().withCount(HostCount.of(32)));
        return new Plan(
                sample.header(),
                sample.site(),
                workloads,
                List.of(new Option(option.id(), option.name(), option.platform(), List.of(large), assignments)),
                option.id(),
                List.of());
    }

    private static Traffic traffic() {
        return new Traffic(
                500,
                30,
                20,
                List.of(new RequestKind("chat", 80, 1500, 400), new RequestKind("long documents", 20, 6000, 800)),
                20,
                2,
                50);
    }
}
