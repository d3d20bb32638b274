package org.sizewright.figure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a figure has one cell for: workloads, host groups, racks... All cells of a figure share one formula.
 *
 * @param id names the kind of row
 * @param title what one row is, for headings
 * @param isDetail whether rows are the many parts of something that other rows sum up, such as the tensors of a model
 */
public record Rows(String id, String title, List<RowKey> keys, boolean isDetail) {
    /** For figures that stand alone. */
    public static final Rows NONE = new Rows("none", "", List.of(RowKey.SINGLE));

    public Rows(String id, String title, List<RowKey> keys) {
        this(id, title, keys, false);
    }

    /** Rows that other rows sum up. */
    public static Rows detail(String id, String title, List<RowKey> keys) {
        return new Rows(id, title, keys, true);
    }

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
