package org.sizewright.delivery.supply;

import java.util.List;
import java.util.Optional;
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
 * @param fetched names of what is fetched, with their versions as far as they are known
 * @param notes what to know here
 * @param obstacle why it cannot be had here
 */
public record SoftwareLine(
        Optional<String> workload,
        Software software,
        List<String> brings,
        List<String> settled,
        List<String> toSettle,
        List<String> fetched,
        List<String> notes,
        Optional<String> obstacle,
        List<Source> sources) {
    public SoftwareLine {
        brings = List.copyOf(brings);
        settled = List.copyOf(settled);
        toSettle = List.copyOf(toSettle);
        fetched = List.copyOf(fetched);
        notes = List.copyOf(notes);
        sources = List.copyOf(sources);
    }

    /** What was read: the first source with its evidence, and how many more there are. */
    public String source() {
        if (sources.isEmpty()) {
            return "";
        }
        Source first = sources.getFirst();
        return first.title() + " (" + first.evidence().word() + ")"
                + (sources.size() == 1 ? "" : " and " + (sources.size() - 1) + " more");
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
