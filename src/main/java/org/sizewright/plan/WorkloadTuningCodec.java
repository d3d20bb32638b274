package org.sizewright.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.TrainingStack.Checkpointing;

/** JSON form of fine-tuning, and of how an option spreads it over GPUs. */
final class WorkloadTuningCodec {
    private WorkloadTuningCodec() {}

    static ObjectNode write(String kind, FineTuning tuning) {
        ObjectNode node = PlanJson.object()
                .put("kind", kind)
                .put("id", tuning.id().value())
                .put("name", tuning.name())
                .put("model", tuning.model().value());
        node.set("method", write(tuning.method()));
        node.put("weights", tuning.weights().value());
        node.set("software", write(tuning.software()));
        node.set("batch", write(tuning.batch()));
        node.set("goal", write(tuning.goal()));
        node.set("run", write(tuning.run()));
        node.set("serving", write(tuning.serving()));
        node.set("vm", WorkloadCodec.write(tuning.vm()));
        return node.put("survival", tuning.survival().name());
    }

    static FineTuning read(PlanFields f) throws BrokenPlan {
        return new FineTuning(
                f.id("id", WorkloadId::of),
                f.text("name"),
                f.id("model", ModelId::of),
                f.object("method", WorkloadTuningCodec::readMethod),
                f.id("weights", NumberFormatId::of),
                f.object("software", WorkloadTuningCodec::readSoftware),
                f.object("batch", WorkloadTuningCodec::readBatch),
                f.object("goal", WorkloadTuningCodec::readGoal),
                f.object("run", WorkloadTuningCodec::readRun),
                f.object("serving", WorkloadTuningCodec::readServing),
                f.object("vm", WorkloadCodec::readVm),
                f.word("survival", Survival.class),
                RunTerms.FREE);
    }

    private static ObjectNode write(FineTuning.Method method) {
        ObjectNode node = PlanJson.object().put("id", method.id());
        method.rank().ifPresent(rank -> node.put("rank", rank));
        if (!method.targets().isEmpty()) {
            node.set("targets", PlanJson.array(method.targets(), JsonNodeFactory.instance::textNode));
        }
        if (!method.settings().isEmpty()) {
            ObjectNode settings = PlanJson.object();
            method.settings().forEach(settings::put);
            node.set("settings", settings);
        }
        return node.put("withEmbeddings", method.withEmbeddings());
    }

    private static FineTuning.Method readMethod(PlanFields f) throws BrokenPlan {
        List<String> targets = new ArrayList<>();
        for (JsonNode target : f.find("targets").orElse(JsonNodeFactory.instance.arrayNode())) {
            if (!target.isTextual()) {
                throw f.wrong("targets", "a list of names");
            }
            targets.add(target.textValue());
        }
        JsonNode given = f.find("settings").orElse(PlanJson.object());
        if (!given.isObject()) {
            throw f.wrong("settings", "an object");
        }
        TreeMap<String, Integer> settings = new TreeMap<>();
        for (var setting : given.properties()) {
            if (!setting.getValue().isIntegralNumber() || !setting.getValue().canConvertToInt()) {
                throw f.wrong("settings", "an object of whole numbers");
            }
            settings.put(setting.getKey(), setting.getValue().intValue());
        }
        return new FineTuning.Method(
                f.text("id"), f.findWhole("rank", 1, FineTuning.MAX_RANK), targets, settings, f.flag("withEmbeddings"));
    }

    private static ObjectNode write(FineTuning.Software software) {
        ObjectNode node = PlanJson.object()
                .put("stack", software.stack())
                .put("optimiser", software.optimiser())
                .put("checkpointing", software.checkpointing().name())
                .put("compiled", software.compiled())
                .put("float8", software.float8());
        node.set("powerPercent", PlanJson.number(software.powerPercent()));
        return node;
    }

    private static FineTuning.Software readSoftware(PlanFields f) throws BrokenPlan {
        return new FineTuning.Software(
                f.text("stack"),
                f.text("optimiser"),
                f.word("checkpointing", Checkpointing.class),
                f.flag("compiled"),
                f.flag("float8"),
                f.amount("powerPercent"));
    }

    private static ObjectNode write(TrainingBatch batch) {
        ObjectNode node = PlanJson.object()
                .put("microBatch", batch.microBatch())
                .put("microBatches", batch.microBatches())
                .put("sequence", batch.sequence());
        node.set("lengthShare", PlanJson.number(batch.lengthShare()));
        return node;
    }

