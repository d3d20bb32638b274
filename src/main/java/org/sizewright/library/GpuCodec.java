package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import org.sizewright.quantity.Watts;

/** JSON form of GPUs. */
final class GpuCodec {
    private GpuCodec() {}

    static final Fields.Conversion<Watts> WATTS = (value, field) -> Watts.of(Fields.AMOUNT.from(value, field));

    static Gpu read(Fields f) throws InvalidRecord {
        Map<MathFormat, Fact<Double>> tflops = new EnumMap<>(MathFormat.class);
        if (f.has("denseTflops")) {
            Fields byFormat = f.object("denseTflops");
            for (MathFormat format : MathFormat.values()) {
                tflops.put(format, byFormat.fact(format.word(), Fields.AMOUNT));
            }
            byFormat.refuseOthers();
        }
        return new Gpu(
                GpuId.of(f.text("id")),
                f.text("name"),
                f.text("chip"),
                f.text("form"),
                f.texts("catalogNames"),
                f.text("architecture"),
                f.whole("gpusPerBoard"),
                f.find("announcedOnly", Fields.FLAG).orElse(false),
                f.fact("computeCapability", Fields.TEXT),
                new Gpu.Memory(
                        f.whole("memoryGb"),
                        f.fact("memoryReportedMib", Fields.MIB),
                        f.fact("memoryVisibleGib", Fields.GIB),
                        f.fact("memoryType", Fields.TEXT),
                        f.fact("memoryBandwidthGbS", Fields.AMOUNT)),
                tflops,
                f.fact("tdpW", WATTS),
                f.fact("slots", Fields.COUNT),
                f.fact("cooling", Fields.TEXT),
                f.fact(
                        "nvlink",
                        Fields.nested(link -> new Gpu.NvLink(
                                link.whole("generation"), link.get("gbPerSecond", Fields.NUMBER), link.text("kind")))),
                f.fact("pcie", Fields.nested(link -> new Gpu.PcieLink(link.whole("generation"), link.whole("lanes")))),
                f.fact("mmioGib", Fields.GIB),
                f.fact("bar1Gib", Fields.GIB),
                f.fact("nvaieIncluded5y", Fields.FLAG),
                f.findText("migProfileSet").map(MigSetId::of),
                f.texts("vgpuPrefixes"),
                f.findText("lifecycle"),
                f.findText("notes"),
                f.texts("sources"),
                readDetails(f));
    }

    private static Gpu.Details readDetails(Fields f) throws InvalidRecord {
        return new Gpu.Details(
                f.fact("formFactor", Fields.TEXT),
                f.fact("auxPower", Fields.TEXT),
                f.fact("minTdpW", WATTS),
                f.fact("ecc", Fields.FLAG),
                f.fact("physicalGb", Fields.COUNT),
                f.findText("memoryReportedNote"),
                f.fact("fp64TensorTflops", Fields.AMOUNT),
                f.fact("nvenc", Fields.COUNT),
                f.fact("nvdec", Fields.COUNT),
                f.fact("nvjpeg", Fields.COUNT),
                f.fact("migMaxInstances", Fields.COUNT),
                f.fact("vgpuMigBacked", Fields.FLAG),
                f.fact("gpuDirectRdma", Fields.FLAG),
                f.fact("confidentialComputing", Fields.FLAG),
                f.fact("release", Fields.TEXT),
                f.fact(
                        "pciIds",
                        Fields.each(Fields.nested(device -> new Gpu.PciDevice(
                                device.text("device"), device.findText("name"), device.flag("inDriver595"))))),
                f.fact(
                        "gpuGroups",
                        Fields.nested(groups -> new Gpu.Groups(
                                groups.list("sizes", Fields.WHOLE),
                                groups.list("modules", Fields.WHOLE),
                                groups.findText("typePrefix")))));
    }

