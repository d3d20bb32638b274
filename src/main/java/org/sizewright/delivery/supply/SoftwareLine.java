package org.sizewright.delivery.supply;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.figure.Source;
import org.sizewright.library.Fact;
import org.sizewright.library.SupplyRecord.Software;

/**
 * A piece of software that the plan calls for.
 *
 * @param workload who runs it; empty for the platform as a whole
 * @param brings names of software that comes within it
 * @param settled what is stated of what it asks for
 * @param toSettle what it asks for and nobody stated
 * @param notes what to know here
 * @param obstacle why it cannot be had here
 */
public record SoftwareLine(
        Optional<String> workload,
        Software software,
        List<String> brings,
        List<String> settled,
        List<String> toSettle,
        List<String> notes,
        Optional<String> obstacle,
        List<Source> sources) {
    public SoftwareLine {
        brings = List.copyOf(brings);
        settled = List.copyOf(settled);
        toSettle = List.copyOf(toSettle);
        notes = List.copyOf(notes);
        sources = List.copyOf(sources);
    }

    /** What was read, without where: titles and evidence. */
    public String source() {
        return sources.stream()
                .map(source -> source.title() + " (" + source.evidence().word() + ")")
                .collect(Collectors.joining("; "));
    }

    /** The licence with its evidence where that is weak. */
    public String licence() {
        return switch (software.licence()) {
            case Fact.Known<String> known ->
                known.value() + " (" + known.evidence().word() + ")";
            case Fact.Unknown<String> unknown -> "unknown";
        };
    }
}
