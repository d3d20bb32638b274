package org.sizewright.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.quantity.Bytes;

/** JSON form of number formats and serving engines. */
final class EngineCodec {
    private EngineCodec() {}

    static NumberFormat readFormat(Fields f) throws InvalidRecord {
        return new NumberFormat(
                NumberFormatId.of(f.text("id")),
                f.text("name"),
                f.whole("weightBits"),
                f.get("baseBytes", Fields.AMOUNT),
                f.list(
                        "groups",
                        Fields.nested(group -> new NumberFormat.ScaleGroup(
                                group.get("bytes", Fields.AMOUNT), group.whole("parameters")))),
                f.find("bytesPerColumn", Fields.AMOUNT).orElse(0.0),
                PartitionCodec.word(f, "scope", List.of(NumberFormat.Scope.values()), NumberFormat.Scope::word),
                f.texts("keeps"),
                f.find("keepsEnds", Fields.COUNT).orElse(0),
                f.find("padTo", Fields.COUNT).orElse(1),
                f.findText("ggufMix"),
                PartitionCodec.word(f, "computeFormat", List.of(MathFormat.values()), MathFormat::word),
                f.flag("kvCache"),
                f.findText("minComputeCapability"),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static ObjectNode write(NumberFormat format) {
        Written written = new Written()
                .put("id", format.id().value())
                .put("name", format.name())
                .put("weightBits", format.weightBits())
                .put("baseBytes", Written.number(format.baseBytes()))
                .put(
                        "groups",
                        format.groups(),
                        group -> new Written()
                                .put("bytes", Written.number(group.bytes()))
                                .put("parameters", group.parameters())
                                .node());
        if (format.bytesPerColumn() > 0) {
            written.put("bytesPerColumn", Written.number(format.bytesPerColumn()));
        }
        written.put("scope", format.scope().word()).put("keeps", format.keeps(), Written::text);
        if (format.keepsEnds() > 0) {
            written.put("keepsEnds", format.keepsEnds());
        }
        if (format.padTo() > 1) {
            written.put("padTo", format.padTo());
        }
        return written.put("ggufMix", format.ggufMix(), Written::text)
                .put("computeFormat", format.computeFormat().word())
                .put("kvCache", format.kvCache())
                .put("minComputeCapability", format.minComputeCapability(), Written::text)
                .put("notes", format.notes(), Written::text)
                .put("evidence", format.evidence().word())
                .put("sources", format.sources(), Written::text)
                .node();
    }

    static Engine readEngine(Fields f) throws InvalidRecord {
        Fields activation = f.object("activation");
        Engine.Activation constants = new Engine.Activation(
                activation.fact("samplerBytesPerSequenceVocabulary", Fields.AMOUNT),
                activation.fact("samplerBytesPerTokenHidden", Fields.AMOUNT),
                activation.fact("layerBytes", Fields.AMOUNT),
                activation.fact("gatedMlpFactor", Fields.AMOUNT),
                activation.fact("plainMlpFactor", Fields.AMOUNT),
                activation.fact("hiddenFactor", Fields.AMOUNT),
                activation.fact("pipelineFactor", Fields.AMOUNT),
                activation.fact("encoderFactor", Fields.AMOUNT),
                activation.fact("expertsStay", Fields.AMOUNT),
                activation.fact("fixedMib", Fields.AMOUNT));
        activation.refuseOthers();
        return new Engine(
                EngineId.of(f.text("id")),
                f.text("name"),
                f.findText("product").orElse("vLLM"),
                f.findText("since").orElse(""),
                f.text("versions"),
                f.has("budget")
                        ? PartitionCodec.word(f, "budget", List.of(Engine.Budget.values()), Engine.Budget::word)
                        : Engine.Budget.OF_TOTAL,
                f.findText("generation"),
                f.find("activationInside", Fields.FLAG).orElse(true),
                f.find("fusedWeights", Fields.FLAG).orElse(false),
                f.find("embeddingOnHost", Fields.FLAG).orElse(false),
                f.fact("gpuMemoryUtilization", Fields.AMOUNT),
                f.fact("blockSize", Fields.COUNT),
                f.fact("maxNumSeqs", Fields.COUNT),
                f.fact("maxNumBatchedTokens", Fields.COUNT),
                constants,
                f.list(
                        "nonTorchGib",
                        Fields.nested(entry -> new Engine.NonTorch(
                                entry.whole("tensorParallel"),
                                entry.find("pipeline", Fields.FLAG).orElse(false),
                                readBand(entry)))),
                f.find("cudaGraphGib", Fields.nested(EngineCodec::readBand)),
                f.find(
                        "graphs",
                        Fields.nested(graphs -> new Engine.Graphs(
                                graphs.get("fixedGib", Fields.GIB),
                                graphs.get("perLayerGib", Fields.GIB),
                                graphs.evidence("evidence"),
                                graphs.texts("sources")))),
                f.find("worstError", Fields.AMOUNT),
                f.find("medianError", Fields.AMOUNT),
                f.find("measuredRuns", Fields.WHOLE),
                f.findText("notes"),
                f.texts("sources"));
    }

    private static Engine.MemoryBand readBand(Fields f) throws InvalidRecord {
        Bytes low = f.get("low", Fields.GIB);
        Bytes value = f.get("value", Fields.GIB);
        Bytes high = f.get("high", Fields.GIB);
        return new Engine.MemoryBand(low, value, high, f.evidence("evidence"), f.texts("sources"));
    }

    static ObjectNode write(Engine engine) {
        Engine.Activation constants = engine.activation();
        return new Written()
                .put("id", engine.id().value())
                .put("name", engine.name())
                .put("product", engine.product())
                .put("since", engine.since())
                .put("versions", engine.versions())
                .put("budget", engine.budget().word())
                .put("generation", engine.generation(), Written::text)
                .put("activationInside", engine.activationInside())
                .put("fusedWeights", engine.fusedWeights())
                .put(
                        "embeddingOnHost",
                        Optional.of(true).filter(flag -> engine.embeddingOnHost()),
                        BooleanNode::valueOf)
                .put("gpuMemoryUtilization", engine.gpuMemoryUtilization(), Written::number)
                .put("blockSize", engine.blockSize(), Written::whole)
                .put("maxNumSeqs", engine.maxNumSeqs(), Written::whole)
                .put("maxNumBatchedTokens", engine.maxNumBatchedTokens(), Written::whole)
                .put(
                        "activation",
                        new Written()
                                .put(
                                        "samplerBytesPerSequenceVocabulary",
                                        constants.samplerBytesPerSequenceVocabulary(),
                                        Written::number)
                                .put(
                                        "samplerBytesPerTokenHidden",
                                        constants.samplerBytesPerTokenHidden(),
                                        Written::number)
                                .put("layerBytes", constants.layerBytes(), Written::number)
                                .put("gatedMlpFactor", constants.gatedMlpFactor(), Written::number)
                                .put("plainMlpFactor", constants.plainMlpFactor(), Written::number)
                                .put("hiddenFactor", constants.hiddenFactor(), Written::number)
                                .put("pipelineFactor", constants.pipelineFactor(), Written::number)
                                .put("encoderFactor", constants.encoderFactor(), Written::number)
                                .put("expertsStay", constants.expertsStay(), Written::number)
                                .put("fixedMib", constants.fixedMib(), Written::number)
                                .node())
                .put("nonTorchGib", engine.nonTorch(), entry -> {
                    Written written = new Written().put("tensorParallel", entry.tensorParallel());
                    return writeBand(entry.pipeline() ? written.put("pipeline", true) : written, entry.memory());
                })
                .put("cudaGraphGib", engine.cudaGraphs(), band -> writeBand(new Written(), band))
                .put(
                        "graphs",
                        engine.graphs(),
                        graphs -> new Written()
                                .put("fixedGib", Written.gib(graphs.fixed()))
                                .put("perLayerGib", Written.gib(graphs.perLayer()))
                                .put("evidence", graphs.evidence().word())
                                .put("sources", graphs.sources(), Written::text)
                                .node())
                .put("worstError", engine.worstError(), Written::number)
                .put("medianError", engine.medianError(), Written::number)
                .put("measuredRuns", engine.measuredRuns(), Written::whole)
                .put("notes", engine.notes(), Written::text)
                .put("sources", engine.sources(), Written::text)
                .node();
    }

    private static ObjectNode writeBand(Written written, Engine.MemoryBand band) {
        return written.put("low", Written.gib(band.low()))
                .put("value", Written.gib(band.value()))
                .put("high", Written.gib(band.high()))
                .put("evidence", band.evidence().word())
                .put("sources", band.sources(), Written::text)
                .node();
    }

    static GenerationStack readStack(Fields f) throws InvalidRecord {
        GenerationStack.Method method = PartitionCodec.word(
                f, "method", List.of(GenerationStack.Method.values()), GenerationStack.Method::word);
        Fields constants = f.object("constants");
        Map<String, Fact<Double>> byName = new LinkedHashMap<>();
        for (String name : method.constants()) {
            byName.put(name, constants.fact(name, Fields.AMOUNT));
        }
        constants.refuseOthers();
        return new GenerationStack(
                f.text("id"),
                f.text("name"),
                f.text("versions"),
                method,
                byName,
                f.list("dequantises", EngineCodec::formatId),
                f.list("repeatsKvFor", EngineCodec::formatId),
                f.findText("notes"),
                f.texts("sources"));
    }

    private static NumberFormatId formatId(JsonNode value, String field) throws InvalidRecord {
        return NumberFormatId.of(Fields.TEXT.from(value, field));
    }

    static ObjectNode write(GenerationStack stack) {
        Written constants = new Written();
        stack.constants().forEach((name, fact) -> constants.put(name, fact, Written::number));
        return new Written()
                .put("id", stack.id())
                .put("name", stack.name())
                .put("versions", stack.versions())
                .put("method", stack.method().word())
                .put("constants", constants.node())
                .put("dequantises", stack.dequantises(), id -> Written.text(id.value()))
                .put("repeatsKvFor", stack.repeatsKvFor(), id -> Written.text(id.value()))
                .put("notes", stack.notes(), Written::text)
                .put("sources", stack.sources(), Written::text)
                .node();
    }

    static AccuracyBand readAccuracy(Fields f) throws InvalidRecord {
        return new AccuracyBand(
                f.text("id"),
                f.text("title"),
                f.whole("cases"),
                f.get("medianError", Fields.AMOUNT),
                f.get("p90Error", Fields.AMOUNT),
                f.get("low", Fields.AMOUNT),
                f.get("high", Fields.AMOUNT),
                f.findText("fitted"),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static ObjectNode write(AccuracyBand band) {
        return new Written()
                .put("id", band.id())
                .put("title", band.title())
                .put("cases", band.cases())
                .put("medianError", Written.number(band.medianError()))
                .put("p90Error", Written.number(band.p90Error()))
                .put("low", Written.number(band.low()))
                .put("high", Written.number(band.high()))
                .put("fitted", band.fitted(), Written::text)
                .put("notes", band.notes(), Written::text)
                .put("evidence", band.evidence().word())
                .put("sources", band.sources(), Written::text)
                .node();
    }
}
