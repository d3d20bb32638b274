package org.sizewright.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
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
    private static final long LARGEST = 50_000_000;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(200).build())
                    .build())
            .build();

    /** A file that cannot be used; the message is a sentence. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    private CaseFile() {}

    static List<MeasuredCase> read(Path file) throws Unreadable {
        JsonNode root;
        try {
            if (Files.size(file) > LARGEST) {
                throw new Unreadable("The file is larger than 50 MB; it was not read.");
            }
            root = MAPPER.readTree(Files.readAllBytes(file));
        } catch (JacksonException notJson) {
            throw new Unreadable("The file is not JSON: " + notJson.getOriginalMessage() + ".");
        } catch (IOException unreadable) {
            throw new Unreadable("The file cannot be read: " + unreadable.getMessage() + ".");
        }
        if (!root.isArray()) {
            throw new Unreadable("The file is not a list of cases.");
        }
        List<MeasuredCase> cases = new ArrayList<>();
        for (JsonNode node : root) {
            cases.add(read(node, cases.size() + 1));
        }
        return cases;
    }

    private static MeasuredCase read(JsonNode node, int number) throws Unreadable {
        for (String field : List.of("id", "kind", "model")) {
            if (!node.path(field).isTextual()) {
                throw new Unreadable("Case " + number + " has no text \"" + field + "\".");
            }
        }
        if (!node.path("inputs").isObject() || !node.path("measured").isObject()) {
            throw new Unreadable("Case " + node.get("id").asText() + " has no \"inputs\" or no \"measured\".");
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
