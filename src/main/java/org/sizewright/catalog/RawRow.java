package org.sizewright.catalog;

import java.util.List;
import java.util.Objects;

/**
 * A row of the file as it stood there.
 *
 * @param file the file's name where a list was put together from several files; empty where it is one file
 * @param sheet the sheet's name
 * @param row the row's number as a spreadsheet shows it, from 1
 * @param text the cells' text, unchanged, from column A on
 */
public record RawRow(String file, String sheet, int row, List<String> text) {
    /** A row of a list that is one file. */
    public RawRow(String sheet, int row, List<String> text) {
        this("", sheet, row, text);
    }

    public RawRow {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(sheet, "sheet");
        if (row < 1) {
            throw new IllegalArgumentException("row numbers start at 1: " + row);
        }
        text = List.copyOf(text);
    }
}
