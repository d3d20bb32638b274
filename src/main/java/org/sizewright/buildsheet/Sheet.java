package org.sizewright.buildsheet;

import java.util.List;

/**
 * One sheet.
 *
 * @param id stable and unique, for links
 * @param title on its tab and as its headline
 * @param purpose one line that says what it is for
 */
public record Sheet(String id, String title, String purpose, Group group, List<Block> blocks) {
    /** What kind of sheet it is: the colour of its tab. */
    public enum Group {
        /** Cover and summary. */
        FRONT,
        /** Where numbers are changed. */
        INPUTS,
        /** How numbers come about. */
        WORKINGS,
        /** What is to be ordered and built. */
        RESULTS,
        /** Findings, trace, revisions. */
        CONTROL
    }

    private static final int LONGEST_TITLE = 31;

    public Sheet {
        if (title.isBlank()
                || title.length() > LONGEST_TITLE
                || title.matches(".*[\\[\\]:*?/\\\\].*")
                || title.startsWith("'")
                || title.endsWith("'")) {
            throw new IllegalArgumentException("no title for a sheet: \"" + title + "\"");
        }
        blocks = List.copyOf(blocks);
    }

    public static Sheet of(String id, String title, String purpose, Group group, Block... blocks) {
        return new Sheet(id, title, purpose, group, List.of(blocks));
    }
}
