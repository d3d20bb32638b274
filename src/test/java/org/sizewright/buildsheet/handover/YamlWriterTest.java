package org.sizewright.buildsheet.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yes",
                "no",
                "null",
                "~",
                "0x10de",
                "1e3",
                "580.95.05",
                "1",
                "a: b",
                "# not a comment",
                "\"quoted\"",
                "back\\slash",
                "tab\tand\nline",
                "für alle",
                "'",
                "- item",
                "{a}",
                "<FILL-IN:x>",
                "\u0007",
                "\u2028",
                "\ud83d\ude00"
            })
    void aTextComesBackAsThatText(String text) {
        String written =
                YamlWriter.write("# head\n", Yaml.fields().put("key", text).end());
        assertThat(Schemas.yaml(written).getFirst().at("/key").textValue()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "1g.10gb", "a b", "with\"quote", "nvidia.com/mig.config", "", "-"})
    void aKeyComesBackAsThatKey(String key) {
        String written =
                YamlWriter.write("", Yaml.fields().put(key, Yaml.flag(true)).end());
        assertThat(Schemas.yaml(written)
                        .getFirst()
                        .properties()
                        .iterator()
                        .next()
                        .getKey())
                .isEqualTo(key);
    }

    @Test
    void linesStayLines() {
        String lines = "version: v1\n\nmig-configs:\n  a: [1]\n";
        String written = YamlWriter.write(
                "",
                Yaml.fields()
                        .put("data", Yaml.fields().put("config.yaml", new Yaml.Lines(lines)))
                        .end());
        assertThat(Schemas.yaml(written)
                        .getFirst()
                        .get("data")
                        .get("config.yaml")
                        .textValue())
                .isEqualTo(lines);
    }

    @Test
    void documentsAreKeptApartAndCommentsAreNotRead() {
        String written = YamlWriter.write(
                "# one\n",
                List.of(
                        Yaml.fields().put("a", Yaml.whole(1), "a comment").end(),
                        Yaml.fields().put("b", Yaml.list(List.of())).end()));
        assertThat(written).isEqualTo("# one\n---\n# a comment\na: 1\n---\nb: []\n");
        assertThat(Schemas.yaml(written)).hasSize(2);
    }

    @Test
    void aKeyStandsOnce() {
        assertThatThrownBy(() -> Yaml.fields()
                        .put("a", Yaml.whole(1))
                        .put("a", Yaml.whole(2))
                        .end())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whateverIsWrittenIsReadAsTheSame() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            Yaml value = mapping(random, 3);
            JsonNode read = Schemas.yaml(YamlWriter.write("", value)).getFirst();
            assertThat(read).isEqualTo(Schemas.json(json(value)));
        }
    }

    private static Yaml any(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0 -> Yaml.text("t" + (char) (32 + random.nextInt(95)) + random.nextInt(100));
            case 1 -> Yaml.whole(random.nextInt());
            case 2 -> Yaml.flag(random.nextBoolean());
            case 3 -> mapping(random, depth - 1);
            case 4 -> new Yaml.Row(List.of(Yaml.whole(random.nextInt(9)), Yaml.text("x")));
            default -> {
                List<Yaml> values = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    values.add(random.nextBoolean() ? mapping(random, depth - 1) : any(random, 0));
                }
                yield Yaml.list(values);
            }
        };
    }

    private static Yaml mapping(Random random, int depth) {
        Yaml.Fields fields = Yaml.fields();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            fields.put("k" + i, any(random, depth));
        }
        return fields.end();
    }

    /** The same value as JSON, which every YAML reader must agree with. */
    private static String json(Yaml value) {
        return switch (value) {
            case Yaml.Text text -> quoted(text.value());
            case Yaml.Lines lines -> quoted(lines.value());
            case Yaml.Whole whole -> String.valueOf(whole.value());
            case Yaml.Flag flag -> String.valueOf(flag.value());
            case Yaml.Row row ->
                "["
                        + String.join(
                                ",",
                                row.values().stream().map(YamlWriterTest::json).toList()) + "]";
            case Yaml.Sequence list ->
                "["
                        + String.join(
                                ",",
                                list.values().stream().map(YamlWriterTest::json).toList()) + "]";
            case Yaml.Mapping mapping ->
                "{"
                        + String.join(
                                ",",
                                mapping.fields().stream()
                                        .map(field -> quoted(field.key()) + ":" + json(field.value()))
                                        .toList())
                        + "}";
        };
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
