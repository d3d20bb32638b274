package org.sizewright.ui.sheet;

import java.util.Optional;
import org.sizewright.buildsheet.Tag;
import org.sizewright.buildsheet.Tone;
import org.sizewright.figure.Cell;

/**
 * What stands in one place of a page, prepared.
 *
 * @param tag what stands behind it: of a home of a figure, and of the word that names a kind
 */
record Item(String text, Look look, Tone tone, Optional<Tag> tag, Leads leads) {
    /** How it is drawn. */
    enum Look {
        WORDS,
        NUMBER,
        STATUS,
        TAG
    }

    /** What choosing it does. */
    sealed interface Leads {
        record Nowhere() implements Leads {}

        /** Explains a figure, here at its home or shown again. */
        record ToFigure(Cell cell, boolean home) implements Leads {}

        record ToPage(String id) implements Leads {}

        /** To the place where the name of the cell is defined. */
        record ToHome(Cell cell) implements Leads {}

        /** A formula that is no figure, with its equals sign. */
        record Own(String formula) implements Leads {}
    }

    /** Whether choosing it does more than to select it. */
    boolean isActive() {
        return !(leads instanceof Leads.Nowhere || leads instanceof Leads.Own);
    }
}
