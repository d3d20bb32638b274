package org.sizewright.ui.placement;

/** How large hosts are drawn. Declared in the order in which they are offered. */
enum Zoom {
    /** One GPU a line, as wide as the card. */
    LARGE,
    NORMAL,
    COMPACT,
    /** Many hosts in a row, without words on their GPUs. */
    OVERVIEW
}
