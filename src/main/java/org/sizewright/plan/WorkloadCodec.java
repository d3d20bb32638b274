package org.sizewright.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sizewright.library.EngineId;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;

/** JSON form of workloads. */
final class WorkloadCodec {
    private static final String LLM_SERVING = "llmServing";
    private static final String GPU_VMS = "gpuVms";
    private static final String RETRIEVAL = "retrieval";
    private static final String FINE_TUNING = "fineTuning";

    private WorkloadCodec() {}

    static ObjectNode write(Workload workload) {
        ObjectNode node = kind(workload);
        PlanTermsCodec.write(node, workload.terms());
        return node;
    }

    private static ObjectNode kind(Workload workload) {
        return switch (workload) {
            case Workload.LlmServing llm -> write(llm);
            case Workload.GpuVms vms -> write(vms);
            case Retrieval retrieval -> WorkloadRetrievalCodec.write(RETRIEVAL, retrieval);
            case FineTuning tuning -> WorkloadTuningCodec.write(FINE_TUNING, tuning);
        };
    }

    static Workload read(PlanFields f) throws BrokenPlan {
        return readKind(f).withTerms(PlanTermsCodec.read(f));
    }

    private static Workload readKind(PlanFields f) throws BrokenPlan {
        String kind = f.text("kind");
        return switch (kind) {
            case LLM_SERVING -> readLlm(f);
            case GPU_VMS -> readVms(f);
            case RETRIEVAL -> WorkloadRetrievalCodec.read(f);
            case FINE_TUNING -> WorkloadTuningCodec.read(f);
            default ->
                throw f.wrong("kind", "one of " + String.join(", ", LLM_SERVING, GPU_VMS, RETRIEVAL, FINE_TUNING));
        };
    }

    private static ObjectNode write(Workload.LlmServing llm) {
        ObjectNode node = PlanJson.object()
                .put("kind", LLM_SERVING)
                .put("id", llm.id().value())
                .put("name", llm.name())
                .put("model", llm.model().value())
                .put("weights", llm.weights().value())
                .put("kvCache", llm.kvCache().value())
                .put("engine", llm.engine().value())
                .put("contextTokens", llm.contextTokens())
                .put("concurrency", llm.concurrency());
        llm.traffic().ifPresent(traffic -> node.set("traffic", write(traffic)));
        if (!llm.settings().equals(EngineSettings.DEFAULT)) {
            node.set("settings", write(llm.settings()));
        }
        node.set("vm", write(llm.vm()));
        return node.put("survival", llm.survival().name());
    }

    private static Workload readLlm(PlanFields f) throws BrokenPlan {
        return new Workload.LlmServing(
                f.id("id", WorkloadId::of),
                f.text("name"),
                f.id("model", ModelId::of),
                f.id("weights", NumberFormatId::of),
                f.id("kvCache", NumberFormatId::of),
                f.id("engine", EngineId::of),
                f.whole("contextTokens", 1, Workload.LlmServing.MAX_CONTEXT),
                f.whole("concurrency", 1, Workload.LlmServing.MAX_CONCURRENCY),
                f.findObject("traffic", WorkloadCodec::readTraffic),
                f.findObject("settings", WorkloadCodec::readSettings).orElse(EngineSettings.DEFAULT),
                f.object("vm", WorkloadCodec::readVm),
                f.word("survival", Survival.class));
    }

    private static ObjectNode write(Workload.GpuVms vms) {
        ObjectNode node = PlanJson.object()
                .put("kind", GPU_VMS)
                .put("id", vms.id().value())
                .put("name", vms.name())
                .put("sharing", vms.sharing().name())
                .put("count", vms.count())
                .put("gpuMemoryGib", vms.gpuMemoryGib());
        node.set("vm", write(vms.vm()));
        return node.put("survival", vms.survival().name());
    }

    private static Workload readVms(PlanFields f) throws BrokenPlan {
        return new Workload.GpuVms(
                f.id("id", WorkloadId::of),
                f.text("name"),
                f.word("sharing", Workload.GpuVms.Sharing.class),
                f.whole("count", 1, 1_000_000),
                f.whole("gpuMemoryGib", 1, 1024),
                f.object("vm", WorkloadCodec::readVm),
                f.word("survival", Survival.class));
    }

    private static ObjectNode write(Traffic traffic) {
        ObjectNode node = PlanJson.object()
                .put("users", traffic.users())
                .put("activePercent", traffic.activePercent())
                .put("requestsPerHour", traffic.requestsPerHour());
        node.set(
                "kinds",
                PlanJson.array(
                        traffic.kinds(),
                        kind -> PlanJson.object()
                                .put("name", kind.name())
                                .put("sharePercent", kind.sharePercent())
                                .put("inputTokens", kind.inputTokens())
                                .put("outputTokens", kind.outputTokens())));
        return node.put("prefixReusePercent", traffic.prefixReusePercent())
                .put("firstTokenSeconds", traffic.firstTokenSeconds())
                .put("tokenMillis", traffic.tokenMillis());
    }

    private static Traffic readTraffic(PlanFields f) throws BrokenPlan {
        return new Traffic(
                f.whole("users", 1, Traffic.MAX_USERS),
                f.amount("activePercent"),
                f.amount("requestsPerHour"),
                f.list(
                        "kinds",
                        kind -> new Traffic.RequestKind(
                                kind.text("name"),
                                kind.amount("sharePercent"),
                                kind.whole("inputTokens", 1, Workload.LlmServing.MAX_CONTEXT),
                                kind.whole("outputTokens", 1, Workload.LlmServing.MAX_CONTEXT))),
                f.amount("prefixReusePercent"),
                f.amount("firstTokenSeconds"),
                f.amount("tokenMillis"));
    }

    private static ObjectNode write(EngineSettings settings) {
        ObjectNode node = PlanJson.object();
        settings.utilisationPercent().ifPresent(value -> node.put("utilisationPercent", value));
        settings.maxSequences().ifPresent(value -> node.put("maxSequences", value));
        settings.maxBatchedTokens().ifPresent(value -> node.put("maxBatchedTokens", value));
        settings.blockTokens().ifPresent(value -> node.put("blockTokens", value));
        settings.measuredPoolGib().ifPresent(value -> node.put("measuredPoolGib", value));
        return node;
    }

    private static EngineSettings readSettings(PlanFields f) throws BrokenPlan {
        return new EngineSettings(
                f.findWhole("utilisationPercent", 1, 100),
                f.findWhole("maxSequences", 1, 1_000_000),
                f.findWhole("maxBatchedTokens", 1, 100_000_000),
                f.findWhole("blockTokens", 1, 65_536),
                f.findAmount("measuredPoolGib"));
    }

    static ObjectNode write(VmShape vm) {
        return PlanJson.object().put("vcpu", vm.vcpu()).put("memoryGib", vm.memoryGib());
    }

    static VmShape readVm(PlanFields f) throws BrokenPlan {
        return new VmShape(f.whole("vcpu", 1, 1024), f.whole("memoryGib", 1, 65_536));
    }
}
