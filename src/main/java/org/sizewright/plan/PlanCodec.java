package org.sizewright.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;

/**
 * JSON form of plans. The names of enum constants and fields stand in files that people keep: renaming one needs a new schema and a
 * step of {@link Migrations}.
 */
final class PlanCodec {
    private PlanCodec() {}

    static ObjectNode write(Plan plan) {
        ObjectNode node = PlanJson.object();
        node.set("header", write(plan.header()));
        node.set("site", write(plan.site()));
        node.set("workloads", PlanJson.array(plan.workloads(), WorkloadCodec::write));
        node.set("options", PlanJson.array(plan.options(), OptionCodec::write));
        node.put("live", plan.live().value());
        node.set("overrides", PlanJson.array(plan.overrides(), PlanCodec::write));
        return node;
    }

    static Plan read(PlanFields f) throws BrokenPlan {
        return new Plan(
                f.object("header", PlanCodec::readHeader),
                f.object("site", PlanCodec::readSite),
                f.list("workloads", WorkloadCodec::read),
                f.list("options", OptionCodec::read),
                f.id("live", OptionId::of),
                f.list("overrides", PlanCodec::readOverride));
    }

    private static ObjectNode write(Header header) {
        return PlanJson.object()
                .put("title", header.title())
                .put("customer", header.customer())
                .put("project", header.project())
                .put("author", header.author())
                .put("referenceDate", header.referenceDate().toString())
                .put("revision", header.revision())
                .put("notes", header.notes());
    }

    private static Header readHeader(PlanFields f) throws BrokenPlan {
        return new Header(
                f.text("title"),
                f.text("customer"),
                f.text("project"),
                f.text("author"),
                f.date("referenceDate"),
                f.whole("revision", 0, 100_000),
                f.text("notes"));
    }

    private static ObjectNode write(Site site) {
        ObjectNode node = PlanJson.object()
                .put("name", site.name())
                .put("connectivity", site.connectivity().name());
        node.set("racks", PlanJson.array(site.racks(), PlanCodec::write));
        node.set("existingHosts", PlanJson.array(site.existingHosts(), PlanHostCodec::write));
        return node;
    }

    private static Site readSite(PlanFields f) throws BrokenPlan {
        return new Site(
                f.text("name"),
                f.word("connectivity", Site.Connectivity.class),
                f.list("racks", PlanCodec::readRack),
                f.list("existingHosts", PlanHostCodec::read));
    }

    private static ObjectNode write(Rack rack) {
        ObjectNode node = PlanJson.object().put("id", rack.id().value()).put("name", rack.name());
        node.set("usablePerFeedW", PlanJson.number(rack.usablePerFeed().value()));
        node.put("feeds", rack.feeds()).put("units", rack.units());
        rack.maxLoad().ifPresent(load -> node.set("maxLoadKg", PlanJson.number(load.value())));
        rack.cooling().ifPresent(heat -> node.set("coolingW", PlanJson.number(heat.value())));
        if (!rack.existing().equals(Rack.Existing.NOTHING)) {
            node.set("existing", write(rack.existing()));
        }
        return node;
    }

    private static Rack readRack(PlanFields f) throws BrokenPlan {
        return new Rack(
                f.id("id", RackId::of),
                f.text("name"),
                Watts.of(f.amount("usablePerFeedW")),
                f.whole("feeds", 1, 2),
                f.whole("units", 1, 100),
                f.findAmount("maxLoadKg").map(Kilograms::of),
                f.findAmount("coolingW").map(Watts::of),
                f.findObject("existing", PlanCodec::readExisting).orElse(Rack.Existing.NOTHING));
    }

    private static ObjectNode write(Rack.Existing existing) {
        ObjectNode node = PlanJson.object();
        node.set("loadW", PlanJson.number(existing.load().value()));
        node.put("units", existing.units());
        node.set("weightKg", PlanJson.number(existing.weight().value()));
        return node;
    }

    private static Rack.Existing readExisting(PlanFields f) throws BrokenPlan {
        return new Rack.Existing(
                Watts.of(f.amount("loadW")), f.whole("units", 0, 100), Kilograms.of(f.amount("weightKg")));
    }

    private static ObjectNode write(RuleOverride override) {
        return PlanJson.object()
                .put("rule", override.rule())
                .put("subject", override.subject())
                .put("reason", override.reason())
                .put("by", override.by());
    }

    private static RuleOverride readOverride(PlanFields f) throws BrokenPlan {
        return new RuleOverride(f.text("rule"), f.text("subject"), f.text("reason"), f.text("by"));
    }
}
