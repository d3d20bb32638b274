package org.sizewright.buildsheet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.delivery.machine.MachineSetup;
import org.sizewright.delivery.machine.MachineSetup.Line;
import org.sizewright.figure.Source;
import org.sizewright.library.Rule;
import org.sizewright.library.RuleBase;

/** What machines with GPUs are set to on vSphere, each line with the reason and its source. */
final class VmSettingsSheet {
    private VmSettingsSheet() {}

    /** Empty where no machines with GPUs run on vSphere. */
    static Optional<Sheet> of(Material material) {
        List<MachineSetup> setups = MachineSetup.of(material.live());
        if (setups.isEmpty()) {
            return Optional.empty();
        }
        RuleBase base = RuleBase.of(material.live().plan().library());
        Block.Table.Builder table = Block.Table.titled("VM settings")
                .note("Alike for all machines of a workload. Stated values are taken as they are.")
                .columns(
                        Column.text("Workload"),
                        Column.prose("Setting", 30),
                        Column.prose("Value", 30),
                        Column.status("From"),
                        Column.prose("Why", 44),
                        Column.text("Rule"),
                        Column.prose("Source", 44));
        for (MachineSetup setup : setups) {
            for (Line line : setup.lines()) {
                table.row(
                        Entry.text(setup.name()),
                        Entry.text(line.name()),
                        line.value()
                                .map(Entry::text)
                                .orElseGet(() ->
                                        Entry.text("unknown: " + line.toFill().replace('-', ' '), Tone.CAUTION)),
                        Entry.status(line.origin().words(), tone(line.origin())),
                        Entry.text(line.rules().stream()
                                .map(base::rule)
                                .map(Rule::explanation)
                                .collect(Collectors.joining(" "))),
                        Entry.text(String.join(", ", line.rules())),
                        Entry.text(line.rules().stream()
                                .map(base::rule)
                                .flatMap(rule -> base.sourcesOf(rule).stream())
                                .map(Source::toLine)
                                .findFirst()
                                .orElse("")));
            }
        }
        return Optional.of(Sheet.of(
                "vm-settings",
                "VM settings",
                "What machines with GPUs are set to, and why.",
                Sheet.Group.RESULTS,
                material.searchBanner(),
                table.build()));
    }

    private static Tone tone(MachineSetup.Origin origin) {
        return switch (origin) {
            case COMPUTED -> Tone.MUTED;
            case ESTIMATED -> Tone.CAUTION;
            case STATED -> Tone.INFORMATION;
        };
    }
}
