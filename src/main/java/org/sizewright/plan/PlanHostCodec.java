package org.sizewright.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.catalog.RawRow;
import org.sizewright.inventory.Fittings;
import org.sizewright.inventory.FreeSlots;
import org.sizewright.inventory.InstalledGpu;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.inventory.PowerSupplies;
import org.sizewright.inventory.VmLoad;
import org.sizewright.library.Chassis;
import org.sizewright.library.GpuId;
import org.sizewright.quantity.Bytes;
import org.sizewright.quantity.Watts;

/** JSON form of hosts that the customer has. What is unknown is left out; memory is in bytes. */
final class PlanHostCodec {
    private static final int MOST_ROWS = 10_000_000;

    private PlanHostCodec() {}

    static ObjectNode write(InventoryHost host) {
        ObjectNode node = PlanJson.object().put("name", host.name());
        put(node, "vendor", host.vendor());
        put(node, "model", host.model());
        put(node, "cluster", host.cluster());
        host.sockets().ifPresent(number -> node.put("sockets", number));
        host.coresPerSocket().ifPresent(number -> node.put("coresPerSocket", number));
        host.memory().ifPresent(bytes -> node.put("memoryBytes", bytes.count()));
        put(node, "hypervisor", host.hypervisor());
        put(node, "cpuModel", host.cpuModel());
        host.load()
                .ifPresent(load -> node.set(
                        "load",
                        PlanJson.object()
                                .put("vms", load.vms())
                                .put("vcpus", load.vcpus())
                                .put("memoryBytes", load.memory().count())));
        if (!host.fittings().equals(Fittings.UNKNOWN)) {
            node.set("fittings", write(host.fittings()));
        }
        host.row().ifPresent(row -> node.set("row", write(row)));
        return node;
    }

    static InventoryHost read(PlanFields f) throws BrokenPlan {
        return new InventoryHost(
                f.text("name"),
                f.findText("vendor").orElse(""),
                f.findText("model").orElse(""),
                f.findText("cluster").orElse(""),
                f.findWhole("sockets", 1, 16),
                f.findWhole("coresPerSocket", 1, 1024),
                bytes(f, "memoryBytes"),
                f.findText("hypervisor").orElse(""),
                f.findText("cpuModel").orElse(""),
                f.findObject("load", PlanHostCodec::readLoad),
                f.findObject("fittings", PlanHostCodec::readFittings).orElse(Fittings.UNKNOWN),
                f.findObject("row", PlanHostCodec::readRow));
    }

    private static VmLoad readLoad(PlanFields f) throws BrokenPlan {
        return new VmLoad(
                f.whole("vms", 0, 100_000),
                f.whole("vcpus", 0, 1_000_000),
                bytes(f, "memoryBytes").orElse(Bytes.of(0)));
    }

    private static ObjectNode write(Fittings fittings) {
        ObjectNode node = PlanJson.object();
        fittings.freeSlots().ifPresent(slots -> node.set("freeSlots", PlanJson.array(slots, PlanHostCodec::write)));
        fittings.riser()
                .ifPresent(riser -> node.set(
                        "riser",
                        PlanJson.object().put("toOrder", riser.toOrder()).put("description", riser.description())));
        fittings.powerSupplies().ifPresent(supplies -> {
            ObjectNode power = PlanJson.object().put("count", supplies.count());
            power.set("watts", PlanJson.number(supplies.each().value()));
            supplies.redundancy().ifPresent(kind -> power.put("redundancy", kind.name()));
            node.set("powerSupplies", power);
        });
        fittings.basePower().ifPresent(power -> node.set("basePowerW", PlanJson.number(power.value())));
        fittings.gpus()
                .ifPresent(gpus -> node.set("gpus", PlanJson.array(gpus, each -> {
                    ObjectNode gpu = PlanJson.object().put("name", each.name()).put("count", each.count());
                    each.gpu().ifPresent(id -> gpu.put("gpu", id.value()));
                    return gpu;
                })));
        fittings.reservedMemory().ifPresent(bytes -> node.put("reservedMemoryBytes", bytes.count()));
        return node;
    }

    private static ObjectNode write(FreeSlots slots) {
        ObjectNode node = PlanJson.object()
                .put("count", slots.count())
                .put("width", slots.width().name());
        slots.generation().ifPresent(number -> node.put("generation", number));
        slots.lanes().ifPresent(number -> node.put("lanes", number));
        slots.watts().ifPresent(watts -> node.set("watts", PlanJson.number(watts.value())));
        return node;
    }

    private static Fittings readFittings(PlanFields f) throws BrokenPlan {
        return new Fittings(
                f.find("freeSlots").isPresent()
                        ? Optional.of(f.list("freeSlots", PlanHostCodec::readSlots))
                        : Optional.empty(),
                f.findObject("riser", riser -> new Fittings.Riser(flag(riser), riser.text("description"))),
                f.findObject("powerSupplies", PlanHostCodec::readSupplies),
                f.findAmount("basePowerW").map(Watts::of),
                f.find("gpus").isPresent() ? Optional.of(f.list("gpus", PlanHostCodec::readGpu)) : Optional.empty(),
                bytes(f, "reservedMemoryBytes"));
    }

    private static boolean flag(PlanFields f) throws BrokenPlan {
        JsonNode value = f.needed("toOrder");
        if (!value.isBoolean()) {
            throw f.wrong("toOrder", "true or false");
        }
        return value.booleanValue();
    }

    private static FreeSlots readSlots(PlanFields f) throws BrokenPlan {
        return new FreeSlots(
                f.whole("count", 1, 32),
                f.word("width", FreeSlots.Width.class),
                f.findWhole("generation", 1, 9),
                f.findWhole("lanes", 1, 32),
                f.findAmount("watts").map(Watts::of));
    }

    private static PowerSupplies readSupplies(PlanFields f) throws BrokenPlan {
        return new PowerSupplies(
                f.whole("count", 1, 32),
                Watts.of(f.amount("watts")),
                f.find("redundancy").isPresent()
                        ? Optional.of(f.word("redundancy", Chassis.Redundancy.class))
                        : Optional.empty());
    }

    private static InstalledGpu readGpu(PlanFields f) throws BrokenPlan {
        return new InstalledGpu(
                f.text("name"),
                f.whole("count", 1, 32),
                f.find("gpu").isPresent() ? Optional.of(f.id("gpu", GpuId::of)) : Optional.empty());
    }

    private static ObjectNode write(InventoryHost.InventoryRow row) {
        ObjectNode node = PlanJson.object()
                .put("file", row.file())
                .put("sheet", row.raw().sheet())
                .put("row", row.raw().row());
        node.set("text", PlanJson.array(row.raw().text(), JsonNodeFactory.instance::textNode));
        return node;
    }

    private static InventoryHost.InventoryRow readRow(PlanFields f) throws BrokenPlan {
        JsonNode list = f.needed("text");
        if (!list.isArray()) {
            throw f.wrong("text", "a list of texts");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode text : list) {
            if (!text.isTextual()) {
                throw f.wrong("text", "a list of texts");
            }
            texts.add(text.textValue());
        }
        return new InventoryHost.InventoryRow(
                f.text("file"), new RawRow(f.text("sheet"), f.whole("row", 1, MOST_ROWS), texts));
    }

    private static Optional<Bytes> bytes(PlanFields f, String field) throws BrokenPlan {
        Optional<JsonNode> value = f.find(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        JsonNode number = value.get();
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
            throw f.wrong(field, "a whole number of bytes");
        }
        return Optional.of(Bytes.of(number.longValue()));
    }

    private static void put(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text);
        }
    }
}
