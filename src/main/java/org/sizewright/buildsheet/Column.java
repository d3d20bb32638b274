package org.sizewright.buildsheet;

import java.util.Optional;
import org.sizewright.figure.Unit;

/**
 * A column of a {@link Block.Table}.
 *
 * @param heading unique within its table
 * @param unit symbol of the unit, printed in the heading; empty for none
 * @param kind how its entries are aligned
 * @param width in characters; 0 fits the content
 * @param tag what stands behind its cells, printed above the heading
 */
public record Column(String heading, String unit, Kind kind, int width, Optional<Tag> tag) {
    /** Headings of columns that name their rows for good. */
    public static final String ID = "Id";

    public static final String NAME = "Name in workbook";

    /** How the entries of a column are set. */
    public enum Kind {
        /** Left, on one line as far as it fits. */
        TEXT,
        /** Left, over several lines. */
        PROSE,
        /** Right. */
        NUMBER,
        /** Centred words. */
        STATUS
    }

    public Column {
        if (heading.isBlank()) {
            throw new IllegalArgumentException("a column needs a heading");
        }
        if (width < 0 || width > 200) {
            throw new IllegalArgumentException("a column is 0 to 200 characters wide: " + width);
        }
    }

    public static Column text(String heading) {
        return new Column(heading, "", Kind.TEXT, 0, Optional.empty());
    }

    /** For sentences, which wrap at that many characters. */
    public static Column prose(String heading, int width) {
        return new Column(heading, "", Kind.PROSE, width, Optional.empty());
    }

    /** A plain count. */
    public static Column number(String heading) {
        return number(heading, Unit.COUNT);
    }

    public static Column number(String heading, Unit unit) {
        return new Column(heading, unit.symbol(), Kind.NUMBER, 0, Optional.empty());
    }

    /** Names its row for good, wherever the row is moved to. */
    public static Column id() {
        return text(ID);
    }

    public static Column status(String heading) {
        return new Column(heading, "", Kind.STATUS, 0, Optional.empty());
    }

    public Column withTag(Tag newTag) {
        return new Column(heading, unit, kind, width, Optional.of(newTag));
    }

    public Column withWidth(int newWidth) {
        return new Column(heading, unit, kind, newWidth, tag);
    }

    /** The heading as printed, with its unit. */
    public String label() {
        return unit.isEmpty() ? heading : heading + ", " + unit;
    }
}
