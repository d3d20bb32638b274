package org.sizewright.ui.cluster;

import java.util.Optional;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;

/** Figures as they are shown: an unknown one says why. */
final class Figures {
    private Figures() {}

    static Shown shown(FigureBook book, Figure figure, RowKey row, String label) {
        Value value = book.value(figure, row);
        return new Shown(
                label,
                ValueText.of(value, figure.unit()),
                value instanceof Value.Unknown unknown ? Optional.of(unknown.why()) : Optional.empty(),
                Optional.empty(),
                figure.cell(row, Lane.VALUE));
    }

    static Shown shown(FigureBook book, Figure figure, String label) {
        return shown(book, figure, RowKey.SINGLE, label);
    }
}
