package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sizewright.figure.Evidence;
import org.sizewright.library.SupportRecord.AiEnterpriseRelease;
import org.sizewright.library.SupportRecord.DriverBranch;
import org.sizewright.library.SupportRecord.GpuSupport;
import org.sizewright.library.SupportRecord.Hypervisor;
import org.sizewright.library.SupportRecord.LicenceServer;
import org.sizewright.library.SupportRecord.MixedPlacements;
import org.sizewright.library.SupportRecord.Statement;
import org.sizewright.library.SupportRecord.VgpuRelease;

/** JSON form of releases, drivers, hypervisors, licences and statements, and of what the check holds records against. */
final class SupportCodec {
    private SupportCodec() {}

    static VgpuRelease readRelease(Fields f) throws InvalidRecord {
        return new VgpuRelease(
                f.text("id"),
                f.text("branch"),
                f.fact("hostDriver", Fields.TEXT),
                f.fact("linuxGuest", Fields.TEXT),
                f.fact("windowsGuest", Fields.TEXT),
                f.fact("released", Fields.TEXT),
                f.findText("notes"),
                f.texts("sources"));
    }

    static DriverBranch readBranch(Fields f) throws InvalidRecord {
        return new DriverBranch(
                f.text("id"),
                f.findText("support"),
                f.findText("vgpu"),
                f.fact("dataCenterEnd", Fields.TEXT),
                f.fact("vgpuEnd", Fields.TEXT),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static AiEnterpriseRelease readAiEnterprise(Fields f) throws InvalidRecord {
        return new AiEnterpriseRelease(
                f.text("id"),
                f.findText("vgpu"),
                f.findText("branch"),
                f.findText("support"),
                f.findText("status"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static GpuSupport readGpuSupport(Fields f) throws InvalidRecord {
        return new GpuSupport(f.text("id"), f.text("gpus"), f.evidence("evidence"), f.texts("sources"));
    }

    static Hypervisor readHypervisor(Fields f) throws InvalidRecord {
        return new Hypervisor(
                f.text("id"),
                f.list(
                        "versions",
                        Fields.nested(
                                version -> new Hypervisor.Version(version.text("version"), version.text("support")))),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static LicenceServer readLicenceServer(Fields f) throws InvalidRecord {
        return new LicenceServer(
                f.text("id"),
                f.text("name"),
                f.text("version"),
                f.texts("ports"),
                f.texts("forms"),
                f.find("containerMemoryGb", Fields.COUNT),
                f.find(
                        "appliance",
                        Fields.nested(size -> new LicenceServer.Appliance(
                                size.whole("vcpu"), size.whole("memoryGb"), size.whole("diskGb")))),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static Statement readStatement(Fields f) throws InvalidRecord {
        return new Statement(
                f.text("id"),
                PartitionCodec.word(f, "topic", List.of(Statement.Topic.values()), Statement.Topic::word),
                f.text("text"),
                f.find("months", Fields.COUNT),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static MixedPlacements readMixed(Fields f) throws InvalidRecord {
        int region = f.whole("regionGb");
        String id = f.text("id");
        if (!id.equals(String.valueOf(region))) {
            throw new InvalidRecord("\"id\" is \"" + id + "\", it must be \"" + region + "\" as \"regionGb\"");
        }
        return new MixedPlacements(
                region,
                f.list(
                        "sizes",
                        Fields.nested(size ->
                                new MixedPlacements.Size(size.whole("sizeGb"), size.list("starts", Fields.WHOLE)))),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static ObjectNode write(SupportRecord record) {
        return switch (record) {
            case HandOverRecord handOver -> HandOverCodec.write(handOver);
            case SupplyRecord supply -> SupplyCodec.write(supply);
            case VgpuRelease release ->
                new Written()
                        .put("id", release.version())
                        .put("branch", release.branch())
                        .put("hostDriver", release.hostDriver(), Written::text)
                        .put("linuxGuest", release.linuxGuest(), Written::text)
                        .put("windowsGuest", release.windowsGuest(), Written::text)
                        .put("released", release.released(), Written::text)
                        .put("notes", release.notes(), Written::text)
                        .put("sources", release.sources(), Written::text)
                        .node();
            case DriverBranch branch ->
                ending(
                        new Written()
                                .put("id", branch.branch())
                                .put("support", branch.support(), Written::text)
                                .put("vgpu", branch.vgpu(), Written::text)
                                .put("dataCenterEnd", branch.dataCenterEnd(), Written::text)
                                .put("vgpuEnd", branch.vgpuEnd(), Written::text)
                                .put("notes", branch.notes(), Written::text),
                        branch.evidence(),
                        branch);
            case AiEnterpriseRelease release ->
                ending(
                        new Written()
                                .put("id", release.version())
                                .put("vgpu", release.vgpu(), Written::text)
                                .put("branch", release.branch(), Written::text)
                                .put("support", release.support(), Written::text)
                                .put("status", release.status(), Written::text),
                        release.evidence(),
                        release);
            case GpuSupport support ->
                ending(
                        new Written().put("id", support.release()).put("gpus", support.gpus()),
                        support.evidence(),
                        support);
            case Hypervisor hypervisor ->
                ending(
                        new Written()
                                .put("id", hypervisor.name())
                                .put(
                                        "versions",
                                        hypervisor.versions(),
                                        version -> new Written()
                                                .put("version", version.version())
                                                .put("support", version.support())
                                                .node())
                                .put("notes", hypervisor.notes(), Written::text),
                        hypervisor.evidence(),
                        hypervisor);
            case LicenceServer server ->
                ending(
                        new Written()
                                .put("id", server.id())
                                .put("name", server.name())
                                .put("version", server.version())
                                .put("ports", server.ports(), Written::text)
                                .put("forms", server.forms(), Written::text)
                                .put("containerMemoryGb", server.containerMemoryGb(), Written::whole)
                                .put(
                                        "appliance",
                                        server.appliance(),
                                        size -> new Written()
                                                .put("vcpu", size.vcpu())
                                                .put("memoryGb", size.memoryGb())
                                                .put("diskGb", size.diskGb())
                                                .node()),
                        server.evidence(),
                        server);
            case Statement statement ->
                ending(
                        new Written()
                                .put("id", statement.id())
                                .put("topic", statement.topic().word())
                                .put("text", statement.text())
                                .put("months", statement.months(), Written::whole)
                                .put("notes", statement.notes(), Written::text),
                        statement.evidence(),
                        statement);
            case MixedPlacements table ->
                ending(
                        new Written()
                                .put("id", table.key())
                                .put("regionGb", table.regionGb())
                                .put(
                                        "sizes",
                                        table.sizes(),
                                        size -> new Written()
                                                .put("sizeGb", size.sizeGb())
                                                .put("starts", size.starts(), Written::whole)
                                                .node()),
                        table.evidence(),
                        table);
        };
    }

    private static ObjectNode ending(Written written, Evidence evidence, SupportRecord record) {
        return written.put("evidence", evidence.word())
                .put("sources", record.sources(), Written::text)
                .node();
    }

    static MigGeometry readGeometry(Fields f) throws InvalidRecord {
        return new MigGeometry(
                f.text("id"),
                MigSetId.of(f.text("set")),
                f.list(
                        "placed",
                        Fields.nested(placed -> new MigGeometry.Placed(placed.text("profile"), placed.whole("start")))),
                f.counts("wanted"),
                f.flag("feasible"),
                f.find("preferredStart", Fields.COUNT),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static ObjectNode write(MigGeometry geometry) {
        Written wanted = new Written();
        geometry.wanted().forEach(wanted::put);
        Written written = new Written()
                .put("id", geometry.id())
                .put("set", geometry.set().value())
                .put(
                        "placed",
                        geometry.placed(),
                        placed -> new Written()
                                .put("profile", placed.profile())
                                .put("start", placed.start())
                                .node());
        if (!geometry.wanted().isEmpty()) {
            written.put("wanted", wanted.node());
        }
        return written.put("feasible", geometry.feasible())
                .put("preferredStart", geometry.preferredStart(), Written::whole)
                .put("notes", geometry.notes(), Written::text)
                .put("evidence", geometry.evidence().word())
                .put("sources", geometry.sources(), Written::text)
                .node();
    }

    static KnownContradiction readContradiction(Fields f) throws InvalidRecord {
        return new KnownContradiction(
                f.text("id"),
                f.text("check"),
                PartitionCodec.word(f, "kind", List.of(RecordKind.values()), RecordKind::word),
                f.text("record"),
                f.text("reason"),
                f.texts("sources"));
    }

    static ObjectNode write(KnownContradiction contradiction) {
        return new Written()
                .put("id", contradiction.id())
                .put("check", contradiction.check())
                .put("kind", contradiction.about().word())
                .put("record", contradiction.record())
                .put("reason", contradiction.reason())
                .put("sources", contradiction.sources(), Written::text)
                .node();
    }
}
