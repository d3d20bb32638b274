package org.sizewright.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A catalog entry as JSON, for plans that carry the rows they rest on. What is written reads back as an equal entry. */
public final class CatalogEntryCodec {
    private CatalogEntryCodec() {}

    public static ObjectNode toJson(CatalogEntry entry) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", entry.id().value());
        node.put("vendor", entry.vendor());
        node.put("model", entry.model());
        node.set("gpu", toJson(entry.gpu()));
        put(node, "maxGpu", entry.maxGpu());
        node.put("cpu", entry.cpu());
        put(node, "maxCpu", entry.maxCpu());
        node.put("validation", entry.validation().name());
        node.put("validationText", entry.validationText());
        ObjectNode systemClass = node.putObject("systemClass");
        systemClass.put("kind", entry.systemClass().kind().name());
        systemClass.put("text", entry.systemClass().text());
        entry.systemClass().origin().ifPresent(origin -> {
            ObjectNode from = systemClass.putObject("origin");
            from.put("source", origin.source().name());
            from.put("text", origin.text());
            put(from, "date", origin.date().map(LocalDate::toString));
        });
        ObjectNode extra = node.putObject("extra");
        entry.extra().forEach(extra::put);
        ObjectNode raw = node.putObject("raw");
        if (!entry.raw().file().isEmpty()) {
            raw.put("file", entry.raw().file());
        }
        raw.put("sheet", entry.raw().sheet());
        raw.put("row", entry.raw().row());
        ArrayNode text = raw.putArray("text");
        entry.raw().text().forEach(text::add);
        return node;
    }

    /**
     * Reads an entry.
     *
     * @throws IllegalArgumentException if a field is missing or holds what an entry cannot hold
     */
    public static CatalogEntry fromJson(JsonNode node) {
        JsonNode systemClass = node.required("systemClass");
        JsonNode raw = node.required("raw");
        Map<String, String> extra = new LinkedHashMap<>();
        node.required("extra")
                .properties()
                .forEach(entry -> extra.put(entry.getKey(), entry.getValue().asText()));
        return new CatalogEntry(
                new EntryId(text(node, "id")),
                text(node, "vendor"),
                text(node, "model"),
                gpu(node.required("gpu")),
                count(node, "maxGpu"),
                text(node, "cpu"),
                count(node, "maxCpu"),
                Validation.valueOf(text(node, "validation")),
                text(node, "validationText"),
                new SystemClass(
                        SystemClass.Kind.valueOf(text(systemClass, "kind")),
                        text(systemClass, "text"),
                        origin(systemClass.path("origin"))),
                extra,
                new RawRow(
                        optional(raw, "file").orElse(""),
                        text(raw, "sheet"),
                        raw.required("row").asInt(),
                        texts(raw.required("text"))));
    }

    /** Files written before origins were kept have none. */
    private static Optional<ClassOrigin> origin(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ClassOrigin(
                    ClassOrigin.Source.valueOf(text(node, "source")),
                    text(node, "text"),
                    optional(node, "date").map(LocalDate::parse)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no date: " + node.path("date"), e);
        }
    }

    private static ObjectNode toJson(GpuName gpu) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("text", gpu.text());
        put(node, "chip", gpu.chip());
        put(node, "form", gpu.form().map(GpuForm::name));
        put(node, "memoryGb", gpu.memoryGb());
        put(node, "canonical", gpu.canonical());
        put(node, "connector", gpu.connector());
        ArrayNode flags = node.putArray("flags");
        gpu.flags().forEach(flag -> flags.add(flag.name()));
        ArrayNode candidates = node.putArray("candidates");
        for (GpuCandidate candidate : gpu.candidates()) {
            ObjectNode one = candidates.addObject();
            one.put("chip", candidate.chip());
            put(one, "form", candidate.form().map(GpuForm::name));
            put(one, "memoryGb", candidate.memoryGb());
        }
        node.put("confidence", gpu.confidence().name());
        return node;
    }

    private static GpuName gpu(JsonNode node) {
        Set<GpuFlag> flags = EnumSet.noneOf(GpuFlag.class);
        texts(node.required("flags")).forEach(flag -> flags.add(GpuFlag.valueOf(flag)));
        List<GpuCandidate> candidates = new ArrayList<>();
        for (JsonNode one : node.required("candidates")) {
            candidates.add(new GpuCandidate(text(one, "chip"), form(one), count(one, "memoryGb")));
        }
        return new GpuName(
                text(node, "text"),
                optional(node, "chip"),
                form(node),
                count(node, "memoryGb"),
                optional(node, "canonical"),
                optional(node, "connector"),
                flags,
                candidates,
                GpuName.Confidence.valueOf(text(node, "confidence")));
    }

    private static Optional<GpuForm> form(JsonNode node) {
        return optional(node, "form").map(GpuForm::valueOf);
    }

    private static void put(ObjectNode node, String name, OptionalInt value) {
        if (value.isPresent()) {
            node.put(name, value.getAsInt());
        } else {
            node.putNull(name);
        }
    }

    private static void put(ObjectNode node, String name, Optional<String> value) {
        value.ifPresentOrElse(text -> node.put(name, text), () -> node.putNull(name));
    }

    private static OptionalInt count(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isNull() || value.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!value.isInt()) {
            throw new IllegalArgumentException(name + " is no whole number: " + value);
        }
        return OptionalInt.of(value.asInt());
    }

    private static Optional<String> optional(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.required(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " is no text: " + value);
        }
        return value.asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
