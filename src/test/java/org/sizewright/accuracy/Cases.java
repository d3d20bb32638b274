package org.sizewright.accuracy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelId;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.ShapeResult;

/** The public measurements that estimates are held against, each with its source in its row. */
final class Cases {
    static final Library LIBRARY = LibraryReader.bundled().library();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Cases() {}

    /** @param kinds those wanted */
    static List<MeasuredCase> of(List<String> kinds, String... files) {
        List<MeasuredCase> cases = new ArrayList<>();
        for (String file : files) {
            for (JsonNode row : read(file)) {
                MeasuredCase run = toCase(row);
                if (kinds.contains(run.kind())) {
                    cases.add(run);
                }
            }
        }
        return cases;
    }

    private static JsonNode read(String file) {
        try (InputStream in = Objects.requireNonNull(Cases.class.getResourceAsStream(file))) {
            return MAPPER.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MeasuredCase toCase(JsonNode row) {
        Map<String, Object> inputs =
                MAPPER.convertValue(row.path("inputs"), new TypeReference<Map<String, Object>>() {});
        inputs.values().removeIf(Objects::isNull);
        Map<String, Optional<Double>> measured = new LinkedHashMap<>();
        row.path("measured")
                .properties()
                .forEach(figure -> measured.put(
                        figure.getKey(),
                        Optional.of(figure.getValue())
                                .filter(JsonNode::isNumber)
                                .map(JsonNode::doubleValue)));
        return new MeasuredCase(
                row.path("id").asText(),
                row.path("kind").asText(),
                row.path("model").asText(),
                row.path("engine").asText(),
                new Inputs(inputs),
                measured);
    }

    /** A case of which nobody measured anything. */
    static MeasuredCase open(String kind, String model, Map<String, Object> inputs) {
        return new MeasuredCase("X1", kind, model, "", new Inputs(inputs), Map.of());
    }

    static ModelArchitecture model(MeasuredCase run) {
        return LIBRARY.model(ModelId.of(run.model())).orElseThrow();
    }

    static ModelShape shape(MeasuredCase run) {
        return ((ShapeResult.Known) LIBRARY.shape(model(run))).shape();
    }
}
