package org.sizewright.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Typed reading of one JSON object of a plan's file; every refusal names the place. A null counts as absent. */
final class PlanFields {
    private static final int SHOWN = 60;

    private final JsonNode node;
    private final String path;
    private final Set<String> asked = new HashSet<>();

    private PlanFields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /** Reads one object; all of its fields must have been asked for. */
    interface Reader<T> {
        T read(PlanFields fields) throws BrokenPlan;
    }

    /**
     * Reads a value from an object. What a constructor refuses is reported with the object's path.
     *
     * @param path the JSON pointer of the node
     */
    static <T> T read(JsonNode node, String path, Reader<T> reader) throws BrokenPlan {
        if (!node.isObject()) {
            throw wrong(path, "an object", node);
        }
        PlanFields fields = new PlanFields(node, path);
        T value;
        try {
            value = reader.read(fields);
        } catch (IllegalArgumentException refused) {
            throw new BrokenPlan(path + ": " + refused.getMessage() + ".", PlanFile.DAMAGED);
        }
        fields.refuseOthers();
        return value;
    }

    String text(String field) throws BrokenPlan {
        return text(needed(field), at(field));
    }

    Optional<String> findText(String field) throws BrokenPlan {
        Optional<JsonNode> value = find(field);
        return value.isEmpty() ? Optional.empty() : Optional.of(text(value.get(), at(field)));
    }

    int whole(String field, int min, int max) throws BrokenPlan {
        return whole(needed(field), at(field), min, max);
    }

    /** The texts of a list; none if the field is absent. @param asked what the field must be, in words */
    List<String> findTexts(String field, String asked) throws BrokenPlan {
        JsonNode list = find(field).orElse(JsonNodeFactory.instance.arrayNode());
        if (!list.isArray()) {
            throw wrong(field, asked);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode text : list) {
            if (!text.isTextual()) {
                throw wrong(field, asked);
            }
            texts.add(text.textValue());
        }
        return texts;
    }

    Optional<Integer> findWhole(String field, int min, int max) throws BrokenPlan {
        Optional<JsonNode> value = find(field);
        return value.isEmpty() ? Optional.empty() : Optional.of(whole(value.get(), at(field), min, max));
    }

    double number(String field, double min, double max) throws BrokenPlan {
        return number(needed(field), at(field), min, max);
    }

    boolean flag(String field) throws BrokenPlan {
        JsonNode value = needed(field);
        if (!value.isBoolean()) {
            throw wrong(at(field), "true or false", value);
        }
        return value.booleanValue();
    }

    /** A number that is zero or more. */
    double amount(String field) throws BrokenPlan {
        return number(field, 0, Double.MAX_VALUE);
    }

    Optional<Double> findAmount(String field) throws BrokenPlan {
        Optional<JsonNode> value = find(field);
        return value.isEmpty() ? Optional.empty() : Optional.of(number(value.get(), at(field), 0, Double.MAX_VALUE));
    }

    LocalDate date(String field) throws BrokenPlan {
        return date(needed(field), at(field));
    }

    Optional<LocalDate> findDate(String field) throws BrokenPlan {
        Optional<JsonNode> value = find(field);
        return value.isEmpty() ? Optional.empty() : Optional.of(date(value.get(), at(field)));
    }

    /** The constant of that name. */
    <E extends Enum<E>> E word(String field, Class<E> type) throws BrokenPlan {
        JsonNode value = needed(field);
        List<E> constants = List.of(type.getEnumConstants());
        for (E constant : constants) {
            if (value.isTextual() && constant.name().equals(value.textValue())) {
                return constant;
            }
        }
        throw wrong(
                at(field),
                "one of " + String.join(", ", constants.stream().map(Enum::name).toList()),
                value);
    }

    /** A value made from a text; what its constructor refuses is reported with the field's path. */
    <T> T id(String field, Function<String, T> constructor) throws BrokenPlan {
        String value = text(field);
        try {
            return constructor.apply(value);
        } catch (IllegalArgumentException refused) {
            throw new BrokenPlan(at(field) + ": " + refused.getMessage() + ".", PlanFile.DAMAGED);
        }
    }

