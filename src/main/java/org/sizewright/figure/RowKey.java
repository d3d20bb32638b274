package org.sizewright.figure;

/**
 * One row of {@link Rows}.
 *
 * @param id part of cell names: a letter, then letters and digits; never text of the user
 * @param title what people read
 */
public record RowKey(String id, String title) {
    /** The only row of a figure that has no rows. */
    public static final RowKey SINGLE = new RowKey("single", "");

    public RowKey {
        if (!Names.isWord(id, 0, id.length())) {
            throw new IllegalArgumentException("a row id is a letter followed by letters and digits: \"" + id + "\"");
        }
    }

    /** The id tells rows apart; rows are looked up often. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
