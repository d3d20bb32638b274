package org.sizewright.ui.workloads;

import java.util.Optional;
import org.sizewright.figure.Cell;

/**
 * A figure as the screen shows it.
 *
 * @param term what the glossary calls it; empty where nothing needs to be explained
 */
record Tile(String label, String value, String note, boolean known, Cell cell, Optional<String> term) {
    Tile(String label, String value, String note, boolean known, Cell cell) {
        this(label, value, note, known, cell, Optional.empty());
    }

    Tile withTerm(String id) {
        return new Tile(label, value, note, known, cell, Optional.of(id));
    }
}
