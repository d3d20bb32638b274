package org.sizewright.ui.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.inventory.Fittings;
import org.sizewright.inventory.FreeSlots;
import org.sizewright.inventory.InstalledGpu;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.inventory.PowerSupplies;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;

/** A host in the Why pane: what is known of it, what the server list says, and the row that it came from. */
final class HostWhy {
    private HostWhy() {}

    static Why of(Texts texts, ExistingPart.Line line, ModelWords model) {
        InventoryHost host = line.host();
        String unknown = texts.get("cluster.unknown");
        String source = host.row().map(InventoryHost.InventoryRow::toText).orElse(texts.get("existing.typed"));
        Fittings fittings = host.fittings();
        List<Why.Input> inputs = new ArrayList<>();
        inputs.add(Why.Input.given(
                texts.get("existing.field.model"), host.serverName().isEmpty() ? unknown : host.serverName(), source));
        inputs.add(Why.Input.given(
                texts.get("existing.field.load"),
                host.load().map(load -> load(texts, load)).orElse(unknown),
                ""));
        inputs.add(input(
                texts, "existing.field.freeSlots", fittings.freeSlots().map(FreeSlots::toText), Optional.empty()));
        inputs.add(input(
                texts,
                "existing.field.powerSupplies",
                fittings.powerSupplies().map(PowerSupplies::toText),
                model.powerSupplies()));
        inputs.add(input(
                texts,
                "existing.field.basePower",
                fittings.basePower().map(power -> Math.round(power.value()) + " W"),
                model.basePower()));
        inputs.add(Why.Input.given(
                texts.get("existing.field.gpus"),
                fittings.gpus().map(InstalledGpu::toText).orElse(unknown),
                ""));
        inputs.add(input(texts, "existing.field.riser", fittings.riser().map(Fittings.Riser::toText), model.risers()));
        model.slots()
                .ifPresent(slots ->
                        inputs.add(input(texts, "existing.field.modelSlots", Optional.empty(), Optional.of(slots))));
        model.memorySlots()
                .ifPresent(slots ->
                        inputs.add(input(texts, "existing.field.memorySlots", Optional.empty(), Optional.of(slots))));
        Why why = Why.finding(host.name(), line.why(), inputs)
                .withSection(Why.Section.of(
                        texts.get("existing.counted"),
                        texts.get(line.usedIn().isPresent() ? "existing.counted.used" : "existing.counted.unused")));
        return host.row().isEmpty()
                ? why
                : why.withSection(Why.Section.of(
                        source,
                        String.join(
                                " | ",
                                host.row().get().raw().text().stream()
                                        .filter(text -> !text.isBlank())
                                        .toList())));
    }

    /** What the host says, else what the library says of its model. */
    private static Why.Input input(Texts texts, String key, Optional<String> typed, Optional<String> ofModel) {
        return Why.Input.given(
                texts.get(key),
                typed.or(() -> ofModel).orElse(texts.get("cluster.unknown")),
                typed.isEmpty() && ofModel.isPresent() ? texts.get("existing.library") : "");
    }

    static String load(Texts texts, org.sizewright.inventory.VmLoad load) {
        return texts.get(
                "existing.load",
                load.vms(),
                load.vcpus(),
                Math.round(load.memory().toGib()));
    }
}
