package org.sizewright;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sizewright.library.EngineId;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.VectorElementId;
import org.sizewright.library.VectorIndexId;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.Corpus;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.Header;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.Survival;
import org.sizewright.plan.Traffic;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingLayout.Sharding;
import org.sizewright.plan.TrainingRun;
import org.sizewright.plan.VectorStore;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;

/** The sample plan of answers from documents: a model, the search that feeds it, and two ways of fine-tuning. */
public final class DocumentPlans {
    public static final WorkloadId SEARCH = WorkloadId.of("w2");
    public static final WorkloadId TUNING = WorkloadId.of("w3");
    private static final ModelId LLAMA_8B = ModelId.of("meta-llama/Meta-Llama-3.1-8B");

    private DocumentPlans() {}

    public static Plan documents() {
        Plan sample = SamplePlans.standard();
        List<Option> options =
                sample.options().stream().map(DocumentPlans::option).toList();
        return new Plan(
                new Header(
                        "Answers from documents",
                        "Sample customer",
                        "Claims handling with an assistant",
                        "Presales",
                        LocalDate.of(2026, 11, 22),
                        1,
                        "A sample with retrieval and fine-tuning. Speeds, people and documents are invented; base power and weights of"
                                + " the servers are placeholders typed in for the sample, not vendor data."),
                sample.site(),
                List.of(assistant(), search(), style(), aligned()),
                options,
                options.getFirst().id(),
                List.of());
    }

    private static Workload.LlmServing assistant() {
        return new Workload.LlmServing(
                WorkloadId.of("w1"),
                "Claims assistant",
                ModelId.of("meta-llama/Llama-3.3-70B-Instruct"),
                NumberFormatId.of("fp8"),
                NumberFormatId.of("fp8"),
                EngineId.of("vllm-0.19"),
                8192,
                64,
                Optional.of(new Traffic(
                        2000,
                        20,
                        10,
                        List.of(new Traffic.RequestKind("Question with passages", 100, 5000, 400)),
                        15,
                        2,
                        50)),
                EngineSettings.DEFAULT,
                new VmShape(24, 384),
                Survival.MUST_RESTART);
    }

    private static Retrieval search() {
        return new Retrieval(
                SEARCH,
                "Search in claims",
                new Corpus(400_000, 12, 450, Optional.empty(), 512, 64, 2, 48),
                new VectorStore(
                        VectorIndexId.of("hnsw"),
                        VectorElementId.of("int8"),
                        Optional.empty(),
                        32,
                        1024,
                        64,
                        8,
                        Optional.of(1.2),
                        2,
                        VectorStore.Originals.KEPT,
                        200,
                        Optional.of(4.0)),
                new Retrieval.Queries(Optional.empty(), 4000, 20, 50, 40, 1000),
                EngineId.of("vllm-0.19"),
                model("BAAI/bge-m3"),
                Optional.of(model("BAAI/bge-reranker-v2-m3")),
                Optional.of(model("meta-llama/Llama-Guard-3-8B")),
                new VmShape(8, 64),
                new VmShape(16, 256),
                Survival.MUST_RESTART);
    }

    private static Retrieval.Service model(String id) {
        return new Retrieval.Service(ModelId.of(id), NumberFormatId.of("fp16"), Optional.empty());
    }

    /** LoRA on the words of the trade. */
    private static FineTuning style() {
        return FineTuning.lora(TUNING, "House style", LLAMA_8B).withRun(TrainingRun.ofTokens(2e8, 3));
    }

    private static FineTuning aligned() {
        return FineTuning.aligned(WorkloadId.of("w4"), "Preferred answers", LLAMA_8B, "grpo");
    }

    private static Option option(Option of) {
        ClusterId cluster = of.clusters().getFirst().id();
        return new Option(
                of.id(),
                of.name(),
                of.platform(),
                of.clusters().stream()
                        .map(each -> each.withGroup(each.groups().getFirst().withCount(HostCount.auto())))
                        .toList(),
                List.of(
                        Assignment.of(WorkloadId.of("w1"), cluster).withTensorParallel(2),
                        Assignment.of(SEARCH, cluster),
                        Assignment.of(TUNING, cluster).withTraining(TrainingLayout.data(4, Sharding.NONE)),
                        Assignment.of(WorkloadId.of("w4"), cluster)
                                .withTraining(TrainingLayout.data(8, Sharding.NONE))));
    }
}
