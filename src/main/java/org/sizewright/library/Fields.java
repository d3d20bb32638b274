package org.sizewright.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sizewright.figure.Evidence;
import org.sizewright.library.model.ModelConfig;
import org.sizewright.quantity.Bytes;

/** Typed reading of one JSON object; every refusal names the field. */
final class Fields {
    private final JsonNode node;
    private final String path;
    private final Set<String> asked = new HashSet<>();

    private Fields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    static Fields of(JsonNode node) throws InvalidRecord {
        return of(node, "");
    }

    private static Fields of(JsonNode node, String path) throws InvalidRecord {
        if (!node.isObject()) {
            throw new InvalidRecord((path.isEmpty() ? "the record" : "\"" + path + "\"") + " is not a JSON object");
        }
        return new Fields(node, path);
    }

    /** Turns one JSON value into a Java value, or refuses. */
    interface Conversion<T> {
        T from(JsonNode value, String field) throws InvalidRecord;
    }

    static final Conversion<String> TEXT = (value, field) -> {
        if (!value.isTextual()) {
            throw new InvalidRecord("\"" + field + "\" is not a text");
        }
        return value.textValue();
    };
    static final Conversion<Integer> WHOLE = (value, field) -> {
        if (!value.isNumber() || !value.canConvertToInt() || value.doubleValue() != Math.rint(value.doubleValue())) {
            throw new InvalidRecord("\"" + field + "\" is not a whole number");
        }
        return value.intValue();
    };
    static final Conversion<Long> LONG = (value, field) -> {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new InvalidRecord("\"" + field + "\" is not a whole number");
        }
        return value.longValue();
    };
    static final Conversion<Double> NUMBER = (value, field) -> {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new InvalidRecord("\"" + field + "\" is not a number");
        }
        return value.doubleValue();
    };
    /** A whole number from zero. */
    static final Conversion<Integer> COUNT = (value, field) -> {
        int count = WHOLE.from(value, field);
        if (count < 0) {
            throw new InvalidRecord("\"" + field + "\" is less than zero");
        }
        return count;
    };
    /** A number from zero. */
    static final Conversion<Double> AMOUNT = (value, field) -> {
        double amount = NUMBER.from(value, field);
        if (amount < 0) {
            throw new InvalidRecord("\"" + field + "\" is less than zero");
        }
        return amount;
    };

    /** A nested configuration as it is, with whatever fields it has. */
    static final Conversion<ModelConfig> CONFIG = (value, field) -> {
        if (!value.isObject()) {
            throw new InvalidRecord("\"" + field + "\" is not a JSON object");
        }
        return ModelConfigReader.config(value);
    };

    static final Conversion<Boolean> FLAG = (value, field) -> {
        if (!value.isBoolean()) {
            throw new InvalidRecord("\"" + field + "\" is neither true nor false");
        }
        return value.booleanValue();
    };
    static final Conversion<Bytes> GIB = (value, field) -> {
        double gib = NUMBER.from(value, field);
        if (gib < 0 || gib > 1e9) {
            throw new InvalidRecord("\"" + field + "\" is no plausible size: " + gib + " GiB");
        }
        return Bytes.ofGib(gib);
    };
    static final Conversion<Bytes> MIB = (value, field) -> {
        double mib = NUMBER.from(value, field);
        if (mib < 0 || mib > 1e12) {
            throw new InvalidRecord("\"" + field + "\" is no plausible size: " + mib + " MiB");
        }
        return Bytes.of(Math.round(mib * Bytes.PER_MIB));
    };

    private String name(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private JsonNode raw(String field) {
        asked.add(field);
        JsonNode value = node.get(field);
        return value == null ? JsonNodeFactory.instance.missingNode() : value;
    }

    private JsonNode needed(String field) throws InvalidRecord {
        JsonNode value = raw(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new InvalidRecord("\"" + name(field) + "\" is missing");
        }
        return value;
    }

    <T> T get(String field, Conversion<T> conversion) throws InvalidRecord {
        return conversion.from(needed(field), name(field));
    }

    <T> Optional<T> find(String field, Conversion<T> conversion) throws InvalidRecord {
        JsonNode value = raw(field);
        return value.isMissingNode() || value.isNull()
                ? Optional.empty()
                : Optional.of(conversion.from(value, name(field)));
    }

    /** The values of an array; none if the field is absent. */
    <T> List<T> list(String field, Conversion<T> conversion) throws InvalidRecord {
        JsonNode value = raw(field);
        List<T> values = new ArrayList<>();
        if (value.isMissingNode() || value.isNull()) {
            return values;
        }
        if (!value.isArray()) {
            throw new InvalidRecord("\"" + name(field) + "\" is not a list");
        }
        for (JsonNode element : value) {
            values.add(conversion.from(element, name(field)));
        }
        return values;
    }

    /** An object of whole numbers by name; empty if the field is absent. */
    Map<String, Integer> counts(String field) throws InvalidRecord {
        Map<String, Integer> counts = new TreeMap<>();
        if (has(field)) {
            Fields object = object(field);
            for (Map.Entry<String, JsonNode> entry : object.node.properties()) {
                counts.put(entry.getKey(), object.whole(entry.getKey()));
            }
        }
        return counts;
    }

    /** An object of lists of texts by name, in the order of the file; empty if the field is absent. */
    Map<String, List<String>> lists(String field) throws InvalidRecord {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        if (has(field)) {
            Fields object = object(field);
            for (Map.Entry<String, JsonNode> entry : object.node.properties()) {
                lists.put(entry.getKey(), object.texts(entry.getKey()));
            }
        }
        return lists;
    }

    /** An object of texts by name, in the order of the file; empty if the field is absent. */
    Map<String, String> words(String field) throws InvalidRecord {
        Map<String, String> words = new LinkedHashMap<>();
        if (has(field)) {
            Fields object = object(field);
            for (Map.Entry<String, JsonNode> entry : object.node.properties()) {
                words.put(entry.getKey(), object.text(entry.getKey()));
            }
        }
        return words;
    }

    String text(String field) throws InvalidRecord {
        return get(field, TEXT);
    }

    int whole(String field) throws InvalidRecord {
        return get(field, WHOLE);
    }

    boolean flag(String field) throws InvalidRecord {
        return get(field, FLAG);
    }

    Optional<String> findText(String field) throws InvalidRecord {
        return find(field, TEXT);
    }

    List<String> texts(String field) throws InvalidRecord {
        return list(field, TEXT);
    }

    Evidence evidence(String field) throws InvalidRecord {
        return evidence(text(field), name(field));
    }

    private static Evidence evidence(String word, String field) throws InvalidRecord {
        try {
            return Evidence.parse(word);
        } catch (IllegalArgumentException unknownWord) {
            throw new InvalidRecord("\"" + field + "\": " + unknownWord.getMessage());
        }
    }

    Fields object(String field) throws InvalidRecord {
        return of(needed(field), name(field));
    }

    boolean has(String field) {
        JsonNode value = raw(field);
        return !value.isMissingNode() && !value.isNull();
    }

    static <T> Conversion<T> nested(NestedReader<T> reader) {
        return (value, field) -> {
            Fields fields = of(value, field);
            T result = reader.from(fields);
            fields.refuseOthers();
            return result;
        };
    }

    /** A list of values of one form. */
    static <T> Conversion<List<T>> each(Conversion<T> conversion) {
        return (value, field) -> {
            if (!value.isArray()) {
                throw new InvalidRecord("\"" + field + "\" is not a list");
            }
            List<T> values = new ArrayList<>();
            for (JsonNode element : value) {
                values.add(conversion.from(element, field));
            }
            return List.copyOf(values);
        };
    }

    interface NestedReader<T> {
        T from(Fields fields) throws InvalidRecord;
    }

    /** A fact: absent = unknown. */
    <T> Fact<T> fact(String field, Conversion<T> conversion) throws InvalidRecord {
        if (!has(field)) {
            return Fact.unknown();
        }
        Fields fields = object(field);
        T value = fields.get("value", conversion);
        Evidence evidence = fields.evidence("evidence");
        List<String> sources = fields.texts("sources");
        List<Fact.Other<T>> others = fields.list(
                "others", nested(other -> new Fact.Other<T>(other.get("value", conversion), other.text("source"))));
        fields.refuseOthers();
        return new Fact.Known<>(value, evidence, sources, others);
    }

    /** A field that nobody asked for would be lost when the record is written again: better refused. */
    void refuseOthers() throws InvalidRecord {
        List<String> unknown = new ArrayList<>();
        node.fieldNames().forEachRemaining(field -> {
            if (!asked.contains(field)) {
                unknown.add("\"" + name(field) + "\"");
            }
        });
        if (!unknown.isEmpty()) {
            throw new InvalidRecord("it has a field that this version does not know: " + String.join(", ", unknown));
        }
    }
}