    private static TrainingBatch readBatch(PlanFields f) throws BrokenPlan {
        return new TrainingBatch(
                f.whole("microBatch", 1, TrainingBatch.MAX_MICRO_BATCH),
                f.whole("microBatches", 1, TrainingBatch.MAX_MICRO_BATCHES),
                f.whole("sequence", 1, TrainingBatch.MAX_SEQUENCE),
                f.amount("lengthShare"));
    }

    private static ObjectNode write(TuningGoal goal) {
        ObjectNode node = PlanJson.object().put("objective", goal.objective()).put("prompts", goal.prompts());
        goal.answers().ifPresent(answers -> node.put("answers", answers));
        node.put("promptTokens", goal.promptTokens())
                .put("answerTokens", goal.answerTokens())
                .put("sharedWeights", goal.sharedWeights())
                .put("withReference", goal.withReference());
        goal.critic().ifPresent(parameters -> node.set("critic", PlanJson.number(parameters)));
        goal.reward().ifPresent(parameters -> node.set("reward", PlanJson.number(parameters)));
        return node;
    }

    private static TuningGoal readGoal(PlanFields f) throws BrokenPlan {
        return new TuningGoal(
                f.text("objective"),
                f.whole("prompts", 1, TuningGoal.MAX_PROMPTS),
                f.findWhole("answers", 1, TuningGoal.MAX_ANSWERS),
                f.whole("promptTokens", 1, TrainingBatch.MAX_SEQUENCE),
                f.whole("answerTokens", 1, TrainingBatch.MAX_SEQUENCE),
                f.flag("sharedWeights"),
                f.flag("withReference"),
                f.findAmount("critic"),
                f.findAmount("reward"));
    }

    private static ObjectNode write(TrainingRun run) {
        ObjectNode node = PlanJson.object();
        run.tokens().ifPresent(tokens -> node.set("tokens", PlanJson.number(tokens)));
        node.set("examples", PlanJson.number(run.examples()));
        node.set("exampleTokens", PlanJson.number(run.exampleTokens()));
        node.set("epochs", PlanJson.number(run.epochs()));
        return node.put("checkpointsKept", run.checkpointsKept()).put("withState", run.withState());
    }

    private static TrainingRun readRun(PlanFields f) throws BrokenPlan {
        return new TrainingRun(
                f.findAmount("tokens"),
                f.amount("examples"),
                f.amount("exampleTokens"),
                f.amount("epochs"),
                f.whole("checkpointsKept", 1, TrainingRun.MAX_CHECKPOINTS),
                f.flag("withState"));
    }

    private static ObjectNode write(AdapterServing serving) {
        return PlanJson.object()
                .put("slots", serving.slots())
                .put("largestRank", serving.largestRank())
                .put("tensor", serving.tensor())
                .put("inSeries", serving.inSeries());
    }

    private static AdapterServing readServing(PlanFields f) throws BrokenPlan {
        return new AdapterServing(
                f.whole("slots", 1, AdapterServing.MAX_SLOTS),
                f.whole("largestRank", 1, AdapterServing.MAX_RANK),
                f.whole("tensor", 1, AdapterServing.MAX_TENSOR),
                f.whole("inSeries", 1, AdapterServing.MAX_IN_SERIES));
    }

    static ObjectNode write(TrainingLayout layout) {
        return PlanJson.object()
                .put("data", layout.data())
                .put("sharding", layout.sharding().name())
                .put("tensor", layout.tensor())
                .put("sequenceParallel", layout.sequenceParallel())
                .put("pipeline", layout.pipeline())
                .put("virtualStages", layout.virtualStages())
                .put("context", layout.context())
                .put("expert", layout.expert())
                .put("offload", layout.offload().name());
    }

    static TrainingLayout readLayout(PlanFields f) throws BrokenPlan {
        return new TrainingLayout(
                degree(f, "data"),
                f.word("sharding", TrainingLayout.Sharding.class),
                degree(f, "tensor"),
                f.flag("sequenceParallel"),
                degree(f, "pipeline"),
                degree(f, "virtualStages"),
                degree(f, "context"),
                degree(f, "expert"),
                f.word("offload", TrainingLayout.Offload.class));
    }

    private static int degree(PlanFields f, String field) throws BrokenPlan {
        return f.whole(field, 1, TrainingLayout.MOST);
    }
}
