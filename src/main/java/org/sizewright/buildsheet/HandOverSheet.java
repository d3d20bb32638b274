package org.sizewright.buildsheet;

import org.sizewright.buildsheet.handover.HandOver;
import org.sizewright.buildsheet.handover.HandOverFile;

/** The files that are handed over beside the workbook: what reads them, and what must be known or filled in. */
final class HandOverSheet {
    private HandOverSheet() {}

    static Sheet of(Material material) {
        HandOver handOver = HandOver.of(material.live(), material.subject().writtenBy());
        Block.Table.Builder files = Block.Table.titled("Files")
                .note("Written by Hand-over files on the Build sheet screen, or by build --hand-over.")
                .columns(
                        Column.prose("File", 44),
                        Column.prose("Purpose", 40),
                        Column.prose("Read by", 40),
                        Column.prose("Version", 34),
                        Column.prose("To know and to fill in", 70));
        for (HandOverFile file : handOver.files()) {
            files.row(
                    Entry.text(file.path()),
                    Entry.text(file.purpose()),
                    Entry.text(file.tool()),
                    Entry.text(file.version()),
                    Entry.text(String.join(" ", file.remarks())));
        }
        Block.Table.Builder left =
                Block.Table.titled("Not written").columns(Column.prose("File", 44), Column.prose("Why", 40));
        handOver.leftOut().forEach(one -> left.row(Entry.text(one.name()), Entry.text(one.reason())));
        return Sheet.of(
                "hand-over",
                "Hand-over",
                "Files for the tools of the platform team.",
                Sheet.Group.CONTROL,
                material.placementBanner(),
                files.build(),
                left.build());
    }
}
