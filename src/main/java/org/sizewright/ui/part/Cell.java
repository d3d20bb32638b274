package org.sizewright.ui.part;

import java.util.Locale;
import java.util.Optional;
import org.sizewright.ui.look.Tone;

/**
 * What a table shows in one place, prepared: nothing is computed while cells are drawn or rows sorted.
 *
 * @param text as shown and copied
 * @param key what it is sorted by
 * @param tone shown as a chip if there is one
 * @param tip what there is to add, shown when the mouse rests on it
 * @param mark a letter before the text that says how far it can be trusted; it is not copied
 */
public record Cell(String text, Key key, Optional<Tone> tone, Optional<String> tip, Optional<Mark> mark) {
    /** A letter or two, and what they stand for. */
    public record Mark(String letters, String meaning, Tone tone) {}

    /** Numbers before words before unknowns; unknowns stay last whichever way a column is sorted. */
    public sealed interface Key {
        record Number(double value) implements Key {}

        record Word(String value) implements Key {}

        record Unknown() implements Key {}
    }

    public static Cell text(String text) {
        return text(text, text);
    }

    public static Cell text(String text, String sortedBy) {
        return new Cell(
                text,
                new Key.Word(sortedBy.toLowerCase(Locale.ROOT)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Cell number(String text, double sortedBy) {
        return new Cell(text, new Key.Number(sortedBy), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Cell chip(String word, Tone tone) {
        return new Cell(
                word,
                new Key.Word(word.toLowerCase(Locale.ROOT)),
                Optional.of(tone),
                Optional.empty(),
                Optional.empty());
    }

    /** A value that is not known; the text says so in the table's words, such as {@code not given}. */
    public static Cell unknown(String text) {
        return new Cell(text, new Key.Unknown(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Cell withTip(String words) {
        return new Cell(text, key, tone, Optional.of(words), mark);
    }

    public Cell withMark(Mark letters) {
        return new Cell(text, key, tone, tip, Optional.of(letters));
    }

    public boolean isUnknown() {
        return key instanceof Key.Unknown;
    }

    /** Compares the keys upwards, or downwards with unknowns still last. */
    static int compare(Cell left, Cell right, boolean upwards) {
        int kinds = Integer.compare(kind(left.key), kind(right.key));
        if (kinds != 0) {
            boolean unknown = left.isUnknown() || right.isUnknown();
            return upwards || unknown ? kinds : -kinds;
        }
        int order = 0;
        if (left.key instanceof Key.Number one && right.key instanceof Key.Number two) {
            order = Double.compare(one.value(), two.value());
        } else if (left.key instanceof Key.Word one && right.key instanceof Key.Word two) {
            order = one.value().compareTo(two.value());
        }
        return upwards ? order : -order;
    }

    private static int kind(Key key) {
        return switch (key) {
            case Key.Number ignored -> 0;
            case Key.Word ignored -> 1;
            case Key.Unknown ignored -> 2;
        };
    }
}
