package org.sizewright.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.placement.SiteLimits;
import org.sizewright.plan.Rack;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.sizing.SiteFigures;

/** Rules about racks, power and cooling. */
final class SiteRules {
    private static final Source FEEDS = Source.of(
            "With two feeds, one must carry the whole rack when the other is lost",
            "A/B feed practice",
            "",
            Evidence.INFERRED);
    private static final RuleCard RACKED = RuleCard.of("SITE-001", "Every host has a rack", FEEDS);
    private static final RuleCard FEED = RuleCard.of("SITE-002", "One feed carries the rack alone", FEEDS);
    private static final RuleCard COOLING = RuleCard.of("SITE-003", "The heat can be taken away", FEEDS);
    private static final RuleCard KNOWN = RuleCard.of("SITE-004", "The limits of the racks are known", FEEDS);

    private SiteRules() {}

    static List<Finding> everyHostHasARack(RuleSubject subject) {
        List<ResolvedGroup> groups = subject.option().clusters().stream()
                .flatMap(cluster -> cluster.groups().stream())
                .toList();
        List<Rack> racks = subject.plan().plan().site().racks();
        List<SiteLimits.Kind> kinds = subject.racks().limits().kinds();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            SiteLimits.Kind kind = kinds.get(i);
            if (kind.without() > 0) {
                String name = groups.get(i).group().name();
                Finding finding = Finding.of(
                                Severity.ERROR,
                                RACKED,
                                name,
                                kind.without() + " of " + kind.wanted()
                                        + (kind.wanted() == 1 ? " host finds" : " hosts find") + " no rack. "
                                        + refusals(kind, racks),
                                racks.isEmpty()
                                        ? "Add a rack on the Cluster screen."
                                        : "Add a rack, raise the limit that binds, or choose hosts that need less.")
                        .withPath("/site");
                findings.add(kind.nearest()
                        .map(nearest -> finding.withDistance(
                                "needs " + missing(nearest, " more ") + " in " + name(racks, nearest)))
                        .orElse(finding.withDistance(kind.without() + " hosts too many")));
            }
        }
        return findings;
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

    static List<Finding> oneFeedCarriesTheRack(RuleSubject subject) {
        SiteFigures site = subject.sizing().site;
        List<Finding> findings = new ArrayList<>();
        for (RowKey rack : site.racks.keys()) {
            negative(subject, site.powerLeft, rack, FEED, "power with one feed lost", Unit.KILOWATT, findings);
            if (subject.value(site.feeds, rack) instanceof Value.Known feeds && feeds.number() < 2) {
                findings.add(Finding.of(
                        Severity.WARNING,
                        FEED,
                        rack.title(),
                        "The rack has one feed: when it is lost, its hosts are down.",
                        "Bring a second feed, or spread clusters over racks."));
            }
        }
        return findings;
    }

    static List<Finding> coolingIsEnough(RuleSubject subject) {
        SiteFigures site = subject.sizing().site;
        List<Finding> findings = new ArrayList<>();
        for (RowKey rack : site.racks.keys()) {
            negative(subject, site.coolingLeft, rack, COOLING, "cooling", Unit.KILOWATT, findings);
        }
        return findings;
    }

    static List<Finding> rackFactsAreKnown(RuleSubject subject) {
        SiteFigures site = subject.sizing().site;
        List<Finding> findings = new ArrayList<>();
        for (RowKey rack : site.racks.keys()) {
            unknown(subject, site.weightLeft, rack, "what the rack and its floor carry", findings);
            unknown(subject, site.coolingLeft, rack, "how much heat can be taken away", findings);
        }
        return findings;
    }

    private static void negative(
            RuleSubject subject,
            Figure left,
            RowKey rack,
            RuleCard rule,
            String what,
            Unit unit,
            List<Finding> findings) {
        if (subject.value(left, rack) instanceof Value.Known known && known.number() < 0) {
            String missing = ValueText.of(Value.of(-known.number()), unit);
            findings.add(Finding.of(
                            Severity.ERROR,
                            rule,
                            rack.title(),
                            "The rack lacks " + missing + " of " + what + ".",
                            "Move hosts to another rack or raise the limit.")
                    .withDistance(missing + " too little")
                    .withFigure(left.cell(rack, Lane.VALUE)));
        }
    }

    private static void unknown(RuleSubject subject, Figure left, RowKey rack, String what, List<Finding> findings) {
        if (!subject.value(left, rack).isKnown()) {
            findings.add(Finding.of(
                            Severity.OPEN_ITEM,
                            KNOWN,
                            rack.title(),
                            "It is not known " + what + ", or what the hosts bring.",
                            "Ask the site, and type it in on the Cluster screen.")
                    .withFigure(left.cell(rack, Lane.VALUE)));
        }
    }
}
