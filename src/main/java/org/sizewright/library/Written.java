package org.sizewright.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sizewright.quantity.Bytes;

/** Writing of one JSON object; what is unknown or empty is left out. The inverse of {@link Fields}. */
final class Written {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double LARGEST_EXACT_WHOLE = 1L << 53;

    private final ObjectNode node = NODES.objectNode();

    ObjectNode node() {
        return node;
    }

    static JsonNode text(String value) {
        return NODES.textNode(value);
    }

    static JsonNode whole(int value) {
        return NODES.numberNode(value);
    }

    static JsonNode flag(boolean value) {
        return NODES.booleanNode(value);
    }

    /** Whole values without a decimal point, so that 14 and 14.0 have one form. */
    static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT_WHOLE
                ? NODES.numberNode((long) value)
                : NODES.numberNode(value);
    }

    /** The shortest number of GiB that reads back to the same byte. */
    static JsonNode gib(Bytes value) {
        BigDecimal exact = BigDecimal.valueOf(value.count()).divide(BigDecimal.valueOf(Bytes.PER_GIB));
        for (int decimals = 0; decimals <= 12; decimals++) {
            double shorter = exact.setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
            if (Bytes.ofGib(shorter).equals(value)) {
                return number(shorter);
            }
        }
        return number(value.toGib());
    }

    static JsonNode mib(Bytes value) {
        return number(value.toMib());
    }

    Written put(String field, String value) {
        node.put(field, value);
        return this;
    }

    Written put(String field, int value) {
        node.put(field, value);
        return this;
    }

    Written put(String field, boolean value) {
        node.put(field, value);
        return this;
    }

    Written put(String field, JsonNode value) {
        node.set(field, value);
        return this;
    }

    Written lists(String field, Map<String, List<String>> lists) {
        if (!lists.isEmpty()) {
            ObjectNode object = node.putObject(field);
            lists.forEach((name, texts) -> object.set(name, array(texts, Written::text)));
        }
        return this;
    }

    /** By name; nothing if there are none. */
    Written words(String field, Map<String, String> words) {
        if (!words.isEmpty()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            words.forEach(object::put);
            node.set(field, object);
        }
        return this;
    }

    Written counts(String field, Map<String, Integer> counts) {
        if (!counts.isEmpty()) {
            ObjectNode object = node.putObject(field);
            counts.forEach(object::put);
        }
        return this;
    }

    <T> Written put(String field, Optional<T> value, Function<? super T, ? extends JsonNode> form) {
        value.ifPresent(present -> node.set(field, form.apply(present)));
        return this;
    }

    <T> Written put(String field, List<T> values, Function<? super T, ? extends JsonNode> form) {
        if (!values.isEmpty()) {
            node.set(field, array(values, form));
        }
        return this;
    }

    <T> Written put(String field, Fact<T> fact, Function<? super T, ? extends JsonNode> form) {
        switch (fact) {
            case Fact.Unknown<T> unknown -> {
                return this;
            }
            case Fact.Known<T> known -> {
                Written written = new Written()
                        .put("value", form.apply(known.value()))
                        .put("evidence", known.evidence().word())
                        .put("sources", known.sources(), Written::text)
                        .put(
                                "others",
                                known.others(),
                                other -> new Written()
                                        .put("value", form.apply(other.value()))
                                        .put("source", other.source())
                                        .node());
                node.set(field, written.node());
                return this;
            }
        }
    }

    static <T> ArrayNode array(List<T> values, Function<? super T, ? extends JsonNode> form) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(value -> array.add(form.apply(value)));
        return array;
    }
}
