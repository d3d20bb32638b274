package org.sizewright.ui.difference;

import java.util.List;
import java.util.Optional;
import org.sizewright.catalog.CatalogDifference.FieldChange;
import org.sizewright.catalog.CatalogEntry;

/**
 * One entry that differs.
 *
 * @param id tells rows apart
 * @param kind what became of it
 * @param before the entry of the older list; empty if it was added
 * @param after the entry of the newer list; empty if it was removed
 * @param changes the fields that differ, if it is in both
 * @param what the changed fields before and after, or what the entry says, in a line
 * @param plans how many plans rest on it, if it was removed or changed
 * @param searched its words in small letters
 */
record DifferenceRow(
        String id,
        Kind kind,
        Optional<CatalogEntry> before,
        Optional<CatalogEntry> after,
        List<FieldChange> changes,
        String what,
        List<String> plans,
        String searched) {
    /** What became of an entry. */
    enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    DifferenceRow {
        changes = List.copyOf(changes);
        plans = List.copyOf(plans);
    }

    /** The entry as the newest list that has it says it. */
    CatalogEntry entry() {
        return after.or(() -> before).orElseThrow();
    }
}
