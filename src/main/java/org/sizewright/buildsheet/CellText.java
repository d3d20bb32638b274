package org.sizewright.buildsheet;

import org.sizewright.figure.Cell;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Value;

/** The text that the cell of an unknown figure shows. */
final class CellText {
    private CellText() {}

    /**
     * What the live formula gives where the figure is unknown: a text of its own formula such as "stale"; what only rests on such a
     * cell shows "unknown".
     */
    static String of(Cell cell, FigureBook figures) {
        if (!(figures.value(cell) instanceof Value.Unknown unknown)) {
            throw new IllegalArgumentException(cell.name() + " is known");
        }
        return cell.figure()
                .formula()
                .map(formula -> canShow(formula, cell, unknown.cellText()) ? unknown.cellText() : Value.UNKNOWN_TEXT)
                .orElse(unknown.cellText());
    }

    private static boolean canShow(Formula formula, Cell cell, String text) {
        return switch (formula) {
            case Formula.Missing missing -> missing.cellText().equals(text);
            case Formula.If choice -> canShow(choice.then(), cell, text) || canShow(choice.otherwise(), cell, text);
            case Formula.OrElse orElse -> canShow(orElse.fallback(), cell, text);
            case Formula.ByLane byLane ->
                canShow(
                        switch (cell.lane()) {
                            case LOW -> byLane.low();
                            case VALUE -> byLane.value();
                            case HIGH -> byLane.high();
                        },
                        cell,
                        text);
            default -> false;
        };
    }
}
