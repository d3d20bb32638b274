package org.sizewright.buildsheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands on the first sheet and in the footers.
 *
 * @param title what the document is
 * @param facts further lines, such as site, reviewer, catalog with date and hash, checks passed
 * @param writtenBy application with its version
 */
public record Cover(
        String title,
        String customer,
        String project,
        String author,
        String revision,
        String status,
        LocalDate date,
        String writtenBy,
        List<Block.Fact> facts) {
    static final String SHEET_ID = "cover";

    public Cover {
        facts = List.copyOf(facts);
        if (title.isBlank()) {
            throw new IllegalArgumentException("a cover needs a title");
        }
    }

    /** Title block, contents and legend. */
    Sheet toSheet(List<Sheet> sheets) {
        List<Block.Fact> lines = new ArrayList<>();
        lines.add(line("Customer", customer));
        lines.add(line("Project", project));
        lines.add(line("Author", author));
        lines.add(line("Revision", revision));
        lines.add(line("Status", status));
        lines.add(line("Date", date.toString()));
        lines.addAll(facts);
        lines.add(line("Written by", writtenBy));
        Block.Table.Builder contents = Block.Table.titled("Contents")
                .columns(Column.text("Sheet").withWidth(24), Column.prose("What it is for", 90));
        for (Sheet sheet : sheets) {
            contents.row(Entry.linkToSheet(sheet.title(), sheet.id()), Entry.text(sheet.purpose()));
        }
        Block.Table.Builder legend =
                Block.Table.titled("How to read the cells").columns(Column.status("Tag"), Column.prose("Meaning", 90));
        for (Tag tag : Tag.values()) {
            legend.row(new Entry.Kind(tag), Entry.text(tag.meaning()));
        }
        legend.row(
                Entry.unknown(),
                Entry.text(
                        "Nobody told yet. Never counted as 0; a total over it is marked \"≥\" and says how many parts are"
                                + " known."));
        legend.row(
                Entry.status("stale", Tone.BAD),
                Entry.text("An input was changed in this workbook; the search must be run again in the application."));
        String subtitle = String.join(
                " · ",
                List.of(customer, project).stream()
                        .filter(text -> !text.isBlank())
                        .toList());
        return Sheet.of(
                SHEET_ID,
                "Cover",
                subtitle.isEmpty() ? title : subtitle,
                Sheet.Group.FRONT,
                new Block.Facts("", lines),
                contents.build(),
                legend.build());
    }

    private static Block.Fact line(String label, String text) {
        return new Block.Fact(label, text.isBlank() ? Entry.text("—", Tone.MUTED) : Entry.text(text), "");
    }
}
