package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sizewright.figure.Evidence;

/** JSON form of what hand-over files go by. */
final class HandOverCodec {
    private HandOverCodec() {}

    private record Value(String name, String value) {}

    static HandOverRecord.Format readFormat(Fields f) throws InvalidRecord {
        Map<String, String> values = new LinkedHashMap<>();
        for (Value value :
                f.list("values", Fields.nested(value -> new Value(value.text("name"), value.text("value"))))) {
            if (values.put(value.name(), value.value()) != null) {
                throw new InvalidRecord("\"values\" names \"" + value.name() + "\" twice");
            }
        }
        return new HandOverRecord.Format(
                f.text("id"),
                f.text("tool"),
                f.text("version"),
                values,
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static HandOverRecord.Port readPort(Fields f) throws InvalidRecord {
        return new HandOverRecord.Port(
                f.text("id"),
                PartitionCodec.word(
                        f, "scope", List.of(HandOverRecord.Port.Scope.values()), HandOverRecord.Port.Scope::word),
                f.text("from"),
                f.text("to"),
                f.text("protocol"),
                f.whole("port"),
                f.text("purpose"),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static HandOverRecord.Command readCommand(Fields f) throws InvalidRecord {
        return new HandOverRecord.Command(
                f.text("id"),
                PartitionCodec.word(
                        f, "need", List.of(HandOverRecord.Command.Need.values()), HandOverRecord.Command.Need::word),
                f.text("step"),
                f.text("command"),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static ObjectNode write(HandOverRecord record) {
        return switch (record) {
            case HandOverRecord.Format format ->
                ending(
                        new Written()
                                .put("id", format.id())
                                .put("tool", format.tool())
                                .put("version", format.version())
                                .put(
                                        "values",
                                        List.copyOf(format.values().entrySet()),
                                        value -> new Written()
                                                .put("name", value.getKey())
                                                .put("value", value.getValue())
                                                .node())
                                .put("notes", format.notes(), Written::text),
                        format.evidence(),
                        format);
            case HandOverRecord.Port port ->
                ending(
                        new Written()
                                .put("id", port.id())
                                .put("scope", port.scope().word())
                                .put("from", port.from())
                                .put("to", port.to())
                                .put("protocol", port.protocol())
                                .put("port", port.port())
                                .put("purpose", port.purpose())
                                .put("notes", port.notes(), Written::text),
                        port.evidence(),
                        port);
            case HandOverRecord.Command command ->
                ending(
                        new Written()
                                .put("id", command.id())
                                .put("need", command.need().word())
                                .put("step", command.step())
                                .put("command", command.command())
                                .put("notes", command.notes(), Written::text),
                        command.evidence(),
                        command);
        };
    }

    private static ObjectNode ending(Written written, Evidence evidence, HandOverRecord record) {
        return written.put("evidence", evidence.word())
                .put("sources", record.sources(), Written::text)
                .node();
    }
}
