package org.sizewright.figure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a figure has one cell for: workloads, host groups, racks... All cells of a figure share one formula.
 *
 * @param id names the kind of row
 * @param title what one row is, for headings
 */
public record Rows(String id, String title, List<RowKey> keys) {
    /** For figures that stand alone. */
    public static final Rows NONE = new Rows("none", "", List.of(RowKey.SINGLE));

    public Rows {
        keys = List.copyOf(keys);
        if (keys.stream().map(RowKey::id).collect(Collectors.toSet()).size() != keys.size()) {
            throw new IllegalArgumentException("two rows of " + id + " have the same id");
        }
    }

    public boolean isNone() {
        return this == NONE;
    }
}
