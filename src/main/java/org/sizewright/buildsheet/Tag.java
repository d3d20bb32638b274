package org.sizewright.buildsheet;

import org.sizewright.figure.Figure;

/** What stands behind a cell, shown as a word and as a colour. */
public enum Tag {
    INPUT("input", "A number of the plan. Change it here and every formula follows; the application is not told."),
    FACT("fact", "A number of the library or the catalog, with its source. Chosen in the application."),
    CALCULATED("calculated", "A live formula over named cells."),
    SEARCHED(
            "searched",
            "Found by a search in the application. Says \"stale\" when an input under it was changed here.");

    private final String word;
    private final String meaning;

    Tag(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    public String word() {
        return word;
    }

    /** One sentence for the legend. */
    public String meaning() {
        return meaning;
    }

    public static Tag of(Figure figure) {
        return switch (figure.kind()) {
            case INPUT -> INPUT;
            case FACT -> FACT;
            case CALCULATED, OUTPUT -> CALCULATED;
            case SEARCHED -> SEARCHED;
        };
    }
}
