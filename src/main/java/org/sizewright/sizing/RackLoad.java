package org.sizewright.sizing;

import org.sizewright.figure.RowKey;

/** So many hosts of a group stand in a rack. */
public record RackLoad(RowKey rack, RowKey group, int hosts) {}
