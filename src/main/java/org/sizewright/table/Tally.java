package org.sizewright.table;

/** Counts what all sheets of a file hold together, and stops at the limits. */
final class Tally {
    private final String file;
    private final Limits limits;
    private long cells;
    private long characters;
    private long merged;

    Tally(String file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    void addCell() throws UnreadableException {
        cells++;
        if (cells > limits.cells()) {
            throw new UnreadableException(
                    "%s has more than %,d cells.".formatted(file, limits.cells()),
                    "Delete what is not part of the list and try again.");
        }
    }

    /** Cells that a merged region reaches, each as often as regions overlap there: in a sound workbook never. */
    void addMerged(long reached) throws UnreadableException {
        merged += reached;
        if (merged > limits.cells()) {
            throw new UnreadableException(
                    "%s has merged regions of more than %,d cells.".formatted(file, limits.cells()),
                    "Unmerge the cells of the list and try again.");
        }
    }

    void addText(String text) throws UnreadableException {
        characters += text.length();
        if (characters > limits.characters()) {
            throw new UnreadableException(
                    "%s holds more than %,d characters.".formatted(file, limits.characters()),
                    "Delete what is not part of the list and try again.");
        }
    }
}
