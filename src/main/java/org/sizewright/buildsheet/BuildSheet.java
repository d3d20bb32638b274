package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.figure.FigureBook;

/**
 * A build sheet as values, ready to be written.
 *
 * @param figures the calculation that every figure's cell in the sheets belongs to
 * @param sheets without the cover, which is made from {@code cover}
 */
public record BuildSheet(Cover cover, FigureBook figures, List<Sheet> sheets) {
    /**
     * @throws IllegalStateException if a formula reads a name that has no home in the sheets, or a cell has two homes: a bug
     */
    public BuildSheet {
        sheets = List.copyOf(sheets);
        Layout.of(cover, figures, sheets);
    }

    /** The cover and all sheets, in order. */
    public List<Sheet> allSheets() {
        List<Sheet> all = new ArrayList<>();
        all.add(cover.toSheet(sheets));
        all.addAll(sheets);
        return all;
    }
}
