package org.sizewright.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The content of one library file, for a user's own folder. */
public final class LibraryFile {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private LibraryFile() {}

    /** What became of a content. */
    public sealed interface Changed {
        record Content(byte[] bytes) implements Changed {}

        /** The content cannot be read and must not be written over. */
        record Refused(String sentence) implements Changed {}
    }

    /**
     * The content with that record: in the place of the one with its key, or at the end. All else stays as it is, records
     * included that cannot be read.
     *
     * @param before content of the file; empty if there is none
     * @param day ISO date of a new file
     */
    public static Changed with(Optional<byte[]> before, LibraryRecord record, String day) {
        ObjectNode root;
        if (before.isEmpty()) {
            root = MAPPER.createObjectNode()
                    .put("format", LibraryReader.FORMAT)
                    .put("schema", LibraryReader.SCHEMA)
                    .put("kind", record.kind().word())
                    .put("asOf", day);
            root.putArray("records");
        } else {
            JsonNode read;
            try {
                read = JsonFiles.parse(before.get());
                LibraryReader.kindOf(read);
            } catch (InvalidRecord refused) {
                return new Changed.Refused(String.valueOf(refused.getMessage()));
            }
            if (!read.path("kind").asText().equals(record.kind().word())) {
                return new Changed.Refused("the file holds " + read.path("kind").asText() + ", not "
                        + record.kind().word());
            }
            root = (ObjectNode) read;
        }
        put((ArrayNode) root.get("records"), record);
        try {
            return new Changed.Content(MAPPER.writeValueAsBytes(root));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of JSON can be written", impossible);
        }
    }

    private static void put(ArrayNode records, LibraryRecord record) {
        ObjectNode json = RecordCodec.toJson(record);
        String field = json.fieldNames().next();
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).path(field).asText().equals(record.key())) {
                records.set(i, json);
                return;
            }
        }
        records.add(json);
    }
}
