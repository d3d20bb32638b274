package org.sizewright.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Bytes to JSON trees within limits, and back with the same bytes on every system. */
final class PlanJson {
    static final int LARGEST_BYTES = 50_000_000;
    static final int DEEPEST = 200;

    private static final double LARGEST_EXACT_WHOLE = 1L << 53;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNameLength(LARGEST_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PlanJson() {}

    static ObjectNode parse(byte[] file) throws BrokenPlan {
        if (file.length > LARGEST_BYTES) {
            throw new BrokenPlan(
                    "The file is larger than 50 MB, which no plan is; it was not read.",
                    "Choose a plan that Sizewright saved.");
        }
        JsonNode node;
        try {
            node = MAPPER.readTree(file);
        } catch (StreamConstraintsException beyondLimit) {
            throw new BrokenPlan(
                    "The file is nested deeper than " + DEEPEST + " levels or holds a number of more than 1000 digits"
                            + "; it was not read.",
                    "Choose a plan that Sizewright saved.");
        } catch (JsonProcessingException notJson) {
            JsonLocation at = notJson.getLocation();
            boolean twice = notJson.getOriginalMessage().startsWith("Duplicate field");
            throw new BrokenPlan(
                    (twice ? "The file says the same field twice" : "The file is no JSON text, or only a part of one")
                            + (at == null ? "" : ": see line " + at.getLineNr() + ", column " + at.getColumnNr())
                            + ".",
                    PlanFile.DAMAGED);
        } catch (IOException notText) {
            throw new BrokenPlan("The file is not a text that can be read as JSON.", PlanFile.DAMAGED);
        }
        if (node.isMissingNode()) {
            throw new BrokenPlan("The file is empty.", PlanFile.DAMAGED);
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new BrokenPlan("The file is not a Sizewright plan: it holds no JSON object.", PlanFile.NOT_A_PLAN);
    }

    static byte[] print(ObjectNode node) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withArrayEmptySeparator("")
                        .withObjectEmptySeparator(""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        try {
            String text = MAPPER.writer(printer).writeValueAsString(node) + "\n";
            return withoutHalves(text).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values can be written", impossible);
        }
    }

    /** Half a surrogate pair has no UTF-8, but pasted text can hold one; it can only stand within a JSON text, where it is escaped. */
    private static String withoutHalves(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isHighSurrogate(letter)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                safe.append(letter).append(text.charAt(i + 1));
                i++;
            } else if (Character.isSurrogate(letter)) {
                safe.append("\\u%04X".formatted((int) letter));
            } else {
                safe.append(letter);
            }
        }
        return safe.toString();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static <T> ArrayNode array(List<T> values, Function<? super T, ? extends JsonNode> form) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(form.apply(value)));
        return array;
    }

    /** Whole values without a decimal point. What is written reads back as the same value, the negative zero included. */
    static JsonNode number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT_WHOLE;
        boolean negativeZero = value == 0 && Double.compare(value, 0.0) < 0;
        return whole && !negativeZero
                ? JsonNodeFactory.instance.numberNode((long) value)
                : JsonNodeFactory.instance.numberNode(value);
    }
}
