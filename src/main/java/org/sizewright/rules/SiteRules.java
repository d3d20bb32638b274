package org.sizewright.rules;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.placement.RackLimit;
import org.sizewright.placement.SiteLimits;
import org.sizewright.plan.Rack;
import org.sizewright.sizing.SiteFigures;

/** Rules about racks, power and cooling. */
final class SiteRules {

    private SiteRules() {}

    static void everyHostHasARack(Inspection at) {
        withoutRack(at, refused -> refused.isEmpty());
    }

    /** The power of racks: that of each as it is, and that which keeps hosts out. */
    static void rackHasThePower(Inspection at) {
        withoutRack(at, refused -> refused.contains(RackLimit.POWER));
        SiteFigures site = at.sizing().site;
        for (RowKey rack : site.racks.keys()) {
            negative(at, site.powerLeft, rack, "power with one feed lost", Unit.KILOWATT);
        }
    }

    static void heatCanBeTakenAway(Inspection at) {
        withoutRack(at, refused -> !refused.contains(RackLimit.POWER) && refused.contains(RackLimit.COOLING));
        SiteFigures site = at.sizing().site;
        for (RowKey rack : site.racks.keys()) {
            negative(at, site.coolingLeft, rack, "cooling", Unit.KILOWATT);
        }
    }

    static void heightAndWeightFit(Inspection at) {
        withoutRack(
                at,
                refused -> !refused.isEmpty()
                        && !refused.contains(RackLimit.POWER)
                        && !refused.contains(RackLimit.COOLING));
    }

    /** Hosts without a rack, where the nearest rack lacks what the rule is about. */
    private static void withoutRack(Inspection at, Predicate<List<RackLimit>> about) {
        List<Rack> racks = at.plan().plan().site().racks();
        List<SiteLimits.Kind> kinds = at.racks().limits().kinds();
        for (int i = 0; i < kinds.size(); i++) {
            SiteLimits.Kind kind = kinds.get(i);
            List<RackLimit> refused = kind.nearest().stream()
                    .flatMap(nearest -> nearest.missing().stream())
                    .map(SiteLimits.Missing::limit)
                    .toList();
            if (kind.without() > 0 && about.test(refused)) {
                Finding finding = at.finding(
                                racks.isEmpty() ? Severity.OPEN_ITEM : at.severity(),
                                at.hosts().get(i).name(),
                                kind.without() + " of " + kind.wanted()
                                        + (kind.wanted() == 1 ? " host finds" : " hosts find") + " no rack. "
                                        + refusals(kind, racks),
                                racks.isEmpty()
                                        ? "Add a rack on the Cluster screen."
                                        : "Add a rack, raise the limit that binds, or choose hosts that need less.")
                        .withPath("/site");
                at.add(kind.nearest()
                        .map(nearest -> finding.withDistance(
                                "needs " + missing(nearest, " more ") + " in " + name(racks, nearest)))
                        .orElse(finding.withDistance(kind.without() + " hosts too many")));
            }
        }
    }

    private static String refusals(SiteLimits.Kind kind, List<Rack> racks) {
        return racks.isEmpty()
                ? "The site has no racks."
                : kind.refusals().stream()
                        .map(refusal -> name(racks, refusal) + " lacks " + missing(refusal, " of ") + ".")
                        .collect(Collectors.joining(" "));
    }

    private static String missing(SiteLimits.Refusal refusal, String between) {
        return refusal.missing().stream()
                .map(missing -> missing.words() + between + missing.limit().words())
                .collect(Collectors.joining(" and "));
    }

    private static String name(List<Rack> racks, SiteLimits.Refusal refusal) {
        return racks.get(refusal.rack()).name();
    }

    static void thereIsASecondFeed(Inspection at) {
        SiteFigures site = at.sizing().site;
        for (RowKey rack : site.racks.keys()) {
            if (at.value(site.feeds, rack) instanceof Value.Known feeds && feeds.number() < 2) {
                at.add(at.violated(
                        rack.title(),
                        "The rack has one feed: when it is lost, its hosts are down.",
                        "Bring a second feed, or spread clusters over racks."));
            }
        }
    }

    static void rackFactsAreKnown(Inspection at) {
        SiteFigures site = at.sizing().site;
        for (RowKey rack : site.racks.keys()) {
            unknown(at, site.weightLeft, rack, "what the rack and its floor carry");
            unknown(at, site.coolingLeft, rack, "how much heat can be taken away");
        }
    }

    private static void negative(Inspection at, Figure left, RowKey rack, String what, Unit unit) {
        if (at.value(left, rack) instanceof Value.Known known && known.number() < 0) {
            String missing = ValueText.of(Value.of(-known.number()), unit);
            at.add(at.violated(
                            rack.title(),
                            "The rack lacks " + missing + " of " + what + ".",
                            "Move hosts to another rack or raise the limit.")
                    .withDistance(missing + " too little")
                    .withFigure(left.cell(rack, Lane.VALUE)));
        }
    }

    private static void unknown(Inspection at, Figure left, RowKey rack, String what) {
        if (!at.value(left, rack).isKnown()) {
            at.add(at.unknown(
                            rack.title(),
                            "It is not known " + what + ", or what the hosts bring.",
                            "Ask the site, and type it in on the Cluster screen.")
                    .withFigure(left.cell(rack, Lane.VALUE)));
        }
    }
}