    <T> T object(String field, Reader<T> reader) throws BrokenPlan {
        return read(needed(field), at(field), reader);
    }

    <T> Optional<T> findObject(String field, Reader<T> reader) throws BrokenPlan {
        Optional<JsonNode> value = find(field);
        return value.isEmpty() ? Optional.empty() : Optional.of(read(value.get(), at(field), reader));
    }

    <T> List<T> list(String field, Reader<T> reader) throws BrokenPlan {
        JsonNode list = needed(field);
        if (!list.isArray()) {
            throw wrong(at(field), "a list", list);
        }
        List<T> values = new ArrayList<>();
        for (JsonNode element : list) {
            values.add(read(element, at(field) + "/" + values.size(), reader));
        }
        return values;
    }

    /** The node as it is. */
    Optional<JsonNode> find(String field) {
        asked.add(field);
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    JsonNode needed(String field) throws BrokenPlan {
        Optional<JsonNode> value = find(field);
        if (value.isEmpty()) {
            throw new BrokenPlan(at(field) + " is missing.", PlanFile.DAMAGED);
        }
        return value.get();
    }

    /** Leaves fields alone whose name begins so, and returns their names. */
    List<String> passOver(String prefix) {
        List<String> passed = new ArrayList<>();
        node.fieldNames().forEachRemaining(name -> {
            if (name.startsWith(prefix)) {
                passed.add(name);
            }
        });
        asked.addAll(passed);
        return passed;
    }

    /** A refusal of this field's value. */
    BrokenPlan wrong(String field, String wanted) {
        JsonNode value = node.get(field);
        return wrong(at(field), wanted, value == null ? node : value);
    }

    /** A value as a sentence shows it: short. */
    static String shown(JsonNode value) {
        if (value.isObject()) {
            return "an object";
        }
        if (value.isArray()) {
            return "a list";
        }
        return shortened(value.toString());
    }

    /** A text as a sentence shows it: no longer than can be read. */
    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "...";
    }

    /** A field that nobody asked for is most likely a typing error, and would be lost when the plan is saved. */
    private void refuseOthers() throws BrokenPlan {
        for (var field : node.properties()) {
            if (!asked.contains(field.getKey())) {
                throw new BrokenPlan(
                        at(field.getKey()) + " is a field that this version does not know.",
                        "Correct its name if it was typed by hand; otherwise update Sizewright.");
            }
        }
    }

    /** The field's JSON pointer (RFC 6901), cut if the name is out of all proportion. */
    private String at(String field) {
        return path + "/" + shortened(field).replace("~", "~0").replace("/", "~1");
    }

    private static String text(JsonNode value, String path) throws BrokenPlan {
        if (!value.isTextual()) {
            throw wrong(path, "a text", value);
        }
        return value.textValue();
    }

    private static int whole(JsonNode value, String path, int min, int max) throws BrokenPlan {
        boolean fits = value.isNumber()
                && value.canConvertToInt()
                && value.doubleValue() == Math.rint(value.doubleValue())
                && value.intValue() >= min
                && value.intValue() <= max;
        if (!fits) {
            throw wrong(path, "a whole number from " + min + " to " + max, value);
        }
        return value.intValue();
    }

    private static double number(JsonNode value, String path, double min, double max) throws BrokenPlan {
        double number = value.doubleValue();
        if (!value.isNumber() || !Double.isFinite(number) || number < min || number > max) {
            String range = max == Double.MAX_VALUE ? "a number, zero or more" : "a number from " + min + " to " + max;
            throw wrong(path, range, value);
        }
        return number;
    }

    private static LocalDate date(JsonNode value, String path) throws BrokenPlan {
        if (value.isTextual()) {
            try {
                return LocalDate.parse(value.textValue());
            } catch (DateTimeException notADate) {
                throw wrong(path, "a date such as \"2026-11-21\"", value);
            }
        }
        throw wrong(path, "a date such as \"2026-11-21\"", value);
    }

    private static BrokenPlan wrong(String path, String wanted, JsonNode value) {
        return new BrokenPlan(path + " must be " + wanted + ", not " + shown(value) + ".", PlanFile.DAMAGED);
    }
}
