package org.sizewright.table;

import java.util.Objects;

/**
 * One cell as a person would read it.
 *
 * @param text the text shown, unchanged (line breaks and odd spaces included); empty for an empty cell
 * @param origin whether the text was written in this cell or comes from the merged region that covers it
 */
public record Cell(String text, Origin origin) {
    /** Where a cell's text was written. */
    public enum Origin {
        /** in the cell itself */
        OWN,
        /** higher up in the same column, in a merged region that reaches down to this cell */
        MERGED_DOWN,
        /** in another column, in a merged region that reaches across to this cell */
        MERGED_ACROSS
    }

    public static final Cell EMPTY = new Cell("", Origin.OWN);

    public Cell {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(origin, "origin");
    }

    public static Cell of(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, Origin.OWN);
    }

    /** True if nothing but white space stands here; no-break spaces count as white space. */
    public boolean isBlank() {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF || c == 0x200B);
    }
}
