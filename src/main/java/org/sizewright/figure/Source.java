package org.sizewright.figure;

/**
 * Where a value comes from.
 *
 * @param title what was read, in a few words
 * @param where address, repository and path, library record or catalog row
 * @param asOf date or month of the source as it states it; empty where it states none
 * @param evidence how the value was taken from it
 */
public record Source(String title, String where, String asOf, Evidence evidence) {
    public Source {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a source needs a title");
        }
    }

    public static Source of(String title, String where, String asOf, Evidence evidence) {
        return new Source(title, where, asOf, evidence);
    }

    /** One line for tables: title, date, place and evidence, as far as known. */
    public String toLine() {
        StringBuilder line = new StringBuilder(title);
        if (!where.isBlank()) {
            line.append(", ").append(where);
        }
        if (!asOf.isBlank()) {
            line.append(", ").append(asOf);
        }
        return line.append(" (").append(evidence.word()).append(')').toString();
    }
}
