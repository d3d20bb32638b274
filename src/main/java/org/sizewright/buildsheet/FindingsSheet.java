package org.sizewright.buildsheet;

import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;

/** What the rules found, heaviest first. */
final class FindingsSheet {
    private FindingsSheet() {}

    static Sheet of(Material material) {
        Block.Table.Builder table = Block.Table.titled("Findings")
                .note("Judged by Sizewright for the inputs of the export; not formulas.")
                .columns(
                        Column.status("Severity"),
                        Column.text("Rule"),
                        Column.prose("Subject", 24),
                        Column.prose("What", 46),
                        Column.prose("What to do", 38),
                        Column.prose("Distance", 20),
                        Column.prose("Source", 38),
                        Column.prose("Accepted by, why", 24),
                        Column.text("Figure"));
        for (Finding finding : material.live().findings()) {
            table.row(
                    Entry.status(finding.severity().word(), tone(finding.severity())),
                    Entry.text(finding.rule()),
                    Entry.text(finding.subject()),
                    Entry.text(finding.sentence()),
                    Entry.text(finding.remedy()),
                    Entry.text(finding.distance().orElse("")),
                    Entry.text(finding.source().toLine()
                            + finding.caveat().map(caveat -> ". " + caveat).orElse("")),
                    Entry.text(finding.override()
                            .map(accepted -> accepted.by() + ": " + accepted.reason())
                            .orElse("")),
                    finding.figure()
                            .map(cell -> Entry.linkToCell(cell.name(), cell))
                            .orElseGet(Entry::empty));
        }
        return Sheet.of(
                "findings",
                "Findings",
                "What the rules found, heaviest first.",
                Sheet.Group.CONTROL,
                material.searchBanner(),
                table.build());
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.CAUTION;
            case OPEN_ITEM -> Tone.INFORMATION;
            case NOTE -> Tone.MUTED;
        };
    }
}
