package org.sizewright.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a figure has one cell for: workloads, host groups, racks... All cells of a figure share one formula. Two are equal if they
 * have the same name and the same keys in the same order.
 */
public final class Rows {
    /** For figures that stand alone. */
    public static final Rows NONE = new Rows("none", "", List.of(RowKey.SINGLE));

    private final String id;
    private final String title;
    private final List<RowKey> keys;
    private final boolean detail;
    /** Where the key of an id stands: values are kept by position. */
    private final Map<String, Integer> positions;

    /**
     * @param id names the kind of row
     * @param title what one row is, for headings
     */
    public Rows(String id, String title, List<RowKey> keys) {
        this(id, title, keys, false);
    }

    private Rows(String id, String title, List<RowKey> keys, boolean detail) {
        this.id = id;
        this.title = title;
        this.keys = List.copyOf(keys);
        this.detail = detail;
        positions = HashMap.newHashMap(keys.size());
        for (RowKey key : this.keys) {
            if (positions.put(key.id(), positions.size()) != null) {
                throw new IllegalArgumentException("two rows of " + id + " have the same id");
            }
        }
    }

    /** Rows that are the many parts of something that other rows sum up, such as the tensors of a model. */
    public static Rows detail(String id, String title, List<RowKey> keys) {
        return new Rows(id, title, keys, true);
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public List<RowKey> keys() {
        return keys;
    }

    /** Whether rows are the many parts of something that other rows sum up. */
    public boolean isDetail() {
        return detail;
    }

    public boolean isNone() {
        return this == NONE;
    }

    /** Where the key stands among the keys; negative if it is none of them. */
    int position(RowKey key) {
        Integer position = positions.get(key.id());
        return position == null || !keys.get(position).equals(key) ? -1 : position;
    }

    @Override
    public boolean equals(Object object) {
        return this == object
                || object instanceof Rows other
                        && id.equals(other.id)
                        && title.equals(other.title)
                        && detail == other.detail
                        && keys.equals(other.keys);
    }

    @Override
    public int hashCode() {
        return id.hashCode() + 31 * keys.hashCode();
    }

    @Override
    public String toString() {
        return id + " " + keys;
    }
}
