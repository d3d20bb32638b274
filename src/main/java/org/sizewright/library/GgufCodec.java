package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.library.GgufTensor.Use;

/** JSON form of GGUF block types and mixes. */
final class GgufCodec {
    private GgufCodec() {}

    static GgufType readType(Fields f) throws InvalidRecord {
        return new GgufType(
                f.text("id"),
                f.whole("bytes"),
                f.whole("parameters"),
                f.findText("fallback"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static ObjectNode write(GgufType type) {
        return new Written()
                .put("id", type.id())
                .put("bytes", type.bytes())
                .put("parameters", type.parameters())
                .put("fallback", type.fallback(), Written::text)
                .put("evidence", type.evidence().word())
                .put("sources", type.sources(), Written::text)
                .node();
    }

    static GgufMix readMix(Fields f) throws InvalidRecord {
        return new GgufMix(
                f.text("id"),
                f.texts("aliases"),
                f.text("type"),
                f.find("needsImportanceMatrix", Fields.FLAG).orElse(false),
                f.list("rules", Fields.nested(GgufCodec::readRule)),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    private static GgufRule readRule(Fields f) throws InvalidRecord {
        List<Use> of = new ArrayList<>();
        for (String word : f.texts("of")) {
            of.add(find(List.of(Use.values()), word, "of", Use::word));
        }
        Optional<String> at = f.findText("at");
        return new GgufRule(
                of,
                f.text("type"),
                at.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                find(List.of(GgufRule.Position.values()), at.get(), "at", GgufRule.Position::word)),
                f.find("byOrdinal", Fields.FLAG).orElse(false),
                f.find("groupFrom", Fields.COUNT),
                f.find("experts", Fields.COUNT),
                f.find("expertsFrom", Fields.COUNT),
                f.find("layers", Fields.COUNT),
                f.find("importanceMatrix", Fields.FLAG),
                f.texts("families"),
                f.texts("exceptFamilies"),
                f.find("stacked", Fields.FLAG).orElse(false),
                f.find("misfit", Fields.FLAG).orElse(false));
    }

    private static <T> T find(List<T> known, String word, String field, java.util.function.Function<T, String> wordOf)
            throws InvalidRecord {
        for (T each : known) {
            if (wordOf.apply(each).equals(word)) {
                return each;
            }
        }
        throw new InvalidRecord("\"" + field + "\" is \"" + word + "\", not one of "
                + String.join(", ", known.stream().map(wordOf).toList()));
    }

    static ObjectNode write(GgufMix mix) {
        Written written = new Written()
                .put("id", mix.id())
                .put("aliases", mix.aliases(), Written::text)
                .put("type", mix.type());
        flag(written, "needsImportanceMatrix", mix.needsImportanceMatrix());
        return written.put("rules", mix.rules(), GgufCodec::write)
                .put("evidence", mix.evidence().word())
                .put("sources", mix.sources(), Written::text)
                .node();
    }

    private static ObjectNode write(GgufRule rule) {
        Written written = new Written()
                .put("of", rule.of(), use -> Written.text(use.word()))
                .put("type", rule.type())
                .put("at", rule.at(), at -> Written.text(at.word()));
        flag(written, "byOrdinal", rule.byOrdinal());
        written.put("groupFrom", rule.groupFrom(), Written::whole)
                .put("experts", rule.experts(), Written::whole)
                .put("expertsFrom", rule.expertsFrom(), Written::whole)
                .put("layers", rule.layers(), Written::whole)
                .put("importanceMatrix", rule.importanceMatrix(), Written::flag)
                .put("families", rule.families(), Written::text)
                .put("exceptFamilies", rule.exceptFamilies(), Written::text);
        flag(written, "stacked", rule.stacked());
        flag(written, "misfit", rule.misfit());
        return written.node();
    }

    private static void flag(Written written, String field, boolean value) {
        if (value) {
            written.put(field, true);
        }
    }
}
