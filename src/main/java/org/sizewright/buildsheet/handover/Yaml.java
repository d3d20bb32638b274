package org.sizewright.buildsheet.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A YAML value to be written: the little of YAML that configuration files need. */
sealed interface Yaml {
    /** Text; always quoted where it is written, so that no reader takes it for a number or a flag. */
    record Text(String value) implements Yaml {}

    /** Text of several lines, written as it is. */
    record Lines(String value) implements Yaml {
        public Lines {
            if (!value.endsWith("\n") || value.startsWith(" ")) {
                throw new IllegalArgumentException("lines begin without a blank and end in a line feed");
            }
        }
    }

    record Whole(long value) implements Yaml {}

    record Flag(boolean value) implements Yaml {}

    /** Short values in one line. */
    record Row(List<? extends Yaml> values) implements Yaml {
        public Row {
            values = List.copyOf(values);
        }
    }

    record Sequence(List<? extends Yaml> values) implements Yaml {
        public Sequence {
            values = List.copyOf(values);
        }
    }

    /** Fields in their order. */
    record Mapping(List<Field> fields) implements Yaml {
        public Mapping {
            fields = List.copyOf(fields);
            if (fields.stream().map(Field::key).distinct().count() < fields.size()) {
                throw new IllegalArgumentException("a key stands twice");
            }
        }
    }

    /** @param comment lines above it, without the {@code #} */
    record Field(String key, Yaml value, List<String> comment) {
        public Field {
            comment = List.copyOf(comment);
        }
    }

    static Yaml text(String value) {
        return new Text(value);
    }

    static Yaml whole(long value) {
        return new Whole(value);
    }

    static Yaml flag(boolean value) {
        return new Flag(value);
    }

    static Yaml list(List<? extends Yaml> values) {
        return new Sequence(values);
    }

    static Yaml texts(List<String> values) {
        return new Sequence(values.stream().map(Text::new).toList());
    }

    static Yaml counts(Map<String, Integer> counts) {
        Fields fields = fields();
        counts.forEach((key, count) -> fields.put(key, whole(count)));
        return fields.end();
    }

    static Fields fields() {
        return new Fields();
    }

    /** Puts a mapping together. */
    final class Fields {
        private final List<Field> fields = new ArrayList<>();

        Fields put(String key, Yaml value) {
            fields.add(new Field(key, value, List.of()));
            return this;
        }

        Fields put(String key, String value) {
            return put(key, text(value));
        }

        Fields put(String key, Fields value) {
            return put(key, value.end());
        }

        Fields put(String key, Yaml value, String... comment) {
            fields.add(new Field(key, value, List.of(comment)));
            return this;
        }

        boolean isEmpty() {
            return fields.isEmpty();
        }

        Yaml end() {
            return new Mapping(fields);
        }
    }
}
