package org.sizewright.buildsheet.handover;

import java.util.List;

/** Writes YAML documents. Two blanks a level, texts in double quotes, no anchors and no tags. */
final class YamlWriter {
    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    /** One document after a heading comment. */
    static String write(String heading, Yaml document) {
        return write(heading, List.of(document));
    }

    /** Several documents, each after a line of three hyphens. */
    static String write(String heading, List<Yaml> documents) {
        YamlWriter writer = new YamlWriter();
        writer.out.append(heading);
        for (Yaml document : documents) {
            writer.out.append("---\n");
            writer.block(document, 0);
        }
        return writer.out.toString();
    }

    private void block(Yaml value, int level) {
        switch (value) {
            case Yaml.Mapping mapping -> {
                if (mapping.fields().isEmpty()) {
                    line(level, "{}");
                }
                mapping.fields().forEach(field -> field(field, level));
            }
            case Yaml.Sequence sequence -> sequence.values().forEach(element -> element(element, level));
            case Yaml.Text text -> line(level, quoted(text.value()));
            case Yaml.Whole whole -> line(level, String.valueOf(whole.value()));
            case Yaml.Flag flag -> line(level, String.valueOf(flag.value()));
            case Yaml.Row row -> line(level, row(row));
            case Yaml.Lines lines -> {
                line(level, "|");
                lines(lines, level + 1);
            }
        }
    }

    private void field(Yaml.Field field, int level) {
        field.comment().forEach(comment -> comment(level, comment));
        indent(level);
        fieldHere(field, level);
    }

    /** The field from where the line stands. */
    private void fieldHere(Yaml.Field field, int level) {
        out.append(key(field.key())).append(':');
        switch (field.value()) {
            case Yaml.Mapping mapping -> below(mapping.fields().isEmpty(), " {}\n", mapping, level + 1);
            case Yaml.Sequence sequence -> below(sequence.values().isEmpty(), " []\n", sequence, level + 1);
            case Yaml.Lines lines -> {
                out.append(" |\n");
                lines(lines, level + 1);
            }
            case Yaml.Text text -> out.append(' ').append(quoted(text.value())).append('\n');
            case Yaml.Whole whole -> out.append(' ').append(whole.value()).append('\n');
            case Yaml.Flag flag -> out.append(' ').append(flag.value()).append('\n');
            case Yaml.Row row -> out.append(' ').append(row(row)).append('\n');
        }
    }

    private void below(boolean empty, String forEmpty, Yaml value, int level) {
        if (empty) {
            out.append(forEmpty);
            return;
        }
        out.append('\n');
        block(value, level);
    }

    private void element(Yaml element, int level) {
        if (element instanceof Yaml.Mapping mapping && !mapping.fields().isEmpty()) {
            Yaml.Field first = mapping.fields().getFirst();
            first.comment().forEach(comment -> comment(level, comment));
            indent(level);
            out.append("- ");
            fieldHere(first, level + 1);
            mapping.fields().stream().skip(1).forEach(field -> field(field, level + 1));
            return;
        }
        indent(level);
        out.append("- ").append(inline(element)).append('\n');
    }

    private static String inline(Yaml value) {
        return switch (value) {
            case Yaml.Text text -> quoted(text.value());
            case Yaml.Whole whole -> String.valueOf(whole.value());
            case Yaml.Flag flag -> String.valueOf(flag.value());
            case Yaml.Row row -> row(row);
            case Yaml.Mapping mapping -> "{}";
            case Yaml.Sequence sequence -> throw new IllegalArgumentException("a list in a list is a row");
            case Yaml.Lines lines -> throw new IllegalArgumentException("lines are the value of a field");
        };
    }

    private static String row(Yaml.Row row) {
        return "["
                + String.join(
                        ", ", row.values().stream().map(YamlWriter::inline).toList()) + "]";
    }

    private void lines(Yaml.Lines lines, int level) {
        lines.value().lines().forEach(text -> {
            if (text.isEmpty()) {
                out.append('\n');
            } else {
                line(level, text);
            }
        });
    }

    private void comment(int level, String text) {
        line(level, "# " + text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " "));
    }

    private void line(int level, String text) {
        indent(level);
        out.append(text).append('\n');
    }

    private void indent(int level) {
        out.repeat("  ", level);
    }

    /** Plain where no reader can take it for anything but text. */
    private static String key(String key) {
        return key.matches("[A-Za-z_][A-Za-z0-9_./-]*") && !key.matches("(?i)true|false|yes|no|on|off|null|y|n")
                ? key
                : quoted(key);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (point < 0x20
                            || (point >= 0x7f && point < 0xa0)
                            || point == 0x2028
                            || point == 0x2029
                            || point == 0xfeff) {
                        quoted.append("\\u%04x".formatted(point));
                    } else {
                        quoted.appendCodePoint(point);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
