package org.sizewright.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Rows that contradict each other about one server with one GPU.
 *
 * @param subject server and GPU
 * @param sides what is said, each statement once
 * @param decided the statement that holds, if the user said so
 */
public record Conflict(EntryId subject, List<Side> sides, Optional<EntryId> decided) {
    /**
     * One of the statements.
     *
     * @param statement names what is said, wherever the row stands
     * @param entry the entry that says it
     */
    public record Side(EntryId statement, CatalogEntry entry) {}

    public Conflict {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(decided, "decided");
        sides = List.copyOf(sides);
    }
}
