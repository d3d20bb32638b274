package org.sizewright.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of cases from elsewhere: a JSON list. Whatever is wrong with one is said in a sentence. */
final class JsonList {
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

    private JsonList() {}

    /** A file whose root is a list. */
    static JsonNode read(Path file) throws Unreadable {
        JsonNode root = readAny(file);
        if (!root.isArray()) {
            throw new Unreadable("The file is not a list of cases.");
        }
        return root;
    }

    /** A file with any root. */
    static JsonNode readAny(Path file) throws Unreadable {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Unreadable("The file is larger than 50 MB; it was not read.");
            }
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (JacksonException notJson) {
            throw new Unreadable("The file is not JSON: " + notJson.getOriginalMessage() + ".");
        } catch (IOException unreadable) {
            throw new Unreadable("The file cannot be read: " + unreadable.getMessage() + ".");
        }
    }
}
