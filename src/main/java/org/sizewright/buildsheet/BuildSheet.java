package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.figure.FigureBook;

/**
 * A build sheet as values, ready to be written.
 *
 * @param figures the calculation that every figure's cell in the sheets belongs to
 * @param sheets without the cover, which is made from {@code cover}
 * @param subject what it is of, for reading back what is typed into it; empty if nothing is to be read back
 */
public record BuildSheet(Cover cover, FigureBook figures, List<Sheet> sheets, Optional<Subject> subject) {
    /**
     * What a build sheet is of.
     *
     * @param plan its title
     * @param option id of its option
     */
    public record Subject(String plan, String option) {}

    /**
     * @throws IllegalStateException if a formula reads a name that has no home in the sheets, or a cell has two homes: a bug
     */
    public BuildSheet {
        sheets = List.copyOf(sheets);
        Layout.of(cover, figures, sheets);
    }

    /** One that is not to be read back. */
    public BuildSheet(Cover cover, FigureBook figures, List<Sheet> sheets) {
        this(cover, figures, sheets, Optional.empty());
    }

    /** The cover and all sheets, in order. */
    public List<Sheet> allSheets() {
        List<Sheet> all = new ArrayList<>();
        all.add(cover.toSheet(sheets));
        all.addAll(sheets);
        return all;
    }
}
