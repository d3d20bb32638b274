package org.sizewright.catalog;

import java.util.Objects;

/**
 * Where the user says the header stands.
 *
 * @param sheet the sheet's name
 * @param row the header's row number; 0 if the sheet has no header and its first row is a server
 */
public record HeaderRow(String sheet, int row) {
    public HeaderRow {
        Objects.requireNonNull(sheet, "sheet");
        if (row < 0) {
            throw new IllegalArgumentException("row numbers start at 1, 0 means no header: " + row);
        }
    }
}
