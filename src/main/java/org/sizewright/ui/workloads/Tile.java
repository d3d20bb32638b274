package org.sizewright.ui.workloads;

import org.sizewright.figure.Cell;

/** A figure as the screen shows it. */
record Tile(String label, String value, String note, boolean known, Cell cell) {}
