package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.delivery.supply.SoftwareLine;
import org.sizewright.delivery.supply.Supply;

/** Which software the plan calls for: what it is, what it asks for, what of it is fetched. */
final class SoftwareSheet {
    private SoftwareSheet() {}

    static Optional<Sheet> of(Supply supply) {
        if (supply.software().isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(table(supply.software()));
        blocks.add(new Block.Note(
                "Software is ticked on the Platform screen, under Use of each workload; the rest follows from the"
                        + " plan. Versions and sizes stand only where a source states them."));
        supply.outOfScope().forEach(sentence -> blocks.add(new Block.Note("Out of scope. " + sentence)));
        return Optional.of(new Sheet(
                "software",
                "Software",
                "What runs besides the models: what it asks for, brings and is licensed by.",
                Sheet.Group.RESULTS,
                blocks));
    }

    private static Block table(List<SoftwareLine> lines) {
        Block.Table.Builder table = Block.Table.titled("By workload, then for the platform")
                .columns(
                        Column.prose("For", 18),
                        Column.prose("Software", 22),
                        Column.prose("Group", 16),
                        Column.prose("What it is", 36),
                        Column.prose("Stated", 24),
                        Column.prose("To settle", 22),
                        Column.prose("Fetched", 40),
                        Column.prose("Licence", 20),
                        Column.prose("To know", 40),
                        Column.prose("Rules", 12),
                        Column.prose("Source", 30));
        for (SoftwareLine line : lines) {
            table.row(
                    Entry.text(line.workload().orElse("platform")),
                    Entry.text(line.software().name()),
                    Entry.text(line.software().group().title()),
                    Entry.text(line.software().summary()),
                    Entry.text(String.join("; ", line.settled())),
                    toSettle(line),
                    Entry.text(String.join(", ", line.fetched())),
                    line.software().licence().isKnown() ? Entry.text(line.licence()) : Entry.unknown(),
                    Entry.text(notes(line)),
                    Entry.text(String.join(", ", line.software().rules())),
                    Entry.text(line.source()));
        }
        return table.build();
    }

    private static Entry toSettle(SoftwareLine line) {
        if (line.obstacle().isPresent()) {
            return Entry.text("Not here. " + line.obstacle().get(), Tone.BAD);
        }
        return line.toSettle().isEmpty() ? Entry.empty() : Entry.text(String.join(", ", line.toSettle()), Tone.CAUTION);
    }

    private static String notes(SoftwareLine line) {
        String brings = line.brings().isEmpty() ? "" : "Brings " + String.join(", ", line.brings()) + ". ";
        return brings + String.join(" ", line.notes());
    }
}
