package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.delivery.supply.SoftwareLine;
import org.sizewright.delivery.supply.Supply;
import org.sizewright.library.SupplyRecord.Part;

/** Which software the plan calls for: what it is, what it asks for, what of it is fetched. */
final class SoftwareSheet {
    private SoftwareSheet() {}

    static Optional<Sheet> of(Supply supply) {
        if (supply.software().isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        List<SoftwareLine> ofWorkloads = supply.software().stream()
                .filter(line -> line.workload().isPresent())
                .toList();
        if (!ofWorkloads.isEmpty()) {
            blocks.add(table("By workload", ofWorkloads));
        }
        if (!supply.of(Optional.empty()).isEmpty()) {
            blocks.add(table("Platform", supply.of(Optional.empty())));
        }
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

    private static Block table(String title, List<SoftwareLine> lines) {
        boolean byWorkload = lines.getFirst().workload().isPresent();
        Block.Table.Builder table = Block.Table.titled(title);
        if (byWorkload) {
            table.column(Column.prose("Workload", 18));
        }
        table.columns(
                Column.prose("Software", 22),
                Column.prose("Group", 16),
                Column.prose("What it is", 36),
                Column.prose("Stated", 22),
                Column.prose("To settle", 22),
                Column.prose("Fetched", 36),
                Column.prose("Licence", 20),
                Column.prose("To know", 40),
                Column.prose("Rules", 10),
                Column.prose("Source", 30));
        for (SoftwareLine line : lines) {
            List<Entry> row = new ArrayList<>();
            line.workload().ifPresent(workload -> row.add(Entry.text(workload)));
            row.addAll(List.of(
                    Entry.text(line.software().name()),
                    Entry.text(line.software().group().title()),
                    Entry.text(line.software().summary()),
                    Entry.text(String.join("; ", line.settled())),
                    toSettle(line),
                    Entry.text(line.software().parts().stream()
                            .map(SoftwareSheet::words)
                            .collect(Collectors.joining(", "))),
                    line.software().licence().isKnown() ? Entry.text(line.licence()) : Entry.unknown(),
                    Entry.text(notes(line)),
                    Entry.text(String.join(", ", line.software().rules())),
                    Entry.text(line.source())));
            table.row(row);
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

    private static String words(Part part) {
        return part.name() + part.version().map(version -> " " + version).orElse("");
    }
}
