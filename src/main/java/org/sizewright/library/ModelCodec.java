package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON form of model architectures. */
final class ModelCodec {
    private ModelCodec() {}

    static ModelArchitecture read(Fields f) throws InvalidRecord {
        return new ModelArchitecture(
                ModelId.of(f.text("id")),
                f.text("name"),
                f.text("family"),
                f.find("year", Fields.WHOLE),
                f.whole("hidden"),
                f.whole("layers"),
                f.whole("heads"),
                f.whole("kvHeads"),
                f.whole("headDim"),
                f.whole("intermediate"),
                f.whole("vocab"),
                f.flag("tied"),
                f.flag("gatedMlp"),
                f.flag("qkvBias"),
                f.flag("outputBias"),
                f.flag("mlpBias"),
                f.flag("qkNorm"),
                f.whole("rotaryDim"),
                f.find(
                        "experts",
                        Fields.nested(experts -> new ModelArchitecture.Experts(
                                experts.whole("count"), experts.whole("perToken"), experts.whole("intermediate")))),
                f.fact("maxPosition", Fields.COUNT),
                f.find("parametersTotal", Fields.LONG),
                f.find("parametersActive", Fields.LONG),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static ObjectNode write(ModelArchitecture model) {
        Written written = new Written()
                .put("id", model.id().value())
                .put("name", model.name())
                .put("family", model.family())
                .put("year", model.year(), Written::whole)
                .put("hidden", model.hidden())
                .put("layers", model.layers())
                .put("heads", model.heads())
                .put("kvHeads", model.kvHeads())
                .put("headDim", model.headDim())
                .put("intermediate", model.intermediate())
                .put("vocab", model.vocab())
                .put("tied", model.tied())
                .put("gatedMlp", model.gatedMlp())
                .put("qkvBias", model.qkvBias())
                .put("outputBias", model.outputBias())
                .put("mlpBias", model.mlpBias())
                .put("qkNorm", model.qkNorm())
                .put("rotaryDim", model.rotaryDim())
                .put(
                        "experts",
                        model.experts(),
                        experts -> new Written()
                                .put("count", experts.count())
                                .put("perToken", experts.perToken())
                                .put("intermediate", experts.intermediate())
                                .node())
                .put("maxPosition", model.maxPosition(), Written::whole)
                .put("notes", model.notes(), Written::text)
                .put("evidence", model.evidence().word())
                .put("sources", model.sources(), Written::text);
        model.parametersTotal().ifPresent(count -> written.node().put("parametersTotal", count));
        model.parametersActive().ifPresent(count -> written.node().put("parametersActive", count));
        return written.node();
    }
}
