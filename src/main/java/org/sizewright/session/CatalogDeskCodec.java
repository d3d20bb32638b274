package org.sizewright.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.Facet;
import org.sizewright.catalog.Measure;
import org.sizewright.catalog.NumberRange;
import org.sizewright.catalog.Order;
import org.sizewright.catalog.Query;

/** A catalog desk as JSON. What is written reads back as an equal desk, and equal desks are written alike. */
final class CatalogDeskCodec {
    private static final String FORMAT = "sizewright-catalog-desk";
    private static final int SCHEMA = 1;

    private CatalogDeskCodec() {}

    static ObjectNode toJson(CatalogDesk desk) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        node.put("schema", SCHEMA);
        ArrayNode filters = node.putArray("filters");
        for (CatalogDesk.SavedFilter filter : desk.filters()) {
            ObjectNode one = filters.addObject();
            one.put("name", filter.name());
            one.set("query", toJson(filter.query()));
        }
        ArrayNode favourites = node.putArray("favourites");
        desk.favourites().stream().sorted().map(EntryId::value).forEach(favourites::add);
        ObjectNode columns = node.putObject("columns");
        new TreeMap<>(desk.columns()).forEach(columns::put);
        return node;
    }

    /**
     * Reads a desk.
     *
     * @throws IllegalArgumentException if it is none, or one of a later version
     */
    static CatalogDesk fromJson(JsonNode node) {
        if (!node.path("format").asText().equals(FORMAT) || node.path("schema").asInt() != SCHEMA) {
            throw new IllegalArgumentException("no catalog desk of version " + SCHEMA);
        }
        List<CatalogDesk.SavedFilter> filters = new ArrayList<>();
        for (JsonNode one : node.required("filters")) {
            filters.add(new CatalogDesk.SavedFilter(text(one, "name"), query(one.required("query"))));
        }
        Set<EntryId> favourites = new HashSet<>();
        node.required("favourites").forEach(id -> favourites.add(new EntryId(id.asText())));
        Map<String, Boolean> columns = new HashMap<>();
        node.required("columns")
                .properties()
                .forEach(
                        column -> columns.put(column.getKey(), column.getValue().asBoolean()));
        return new CatalogDesk(filters, favourites, columns);
    }

    private static ObjectNode toJson(Query query) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("text", query.text());
        ObjectNode facets = node.putObject("facets");
        Map<String, Set<String>> chosen = new TreeMap<>();
        query.chosen().forEach((facet, values) -> chosen.put(facet.id(), values));
        chosen.forEach((id, values) -> {
            ArrayNode array = facets.putArray(id);
            values.stream().sorted().forEach(array::add);
        });
        ObjectNode ranges = node.putObject("ranges");
        new TreeMap<>(query.ranges()).forEach((measure, range) -> {
            ObjectNode one = ranges.putObject(measure.facet().id());
            range.least().ifPresent(least -> one.put("least", least));
            range.most().ifPresent(most -> one.put("most", most));
            one.put("withUnknown", range.withUnknown());
        });
        ObjectNode order = node.putObject("order");
        switch (query.order()) {
            case Order.BestFirst best -> order.put("by", "best");
            case Order.By by ->
                order.put("by", "facet").put("facet", by.facet().id()).put("upwards", by.upwards());
            case Order.ByRow row -> order.put("by", "row").put("upwards", row.upwards());
        }
        return node;
    }

    private static Query query(JsonNode node) {
        Map<Facet, Set<String>> chosen = new HashMap<>();
        node.required("facets").properties().forEach(entry -> {
            Set<String> values = new HashSet<>();
            entry.getValue().forEach(value -> values.add(value.asText()));
            chosen.put(facet(entry.getKey()), values);
        });
        Map<Measure, NumberRange> ranges = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            JsonNode range = node.required("ranges").path(measure.facet().id());
            if (range.isObject()) {
                ranges.put(
                        measure,
                        new NumberRange(
                                number(range, "least"),
                                number(range, "most"),
                                range.path("withUnknown").asBoolean()));
            }
        }
        return new Query(text(node, "text"), chosen, ranges, order(node.required("order")));
    }

    private static Order order(JsonNode node) {
        boolean upwards = node.path("upwards").asBoolean(true);
        return switch (text(node, "by")) {
            case "best" -> Order.BEST_FIRST;
            case "facet" -> new Order.By(facet(text(node, "facet")), upwards);
            case "row" -> new Order.ByRow(upwards);
            default -> throw new IllegalArgumentException("no such order");
        };
    }

    private static Facet facet(String id) {
        return Facet.parse(id).orElseThrow(() -> new IllegalArgumentException("no such facet: " + id));
    }

    private static OptionalInt number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isInt() ? OptionalInt.of(value.asInt()) : OptionalInt.empty();
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.required(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " is no text");
        }
        return value.asText();
    }
}
