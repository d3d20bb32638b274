package org.sizewright.library;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads foreign JSON within limits; every refusal is a sentence. */
final class JsonFiles {
    static final int LARGEST_BYTES = 50_000_000;
    static final int DEEPEST = 200;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonFiles() {}

    static byte[] bytes(Path file) throws InvalidRecord {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST_BYTES + 1);
        } catch (IOException unreadable) {
            throw new InvalidRecord("the file cannot be read: " + unreadable.getMessage());
        }
    }

    static JsonNode read(Path file) throws InvalidRecord {
        return parse(bytes(file));
    }

    /** Where the records of a library file and their fields stand; as many as can be read. */
    static List<RecordLines> recordLines(byte[] content) {
        try (JsonParser parser = MAPPER.createParser(content)) {
            return RecordLines.of(parser);
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
    }

    static JsonNode parse(byte[] content) throws InvalidRecord {
        if (content.length > LARGEST_BYTES) {
            throw new InvalidRecord("the file is larger than 50 MB, which no such file should be; it was not read");
        }
        try {
            JsonNode node = MAPPER.readTree(content);
            if (node.isMissingNode()) {
                throw new InvalidRecord("the file is empty");
            }
            return node;
        } catch (StreamConstraintsException beyondLimit) {
            throw new InvalidRecord("the file is nested deeper than " + DEEPEST
                    + " levels or holds a text or number out of all" + " proportion; it was not read");
        } catch (JsonProcessingException notJson) {
            JsonLocation at = notJson.getLocation();
            throw new InvalidRecord(
                    "this is not JSON"
                            + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")")
                            + ": " + notJson.getOriginalMessage(),
                    at == null ? 0 : at.getLineNr());
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
    }
}
