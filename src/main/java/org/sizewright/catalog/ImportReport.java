package org.sizewright.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.catalog.ImportResult.Imported;

/**
 * An import as JSON: {@code entries}, {@code merged}, {@code skipped}, {@code attention}, all by row number, and the {@code header}'s
 * row. What is unknown is null.
 */
public final class ImportReport {
    private ImportReport() {}

    public static ObjectNode toJson(Imported imported) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = report.putArray("entries");
        imported.entries().forEach(entry -> entries.add(toJson(entry)));
        ArrayNode merged = report.putArray("merged");
        ArrayNode skipped = report.putArray("skipped");
        ArrayNode attention = report.putArray("attention");
        for (RowFate fate : imported.fates()) {
            int row = fate.raw().row();
            switch (fate) {
                case RowFate.Header ignored -> report.put("header", row);
                case RowFate.Kept ignored -> {
                    // its entries are listed
                }
                case RowFate.Merged ignored -> merged.add(row);
                case RowFate.Skipped skip ->
                    skipped.addObject()
                            .put("row", row)
                            .put("reason", skip.reason().text());
                case RowFate.NeedsAttention needs ->
                    attention.addObject().put("row", row).put("why", needs.why());
            }
        }
        return report;
    }

    private static ObjectNode toJson(CatalogEntry entry) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("row", entry.raw().row());
        node.put("vendor", entry.vendor());
        node.put("model", entry.model());
        put(node, "gpu", entry.gpu().chip());
        put(node, "form", entry.gpu().form().map(GpuForm::text));
        put(node, "memoryGb", entry.gpu().memoryGb());
        put(node, "maxGpu", entry.maxGpu());
        put(node, "cpu", Optional.of(entry.cpu()).filter(cpu -> !cpu.isEmpty()));
        put(node, "maxCpu", entry.maxCpu());
        node.put("validation", entry.validation().name());
        return node;
    }

    private static void put(ObjectNode node, String name, Optional<String> value) {
        value.ifPresentOrElse(text -> node.put(name, text), () -> node.putNull(name));
    }

    private static void put(ObjectNode node, String name, OptionalInt value) {
        if (value.isPresent()) {
            node.put(name, value.getAsInt());
        } else {
            node.putNull(name);
        }
    }
}
