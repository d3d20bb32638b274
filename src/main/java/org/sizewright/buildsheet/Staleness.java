package org.sizewright.buildsheet;

import org.sizewright.figure.Cell;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Value;

/** Says on a sheet of searched results whether they still belong to the inputs of the workbook. */
public final class Staleness {
    /** What a searched figure's cell shows when an input under it changed. */
    public static final String STALE = "stale";

    static final String CURRENT_SENTENCE = "Computed for exactly these inputs.";
    static final String STALE_SENTENCE =
            "STALE: an input was changed in this workbook. Make the change in the application and export again.";

    private Staleness() {}

    /**
     * A line across the sheet that turns red when stale.
     *
     * @param current a figure's cell that is 1 while the inputs are those of the search, else 0 or a text
     */
    public static Block banner(FigureBook figures, Cell current) {
        boolean holds =
                figures.value(current) instanceof Value.Known known && Math.rint(known.number() * 1e6) / 1e6 == 1;
        return new Block.Banner(Entry.formula(
                "IF(ISNUMBER(" + current.name() + "),IF(ROUND(" + current.name() + ",6)=1,\"" + CURRENT_SENTENCE
                        + "\",\"" + STALE_SENTENCE + "\"),\"" + STALE_SENTENCE + "\")",
                holds ? CURRENT_SENTENCE : STALE_SENTENCE));
    }
}
