package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** JSON form of MIG profile sets and vGPU types. */
final class PartitionCodec {
    private PartitionCodec() {}

    private static final Fields.Conversion<GpuId> GPU = (value, field) -> GpuId.of(Fields.TEXT.from(value, field));

    static MigProfileSet readSet(Fields f) throws InvalidRecord {
        return new MigProfileSet(
                MigSetId.of(f.text("id")),
                f.list("gpuIds", GPU),
                f.whole("memorySlices"),
                f.whole("computeSlices"),
                f.whole("maxInstances"),
                f.evidence("placementEvidence"),
                f.evidence("nameEvidence"),
                f.findText("notes"),
                f.texts("sources"),
                f.list("profiles", Fields.nested(PartitionCodec::readProfile)),
                f.texts("otherNames"));
    }

    private static MigProfile readProfile(Fields f) throws InvalidRecord {
        return new MigProfile(
                f.text("name"),
                f.findText("attribute"),
                f.whole("memoryGb"),
                f.find("memoryMib", Fields.MIB),
                f.find("memoryReportedGib", Fields.GIB),
                f.whole("memorySlices"),
                f.whole("computeSlices"),
                f.find("sms", Fields.WHOLE),
                f.list("starts", Fields.WHOLE),
                f.whole("size"),
                f.whole("maxInstances"),
                f.evidence("evidence"),
                f.texts("sources"),
                new MigProfile.Driver(
                        f.find("instanceProfileId", Fields.COUNT), f.findText("minDriver"), f.findText("notes")),
                new MigProfile.Engines(
                        f.find("nvdec", Fields.COUNT),
                        f.find("nvenc", Fields.COUNT),
                        f.find("nvjpeg", Fields.COUNT),
                        f.find("ofa", Fields.COUNT),
                        f.find("copyEngines", Fields.COUNT)));
    }

    static ObjectNode write(MigProfileSet set) {
        return new Written()
                .put("id", set.id().value())
                .put("gpuIds", set.gpuIds(), gpu -> Written.text(gpu.value()))
                .put("memorySlices", set.memorySlices())
                .put("computeSlices", set.computeSlices())
                .put("maxInstances", set.maxInstances())
                .put("placementEvidence", set.placementEvidence().word())
                .put("nameEvidence", set.nameEvidence().word())
                .put("notes", set.notes(), Written::text)
                .put("otherNames", set.otherNames(), Written::text)
                .put("sources", set.sources(), Written::text)
                .put("profiles", set.profiles(), PartitionCodec::write)
                .node();
    }

    private static ObjectNode write(MigProfile profile) {
        return new Written()
                .put("name", profile.name())
                .put("attribute", profile.attribute(), Written::text)
                .put("memoryGb", profile.memoryGb())
                .put("memoryMib", profile.memory(), Written::mib)
                .put("memoryReportedGib", profile.memoryReported(), Written::gib)
                .put("memorySlices", profile.memorySlices())
                .put("computeSlices", profile.computeSlices())
                .put("sms", profile.sms(), Written::whole)
                .put("starts", profile.starts(), Written::whole)
                .put("size", profile.size())
                .put("maxInstances", profile.maxInstances())
                .put("instanceProfileId", profile.driver().instanceProfileId(), Written::whole)
                .put("minDriver", profile.driver().minDriver(), Written::text)
                .put("notes", profile.driver().notes(), Written::text)
                .put("nvdec", profile.engines().nvdec(), Written::whole)
                .put("nvenc", profile.engines().nvenc(), Written::whole)
                .put("nvjpeg", profile.engines().nvjpeg(), Written::whole)
                .put("ofa", profile.engines().ofa(), Written::whole)
                .put("copyEngines", profile.engines().copyEngines(), Written::whole)
                .put("evidence", profile.evidence().word())
                .put("sources", profile.sources(), Written::text)
                .node();
    }

    static VgpuType readType(Fields f) throws InvalidRecord {
        return new VgpuType(
                VgpuTypeName.of(f.text("name")),
                f.list("gpuIds", GPU),
                word(f, "series", List.of(VgpuType.Series.values()), VgpuType.Series::name),
                word(f, "mode", List.of(VgpuType.Mode.values()), VgpuType.Mode::word),
                f.find("frameBufferMib", Fields.MIB),
                f.whole("nominalGb"),
                f.find("maxEqualSize", Fields.WHOLE),
                f.find("maxMixedSize", Fields.WHOLE),
                f.list("mixedPlacementIds", Fields.WHOLE),
                f.findText("migProfile"),
                word(f, "countScope", List.of(VgpuType.CountScope.values()), VgpuType.CountScope::word),
                f.findText("licence"),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"),
                new VgpuType.Device(f.findText("pciDevice"), f.find("driverTypeId", Fields.WHOLE)));
    }

    static ObjectNode write(VgpuType type) {
        return new Written()
                .put("name", type.name().value())
                .put("gpuIds", type.gpuIds(), gpu -> Written.text(gpu.value()))
                .put("series", type.series().name())
                .put("mode", type.mode().word())
                .put("frameBufferMib", type.frameBuffer(), Written::mib)
                .put("nominalGb", type.nominalGb())
                .put("maxEqualSize", type.maxEqualSize(), Written::whole)
                .put("maxMixedSize", type.maxMixedSize(), Written::whole)
                .put("mixedPlacementIds", type.mixedPlacementIds(), Written::whole)
                .put("migProfile", type.migProfile(), Written::text)
                .put("countScope", type.countScope().word())
                .put("licence", type.licence(), Written::text)
                .put("notes", type.notes(), Written::text)
                .put("pciDevice", type.device().pciDevice(), Written::text)
                .put("driverTypeId", type.device().driverTypeId(), Written::whole)
                .put("evidence", type.evidence().word())
                .put("sources", type.sources(), Written::text)
                .node();
    }

    /** The constant of that word, or a refusal that names the words there are. */
    static <E> E word(Fields f, String field, List<E> constants, Function<E, String> wordOf) throws InvalidRecord {
        return word(f.text(field), field, constants, wordOf);
    }

    static <E> E word(String word, String field, List<E> constants, Function<E, String> wordOf) throws InvalidRecord {
        for (E constant : constants) {
            if (wordOf.apply(constant).equals(word)) {
                return constant;
            }
        }
        throw new InvalidRecord("\"" + field + "\" is \"" + word + "\", known are "
                + String.join(", ", constants.stream().map(wordOf).toList()));
    }
}
