package org.sizewright.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.figure.Evidence;
import org.sizewright.library.model.ModelConfig;

/**
 * Reads what is published beside the weights of a model: its {@code config.json}, of any family that the library describes, and the
 * index of the weights.
 */
public final class ModelConfigReader {
    private static final String MODEL_TYPE = "model_type";

    private ModelConfigReader() {}

    /** Reads a file of at most 50 MB. */
    public static ModelConfigResult read(Path file, ModelId id, Library library) {
        try {
            return of(JsonFiles.read(file), id, library);
        } catch (InvalidRecord refused) {
            return new ModelConfigResult.Refused(List.of(String.valueOf(refused.getMessage())));
        }
    }

    /** Reads a {@code model.safetensors.index.json} of at most 50 MB. */
    public static WeightIndex index(Path file) {
        try {
            JsonNode json = JsonFiles.read(file);
            JsonNode total = json.path("metadata").path("total_size");
            if (!total.isIntegralNumber() || !total.canConvertToLong() || total.longValue() < 1) {
                return new WeightIndex.Refused("it has no whole number \"total_size\" in \"metadata\"");
            }
            return new WeightIndex.Read(
                    total.longValue(), json.path("weight_map").size());
        } catch (InvalidRecord refused) {
            return new WeightIndex.Refused(String.valueOf(refused.getMessage()));
        }
    }

    /** Reads the content of a {@code config.json}. */
    public static ModelConfigResult parse(byte[] content, ModelId id, Library library) {
        try {
            return of(JsonFiles.parse(content), id, library);
        } catch (InvalidRecord refused) {
            return new ModelConfigResult.Refused(List.of(String.valueOf(refused.getMessage())));
        }
    }

    private static ModelConfigResult of(JsonNode json, ModelId id, Library library) throws InvalidRecord {
        if (!json.isObject()) {
            return new ModelConfigResult.Refused(List.of("this is not the config.json of a model: it is no object"));
        }
        ModelConfig config = config(json);
        if (typeOf(config).isEmpty()) {
            return new ModelConfigResult.Refused(
                    List.of("this is not the config.json of a model: it has no text \"" + MODEL_TYPE + "\""));
        }
        ModelArchitecture model = new ModelArchitecture(
                id,
                id.value().substring(id.value().lastIndexOf('/') + 1),
                Optional.empty(),
                Optional.of(config),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Evidence.VERIFIED,
                List.of());
        return switch (library.shape(model)) {
            case org.sizewright.library.model.ShapeResult.Known known ->
                new ModelConfigResult.Parsed(model, known.shape());
            case org.sizewright.library.model.ShapeResult.Refused refused ->
                new ModelConfigResult.Refused(refused.reasons(), Optional.of(config));
        };
    }

    /** What the configuration calls its decoder, else itself. */
    static Optional<String> typeOf(ModelConfig config) {
        return config.textOfDecoder(MODEL_TYPE).or(() -> config.text(MODEL_TYPE));
    }

    static ModelConfig config(JsonNode json) throws InvalidRecord {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!field.getValue().isNull()) {
                fields.put(field.getKey(), value(field.getValue(), field.getKey()));
            }
        }
        return new ModelConfig(fields);
    }

    private static Object value(JsonNode json, String field) throws InvalidRecord {
        return switch (json.getNodeType()) {
            case STRING -> json.textValue();
            case BOOLEAN -> json.booleanValue();
            case NUMBER ->
                json.isIntegralNumber() && json.canConvertToLong()
                        ? (Object) json.longValue()
                        : (Object) json.doubleValue();
            case OBJECT -> config(json);
            case ARRAY -> {
                List<Object> values = new ArrayList<>();
                for (JsonNode element : json) {
                    if (!element.isNull()) {
                        values.add(value(element, field));
                    }
                }
                yield values;
            }
            case NULL, MISSING, BINARY, POJO -> throw new InvalidRecord("\"" + field + "\" is no plain value");
        };
    }

    static ObjectNode toJson(ModelConfig config) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        config.fields().forEach((name, value) -> node.set(name, json(value)));
        return node;
    }

    private static JsonNode json(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case String text -> nodes.textNode(text);
            case Long number -> nodes.numberNode(number);
            case Double number -> nodes.numberNode(number);
            case Boolean flag -> nodes.booleanNode(flag);
            case ModelConfig nested -> toJson(nested);
            case List<?> list -> {
                ArrayNode array = nodes.arrayNode();
                list.forEach(element -> array.add(json((Object) element)));
                yield array;
            }
            default -> throw new IllegalStateException("a configuration holds a " + value.getClass());
        };
    }
}
