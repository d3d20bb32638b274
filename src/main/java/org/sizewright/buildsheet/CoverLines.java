package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.plan.CatalogStamp;
import org.sizewright.plan.Header;
import org.sizewright.plan.Site;
import org.sizewright.rules.Severity;

/** The lines of the cover. */
final class CoverLines {
    private CoverLines() {}

    static Cover of(Material material) {
        Header header = material.plan().header();
        Site site = material.plan().site();
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(Block.Fact.of(
                "Option",
                material.live().option().option().name() + " on "
                        + material.live().option().option().platform().title()));
        facts.add(Block.Fact.of(
                "Site",
                site.name() + ", "
                        + switch (site.connectivity()) {
                            case CONNECTED -> "connected";
                            case AIR_GAPPED -> "air-gapped";
                        }));
        facts.add(Block.Fact.of(
                "Server catalog",
                material.subject()
                        .catalog()
                        .map(CoverLines::words)
                        .map(Entry::text)
                        .orElseGet(Entry::unknown)));
        material.subject()
                .catalog()
                .filter(stamp -> !stamp.sha256().isBlank())
                .ifPresent(stamp -> facts.add(Block.Fact.of("Catalog file", "SHA-256 " + stamp.sha256())));
        facts.add(new Block.Fact("Control checks", Entry.linkToSheet("see Summary", SummarySheet.ID), ""));
        return new Cover(
                "Build sheet: " + header.title(),
                header.customer(),
                header.project(),
                header.author(),
                "rev " + header.revision(),
                material.live().open(Severity.ERROR) > 0 ? "not ready: open errors" : "for review",
                header.referenceDate(),
                material.subject().writtenBy(),
                facts);
    }

    private static String words(CatalogStamp stamp) {
        return stamp.name() + stamp.asOf().map(day -> ", as of " + day).orElse("");
    }
}
