package org.sizewright.catalog;

import java.util.List;

/** A row as read, before it was compared with the others. */
sealed interface RowDraft {
    RawRow raw();

    /** The header. */
    record Header(RawRow raw) implements RowDraft {}

    /** A row without entries. */
    record Skip(RawRow raw, RowFate.Reason reason) implements RowDraft {}

    /**
     * A row with entries, or with what keeps it from having one.
     *
     * @param raw the row
     * @param entries the entries, with the id that they have if no other row speaks of the same server and GPU
     * @param problems what a person should look at
     */
    record Read(RawRow raw, List<CatalogEntry> entries, List<String> problems) implements RowDraft {
        public Read {
            entries = List.copyOf(entries);
            problems = List.copyOf(problems);
        }
    }
}
