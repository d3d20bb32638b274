package org.sizewright.inventory;

import java.util.Optional;
import org.sizewright.catalog.RawRow;

/**
 * What became of one row of an inventory. Every row of a sheet that is read has exactly one.
 *
 * @param why in words; empty where nothing needs to be said
 * @param host the host that it is about, where there is one
 */
public record RowOutcome(String file, RawRow raw, Kind kind, String why, Optional<String> host) {
    /** The fates. */
    public enum Kind {
        /** The row by which the columns were understood. */
        HEADER,
        /** It is a host. */
        KEPT,
        /** It is a running virtual machine and counts in the load of its host. */
        COUNTED,
        /** It says the same as an earlier row. */
        MERGED,
        /** It holds nothing to take over. */
        SKIPPED,
        /** A person should look at it; what could be read was taken. */
        ATTENTION
    }
}
