package org.sizewright.ui.part;

import java.util.function.Function;

/**
 * A column of a {@link DataTable}.
 *
 * @param id stays the same between versions: what is remembered about the column hangs on it
 * @param title with the unit, if the values have one
 * @param kind how it is set
 * @param cell prepares the value of a row; called when the row comes into sight or is sorted or copied, once for a row
 * @param shown whether it is there before the user says anything
 */
public record Column<T>(String id, String title, Kind kind, Function<T, Cell> cell, boolean shown) {
    /** Words stand left, numbers right; a mark is a star that is set or not, in a narrow column. */
    public enum Kind {
        WORDS,
        NUMBERS,
        MARK
    }

    public static <T> Column<T> words(String id, String title, Function<T, Cell> cell) {
        return new Column<>(id, title, Kind.WORDS, cell, true);
    }

    public static <T> Column<T> numbers(String id, String title, Function<T, Cell> cell) {
        return new Column<>(id, title, Kind.NUMBERS, cell, true);
    }

    /** A star in each row, set where the cell has a text; the text is what is copied. */
    public static <T> Column<T> mark(String id, String title, Function<T, Cell> cell) {
        return new Column<>(id, title, Kind.MARK, cell, true);
    }

    /** The same, but only in the column chooser until the user asks for it. */
    public Column<T> hidden() {
        return new Column<>(id, title, kind, cell, false);
    }
}
