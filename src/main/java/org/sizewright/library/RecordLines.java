package org.sizewright.library;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a record and its fields stand in their file. Lines count from 1.
 *
 * @param line where the record begins
 * @param fields where each field stands, by the name under which refusals speak of it; without those that stand in several lines
 */
record RecordLines(int line, Map<String, Integer> fields) {
    private static final Pattern NAMED = Pattern.compile("\"([^\"]+)\"");

    /** The records of the top-level list {@code records}; as many as can be read. */
    static List<RecordLines> of(JsonParser parser) {
        List<RecordLines> records = new ArrayList<>();
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return records;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("records") && value == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        records.add(record(parser));
                    }
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException notJson) {
            // only asked for after the content was parsed; what was found so far is good
            return records;
        }
        return records;
    }

    private static RecordLines record(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        Map<String, Integer> fields = new LinkedHashMap<>();
        Set<String> several = new HashSet<>();
        value(parser, "", fields, several);
        fields.keySet().removeAll(several);
        return new RecordLines(line, fields);
    }

    private static void value(JsonParser parser, String path, Map<String, Integer> fields, Set<String> several)
            throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            // refusals do not say which element they mean
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(parser, path, fields, several);
            }
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
                int line = parser.currentTokenLocation().getLineNr();
                Integer earlier = fields.putIfAbsent(field, line);
                if (earlier != null && earlier != line) {
                    several.add(field);
                }
                parser.nextToken();
                value(parser, field, fields, several);
            }
        }
    }

    /** The line of the field that a refusal speaks of, else of the nearest that is known around it, else of the record. */
    int lineOf(String refusal) {
        Matcher named = NAMED.matcher(refusal);
        if (!named.find()) {
            return line;
        }
        String field = named.group(1);
        List<Integer> ends = fields.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("." + field))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        if (!fields.containsKey(field) && ends.size() == 1) {
            return ends.getFirst();
        }
        for (String around = field;
                !around.isEmpty();
                around = around.substring(0, Math.max(0, around.lastIndexOf('.')))) {
            Integer found = fields.get(around);
            if (found != null) {
                return found;
            }
        }
        return line;
    }
}
