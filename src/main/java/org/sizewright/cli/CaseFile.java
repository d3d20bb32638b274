package org.sizewright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.accuracy.Inputs;
import org.sizewright.accuracy.MeasuredCase;

/** Measured cases as a JSON list: {@code id, kind, model, inputs, measured}, and perhaps {@code engine}. */
final class CaseFile {
    private CaseFile() {}

    static List<MeasuredCase> read(Path file) throws JsonList.Unreadable {
        List<MeasuredCase> cases = new ArrayList<>();
        for (JsonNode node : JsonList.read(file)) {
            cases.add(read(node, cases.size() + 1));
        }
        return cases;
    }

    private static MeasuredCase read(JsonNode node, int number) throws JsonList.Unreadable {
        for (String field : List.of("id", "kind", "model")) {
            if (!node.path(field).isTextual()) {
                throw new JsonList.Unreadable("Case " + number + " has no text \"" + field + "\".");
            }
        }
        if (!node.path("inputs").isObject() || !node.path("measured").isObject()) {
            throw new JsonList.Unreadable("Case " + node.get("id").asText() + " has no \"inputs\" or no \"measured\".");
        }
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.get("inputs").properties()) {
            value(field.getValue()).ifPresent(value -> inputs.put(field.getKey(), value));
        }
        Map<String, Optional<Double>> measured = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.get("measured").properties()) {
            JsonNode value = field.getValue();
            measured.put(field.getKey(), value.isNumber() ? Optional.of(value.doubleValue()) : Optional.empty());
        }
        return new MeasuredCase(
                node.get("id").asText(),
                node.get("kind").asText(),
                node.get("model").asText(),
                node.path("engine").asText(""),
                new Inputs(inputs),
                measured);
    }

    private static Optional<Object> value(JsonNode node) {
        if (node.isTextual()) {
            return Optional.of(node.asText());
        }
        if (node.isNumber()) {
            return Optional.of(node.doubleValue());
        }
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue());
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> value(element).ifPresent(list::add));
            return Optional.of(list);
        }
        return Optional.empty();
    }
}