    static ObjectNode write(Gpu gpu) {
        Written tflops = new Written();
        gpu.denseTflops().forEach((format, fact) -> tflops.put(format.word(), fact, Written::number));
        Written written = new Written()
                .put("id", gpu.id().value())
                .put("name", gpu.name())
                .put("chip", gpu.chip())
                .put("form", gpu.form())
                .put("catalogNames", gpu.catalogNames(), Written::text)
                .put("architecture", gpu.architecture())
                .put("memoryGb", gpu.memory().nominalGb())
                .put("gpusPerBoard", gpu.gpusPerBoard());
        if (gpu.announcedOnly()) {
            written.put("announcedOnly", true);
        }
        written.put("computeCapability", gpu.computeCapability(), Written::text)
                .put("memoryReportedMib", gpu.memory().reported(), Written::mib)
                .put("memoryVisibleGib", gpu.memory().visible(), Written::gib)
                .put("memoryType", gpu.memory().type(), Written::text)
                .put("memoryBandwidthGbS", gpu.memory().bandwidthGbPerSecond(), Written::number);
        if (!tflops.node().isEmpty()) {
            written.put("denseTflops", tflops.node());
        }
        writeDetails(gpu.details(), written);
        return written.put("tdpW", gpu.tdp(), watts -> Written.number(watts.value()))
                .put("slots", gpu.slots(), Written::whole)
                .put("cooling", gpu.cooling(), Written::text)
                .put(
                        "nvlink",
                        gpu.nvlink(),
                        link -> new Written()
                                .put("generation", link.generation())
                                .put("gbPerSecond", Written.number(link.gbPerSecond()))
                                .put("kind", link.kind())
                                .node())
                .put(
                        "pcie",
                        gpu.pcie(),
                        link -> new Written()
                                .put("generation", link.generation())
                                .put("lanes", link.lanes())
                                .node())
                .put("mmioGib", gpu.mmio(), Written::gib)
                .put("bar1Gib", gpu.bar1(), Written::gib)
                .put("nvaieIncluded5y", gpu.nvaieIncluded5y(), Written::flag)
                .put("migProfileSet", gpu.migProfileSet(), set -> Written.text(set.value()))
                .put("vgpuPrefixes", gpu.vgpuPrefixes(), Written::text)
                .put("lifecycle", gpu.lifecycle(), Written::text)
                .put("notes", gpu.notes(), Written::text)
                .put("sources", gpu.sources(), Written::text)
                .node();
    }

    private static void writeDetails(Gpu.Details details, Written written) {
        written.put("formFactor", details.formFactor(), Written::text)
                .put("auxPower", details.auxPower(), Written::text)
                .put("minTdpW", details.minTdp(), watts -> Written.number(watts.value()))
                .put("ecc", details.ecc(), Written::flag)
                .put("physicalGb", details.physicalGb(), Written::whole)
                .put("memoryReportedNote", details.reportedNote(), Written::text)
                .put("fp64TensorTflops", details.fp64TensorTflops(), Written::number)
                .put("nvenc", details.nvenc(), Written::whole)
                .put("nvdec", details.nvdec(), Written::whole)
                .put("nvjpeg", details.nvjpeg(), Written::whole)
                .put("migMaxInstances", details.migMaxInstances(), Written::whole)
                .put("vgpuMigBacked", details.vgpuMigBacked(), Written::flag)
                .put("gpuDirectRdma", details.gpuDirectRdma(), Written::flag)
                .put("confidentialComputing", details.confidentialComputing(), Written::flag)
                .put("release", details.release(), Written::text)
                .put(
                        "pciIds",
                        details.pciIds(),
                        devices -> Written.array(
                                devices,
                                device -> new Written()
                                        .put("device", device.device())
                                        .put("name", device.name(), Written::text)
                                        .put("inDriver595", device.inDriver595())
                                        .node()))
                .put(
                        "gpuGroups",
                        details.groups(),
                        groups -> new Written()
                                .put("sizes", groups.sizes(), Written::whole)
                                .put("modules", groups.modules(), Written::whole)
                                .put("typePrefix", groups.typePrefix(), Written::text)
                                .node());
    }
}
