package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON form of the standstill by vMotion. */
final class VmotionStunCodec {
    private VmotionStunCodec() {}

    static VmotionStun read(Fields f) throws InvalidRecord {
        return new VmotionStun(
                f.text("id"),
                f.text("title"),
                f.get("gbps", Fields.NUMBER),
                f.list("rows", Fields.nested(VmotionStunCodec::readRow)),
                f.get("limitSeconds", Fields.NUMBER),
                f.findText("worstCase"),
                f.findText("later"),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    private static VmotionStun.Row readRow(Fields f) throws InvalidRecord {
        return new VmotionStun.Row(f.get("frameBufferGb", Fields.NUMBER), f.get("seconds", Fields.NUMBER));
    }

    static ObjectNode write(VmotionStun stun) {
        return new Written()
                .put("id", stun.id())
                .put("title", stun.title())
                .put("gbps", Written.number(stun.gbps()))
                .put("rows", stun.rows(), VmotionStunCodec::write)
                .put("limitSeconds", Written.number(stun.limitSeconds()))
                .put("worstCase", stun.worstCase(), Written::text)
                .put("later", stun.later(), Written::text)
                .put("notes", stun.notes(), Written::text)
                .put("evidence", stun.evidence().word())
                .put("sources", stun.sources(), Written::text)
                .node();
    }

    private static ObjectNode write(VmotionStun.Row row) {
        return new Written()
                .put("frameBufferGb", Written.number(row.frameBufferGb()))
                .put("seconds", Written.number(row.seconds()))
                .node();
    }
}
