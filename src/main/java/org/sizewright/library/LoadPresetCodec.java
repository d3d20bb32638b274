package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON form of loads to start from. */
final class LoadPresetCodec {
    private LoadPresetCodec() {}

    static LoadPreset read(Fields f) throws InvalidRecord {
        return new LoadPreset(
                f.text("id"),
                f.text("name"),
                f.get("activePercent", Fields.NUMBER),
                f.get("requestsPerHour", Fields.NUMBER),
                f.list("kinds", Fields.nested(LoadPresetCodec::readKind)),
                f.get("prefixReusePercent", Fields.NUMBER),
                f.get("firstTokenSeconds", Fields.NUMBER),
                f.get("tokenMillis", Fields.NUMBER),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    private static LoadPreset.Kind readKind(Fields f) throws InvalidRecord {
        return new LoadPreset.Kind(
                f.text("name"), f.get("sharePercent", Fields.NUMBER), f.whole("inputTokens"), f.whole("outputTokens"));
    }

    static ObjectNode write(LoadPreset preset) {
        return new Written()
                .put("id", preset.id())
                .put("name", preset.name())
                .put("activePercent", Written.number(preset.activePercent()))
                .put("requestsPerHour", Written.number(preset.requestsPerHour()))
                .put("kinds", preset.kinds(), LoadPresetCodec::write)
                .put("prefixReusePercent", Written.number(preset.prefixReusePercent()))
                .put("firstTokenSeconds", Written.number(preset.firstTokenSeconds()))
                .put("tokenMillis", Written.number(preset.tokenMillis()))
                .put("notes", preset.notes(), Written::text)
                .put("evidence", preset.evidence().word())
                .put("sources", preset.sources(), Written::text)
                .node();
    }

    private static ObjectNode write(LoadPreset.Kind kind) {
        return new Written()
                .put("name", kind.name())
                .put("sharePercent", Written.number(kind.sharePercent()))
                .put("inputTokens", kind.inputTokens())
                .put("outputTokens", kind.outputTokens())
                .node();
    }
}
