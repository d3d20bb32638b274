package org.sizewright.buildsheet;

import java.util.Optional;
import org.apache.poi.ss.usermodel.HorizontalAlignment;

/**
 * How one cell looks, as a value; colours as RRGGBB. The palette is written out, with no theme behind it, so that every program
 * shows the same.
 *
 * @param fill empty for none
 * @param format number format; empty for general
 */
record Look(
        String ink,
        String fill,
        boolean bold,
        boolean italic,
        boolean underlined,
        int size,
        HorizontalAlignment align,
        boolean wraps,
        Line line,
        String format,
        boolean locked,
        boolean asText,
        boolean indented) {
    /** What is drawn under a cell. */
    enum Line {
        NONE,
        HAIR,
        STRONG,
        /** Above instead, for totals. */
        TOTAL
    }

    static final String INK = "1F2933";
    static final String MUTED_INK = "6B7785";
    static final String TITLE_INK = "17384F";
    static final String HEAD_FILL = "E6ECF1";
    static final String LINE_COLOUR = "D5DCE3";
    static final String STRONG_COLOUR = "7F93A5";

    static final Look PLAIN = new Look(
            INK, "", false, false, false, 10, HorizontalAlignment.LEFT, false, Line.NONE, "", true, false, false);
    static final Look TITLE = PLAIN.withInk(TITLE_INK).withSize(16).withBold();
    static final Look PURPOSE = PLAIN.withInk(MUTED_INK);
    static final Look BLOCK_TITLE = PLAIN.withInk(TITLE_INK).withSize(12).withBold();
    static final Look NOTE = PLAIN.withInk(MUTED_INK).withWrap();
    static final Look HEAD =
            PLAIN.withInk(TITLE_INK).withFill(HEAD_FILL).withBold().withWrap().withLine(Line.STRONG);

    /** Ink and fill. */
    record Colours(String ink, String fill) {}

    static Colours of(Tone tone) {
        return switch (tone) {
            case PLAIN -> new Colours(INK, "");
            case MUTED -> new Colours(MUTED_INK, "");
            case INFORMATION -> new Colours("1D4F7C", "E3EEF8");
            case GOOD -> new Colours("1C5E38", "E1F2E7");
            case CAUTION -> new Colours("7A5200", "FCF0D4");
            case BAD -> new Colours("9B1C1C", "FBE0DE");
        };
    }

    static Colours of(Tag tag) {
        return switch (tag) {
            case INPUT -> new Colours("174EA6", "FFF8DC");
            case FACT -> new Colours("3F4C5A", "EEF1F4");
            case CALCULATED -> new Colours(INK, "");
            case SEARCHED -> new Colours("5B3A8C", "F1EBF9");
        };
    }

    Look with(Colours colours) {
        return withInk(colours.ink()).withFill(colours.fill());
    }

    Look withInk(String colour) {
        return new Look(
                colour, fill, bold, italic, underlined, size, align, wraps, line, format, locked, asText, indented);
    }

    Look withFill(String colour) {
        return new Look(
                ink, colour, bold, italic, underlined, size, align, wraps, line, format, locked, asText, indented);
    }

    Look withBold() {
        return new Look(
                ink, fill, true, italic, underlined, size, align, wraps, line, format, locked, asText, indented);
    }

    Look withUnderline() {
        return new Look(ink, fill, bold, italic, true, size, align, wraps, line, format, locked, asText, indented);
    }

    Look withSize(int points) {
        return new Look(
                ink, fill, bold, italic, underlined, points, align, wraps, line, format, locked, asText, indented);
    }

    Look withAlign(HorizontalAlignment alignment) {
        return new Look(
                ink, fill, bold, italic, underlined, size, alignment, wraps, line, format, locked, asText, indented);
    }

    Look withWrap() {
        return new Look(ink, fill, bold, italic, underlined, size, align, true, line, format, locked, asText, indented);
    }

    Look withLine(Line newLine) {
        return new Look(
                ink, fill, bold, italic, underlined, size, align, wraps, newLine, format, locked, asText, indented);
    }

    Look withFormat(String pattern) {
        return new Look(
                ink, fill, bold, italic, underlined, size, align, wraps, line, pattern, locked, asText, indented);
    }

    Look unlocked() {
        return new Look(ink, fill, bold, italic, underlined, size, align, wraps, line, format, false, asText, indented);
    }

    /** Keeps a text a text when it is edited, even if it begins like a formula. */
    Look forText() {
        return new Look(ink, fill, bold, italic, underlined, size, align, wraps, line, format, locked, true, indented);
    }

    /** Keeps a little distance from the neighbouring column. */
    Look indent() {
        return new Look(ink, fill, bold, italic, underlined, size, align, wraps, line, format, locked, asText, true);
    }

    Look aligned(Optional<Column> column) {
        if (column.isEmpty()) {
            return this;
        }
        return switch (column.get().kind()) {
            case TEXT -> this;
            case PROSE -> withWrap();
            case NUMBER -> withAlign(HorizontalAlignment.RIGHT);
            case STATUS -> withAlign(HorizontalAlignment.CENTER);
        };
    }
}
