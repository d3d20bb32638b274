package org.sizewright.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.catalog.CatalogRules;
import org.sizewright.inventory.InventoryRules.ColumnName;

/** Reads the words of inventories from the library that is shipped with the program. */
public final class InventoryRulesReader {
    private static final String FILE = "/assets/library/inventory-headers.json";

    private InventoryRulesReader() {}

    /**
     * Reads the shipped file.
     *
     * @param catalog the spellings of vendors, models and GPUs
     * @throws UncheckedIOException if it is missing or broken, which is a fault of the build
     */
    public static InventoryRules readShipped(CatalogRules catalog) {
        try (InputStream in = InventoryRulesReader.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException("missing in the program: " + FILE);
            }
            JsonNode root = new ObjectMapper().readTree(in);
            Map<InventoryField, List<ColumnName>> headers = new EnumMap<>(InventoryField.class);
            for (JsonNode node : root.required("fields")) {
                String id = node.required("field").asText();
                headers.put(
                        InventoryField.parse(id).orElseThrow(() -> new IllegalStateException("no such field: " + id)),
                        names(node));
            }
            return new InventoryRules(
                    headers,
                    keys(root.required("hostSheets")),
                    keys(root.required("vmSheets")),
                    keys(root.required("running")),
                    catalog.spellings(),
                    catalog.gpus());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ColumnName> names(JsonNode field) {
        List<ColumnName> names = new ArrayList<>();
        for (String group : List.of("seen", "also")) {
            for (JsonNode name : field.path(group)) {
                names.add(
                        name.isTextual()
                                ? new ColumnName(InventoryRules.key(name.asText()), Optional.empty())
                                : new ColumnName(
                                        InventoryRules.key(name.required("name").asText()),
                                        Optional.of(MemoryUnit.valueOf(
                                                name.required("unit").asText()))));
            }
        }
        return names;
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.forEach(text -> keys.add(InventoryRules.key(text.asText())));
        return keys;
    }
}
