package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sizewright.quantity.Kilograms;

/** JSON form of chassis and of sources. */
final class ChassisCodec {
    private ChassisCodec() {}

    private static final Fields.Conversion<Kilograms> KILOGRAMS =
            (value, field) -> Kilograms.of(Fields.AMOUNT.from(value, field));
    private static final Fields.Conversion<Chassis.Redundancy> REDUNDANCY = (value, field) -> PartitionCodec.word(
            Fields.TEXT.from(value, field), field, List.of(Chassis.Redundancy.values()), Chassis.Redundancy::word);

    static Chassis read(Fields f) throws InvalidRecord {
        return new Chassis(
                ChassisId.of(f.text("id")),
                f.text("vendor"),
                f.text("model"),
                f.findText("status"),
                f.findText("acceleratorForm"),
                f.findText("topology"),
                f.fact("heightU", Fields.COUNT),
                f.fact("doubleWideSlots", Fields.COUNT),
                f.fact("singleWideSlots", Fields.COUNT),
                f.fact("maxGpuW", GpuCodec.WATTS),
                f.fact("sockets", Fields.COUNT),
                f.fact("basePowerW", GpuCodec.WATTS),
                f.fact("maxSystemW", GpuCodec.WATTS),
                f.fact(
                        "powerSupplies",
                        Fields.nested(supplies -> new Chassis.PowerSupplies(
                                supplies.whole("count"), supplies.get("watts", GpuCodec.WATTS)))),
                f.fact("weightKg", KILOGRAMS),
                f.texts("cooling"),
                f.findText("cpu"),
                f.texts("gpusListed"),
                f.findText("vendorPage"),
                f.findText("notes"),
                f.texts("sources"),
                new Chassis.Details(
                        f.fact("memorySlots", Fields.COUNT),
                        f.fact("powerRedundancy", REDUNDANCY),
                        f.fact("slots", Fields.each(Fields.nested(ChassisCodec::readSlots)))));
    }

    private static Chassis.SlotGroup readSlots(Fields f) throws InvalidRecord {
        return new Chassis.SlotGroup(
                f.whole("count"),
                f.find("width", Fields.WHOLE),
                f.find("lanes", Fields.WHOLE),
                f.find("generation", Fields.WHOLE),
                f.find("maxW", GpuCodec.WATTS),
                f.findText("riser"));
    }

    private static ObjectNode write(Chassis.SlotGroup slots) {
        return new Written()
                .put("count", slots.count())
                .put("width", slots.width(), Written::whole)
                .put("lanes", slots.lanes(), Written::whole)
                .put("generation", slots.generation(), Written::whole)
                .put("maxW", slots.maxWatts(), watts -> Written.number(watts.value()))
                .put("riser", slots.riser(), Written::text)
                .node();
    }

    static ObjectNode write(Chassis chassis) {
        return new Written()
                .put("id", chassis.id().value())
                .put("vendor", chassis.vendor())
                .put("model", chassis.model())
                .put("status", chassis.status(), Written::text)
                .put("acceleratorForm", chassis.acceleratorForm(), Written::text)
                .put("topology", chassis.topology(), Written::text)
                .put("heightU", chassis.heightU(), Written::whole)
                .put("doubleWideSlots", chassis.doubleWideSlots(), Written::whole)
                .put("singleWideSlots", chassis.singleWideSlots(), Written::whole)
                .put("maxGpuW", chassis.maxGpu(), watts -> Written.number(watts.value()))
                .put("sockets", chassis.sockets(), Written::whole)
                .put("basePowerW", chassis.basePower(), watts -> Written.number(watts.value()))
                .put("maxSystemW", chassis.maxSystemPower(), watts -> Written.number(watts.value()))
                .put(
                        "powerSupplies",
                        chassis.powerSupplies(),
                        supplies -> new Written()
                                .put("count", supplies.count())
                                .put("watts", Written.number(supplies.each().value()))
                                .node())
                .put("powerRedundancy", chassis.details().redundancy(), redundancy -> Written.text(redundancy.word()))
                .put("memorySlots", chassis.details().memorySlots(), Written::whole)
                .put("slots", chassis.details().slots(), groups -> Written.array(groups, ChassisCodec::write))
                .put("weightKg", chassis.weight(), weight -> Written.number(weight.value()))
                .put("cooling", chassis.cooling(), Written::text)
                .put("cpu", chassis.cpu(), Written::text)
                .put("gpusListed", chassis.gpusListed(), Written::text)
                .put("vendorPage", chassis.vendorPage(), Written::text)
                .put("notes", chassis.notes(), Written::text)
                .put("sources", chassis.sources(), Written::text)
                .node();
    }

    static SourceRecord readSource(Fields f) throws InvalidRecord {
        return new SourceRecord(
                f.text("key"),
                f.text("title"),
                f.text("where"),
                f.findText("readOn").orElse(""),
                f.findText("kind"),
                f.findText("note"));
    }

    static ObjectNode write(SourceRecord source) {
        Written written = new Written()
                .put("key", source.key())
                .put("title", source.title())
                .put("where", source.where());
        if (!source.readOn().isBlank()) {
            written.put("readOn", source.readOn());
        }
        return written.put("kind", source.sort(), Written::text)
                .put("note", source.note(), Written::text)
                .node();
    }
}
