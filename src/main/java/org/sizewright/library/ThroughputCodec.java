package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** JSON form of the constants of throughput. */
final class ThroughputCodec {
    private ThroughputCodec() {}

    static ThroughputModel read(Fields f) throws InvalidRecord {
        return new ThroughputModel(
                f.text("id"),
                f.text("title"),
                f.text("engine"),
                PartitionCodec.word(f, "load", List.of(ThroughputModel.Kind.values()), ThroughputModel.Kind::word),
                f.list("constants", Fields.nested(ThroughputCodec::readConstant)),
                f.list(
                        "measured",
                        Fields.nested(measured ->
                                new ThroughputModel.Measured(GpuId.of(measured.text("gpu")), measured.whole("cases")))),
                f.texts("families"),
                f.list(
                        "bands",
                        Fields.nested(band -> new ThroughputModel.Band(
                                band.text("figure"),
                                band.text("band"),
                                band.find("otherFamilies", Fields.FLAG).orElse(false)))),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    private static ThroughputModel.Constant readConstant(Fields f) throws InvalidRecord {
        ThroughputModel.When when = f.has("when") ? readWhen(f.object("when")) : ThroughputModel.When.ALWAYS;
        return new ThroughputModel.Constant(
                f.text("name"),
                f.get("value", Fields.AMOUNT),
                f.find("low", Fields.AMOUNT),
                f.find("high", Fields.AMOUNT),
                f.find("cases", Fields.COUNT).orElse(0),
                when,
                f.has("of") ? java.util.Optional.of(math(f, "of")) : java.util.Optional.empty());
    }

    private static ThroughputModel.When readWhen(Fields f) throws InvalidRecord {
        ThroughputModel.When when = new ThroughputModel.When(
                f.findText("architecture"),
                f.findText("memory"),
                f.findText("form"),
                f.has("compute") ? java.util.Optional.of(math(f, "compute")) : java.util.Optional.empty(),
                f.findText("format"),
                f.texts("families"));
        f.refuseOthers();
        return when;
    }

    private static MathFormat math(Fields f, String field) throws InvalidRecord {
        return PartitionCodec.word(f, field, List.of(MathFormat.values()), MathFormat::word);
    }

    static ObjectNode write(ThroughputModel model) {
        return new Written()
                .put("id", model.id())
                .put("title", model.title())
                .put("engine", model.engine())
                .put("load", model.load().word())
                .put("constants", model.constants(), ThroughputCodec::write)
                .put(
                        "measured",
                        model.measured(),
                        measured -> new Written()
                                .put("gpu", measured.gpu().value())
                                .put("cases", measured.cases())
                                .node())
                .put("families", model.families(), Written::text)
                .put("bands", model.bands(), ThroughputCodec::write)
                .put("notes", model.notes(), Written::text)
                .put("evidence", model.evidence().word())
                .put("sources", model.sources(), Written::text)
                .node();
    }

    private static ObjectNode write(ThroughputModel.Band band) {
        Written written = new Written().put("figure", band.figure()).put("band", band.band());
        return (band.other() ? written.put("otherFamilies", true) : written).node();
    }

    private static ObjectNode write(ThroughputModel.Constant constant) {
        Written written = new Written()
                .put("name", constant.name())
                .put("value", Written.number(constant.value()))
                .put("low", constant.low(), Written::number)
                .put("high", constant.high(), Written::number);
        if (constant.cases() > 0) {
            written.put("cases", constant.cases());
        }
        if (!constant.when().equals(ThroughputModel.When.ALWAYS)) {
            written.put("when", write(constant.when()));
        }
        return written.put("of", constant.of(), of -> Written.text(of.word())).node();
    }

    private static ObjectNode write(ThroughputModel.When when) {
        return new Written()
                .put("architecture", when.architecture(), Written::text)
                .put("memory", when.memory(), Written::text)
                .put("form", when.form(), Written::text)
                .put("compute", when.compute(), compute -> Written.text(compute.word()))
                .put("format", when.format(), Written::text)
                .put("families", when.families(), Written::text)
                .node();
    }
}
