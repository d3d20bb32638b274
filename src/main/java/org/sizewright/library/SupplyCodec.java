package org.sizewright.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import org.sizewright.library.SupplyRecord.Group;
import org.sizewright.library.SupplyRecord.Metric;
import org.sizewright.library.SupplyRecord.On;
import org.sizewright.library.SupplyRecord.Part;
import org.sizewright.library.SupplyRecord.Service;
import org.sizewright.library.SupplyRecord.Software;
import org.sizewright.library.SupplyRecord.When;

/** JSON form of what an installation fetches and serves. */
final class SupplyCodec {
    private SupplyCodec() {}

    static Software readSoftware(Fields f) throws InvalidRecord {
        return new Software(
                f.text("id"),
                f.text("name"),
                PartitionCodec.word(f, "group", List.of(Group.values()), Group::word),
                PartitionCodec.word(f, "when", List.of(When.values()), When::word),
                f.text("summary"),
                f.texts("contains"),
                f.texts("settles"),
                f.texts("rules"),
                f.texts("services"),
                f.list("parts", Fields.nested(SupplyCodec::readPart)),
                f.fact("licence", Fields.TEXT),
                new LinkedHashSet<>(f.list("notOn", SupplyCodec::on)),
                f.findText("obstacle"),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    private static Part readPart(Fields f) throws InvalidRecord {
        return new Part(
                PartitionCodec.word(f, "kind", List.of(Part.Kind.values()), Part.Kind::word),
                f.text("name"),
                f.findText("version"),
                f.findText("from"),
                f.findText("system"),
                f.fact("sizeMib", Fields.MIB),
                f.findText("notes"));
    }

    private static On on(JsonNode value, String field) throws InvalidRecord {
        for (On on : On.values()) {
            if (value.asText().equals(on.word())) {
                return on;
            }
        }
        throw new InvalidRecord("\"" + field + "\" names \"" + value.asText() + "\", which is no platform");
    }

    static Service readService(Fields f) throws InvalidRecord {
        return new Service(
                f.text("id"),
                f.text("name"),
                f.text("purpose"),
                f.find("nodes", Fields.WHOLE),
                f.find("vcpu", Fields.WHOLE),
                f.find("memoryGb", Fields.WHOLE),
                f.find("diskGb", Fields.WHOLE),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static Metric readMetric(Fields f) throws InvalidRecord {
        return new Metric(
                f.text("id"),
                f.text("product"),
                f.text("metric"),
                f.find("minimumPerSocket", Fields.WHOLE),
                f.find("vcpuPerUnit", Fields.WHOLE),
                f.find("socketsPerUnit", Fields.WHOLE),
                f.find("coresPerUnit", Fields.WHOLE),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static ObjectNode write(SupplyRecord record) {
        Written written = switch (record) {
            case Software software ->
                new Written()
                        .put("id", software.id())
                        .put("name", software.name())
                        .put("group", software.group().word())
                        .put("when", software.when().word())
                        .put("summary", software.summary())
                        .put("contains", software.contains(), Written::text)
                        .put("settles", software.settles(), Written::text)
                        .put("rules", software.rules(), Written::text)
                        .put("services", software.services(), Written::text)
                        .put("parts", software.parts(), SupplyCodec::write)
                        .put("licence", software.licence(), Written::text)
                        .put(
                                "notOn",
                                software.notOn().stream().sorted().map(On::word).toList(),
                                Written::text)
                        .put("obstacle", software.obstacle(), Written::text)
                        .put("notes", software.notes(), Written::text)
                        .put("evidence", software.evidence().word());
            case Service service ->
                new Written()
                        .put("id", service.id())
                        .put("name", service.name())
                        .put("purpose", service.purpose())
                        .put("nodes", service.nodes(), Written::whole)
                        .put("vcpu", service.vcpu(), Written::whole)
                        .put("memoryGb", service.memoryGb(), Written::whole)
                        .put("diskGb", service.diskGb(), Written::whole)
                        .put("notes", service.notes(), Written::text)
                        .put("evidence", service.evidence().word());
            case Metric metric ->
                new Written()
                        .put("id", metric.id())
                        .put("product", metric.product())
                        .put("metric", metric.metric())
                        .put("minimumPerSocket", metric.minimumPerSocket(), Written::whole)
                        .put("vcpuPerUnit", metric.vcpuPerUnit(), Written::whole)
                        .put("socketsPerUnit", metric.socketsPerUnit(), Written::whole)
                        .put("coresPerUnit", metric.coresPerUnit(), Written::whole)
                        .put("notes", metric.notes(), Written::text)
                        .put("evidence", metric.evidence().word());
        };
        return written.put("sources", record.sources(), Written::text).node();
    }

    private static ObjectNode write(Part part) {
        return new Written()
                .put("kind", part.kind().word())
                .put("name", part.name())
                .put("version", part.version(), Written::text)
                .put("from", part.from(), Written::text)
                .put("system", part.system(), Written::text)
                .put("sizeMib", part.size(), Written::mib)
                .put("notes", part.notes(), Written::text)
                .node();
    }
}
