package org.sizewright.ui.workloads;

import java.util.Optional;
import org.sizewright.figure.Cell;

/** A stretch of the head sentence; figures stand strong and can be explained. */
record Phrase(String text, boolean strong, Optional<Cell> cell) {
    static Phrase plain(String text) {
        return new Phrase(text, false, Optional.empty());
    }

    static Phrase figure(String text, Cell cell) {
        return new Phrase(text, true, Optional.of(cell));
    }
}
